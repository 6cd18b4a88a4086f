"""The claim meter in a browser: what counts as a rating, what is kept, files in and out, and what is uncovered when."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from ldn.interactives import ClaimMeter
from ldn.reference import claims

KEPT = "a-tenth-of-the-dose/claims/ratings"


def rate(opened, id: str, rating: str) -> None:
    opened.type(f"{id}: how sure", rating)


def kept(opened):
    return json.loads(opened.page.evaluate("(key) => localStorage.getItem(key)", KEPT) or "null")


def load_file(opened, text: str) -> None:
    opened.piece.locator("input[type=file]").set_input_files(
        {"name": "ratings.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def file_of(before: dict, after: dict) -> str:
    return json.dumps(
        {
            "course": "a-tenth-of-the-dose",
            "kind": "claim ratings",
            "format": 1,
            "before": before,
            "after": after,
        }
    )


def message(opened):
    return opened.piece.locator(".ldn-answers .ldn-line")


def test_nothing_is_a_rating_until_it_is_set_and_it_can_be_taken_back(piece):
    opened = piece(ClaimMeter())
    first = opened.piece.get_by_role("slider").first
    assert first.get_attribute("aria-valuetext") == "not rated yet"
    first.focus()
    first.press("Tab")
    assert kept(opened) is None
    # Where the knob rests already is 50: a press there means it.
    first.click()
    assert kept(opened)["before"] == {"C1": 50}
    rate(opened, "C2", "73")
    assert "2 of the 14 claims, from 50 (C1) to 73 (C2)" in opened.words()
    opened.click("Take back the rating of C1")
    rate(opened, "C2", "")
    assert "None is rated yet" in opened.words()
    assert kept(opened) is None


@pytest.mark.parametrize("typed", ["101", "-1", "7.5", "lots"])
def test_what_is_no_rating_is_said_and_not_taken(piece, typed):
    opened = piece(ClaimMeter())
    rate(opened, "C3", "40")
    rate(opened, "C3", typed)
    expect(opened.piece.get_by_role("alert").nth(2)).to_contain_text("whole number from 0 to 100")
    assert kept(opened)["before"] == {"C3": 40}


def test_ratings_come_back_and_a_bad_file_changes_nothing_and_erasing_asks(piece, tmp_path):
    opened = piece(ClaimMeter())
    rate(opened, "C9", "85")
    opened.go()
    assert "1 of the 14 claims, at 85" in opened.words()
    opened.piece.get_by_text("Your ratings", exact=True).click()
    with opened.page.expect_download() as download:
        opened.click("Save to a file")
    download.value.save_as(tmp_path / "ratings.json")
    saved = (tmp_path / "ratings.json").read_text(encoding="utf-8")

    for text, reason in (("{", "cannot be read"), (file_of({"C9": 200}, {}), "C9 “200”")):
        load_file(opened, text)
        expect(message(opened)).to_contain_text(reason)
        expect(message(opened)).to_contain_text("Nothing was changed")
        assert kept(opened)["before"] == {"C9": 85}

    opened.click("Erase")
    opened.click("Keep mine")
    assert kept(opened)["before"] == {"C9": 85}
    opened.click("Erase")
    opened.piece.get_by_role("button", name="Erase", exact=True).last.click()
    assert kept(opened) is None
    assert "None is rated yet" in opened.words()
    load_file(opened, saved)
    expect(message(opened)).to_contain_text("Loaded")
    assert kept(opened)["before"] == {"C9": 85}
    # Another rating of the same claim is not overwritten unasked.
    load_file(opened, file_of({"C9": 10}, {}))
    opened.click("Keep mine")
    assert kept(opened)["before"] == {"C9": 85}
    load_file(opened, file_of({"C9": 10}, {}))
    opened.click("Replace")
    assert kept(opened)["before"] == {"C9": 10}


def test_the_last_stage_hides_the_first_ratings_until_the_evidence_is_uncovered(piece, page, axe_violations):
    opened = piece(ClaimMeter())
    rate(opened, "C9", "85")
    rate(opened, "C1", "5")
    last = piece(ClaimMeter(stage="after"))
    assert last.piece.get_by_label("C9: how sure").input_value() == ""
    assert "85" not in last.shown()
    verdicts = {claim.verdict for claim in claims()}
    assert not any(verdict in last.piece.locator(".ldn-live").inner_text() for verdict in verdicts)
    rate(last, "C9", "20")
    last.click("Uncover the evidence now, with 13 not rated")
    assert "most of all C9: from 85 to 20" in last.words()
    assert "C9" in last.picture()
    expect(last.piece.get_by_text("You: 85, now 20 (−65).")).to_be_visible()
    for claim in claims():
        expect(last.piece.locator(".ldn-verdicts")).to_contain_text(claim.reason)
    assert kept(last) == {"before": {"C1": 5, "C9": 85}, "after": {"C9": 20}}
    last.choose("where you and the evidence differ most")
    expect(last.piece.locator(".ldn-verdicts li").first).to_contain_text("You: 5 at the start.")
    page.set_viewport_size({"width": 320, "height": 800})
    # A button half way between two themes has neither's colours.
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    for theme in ("light", "dark"):
        page.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)
        assert axe_violations(page) == [], theme
    last.click("Change my ratings")
    expect(last.piece.get_by_label("C9: how sure")).to_have_value("20")


def test_damaged_storage_keeps_what_is_still_a_rating(piece):
    opened = piece(ClaimMeter())
    for rubbish, words in (
        ("{", "None is rated yet"),
        ('{"before": 7}', "None is rated yet"),
        ('{"before": {"C9": "85", "C1": 40, "C99": 3}}', "1 of the 14 claims, at 40"),
    ):
        opened.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, rubbish])
        assert words in opened.go().words()


def test_a_kernel_hears_each_rating_and_is_heard(piece):
    """On a model such as JupyterLab's, which records what is sent and can speak up itself."""
    opened = piece(ClaimMeter())
    page = opened.page
    opened.mount_on_kernel("claim_meter")
    page.get_by_label("C9: how sure").fill("85")
    assert page.evaluate("sent.at(-1).before") == {"C9": 85}
    page.evaluate("model.hear('before', {C1: 40})")
    expect(page.get_by_label("C1: how sure")).to_have_value("40")
    expect(page.get_by_label("C9: how sure")).to_have_value("")
    page.evaluate("end()")
    assert page.evaluate("model.listening()") == []

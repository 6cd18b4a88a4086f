"""The draft checker in a browser: writing, checking, and a draft that is never lost."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from ldn.questions import DraftCheck, check_draft

KEPT = "a-tenth-of-the-dose/draft/article"
DRAFT = "LDN is safe & <b>proven</b>, up to 80 % respond."


@pytest.fixture
def opened(piece):
    return piece(DraftCheck())


def field(opened):
    return opened.piece.get_by_role("textbox", name="Your version of the article")


def kept(opened):
    return json.loads(opened.page.evaluate("(key) => localStorage.getItem(key)", KEPT) or "null")


def load_file(opened, content: bytes) -> None:
    opened.piece.locator("input[type=file]").set_input_files(
        {"name": "draft.txt", "mimeType": "text/plain", "buffer": content}
    )


def test_untouched_it_reads_the_article_and_then_the_draft_word_for_word_as_python(opened):
    assert opened.words() == " ".join(DraftCheck().sentence().split())
    opened.piece.get_by_text("The article, read by the same rules").click()
    expect(opened.piece.get_by_text("stands without the placebo group")).to_be_visible()
    field(opened).fill(DRAFT)
    expect(opened.piece.get_by_text("8 of 250 words")).to_be_visible()
    field(opened).press("Tab")
    opened.page.keyboard.press("Enter")
    assert opened.words() == " ".join(DraftCheck(draft=DRAFT).sentence().split())
    for finding in check_draft(DRAFT):
        expect(opened.piece.locator(".ldn-findings")).to_contain_text(finding.message)
    expect(opened.piece.locator(".ldn-piece > [role=status]")).to_contain_text("Your draft has 8 words")
    assert opened.piece.locator(".ldn-findings b").count() == 0
    field(opened).press("End")
    field(opened).press_sequentially(" Not")
    expect(opened.piece.locator(".ldn-sentence")).to_contain_text("Your draft has 9 words")


def test_every_keystroke_is_kept_and_erasing_asks(opened):
    field(opened).press_sequentially("Anyone")
    assert kept(opened) == "Anyone"
    opened.go()
    expect(field(opened)).to_have_value("Anyone")
    opened.piece.get_by_text("Your draft", exact=True).click()
    opened.click("Erase")
    opened.click("Keep mine")
    assert kept(opened) == "Anyone"
    opened.click("Erase")
    opened.piece.get_by_role("button", name="Erase", exact=True).last.click()
    expect(field(opened)).to_have_value("")
    assert kept(opened) is None


def test_a_file_goes_out_and_in_and_a_bad_one_changes_nothing(opened, tmp_path):
    field(opened).fill(DRAFT)
    opened.piece.get_by_text("Your draft", exact=True).click()
    with opened.page.expect_download() as download:
        opened.click("Save to a file")
    download.value.save_as(tmp_path / "draft.txt")
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == DRAFT
    message = opened.piece.locator(".ldn-answers .ldn-line")
    for content, reason in (
        (b"\x00\x01", "not plain text"),
        (b"caf\xe9", "not plain text"),
        (b"   ", "empty"),
        (b"a " * 30_000, "far longer"),
    ):
        load_file(opened, content)
        expect(message).to_contain_text(reason)
        expect(message).to_contain_text("Nothing was changed")
        assert kept(opened) == DRAFT
    load_file(opened, b"Another draft.")
    opened.click("Keep mine")
    assert kept(opened) == DRAFT
    load_file(opened, b"Another draft.")
    opened.click("Replace")
    expect(field(opened)).to_have_value("Another draft.")
    assert "Your draft has 2 words" in opened.words()


def test_it_works_where_nothing_can_be_kept_and_says_so(piece, page):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    opened = piece(DraftCheck())
    field(opened).fill(DRAFT)
    opened.click("Check my draft")
    assert "Your draft has 8 words" in opened.words()
    opened.piece.get_by_text("Your draft", exact=True).click()
    expect(opened.piece.get_by_text("keeps nothing for this page")).to_be_visible()


@pytest.mark.parametrize("rubbish", ["{", "7", '{"text": 1}'])
def test_damaged_storage_is_no_draft(opened, rubbish):
    opened.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, rubbish])
    opened.go()
    expect(field(opened)).to_have_value("")


def test_axe_a_phone_and_lab_keys(opened, axe_violations):
    page = opened.page
    page.set_viewport_size({"width": 320, "height": 800})
    # A button half way between two themes has neither's colours.
    page.emulate_media(reduced_motion="reduce")
    field(opened).fill(DRAFT + " " + "unbreakable" * 12)
    opened.click("Check my draft")
    for summary in opened.piece.locator(".ldn-live summary").all():
        if summary.is_visible():
            summary.click()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    for theme in ("light", "dark"):
        page.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)
        assert axe_violations(page) == [], theme
    loose = opened.piece.locator(".ldn-live :is(input, textarea, button, summary)").evaluate_all(
        "(all) => all.filter((one) => !one.dataset.lmSuppressShortcuts).length"
    )
    assert loose == 0


def test_a_kernel_hears_the_draft_and_is_heard(opened):
    """On a model such as JupyterLab's, which records what is sent and can speak up itself."""
    page = opened.page
    opened.mount_on_kernel("draft_check")
    draft = page.get_by_role("textbox", name="Your version of the article")
    draft.fill("It is safe.")
    assert page.evaluate("sent.at(-1).draft") == "It is safe."
    page.evaluate("model.hear('draft', 'It is not safe.')")
    expect(draft).to_have_value("It is not safe.")
    expect(page.locator(".ldn-sentence")).to_contain_text("Your draft has 4 words")
    page.evaluate("end()")
    assert page.evaluate("model.listening()") == []

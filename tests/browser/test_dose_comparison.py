"""The dose comparison under a reader's hand; what the shell and the controls of all pieces do is tried here."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from ldn.interactives import DoseComparison

QUESTION = "Taken daily, what share of **mu receptors** does 4.5 mg hold?"


def readout(opened) -> list[str]:
    """The hours of the first dose: dose, models B, A and C."""
    opened.settle()
    cells = opened.piece.locator(".ldn-live .ldn-readout tbody tr").first.locator("th, td").all_inner_texts()
    return [cell.replace("\xa0", " ") for cell in cells]


def test_the_untouched_default_says_what_the_lesson_is_about(piece):
    opened = piece(DoseComparison())
    assert (
        "4.5 mg holds 53–64 % of mu receptors and 50 mg, 11 times the dose, holds 93–95 %" in opened.words()
    )
    assert readout(opened) == ["4.5 mg", "24 h", "24 h", "3.8 h"]


def test_a_slider_says_its_value_and_stops_at_its_ends(piece):
    opened = piece(DoseComparison())
    slider = opened.slider("Dose 1")
    assert slider.get_attribute("aria-valuetext") == "4.5 milligrams"
    slider.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "4.6 milligrams"
    assert "4.6 mg holds" in opened.words()
    assert opened.piece.get_by_label("Dose 1, milligrams").input_value() == "4.6"
    slider.press("Home")
    assert "0.5 mg holds" in opened.words()
    slider.press("End")
    assert slider.get_attribute("aria-valuetext") == "100 milligrams"
    expect(opened.piece.get_by_role("button", name="More: Dose 1")).to_be_disabled()


def test_the_mouse_sets_a_dose(piece):
    opened = piece(DoseComparison())
    opened.drag(opened.slider("Dose 2"), 0.3)
    dose_mg = float(opened.piece.get_by_label("Dose 2, milligrams").input_value())
    assert 1 < dose_mg < 6
    assert f"{dose_mg:g} mg" in opened.words()


def test_every_control_is_reached_by_tab_alone(piece):
    page = piece(DoseComparison()).page
    reached: set[str] = set()
    page.keyboard.press("Tab")
    for _ in range(80):
        name = page.evaluate(
            """() => {
                const el = document.activeElement;
                if (!el.closest('.ldn-piece')) return '';
                return el.labels?.[0]?.innerText || el.getAttribute('aria-label') || el.innerText;
            }"""
        )
        if name:
            reached.add(re.sub(r"\s+", " ", name).strip())
        page.keyboard.press("Tab")
    assert {"Less: Dose 1", "More: Dose 1", "Dose 1, milligrams", "Remove dose 2", "Add a dose"} <= reached
    assert {"receptor occupancy", "daily, at steady state", "mu", "24 h", "between models A–C"} <= reached
    assert {"The three models", "Show data", "What this model leaves out"} <= reached
    assert {"Reset", "Link to this view"} <= reached


@pytest.mark.parametrize(
    "checked", ["receptor occupancy", "daily, at steady state", "mu", "24 h", "between models A–C"]
)
def test_each_choice_changes_the_picture(piece, checked):
    opened = piece(DoseComparison())
    first = opened.piece.get_by_role("radio", name=checked, exact=True)
    choices = first.locator("xpath=ancestor::fieldset").get_by_role("radio").count()
    first.focus()
    pictures = {opened.picture()}
    for _ in range(choices - 1):
        opened.page.keyboard.press("ArrowRight")
        pictures.add(opened.picture())
    assert len(pictures) == choices


def test_the_choices_of_the_plasma_view_and_the_dose_panel_change_the_picture(piece):
    opened = piece(DoseComparison())
    before = opened.picture()
    assert opened.choose("daily doses").picture() != before
    assert "Weerts 2008" in opened.piece.locator(".ldn-live .ldn-panel-dose .ldn-caption").inner_text()
    before = opened.choose("naltrexone in plasma").picture()
    assert opened.choose("log").picture() != before
    expect(opened.piece.get_by_role("radio", name="between models A–C")).to_be_disabled()
    expect(opened.slider("Count hours above")).to_be_hidden()


def test_the_threshold_moves_the_hours(piece):
    opened = piece(DoseComparison()).press("Count hours above", *["ArrowRight"] * 10)
    first = readout(opened)
    assert first[0] == "4.5 mg"
    assert 0 < float(first[1].split()[0]) < 24
    assert f"Time above 60 % a day: 4.5 mg {first[1]}" in opened.words()


def test_doses_are_added_up_to_four_and_removed_to_one(piece):
    opened = piece(DoseComparison()).click("Add a dose").click("Add a dose")
    assert opened.words().count("holds") == 4
    assert opened.piece.get_by_role("slider", name=re.compile("Dose")).count() == 4
    expect(opened.piece.get_by_role("button", name="Add a dose")).to_be_disabled()
    for _ in range(3):
        opened.click("Remove dose 1").settle()
    assert opened.piece.get_by_role("slider", name=re.compile("Dose")).count() == 1
    assert opened.piece.get_by_role("button", name=re.compile("Remove")).count() == 0


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("200", "“200” mg is outside the range. Type a number from 0.5 to 100 mg."),
        ("a lot", "“a lot” is not a number. Type a number from 0.5 to 100 mg."),
        ("", "Nothing was typed. Type a number from 0.5 to 100 mg."),
    ],
)
def test_bad_typing_is_explained_and_stays_in_the_field(piece, typed, complaint):
    opened = piece(DoseComparison())
    before = opened.words()
    field, error = (opened.piece.get_by_label("Dose 1, milligrams"), opened.piece.locator(".ldn-error").first)
    opened.type("Dose 1, milligrams", typed)
    assert error.inner_text() == f"Dose 1: {complaint}"
    assert field.input_value() == typed
    assert field.get_attribute("aria-invalid") == "true"
    assert opened.words() == before
    opened.type("Dose 1, milligrams", "3,5")
    assert error.inner_text() == ""
    assert "3.5 mg holds" in opened.words()


def test_half_typed_numbers_are_left_alone(piece):
    opened = piece(DoseComparison())
    field = opened.piece.get_by_label("Dose 1, milligrams")
    field.fill("")
    field.type("12.5")
    assert field.input_value() == "12.5"
    assert "12.5 mg holds" in opened.words()
    field.press("ArrowUp")
    assert field.input_value() == "13"


def test_the_live_region_speaks_once_things_have_settled(piece):
    opened = piece(DoseComparison())
    page = opened.page
    page.wait_for_function("() => document.querySelector('.ldn-piece > [role=status]').textContent !== ''")
    page.evaluate(
        """() => { window.said = [];
        new MutationObserver(() => said.push(document.querySelector('.ldn-piece > [role=status]').textContent))
          .observe(document.querySelector('.ldn-piece > [role=status]'), {childList: true}); }"""
    )
    opened.press("Dose 1", *["ArrowLeft"] * 8)
    page.wait_for_timeout(900)
    said = page.evaluate("() => window.said")
    assert len(said) == 1
    assert "3.7" in said[0]
    assert page.locator(".ldn-piece > [role=status]").get_attribute("aria-live") in (None, "polite")


def test_pictures_have_words_that_follow(piece):
    opened = piece(DoseComparison()).press("Dose 1", "ArrowRight")
    opened.settle()
    assert "4.6" in opened.piece.locator(".ldn-panel-time svg[role=img]").get_attribute("aria-label")


def test_the_table_agrees_with_python_and_its_file_is_named_after_the_piece(piece):
    opened = piece(DoseComparison())
    head, *rows = opened.table()
    expected = DoseComparison().table()
    assert head == list(expected.columns)
    assert [[float(cell) for cell in row] for row in rows] == expected.to_numpy().tolist()
    opened.choose("one dose")
    last = DoseComparison(regimen="one_dose").table().iloc[-1].tolist()
    assert [float(cell) for cell in opened.table()[-1]] == last
    with opened.page.expect_download() as download:
        opened.click("Download CSV")
    assert download.value.suggested_filename == "dose-comparison-1.csv"


def test_a_link_for_one_piece_leaves_its_neighbour_alone(piece):
    one, other = DoseComparison(), DoseComparison(doses_mg=[3, 25], regimen="one_dose")
    opened = piece(one, other, fragment="#dose-comparison-2?receptor=%22kappa%22")
    opened.settle()
    second = opened.page.locator(".ldn-live .ldn-sentence").nth(1)
    assert "mu receptors" in opened.words()
    assert "kappa receptors" in second.inner_text()
    opened.choose("delta").settle()
    assert "kappa receptors" in second.inner_text()


def test_predicting_comes_before_looking(piece):
    opened = piece(DoseComparison(predict=QUESTION))
    page = opened.page
    expect(page.locator(".ldn-panels")).to_be_hidden()
    expect(page.get_by_role("button", name="Commit my guess")).to_be_disabled()
    page.get_by_label("Your guess, per cent").fill("9")
    opened.click("Commit my guess")
    result = page.locator(".ldn-guess-result")
    assert (
        result.inner_text()
        .replace("\xa0", " ")
        .startswith("You guessed 9 %. Model B says 53–64 % for 4.5 mg")
    )
    assert page.evaluate("() => document.activeElement.className") == "ldn-guess-result"
    expect(page.locator(".ldn-panels")).to_be_visible()
    assert page.locator(".ldn-guess-line").count() == 1
    opened.go()
    assert "You guessed 9" in result.inner_text()
    opened.click("Guess again")
    expect(page.locator(".ldn-panels")).to_be_hidden()
    opened.click("Skip")
    assert "skipped" in result.inner_text()
    expect(page.locator(".ldn-panels")).to_be_visible()


@pytest.mark.parametrize(
    "rubbish", ["{", '"text"', "[]", '{"guess": "many"}', '{"guess": 1e9}', "null", "true"]
)
def test_a_damaged_store_asks_again(piece, rubbish):
    opened = piece(DoseComparison(predict=QUESTION)).click("Skip")
    opened.page.evaluate(
        "(text) => Object.keys(localStorage).forEach(key => localStorage.setItem(key, text))", rubbish
    )
    expect(opened.go().piece.get_by_role("button", name="Skip")).to_be_visible()


def test_nothing_moves_for_readers_who_asked_for_less_motion(page, piece):
    page.emulate_media(reduced_motion="reduce")
    moving = piece(DoseComparison()).page.evaluate(
        """() => [...document.querySelectorAll('.ldn-piece *')].filter(el => {
          const style = getComputedStyle(el);
          return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0; }).length"""
    )
    assert moving == 0


def test_print_keeps_the_drawing_and_drops_the_buttons(piece):
    opened = piece(DoseComparison())
    opened.page.emulate_media(media="print")
    expect(opened.piece.locator(".ldn-live .ldn-panel-time svg")).to_be_visible()
    expect(opened.piece.get_by_role("button", name="Reset")).to_be_hidden()


def test_a_piece_that_fails_leaves_the_picture(page, site):
    page.route("**/dose_comparison.mjs", lambda route: route.fulfill(
        content_type="text/javascript", body="export default { render() { throw Error('broken'); } };"))  # fmt: skip
    page.goto(site.add(DoseComparison()))
    page.wait_for_timeout(300)
    expect(page.locator(".ldn-paper img")).to_be_visible()
    assert page.locator(".ldn-live").count() == 0
    assert any("broken" in problem for problem in page.problems.console)

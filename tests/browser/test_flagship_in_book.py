"""The dose comparison where readers meet it: on the cover of the book and in lesson 04."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

COVER = "index.html"
LESSON = "notebooks/04_a_tenth_of_the_dose.html"
PIECE = '.ldn-interactive[data-ldn-piece="dose_comparison"]'
DEFAULT = "4.5 mg holds 53–64 % of mu receptors"


def opened(page, book_url: str, path: str):
    """The live piece of a page of the book."""
    page.goto(book_url + path)
    page.wait_for_selector(f'{PIECE}[data-ldn-state="live"]', state="attached")
    return page.locator(PIECE)


def words(piece) -> str:
    """The sentence over the picture, once the next frame is painted, with ordinary spaces."""
    piece.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return re.sub(r"\s+", " ", piece.locator(".ldn-sentence").inner_text())


def hours_of_the_first_dose(piece) -> list[str]:
    row = piece.locator(".ldn-readout tbody tr").first
    return [cell.inner_text().replace("\xa0", " ") for cell in row.locator("th, td").all()]


def data(piece) -> list[list[str]]:
    rows = piece.locator(".ldn-live .ldn-table tbody tr").all()
    return [row.locator("th, td").all_inner_texts() for row in rows]


def skip_the_guess(piece) -> None:
    piece.get_by_role("button", name="Skip", exact=True).click()


@pytest.mark.parametrize("path", [COVER, LESSON])
def test_the_piece_is_live_and_its_paper_figure_is_put_away(page, book_url, path):
    piece = opened(page, book_url, path)
    if path == LESSON:
        skip_the_guess(piece)
    expect(piece.locator(".ldn-panel-time svg")).to_be_visible()
    assert piece.locator(".ldn-paper").is_hidden()
    assert DEFAULT in words(piece)
    assert page.problems.all() == []


@pytest.mark.parametrize("path", [COVER, LESSON])
def test_the_slider_moves_sentence_and_tables_by_keyboard(page, book_url, path):
    piece = opened(page, book_url, path)
    if path == LESSON:
        skip_the_guess(piece)
    piece.locator("summary", has_text="Show data").last.press("Enter")
    # Model C is the one whose hours above 50 % a slightly larger dose lengthens; A and B stand at the whole day.
    sentence, hours, table = words(piece), hours_of_the_first_dose(piece), data(piece)
    slider = piece.get_by_role("slider", name="Dose 1")
    for _ in range(5):
        slider.press("ArrowRight")
    assert ", 5 mg holds" in words(piece)
    moved = hours_of_the_first_dose(piece)
    assert moved[0] == "5 mg"
    assert float(moved[3].split()[0]) > float(hours[3].split()[0])
    # A larger dose holds more at every hour; the second dose stays as it was.
    for before, after in zip(table, data(piece), strict=True):
        assert after[0] == before[0]
        assert all(float(now) >= float(then) for now, then in zip(after[1:4], before[1:4], strict=True))
        assert float(after[1]) > float(before[1])
        assert after[4:] == before[4:]
    for _ in range(5):
        slider.press("ArrowLeft")
    assert (words(piece), hours_of_the_first_dose(piece), data(piece)) == (sentence, hours, table)
    slider.press("End")
    assert "100 mg" in words(piece)
    assert page.problems.all() == []


def test_a_link_to_a_view_of_the_cover_restores_it(page, book_url):
    piece = opened(page, book_url, COVER)
    piece.get_by_role("slider", name="Dose 1").press("Home")
    piece.get_by_role("radio", name="one dose", exact=True).first.check()
    piece.get_by_role("radio", name="kappa", exact=True).check()
    shown = words(piece)
    assert "0.5 mg" in shown
    assert "kappa" in shown
    piece.get_by_role("button", name="Link to this view").click()
    link = piece.get_by_label("Address of this view").input_value()
    assert link.startswith(book_url)
    page.goto("about:blank")
    restored = opened(page, book_url, link.removeprefix(book_url))
    assert words(restored) == shown
    assert restored.get_by_label("Dose 1, milligrams").input_value() == "0.5"
    restored.get_by_role("button", name="Reset").click()
    assert words(restored) != shown
    assert page.problems.all() == []


def test_the_lesson_asks_for_a_guess_before_it_shows(page, book_url):
    piece = opened(page, book_url, LESSON)
    commit = piece.get_by_role("button", name="Commit my guess")
    assert piece.locator(".ldn-panels").is_hidden()
    assert "What will 4.5 mg a day keep occupied" in piece.locator(".ldn-question").inner_text()
    assert commit.is_disabled()
    piece.get_by_label("Your guess, per cent").fill("9")
    assert commit.is_enabled()
    commit.press("Enter")
    result = piece.locator(".ldn-guess-result")
    assert result.inner_text().replace("\xa0", " ").startswith("You guessed 9 %. Model B says 53–64 %")
    expect(piece.locator(".ldn-panels")).to_be_visible()
    assert DEFAULT in words(piece)
    assert piece.locator(".ldn-guess-line").count() == 1
    page.reload()
    page.wait_for_selector(f'{PIECE}[data-ldn-state="live"]')
    assert "You guessed 9" in result.inner_text()
    assert page.problems.all() == []


@pytest.mark.parametrize("path", [COVER, LESSON])
def test_without_javascript_the_paper_figure_stands(new_page, book_url, path):
    page = new_page(java_script_enabled=False)
    page.goto(book_url + path)
    piece = page.locator(PIECE)
    image = piece.locator(".ldn-paper img, .ldn-paper svg[role=img]").first
    expect(image).to_be_visible()
    assert image.bounding_box()["height"] > 150
    alt = image.get_attribute("alt") or image.get_attribute("aria-label") or ""
    assert DEFAULT in alt.replace("\xa0", " ")
    assert piece.locator(".ldn-live").count() == 0

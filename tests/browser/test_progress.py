"""Marks beside the lessons: what earns them, what takes them back, and that nothing moves when they come."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ldn.interactives.base import STATIC
from ldn.publishing.serve import BookServer
from ldn.questions import bank, quiz

ROOT = Path(__file__).parents[2]
SPECIMENS = (ROOT / "tests/questions/specimens.yaml").read_text(encoding="utf-8")
KEY = "a-tenth-of-the-dose/progress/"
PAGE = """<!DOCTYPE html><html lang="en" class="js" data-theme="light"><head><meta charset="utf-8"><title>Lesson</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="book.css"><link rel="stylesheet" href="ldn/interactive.css">
<script type="module" src="book.mjs"></script><script type="module" src="progress.mjs"></script>
<script type="module" src="ldn/host.mjs"></script></head><body class="leaf"><main><h1>Lesson</h1>
<nav id="contents" class="contents" aria-label="Contents"><ul><li><a data-lesson="98" href="#">Other</a></li>
<li><a data-lesson="99" href="#">This lesson</a></li></ul></nav>{quiz}
<p class="finished needs-script" data-finished="99">
<label><input type="checkbox"> I have finished this lesson</label></p>
<p class="erase-answers"><button type="button">Erase</button> <span role="status"></span></p></main></body></html>"""

PLACES = """() => [...document.querySelectorAll('.contents, .contents a')]
    .map((one) => [one.offsetLeft, one.offsetTop, one.offsetWidth, one.offsetHeight])"""


@pytest.fixture(scope="module")
def lesson_url(tmp_path_factory):
    """Address of a page like a lesson's, whose closing quiz has two true-or-false questions."""
    folder = tmp_path_factory.mktemp("lesson")
    shutil.copytree(STATIC, folder / "ldn")
    shutil.copy(ROOT / "src/ldn/publishing/static/host.mjs", folder / "ldn")
    shutil.copytree(ROOT / "src/ldn/publishing/theme/static", folder, dirs_exist_ok=True)
    [one] = [item for item in bank.read(SPECIMENS, "99") if item.type == "true_false"]
    two = [one, one.model_copy(update={"id": "ldn-m99-q50"})]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bank, "all_items", lambda: two)
        closing = quiz(ids=[item.id for item in two], name="99-check")
    (folder / "index.html").write_text(PAGE.format(quiz=closing.static_html("closing")), encoding="utf-8")
    with BookServer(folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{server.address}index.html"
        server.shutdown()


def opened(page, url):
    page.goto(url)
    page.locator(".ldn-quiz").wait_for()
    return page


def answer(page, number: int) -> None:
    form = page.locator(".ldn-quiz form").nth(number)
    form.get_by_role("radio").first.check()
    form.get_by_role("button", name="Check").click()


def link(page, name: str):
    return page.locator(".contents").get_by_role("link", name=name, exact=True)


def kept(page):
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", f"{KEY}99") or "null")


def test_the_closing_quiz_begins_and_finishes_a_lesson_right_or_wrong(page, lesson_url):
    opened(page, lesson_url)
    expect(link(page, "This lesson")).to_be_visible()
    before = page.evaluate(PLACES)
    answer(page, 0)
    expect(link(page, "This lesson (begun)")).to_be_visible()
    answer(page, 1)
    expect(link(page, "This lesson (done)")).to_be_visible()
    assert page.evaluate(PLACES) == before
    assert kept(page) == {"quiz": "done"}
    opened(page, lesson_url)
    expect(link(page, "This lesson (done)")).to_be_visible()
    expect(link(page, "Other")).to_be_visible()
    # Erasing the quiz to take it again leaves the mark; erasing everything does not.
    page.get_by_text("Your answers", exact=True).click()
    for what, name in (("Erase this quiz", "This lesson (done)"), ("Erase everything", "This lesson")):
        page.get_by_role("button", name=what).click()
        page.locator(".ldn-answers").get_by_role("button", name="Erase", exact=True).click()
        expect(link(page, name)).to_be_visible()
    assert kept(page) is None


def test_a_lesson_only_begun_is_open_again_when_its_answer_is_erased(page, lesson_url):
    opened(page, lesson_url)
    answer(page, 0)
    expect(link(page, "This lesson (begun)")).to_be_visible()
    page.get_by_text("Your answers", exact=True).click()
    page.get_by_role("button", name="Erase this quiz").click()
    page.locator(".ldn-answers").get_by_role("button", name="Erase", exact=True).click()
    expect(link(page, "This lesson")).to_be_visible()
    assert kept(page) is None


def test_the_readers_own_tick_counts_and_the_books_button_erases_it(page, lesson_url, axe_violations):
    opened(page, lesson_url)
    answer(page, 0)
    tick = page.get_by_role("checkbox", name="I have finished this lesson")
    tick.press("Space")
    expect(link(page, "This lesson (done)")).to_be_visible()
    assert kept(page) == {"quiz": "begun", "own": True}
    assert axe_violations(page) == []
    opened(page, lesson_url)
    expect(tick).to_be_checked()
    tick.uncheck()
    expect(link(page, "This lesson (begun)")).to_be_visible()
    tick.check()
    erase = page.locator(".erase-answers button")
    erase.click()
    erase.click()
    expect(link(page, "This lesson")).to_be_visible()
    expect(tick).not_to_be_checked()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("rubbish", ["{", "null", "7", '{"quiz": "passed", "own": "yes"}'])
def test_damaged_marks_are_none(page, lesson_url, rubbish):
    opened(page, lesson_url)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{KEY}98", rubbish])
    opened(page, lesson_url)
    expect(link(page, "Other")).to_be_visible()
    assert page.problems.all() == []


def test_where_nothing_can_be_kept_the_marks_hold_for_the_page(page, lesson_url):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    opened(page, lesson_url)
    page.get_by_role("checkbox", name="I have finished this lesson").check()
    answer(page, 0)
    expect(link(page, "This lesson (done)")).to_be_visible()
    assert page.problems.all() == []


def test_in_the_book_a_lesson_is_marked_in_the_contents_and_in_the_planner(page, open_page):
    open_page(page, "notebooks/04_a_tenth_of_the_dose")
    page.get_by_role("checkbox", name="I have finished this lesson").check()
    expect(page.locator(".contents a[data-progress=done]")).to_have_attribute("data-lesson", "04")
    open_page(page, "book/study-planner")
    marked = page.locator("a[data-progress]").evaluate_all("all => all.map(one => one.dataset.lesson)")
    assert marked == ["04", "04"]
    expect(page.locator(".study-plan a[data-progress=done]")).to_have_attribute("data-lesson", "04")

"""Every page of the book, as a reader meets it: on a desk, on a phone, in the dark, by keyboard, on paper."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
import yaml
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]
MOST_REQUESTS = 25
NARROWEST = {"width": 320, "height": 640}


def pages_of_toc() -> list[str]:
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text())
    return [toc["root"], *(chapter["file"] for part in toc["parts"] for chapter in part["chapters"])]


PAGES = [*pages_of_toc(), "search"]


_WORDLESS = """() => [...document.querySelectorAll('img, svg, canvas')]
    .filter((picture) => picture.checkVisibility() && !picture.closest('[aria-hidden="true"], [role="img"] *'))
    .filter((picture) => !(picture.getAttribute('alt') ?? '').trim()
        && !(picture.getAttribute('aria-label') ?? '').trim()
        && !picture.getAttribute('aria-labelledby'))
    .map((picture) => picture.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", PAGES)
def test_page_is_clean_in_both_themes_and_on_a_small_phone(new_page, open_page, axe_violations, name):
    """One visit: opened in the dark on a desk, then turned to light on a small phone."""
    page = open_page(new_page(color_scheme="dark", reduced_motion="reduce"), name)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.problems.all() == []
    fetched = [address for address in page.problems.requests if not address.startswith(("data:", "blob:"))]
    assert len(fetched) <= MOST_REQUESTS
    assert page.evaluate(_WORDLESS) == []
    assert axe_violations(page) == []
    page.evaluate("() => document.documentElement.dataset.theme = 'light'")
    page.set_viewport_size(NARROWEST)
    page.wait_for_timeout(150)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"]
    assert axe_violations(page) == []


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag, attributes) -> None:
        names = dict(attributes)
        if names.get("id"):
            self.ids.add(names["id"])
        for name in ("href", "src"):
            if names.get(name):
                self.targets.append(names[name])


def test_no_internal_link_is_dead(book_folder):
    parsed = {}
    for file in book_folder.rglob("*.html"):
        links = _Links()
        links.feed(file.read_text(encoding="utf-8"))
        parsed[file.resolve()] = links
    dead = []
    checked = 0
    for file, links in parsed.items():
        for target in links.targets:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            address, fragment = urldefrag(urljoin(file.as_uri(), target))
            aim = Path(unquote(urlsplit(address).path))
            checked += 1
            if not aim.exists() or (fragment and aim in parsed and fragment not in parsed[aim].ids):
                dead.append(f"{file.name}: {target}")
    assert checked > 50
    assert dead == []


def test_search_finds_a_word_and_leads_to_it(page, open_page):
    open_page(page, "index")
    page.get_by_role("searchbox", name="Search the book").fill("occupancy")
    page.keyboard.press("Enter")
    results = page.locator("#search-results li")
    results.first.wait_for()
    page.wait_for_load_state("networkidle")
    assert page.get_by_role("link", name="Glossary").count() >= 1
    assert "occupancy" in page.locator("#search-results").inner_text().lower()
    results.first.get_by_role("link").click()
    page.wait_for_load_state("networkidle")
    assert "occupancy" in page.locator("main").inner_text().lower()
    assert page.problems.all() == []


def test_theme_switch_works_and_is_remembered(page, open_page):
    open_page(page, "book/about")
    switch = page.get_by_role("button", name="Dark theme")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    assert switch.get_attribute("aria-pressed") == "false"
    switch.press("Enter")
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.evaluate(paper) != light
    open_page(page, "book/sources")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_keyboard_reaches_the_main_controls(page, open_page):
    open_page(page, "book/how-to-use")
    reached = []
    # The contents grow by a line a lesson; the last wanted stop is the sources page.
    while len(reached) < 60 and not (reached and reached[-1][0] == "Sources"):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => { const at = document.activeElement;
                    const name = at.textContent.trim() || at.getAttribute('aria-label') || at.name || '';
                    return [name, getComputedStyle(at).outlineStyle]; }"""
            )
        )
    names = [name for name, _ in reached]
    assert names[0] == "Skip to the text"
    for wanted in ("A Tenth of the Dose", "Search", "Dark theme", "Welcome", "Sources"):
        assert wanted in names
    assert all(outline != "none" for _, outline in reached)


def test_skip_link_leads_to_the_text(page, open_page):
    open_page(page, "book/about")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_contents_open_on_a_phone_and_close_again(new_page, open_page):
    page = open_page(new_page(viewport=NARROWEST), "book/about")
    contents = page.get_by_role("navigation", name="Contents")
    assert not contents.is_visible()
    page.get_by_role("button", name="Contents").press("Enter")
    expect(contents).to_be_visible()
    expect(contents.get_by_role("link", name="Glossary")).to_be_visible()
    page.keyboard.press("Escape")
    assert not contents.is_visible()


def test_contents_work_without_javascript_on_a_phone(new_page, book_url):
    page = new_page(viewport=NARROWEST, java_script_enabled=False)
    page.goto(f"{book_url}book/about.html")
    page.get_by_role("button", name="Contents").click()
    expect(page.get_by_role("link", name="Glossary")).to_be_visible()


def test_without_javascript_the_paper_figures_stand(new_page, book_url):
    page = new_page(java_script_enabled=False)
    page.goto(f"{book_url}index.html")
    picture = page.locator(".ldn-paper img").first
    expect(picture).to_be_visible()
    assert len(picture.get_attribute("alt")) > 40
    assert picture.bounding_box()["width"] > 300
    assert not page.get_by_role("button", name="Dark theme").is_visible()


def test_print_shows_the_text_and_not_the_furniture(new_page, open_page):
    page = open_page(new_page(color_scheme="dark"), "book/how-to-use")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    for furniture in (".running-head", ".contents", ".turn-page"):
        assert not page.locator(furniture).first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(page.pdf()) > 10_000


def test_a_live_piece_prints_in_dark_ink_from_the_dark_theme(new_page, open_page):
    page = open_page(new_page(color_scheme="dark"), "index")
    ink = "getComputedStyle(document.querySelector('.ldn-live text')).fill"
    brightness = f"{ink}.match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)"
    assert page.evaluate(brightness) > 3 * 128
    page.emulate_media(media="print")
    assert page.evaluate(brightness) < 3 * 128


def test_code_can_be_copied(new_page, open_page, book_url):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    open_page(page, "book/how-to-use")
    page.get_by_role("button", name="Copy").first.press("Enter")
    page.get_by_role("button", name="Copied").wait_for()
    assert "from ldn.pharmacology import" in page.evaluate("navigator.clipboard.readText()")


def test_erasing_takes_the_books_own_keys_only_and_asks_first(page, open_page):
    open_page(page, "book/how-to-use")
    page.evaluate(
        "localStorage.setItem('a-tenth-of-the-dose/quiz', '1'); localStorage.setItem('somebody-else', '2');"
    )
    button = page.locator(".erase-answers button")
    button.press("Enter")
    assert page.evaluate("localStorage.getItem('a-tenth-of-the-dose/quiz')") == "1"
    button.press("Enter")
    assert page.locator(".erase-answers [role=status]").inner_text() == "Erased."
    assert page.evaluate("localStorage.getItem('a-tenth-of-the-dose/quiz')") is None
    assert page.evaluate("localStorage.getItem('somebody-else')") == "2"


def test_lines_are_of_a_readable_length(page, open_page):
    open_page(page, "book/about")
    characters = page.evaluate(
        """() => { const paragraph = [...document.querySelectorAll('main p')].find((p) => p.textContent.length > 250);
            const range = document.createRange(); const lines = new Map();
            const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode())
              for (let i = 0; i < node.length; i += 1) {
                range.setStart(node, i); range.setEnd(node, i + 1);
                const top = Math.round(range.getBoundingClientRect().top / 8);
                lines.set(top, (lines.get(top) ?? 0) + 1);
              }
            return [...lines.values()].slice(0, -1); }"""
    )
    assert characters
    average = sum(characters) / len(characters)
    assert 60 <= average <= 78


def test_cover_links_the_lesson_that_stands_and_only_that(page, open_page):
    open_page(page, "index")
    lessons = yaml.safe_load((ROOT / "book" / "lessons.yaml").read_text())
    readable = [lesson for lesson in lessons if "page" in lesson]
    cards = page.locator(".lesson-card")
    assert cards.count() == len(lessons)
    for lesson in readable:
        card = cards.filter(has_text=lesson["question"])
        assert f"{lesson['minutes']} minutes" in card.inner_text()
        assert card.get_by_role("link").count() == 1
    planned = page.locator(".lesson-card.planned")
    assert planned.count() == len(lessons) - len(readable)
    assert planned.get_by_role("link").count() == 0


def test_the_watch_itself_sees_faults(page, open_page, axe_violations):
    open_page(page, "book/about")
    page.evaluate(
        """() => { const picture = document.createElement('img');
            picture.src = 'https://example.org/counter.gif';
            document.querySelector('main').append(picture);
            console.error('broken'); }"""
    )
    page.wait_for_timeout(200)
    assert page.problems.outside == ["https://example.org/counter.gif"]
    assert any("broken" in message for message in page.problems.console)
    assert any(violation.startswith("image-alt") for violation in axe_violations(page))

"""The table of studies and the cards, as a reader uses them."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ldn.publishing.evidence_chapters import entries, page_of
from ldn.publishing.evidence_index import csv as whole_file

INDEX = "book/evidence/index"


def rows_shown(page) -> list[str]:
    return page.locator(".evidence-table tbody tr:visible").evaluate_all(
        "rows => rows.map((row) => row.dataset.id)"
    )


def downloaded(page) -> list[dict[str, str]]:
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download these as CSV").press("Enter")
    text = Path(waited.value.path()).read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(text)))


def test_filter_by_condition_design_and_words_and_save_what_is_shown(page, open_page):
    open_page(page, INDEX)
    said = page.get_by_role("status")
    expect(said).to_have_text(f"{len(entries())} of {len(entries())} studies and reviews shown.")
    page.get_by_label("Condition").select_option("fibromyalgia")
    page.get_by_label("Design").select_option("crossover")
    wanted = sorted(
        id
        for id, e in entries().items()
        if (e.condition, getattr(e, "design", "")) == ("fibromyalgia", "crossover")
    )
    assert sorted(rows_shown(page)) == wanted
    expect(said).to_have_text(f"{len(wanted)} of {len(entries())} studies and reviews shown.")
    page.get_by_label("Words").fill("younger NCT00568555")
    assert rows_shown(page) == ["younger2013"]
    table = downloaded(page)
    every = {line["id"]: line for line in csv.DictReader(StringIO(whole_file()))}
    assert table == [every["younger2013"]]
    page.reload()
    assert rows_shown(page) == ["younger2013"]
    page.get_by_label("Words").fill("no such words")
    assert rows_shown(page) == []
    expect(page.get_by_role("button", name="Download these as CSV")).to_be_disabled()
    assert page.problems.all() == []


def test_accents_do_not_hide_a_study_and_an_address_of_the_past_shows_all(page, open_page, book_url):
    open_page(page, INDEX)
    page.get_by_label("Words").fill("rosner")
    assert rows_shown(page) == ["rosner2010"]
    page.goto(f"{book_url}{INDEX}.html?condition=forgotten")
    assert len(rows_shown(page)) == len(entries())
    assert len(downloaded(page)) == len(entries())


def test_without_javascript_the_table_and_its_file_stand(new_page, book_url):
    page = new_page(java_script_enabled=False)
    page.goto(f"{book_url}{INDEX}.html")
    assert page.locator(".evidence-table tbody tr").count() == len(entries())
    assert not page.locator(".evidence-filter").is_visible()
    with page.expect_download() as waited:
        page.get_by_role("link", name="Download the whole table as CSV").click()
    assert Path(waited.value.path()).read_text(encoding="utf-8").count("\n") > len(entries())


def test_a_row_leads_to_its_card_and_the_card_to_the_paper(page, open_page):
    open_page(page, INDEX)
    page.get_by_role("link", name="Younger 2013").click()
    expect(page).to_have_url(re.compile(r"/fibromyalgia\.html#younger2013$"))
    card = page.locator("#younger2013")
    expect(card.get_by_role("heading", name="Younger 2013")).to_be_in_viewport()
    assert (
        card.get_by_role("link", name="doi:10.1002/art.37734").get_attribute("href")
        == "https://doi.org/10.1002/art.37734"
    )


def test_an_outcome_can_be_linked_even_where_it_is_folded_away(page, book_url):
    page.goto(f"{book_url}book/evidence/fibromyalgia.html#younger2013-vivid_dreams")
    expect(page.locator("#younger2013-vivid_dreams")).to_be_in_viewport()


def test_pages_of_cards_fit_a_small_phone_and_ask_nobody(new_page, open_page):
    page = new_page(viewport={"width": 320, "height": 640})
    for name in sorted({page_of(entry) for entry in entries().values()}):
        open_page(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    assert page.problems.all() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_cards_are_accessible(new_page, open_page, axe_violations, theme):
    """One card of each make: rows of single people and correlations, folded outcomes, a review."""
    page = open_page(new_page(color_scheme=theme), "book/evidence/fibromyalgia")
    page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
    for card in ("#younger2009", "#due_bruun2024", "#vatvani2024"):
        assert axe_violations(page, card) == []


@pytest.fixture(scope="module")
def links_to_cards(book_folder) -> dict[Path, list[str]]:
    """Every link of the built book to an evidence card, by the page that holds it, states of interactives included."""
    found = {}
    for file in [*book_folder.glob("notebooks/*.html"), *book_folder.glob("book/*.html")]:
        html = file.read_text(encoding="utf-8")
        found[file] = re.findall(r'"((?:\.\./book/)?evidence/[a-z-]+\.html#[^"]+)"', html)
    return found


def test_every_link_to_a_study_lands_on_its_card(book_folder, links_to_cards):
    anchors = {f"{page_of(entry).rpartition('/')[2]}.html#{id}" for id, entry in entries().items()}
    for page in {page_of(entry) for entry in entries().values()}:
        html = (book_folder / f"{page}.html").read_text(encoding="utf-8")
        for id in (id for id, entry in entries().items() if page_of(entry) == page):
            assert html.count(f'id="{id}"') == 1
    links = [link.rpartition("evidence/")[2] for found in links_to_cards.values() for link in found]
    assert len(links) > 20
    assert set(links) <= anchors


def test_no_lesson_leads_past_a_card(book_folder, links_to_cards):
    papers = {source.address for entry in entries().values() for source in entry.sources if source.address}
    for file in links_to_cards:
        if file.name == "sources.html":
            continue
        past = [paper for paper in papers if f'"{paper}"' in file.read_text(encoding="utf-8")]
        assert past == [], file.name


def test_a_card_leads_back_to_the_lessons_that_cite_it(book_folder, links_to_cards):
    for file, links in links_to_cards.items():
        if file.parent.name != "notebooks":
            continue
        for link in set(links):
            chapter, _, id = link.rpartition("/")[2].partition("#")
            card = (
                (book_folder / "book" / "evidence" / chapter)
                .read_text(encoding="utf-8")
                .partition(f'id="{id}"')[2]
            )
            assert f'href="../../notebooks/{file.name}"' in card.partition("</section>")[0], (file.name, id)

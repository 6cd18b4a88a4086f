"""The book's search finds lessons, evidence cards, claims and glossary entries, and leads to the very place."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "title", "place"),
    [
        (
            "Younger 2013",
            "Evidence: fibromyalgia > Younger 2013",
            "book/evidence/fibromyalgia.html#younger2013",
        ),
        ("Schild plot", "Glossary", "book/glossary.html#term-Schild-plot"),
        ("trapezoidal", "Where does a 4.5 mg tablet go?", "notebooks/03_where_a_tablet_goes.html"),
        ("sedimentation", "The claims and their verdicts", "book/claims.html"),
        ("therapeutic index", "Concept index", "book/concepts.html"),
    ],
)
def test_search_leads_to_the_place(page, book_url, words, title, place):
    page.goto(f"{book_url}search.html?q={words}")
    result = (
        page.locator("#search-results li > a").filter(has_text=title).and_(page.locator(f"[href^='{place}']"))
    )
    result.first.wait_for()
    result.first.click()
    page.wait_for_load_state("networkidle")
    assert words.lower() in page.locator("main").inner_text().lower()
    fragment = page.url.partition("#")[2]
    assert not fragment or page.locator(f"[id='{fragment}']").count() == 1
    assert page.problems.all() == []

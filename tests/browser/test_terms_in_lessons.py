"""Glossary terms in the built lessons: each linked once, with its definition, in running text."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
LESSONS = [
    lesson["page"]
    for lesson in yaml.safe_load((ROOT / "book" / "lessons.yaml").read_text())
    if "page" in lesson
]
_LINK = re.compile(
    r'<a class="[^"]*\bterm\b[^"]*" href="\.\./book/glossary\.html#([^"]+)" title="([^"]+)">([^<]+)</a>'
)


@pytest.fixture(scope="module")
def definitions(book_folder) -> dict[str, str]:
    """The glossary's definitions as a reader sees them, by anchor."""
    html = (book_folder / "book" / "glossary.html").read_text(encoding="utf-8")
    found = re.findall(r'<dt id="(term-[^"]+)">.*?</dt>\s*<dd>(.*?)</dd>', html, re.DOTALL)
    return {anchor: " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split()) for anchor, text in found}


@pytest.mark.parametrize("name", LESSONS)
def test_terms_are_linked_once_with_their_definition_and_not_in_headings(book_folder, definitions, name):
    html = (book_folder / f"{name}.html").read_text(encoding="utf-8")
    links = _LINK.findall(html)
    assert links
    anchors = [anchor for anchor, _, _ in links]
    assert len(set(anchors)) == len(anchors)
    for anchor, title, _ in links:
        assert unescape(title) == definitions[anchor]
    for quiet in re.findall(
        r'<h\d.*?</h\d>|<pre.*?</pre>|<div class="admonition claim.*?</div>', html, re.DOTALL
    ):
        assert not _LINK.search(quiet)

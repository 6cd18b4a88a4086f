"""The article and the verdicts as the book shows them: complete, in the store's words, and linked both ways."""

import re
from datetime import date
from pathlib import Path

import pytest
from docutils import nodes

from ldn import reference
from ldn.publishing.claims_page import anchor_of_heading, spoken_date, verdict_list
from ldn.publishing.lesson_cards import read_lessons
from ldn.publishing.specimen_article import article_block, claim_anchor, place_in_article

ROOT = Path(__file__).parents[2]
LESSONS = {lesson.number: lesson for lesson in read_lessons(ROOT / "book" / "lessons.yaml")}


def test_the_block_says_what_the_article_says_and_marks_each_claim():
    block = article_block(reference.article(), "claims.html")
    paragraphs = [
        part for part in block.children if isinstance(part, nodes.paragraph) and not part["classes"]
    ]
    spoken = "\n\n".join(re.sub(r" C\d+(?= |$)", "", paragraph.astext()) for paragraph in paragraphs)
    assert spoken == reference.article().text
    for claim in reference.claims():
        (words,) = [part for part in block.findall(nodes.emphasis) if part.astext() == claim.words]
        assert words["ids"] == [place_in_article(claim.id)]
    marks = {link.astext(): link["refuri"] for link in block.findall(nodes.reference)}
    assert marks == {claim.id: f"claims.html#{claim_anchor(claim.id)}" for claim in reference.claims()}


def test_the_block_says_first_that_it_is_a_specimen():
    block = article_block(reference.article(), "claims.html")
    assert block[0].astext() == "Specimen"
    assert reference.article().label in block[1].astext()


def test_every_claim_stands_under_its_word_once():
    listed = verdict_list(reference.claims())
    received = {
        entry[0].astext(): [link.astext() for link in entry.findall(nodes.reference)] for entry in listed
    }
    assert sum(len(ids) for ids in received.values()) == 14
    for claim in reference.claims():
        assert claim.id in received[claim.verdict]


def test_a_date_is_written_as_one_speaks_it():
    assert spoken_date(date(2026, 3, 5)) == "5 March 2026"


def test_a_heading_is_found_in_the_contents_of_a_page_and_a_lost_one_is_not():
    link = nodes.reference("", "TLR4 and its two arms", anchorname="#tlr4-and-its-two-arms")
    contents = nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "", link)))
    assert anchor_of_heading(contents, "TLR4 and its two arms") == "#tlr4-and-its-two-arms"
    assert anchor_of_heading(contents, "TLR4 and its three arms") is None


@pytest.mark.parametrize("claim", reference.claims(), ids=lambda claim: claim.id)
def test_a_claim_is_worked_out_under_a_heading_that_exists(claim):
    import nbformat

    for number, heading in claim.sections.items():
        page = LESSONS[number].page
        if page is None:  # A lesson still to come has no headings yet.
            continue
        cells = nbformat.read(ROOT / f"{page}.ipynb", as_version=4).cells
        text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        headings = re.findall(r"^#{1,3} (.+)$", text, re.MULTILINE)
        assert heading in headings
        assert f"**Claim {claim.id}.**" in text

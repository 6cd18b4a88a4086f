"""First uses of glossary terms are linked in running text, and nowhere else."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.utils import new_document

from ldn.publishing.glossary_links import Term, link_first_uses

TERMS = [
    Term("half-life", "term-half-life", "The time in which a quantity halves."),
    Term("dissociation half-life", "term-dissociation", "The time in which half has left."),
    Term("antagonist", "term-antagonist", "Binds without activating."),
    Term("affinity", "term-affinity", "How readily they stay together."),
    Term("distribution", "term-distribution", "Between blood and tissue."),
    Term("TLR4", "term-tlr4", "Toll-like receptor 4."),
    Term("low-dose naltrexone", "term-ldn", "LDN. Up to 6 mg a day."),
    Term("power", "term-power", "How often a trial finds what is there."),
    Term("model", "term-model", "Precise statements."),
    Term("Bmax, Kd", "term-bmax", "No plain word."),
]


def lesson(*parts: nodes.Node, opening: tuple[nodes.Node, ...] = ()) -> nodes.document:
    document = new_document("lesson")
    document += nodes.section(
        "", nodes.title("", "Lesson"), *opening, nodes.section("", *parts, ids=["a"]), ids=["l"]
    )
    return document


def linked(*parts: nodes.Node) -> list[str]:
    document = lesson(*parts)
    link_first_uses(document, TERMS, "../book/glossary.html")
    return [
        f"{link.astext()}>{link['refuri'].partition('#term-')[2]}"
        for link in document.findall(nodes.reference)
    ]


def said(text: str) -> nodes.paragraph:
    return nodes.paragraph("", text)


def test_the_first_use_is_linked_with_its_definition_and_the_rest_stays():
    document = lesson(said("An antagonist blocks."), said("Antagonists bind; an antagonist stays."))
    link_first_uses(document, TERMS, "glossary.html")
    [link] = document.findall(nodes.reference)
    assert link["refuri"] == "glossary.html#term-antagonist"
    assert link["reftitle"] == "Binds without activating."
    assert "term" in link["classes"]
    assert document.astext().split("\n\n")[1:] == [
        "An antagonist blocks.",
        "Antagonists bind; an antagonist stays.",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Antagonists are many.", ["Antagonists>antagonist"]),
        ("Two half-lives later", ["half-lives>half-life"]),
        ("Affinities differ", ["Affinities>affinity"]),
        (
            "The dissociation half-life, then the half-life.",
            ["dissociation half-life>dissociation", "half-life>half-life"],
        ),
        ("LDN is a word for it.", ["LDN>ldn"]),
        ("Low-dose naltrexone at night", ["Low-dose naltrexone>ldn"]),
        ("TLR4 and not tlr4", ["TLR4>tlr4"]),
        ("tlr4 alone", []),
        ("an antagonist-free dish, antagonistic, non-antagonist", []),
        ("A normal distribution is no distribution of a drug.", ["distribution>distribution"]),
        ("Four powers of ten; the power of a trial.", ["power>power"]),
        ("Every model leaves things out.", []),
        ("Bmax, Kd", []),
    ],
)
def test_whole_words_sensible_plurals_and_no_other_meaning(text, found):
    assert linked(said(text)) == found


def test_headings_code_links_formulas_tables_and_quoted_claims_are_left_alone():
    word = "antagonist"
    entry = nodes.entry("", said(word))
    table = nodes.table("", nodes.tgroup("", nodes.tbody("", nodes.row("", entry)), cols=1))
    claim = nodes.admonition("", said(f"Claim: the {word} helps."), classes=["claim"])
    assert (
        linked(
            nodes.section("", nodes.title("", word), ids=["x"]),
            nodes.literal_block("", word),
            nodes.paragraph("", "", nodes.literal("", word), nodes.math("", word)),
            nodes.block_quote("", said(word)),
            table,
            claim,
        )
        == []
    )
    beside = nodes.admonition("", said(f"The {word} again."), classes=["example"])
    assert linked(claim.deepcopy(), beside) == ["antagonist>antagonist"]
    own = nodes.paragraph("", "", nodes.reference("", word, refuri="https://doi.org/10.1/x"))
    assert linked(own) == ["antagonist>"]


def test_a_term_in_bold_or_italics_is_running_text():
    assert linked(nodes.paragraph("", "", nodes.strong("", "affinity"))) == ["affinity>affinity"]


def test_the_opening_of_a_lesson_is_left_alone():
    document = lesson(said("Affinity once more."), opening=(said("You can compute an affinity."),))
    link_first_uses(document, TERMS, "glossary.html")
    assert [link.astext() for link in document.findall(nodes.reference)] == ["Affinity"]

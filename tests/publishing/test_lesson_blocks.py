import pytest
from docutils import nodes

from ldn.publishing.lesson_blocks import KIND_OF_OPENING, LessonBlocks, kind_of


def quotation(opening: str, rest: str = " How many hours?") -> nodes.block_quote:
    """As the parser leaves it: an empty text, the bold opening, the rest."""
    words = [nodes.Text(""), nodes.strong("", opening), nodes.Text(rest)]
    return nodes.block_quote("", nodes.paragraph("", "", *words))


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("Predict.", "predict"),
        ("The claim:", "claim"),
        ("The claim C11.", "claim"),
        ("The claims C3 and C11.", None),
        ("WHAT HAPPENED", "happened"),
        ("Teaching, not medical advice.", "advice"),
        ("Exercise 2.", "exercise"),
        ("Nothing known.", None),
    ],
)
def test_kind_follows_the_opening_words(opening, kind):
    assert kind_of(quotation(opening)) == kind


def test_a_quotation_without_bold_opening_stays_one():
    plain = nodes.block_quote("", nodes.paragraph("", "Predict. Not bold."))
    assert kind_of(plain) is None
    assert kind_of(nodes.block_quote("", nodes.bullet_list())) is None


def transformed(block: nodes.block_quote) -> nodes.document:
    from docutils.frontend import get_default_settings
    from docutils.parsers.rst import Parser
    from docutils.utils import new_document

    document = new_document("lesson", get_default_settings(Parser))
    document += block
    LessonBlocks(document).apply()
    return document


def test_block_keeps_its_text_and_gets_a_title():
    (block,) = transformed(quotation("Predict.")).children
    assert isinstance(block, nodes.admonition)
    assert block["classes"] == ["predict"]
    assert block[0].astext() == "Predict"
    assert block[1].astext() == "How many hours?"


def test_block_whose_opening_stands_alone_keeps_the_rest():
    quote = quotation("Exercise.", rest="")
    quote += nodes.paragraph("", "Compute the hours.")
    (block,) = transformed(quote).children
    assert [child.astext() for child in block] == ["Exercise", "Compute the hours."]


def test_style_sheet_knows_every_kind_but_the_plain_ones():
    from ldn.publishing import THEME

    styles = (THEME / "static" / "book.css").read_text(encoding="utf-8")
    plain = {"example", "brief", "note"}  # these have the look of any admonition
    for kind in set(KIND_OF_OPENING.values()) - plain:
        assert f".admonition.{kind}" in styles

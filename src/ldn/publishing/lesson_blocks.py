"""Quotations that open with a known word become the blocks that steer a lesson.

A lesson writes ``> **Predict.** How many hours …``: JupyterLab and GitHub show a quotation with a bold
opening, the book shows a block of its own kind. Nothing in the notebook depends on the book.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms import SphinxTransform

# Opening words (without the closing full stop or colon, any case) and the class the style sheet knows.
KIND_OF_OPENING = {
    "the claim": "claim",
    "claim": "claim",
    "the question": "question",
    "question": "question",
    "predict": "predict",
    "what happened": "happened",
    "worked example": "example",
    "exercise": "exercise",
    "in brief": "brief",
    "note": "note",
    "key point": "brief",
    "open question": "open-question",
    "still open": "open-question",
    "what we do not know": "open-question",
    "teaching, not medical advice": "advice",
}


def kind_of(quotation: nodes.block_quote) -> str | None:
    """The class of a quotation's opening words, or None for an ordinary quotation."""
    opening = _opening(quotation)
    if opening is None:
        return None
    words = opening.astext().strip().rstrip(".:?").strip().lower()
    return KIND_OF_OPENING.get(words) or KIND_OF_OPENING.get(words.split(" c")[0].strip(" ,:"))


def _opening(quotation: nodes.block_quote) -> nodes.strong | None:
    if not quotation.children or not isinstance(quotation[0], nodes.paragraph) or not quotation[0].children:
        return None
    first = quotation[0][0]
    return first if isinstance(first, nodes.strong) else None


class LessonBlocks(SphinxTransform):
    """Turns each quotation with a known opening into an admonition of that kind."""

    default_priority = 400

    def apply(self, **kwargs) -> None:
        for quotation in list(self.document.findall(nodes.block_quote)):
            kind = kind_of(quotation)
            if kind is None:
                continue
            opening = _opening(quotation)
            paragraph = quotation[0]
            paragraph.remove(opening)
            if paragraph.children and isinstance(paragraph[0], nodes.Text):
                paragraph.replace(paragraph[0], nodes.Text(paragraph[0].astext().lstrip(" .:")))
            if not paragraph.astext().strip() and len(paragraph.children) <= 1:
                quotation.remove(paragraph)
            title = nodes.title("", "", *opening.children)
            block = nodes.admonition("", title, *quotation.children, classes=[kind])
            block.source, block.line = quotation.source, quotation.line
            quotation.replace_self(block)


def setup(app) -> None:
    app.add_transform(LessonBlocks)

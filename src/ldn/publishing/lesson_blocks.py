"""Quotations that open with a known word become the blocks that steer a lesson.

A lesson writes ``> **Predict.** How many hours …``: JupyterLab and GitHub show a quotation with a bold
opening, the book shows a block of its own kind. Nothing in the notebook depends on the book.
"""

from __future__ import annotations

import re

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
    "specimen": "specimen",
}

_NUMBER = re.compile(r"\s+(c?\d+|c?\d+ (?:and|to) c?\d+)$")


def kind_of(quotation: nodes.block_quote) -> str | None:
    """The class of a quotation's opening words, or None for an ordinary quotation."""
    opening = _opening(quotation)
    if opening is None:
        return None
    words = opening.astext().strip().rstrip(".:?").strip().lower()
    # "The claim C11": a block may be numbered.
    return KIND_OF_OPENING.get(words) or KIND_OF_OPENING.get(_NUMBER.sub("", words))


def _opening(quotation: nodes.block_quote) -> nodes.strong | None:
    if not quotation.children or not isinstance(quotation[0], nodes.paragraph):
        return None
    # The parser leaves an empty text before a bold opening.
    spoken = (part for part in quotation[0].children if part.astext())
    first = next(spoken, None)
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
            del paragraph[: paragraph.index(opening) + 1]
            if paragraph.children and isinstance(paragraph[0], nodes.Text):
                paragraph.replace(paragraph[0], nodes.Text(paragraph[0].astext().lstrip(" .:\n")))
            if not paragraph.astext():
                quotation.remove(paragraph)
            title = nodes.title("", opening.astext() if kind == "advice" else opening.astext().rstrip(".:"))
            block = nodes.admonition("", title, *quotation.children, classes=[kind])
            block.source, block.line = quotation.source, quotation.line
            quotation.replace_self(block)


def setup(app) -> None:
    app.add_transform(LessonBlocks)

"""``{erase-answers}``: a button that erases what the book has kept in this browser."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

# book.mjs does the work; without JavaScript nothing was ever kept.
_BUTTON = (
    '<p class="erase-answers needs-script"><button type="button">Erase all answers kept in this browser</button> '
    '<span role="status"></span></p>'
)


class EraseAnswersDirective(SphinxDirective):
    """Places the button."""

    def run(self) -> list[nodes.Node]:
        return [nodes.raw("", _BUTTON, format="html")]


def setup(app) -> None:
    app.add_directive("erase-answers", EraseAnswersDirective)

"""HTML that a directive writes itself, so that the book's search reads it as a reader does."""

from __future__ import annotations

import re

from docutils import nodes

_END_OF_BLOCK = re.compile(r"(</(?:td|th|tr|dt|dd|li|p|h\d|caption|summary|option|label)>)(?!\s)")


def raw_html(html: str) -> nodes.raw:
    """A node of HTML with a line break after each block: the search drops tags, and words must not grow together."""
    return nodes.raw("", _END_OF_BLOCK.sub(r"\1\n", html), format="html")

"""Sets printed figures into the page itself, so that they take the page's typeface and follow its theme.

A notebook holds each figure as an image, because JupyterLab strips drawings from untrusted HTML. The book
trusts its own lessons: the image's drawing is unpacked, its neutral colours become the page's variables.
"""

from __future__ import annotations

import base64
import re

_IMAGE = re.compile(
    r'(<figure class="ldn-figure">)<img alt="(?P<alt>[^"]*)" src="data:image/svg\+xml;base64,(?P<data>[^"]+)"\s*/?>'
)
_SIZE = re.compile(r'\s(?:width|height)="[\d.]+(?:pt|px)?"')


def variable_of_colour() -> dict[str, str]:
    """The neutral colours of the printed figures, each with the variable of the page that replaces it."""
    from ldn.figures import style

    return {
        style.INK: "var(--ldn-ink)",
        style.MUTED: "var(--ldn-muted)",
        style.GRID: "var(--ldn-grid)",
        style.PAPER: "var(--ldn-paper)",
    }


def inline_figures(body: str) -> str:
    """The page's HTML with the drawings of its printed figures in place of their images."""
    colours = variable_of_colour() if _IMAGE.search(body) else {}

    def unpack(match: re.Match[str]) -> str:
        drawing = base64.b64decode(match["data"]).decode()
        for colour, variable in colours.items():
            drawing = re.sub(re.escape(colour), variable, drawing, flags=re.IGNORECASE)
        opening, rest = drawing.split(">", 1)
        opening = _SIZE.sub("", opening)
        svg = f'{opening} role="img" aria-label="{match["alt"]}">{rest}'
        # A narrow screen scrolls the frame rather than shrink the lettering out of sight.
        return f'{match[1]}<div class="figure-frame">{svg}</div>'

    return _IMAGE.sub(unpack, body)

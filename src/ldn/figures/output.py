"""From a matplotlib figure to an output every reader can use: an SVG, with words for who does not see it."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import re

from matplotlib.figure import Figure

from ldn.figures.style import house_style

# Two machines' floating point differs in the last digits, which nobody can see.
_LONG_DECIMAL = re.compile(r"(?<![\w.#])-?\d+\.\d{3,}(?![\w.])")
_TAG = re.compile(r"<[^>]+>")
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
# matplotlib styles every element of the document: inlined, that would reach the whole page.
_GLOBAL_STYLE = re.compile(r"\s*<defs>\s*<style type=\"text/css\">\*\{[^}]*\}</style>\s*</defs>")
_FONT = re.compile(r"'?DejaVu Sans'?(?:, ?[^;\"]*)?(?=[;\"])")
_PAGE_FONT = "'Source Sans 3 Variable', 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif"


def svg_markup(figure: Figure) -> str:
    """The figure as SVG text, the same on every run and every machine, and safe to place inside a page.

    Coordinates are rounded to a hundredth of a point; the date, the program's name and styles that would
    reach beyond the figure are left out; ids are kept only where something refers to them.
    """
    buffer = io.StringIO()
    # Settings such as "text stays text" are read when the file is written, not when the figure is drawn.
    with house_style():
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    markup = buffer.getvalue()
    markup = markup[markup.index("<svg") :]
    markup = _GLOBAL_STYLE.sub("", _METADATA.sub("", markup))
    markup = markup.replace("<svg ", '<svg stroke-linejoin="round" ', 1)
    markup = _TAG.sub(_rounded, markup)
    return _own_ids(_FONT.sub(_PAGE_FONT, markup))


def _rounded(tag: re.Match[str]) -> str:
    """A tag with its coordinates rounded; what stands between tags is text and is left as it is."""
    return _LONG_DECIMAL.sub(lambda number: f"{float(number.group()):.2f}", tag.group())


def _own_ids(markup: str) -> str:
    """Drop unused ids and give the others the figure's own prefix: two figures may share a page."""
    prefix = "f" + hashlib.sha256(markup.encode()).hexdigest()[:8]
    referenced = set(re.findall(r"(?:url\(#|href=\"#)([^)\"]+)", markup))

    def rename(match: re.Match[str]) -> str:
        return f' id="{prefix}-{match[1]}"' if match[1] in referenced else ""

    markup = re.sub(r" id=\"([^\"]*)\"", rename, markup)
    return re.sub(r"(url\(#|href=\"#)([^)\"]+)", rf"\g<1>{prefix}-\g<2>", markup)


class PrintedFigure:
    """A figure ready for Jupyter to show: an image with alternative text and, below it, a caption."""

    def __init__(self, svg: str, *, alt: str, caption: str = "") -> None:
        self.svg = svg
        self.alt = alt
        self.caption = caption

    def __repr__(self) -> str:
        return f"Figure: {self.alt}"

    def _repr_html_(self) -> str:
        source = base64.b64encode(self.svg.encode()).decode()
        caption = f"<figcaption>{html.escape(self.caption)}</figcaption>" if self.caption else ""
        return (
            f'<figure class="ldn-figure"><img alt="{html.escape(self.alt, quote=True)}" '
            f'src="data:image/svg+xml;base64,{source}">{caption}</figure>'
        )


def show(figure: Figure, *, alt: str, caption: str = "") -> PrintedFigure:
    """Show a figure with alternative text.

    Parameters
    ----------
    figure : the matplotlib figure.
    alt : one or two sentences that say what the picture shows, for readers who do not see it. Required.
    caption : a sentence printed below the figure that says what to look for.

    Raises
    ------
    ValueError
        If ``alt`` is empty.
    """
    if not alt.strip():
        raise ValueError("alt is empty: say in a sentence what the figure shows")
    return PrintedFigure(svg_markup(figure), alt=alt.strip(), caption=caption.strip())

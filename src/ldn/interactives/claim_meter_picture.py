"""The claim meter on paper: a scale for each claim, and at the last stage verdicts, their reading and the ratings."""

from __future__ import annotations

import textwrap

from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, MUTED, PAPER
from ldn.interactives.claim_meter_data import READING_OF
from ldn.interactives.claim_meter_view import Row, View

_ROW_IN = 0.52
_LETTERS_A_LINE = 44
_NAMES_PT = 205


def paper_picture(view: View) -> str:
    """SVG of a view: one row a claim. Before the end the scales are empty where nothing is rated."""
    rows = view.drawn if view.revealed else list(view.rows)
    with house_style():
        figure, axes = new_figure(7.4, 0.75 + _ROW_IN * len(rows))
        for place, row in enumerate(rows):
            _draw_row(axes, place, row, view)
        # Lines that begin at one place: a reader's font may be wider than the one that is measured here.
        axes.set_yticks(range(len(rows)), [_name(row) for row in rows], fontsize=8.2, ha="left")
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlim(-3, 103)
        axes.set_xticks([0, 25, 50, 75, 100])
        axes.set_xlabel("how sure: 0 not at all, 100 entirely", loc="right", fontsize=9)
        axes.tick_params(axis="y", length=0, pad=_NAMES_PT)
        axes.spines["left"].set_visible(False)
        return svg_markup(figure)


def _name(row: Row) -> str:
    words = textwrap.shorten(row.claim["words"], 2 * _LETTERS_A_LINE - 6, placeholder=" …")
    return "\n".join(textwrap.wrap(f"{row.claim['id']}  {words}", _LETTERS_A_LINE))


def _draw_row(axes: Axes, place: int, row: Row, view: View) -> None:
    axes.plot([0, 100], [place, place], color=GRID, lw=1)
    axes.plot([0, 25, 50, 75, 100], [place] * 5, "|", color=MUTED, ms=5, mew=0.8)
    if view.revealed:
        reading = READING_OF[row.claim["verdict"]]
        axes.barh(place, reading.high - reading.low, left=reading.low, height=0.46, color=GRID, zorder=0)
        axes.text(104, place, row.claim["verdict"], va="center", fontsize=8.2)
    if row.change is not None and view.revealed:
        axes.plot([row.before, row.after], [place, place], color=INK, lw=1.8)
    if row.before is not None and (view.revealed or view.stage == "before"):
        axes.plot(row.before, place, "o", color=INK, mfc=PAPER, ms=6.5, mew=1.6)
    if row.after is not None and view.stage == "after":
        axes.plot(row.after, place, "o", color=INK, ms=6.5)

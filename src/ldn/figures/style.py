"""The one look of every printed figure: colours that mean the same everywhere, quiet axes, direct labels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

# Colour carries meaning and is the same in every figure and every interactive.
LOW_DOSE = "#0072B2"
STANDARD_DOSE = "#D55E00"
THIRD = "#009E73"
FOURTH = "#CC79A7"
SERIES = (LOW_DOSE, STANDARD_DOSE, THIRD, FOURTH)

# The neutral colours are fixed values that nothing else uses: the book replaces each
# by a variable of the page, so that a figure follows the light and the dark theme.
INK = "#1b1f24"
MUTED = "#5c6169"
GRID = "#dcd8d0"
PAPER = "#fffefb"

_RC = {
    "figure.facecolor": PAPER,
    "figure.dpi": 100,
    "axes.facecolor": "none",
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlecolor": INK,
    "axes.labelsize": 10,
    "axes.grid": False,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "text.color": INK,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": 9.5,
    "ytick.labelsize": 9.5,
    "lines.linewidth": 2.0,
    "lines.solid_capstyle": "round",
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "legend.frameon": False,
    # Text stays text: it can be read aloud, searched and set in the page's own face.
    "svg.fonttype": "none",
    # Element ids would otherwise be random, and a fresh run would never equal the stored output.
    "svg.hashsalt": "a-tenth-of-the-dose",
}


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house style inside this block, and leave the learner's own settings alone outside it."""
    with mpl.rc_context(_RC):
        yield


def new_figure(width_in: float = 7.2, height_in: float = 4.0, **subplots) -> tuple[Figure, Axes]:
    """An empty figure as wide as the text column, not tied to any window or to ``pyplot``'s list of figures.

    Parameters
    ----------
    width_in, height_in : size in inches; 7.2 in is the width of the book's text column.
    **subplots : passed to :meth:`matplotlib.figure.Figure.subplots` (``nrows``, ``ncols``, ``sharex`` …).
    """
    figure = Figure(figsize=(width_in, height_in), layout="constrained")
    return figure, figure.subplots(**subplots)

"""Names of a figure's rows: several lines, each set flush right by itself, whatever face the page has."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

_LEADING_POINTS = 11.0


def name_row(axes: Axes, row: float, lines: Sequence[str]) -> None:
    """Write the lines to the left of the axes, centred on a row of its vertical axis."""
    for index, line in enumerate(lines):
        lift = ((len(lines) - 1) / 2 - index) * _LEADING_POINTS
        axes.annotate(line, (0, row), (-8, lift), xycoords=("axes fraction", "data"), textcoords="offset points",
                      ha="right", va="center", fontsize=8.5, annotation_clip=False)  # fmt: skip

"""The territory piece on paper: the mosaic with its injury, and shares of cells as dots."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.ops
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import INK, MUTED, PAPER, SERIES
from ldn.interactives.territory_data import WINDOW_UM, shares, speed_um_per_min, window_corner_um
from ldn.interactives.territory_view import View
from ldn.interactives.wording import significant

KINDS = {"measured": "measured", "counting": "by counting", "phrase": "a phrase, no count"}
_ROWS, _COLUMNS = 10, 20


def paper_picture(view: View) -> str:
    """SVG of a view."""
    with house_style():
        figure, (tissue, dots) = new_figure(7.4, 3.9, ncols=2, width_ratios=[1.45, 1])
        _draw_tissue(tissue, view)
        _draw_dots(dots)
        return svg_markup(figure)


def _draw_tissue(axes: Axes, view: View) -> None:
    corner = np.array(window_corner_um(view.density_per_mm3))
    injury = np.array([view.injury_x_um, view.injury_y_um])
    for outline, soma, (_, arrival) in zip(
        view.tiles.polygons, view.tiles.points_um, view.arrivals.iterrows(), strict=True
    ):
        ring, earliest = int(arrival["ring"]), float(arrival["earliest_min"])
        there = ring < 2 and earliest <= view.time_min
        corners = np.round(np.array(outline.exterior.coords)[:-1] - corner, 2)
        colour = SERIES[0] if ring == 0 else SERIES[2]
        axes.add_patch(Polygon(corners, facecolor=colour if there else "none", alpha=0.25, lw=0))
        axes.add_patch(Polygon(corners, facecolor="none", edgecolor=MUTED, lw=0.6))
        centre = np.round(soma[:2] - corner, 2)
        axes.plot(*centre, "o", color=INK if ring < 2 else MUTED, ms=2.5 if ring < 2 else 1.8)
        if ring < 2:
            place = shapely.Point(view.injury_in_mosaic_um)
            start = shapely.ops.nearest_points(outline, place)[0]
            begin = np.array([start.x, start.y]) - corner
            gone = 1.0 if earliest == 0 else min(1.0, view.time_min / earliest)
            tip = np.round(begin + gone * (injury - begin), 2)
            axes.plot(*np.round(np.array([centre, begin, tip]), 2).T, color=colour, lw=1.3)
    axes.plot(*injury, "X", color=SERIES[1], ms=9, mec=PAPER, mew=1)
    axes.set_xlim(0, WINDOW_UM[0])
    axes.set_ylim(WINDOW_UM[1], 0)
    axes.set_aspect("equal")
    axes.set_xticks([0, 100, 200, 300])
    axes.set_yticks([0, 100, 200])
    axes.set_xlabel("µm")
    axes.set_title(f"{significant(view.time_min)} min after an injury (×), {significant(speed_um_per_min())} µm/min",
                   fontsize=9.5)  # fmt: skip


def _draw_dots(axes: Axes) -> None:
    for block, share in enumerate(shares()):
        top = -block * (_ROWS + 5)
        places = np.array([(i % _COLUMNS, top - i // _COLUMNS) for i in range(_ROWS * _COLUMNS)])
        sure, all_of = dots_of(share["low"]), dots_of(share["high"])
        axes.plot(*places[all_of:].T, "o", color="none", mec=MUTED, mew=0.35, ms=2.6)
        if all_of > sure:
            axes.plot(*places[sure:all_of].T, "o", color="none", mec=SERIES[3], mew=1, ms=2.6)
        axes.plot(*places[:sure].T, "o", color=SERIES[3] if share["kind"] == "phrase" else INK, ms=2.8)
        span = significant(share["low"]) + (f"–{significant(share['high'])}" if all_of > sure else "")
        axes.text(-0.4, top + 1.2, f"{span} %, {share['name']} ({KINDS[share['kind']]})", fontsize=8)
    axes.set_title("Microglia among 200 cells", fontsize=9.5, pad=10)
    axes.set_xlim(-1, _COLUMNS)
    axes.set_ylim(-4 * (_ROWS + 5) + 3, 3)
    axes.axis("off")


def dots_of(percent: float) -> int:
    """How many of 200 dots stand for a share; at least one."""
    return max(1, round(percent * _ROWS * _COLUMNS / 100))

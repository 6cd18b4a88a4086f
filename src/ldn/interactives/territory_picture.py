"""The territory piece on paper: the mosaic with its injury, a territory that is watched, shares of cells as dots."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.ops
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, MUTED, PAPER, SERIES
from ldn.interactives.seeded import uniforms
from ldn.interactives.territory_data import LONGEST_H, WINDOW_UM, shares, speed_um_per_min, window_corner_um
from ldn.interactives.territory_view import View
from ldn.interactives.wording import significant

KINDS = {"measured": "measured", "counting": "by counting", "phrase": "a phrase, no count"}
_ROWS, _COLUMNS = 10, 20
_STIPPLE = 900


def paper_picture(view: View) -> str:
    """SVG of a view."""
    with house_style():
        figure, axes = new_figure(7.4, 6.4, nrows=2, ncols=2, width_ratios=[1.45, 1], height_ratios=[1.5, 1])
        _draw_tissue(axes[0, 0], view)
        _draw_dots(axes[0, 1])
        _draw_watched(axes[1, 0], view)
        _draw_stipple(axes[1, 1], view)
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


def _draw_watched(axes: Axes, view: View) -> None:
    hours = np.linspace(0, LONGEST_H, 49)
    shares = {
        which: np.round([100 * view.visited(which, hour) for hour in hours], 2)
        for which in ("low", "value", "high")
    }
    axes.fill_between(hours, shares["low"], shares["high"], color=SERIES[0], alpha=0.14, lw=0)
    axes.plot(hours, shares["value"], color=SERIES[0])
    here = round(100 * view.visited(), 2)
    axes.axvline(view.watched_h, color=INK, lw=0.9, ls=(0, (1, 2)))
    axes.plot(view.watched_h, here, "o", color=SERIES[0], mfc=PAPER, mew=2, ms=7)
    axes.set_xlim(0, LONGEST_H)
    axes.set_ylim(0, 103)
    axes.set_xticks([0, 3, 6, 9, 12])
    axes.set_yticks([0, 50, 100])
    axes.set_xlabel("hours watched", fontsize=9)
    axes.grid(axis="y", color=GRID, lw=0.8)
    axes.set_title(
        f"Of a territory visited (%), supposed width {significant(view.tip_width_um)} µm", fontsize=9.5
    )


def _draw_stipple(axes: Axes, view: View) -> None:
    home = view.tiles.polygons[int(view.answering.index[0])]
    left, top, right, bottom = home.bounds
    numbers = 3 * np.arange(_STIPPLE)
    places = np.column_stack(
        [left + uniforms(numbers) * (right - left), top + uniforms(numbers + 1) * (bottom - top)]
    )
    within = shapely.contains_xy(home, places)
    visited = uniforms(numbers + 2) < view.visited()
    axes.add_patch(
        Polygon(np.round(np.array(home.exterior.coords)[:-1], 2), facecolor="none", edgecolor=MUTED, lw=0.8)
    )
    for which, look in (
        (within & ~visited, {"color": "none", "mec": MUTED}),
        (within & visited, {"color": SERIES[0]}),
    ):
        axes.plot(*np.round(places[which], 2).T, "o", ms=2, mew=0.4, **look)
    axes.set_xlim(left - 3, right + 3)
    axes.set_ylim(bottom + 3, top - 3)
    axes.set_aspect("equal")
    axes.axis("off")
    axes.set_title(f"Filled: visited in {significant(view.watched_h)} h", fontsize=9.5)


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

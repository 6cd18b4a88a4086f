"""The one-dose explorer on paper: the two panels of the page as one deterministic SVG."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import FOURTH, GRID, INK, MUTED, PAPER, THIRD
from ldn.interactives.one_dose_explorer_data import published_points, scale_to
from ldn.interactives.one_dose_explorer_table import NAMES
from ldn.interactives.one_dose_explorer_view import View

COLOURS = {"one": FOURTH, "two": THIRD}
_DASHES = {"one": (0, (5, 2)), "two": "-"}


def paper_picture(view: View, *, log: bool) -> str:
    """SVG of a view: concentration over time, and peak against area with the published points."""
    with house_style():
        figure, (over_time, against_area) = new_figure(7.4, 3.7, ncols=2, width_ratios=[1.25, 1])
        _draw_over_time(over_time, view, log)
        _draw_against_area(against_area, view)
        return svg_markup(figure)


def _draw_over_time(axes: Axes, view: View, log: bool) -> None:
    times = np.unique(np.concatenate([np.linspace(0, 4, 81), np.linspace(4, view.window_h, 111)]))
    drawn = times[1:] if log else times
    for body in view.bodies:
        colour, dash = COLOURS[body.compartments], _DASHES[body.compartments]
        values = np.round(view.at(body.naltrexone_curve, "naltrexone", drawn), 5)
        axes.plot(drawn, values, color=colour, lw=2.2, ls=dash, label=NAMES[body.compartments])
        if view.naltrexol:
            metabolite = np.round(view.at(body.naltrexol_curve, "naltrexol", drawn), 5)
            axes.plot(drawn, metabolite, color=colour, lw=1.1, ls=dash)
    axes.axvspan(view.read_from_h, min(view.read_to_h, view.window_h), color=GRID, alpha=0.5, lw=0)
    for point in published_points():
        if point["peak"] and point["time"]:
            scale = scale_to(view.dose_mg, point["dose_mg"])
            _point(axes, point["time"], point["peak"], 1, scale, scale == 1, "")
    axes.set_xlim(0, view.window_h)
    axes.set_xlabel("hours after the dose")
    axes.set_ylabel("in plasma (ng/mL)")
    if log:
        axes.set_yscale("log")
    else:
        axes.set_ylim(bottom=0)
    axes.legend(loc="upper right", fontsize=9)


def _draw_against_area(axes: Axes, view: View) -> None:
    areas = [body.naltrexone.area_ng_h_per_mL for body in view.bodies]
    for point in published_points():
        scale = scale_to(view.dose_mg, point["dose_mg"])
        if point["area"]:
            areas.append(scale * (point["area"]["high"] or point["area"]["value"]))
    widest = 1.05 * max(areas)
    edge = np.array([0, widest])
    axes.fill_between(
        edge, [0, 0], np.round(edge * view.rate_of_one_per_h, 5), color=FOURTH, alpha=0.14, lw=0
    )
    axes.annotate("one compartment\nlies here", (0.97 * widest, 0.35 * widest * view.rate_of_one_per_h), ha="right",
                  va="center", fontsize=8.5, color=MUTED)  # fmt: skip
    for point in published_points():
        scale = scale_to(view.dose_mg, point["dose_mg"])
        nowhere = {"value": 0.0, "low": None, "high": None}
        _point(
            axes,
            point["area"] or nowhere,
            point["peak"] or nowhere,
            scale,
            scale,
            scale == 1,
            point["letter"],
        )
    for body in view.bodies:
        reading = body.naltrexone
        axes.plot(reading.area_ng_h_per_mL, reading.peak_ng_per_mL, "o", mfc="none", mew=2.4, ms=10,
                  color=COLOURS[body.compartments], zorder=5)  # fmt: skip
    axes.set_xlim(0, widest)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("area under the curve (ng·h/mL)")
    axes.set_ylabel("peak (ng/mL)")


def _point(
    axes: Axes, along: dict, up: dict, along_scale: float, up_scale: float, measured: bool, letter: str
) -> None:
    x, y = along["value"] * along_scale, up["value"] * up_scale
    if along["low"] is not None:
        axes.plot(
            [along["low"] * along_scale, along["high"] * along_scale], [y, y], color=INK, lw=1, clip_on=False
        )
    if up["low"] is not None:
        axes.plot([x, x], [up["low"] * up_scale, up["high"] * up_scale], color=INK, lw=1)
    axes.plot(x, y, "o", color=INK, mfc=INK if measured else PAPER, ms=4.5, clip_on=False, zorder=4)
    axes.annotate(letter, (x, y), (4, 4), textcoords="offset points", fontsize=8.5, color=INK)

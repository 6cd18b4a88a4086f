"""The dose comparison on paper: the two panels of the page as one deterministic SVG."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, MUTED, SERIES
from ldn.interactives.dose_comparison_data import human_measurements
from ldn.interactives.dose_comparison_table import people_curve
from ldn.interactives.dose_comparison_view import LETTERS, LINKS, SUBSTANCES, View
from ldn.interactives.wording import milligrams
from ldn.pharmacology import occupancy, simulate

_READ_H = 4.0
_DASHES = ("-", (0, (4, 2)), (0, (1.2, 1.6)), (0, (5, 1.6, 1.2, 1.6)))
_POINTS_DRAWN = 160


def paper_picture(view: View, *, band: str, pet_regimen: str, log: bool) -> str:
    """SVG of a view: curves over time, and occupancy against dose with the human measurements.

    `band`, `pet_regimen` and `log` (logarithmic concentration axis) as in `DoseComparison`.
    """
    with house_style():
        figure, (over_time, against_dose) = new_figure(7.4, 3.7, ncols=2, width_ratios=[1.25, 1])
        _draw_over_time(over_time, view, band, log)
        _draw_against_dose(against_dose, view, pet_regimen)
        return svg_markup(figure)


def _draw_over_time(axes: Axes, view: View, band: str, log: bool) -> None:
    scale = 100 if view.shows_occupancy else 1
    drawn_h = np.linspace(0, view.window_h, _POINTS_DRAWN * max(1, view.window_h // 72) + 1)

    def drawn(values: np.ndarray) -> np.ndarray:
        # Rounded, so that the last digits of two machines' arithmetic cannot tell their pictures apart.
        return np.array([round(view.at(values, hour) * scale, 3) for hour in drawn_h])

    for place, curve in enumerate(view.curves):
        colour = SERIES[place]
        if band == "models" and view.shows_occupancy:
            rivals = [drawn(curve.models[link]) for link in LINKS]
            axes.fill_between(
                drawn_h, np.min(rivals, axis=0), np.max(rivals, axis=0), color=colour, alpha=0.13, lw=0
            )
            for link, values in zip(LINKS[1:], rivals[1:], strict=True):
                axes.plot(drawn_h, values, color=colour, lw=0.8)
                axes.annotate(LETTERS[link], (view.window_h, values[-1]), (4, 0), textcoords="offset points",
                              va="center", fontsize=8, color=MUTED, annotation_clip=False)  # fmt: skip
        if band == "people":
            edges = [people_curve(view, curve.dose_mg, edge) for edge in ("low", "high")]
            times = np.array(edges[0][0])
            low, high = (np.round(np.array(values) * scale, 3) for _, values in edges)
            for day in range(math.ceil(view.window_h / view.time_h[-1])):
                axes.fill_between(times + day * view.time_h[-1], low, high, color=colour, alpha=0.13, lw=0)
        main = drawn(curve.main)
        axes.plot(drawn_h, main, color=colour, lw=2.2, ls=_DASHES[place])
        axes.annotate(milligrams(curve.dose_mg), (view.window_h, main[-1]), (14, 0), textcoords="offset points",
                      va="center", fontsize=9, fontweight="bold", annotation_clip=False)  # fmt: skip
    axes.set_xlim(0, view.window_h)
    axes.set_xticks(np.linspace(0, view.window_h, 5 if view.window_h < 100 else 8))
    axes.set_xlabel("hours since " + ("the dose" if view.regimen == "one_dose" else
                                      "the first dose" if view.regimen == "daily" else "a dose"))  # fmt: skip
    if view.shows_occupancy:
        _share_axis(axes, f"occupancy of {view.receptor} receptors (%)")
        axes.axhline(view.threshold_percent, color=INK, lw=0.8, ls=(0, (1, 2)))
        _draw_measurements(axes, view, view.regimen, at_time=True)
    else:
        axes.set_ylabel(f"{SUBSTANCES[view.quantity]} in plasma (nM)")
        if log:
            axes.set_yscale("log")
        else:
            axes.set_ylim(bottom=0)


def _draw_against_dose(axes: Axes, view: View, pet_regimen: str) -> None:
    doses = np.geomspace(0.5, 100, 41)
    readings = {link: [] for link in LINKS}
    for dose in doses:
        for link, share in _read(float(dose), view.receptor, pet_regimen).items():
            readings[link].append(round(100 * share, 3))
    bounds = np.array([readings[link] for link in LINKS])
    axes.fill_between(doses, bounds.min(axis=0), bounds.max(axis=0), color=MUTED, alpha=0.18, lw=0)
    for link in LINKS:
        axes.plot(doses, readings[link], color=INK, lw=1.8 if link == "biophase" else 0.8)
    for place, dose in enumerate(view.doses_mg):
        share = 100 * _read(dose, view.receptor, pet_regimen)["biophase"]
        axes.plot([dose, dose], [0, share], color=SERIES[place], lw=1.2, ls=_DASHES[place])
        axes.plot(dose, share, "o", color=SERIES[place], ms=6)
    _draw_measurements(axes, view, pet_regimen, at_time=False)
    axes.set_xscale("log")
    ticks = [0.5, 2, 5, 15, 50]
    axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.minorticks_off()
    axes.set_xlabel("dose (mg)")
    _share_axis(axes, "")
    axes.set_title(
        "4 h after one dose" if pet_regimen == "one_dose" else "steady state, 4 h after a dose", fontsize=9.5
    )


def _read(dose_mg: float, receptor: str, regimen: str) -> dict[str, float]:
    course = {"duration_h": _READ_H} if regimen == "one_dose" else {"n_doses": math.inf}
    profile = simulate(dose_mg, **course)
    place = int(np.argmin(np.abs(profile.time_h - _READ_H)))
    return {link: float(occupancy(profile, receptor, link)[place]) for link in LINKS}


def _draw_measurements(axes: Axes, view: View, regimen: str, *, at_time: bool) -> None:
    for point in human_measurements():
        if point["receptor"] != view.receptor or point["regimen"] != regimen:
            continue
        if at_time and not any(abs(dose / point["dose_mg"] - 1) < 0.02 for dose in view.doses_mg):
            continue
        place = point["time_h"] if at_time else point["dose_mg"]
        if point["percent_low"] is not None:
            axes.plot(
                [place, place], [point["percent_low"], min(point["percent_high"], 100)], color=INK, lw=1
            )
        if at_time:
            axes.plot([point["time_low_h"], point["time_high_h"]], [point["percent"]] * 2, color=INK, lw=1)
        axes.plot(place, point["percent"], "o", color=INK, ms=4)


def _share_axis(axes: Axes, title: str) -> None:
    axes.set_ylim(0, 100)
    axes.set_yticks([0, 25, 50, 75, 100])
    axes.grid(axis="y", color=GRID, lw=0.8)
    axes.set_axisbelow(True)
    axes.set_ylabel(title)

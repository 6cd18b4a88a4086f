"""The TLR4 piece on paper: four curves over time, and the peaks against the blocker's concentration."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, MUTED, SERIES
from ldn.interactives.tlr4_signalling_data import DOSE_MG, VARIABLES, dish_uM, person_uM, time_points
from ldn.interactives.tlr4_signalling_view import View
from ldn.interactives.tlr4_signalling_wording import concentration
from ldn.interactives.wording import milligrams

TITLES = {
    "nuclear_nfkb": "NF-κB in the nucleus (% of all)",
    "ikba_total": "IκBα (% of rest)",
    "tnf_mrna": "TNF mRNA (% of full stimulus)",
    "tnf": "TNF in the medium (% of full stimulus)",
}
_EVERY_MIN = 4


def paper_picture(view: View) -> str:
    """SVG of a view: wide lines without the blocker, thin lines with it, published times in ink."""
    with house_style():
        figure, axes = new_figure(7.4, 6.6, nrows=3, ncols=2)
        for place, variable in zip(axes[:2].flat, VARIABLES, strict=True):
            _draw_course(place, view, variable)
        axes[0, 0].annotate("wide: without blocker\nthin: with blocker", (1, 0.04), xycoords="axes fraction",
                            ha="right", fontsize=8, color=INK)  # fmt: skip
        for place in axes[2]:
            place.remove()
        _draw_against_concentration(figure.add_subplot(axes[2, 0].get_gridspec()[2, :]), view)
        return svg_markup(figure)


def _draw_course(axes: Axes, view: View, variable: str) -> None:
    last = view.window_h * 60
    minutes = np.arange(0, last + 1, _EVERY_MIN)
    curves = [np.round(one[variable].to_numpy()[minutes], 2) for one in (view.without, view.with_blocker)]
    axes.plot(minutes / 60, curves[0], color=SERIES[1], lw=4.5, alpha=0.75)
    axes.plot(minutes / 60, curves[1], color=SERIES[0], lw=1.5)
    top = max(100.0, *(float(curve.max()) for curve in curves))
    for row, point in enumerate(
        p
        for p in time_points()
        # The ink is of endotoxin.
        if view.lps_ng_per_mL > 0 and p["variable"] == variable and p["low_min"] <= last
    ):
        height = top * (1.1 + 0.14 * row)
        low, high = point["low_min"] / 60, min(point["high_min"], last) / 60
        axes.plot([low, high], [height, height], color=INK, lw=1)
        axes.plot((low + high) / 2, height, "D" if point["living"] else "o", color=INK, ms=3.5)
        axes.annotate(point["place"], (high, height), (6, 0), textcoords="offset points", va="center",
                      fontsize=7.5, color=MUTED, annotation_clip=False)  # fmt: skip
    axes.set_xlim(0, view.window_h)
    axes.set_ylim(bottom=0)
    axes.set_yticks([0, 50, 100])
    axes.set_xticks(np.linspace(0, view.window_h, 5))
    axes.set_xlabel("hours since the stimulus", fontsize=9)
    axes.set_title(TITLES[variable], fontsize=9.5)
    axes.grid(axis="y", color=GRID, lw=0.8)


def _draw_against_concentration(axes: Axes, view: View) -> None:
    grid_uM = np.logspace(-4, 3, 22)
    peaks = {"tnf": [], "nuclear_nfkb": []}
    for uM in grid_uM:
        response = view.response(float(uM))
        for name, values in peaks.items():
            values.append(round(float(100 * response[name].max() / view.without[name].max()), 2))
    axes.plot(grid_uM, peaks["nuclear_nfkb"], color=MUTED, lw=1.6, ls=(0, (5, 2)))
    axes.plot(grid_uM, peaks["tnf"], color=SERIES[0], lw=2.2)
    for name, words, up in (("tnf", "peak TNF", -9), ("nuclear_nfkb", "peak NF-κB", 8)):
        axes.annotate(words, (grid_uM[-1], peaks[name][-1]), (-4, up), textcoords="offset points", ha="right",
                      va="center", fontsize=8.5, color=INK)  # fmt: skip
    for uM, side, words in (
        (person_uM(), "left", f"free peak after {milligrams(DOSE_MG)}\n{concentration(person_uM())}"),
        (dish_uM(), "right", f"in-vitro paper\n{concentration(dish_uM())}"),
    ):
        axes.axvline(uM, color=INK, lw=0.9, ls=(0, (1, 2)))
        away = 4 if side == "left" else -4
        axes.annotate(words, (uM, 4), (away, 0), textcoords="offset points", fontsize=8, va="bottom", ha=side)
    axes.set_xscale("log")
    axes.set_xlim(1e-4, 1e3)
    ticks = [1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100, 1000]
    axes.set_xticks(ticks, ["1 mM" if tick == 1000 else concentration(tick) for tick in ticks])
    axes.minorticks_off()
    axes.set_ylim(0, 115)
    axes.set_yticks([0, 50, 100])
    axes.set_xlabel("blocker around the cell", fontsize=9)
    axes.set_title(
        f"Peaks left (% of those without blocker), supposed IC50 {concentration(view.ic50_uM)}", fontsize=9.5
    )
    axes.grid(axis="y", color=GRID, lw=0.8)

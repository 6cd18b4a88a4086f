"""The compounding piece on paper: occupancy against dose with a slip, capsules with their test, prices."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, MUTED, PAPER, SERIES
from ldn.interactives.compounding_data import constants, occupancy_by_dose, prices
from ldn.interactives.compounding_table import written_price
from ldn.interactives.compounding_view import View
from ldn.interactives.wording import fixed, milligrams

_LEAST, _MOST = 40, 160
_TICKS_MG = (0.05, 0.1, 0.5, 1, 5, 10, 50, 100)


def paper_picture(view: View) -> str:
    """SVG of a view; it says on its face that it is no recipe."""
    with house_style():
        figure, axes = new_figure(7.4, 8.4, nrows=3, height_ratios=(1.15, 1, 1.05))
        figure.suptitle("A picture of errors, not instructions", x=0.01, ha="left", fontsize=9, color=MUTED)
        _draw_dose(axes[0], view)
        _draw_capsules(axes[1], view)
        _draw_prices(axes[2])
        return svg_markup(figure)


def _draw_dose(axes: Axes, view: View) -> None:
    table = occupancy_by_dose()
    axes.plot(10 ** np.array(table["log10_mg"]), np.round(table["percent"], 2), color=INK, lw=1.6)
    dose, error = view.measured, view.measured.read_error_mg
    for centre, colour in ((view.dose_mg, SERIES[0]), (constants()["tablet_mg"], SERIES[1])):
        axes.axvspan(
            max(centre - error, _TICKS_MG[0]), min(centre + error, 100), color=colour, alpha=0.25, lw=0
        )
    meant, swallowed = round(view.meant_percent, 2), round(view.swallowed_percent, 2)
    axes.plot(view.dose_mg, meant, "o", color=SERIES[0], ms=7)
    axes.annotate(f"{milligrams(view.dose_mg)}: {fixed(meant, 0)} %", (view.dose_mg, meant), (-8, 8),
                  textcoords="offset points", ha="right", color=SERIES[0], weight="bold", fontsize=9)  # fmt: skip
    if abs(dose.swallowed_mg / view.dose_mg - 1) > 1e-9:
        axes.plot([view.dose_mg, dose.swallowed_mg, dose.swallowed_mg], [meant, meant, swallowed],
                  color=SERIES[1], lw=1.3, ls=(0, (4, 2)))  # fmt: skip
        axes.plot(dose.swallowed_mg, swallowed, "o", color=SERIES[1], mfc=PAPER, mew=2, ms=7)
        axes.annotate(f"{milligrams(dose.swallowed_mg)}: {fixed(swallowed, 0)} %", (dose.swallowed_mg, swallowed),
                      (-9, 3), textcoords="offset points", ha="right", color=SERIES[1], weight="bold",
                      fontsize=9)  # fmt: skip
    axes.set_xscale("log")
    axes.set_xlim(_TICKS_MG[0], _TICKS_MG[-1])
    axes.set_xticks(_TICKS_MG, [f"{tick:g}" for tick in _TICKS_MG])
    axes.minorticks_off()
    axes.set_ylim(0, 105)
    axes.set_yticks([0, 25, 50, 75, 100])
    axes.set_xlabel("mg swallowed every day", fontsize=9)
    axes.set_title("Mu receptors occupied, mean of the day (%)", fontsize=9.5)
    axes.grid(axis="y", color=GRID, lw=0.8)


def _draw_capsules(axes: Axes, view: View) -> None:
    farthest = constants()["farthest_unit_percent"]
    axes.axhspan(100 - farthest, 100 + farthest, color=INK, alpha=0.06, lw=0)
    axes.axhline(100, color=MUTED, lw=0.8)
    numbers = np.arange(1, view.contents.size + 1)
    contents = np.round(np.clip(view.contents, _LEAST, _MOST), 2)
    weights = np.round(np.clip(view.mean_percent * view.weights / 100, _LEAST, _MOST), 2)
    opened = numbers <= view.assayed.units
    axes.plot(numbers, weights, "_", color=INK, ms=7, mew=1.6)
    axes.plot(numbers[opened], contents[opened], "o", color=SERIES[0], ms=5)
    axes.plot(numbers[~opened], contents[~opened], "o", color=SERIES[0], mfc=PAPER, ms=5)
    axes.axvline(10.5, color=MUTED, lw=0.8, ls=(0, (2, 2)))
    axes.set_ylim(_LEAST, _MOST)
    axes.set_yticks([50, 75, 100, 125, 150])
    axes.set_xlim(0.3, 30.7)
    axes.set_xticks([1, 10, 20, 30])
    axes.set_xlabel(
        f"capsule (dots: assayed; dashes: by weight); acceptance value of the first 10 by assay "
        f"{fixed(view.first_value, 1)}, by weight {fixed(view.weighed_value, 1)}; limit {fixed(view.limit, 1)}",
        fontsize=8,
    )
    axes.set_title("Content of thirty capsules (% of label)", fontsize=9.5)
    axes.grid(axis="y", color=GRID, lw=0.8)


def _draw_prices(axes: Axes) -> None:
    rows = prices()
    for row, price in enumerate(rows):
        colour = SERIES[0] if price["currency"] == "$" else SERIES[2]
        ends = sorted({round(price["low"], 2), round(price["high"], 2)})
        axes.plot(ends, [row] * len(ends), "o-", color=colour, ms=5)
        more = " and more" if price["at_least"] else ""
        axes.annotate(
            f"{price['currency']}{written_price(price).removeprefix('from ')}{more}",
            (ends[-1], row), (8, 0), textcoords="offset points", va="center", fontsize=8.5, color=INK,
        )  # fmt: skip
    axes.set_yticks(range(len(rows)), [f"{p['place']}, {p['year'] or 'undated'}" for p in rows], fontsize=8.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(0, 110)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x", color=GRID, lw=0.8)
    axes.set_xlabel(
        "30 daily doses, in the currency printed, not converted; last row: the 50 mg tablet", fontsize=8
    )
    axes.set_title("What a month costs", fontsize=9.5)

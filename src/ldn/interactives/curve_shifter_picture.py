"""The curve shifter on paper: curves and Schild plot as one deterministic SVG."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, STANDARD_DOSE
from ldn.interactives.curve_shifter_view import HIGHEST_AGONIST, LOWEST_AGONIST, View
from ldn.interactives.wording import significant
from ldn.pharmacology import SchildFit


def paper_picture(view: View) -> str:
    """SVG of a view: curves without and with the antagonist, and the Schild plot of the kept points."""
    with house_style():
        figure, (curves, schild) = new_figure(7.4, 3.6, ncols=2, width_ratios=[1.25, 1])
        _draw_curves(curves, view)
        _draw_schild(schild, view)
        return svg_markup(figure)


def _draw_curves(axes: Axes, view: View) -> None:
    agonist = np.logspace(math.log10(LOWEST_AGONIST), math.log10(HIGHEST_AGONIST), 141)
    for antagonist, _ in view.points:
        axes.plot(agonist, _percents(view, agonist, antagonist), color=LOW_DOSE, lw=0.7, alpha=0.8)
    axes.plot(agonist, _percents(view, agonist, 0.0), color=STANDARD_DOSE, ls=(0, (4, 2)))
    axes.plot(agonist, _percents(view, agonist, view.antagonist_nM), color=LOW_DOSE)
    if math.isfinite(view.ratio):
        half = round(50 * view.top_alone, 3)
        start, end = view.ec50_alone, view.ec50_alone * view.ratio
        axes.annotate("", (end, half), (start, half), arrowprops={"arrowstyle": "->", "color": INK})
        axes.annotate(f"×{significant(view.ratio, 2)}", (math.sqrt(start * end), half), (0, 5),
                      textcoords="offset points", ha="center", fontweight="bold")  # fmt: skip
    axes.set_xscale("log")
    axes.set_xlim(LOWEST_AGONIST, HIGHEST_AGONIST)
    axes.minorticks_off()
    axes.set_ylim(0, 100)
    axes.set_yticks([0, 25, 50, 75, 100])
    axes.grid(axis="y", color=GRID, lw=0.8)
    axes.set_xlabel("agonist (multiples of its KA)")
    axes.set_ylabel("response (% of the system’s maximum)")
    axes.set_title("Alone (dashed) and with the antagonist", fontsize=9.5)


def _draw_schild(axes: Axes, view: View) -> None:
    axes.axhline(0, color=MUTED, lw=0.8)
    concentrations = [antagonist for antagonist, _ in view.points]
    axes.plot(concentrations, [round(math.log10(ratio - 1), 4) for _, ratio in view.points], "o",
              color=LOW_DOSE, ms=6)  # fmt: skip
    if view.fit is not None:
        _draw_line(axes, view.fit, max(concentrations))
    axes.set_xscale("log")
    axes.set_xlim(0.02, 400)
    axes.set_xticks([0.1, 1, 10, 100], ["0.1", "1", "10", "100"])
    axes.minorticks_off()
    axes.set_ylim(-2, 3.5)
    axes.set_xlabel("antagonist (nM)")
    axes.set_ylabel("log10(dose ratio − 1)")
    axes.set_title("Schild plot", fontsize=9.5)


def _draw_line(axes: Axes, fit: SchildFit, highest_nM: float) -> None:
    ends = np.array([-fit.pa2, math.log10(highest_nM * 1e-9)])
    axes.plot(10 ** (ends + 9), np.round(fit.slope * (ends + fit.pa2), 4), color=INK, lw=1.2)
    axes.annotate(f"pA2 {fit.pa2:.2f}", (10 ** (9 - fit.pa2), 0), (6, -12), textcoords="offset points")


def _percents(view: View, agonist: np.ndarray, antagonist_nM: float) -> np.ndarray:
    # Rounded, so that the last digits of two machines' arithmetic cannot tell their pictures apart.
    return np.round(100 * view.response(agonist, antagonist_nM), 3)

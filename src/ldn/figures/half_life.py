"""One curve on two axes, and the two half-lives that are read off it."""

from __future__ import annotations

import numpy as np

from ldn import pharmacology
from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import FOURTH, GRID, INK, MUTED, THIRD, house_style, new_figure
from ldn.pharmacology.units import molar_mass_g_per_mol

# Where labels and crossover studies may have read, and where only a sensitive assay still can.
_WINDOWS = (((4.0, 12.0), THIRD), ((8.0, 24.0), FOURTH))


def half_life_windows(dose_mg: float = 50.0) -> PrintedFigure:
    """The model's plasma naltrexone after one dose on a linear and on a logarithmic axis, read in two windows.

    Parameters
    ----------
    dose_mg : mg of naltrexone hydrochloride.
    """
    curve = pharmacology.unit_response().naltrexone
    per_nM = dose_mg * molar_mass_g_per_mol("naltrexone") / 1000
    time_h = np.linspace(0.05, 24, 480)
    plasma = per_nM * curve.after(time_h)
    told = []
    with house_style():
        figure, (straight, logarithmic) = new_figure(7.2, 3.6, ncols=2)
        for axes in (straight, logarithmic):
            axes.plot(time_h, plasma, color=INK)
            axes.set_xlim(0, 24)
            axes.set_xticks(range(0, 25, 6))
            axes.set_xlabel("hours after the dose")
        straight.set_ylabel("naltrexone in plasma (ng/mL)")
        straight.set_title("linear axis")
        straight.set_ylim(0, 14)
        straight.annotate(
            "where are\nthe last 20 hours?", (14, 0.7), xytext=(14, 4.2), ha="center", color=MUTED, fontsize=9,
            arrowprops={"arrowstyle": "-", "color": MUTED, "lw": 0.8},
        )  # fmt: skip
        logarithmic.set_title("logarithmic axis")
        logarithmic.set_yscale("log")
        logarithmic.set_ylim(0.1, 30)
        logarithmic.set_yticks([0.1, 1, 10], ["0.1", "1", "10"])
        for (from_h, to_h), colour in _WINDOWS:
            half_life = pharmacology.half_life_read(curve, from_h, to_h)
            start = float(per_nM * curve.after(np.array([from_h]))[0])
            ends = np.array([from_h - 1.2, to_h]) if to_h == 24 else np.array([from_h - 1.2, to_h + 2])
            logarithmic.plot(
                ends, start * 2 ** (-(ends - from_h) / half_life), color=colour, lw=1.6, dashes=(3, 2)
            )
            row = 17 if to_h == 12 else 9
            logarithmic.plot([from_h, to_h], [row, row], color=colour, lw=3, solid_capstyle="butt")
            logarithmic.annotate(
                f"{from_h:g}–{to_h:g} h: {half_life:.1f} h", (to_h, row), xytext=(-2, -12), ha="right",
                textcoords="offset points", color=INK, fontsize=9,
            )  # fmt: skip
            told.append(f"read between {from_h:g} and {to_h:g} hours the half-life is {half_life:.1f} hours")
        for axes in (straight, logarithmic):
            axes.grid(axis="y", color=GRID, lw=0.6)
            axes.set_axisbelow(True)
        return show(
            figure,
            alt=(
                f"Plasma naltrexone after {dose_mg:g} mg by the two-compartment model, on two axes. "
                f"The curve peaks at {plasma.max():.1f} ng/mL, falls steeply until about hour 6 and slowly afterwards; "
                + "; ".join(told)
                + "."
            ),
            caption=(
                "The same curve twice. Bars: two windows in which a half-life can be read. Dashed: the single "
                "exponential that passes through the curve at both ends of each window. The model was fitted to both "
                "half-lives; which window each laboratory used is not known to us."
            ),
        )

"""Occupancy of the three opioid receptors at several doses, with the scans that measured it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ldn import pharmacology
from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import INK, MUTED, SERIES, house_style, new_figure
from ldn.reference import observation

_RECEPTORS = ("mu", "kappa", "delta")
# Scans at steady state; the kappa scan was made at twice the standard dose.
_SCANS = {"mu": "mu_50mg_daily", "kappa": "kappa_100mg_daily", "delta": "delta_50mg_daily"}


def receptor_profile(doses_mg: Sequence[float] = (4.5, 50.0)) -> PrintedFigure:
    """Range of occupancy over a day at steady state (model B) for mu, kappa and delta, scans drawn beside.

    Parameters
    ----------
    doses_mg : up to four daily doses, mg of naltrexone hydrochloride.
    """
    step = 0.18
    told = []
    with house_style():
        figure, axes = new_figure(7.2, 3.3)
        for row, receptor in enumerate(_RECEPTORS):
            for index, (dose_mg, colour) in enumerate(zip(doses_mg, SERIES, strict=False)):
                day = pharmacology.simulate(dose_mg, n_doses=math.inf)
                occupied = 100 * pharmacology.occupancy(day, receptor)
                low, high = float(occupied.min()), float(occupied.max())
                y = row + (index - (len(doses_mg) - 1) / 2) * step
                axes.plot([low, high], [y, y], color=colour, linewidth=7, solid_capstyle="round")
                text = f"{dose_mg:g} mg: {_range(low, high)} %"
                told.append(f"{receptor} at {text}")
                if row == 0:
                    axes.annotate(f"{dose_mg:g} mg", ((low + high) / 2, y), xytext=(0, 9),
                                  textcoords="offset points", ha="center", color=colour, weight="bold")  # fmt: skip
            told.append(_draw_scan(axes, receptor, row + (len(doses_mg) / 2 + 0.6) * step))
        axes.set_yticks(range(len(_RECEPTORS)), _RECEPTORS)
        axes.set_ylim(len(_RECEPTORS) - 0.35, -0.55)
        axes.set_xlim(0, 118)
        axes.set_xticks(range(0, 101, 20))
        axes.spines["bottom"].set_bounds(0, 100)
        axes.spines["left"].set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.set_xlabel("receptors occupied (%)", loc="left")
        return show(
            figure,
            alt="Occupancy over a day at steady state. " + "; ".join(told) + ".",
            caption=(
                "Bars: lowest to highest occupancy of the day at steady state, model B. Ink: scans in people, "
                "mean and SD where one was printed. The kappa scan was made at 100 mg a day."
            ),
        )


def _draw_scan(axes, receptor: str, y: float) -> str:
    scan = observation(_SCANS[receptor])
    axes.errorbar(
        scan.value, y, xerr=scan.sd, fmt="D", color=INK, markersize=5, capsize=3, linewidth=1.2, zorder=4
    )
    right = scan.value + (scan.sd or 0)
    axes.annotate(
        f"scan, {scan.dose_mg:g} mg", (right, y), xytext=(7, 0), textcoords="offset points", va="center",
        color=MUTED, fontsize=9,
    )  # fmt: skip
    spread = f" (SD {scan.sd:.1f})" if scan.sd else ""
    return f"scan of {receptor} at {scan.dose_mg:g} mg: {scan.value:g} %{spread}"


def _range(low: float, high: float) -> str:
    digits = 0 if high >= 10 else 1
    return f"{low:.{digits}f}–{high:.{digits}f}"

"""One pair of doses followed down the chain: what shrinks with the dose, and what does not."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ldn import pharmacology
from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import GRID, LOW_DOSE, MUTED, house_style, new_figure


@dataclass(frozen=True)
class Rung:
    """One quantity at the low and at the standard dose."""

    name: str
    low: float
    standard: float
    unit: str

    @property
    def ratio(self) -> float:
        """The low dose's value as a fraction of the standard dose's."""
        return self.low / self.standard

    def describe(self) -> str:
        return f"{_figure(self.low)} v {_figure(self.standard)} {self.unit}"


def dose_chain(low_dose_mg: float, standard_dose_mg: float) -> list[Rung]:
    """The quantities between a dose and its blockade, for two doses.

    Parameters
    ----------
    low_dose_mg, standard_dose_mg : mg of naltrexone hydrochloride.

    Returns: from dose to hours of blockade. Plasma after one dose; occupancies by model B over one day at
    steady state of daily doses.
    """
    doses_mg = (low_dose_mg, standard_dose_mg)
    once = [pharmacology.simulate(dose).summary().loc["naltrexone"] for dose in doses_mg]
    daily = [pharmacology.simulate(dose, n_doses=math.inf) for dose in doses_mg]

    def mean_percent(receptor: str) -> list[float]:
        return [100 * float(pharmacology.occupancy(day, receptor)[:-1].mean()) for day in daily]

    def hours(threshold: float) -> list[float]:
        return [pharmacology.hours_above(day, threshold) for day in daily]

    return [
        Rung("dose", *doses_mg, "mg"),
        Rung("peak in plasma", *(row["cmax_ng_per_mL"] for row in once), "ng/mL"),
        Rung("area under the curve", *(row["auc_per_dose_ng_h_per_mL"] for row in once), "ng·h/mL"),
        Rung("mean delta occupancy", *mean_percent("delta"), "%"),
        Rung("mean kappa occupancy", *mean_percent("kappa"), "%"),
        Rung("mean mu occupancy", *mean_percent("mu"), "%"),
        Rung("hours a day above 50 % mu", *hours(0.5), "h"),
        Rung("hours a day above 90 % mu", *hours(0.9), "h"),
    ]


def ratio_ladder(low_dose_mg: float, standard_dose_mg: float) -> PrintedFigure:
    """Each quantity of `dose_chain` at the low dose, as a percentage of its value at the standard dose."""
    rungs = dose_chain(low_dose_mg, standard_dose_mg)
    dose_ratio = rungs[0].ratio
    height = np.arange(len(rungs))[::-1]
    with house_style():
        figure, axes = new_figure(7.2, 4.1)
        # It ends above the last rung, whose label stands where the line would pass.
        axes.plot(
            [100 * dose_ratio] * 2, [0.5, height[0] + 0.4], color=MUTED, linewidth=1, dashes=(4, 3), zorder=1
        )
        for y, rung in zip(height, rungs, strict=True):
            percent = 100 * rung.ratio
            axes.plot([0, percent], [y, y], color=GRID, linewidth=5, solid_capstyle="butt", zorder=0)
            axes.plot(percent, y, "o", color=LOW_DOSE, markersize=9, zorder=2)
            axes.annotate(
                f"{percent:.0f} %", (percent, y), xytext=(9, 0), textcoords="offset points", va="center"
            )
            axes.annotate(
                rung.describe(), (1.0, y), xycoords=("axes fraction", "data"), ha="right", va="center",
                color=MUTED, fontsize=9,
            )  # fmt: skip
        axes.set_yticks(height, [rung.name for rung in rungs])
        axes.set_xlim(-1, 168)
        axes.set_xticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100 %"])
        axes.spines["bottom"].set_bounds(0, 100)
        axes.set_xlabel(f"{low_dose_mg:g} mg as a percentage of {standard_dose_mg:g} mg", loc="left")
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        listed = "; ".join(f"{rung.name} {100 * rung.ratio:.0f} % ({rung.describe()})" for rung in rungs)
        return show(
            figure,
            alt=f"What {low_dose_mg:g} mg gives as a percentage of what {standard_dose_mg:g} mg gives: {listed}.",
            caption=(
                f"Down the chain from dose to blockade. The dashed line is the ratio of the doses, "
                f"{100 * dose_ratio:.0f} %. Plasma after one dose; occupancies over one day at steady state, "
                "model B."
            ),
        )


def _figure(value: float) -> str:
    """A number with as many digits as a reader needs."""
    if value == 0:
        return "0"
    return f"{value:.0f}" if value >= 20 else f"{value:.3g}" if value >= 1 else f"{value:.2g}"

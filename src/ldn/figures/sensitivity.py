"""The tornado: how far one answer moves when each input moves alone across its range."""

from __future__ import annotations

import pandas as pd

from ldn import pharmacology
from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import INK, LOW_DOSE, MUTED, house_style, new_figure

# What is shown of an input's range, for people who do not read the table.
_KIND = {
    "published": "published range",
    "derived": "derived from published figures",
    "between people": "spread between people",
    "assumed": "assumed, ÷ and × 1.5",
}
_MOST_BARS = 9


def tornado(dose_mg: float = 4.5, receptor: str = "mu") -> PrintedFigure:
    """Mean occupancy at steady state (model B) when each input goes from its low to its high end.

    Parameters
    ----------
    dose_mg : daily dose, mg of naltrexone hydrochloride.
    receptor : ``mu``, ``delta`` or ``kappa``.
    """
    inputs = pharmacology.sensitivity(pharmacology.mean_occupancy(dose_mg, receptor=receptor))
    return draw_tornado(inputs.head(_MOST_BARS), dose_mg, receptor)


def draw_tornado(inputs: pd.DataFrame, dose_mg: float, receptor: str) -> PrintedFigure:
    """Draw a table of `ldn.pharmacology.sensitivity` whose outcome is an occupancy between 0 and 1."""
    middle = 100 * float(inputs["outcome_typical"].iloc[0])
    with house_style():
        figure, axes = new_figure(7.2, 0.9 + 0.46 * len(inputs))
        for y, row in enumerate(inputs.itertuples()):
            at_low, at_high = 100 * row.outcome_low, 100 * row.outcome_high
            assumed = row.range == "assumed"
            axes.plot([at_low, at_high], [y, y], color=MUTED if assumed else LOW_DOSE, linewidth=9,
                      solid_capstyle="butt", alpha=0.55 if assumed else 1.0)  # fmt: skip
            rises = at_high >= at_low
            for value, at, right in ((row.low, at_low, not rises), (row.high, at_high, rises)):
                axes.annotate(_number(value), (at, y), xytext=(6 if right else -6, 0),
                              textcoords="offset points", ha="left" if right else "right", va="center",
                              fontsize=9, color=INK)  # fmt: skip
        axes.axvline(middle, color=INK, linewidth=1)
        axes.set_yticks(range(len(inputs)), [_label(row) for row in inputs.itertuples()])
        axes.set_ylim(len(inputs) - 0.4, -0.6)
        low, high = 100 * inputs[["outcome_low", "outcome_high"]].stack().agg(["min", "max"])
        axes.set_xlim(low - 0.14 * (high - low), high + 0.14 * (high - low))
        axes.spines["left"].set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.set_xlabel(f"mean {receptor} occupancy at {dose_mg:g} mg a day (%)", loc="left")
        told = "; ".join(
            f"{row.name} from {_number(row.low)} to {_number(row.high)} {_unit(row)}: "
            f"{100 * row.outcome_low:.0f} to {100 * row.outcome_high:.0f} % ({_KIND[row.range]})"
            for row in inputs.itertuples()
        )
        return show(
            figure,
            alt=f"Mean {receptor} occupancy at {dose_mg:g} mg a day is {middle:.0f} % at typical values. {told}.",
            caption=(
                "Each bar moves one input alone across its range; the numbers at its ends are the input's, the "
                "axis is the answer. Blue: range published or derived. Grey: no range known, so we divide and "
                "multiply by 1.5. Bars must not be added: bioavailability and clearance go together."
            ),
        )


def _label(row) -> str:
    name = _SHORT.get(row.parameter, row.name)
    return f"{name} ({_unit(row)})" if _unit(row) else name


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _unit(row) -> str:
    return "" if row.unit == "1" else row.unit


# The names in the store are sentences; an axis needs a word or two.
_SHORT = {
    "bioavailability": "bioavailability",
    "CL_L_per_h": "clearance",
    "ec50_nM": "EC50 at mu",
    "ke0_per_h": "biophase rate",
    "ka_per_h": "absorption rate",
    "Vc_L": "central volume",
    "Vp_L": "peripheral volume",
    "Q_L_per_h": "exchange",
    "fraction_absorbed": "fraction absorbed",
}

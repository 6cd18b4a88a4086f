"""The sentences of a curve shifter; ``js/curve_shifter/wording.js`` says the same for the page."""

from __future__ import annotations

import math

from ldn.interactives.curve_shifter_view import View
from ldn.interactives.wording import NBSP, fixed, milligrams, per_cent, significant

_MOMENTS = {"tablet_lowest": "at the lowest of the day", "tablet_highest": "at the highest of the day"}


def sentence(view: View) -> str:
    """What the two panels show now."""
    return f"{shift_sentence(view)} {schild_sentence(view)}"


def shift_sentence(view: View) -> str:
    """What the antagonist does to the curve."""
    level = f"{significant(view.antagonist_nM)}{NBSP}nM"
    if view.given == "concentration":
        antagonist = f"Naltrexone at {level}"
    else:
        antagonist = f"{milligrams(view.dose_mg)} a day, {_MOMENTS[view.given]} ({level} near the receptor),"
    if view.competitive:
        return (
            f"{antagonist} holds {_share(view.occupied)} of the receptors. The same response takes "
            f"{times(view.ratio)} the agonist, and the greatest response stays {per_cent(view.top)}."
        )
    half = (
        "Half of the first greatest response is out of reach of any concentration"
        if math.isinf(view.ratio)
        else f"Half of the first greatest response takes {times(view.ratio)} the agonist"
    )
    return (
        f"Suppose the antagonist did not let go. {antagonist} takes {_share(view.occupied)} of the receptors out "
        f"of play, and the greatest response falls from {per_cent(view.top_alone)} to {per_cent(view.top)}. {half}."
    )


def schild_sentence(view: View) -> str:
    """What the kept points say."""
    number = len(view.points)
    kept = f"Schild plot, {number}{NBSP}point{'' if number == 1 else 's'}"
    fit = view.fit
    if fit is None:
        return f"{kept}: a line with its interval needs three concentrations."
    if math.isinf(fit.pa2_ci_low):
        interval = "interval open"
    else:
        interval = f"95{NBSP}% CI {_decimal(fit.pa2_ci_low)} to {_decimal(fit.pa2_ci_high)}"
    return (
        f"{kept}: slope {_decimal(fit.slope)} (95{NBSP}% CI {_decimal(fit.slope_ci_low)} to "
        f"{_decimal(fit.slope_ci_high)}), pA2 {_decimal(fit.pa2)} ({interval})."
    )


def times(ratio: float) -> str:
    """ "10 times"."""
    return f"{significant(ratio, 2)}{NBSP}times"


def _share(share: float) -> str:
    # Near the top whole per cents would all read 100.
    return f"{fixed(share * 100, 1)}{NBSP}%" if share > 0.99 else per_cent(share)


def _decimal(value: float) -> str:
    return fixed(value, 2).replace("-", "−")

"""The sentences of a reach check; ``js/reach_check/wording.js`` says the same for the page."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ldn.interactives.reach_check_view import View
from ldn.interactives.wording import NBSP, milligrams, sentence_list, significant

_UNITS = ((1e6, "mM"), (1e3, "µM"), (1.0, "nM"), (1e-3, "pM"))


def sentence(view: View) -> str:
    """What the picture shows now."""
    return f"{level_sentence(view)} {report_sentence(view)} {count_sentence(view)}"


def level_sentence(view: View) -> str:
    """Which concentrations the doses give."""
    kind = "free naltrexone" if view.plasma == "free" else "all naltrexone, bound and free,"
    levels = sentence_list(
        [
            f"{concentration(level / view.build_up, 2)} after {milligrams(dose)}"
            for dose, level in zip(view.doses_mg, view.levels_nM, strict=True)
        ]
    )
    plain = f"In plasma {kind} peaks at {levels}."
    if view.build_up == 1:
        return plain
    built = sentence_list([concentration(level, 2) for level in view.levels_nM])
    return f"{plain} Suppose tissue held {times(view.build_up)} times as much: {built}."


def report_sentence(view: View) -> str:
    """How far the chosen report is from them."""
    report = view.report
    against = [
        f"{distance(low, high)} after {milligrams(dose)}"
        for dose, (low, high) in zip(view.doses_mg, view.margins(report), strict=True)
    ]
    outcome = "RETRACTED" if report["outcome"] == "retracted" else report["outcome"]
    words = "; ".join(against)
    return (
        f"{report['cited']} ({report['agent']} at {reach(report)}, {report['target']}: {outcome}): {words}."
    )


def count_sentence(view: View) -> str:
    """How many reports begin within reach of the first dose."""
    reached = len(view.reached)
    number = "None" if reached == 0 else str(reached)
    own = any(report["agent"] == "naltrexone" for report in view.reached)
    missing = "; naltrexone itself is not among them" if reached and not own else ""
    return (
        f"{number} of the {len(view.standing)} reports shown that still stand {'begins' if reached < 2 else 'begin'} "
        f"at or below the level after {milligrams(view.doses_mg[0])}{missing}."
    )


def distance(low: float, high: float) -> str:
    """Where a concentration lies that is `low` to `high` times a level."""
    if high <= 1:
        return "at or below the level"
    if low <= 1:
        return f"from within reach up to {times(high)} times the level"
    first, last = times(low), times(high)
    span = first if first == last else f"{first} to {last}"
    return f"{span} times the level"


def reach(report: dict[str, Any]) -> str:
    """The concentration of a report, or its range."""
    low, high = concentration(report["low_nM"], 3), concentration(report["high_nM"], 3)
    return low if low == high else f"{low} to {high}"


def concentration(nM: float, digits: int) -> str:
    """A concentration in the unit that keeps it between 1 and 1000."""
    for scale, unit in _UNITS:
        # A hair below the step, so that 10⁻⁹ µM, which is not exact in binary, still is 1 fM.
        if nM >= scale * (1 - 1e-9):
            return f"{significant(nM / scale, digits)}{NBSP}{unit}"
    return f"{significant(nM / 1e-6, digits)}{NBSP}fM"


def times(ratio: float) -> str:
    """A ratio of 1 or more with two significant digits and commas: 38195.5 → "38,000"."""
    if ratio < 10:
        return significant(ratio, 2)
    step = Decimal(1).scaleb(math.floor(math.log10(ratio)) - 1)
    return f"{int((Decimal(ratio) / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step):,}"

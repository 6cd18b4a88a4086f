"""The sentences of the binding bench; ``js/binding_bench/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.binding_bench_view import Balance, Course
from ldn.interactives.wording import NBSP, per_cent, sentence_list, significant
from ldn.pharmacology import measured_kinetics

# Up to these a time is written in the unit before it.
_MINUTES_FROM_S, _HOURS_FROM_S, _DAYS_FROM_S = 100.0, 6000.0, 172_800.0


def duration(time_s: float) -> str:
    """17.5 → "17.5 s"; a longer time in minutes, hours or days, with three significant digits."""
    for limit, seconds, unit in (
        (_MINUTES_FROM_S, 1.0, "s"),
        (_HOURS_FROM_S, 60.0, "min"),
        (_DAYS_FROM_S, 3600.0, "h"),
    ):
        if time_s < limit:
            return f"{significant(time_s / seconds)}{NBSP}{unit}"
    return f"{significant(time_s / 86_400)}{NBSP}days"


def balance_sentence(shown: Balance) -> str:
    """What is held and what it does, at equilibrium."""
    opening = (
        f"At {significant(shown.concentration_nM)}{NBSP}nM, a drug with a Kd of {significant(shown.kd_nM)}{NBSP}nM "
        f"holds {per_cent(shown.occupied)} of the receptors."
    )
    if shown.kind == "antagonist":
        return f"{opening} As an antagonist (τ{NBSP}={NBSP}0) it gives no response."
    article = f"As a {shown.kind} (τ{NBSP}={NBSP}{significant(shown.tau)})"
    ceiling = f", and never more than {per_cent(shown.greatest)}" if shown.kind == "partial agonist" else ""
    return f"{opening} {article} it gives {per_cent(shown.response)} of the greatest response{ceiling}."


def course_sentence(shown: Course) -> str:
    """What each ligand holds at the moment shown."""
    if shown.phase == "added":
        opening = f"{duration(shown.time_s)} after each drug is added at {significant(shown.times_kd)} times its own Kd"
        held = [f"{ligand} {per_cent(share)}" for ligand, share in shown.held.items()]
        return f"{opening}, the receptors held are: {sentence_list(held)}."
    held = [
        f"{ligand} {per_cent(share)} (half-life {duration(measured_kinetics(ligand).off_half_life_s)})"
        for ligand, share in shown.held.items()
    ]
    opening = (
        f"{duration(shown.time_s)} after the drug around them is washed away, receptors once full still hold"
    )
    return f"{opening}: {sentence_list(held)}."

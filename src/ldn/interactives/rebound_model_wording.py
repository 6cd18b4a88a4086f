"""The sentence under a rebound model; ``js/rebound_model/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.rebound_model_view import LETTERS, Regimen, View
from ldn.interactives.wording import fixed, hours, milligrams, per_cent, span
from ldn.pharmacology.rebound import HIGHEST_GAIN


def sentence(view: View) -> str:
    """What the signal does in a settled day, beside the longer or larger regimen, and what it would take."""
    parts = [_own(view), _other(view), needed(view)]
    return " ".join(part for part in parts if part)


def named(view: View, amount: float) -> str:
    """ "5 h blocked" or "4.5 mg, model B"."""
    if view.by_hours:
        return f"{hours(amount)} blocked"
    return f"{milligrams(amount)}, model {LETTERS[view.blocked]}"


def needed(view: View) -> str:
    """ "For a mean above baseline it would take an opioid gain above 1.27, or …"."""
    if view.by_hours and view.amount == 0:
        return "Without a blockade nothing rebounds."
    gain = view.gain_needed
    if gain is None:
        text = f"For a mean above baseline no opioid gain up to {HIGHEST_GAIN:g} is enough"
    elif gain == 0:
        text = "The mean is above baseline even with an opioid gain of 0"
    else:
        text = f"For a mean above baseline it would take an opioid gain above {fixed(gain, 2)}"
    if not view.by_hours:
        return f"{text}."
    allowed = view.hours_allowed
    if allowed is None:
        return f"{text}; with the gains set here no length of blockade does it."
    return f"{text}; with the gains set here the blockade may last up to {hours(allowed)} a day."


def _own(view: View) -> str:
    day = view.own.day
    mean, above = per_cent(day.mean_signal), hours(day.hours_above_baseline)
    if not view.by_hours:
        low, high = view.own.blockade.start.min(), view.own.blockade.start.max()
        return (
            f"At {milligrams(view.amount)} a day by model {LETTERS[view.blocked]}, "
            f"{span(low, high, per_cent)} of receptors are blocked; the signal averages {mean} of baseline "
            f"over a settled day ({span(day.signal.min(), day.signal.max(), per_cent)}), above it for {above}."
        )
    if view.amount == 0:
        return "Never blocked, the signal stays at baseline."
    if view.amount == 24:
        return (
            f"Blocked all day, no signal gets through, though opioid rises to {_highest(view.own, 'opioid')} "
            f"and receptors to {_highest(view.own, 'receptors')} of normal."
        )
    return (
        f"Blocked completely for {hours(view.amount)} a day, the signal averages {mean} of baseline over a settled "
        f"day: none while blocked, then up to {per_cent(day.signal.max())}, above baseline for {above}."
    )


def _other(view: View) -> str:
    if view.amount == view.other_amount:
        return ""
    mean = per_cent(view.other.day.mean_signal)
    if view.by_hours:
        return f"Blocked for {hours(view.other_amount)} it averages {mean}."
    return f"At {milligrams(view.other_amount)} it averages {mean}."


def _highest(regimen: Regimen, pool: str) -> str:
    return per_cent(getattr(regimen.day, pool).max())

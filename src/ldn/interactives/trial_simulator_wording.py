"""The sentences of the trial simulator; ``js/trial_simulator/wording.js`` says the same for the page."""

from __future__ import annotations

import math

from ldn.interactives.trial_simulator_data import N_TRIALS, published
from ldn.interactives.trial_simulator_view import View
from ldn.interactives.wording import NBSP, fixed, per_cent, significant


def sentence(view: View) -> str:
    """What the thousand trials found, and what stands behind it."""
    return " ".join(filter(None, [found_sentence(view), bias_sentence(view), size_sentence(view)]))


def found_sentence(view: View) -> str:
    """How many trials are significant, and how large the effect looks in those."""
    like = published().get(view.like)
    sized = f", as sure as {like.name}," if like else ""
    kind = f"1,000 {view.design} trials of {view.n} people{sized}"
    truth = f"a true difference of {points(view.effect)}" if view.effect else "no true difference"
    opening = f"{kind} meet {truth}:"
    count = view.n_significant
    if count == 0:
        return f"{opening} none is significant."
    verb, those = ("is", "it shows") if count == 1 else ("are", "those show")
    share = f"{count} ({per_cent(count / N_TRIALS)}) {verb}"
    size = points(view.mean_size_of_significant)
    if view.effect == 0:
        return f"{opening} {share} significant all the same, false alarms of {size} on average."
    times = f"{fixed(view.summary['exaggeration'], 1)} times the truth"
    wrong = view.n_wrong_sign
    against = f"; {wrong} in the wrong direction" if wrong else ""
    return f"{opening} {share} significant, and {those} {size} on average, {times}{against}."


def bias_sentence(view: View) -> str:
    """What carry-over does to all of them together."""
    if not view.carry_over or not view.effect:
        return ""
    return (
        f"Carry-over pulls the average of all results to {points(view.summary['mean_estimate'])}, and "
        f"{per_cent(view.summary['coverage'])} of the 95{NBSP}% intervals hold the truth."
    )


def size_sentence(view: View) -> str:
    """What the design is worth, and how many people the truth would need."""
    needed = view.n_for_power
    parts = []
    if view.drop_out_percent:
        parts.append(
            f"On average {fixed(float(view.trials['n_analysed'].mean()), 0)} people are left to analyse."
        )
    if view.crossover and not view.carry_over:
        parts.append(
            f"A parallel trial would need about {people(view.parallel_n_as_sure)} people to be as sure."
        )
    if math.isfinite(needed) and not view.carry_over:
        more = f"about {people(needed)} people" if needed < 1e6 else "more than a million people"
        parts.append(f"To find this truth in 80{NBSP}% of trials takes {more}.")
    return " ".join(parts)


def people(n: float) -> str:
    """A number of people with two significant digits, at least 4."""
    least = max(n, 4.0)
    unit = 10.0 ** (math.floor(math.log10(least)) - 1)
    return significant(math.floor(least / unit + 0.5) * unit, 6)


def points(value: float) -> str:
    """ "−0.34 points", with a true minus."""
    text = fixed(value, 2).replace("-", "−")
    return f"{'0.00' if text == '−0.00' else text}{NBSP}points"

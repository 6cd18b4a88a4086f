"""The sentences of a denominator dial; ``js/denominator_dial/wording.js`` says the same for the page."""

from __future__ import annotations

import math

from ldn.evidence.effects import Effect
from ldn.interactives.denominator_dial_view import Rate, View
from ldn.interactives.wording import NBSP, fixed, per_cent, significant


def sentence(view: View) -> str:
    """What the picture shows now."""
    return f"{rate_sentence(view)} {placebo_sentence(view)}"


def rate_sentence(view: View) -> str:
    """The rate on LDN."""
    return f"On LDN {rate(view.ldn)}."


def placebo_sentence(view: View) -> str:
    """What placebo did of it, or that nobody can say."""
    if view.placebo is None:
        return (
            f"No rate on placebo is known, so of {view.ldn.of_100} in 100 nobody can say how many would have had the "
            "result without the drug."
        )
    anyway, more, fewer = view.of_100
    tale = f"Of 100 people on LDN, {anyway} would have had the result on placebo"
    if fewer:
        tale += f"; {fewer} more would have, and had not on LDN"
    elif more:
        tale += f" and {more} more had it"
    else:
        tale += " and none more had it"
    return f"On placebo {rate(view.placebo)}. {tale}; the data allow {allowed(view.difference)}."


def rate(one: Rate) -> str:
    """14 of 16: 88 % (95 % CI 64 to 97 %)."""
    low, high = fixed(100 * one.low, 0), per_cent(one.high)
    return f"{one.events} of {one.people}: {per_cent(one.share)} (95{NBSP}% CI {low} to {high})"


def allowed(difference: Effect) -> str:
    """The interval of a difference in people of 100: "14 to 70 more", "5 fewer to 49 more"."""
    low, high = (_whole(end) for end in (difference.ci_low, difference.ci_high))
    if low < 0 < high:
        return f"{-low} fewer to {high} more"
    if high <= 0:
        return f"{-high} to {-low} fewer"
    return f"{low} to {high} more"


def needed_sentence(view: View) -> str:
    """The number needed to treat, told so that an interval through infinity can be read."""
    if view.needed is None:
        return "The rates are equal: no number needed to treat exists."
    (first, first_way), (second, second_way) = view.needed.ends
    start = f"{people(view.needed.number)} treated for one {_way(view.needed.direction)}"
    if view.needed.unbounded:
        return (
            f"{start}; 95{NBSP}% CI from {people(first)} for one {_way(first_way)} through infinity to "
            f"{people(second)} for one {_way(second_way)}"
        )
    return f"{start}; 95{NBSP}% CI {people(min(first, second))} to {people(max(first, second))}"


def people(number: float) -> str:
    """A number of people with two significant digits below ten, whole above."""
    if math.isinf(number):
        return "infinitely many"
    return significant(number, 2) if number < 10 else fixed(number, 0)


def difference_words(effect: Effect) -> str:
    """A difference in percentage points with its interval."""
    values = [_minus(_whole(value)) for value in (effect.estimate, effect.ci_low, effect.ci_high)]
    return f"{values[0]} points (95{NBSP}% CI {values[1]} to {values[2]})"


def ratio_words(effect: Effect) -> str:
    """A ratio with its interval."""
    values = [significant(value, 3) for value in (effect.estimate, effect.ci_low, effect.ci_high)]
    return f"{values[0]} (95{NBSP}% CI {values[1]} to {values[2]})"


def _way(direction: str) -> str:
    return "more" if direction == "benefit" else "fewer"


def _whole(share: float) -> int:
    return int(fixed(100 * share, 0))


def _minus(value: int) -> str:
    return str(value).replace("-", "\N{MINUS SIGN}")

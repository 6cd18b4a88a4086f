"""What a denominator dial shows: two rates with their intervals, and what lies between them."""

from __future__ import annotations

from dataclasses import dataclass

from ldn.evidence import (
    NumberNeededToTreat,
    number_needed_to_treat,
    risk_difference,
    risk_ratio,
    wilson_interval,
)
from ldn.evidence.effects import Effect
from ldn.interactives.wording import fixed

MOST_PEOPLE = 300


@dataclass(frozen=True)
class Rate:
    """x of n with Wilson's 95 % interval, as fractions."""

    events: int
    people: int
    share: float
    low: float
    high: float

    @property
    def of_100(self) -> int:
        """People of a hundred."""
        return int(fixed(100 * self.share, 0))


@dataclass(frozen=True)
class View:
    """One setting of `DenominatorDial`; what compares is None where there is no placebo arm."""

    ldn: Rate
    placebo: Rate | None
    difference: Effect | None
    ratio: Effect | None
    needed: NumberNeededToTreat | None

    @property
    def of_100(self) -> tuple[int, int, int]:
        """Of 100 on LDN: who would have got there on placebo too, who did more, who got there on placebo alone."""
        if self.placebo is None:
            return 0, 0, 0
        on_ldn, on_placebo = self.ldn.of_100, self.placebo.of_100
        return min(on_ldn, on_placebo), max(0, on_ldn - on_placebo), max(0, on_placebo - on_ldn)


def evaluate(events: int, people: int, placebo: tuple[int, int] | None) -> View:
    """The view of a state; events that exceed the people count as all of them, as on the page."""
    ldn = _rate(events, people)
    if placebo is None:
        return View(ldn, None, None, None, None)
    other = _rate(*placebo)
    counts = ldn.events, ldn.people, other.events, other.people
    difference = risk_difference(*counts, method="newcombe")
    needed = number_needed_to_treat(difference) if difference.estimate else None
    return View(ldn, other, difference, risk_ratio(*counts), needed)


def _rate(events: int, people: int) -> Rate:
    events = min(events, people)
    return Rate(events, people, events / people, *wilson_interval(events, people))

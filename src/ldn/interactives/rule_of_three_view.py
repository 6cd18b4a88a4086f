"""What a rule of three shows: the highest risk that fits what was seen, and what a rare event asks for."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ldn.evidence import (
    chance_of_an_event,
    event_upper_bound,
    people_to_see_an_event,
    zero_event_upper_bound,
)

OF = 1000
SMALLEST_STUDY, LARGEST_STUDY = 1, 100_000


@dataclass(frozen=True)
class View:
    """One setting of `RuleOfThree`.

    upper: highest risk at 95 %, exact; rule: 3/n, only where nobody had the event.
    needed: people to be watched to see an event of 1 in ``one_in`` with 95 %; seen: chance to see it in ``people``.
    """

    events: int
    people: int
    one_in: int
    upper: float
    rule: float | None
    needed: int
    seen: float

    @property
    def had_it(self) -> int:
        """Of 1,000 people like these, how many had the event."""
        return _nearest(OF * self.events / self.people)

    @property
    def could_have_it(self) -> int:
        """Of 1,000 people like these, how many could have the event at the highest risk that fits."""
        return _nearest(OF * self.upper)


def evaluate(events: int, people: int, one_in: int) -> View:
    """The view of a state; events that exceed the people count as all of them, as on the page."""
    events = min(events, people)
    return View(
        events=events,
        people=people,
        one_in=one_in,
        upper=event_upper_bound(events, people),
        rule=None if events else zero_event_upper_bound(people, method="rule of three"),
        needed=people_to_see_an_event(1 / one_in),
        seen=chance_of_an_event(1 / one_in, people),
    )


def _nearest(value: float) -> int:
    """A half upwards, as the page rounds."""
    return math.floor(value + 0.5)

"""What a rebound model shows, computed by `ldn.pharmacology`: a settled day, its opposite, and what it would take."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ldn.pharmacology import (
    DailyBlockade,
    ReboundAssumptions,
    ReboundCourse,
    blocked_by_dose,
    blocked_for,
    longest_blocked_hours,
    rebound_course,
    rebound_day,
    smallest_opioid_gain,
)

LETTERS = {"biophase": "B", "slow_dissociation": "A", "plasma": "C"}
STANDARD_DOSE_MG = 50.0
ALL_DAY_H = 24.0


@dataclass(frozen=True)
class Regimen:
    """A daily blockade with its settled day."""

    blockade: DailyBlockade
    day: ReboundCourse


@dataclass(frozen=True)
class View:
    """A regimen, the longer or larger one it is compared with, and the assumptions that both share.

    `blocked` is ``hours`` or one of lesson 04's models; `amount` is in hours a day, or in mg.
    """

    blocked: str
    amount: float
    assumptions: ReboundAssumptions
    window_days: int
    own: Regimen
    other: Regimen

    @property
    def by_hours(self) -> bool:
        return self.blocked == "hours"

    @property
    def other_amount(self) -> float:
        return ALL_DAY_H if self.by_hours else STANDARD_DOSE_MG

    @cached_property
    def gain_needed(self) -> float | None:
        """The smallest opioid gain that lifts the day's mean above baseline; None: none up to 10."""
        return smallest_opioid_gain(self.own.blockade, self.assumptions)

    @cached_property
    def hours_allowed(self) -> float | None:
        """The longest complete blockade that leaves the mean above baseline; None: no length does."""
        return longest_blocked_hours(self.assumptions)

    def courses(self) -> tuple[ReboundCourse, ReboundCourse]:
        """Both regimens from the first day."""
        return tuple(
            rebound_course(regimen.blockade, self.assumptions, days=self.window_days)
            for regimen in (self.own, self.other)
        )


def evaluate(*, blocked: str, amount: float, assumptions: ReboundAssumptions, window_days: int) -> View:
    """Settle both regimens; arguments as in `View`."""
    other = ALL_DAY_H if blocked == "hours" else STANDARD_DOSE_MG
    return View(
        blocked=blocked,
        amount=amount,
        assumptions=assumptions,
        window_days=window_days,
        own=_settled(blocked, amount, assumptions),
        other=_settled(blocked, other, assumptions),
    )


def mean_signal(blocked: str, amount: float, assumptions: ReboundAssumptions) -> float:
    """Mean signal of a settled day, relative to baseline."""
    return _settled(blocked, amount, assumptions).day.mean_signal


def at_hour(course: ReboundCourse, values: np.ndarray, hour: float) -> float:
    """The value at an hour, on straight lines between times; where it jumps, the value after the jump."""
    last = min(int(np.searchsorted(course.time_h, hour + 1e-9, side="right")) - 1, len(values) - 2)
    width = course.time_h[last + 1] - course.time_h[last]
    share = (hour - course.time_h[last]) / width if width > 0 else 1.0
    return float(values[last] + share * (values[last + 1] - values[last]))


def _settled(blocked: str, amount: float, assumptions: ReboundAssumptions) -> Regimen:
    blockade = blocked_for(amount) if blocked == "hours" else blocked_by_dose(amount, blocked)
    return Regimen(blockade, rebound_day(blockade, assumptions))

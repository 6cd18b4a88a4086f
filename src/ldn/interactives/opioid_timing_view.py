"""What opioid timing shows, computed by `ldn.pharmacology`: the hours after a tablet, or after the last of many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ldn.interactives.opioid_timing_data import STANDARD_DOSE_MG
from ldn.pharmacology import (
    acts_like_doses,
    naltrexone_level,
    opioid_effect,
    opioid_level,
    shared_receptors,
)
from ldn.reference import safety

AFTER_TABLET_H = np.linspace(0, 24, 97)
TABLE_AFTER_TABLET_H = (0, 0.5, 1, 2, 4, 8, 12, 24)
AFTER_LAST_TABLET_H = np.linspace(0, 120, 121)
TABLE_AFTER_LAST_TABLET_H = (0, 6, 12, 24, 36, 48, 72, 96, 120)
AFTER_RAISED_H = np.linspace(0, 168, 85)
READ_H = (1.0, 4.0)
MOST_DAYS = 14.0
DAYS = np.linspace(0, MOST_DAYS, 113)


@dataclass(frozen=True)
class Moment:
    """Shares at one or more moments: receptors held, and effect, all 0 to 1 (effect of its usual peak)."""

    opioid_held: np.ndarray
    naltrexone_held: np.ndarray
    effect: np.ndarray


@dataclass(frozen=True)
class View:
    """An opioid and naltrexone in one order, with the assumptions about both."""

    first: str
    dose_mg: float
    opioid: str
    hours_since_opioid: float
    hours_since_tablet: float
    held_at_peak: float
    tau: float
    adaptation_half_life_days: float

    @property
    def opioid_first(self) -> bool:
        return self.first == "opioid"

    @property
    def doses_mg(self) -> tuple[float, ...]:
        """The reader's dose, and the standard dose beside it unless they are the same."""
        return (self.dose_mg,) if self.dose_mg == STANDARD_DOSE_MG else (self.dose_mg, STANDARD_DOSE_MG)

    def _level(self, hours_since_opioid: np.ndarray | float, half_life_h: float | None = None) -> np.ndarray:
        half_life = safety.opioid(self.opioid).half_life_h if half_life_h is None else half_life_h
        return opioid_level(hours_since_opioid, held_at_peak=self.held_at_peak, half_life_h=half_life)

    def _moment(self, opioid: np.ndarray, naltrexone: np.ndarray) -> Moment:
        held, blocked = shared_receptors(opioid, naltrexone)
        usual = opioid_effect(self._level(0.0), 0.0, tau=self.tau)
        return Moment(held, blocked, opioid_effect(opioid, naltrexone, tau=self.tau) / usual)

    def after_tablet(self, dose_mg: float, hours: np.ndarray | float) -> Moment:
        """Hours after one naltrexone tablet (0 mg: without it), the opioid going on fading by its half-life."""
        hours = np.asarray(hours, dtype=float)
        return self._moment(
            self._level(self.hours_since_opioid + hours), naltrexone_level(dose_mg, hours, daily=False)
        )

    def after_last_tablet(self, dose_mg: float, hours: np.ndarray | float, link: str = "biophase") -> Moment:
        """A usual opioid dose at its peak, so many hours after the last of daily naltrexone tablets."""
        return self._moment(self._level(0.0), naltrexone_level(dose_mg, hours, daily=True, link=link))

    def raised_acts_like(self, dose_mg: float, hours_later: np.ndarray | float) -> np.ndarray:
        """Usual doses that an amount raised against the blockade acts like, hours after it was raised."""
        when = naltrexone_level(dose_mg, self.hours_since_tablet, daily=True)
        later = self.hours_since_tablet + np.asarray(hours_later, dtype=float)
        return acts_like_doses(float(when), naltrexone_level(dose_mg, later, daily=True))

    def raised_in_the_end(self, dose_mg: float) -> float:
        """Usual doses that the raised amount acts like once no naltrexone is left."""
        return float(
            acts_like_doses(float(naltrexone_level(dose_mg, self.hours_since_tablet, daily=True)), 0.0)
        )

    def opioid_left(self, days: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Receptors the opioid holds days after its peak without naltrexone: lowest, typical, highest half-life."""
        opioid = safety.opioid(self.opioid)
        half_lives = (opioid.low_h, opioid.half_life_h, opioid.high_h)
        return tuple(
            shared_receptors(self._level(np.asarray(days) * 24, half_life), 0.0)[0]
            for half_life in half_lives
        )

    def adaptation_left(self, days: np.ndarray | float) -> np.ndarray:
        """Share of the adaptation that is left, by the half-life assumed."""
        return 0.5 ** (np.asarray(days, dtype=float) / self.adaptation_half_life_days)

"""A hypothesis as equations: opioid blockade for part of the day, and a body that answers with more of its own.

Two pools turn over, the body's own opioid E and the receptors R, both 1 without the drug. The drug blocks a fraction
b(t) of the receptors, the signal is what is left, and production of each pool listens to the signal:

    S = E R (1 − b)
    dE/dt = kE (1 + gE u − E)      u = 1 − S         where the signal is short (S < 1)
    dR/dt = kR (1 + gR u − R)      u = −brake (S − 1)  where it is in excess

A gain g is how far production rises when the signal is gone: 1 doubles it. The brake says how strongly excess lowers
production beside how strongly a lack raises it: 1 is a thermostat, 0 answers a lack only. Production never falls
below nought. An indirect-response model (Dayneka 1993) whose stimulus is the lack of signal itself. No constant
here was measured for naltrexone in people; each is an assumption that the caller sets.

What it leaves out: receptor reserve (signal is taken as proportional to opioid times free receptors), competition
between opioid and drug for the receptor, the body's clock, and a sensor that sits elsewhere than the effect.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from ldn.pharmacology.arguments import FloatArray, choice, count, number
from ldn.pharmacology.blockade import LINKS, occupancy, time_at_or_above
from ldn.pharmacology.kinetics import simulate

DAY_H = 24.0
HIGHEST_GAIN = 10.0
# Longest step of the integration; the blockade's own steps are at most this long.
STEP_H = 0.1
_HOURS_APART_H = 0.5
_GAINS_APART = 0.5


@dataclass(frozen=True)
class ReboundAssumptions:
    """What the rebound model assumes; every number is one that nobody has measured in people on a low dose.

    opioid_gain, receptor_gain : relative rise of production when the signal is gone, 0 to 10.
    opioid_half_life_h, receptor_half_life_h : half-life of either pool, h, at least 2.
    brake : answer to an excess of signal relative to the answer to a lack, 0 to 1.

    Raises ValueError and TypeError naming the argument, its value, unit and the range allowed.
    """

    opioid_gain: float = 1.5
    receptor_gain: float = 0.0
    opioid_half_life_h: float = 24.0
    receptor_half_life_h: float = 72.0
    brake: float = 0.0

    def __post_init__(self) -> None:
        for name in ("opioid_gain", "receptor_gain"):
            number(name, getattr(self, name), low=0, high=HIGHEST_GAIN)
        for name in ("opioid_half_life_h", "receptor_half_life_h"):
            number(name, getattr(self, name), "h", low=2, high=2400)
        number("brake", self.brake, low=0, high=1)


@dataclass(frozen=True, eq=False)
class DailyBlockade:
    """The fraction of receptors that the drug blocks, the same every day.

    step_h : lengths of the steps that make up the day, shape (n,).
    start, middle, end : blocked fraction at the start, middle and end of each step, shape (n,).
    """

    step_h: FloatArray
    start: FloatArray
    middle: FloatArray
    end: FloatArray

    @property
    def mean(self) -> float:
        """Blocked fraction, averaged over the day."""
        return float(self.step_h @ (self.start + 4 * self.middle + self.end) / 6 / DAY_H)


@dataclass(frozen=True, eq=False)
class ReboundCourse:
    """Opioid, receptors and signal over time, all relative to their level without the drug.

    time_h, opioid, receptors, blocked, signal : shape (T,). Where the blockade jumps, the time stands there twice.
    mean_signal : time-average of the signal over the last day.
    """

    time_h: FloatArray
    opioid: FloatArray
    receptors: FloatArray
    blocked: FloatArray
    mean_signal: float

    @property
    def signal(self) -> FloatArray:
        return self.opioid * self.receptors * (1 - self.blocked)

    @property
    def hours_above_baseline(self) -> float:
        """Hours with more signal than without the drug, straight lines between times."""
        # A pool that has been left at its baseline must not count as above it by rounding.
        return float(time_at_or_above(self.time_h, self.signal, 1 + 1e-9))


def blocked_for(hours: float) -> DailyBlockade:
    """All receptors blocked for the first `hours` of each day, none for the rest.

    Parameters: hours a day, h, 0 to 24.
    Raises ValueError and TypeError naming the argument, its value, unit and the range allowed.
    """
    hours = number("hours", hours, "h", low=0, high=DAY_H)
    lengths, levels = [], []
    for length, level in ((hours, 1.0), (DAY_H - hours, 0.0)):
        if length > 0:
            steps = math.ceil(length / STEP_H - 1e-9)
            lengths += [length / steps] * steps
            levels += [level] * steps
    blocked = np.array(levels)
    return DailyBlockade(np.array(lengths), blocked, blocked, blocked)


def blocked_by_dose(dose_mg: float, link: str = "biophase", receptor: str = "mu") -> DailyBlockade:
    """The occupancy of one day at steady state that lesson 04's models give for a daily dose.

    Parameters: dose_mg of naltrexone hydrochloride a day, mg; link and receptor as in `occupancy`.
    Raises ValueError and TypeError naming the argument, its value, unit and the range allowed.
    """
    choice("link", link, LINKS)
    profile = simulate(dose_mg, n_doses=math.inf)
    occupied = occupancy(profile, receptor, link)
    # Every second time of the profile ends a step, the others lie in the middle of one.
    step_h = np.diff(profile.time_h[::2])
    return DailyBlockade(step_h, occupied[:-2:2], occupied[1::2], occupied[2::2])


def rebound_day(blockade: DailyBlockade, assumptions: ReboundAssumptions | None = None) -> ReboundCourse:
    """One day of the steady periodic state: it ends as it began.

    Found by Newton's method on the map from one morning to the next; within a day by the classical fourth-order
    Runge–Kutta method.
    Raises RuntimeError if the iteration does not settle, which no allowed assumption has been found to do.
    """
    chosen = assumptions or ReboundAssumptions()
    start = _periodic_start(blockade, chosen, (1.0, 1.0))
    return _course(blockade, chosen, start, 1)


def rebound_course(
    blockade: DailyBlockade, assumptions: ReboundAssumptions | None = None, *, days: int = 14
) -> ReboundCourse:
    """The first days of daily blockade, from the state without the drug.

    Parameters: days, at least 1.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    """
    return _course(blockade, assumptions or ReboundAssumptions(), (1.0, 1.0), int(count("days", days)))


def smallest_opioid_gain(
    blockade: DailyBlockade, assumptions: ReboundAssumptions | None = None
) -> float | None:
    """The smallest opioid gain at which the day's mean signal exceeds baseline, everything else as assumed.

    Returns a gain from 0 to 10, or None if no gain up to 10 does. Searched in steps of 0.5, then by bisection.
    """
    chosen = assumptions or ReboundAssumptions()
    excess = _excess_over(lambda gain: (blockade, replace(chosen, opioid_gain=gain)))
    gains = np.arange(0.0, HIGHEST_GAIN + _GAINS_APART / 2, _GAINS_APART)
    return _first_crossing(excess, gains)


def longest_blocked_hours(assumptions: ReboundAssumptions | None = None) -> float | None:
    """The longest complete blockade a day, h, at which the day's mean signal still exceeds baseline.

    Returns hours, or None if no length does. Searched from 24 h down in steps of half an hour, then by bisection.
    """
    chosen = assumptions or ReboundAssumptions()
    excess = _excess_over(lambda hours: (blocked_for(hours), chosen))
    hours = np.arange(DAY_H, 0, -_HOURS_APART_H)
    return _first_crossing(excess, hours)


_ABOVE = 1e-6


def _excess_over(case):
    """How far the mean signal lies above baseline, of a knob; each search starts from the last solution."""
    start = (1.0, 1.0)

    def excess(value: float) -> float:
        nonlocal start
        blockade, chosen = case(float(value))
        start = _periodic_start(blockade, chosen, start)
        # A millionth counts as nothing: without blockade the mean is 1 but for rounding.
        return _march(blockade, chosen, start)[2] / DAY_H - 1 - _ABOVE

    return excess


def _first_crossing(excess, values: FloatArray) -> float | None:
    """The first value, of those given in order, with an excess, refined towards its predecessor."""
    before = None
    for value in values:
        if excess(value) > 0:
            if before is None:
                return float(value)
            inside, outside = float(value), before
            for _ in range(24):
                between = (inside + outside) / 2
                if excess(between) > 0:
                    inside = between
                else:
                    outside = between
            return inside
        before = float(value)
    return None


def _march(
    blockade: DailyBlockade, chosen: ReboundAssumptions, start: tuple[float, float], path: list | None = None
) -> tuple[float, float, float]:
    """Opioid and receptors after one day, and the integral of the signal over it.

    Plain floats in one loop: this runs some hundred times for one answer. `js/rebound_model/turnover.js` takes the
    same steps.
    """
    gain_e, gain_r, brake = chosen.opioid_gain, chosen.receptor_gain, chosen.brake
    rate_e, rate_r = math.log(2) / chosen.opioid_half_life_h, math.log(2) / chosen.receptor_half_life_h

    def slopes(e: float, r: float, free: float) -> tuple[float, float, float]:
        signal = e * r * free
        lack = 1 - signal
        heard = lack if lack > 0 else brake * lack
        made_e, made_r = 1 + gain_e * heard, 1 + gain_r * heard
        return (
            rate_e * ((made_e if made_e > 0 else 0.0) - e),
            rate_r * ((made_r if made_r > 0 else 0.0) - r),
            signal,
        )

    (e, r), total = start, 0.0
    if path is not None:
        path.append((e, r))
    steps = zip(
        blockade.step_h.tolist(),
        (1 - blockade.start).tolist(),
        (1 - blockade.middle).tolist(),
        (1 - blockade.end).tolist(),
        strict=True,
    )
    for step, first, middle, last in steps:
        e1, r1, s1 = slopes(e, r, first)
        e2, r2, s2 = slopes(e + step / 2 * e1, r + step / 2 * r1, middle)
        e3, r3, s3 = slopes(e + step / 2 * e2, r + step / 2 * r2, middle)
        e4, r4, s4 = slopes(e + step * e3, r + step * r3, last)
        e += step / 6 * (e1 + 2 * e2 + 2 * e3 + e4)
        r += step / 6 * (r1 + 2 * r2 + 2 * r3 + r4)
        total += step / 6 * (s1 + 2 * s2 + 2 * s3 + s4)
        if path is not None:
            path.append((e, r))
    return e, r, total


_NUDGE = 1e-6


def _periodic_start(
    blockade: DailyBlockade, chosen: ReboundAssumptions, guess: tuple[float, float]
) -> tuple[float, float]:
    """Opioid and receptors at the start of a day that ends as it began."""
    e, r = guess
    for _ in range(50):
        e_end, r_end, _signal = _march(blockade, chosen, (e, r))
        miss_e, miss_r = e_end - e, r_end - r
        if abs(miss_e) < 1e-12 and abs(miss_r) < 1e-12:
            return e, r
        e_by_e, r_by_e, _signal = _march(blockade, chosen, (e + _NUDGE, r))
        e_by_r, r_by_r, _signal = _march(blockade, chosen, (e, r + _NUDGE))
        a, b = (e_by_e - e_end) / _NUDGE - 1, (e_by_r - e_end) / _NUDGE
        c, d = (r_by_e - r_end) / _NUDGE, (r_by_r - r_end) / _NUDGE - 1
        determinant = a * d - b * c
        # Pools cannot be negative, and Newton's step from far away could ask for it.
        e = max(0.0, e - (d * miss_e - b * miss_r) / determinant)
        r = max(0.0, r - (a * miss_r - c * miss_e) / determinant)
        if abs(miss_e) < 1e-9 and abs(miss_r) < 1e-9:
            return e, r
    raise RuntimeError(f"no steady day found for {chosen}")


def _course(
    blockade: DailyBlockade, chosen: ReboundAssumptions, start: tuple[float, float], days: int
) -> ReboundCourse:
    """Points of a course: each step's start and end, without the end where the next step starts alike."""
    path: list[tuple[float, float]] = []
    state, total = start, 0.0
    for _ in range(days):
        day: list[tuple[float, float]] = []
        e, r, total = _march(blockade, chosen, state, day)
        path += day if not path else day[1:]
        state = (e, r)
    pools = np.array(path)
    ends = np.tile(blockade.end, days)
    starts = np.append(np.tile(blockade.start, days), ends[-1])
    times = np.append(0.0, np.cumsum(np.tile(blockade.step_h, days)))
    jumps = np.flatnonzero(np.abs(starts[1:-1] - ends[:-1]) > 1e-9) + 1
    return ReboundCourse(
        time_h=np.insert(times, jumps, times[jumps]),
        opioid=np.insert(pools[:, 0], jumps, pools[jumps, 0]),
        receptors=np.insert(pools[:, 1], jumps, pools[jumps, 1]),
        blocked=np.insert(starts, jumps, ends[jumps - 1]),
        mean_signal=total / DAY_H,
    )

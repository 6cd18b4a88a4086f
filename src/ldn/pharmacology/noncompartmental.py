"""What an analyst reads off a concentration curve without a model: area, half-life, bioavailability, peak."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import FloatArray, array, choice, count, number
from ldn.pharmacology.exponentials import SumOfExponentials

RULES = ("linear", "linear-up log-down")


@dataclass(frozen=True)
class AreaUnderCurve:
    """Area under sampled concentrations, in the unit of the concentration times h.

    observed: from the first to the last sample; extrapolated: from there to infinity; terminal_rate_per_h: the
    slope that the extrapolation goes on with; last_concentration: what it starts from.
    """

    observed: float
    extrapolated: float
    terminal_rate_per_h: float
    last_concentration: float

    @property
    def total(self) -> float:
        """Area from the first sample to infinity."""
        return self.observed + self.extrapolated

    @property
    def extrapolated_share(self) -> float:
        """The part of the total that nobody measured, 0 to 1."""
        return self.extrapolated / self.total

    @property
    def half_life_h(self) -> float:
        """ln 2 over the terminal rate, in h."""
        return math.log(2) / self.terminal_rate_per_h


def trapezoid_area(time_h: ArrayLike, concentration: ArrayLike, *, rule: str = "linear") -> float:
    """Area under samples between the first and the last, by trapezoids.

    Parameters
    ----------
    time_h : times of the samples in h, rising; shape (n,), n of at least 2.
    concentration : at these times, in any unit, not negative; shape (n,).
    rule : "linear" joins neighbours by straight lines; "linear-up log-down" takes a straight line on a logarithmic
        axis where the concentration falls, which is exact for a single exponential.

    Returns the area in the unit of the concentration times h.
    Raises ValueError for times that do not rise, shapes that differ and unknown rules.
    """
    time, value = _samples(time_h, concentration, least=2)
    choice("rule", rule, RULES)
    steps = np.diff(time)
    before, after = value[:-1], value[1:]
    areas = steps * (before + after) / 2
    if rule == "linear-up log-down":
        falls = (after < before) & (after > 0)
        areas[falls] = steps[falls] * (before - after)[falls] / np.log(before[falls] / after[falls])
    return float(areas.sum())


def terminal_rate(time_h: ArrayLike, concentration: ArrayLike, *, n_last: int = 3) -> float:
    """Rate of decline (1/h) of the last samples: minus the least-squares slope of ln(concentration) against time.

    Parameters: times in h and concentrations of shape (n,); n_last, how many samples from the end, at least 2.
    Raises ValueError if there are fewer samples, one of them is zero, or they do not decline.
    """
    last = int(count("n_last", n_last, low=2))
    time, value = _samples(time_h, concentration, least=last)
    if (value[-last:] <= 0).any():
        raise ValueError("concentration holds a zero among the last samples: its logarithm has no value")
    slope = float(np.polyfit(time[-last:], np.log(value[-last:]), 1)[0])
    if slope >= 0:
        raise ValueError(f"the last {last} samples do not decline: an area to infinity has no value")
    return -slope


def area_under_curve(
    time_h: ArrayLike, concentration: ArrayLike, *, rule: str = "linear", n_last: int = 3
) -> AreaUnderCurve:
    """Area under sampled concentrations, to the last sample and on to infinity.

    Parameters: as `trapezoid_area` and `terminal_rate`.
    Returns an `AreaUnderCurve`; beyond the last sample C_last / rate is added, the area of an exponential.
    """
    rate = terminal_rate(time_h, concentration, n_last=n_last)
    last = float(np.asarray(concentration, dtype=float)[-1])
    return AreaUnderCurve(trapezoid_area(time_h, concentration, rule=rule), last / rate, rate, last)


def bioavailability_from_areas(
    area_by_mouth: float, dose_by_mouth: float, area_intravenous: float, dose_intravenous: float
) -> float:
    """Bioavailability F: the area by mouth per dose over the area into a vein per dose.

    Parameters: areas to infinity in one unit, both of the same person and assay; doses in one unit and of one
    substance (both as base, or both as salt), all above 0.
    """
    by_mouth = number("area_by_mouth", area_by_mouth, low=0, above=True)
    intravenous = number("area_intravenous", area_intravenous, low=0, above=True)
    oral_dose = number("dose_by_mouth", dose_by_mouth, low=0, above=True)
    return (by_mouth / oral_dose) / (
        intravenous / number("dose_intravenous", dose_intravenous, low=0, above=True)
    )


def half_life_read(curve: SumOfExponentials, from_h: float, to_h: float) -> float:
    """Half-life (h) that one reads off a curve between two times: ln 2 over the mean slope of its logarithm there.

    Parameters: the curve after a single dose; the ends of the window in h, from_h below to_h.
    Returns math.inf or a negative number where the curve does not fall over the window.
    """
    start = number("from_h", from_h, "h", low=0, above=True)
    end = number("to_h", to_h, "h", low=0, above=True)
    if end <= start:
        raise ValueError(f"to_h = {end:g} h is not allowed: above from_h = {start:g} h")
    early, late = curve.after(np.array([start, end]))
    fall = math.log(early / late)
    return math.inf if fall == 0 else math.log(2) * (end - start) / fall


def peak_of(curve: SumOfExponentials) -> tuple[float, float]:
    """Height (nM per mg) and time (h) of the highest concentration after a single dose by mouth.

    The curve must rise from zero and fall once, as every curve of these models does: the zero of its derivative
    is found by bisection to the last digits.
    """
    rates, coefficients = curve.rates_per_h, curve.coefficients_nM_per_mg

    def rises(time: float) -> bool:
        return float((coefficients * rates * np.exp(-rates * time)).sum()) < 0

    low, high = 0.0, 1.0 / float(rates.max())
    while rises(high):
        low, high = high, 2 * high
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rises(middle) else (low, middle)
    return float(curve.after(np.array([high]))[0]), high


def _samples(time_h: ArrayLike, concentration: ArrayLike, least: int) -> tuple[FloatArray, FloatArray]:
    time = array("time_h", time_h, "h", low=0)
    value = array("concentration", concentration, low=0)
    if time.ndim != 1 or time.shape != value.shape:
        raise ValueError(
            f"time_h and concentration must be lists of one length, got {time.shape} and {value.shape}"
        )
    if len(time) < least:
        raise ValueError(f"time_h has {len(time)} samples; at least {least} are needed")
    if (np.diff(time) <= 0).any():
        raise ValueError("time_h must rise from sample to sample")
    return time, value

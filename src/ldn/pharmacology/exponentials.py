"""Sums of exponentials: the shape of every concentration of a linear model, and their superposition."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ldn.pharmacology.arguments import FloatArray

# Rates closer than this (relative) are moved apart: the formula for distinct rates would lose all digits.
# Moved symmetrically about their mean, the error is of second order, under 1e-6 while exp(-rate·t) matters.
_CLOSE = 1e-4


@dataclass(frozen=True, eq=False)
class SumOfExponentials:
    """The response to a unit dose, C(t) = Σ coefficient · exp(−rate · t), for one person or many.

    `rates_per_h` and `coefficients_nM_per_mg` have the exponentials on the last axis: shape (k,) for one
    person, (n, k) for n.
    """

    rates_per_h: FloatArray
    coefficients_nM_per_mg: FloatArray

    @property
    def area_nM_h_per_mg(self) -> FloatArray:
        """Area under the curve of one dose, from 0 to infinity: Σ coefficient / rate."""
        return (self.coefficients_nM_per_mg / self.rates_per_h).sum(axis=-1)

    def after(self, time_h: FloatArray) -> FloatArray:
        """Response at times (T,) after a single unit dose: shape (T,) for one person, (n, T) for n."""
        return _dot(self.coefficients_nM_per_mg, np.exp(-self.rates_per_h[..., None] * time_h))

    def superposed(self, regimen: Regimen, time_h: FloatArray) -> FloatArray:
        """Response to a regimen of unit doses, at times (T,) since the first (at steady state, since any).

        Doses add up; m doses at interval τ give the geometric sum (1 − e^(−m·rate·τ)) / (1 − e^(−rate·τ)).
        """
        return self._over_intervals(
            regimen,
            time_h,
            lambda since_dose, accumulation, doses: _dot(
                self.coefficients_nM_per_mg * accumulation,
                np.exp(-self.rates_per_h[..., None] * since_dose),
            ),
        )

    def superposed_area(self, regimen: Regimen, time_h: FloatArray) -> FloatArray:
        """Area under the superposed response from 0 to each of the times (T,), in closed form."""
        shares = self.coefficients_nM_per_mg / self.rates_per_h
        area = self.area_nM_h_per_mg[..., None]

        def within(since_dose: FloatArray, accumulation: FloatArray, doses: float) -> FloatArray:
            left = _dot(shares * accumulation, np.exp(-self.rates_per_h[..., None] * since_dose))
            return doses * area - left

        result = self._over_intervals(regimen, time_h, within)
        if regimen.steady_state:
            # Each interval adds the area of one dose, beyond what earlier doses had left at time 0.
            at_start = (shares * self._accumulation(regimen.interval_h, math.inf)).sum(axis=-1)[..., None]
            result = result + at_start
        return result

    def _over_intervals(
        self,
        regimen: Regimen,
        time_h: FloatArray,
        within: Callable[[FloatArray, FloatArray, float], FloatArray],
    ) -> FloatArray:
        dose_number = regimen.dose_number(time_h)
        result = np.empty((*self.rates_per_h.shape[:-1], len(time_h)))
        for last in np.unique(dose_number):
            here = dose_number == last
            since_dose = np.maximum(time_h[here] - last * regimen.interval_h, 0.0)
            given = math.inf if regimen.steady_state else last + 1.0
            counted = float(last) if regimen.steady_state else given
            accumulation = self._accumulation(regimen.interval_h, given)
            result[..., here] = within(since_dose, accumulation, counted)
        return result

    def _accumulation(self, interval_h: float, doses: float) -> FloatArray:
        one = np.expm1(-self.rates_per_h * interval_h)
        return np.expm1(-doses * self.rates_per_h * interval_h) / one


@dataclass(frozen=True)
class Regimen:
    """A dose every so many hours; `n_doses` is math.inf for steady state."""

    dose_mg: float
    interval_h: float
    n_doses: float

    @property
    def steady_state(self) -> bool:
        return math.isinf(self.n_doses)

    def dose_number(self, time_h: FloatArray) -> FloatArray:
        """Number, from 0, of the last dose given at each of the times (T,)."""
        # The tolerance keeps a time that should be a multiple of the interval from falling just short of it.
        return np.minimum(np.floor(time_h / self.interval_h + 1e-9), self.n_doses - 1)

    def __str__(self) -> str:
        if self.steady_state:
            return f"{self.dose_mg:g} mg every {self.interval_h:g} h at steady state"
        if self.n_doses == 1:
            return f"{self.dose_mg:g} mg once"
        return f"{self.dose_mg:g} mg every {self.interval_h:g} h, {self.n_doses:g} doses"


def partial_fractions(
    numerator: Callable[[FloatArray], FloatArray], rates_per_h: FloatArray
) -> SumOfExponentials:
    """The inverse Laplace transform of numerator(s) / Π (s + rate) as a sum of exponentials.

    `numerator` takes s of shape (…, k); rates (…, k) must be positive. Equal rates are allowed.
    The coefficient of exp(−rate·t) is numerator(−rate) / Π over the others of (other − rate).
    """
    rates = _moved_apart(rates_per_h)
    others = rates[..., None, :] - rates[..., :, None]
    diagonal = np.arange(rates.shape[-1])
    others[..., diagonal, diagonal] = 1.0
    return SumOfExponentials(rates, numerator(-rates) / others.prod(axis=-1))


def disposition_rates(
    elimination_per_h: FloatArray, outward_per_h: FloatArray, return_per_h: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """The fast and slow rate (1/h) of a two-compartment model from k10, k12 and k21 (1/h)."""
    total = elimination_per_h + outward_per_h + return_per_h
    product = elimination_per_h * return_per_h
    fast = (total + np.sqrt(total**2 - 4 * product)) / 2
    return fast, product / fast


def _dot(coefficients: FloatArray, exponentials: FloatArray) -> FloatArray:
    """Sum over the exponentials: (…, k) with (…, k, T) to (…, T)."""
    return np.matmul(coefficients[..., None, :], exponentials)[..., 0, :]


def _moved_apart(rates_per_h: FloatArray) -> FloatArray:
    rates = np.sort(rates_per_h, axis=-1)
    flat = rates.reshape(-1, rates.shape[-1])
    too_close = (np.diff(flat, axis=-1) < _CLOSE * flat[:, 1:]).any(axis=-1)
    for row in np.flatnonzero(too_close):
        flat[row] = _spread_clusters(flat[row])
    return flat.reshape(rates.shape)


def _spread_clusters(rates: FloatArray) -> FloatArray:
    """Sorted rates with each cluster of close ones replaced by evenly spaced ones about its mean."""
    groups = [[rate] for rate in rates]
    merged = True
    while merged:
        merged = False
        for left, right in pairwise(groups):
            if _spread(right)[0] - _spread(left)[-1] < _CLOSE * _spread(right)[0]:
                left.extend(right)
                groups.remove(right)
                merged = True
                break
    return np.array([rate for group in groups for rate in _spread(group)])


def _spread(group: list[float]) -> list[float]:
    if len(group) == 1:
        return group
    mean = sum(group) / len(group)
    middle = (len(group) - 1) / 2
    return [mean * (1 + 2 * _CLOSE * (place - middle)) for place in range(len(group))]

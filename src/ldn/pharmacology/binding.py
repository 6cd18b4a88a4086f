"""Receptor theory at equilibrium: occupancy, response, competitive antagonism."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import FloatArray, array, number


def fractional_occupancy(concentration_nM: ArrayLike, kd_nM: float, hill: float = 1.0) -> FloatArray:
    """Fraction of receptors bound at equilibrium (Hill–Langmuir): 1 / (1 + (Kd / C)^hill).

    Parameters
    ----------
    concentration_nM : free concentration at the receptor, nM, at least 0; any shape.
    kd_nM : concentration that binds half of the receptors, nM, above 0.
    hill : Hill slope, above 0; 1 is one ligand on one site.

    Returns an array of the shape of concentration_nM, 0 to 1.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: Hill 1909, Langmuir 1918; standard receptor theory.
    """
    concentration = array("concentration_nM", concentration_nM, "nM", low=0)
    kd = number("kd_nM", kd_nM, "nM", low=0, above=True)
    slope = number("hill", hill, low=0, above=True)
    # The reciprocal form keeps its limits, 0 at no drug and 1 at much of it, without overflow.
    with np.errstate(divide="ignore", over="ignore"):
        return 1.0 / (1.0 + (kd / concentration) ** slope)


def operational_response(
    agonist_nM: ArrayLike,
    *,
    tau: float,
    ka_nM: float,
    emax: float = 1.0,
    n: float = 1.0,
    antagonist_nM: ArrayLike = 0.0,
    kb_nM: float = math.inf,
) -> FloatArray:
    """Response to an agonist by the operational model, with a competitive antagonist.

    E = Emax (τ A)^n / ((KA (1 + B/KB) + A)^n + (τ A)^n)

    Parameters
    ----------
    agonist_nM : agonist A, nM, at least 0; any shape.
    tau : efficacy τ, receptors over the transducer's half-saturation, at least 0.
    ka_nM : dissociation constant KA of the agonist, nM, above 0.
    emax : greatest response of the system, above 0.
    n : slope of the transducer, above 0.
    antagonist_nM : antagonist B, nM, at least 0; its shape must broadcast with agonist_nM.
    kb_nM : dissociation constant KB of the antagonist, nM, above 0; infinite means no antagonism.

    Returns an array of the broadcast shape, 0 to emax.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: Black & Leff 1983 (operational model), Gaddum 1937 (shift by the antagonist).
    """
    agonist = array("agonist_nM", agonist_nM, "nM", low=0)
    efficacy = number("tau", tau, low=0)
    ka = number("ka_nM", ka_nM, "nM", low=0, above=True)
    top = number("emax", emax, low=0, above=True)
    slope = number("n", n, low=0, above=True)
    shifted = ka * dose_ratio(antagonist_nM, kb_nM)
    # Divided through by A: no overflow at high concentrations, and 0 at none.
    with np.errstate(divide="ignore", over="ignore"):
        if efficacy == 0:
            return np.zeros(np.broadcast_shapes(agonist.shape, shifted.shape))
        return top / (1.0 + ((shifted / agonist + 1.0) / efficacy) ** slope)


def dose_ratio(antagonist_nM: ArrayLike, kb_nM: float, slope: float = 1.0) -> FloatArray:
    """How many times more agonist is needed for the same response: 1 + (B / KB)^slope.

    Parameters
    ----------
    antagonist_nM : antagonist B, nM, at least 0; any shape.
    kb_nM : its dissociation constant KB, nM, above 0; infinite means no antagonism.
    slope : Schild slope, above 0; 1 for simple competition.

    Returns an array of the shape of antagonist_nM, at least 1.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: Gaddum 1937; Arunlakshana & Schild 1959 for the slope.
    """
    antagonist = array("antagonist_nM", antagonist_nM, "nM", low=0)
    kb = float(array("kb_nM", kb_nM, "nM", low=0, above=True, infinite=True))
    return 1.0 + (antagonist / kb) ** number("slope", slope, low=0, above=True)


@dataclass(frozen=True)
class SchildFit:
    """A Schild regression, log10(dose ratio − 1) on log10[B].

    pa2: −log10 of the molar concentration that doubles the agonist needed, where the line crosses 0.
    pa2_ci_low, pa2_ci_high: its 95 % confidence interval, infinite when that of the slope holds 0.
    slope, slope_ci_low, slope_ci_high: slope with its 95 % confidence interval.
    kb_nM: dissociation constant with the slope held at 1, nM, the one to report when 1 is in the interval.
    """

    pa2: float
    pa2_ci_low: float
    pa2_ci_high: float
    slope: float
    slope_ci_low: float
    slope_ci_high: float
    kb_nM: float

    @property
    def competitive(self) -> bool:
        """Whether the interval of the slope holds 1, as simple competition requires."""
        return self.slope_ci_low <= 1.0 <= self.slope_ci_high

    def __str__(self) -> str:
        verdict = "compatible with" if self.competitive else "not compatible with"
        return (
            f"pA2 {self.pa2:.2f} (95 % CI {self.pa2_ci_low:.2f} to {self.pa2_ci_high:.2f}), "
            f"Schild slope {self.slope:.2f} (95 % CI {self.slope_ci_low:.2f} to {self.slope_ci_high:.2f}), "
            f"{verdict} simple competition; KB {self.kb_nM:.3g} nM at slope 1"
        )


def schild_regression(antagonist_nM: ArrayLike, dose_ratios: ArrayLike) -> SchildFit:
    """Fit a Schild line by least squares: log10(dose ratio − 1) = slope · log10[B] + intercept.

    Parameters
    ----------
    antagonist_nM : antagonist concentrations, nM, above 0, at least three, not all equal; shape (k,).
    dose_ratios : dose ratios at them, above 1; shape (k,).

    Returns a `SchildFit`; intervals are 95 %, by Student's t with k − 2 degrees of freedom: of the slope as in
    any regression, of pA2 by Fieller's theorem, since it is a ratio of two estimates.
    Raises ValueError when values are out of range, of unequal length, too few or all at one concentration.
    Source: Arunlakshana & Schild 1959; Fieller 1954 for the interval of a ratio.
    """
    # scipy.stats takes seconds to load; this is the quantile of Student's t alone.
    from scipy.special import stdtrit

    antagonist = array("antagonist_nM", antagonist_nM, "nM", low=0, above=True)
    ratios = array("dose_ratios", dose_ratios, low=1, above=True)
    if antagonist.ndim != 1 or antagonist.shape != ratios.shape:
        raise ValueError(
            "antagonist_nM and dose_ratios must be lists of one length, "
            f"got shapes {antagonist.shape} and {ratios.shape}"
        )
    if len(antagonist) < 3:
        raise ValueError(
            f"antagonist_nM has {len(antagonist)} values; a slope with its interval needs at least 3"
        )
    x, y = np.log10(antagonist * 1e-9), np.log10(ratios - 1.0)
    spread = float(((x - x.mean()) ** 2).sum())
    if spread < 1e-12:
        raise ValueError("antagonist_nM holds one concentration only; a slope needs different ones")
    slope = float(((x - x.mean()) * (y - y.mean())).sum()) / spread
    intercept = float(y.mean() - slope * x.mean())
    if slope == 0:
        raise ValueError("dose_ratios do not change with the antagonist: there is no pA2")
    residual = y - (slope * x + intercept)
    freedom = len(x) - 2
    # Student's t times the residual standard deviation.
    reach = float(stdtrit(freedom, 0.975)) * math.sqrt(float((residual**2).sum()) / freedom)
    half_width = reach / math.sqrt(spread)
    pa2_ci = _crossing_interval(float(x.mean()), float(y.mean()), slope, reach, spread, len(x))
    return SchildFit(
        pa2=intercept / slope,
        pa2_ci_low=-pa2_ci[1],
        pa2_ci_high=-pa2_ci[0],
        slope=slope,
        slope_ci_low=slope - half_width,
        slope_ci_high=slope + half_width,
        kb_nM=float(10 ** (x - y).mean()) * 1e9,
    )


def _crossing_interval(
    mean_x: float, mean_y: float, slope: float, reach: float, spread: float, count: int
) -> tuple[float, float]:
    """Interval of where a fitted line crosses 0, by Fieller: all x at which its band holds 0.

    The band holds 0 where (mean_y + slope d)² ≤ reach² (1 / count + d² / spread), d being x − mean_x.
    """
    square = slope**2 - reach**2 / spread
    if square <= 0:
        return -math.inf, math.inf
    # The root of the quadratic's discriminant, written so that it cannot round to below 0.
    root = reach * math.sqrt(square / count + mean_y**2 / spread)
    middle = mean_x - slope * mean_y / square
    return middle - root / square, middle + root / square

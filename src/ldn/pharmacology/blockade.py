"""From concentration to receptor occupancy over time, by three rival links.

B  biophase            occ = Ce / (Ce + EC50)           a slow effect compartment, binding at equilibrium
A  slow_dissociation   dR/dt = kon C (1 − R) − koff R   the receptor itself is slow, driven by plasma
C  plasma              occ = C / (C + EC50_C)           binding at equilibrium with plasma

All three were fitted to the same eight human points. 6β-naltrexol is left out: given into a vein it left
central opioid effects in people untouched. At delta and kappa the EC50 is the multiple of that at mu in
`ldn.reference`; for A the association rate is divided by it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from ldn.pharmacology.arguments import FloatArray, choice, number
from ldn.pharmacology.exponentials import Regimen, SumOfExponentials
from ldn.pharmacology.kinetics import Profile

RECEPTORS = ("mu", "delta", "kappa")
LINKS = ("biophase", "slow_dissociation", "plasma")
# Nodes of the two-point Gauss–Legendre rule on (0, 1); both weights are 1/2.
_NODES = (0.5 - 0.5 / np.sqrt(3), 0.5 + 0.5 / np.sqrt(3))


def occupancy(profile: Profile, receptor: str = "mu", link: str = "biophase") -> FloatArray:
    """Fraction of receptors that naltrexone occupies, at the times of the profile.

    Parameters
    ----------
    profile : from `simulate`.
    receptor : ``mu``, ``delta`` or ``kappa``.
    link : ``biophase`` (B), ``slow_dissociation`` (A) or ``plasma`` (C).

    Returns an array of shape (T,), 0 to 1. At steady state link A starts from its own periodic state.
    Raises ValueError for an unknown receptor or link, TypeError when profile is not a Profile.
    Source: the links' constants are in `ldn.reference`, fitted to Rabiner 2011 and Lee 1988.
    """
    if not isinstance(profile, Profile):
        raise TypeError(f"profile must be a Profile from simulate(), got {type(profile).__name__}")
    ratio = profile.parameters.receptor_ratio(choice("receptor", receptor, RECEPTORS))
    constants = profile.parameters
    match choice("link", link, LINKS):
        case "biophase":
            return bound_fraction(profile.biophase_nM, constants.ec50_nM * ratio)
        case "plasma":
            return bound_fraction(profile.naltrexone_nM, constants.ec50_plasma_nM * ratio)
        case _:
            return slow_binding(
                profile.response.naltrexone,
                profile.regimen,
                profile.time_h,
                np.asarray(constants.kon_per_nM_h / ratio),
                np.asarray(constants.koff_per_h),
            )


def hours_above(
    profile: Profile, occupancy_threshold: float, receptor: str = "mu", link: str = "biophase"
) -> float:
    """Hours during which occupancy is at or above a threshold.

    At steady state hours per dosing interval, else hours of the whole profile. Between two times of the
    profile occupancy is taken as a straight line.

    Parameters: profile from `simulate`; occupancy_threshold as a fraction above 0, at most 1 (0.5 is 50 %);
    receptor and link as in `occupancy`.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    """
    threshold = number("occupancy_threshold", occupancy_threshold, "as a fraction", low=0, high=1, above=True)
    hours = time_at_or_above(profile.time_h, occupancy(profile, receptor, link), threshold)
    if profile.steady_state:
        length = profile.time_h[-1] - profile.time_h[0]
        hours = hours * profile.interval_h / length
    return float(hours)


def blockade_half_time(profile: Profile, receptor: str = "mu", link: str = "biophase") -> float:
    """Hours from the start of the profile until occupancy has fallen to half of its peak.

    Parameters: profile of one dose from `simulate`, long enough for the fall; receptor and link as in
    `occupancy`.
    Raises ValueError when occupancy has not halved by the end of the profile.
    """
    occupied = occupancy(profile, receptor, link)
    falling = occupied[int(np.argmax(occupied)) :]
    if falling[-1] > falling[0] / 2:
        raise ValueError(
            f"occupancy has not halved by the end of the profile at {profile.time_h[-1]:g} h: "
            "simulate a longer one (duration_h)"
        )
    return float(np.interp(-falling[0] / 2, -falling, profile.time_h[-len(falling) :]))


def time_at_or_above(time_h: FloatArray, occupied: FloatArray, threshold: float) -> FloatArray:
    """Hours at or above the threshold, of occupancies (…, T) at times (T,), straight lines between them."""
    left, right = occupied[..., :-1] - threshold, occupied[..., 1:] - threshold
    crossing = (left >= 0) != (right >= 0)
    share = np.where((left >= 0) & (right >= 0), 1.0, 0.0)
    steep = np.where(crossing, np.abs(left - right), 1.0)
    share = np.where(crossing, np.maximum(left, right) / steep, share)
    return (share * np.diff(time_h)).sum(axis=-1)


def bound_fraction(concentration_nM: FloatArray, ec50_nM: FloatArray | float) -> FloatArray:
    """C / (C + EC50), of any shape; at equilibrium, one site."""
    return concentration_nM / (concentration_nM + ec50_nM)


def slow_binding(
    naltrexone: SumOfExponentials,
    regimen: Regimen,
    time_h: FloatArray,
    kon_per_nM_h: FloatArray,
    koff_per_h: FloatArray,
) -> FloatArray:
    """Link A at times (T,): dR/dt = kon C (1 − R) − koff R, from R = 0 at the first dose or periodic.

    With K(t) = ∫ (kon C + koff) dt in closed form, the free fraction U = 1 − R obeys
    U(t) = U(s) e^{−(K(t) − K(s))} + koff ∫ₛᵗ e^{−(K(t) − K(x))} dx. The last integral is taken by two-point
    Gauss–Legendre quadrature in each step: fourth order where steps end at dose times.
    Shapes: kon and koff () for one person or (n,) for n, as `naltrexone`; returns (T,) or (n, T).
    """
    kon, koff = kon_per_nM_h[..., None], koff_per_h[..., None]

    def exponent(times: FloatArray) -> FloatArray:
        return regimen.dose_mg * kon * naltrexone.superposed_area(regimen, times) + koff * times

    start = float(time_h[0])
    free = np.ones(naltrexone.rates_per_h.shape[:-1])
    if start > 0:
        free = _free_before(exponent, koff, free, start, regimen.interval_h, float(time_h[1] - time_h[0]))
    keep, gain = _steps(exponent, koff, time_h)
    if regimen.steady_state:
        # The state after one interval (or several) equals the state before it: U = U · Πkeep + gained.
        gained = _march(keep, gain, np.zeros_like(free))[..., -1]
        free = gained / -np.expm1(np.log(keep).sum(axis=-1))
    return 1.0 - _march(keep, gain, free)


def _steps(
    exponent: Callable[[FloatArray], FloatArray], koff: FloatArray, time_h: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """For each step what is kept of the free fraction, and what dissociation adds to it."""
    widths = np.diff(time_h)
    ends = exponent(time_h)
    later = ends[..., 1:]
    gain = sum(np.exp(exponent(time_h[:-1] + node * widths) - later) for node in _NODES)
    return np.exp(ends[..., :-1] - later), koff * widths / 2 * gain


def _march(keep: FloatArray, gain: FloatArray, free: FloatArray) -> FloatArray:
    """The free fraction at every time, from its start and the steps."""
    steps = keep.shape[-1]
    path = np.empty((steps + 1, *free.shape))
    path[0] = free
    for i in range(steps):
        free = free * keep[..., i] + gain[..., i]
        path[i + 1] = free
    return np.moveaxis(path, 0, -1)


def _free_before(
    exponent: Callable[[FloatArray], FloatArray],
    koff: FloatArray,
    free: FloatArray,
    start_h: float,
    interval_h: float,
    step_h: float,
) -> FloatArray:
    """The free fraction at `start_h`, marched there interval by interval, which keeps memory small."""
    edges = np.append(np.arange(0.0, start_h - 1e-9 * interval_h, interval_h), start_h)
    for left, right in pairwise(edges):
        times = np.linspace(left, right, max(1, int(np.ceil((right - left) / step_h - 1e-9))) + 1)
        keep, gain = _steps(exponent, koff, times)
        free = _march(keep, gain, free)[..., -1]
    return free

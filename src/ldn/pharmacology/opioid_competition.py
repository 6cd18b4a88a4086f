"""An opioid and naltrexone at the same mu receptors, through time: Gaddum's competition.

With a = [opioid]/K of the opioid and b = [naltrexone]/K of naltrexone, both at equilibrium with one kind of site,

    held by the opioid = a / (1 + a + b)        held by naltrexone = b / (1 + a + b)
    effect = τ a / (1 + b + a + τ a)            (operational model, slope 1)

Levels are taken relative to their own constants, so that no concentration of an opioid has to be invented: what is
assumed instead is the share of receptors that it holds at its peak. It leaves out dependence and tolerance, active
metabolites, the body's own opioids, slow dissociation, and every difference between people. No interval between an
opioid and naltrexone can be read from it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import FloatArray, array, choice, number
from ldn.pharmacology.binding import operational_response
from ldn.pharmacology.exponentials import SumOfExponentials
from ldn.pharmacology.kinetics import unit_response
from ldn.pharmacology.parameters import NaltrexoneParameters, resolve

COMPETING_LINKS = ("biophase", "plasma")
DAY_H = 24.0


def shared_receptors(opioid_level: ArrayLike, naltrexone_level: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Shares of one kind of receptor held by an opioid and by naltrexone that compete at equilibrium.

    Parameters: opioid_level and naltrexone_level, each concentration over its own dissociation constant, at least 0;
    shapes must broadcast.
    Returns two arrays of the broadcast shape, 0 to 1: held by the opioid, held by naltrexone.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: Gaddum 1937.
    """
    opioid = array("opioid_level", opioid_level, low=0)
    naltrexone = array("naltrexone_level", naltrexone_level, low=0)
    total = 1.0 + opioid + naltrexone
    return opioid / total, naltrexone / total


def opioid_level(hours_since_dose: ArrayLike, *, held_at_peak: float, half_life_h: float) -> FloatArray:
    """Level of an opioid over its dissociation constant, falling by halves from its peak.

    Parameters
    ----------
    hours_since_dose : hours since the peak of the last dose, at least 0; any shape.
    held_at_peak : share of receptors it holds at that peak with no antagonist, above 0 and below 1; an assumption.
    half_life_h : its half-life in plasma, h, above 0.

    Returns an array of the shape of hours_since_dose.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: first-order elimination; a share θ needs a level θ / (1 − θ).
    """
    hours = array("hours_since_dose", hours_since_dose, "h", low=0)
    share = number("held_at_peak", held_at_peak, "as a fraction", low=0, high=0.999, above=True)
    half_life = number("half_life_h", half_life_h, "h", low=0, high=1000, above=True)
    return share / (1 - share) * 0.5 ** (hours / half_life)


def naltrexone_level(
    dose_mg: float,
    hours_since_tablet: ArrayLike,
    *,
    daily: bool,
    link: str = "biophase",
    parameters: NaltrexoneParameters | None = None,
) -> FloatArray:
    """Level of naltrexone at the mu receptor over its constant, after one tablet or after the last of many.

    Parameters
    ----------
    dose_mg : mg of the hydrochloride, 0 to 1000.
    hours_since_tablet : hours since that tablet, at least 0; any shape.
    daily : whether it was the last of daily tablets at steady state; otherwise it was the only one.
    link : ``biophase`` (model B) or ``plasma`` (model C).
    parameters : constants of the model; None for the typical ones.

    Returns an array of the shape of hours_since_tablet; with no opioid present the occupancy is level / (1 + level).
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: `unit_response`; the doses before the last add up as a geometric sum.
    """
    dose = number("dose_mg", dose_mg, "mg", low=0, high=1000)
    hours = array("hours_since_tablet", hours_since_tablet, "h", low=0)
    chosen = resolve(parameters)
    response = unit_response(chosen)
    if choice("link", link, COMPETING_LINKS) == "biophase":
        exponentials, ec50_nM = response.biophase, chosen.ec50_nM
    else:
        exponentials, ec50_nM = response.naltrexone, chosen.ec50_plasma_nM
    # At the moment of the first dose the terms cancel to rounding error, which may be negative.
    return np.maximum(dose * _concentration_nM_per_mg(exponentials, hours, daily), 0.0) / ec50_nM


def opioid_effect(opioid_level: ArrayLike, naltrexone_level: ArrayLike, *, tau: float) -> FloatArray:
    """Effect of an opioid beside naltrexone, as a share of the most that the system can give.

    Parameters: the levels as in `shared_receptors`; tau, efficacy of the opioid in its system, above 0 (receptors in
    reserve make it large, tolerance makes it small); an assumption.
    Returns an array of the broadcast shape, 0 to 1.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: the operational model with Gaddum's shift, slope 1 (`operational_response`).
    """
    return operational_response(opioid_level, tau=tau, ka_nM=1.0, antagonist_nM=naltrexone_level, kb_nM=1.0)


def acts_like_doses(level_when_raised: float, level_now: ArrayLike) -> FloatArray:
    """How many usual doses a raised opioid dose acts like, as the naltrexone it was raised against wears off.

    The dose is thought of as raised by the dose ratio 1 + b, until it did what a usual dose does without naltrexone.
    When the level of naltrexone has fallen from b to b', the same amount acts like (1 + b) / (1 + b') usual doses.

    Parameters: level_when_raised, naltrexone over its constant when the dose was raised, at least 0; level_now, later
    levels, at least 0; any shape.
    Returns an array of the shape of level_now.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: Gaddum 1937 (dose ratio).
    """
    raised = number("level_when_raised", level_when_raised, low=0)
    return (1.0 + raised) / (1.0 + array("level_now", level_now, low=0))


def _concentration_nM_per_mg(exponentials: SumOfExponentials, hours: FloatArray, daily: bool) -> FloatArray:
    rates, coefficients = exponentials.rates_per_h, exponentials.coefficients_nM_per_mg
    if daily:
        coefficients = coefficients / -np.expm1(-rates * DAY_H)
    return np.exp(-hours[..., None] * rates) @ coefficients

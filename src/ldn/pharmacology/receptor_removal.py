"""Insurmountable antagonism: receptors taken out of play, and what is left of the response."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import FloatArray, array, number


def dose_ratio_after_removal(fraction_removed: ArrayLike, tau: float) -> FloatArray:
    """How many times more agonist is needed for half of the first maximum, once receptors are gone.

        ratio = (1 + τ) / ((1 − q)(2 + τ) − 1), infinite where the denominator is not above 0

    The operational model with slope 1 and efficacy τ (1 − q) in place of τ, solved for the concentration that
    gives half of what all receptors gave at most. With a large reserve (τ) it tends to 1 / (1 − q), which is
    the dose ratio of a competitor that holds the same fraction.

    Parameters
    ----------
    fraction_removed : q, fraction of receptors gone, 0 to 1; any shape.
    tau : efficacy τ of the agonist with all receptors, above 0.

    Returns an array of the shape of fraction_removed: at least 1, infinite where half of the first maximum is
    out of reach.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: Black & Leff 1983 (operational model) with its number of receptors reduced.
    """
    removed = array("fraction_removed", fraction_removed, low=0, high=1)
    efficacy = number("tau", tau, low=0, above=True)
    left_over = (1.0 - removed) * (2.0 + efficacy) - 1.0
    with np.errstate(divide="ignore"):
        return np.where(left_over > 0, (1.0 + efficacy) / np.maximum(left_over, 0.0), np.inf)

"""What the compounding piece computes with: occupancy by dose, batches of capsules, the test's constants, prices."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ldn.pharmacology import NaltrexoneParameters, mean_occupancy
from ldn.pharmacology.compounding import standard_deviates
from ldn.reference import access

LOWEST_MG, HIGHEST_MG = 0.05, 100.0
BATCHES = 12
CAPSULES = 30
_PER_DECADE = 40
_FIRST_SEED = 1


@cache
def occupancy_by_dose() -> dict[str, list[float]]:
    """Mean mu occupancy over the day at steady state (model B, per cent) at doses evenly spread over their logarithm.

    Between them both sides interpolate on the logarithm of the dose; the error is below 0.02 points.
    """
    steps = round(np.log10(HIGHEST_MG / LOWEST_MG) * _PER_DECADE)
    doses = np.geomspace(LOWEST_MG, HIGHEST_MG, steps + 1)
    typical = NaltrexoneParameters.typical()
    percent = [100 * mean_occupancy(float(dose))(typical) for dose in doses]
    return {
        "log10_mg": [_rounded(float(value)) for value in np.log10(doses)],
        "percent": [_rounded(float(value)) for value in percent],
    }


def occupancy_percent(dose_mg: float) -> float:
    """Mean mu occupancy over the day (per cent) when this dose is taken every day."""
    table = occupancy_by_dose()
    return float(np.interp(np.log10(dose_mg), table["log10_mg"], table["percent"]))


@cache
def batches() -> list[dict[str, list[float]]]:
    """Standard normal numbers for the fill weight and for the powder's strength of each capsule, batch by batch."""
    drawn = (standard_deviates(CAPSULES, _FIRST_SEED + batch) for batch in range(BATCHES))
    return [
        {"fill": [_rounded(float(z)) for z in fill], "strength": [_rounded(float(z)) for z in strength]}
        for fill, strength in drawn
    ]


@cache
def prices() -> list[dict[str, Any]]:
    """What a month of daily doses costs, in the currency printed, with place and year."""
    return [
        {
            "place": price.place,
            "year": price.year,
            "product": price.product,
            "currency": {"USD": "$", "GBP": "£"}[price.currency],
            "low": _rounded(price.month[0]),
            "high": _rounded(price.month[1]),
            "at_least": price.at_least,
        }
        for price in access.prices()
    ]


@cache
def constants() -> dict[str, float]:
    """Sizes of tablet and capsule, and the constants of the test of uniformity."""
    return {
        id: access.parameter(id).value
        for id in (
            "tablet_mg",
            "capsule_fill_mg",
            "first_sample",
            "k_first",
            "k_full",
            "reference_low_percent",
            "reference_high_percent",
            "highest_acceptance_value",
            "farthest_unit_percent",
        )
    }


def shipped_data() -> dict[str, Any]:
    """Everything the page needs beside its state; the same for every state."""
    return {
        "occupancy": occupancy_by_dose(),
        "batches": batches(),
        "prices": prices(),
        "constants": constants(),
    }


def _rounded(value: float) -> float:
    # Ten digits, so that the last ones of two machines' arithmetic cannot tell their pages apart.
    return float(f"{value:.10g}")

"""What the curve shifter ships to the page: naltrexone's constant and levels, and numbers from statistical tables."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np

from ldn.pharmacology import NaltrexoneParameters, simulate

MOST_POINTS = 12
_SEED = 1959


@cache
def shipped_data() -> dict[str, Any]:
    """Everything the ES module computes with; it does not depend on the state."""
    # scipy.stats takes seconds to load; this is the quantile of Student's t alone.
    from scipy.special import stdtrit

    day = simulate(1.0, n_doses=math.inf)
    return {
        "kb_nM": NaltrexoneParameters.typical().ec50_nM,
        # The model is linear: what one milligram a day leaves near the receptor, at steady state.
        "biophase_nM_per_mg": {
            "tablet_lowest": float(day.biophase_nM.min()),
            "tablet_highest": float(day.biophase_nM.max()),
        },
        # Student's t for 95 % intervals, by degrees of freedom from 1 on.
        "t_975": [float(stdtrit(freedom, 0.975)) for freedom in range(1, MOST_POINTS - 1)],
        # Errors of the readings in units of their spread: the first kept point takes the first, and so on.
        "deviates": [round(float(z), 3) for z in np.random.default_rng(_SEED).standard_normal(MOST_POINTS)],
    }


def dose_ratio_read(dose_ratio: float, place: int, error_percent: float) -> float:
    """A dose ratio as it is read: with a multiplicative error, the same for the same place in the list.

    `place` counts kept points from 0, `error_percent` is the standard deviation of the reading's logarithm.
    """
    return dose_ratio * math.exp(error_percent / 100 * shipped_data()["deviates"][place])

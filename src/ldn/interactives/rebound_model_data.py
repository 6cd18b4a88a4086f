"""What the rebound model ships to the page: what lesson 04's models need to turn a dose into a blockade."""

from __future__ import annotations

from functools import cache
from typing import Any

from ldn.pharmacology import NaltrexoneParameters, unit_response

_KNOBS = (
    (
        "Blocked by",
        "A clean blockade is complete for so many hours and then gone; no drug was shown to do that in people. "
        "A dose takes the occupancy from lesson 04's models, which were fitted to scans of the brain.",
    ),
    ("Gain", "How far production rises when the signal is gone: 1 doubles it, 0 is no answer. Assumed."),
    (
        "Brake on excess",
        "How strongly too much signal lowers production, beside how strongly too little raises it. "
        "At 100 % the system is a thermostat, at 0 % it answers a lack and is deaf to an excess. Assumed.",
    ),
    (
        "Half-life",
        "How long each pool takes to lose half of a surplus once production is back to normal. Assumed.",
    ),
)


@cache
def shipped_data() -> dict[str, Any]:
    """Everything the ES module computes with; it does not depend on the state."""
    constants, response = NaltrexoneParameters.typical(), unit_response()
    return {
        "unit_response": {
            name: {
                "rates_per_h": getattr(response, name).rates_per_h.tolist(),
                "coefficients_nM_per_mg": getattr(response, name).coefficients_nM_per_mg.tolist(),
            }
            for name in ("naltrexone", "biophase")
        },
        "constants": {
            "ec50_nM": constants.ec50_nM,
            "ec50_plasma_nM": constants.ec50_plasma_nM,
            "kon_per_nM_h": constants.kon_per_nM_h,
            "koff_per_h": constants.koff_per_h,
        },
        "knobs": [{"name": name, "words": words} for name, words in _KNOBS],
    }

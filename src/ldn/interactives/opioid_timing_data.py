"""What opioid timing ships to the page: naltrexone per milligram, half-lives of opioids, what labels ask."""

from __future__ import annotations

from functools import cache
from typing import Any

from ldn.pharmacology import NaltrexoneParameters, unit_response
from ldn.reference import safety

OPIOIDS = ("oxycodone", "morphine", "methadone", "buprenorphine")
STANDARD_DOSE_MG = 50.0

_KNOBS = (
    (
        "Held at its peak",
        "The share of mu receptors that the opioid holds at its peak. Nobody knows it for a given person and dose.",
    ),
    (
        "Efficacy τ",
        "How much effect a held receptor gives. Receptors in reserve make it large; tolerance makes it small.",
    ),
    (
        "Adaptation",
        "How long the body takes to lose half of its adaptation to the opioid, which is what withdrawal "
        "uncovers. Drawn for the argument's sake: the half-life is a guess.",
    ),
)


@cache
def shipped_data() -> dict[str, Any]:
    """Everything the ES module computes with; it does not depend on the state."""
    constants, response = NaltrexoneParameters.typical(), unit_response()
    return {
        "naltrexone": {
            link: {
                "rates_per_h": exponentials.rates_per_h.tolist(),
                "level_per_mg": (exponentials.coefficients_nM_per_mg / ec50_nM).tolist(),
            }
            for link, exponentials, ec50_nM in (
                ("biophase", response.biophase, constants.ec50_nM),
                ("plasma", response.naltrexone, constants.ec50_plasma_nM),
            )
        },
        "opioids": [_opioid(name) for name in OPIOIDS],
        "standard_dose_mg": STANDARD_DOSE_MG,
        "interval_days": list(interval_days()),
        "lowest_case_mg": lowest_case_mg(),
        "onset_min": list(onset_min()),
        "knobs": [{"name": name, "words": words} for name, words in _KNOBS],
    }


@cache
def onset_min() -> tuple[float, float]:
    """When withdrawal was seen to begin after naltrexone, in minutes."""
    onset = safety.fact("withdrawal_onset")
    return onset.low, onset.high


@cache
def lowest_case_mg() -> float:
    """The lowest dose of naltrexone after which severe withdrawal was reported, mg."""
    return safety.fact("withdrawal_low_dose").value


@cache
def interval_days() -> tuple[float, float]:
    """The days without opioids that the label asks for at least."""
    asked = safety.fact("opioid_free_short_acting")
    return asked.low, asked.high


def warned_days(opioid: str) -> float | None:
    """Days up to which withdrawal is warned of after this opioid, where that is longer; None elsewhere."""
    warning = safety.opioid(opioid).warning
    return None if warning is None else safety.fact(warning).value


def _opioid(name: str) -> dict[str, Any]:
    opioid = safety.opioid(name)
    return {
        "name": name,
        "half_life_h": opioid.half_life_h,
        "low_h": opioid.low_h,
        "high_h": opioid.high_h,
        "warned_days": warned_days(name),
    }

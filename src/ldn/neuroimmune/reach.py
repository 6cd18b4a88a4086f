"""How far a concentration in a dish is from what a dose gives a person.

The comparison is with free (unbound) naltrexone in plasma at its peak: the most that passive passage could
bring to tissue, if nothing accumulates. No concentration in human brain or cerebrospinal fluid after a low
dose was found; accumulation would have to make up the whole margin.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ldn.pharmacology import simulate
from ldn.pharmacology.arguments import number
from ldn.reference import neuroimmune as reference
from ldn.reference import parameter

if TYPE_CHECKING:
    import pandas as pd

NM_PER_UM = 1000.0


def exposure_margin(in_vitro_uM: float, dose_mg: float) -> float:
    """How many times an in-vitro concentration exceeds the peak of free naltrexone in plasma after a dose.

    Parameters
    ----------
    in_vitro_uM : float
        Concentration in the dish, µM, 0 or more.
    dose_mg : float
        Single oral dose, mg of naltrexone hydrochloride, above 0 and at most 1000.

    Returns
    -------
    float
        In-vitro concentration over free peak concentration. Below 1 the dose reaches it.

    Raises
    ------
    TypeError, ValueError
        Name the argument, the value and the allowed range.

    Notes
    -----
    The peak is that of the typical person in `ldn.pharmacology`, and is an extrapolation below 2 mg. Only
    naltrexone counts: 6β-naltrexol is several times more abundant in plasma, but enters the brain poorly.
    """
    return number("in_vitro_uM", in_vitro_uM, "µM", low=0) * NM_PER_UM / free_peak_nM(dose_mg)


def free_peak_nM(dose_mg: float) -> float:
    """Peak of free naltrexone in plasma after a single oral dose (mg of the hydrochloride), nM."""
    return peak_nM(dose_mg) * parameter("fraction_unbound").value


def peak_nM(dose_mg: float) -> float:
    """Peak of total naltrexone in plasma after a single oral dose (mg of the hydrochloride), nM."""
    return _simulated_peak_nM(number("dose_mg", dose_mg, "mg", low=0, high=1000, above=True))


def compare_in_vitro(dose_mg: float) -> pd.DataFrame:
    """Every published in-vitro concentration beside the free plasma peak after a dose (mg).

    One row a report, from the lowest concentration to the highest, those without a stated concentration
    last: ``id``, ``agent``, ``low_uM``, ``high_uM``, ``margin_low``, ``margin_high`` (as `exposure_margin`),
    ``role``, ``system``, ``species``, ``readout``, ``arm``, ``outcome`` (effect, no effect, mixed),
    ``retracted``, ``statement``, ``sources``, ``confidence``.
    """
    import pandas as pd

    margin_per_uM = exposure_margin(1.0, dose_mg)
    shown = ["agent", "low_uM", "high_uM", "role", "system", "species", "readout", "arm", "outcome"]
    table = pd.DataFrame(
        {
            "id": finding.id,
            **{name: getattr(finding, name) for name in shown},
            "retracted": finding.retracted,
            "statement": finding.statement,
            "sources": ", ".join(finding.sources),
            "confidence": finding.confidence,
        }
        for finding in reference.in_vitro_findings()
    ).astype({"low_uM": float, "high_uM": float})
    table.insert(4, "margin_low", table["low_uM"] * margin_per_uM)
    table.insert(5, "margin_high", table["high_uM"] * margin_per_uM)
    return table.sort_values(["low_uM", "high_uM"], kind="stable", ignore_index=True)


@lru_cache(maxsize=256)
def _simulated_peak_nM(dose_mg: float) -> float:
    return float(simulate(dose_mg).summary().loc["naltrexone", "cmax_nM"])

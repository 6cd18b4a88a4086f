"""Naltrexone at its receptor: binding, kinetics, blockade over time, virtual patients.

Doses are mg of naltrexone hydrochloride; concentrations are total plasma concentrations
unless named otherwise.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ldn.pharmacology.binding import (
        SchildFit,
        dose_ratio,
        fractional_occupancy,
        operational_response,
        schild_regression,
    )
    from ldn.pharmacology.blockade import hours_above, occupancy
    from ldn.pharmacology.kinetics import Profile, UnitResponse, simulate, unit_response
    from ldn.pharmacology.one_at_a_time import hours_blocked, mean_occupancy, sensitivity
    from ldn.pharmacology.parameters import NaltrexoneParameters
    from ldn.pharmacology.patients import PatientProfiles, simulate_patients, virtual_patients
    from ldn.pharmacology.units import mg_to_umol, ng_per_mL_to_nM, nM_to_ng_per_mL, umol_to_mg

_NAMES_OF = {
    "binding": (
        "SchildFit",
        "dose_ratio",
        "fractional_occupancy",
        "operational_response",
        "schild_regression",
    ),
    "blockade": (
        "hours_above",
        "occupancy",
    ),
    "kinetics": (
        "Profile",
        "UnitResponse",
        "simulate",
        "unit_response",
    ),
    "one_at_a_time": (
        "hours_blocked",
        "mean_occupancy",
        "sensitivity",
    ),
    "parameters": ("NaltrexoneParameters",),
    "patients": (
        "PatientProfiles",
        "simulate_patients",
        "virtual_patients",
    ),
    "units": (
        "mg_to_umol",
        "nM_to_ng_per_mL",
        "ng_per_mL_to_nM",
        "umol_to_mg",
    ),
}
_MODULE_OF = {name: module for module, names in _NAMES_OF.items() for name in names}

__all__ = [
    "NaltrexoneParameters",
    "PatientProfiles",
    "Profile",
    "SchildFit",
    "UnitResponse",
    "dose_ratio",
    "fractional_occupancy",
    "hours_above",
    "hours_blocked",
    "mean_occupancy",
    "mg_to_umol",
    "nM_to_ng_per_mL",
    "ng_per_mL_to_nM",
    "occupancy",
    "operational_response",
    "schild_regression",
    "sensitivity",
    "simulate",
    "simulate_patients",
    "umol_to_mg",
    "unit_response",
    "virtual_patients",
]


def __getattr__(name: str) -> Any:
    # NumPy and pandas load on first use, so that `import ldn.pharmacology` stays instant.
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__

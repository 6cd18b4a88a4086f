"""Naltrexone at its receptor: binding, kinetics, blockade over time, virtual patients.

Doses are mg of naltrexone hydrochloride; concentrations are total plasma concentrations
unless named otherwise.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ldn.pharmacology.blockade import hours_above, occupancy
    from ldn.pharmacology.kinetics import Profile, UnitResponse, simulate, unit_response
    from ldn.pharmacology.parameters import NaltrexoneParameters
    from ldn.pharmacology.units import mg_to_umol, ng_per_mL_to_nM, nM_to_ng_per_mL, umol_to_mg

_NAMES_OF = {
    "blockade": ("hours_above", "occupancy"),
    "kinetics": ("Profile", "UnitResponse", "simulate", "unit_response"),
    "parameters": ("NaltrexoneParameters",),
    "units": ("mg_to_umol", "nM_to_ng_per_mL", "ng_per_mL_to_nM", "umol_to_mg"),
}
_MODULE_OF = {name: module for module, names in _NAMES_OF.items() for name in names}

__all__ = [
    "NaltrexoneParameters",
    "Profile",
    "UnitResponse",
    "hours_above",
    "mg_to_umol",
    "nM_to_ng_per_mL",
    "ng_per_mL_to_nM",
    "occupancy",
    "simulate",
    "umol_to_mg",
    "unit_response",
]


def __getattr__(name: str) -> Any:
    # NumPy and pandas load on first use, so that `import ldn.pharmacology` stays instant.
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__

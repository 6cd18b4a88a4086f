"""Naltrexone at its receptor: binding, kinetics, blockade over time, rebound, virtual patients.

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
    from ldn.pharmacology.binding_kinetics import (
        BindingKinetics,
        association,
        dissociation,
        measured_kinetics,
    )
    from ldn.pharmacology.blockade import blockade_half_time, hours_above, occupancy
    from ldn.pharmacology.intravenous import intravenous_response
    from ldn.pharmacology.kinetics import Profile, UnitResponse, simulate, unit_response
    from ldn.pharmacology.noncompartmental import (
        AreaUnderCurve,
        area_under_curve,
        bioavailability_from_areas,
        half_life_read,
        peak_of,
        terminal_rate,
        trapezoid_area,
    )
    from ldn.pharmacology.one_at_a_time import hours_blocked, mean_occupancy, sensitivity
    from ldn.pharmacology.one_compartment import (
        OneCompartmentResponse,
        one_compartment_response,
        peak_to_area_of_one_compartment,
    )
    from ldn.pharmacology.opioid_competition import (
        acts_like_doses,
        naltrexone_level,
        opioid_effect,
        opioid_level,
        shared_receptors,
    )
    from ldn.pharmacology.organ_bath import CurveReading, read_curve, shift_experiment
    from ldn.pharmacology.parameters import NaltrexoneParameters
    from ldn.pharmacology.patients import PatientProfiles, simulate_patients, virtual_patients
    from ldn.pharmacology.rebound import (
        DailyBlockade,
        ReboundAssumptions,
        ReboundCourse,
        blocked_by_dose,
        blocked_for,
        longest_blocked_hours,
        rebound_course,
        rebound_day,
        smallest_opioid_gain,
    )
    from ldn.pharmacology.receptor_removal import dose_ratio_after_removal
    from ldn.pharmacology.sampling import plasma_samples
    from ldn.pharmacology.saturation_binding import SaturationFit, fit_saturation, saturation_experiment
    from ldn.pharmacology.units import mg_to_umol, ng_per_mL_to_nM, nM_to_ng_per_mL, umol_to_mg

_NAMES_OF = {
    "binding": (
        "SchildFit",
        "dose_ratio",
        "fractional_occupancy",
        "operational_response",
        "schild_regression",
    ),
    "binding_kinetics": (
        "BindingKinetics",
        "association",
        "dissociation",
        "measured_kinetics",
    ),
    "blockade": (
        "blockade_half_time",
        "hours_above",
        "occupancy",
    ),
    "kinetics": (
        "Profile",
        "UnitResponse",
        "simulate",
        "unit_response",
    ),
    "intravenous": ("intravenous_response",),
    "noncompartmental": (
        "AreaUnderCurve",
        "area_under_curve",
        "bioavailability_from_areas",
        "half_life_read",
        "peak_of",
        "terminal_rate",
        "trapezoid_area",
    ),
    "one_compartment": (
        "OneCompartmentResponse",
        "one_compartment_response",
        "peak_to_area_of_one_compartment",
    ),
    "one_at_a_time": (
        "hours_blocked",
        "mean_occupancy",
        "sensitivity",
    ),
    "opioid_competition": (
        "acts_like_doses",
        "naltrexone_level",
        "opioid_effect",
        "opioid_level",
        "shared_receptors",
    ),
    "organ_bath": (
        "CurveReading",
        "read_curve",
        "shift_experiment",
    ),
    "parameters": ("NaltrexoneParameters",),
    "patients": (
        "PatientProfiles",
        "simulate_patients",
        "virtual_patients",
    ),
    "sampling": ("plasma_samples",),
    "rebound": (
        "DailyBlockade",
        "ReboundAssumptions",
        "ReboundCourse",
        "blocked_by_dose",
        "blocked_for",
        "longest_blocked_hours",
        "rebound_course",
        "rebound_day",
        "smallest_opioid_gain",
    ),
    "receptor_removal": ("dose_ratio_after_removal",),
    "saturation_binding": ("SaturationFit", "fit_saturation", "saturation_experiment"),
    "units": (
        "mg_to_umol",
        "nM_to_ng_per_mL",
        "ng_per_mL_to_nM",
        "umol_to_mg",
    ),
}
_MODULE_OF = {name: module for module, names in _NAMES_OF.items() for name in names}

__all__ = [
    "AreaUnderCurve",
    "BindingKinetics",
    "CurveReading",
    "DailyBlockade",
    "NaltrexoneParameters",
    "OneCompartmentResponse",
    "PatientProfiles",
    "Profile",
    "ReboundAssumptions",
    "ReboundCourse",
    "SaturationFit",
    "SchildFit",
    "UnitResponse",
    "acts_like_doses",
    "area_under_curve",
    "association",
    "bioavailability_from_areas",
    "blockade_half_time",
    "blocked_by_dose",
    "blocked_for",
    "dissociation",
    "dose_ratio",
    "dose_ratio_after_removal",
    "fit_saturation",
    "fractional_occupancy",
    "half_life_read",
    "hours_above",
    "hours_blocked",
    "intravenous_response",
    "longest_blocked_hours",
    "mean_occupancy",
    "measured_kinetics",
    "mg_to_umol",
    "nM_to_ng_per_mL",
    "naltrexone_level",
    "ng_per_mL_to_nM",
    "occupancy",
    "one_compartment_response",
    "operational_response",
    "opioid_effect",
    "opioid_level",
    "peak_of",
    "peak_to_area_of_one_compartment",
    "plasma_samples",
    "read_curve",
    "rebound_course",
    "rebound_day",
    "saturation_experiment",
    "schild_regression",
    "sensitivity",
    "shared_receptors",
    "shift_experiment",
    "simulate",
    "simulate_patients",
    "smallest_opioid_gain",
    "terminal_rate",
    "trapezoid_area",
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

"""What the one-dose explorer ships to the page: typical values, ranges, and the published points with their sources."""

from __future__ import annotations

from functools import cache
from typing import Any

from ldn.pharmacology import NaltrexoneParameters
from ldn.pharmacology.units import mg_to_umol, molar_mass_g_per_mol
from ldn.reference import Observation, observation, source

# Peak and area of one study stand together; of other studies only one of the two was printed.
_POINTS: tuple[tuple[str | None, str | None, str | None], ...] = (
    ("cmax_50mg_be_test", "tmax_50mg_be_test", "auc_50mg_be_test"),
    ("cmax_50mg_be_reference", "tmax_50mg_be_reference", "auc_50mg_be_reference"),
    ("cmax_2_4mg", None, "auc_2_4mg"),
    ("cmax_50mg_swiss", "tmax_50mg_swiss", None),
    ("cmax_50mg_chinese_label", None, None),
    (None, None, "auc_50mg_from_clearance_1984"),
    (None, None, "auc_50mg_from_depot_label"),
    (None, None, "auc_100mg_controls"),
    (None, None, "auc_100mg_cirrhosis"),
)
_CIRRHOSIS = "auc_100mg_cirrhosis"
# The printed half-lives of naltrexone fall into two groups.
_SHORT_HALF_LIVES = (
    "half_life_1984",
    "half_life_label",
    "half_life_be_test",
    "half_life_be_reference",
    "half_life_iv_1981",
)
_LONG_HALF_LIVES = ("half_life_oral_1981", "half_life_terminal_iv_licko", "half_life_terminal_oral_licko")


def healthy(name: str) -> float:
    """The typical value of a number that a reader can set, in the unit of its name."""
    return _values(NaltrexoneParameters.typical())[name]


def _values(constants: NaltrexoneParameters) -> dict[str, float]:
    return {
        "bioavailability_percent": 100 * constants.bioavailability,
        "ka_per_h": constants.ka_per_h,
        "CL_L_per_h": constants.CL_L_per_h,
        "V_L": constants.Vc_L + constants.Vp_L,
        "Vc_L": constants.Vc_L,
        "Q_L_per_h": constants.Q_L_per_h,
    }


@cache
def shipped_data() -> dict[str, Any]:
    """Everything the ES module computes with and draws besides the state."""
    typical, cirrhosis = NaltrexoneParameters.typical(), NaltrexoneParameters.cirrhosis()
    return {
        "constants": {
            "nmol_per_mg": 1000 * float(mg_to_umol(1.0)),
            "fraction_absorbed": typical.fraction_absorbed,
            "fraction_to_naltrexol": {
                "healthy": typical.fraction_to_naltrexol,
                "cirrhosis": cirrhosis.fraction_to_naltrexol,
            },
            "CLm_L_per_h": typical.CLm_L_per_h,
            "Vm_L": typical.Vm_L,
            "Qm_L_per_h": typical.Qm_L_per_h,
            "Vmp_L": typical.Vmp_L,
            "molar_mass": {name: molar_mass_g_per_mol(name) for name in ("naltrexone", "naltrexol")},
        },
        "livers": {
            name: {key: _values(constants)[key] for key in ("bioavailability_percent", "CL_L_per_h")}
            for name, constants in (("healthy", typical), ("cirrhosis", cirrhosis))
        },
        "published": list(published_points()),
        "published_naltrexol": [_naltrexol_peak()],
        "published_half_lives_h": {
            "short": _span_of(_SHORT_HALF_LIVES),
            "long": _span_of(_LONG_HALF_LIVES),
        },
        "notes": knob_notes(),
    }


@cache
def published_points() -> tuple[dict[str, Any], ...]:
    """Published peaks and areas of naltrexone, lettered: values, spreads, dose, source in words."""
    return tuple(
        _point("abcdefghi"[place], *(observation(id) if id else None for id in ids))
        for place, ids in enumerate(_POINTS)
    )


def knob_notes() -> dict[str, str]:
    """Beside each number a reader can set: what was published of it, or that it was fitted."""
    label = observation("bioavailability_label")
    clearances = sorted(
        observation(id).value for id in ("clearance_1984", "clearance_depot", "clearance_1981")
    )
    return {
        "bioavailability_percent": f"published: {label.low:g} to {label.high:g} %",
        "CL_L_per_h": "published: " + ", ".join(f"{value:.0f}" for value in clearances) + " L/h",
        "V_L": f"published: {observation('volume_label').value:g} L",
        "ka_per_h": "our assumption, fitted",
        "Vc_L": "our assumption, fitted",
        "Q_L_per_h": "our assumption, fitted",
    }


def scale_to(dose_mg: float, measured_mg: float) -> float:
    """The factor by which a published value is scaled to another dose; 1 where it was measured at that dose."""
    ratio = dose_mg / measured_mg
    return 1.0 if abs(ratio - 1) < 0.02 else ratio


def _point(
    letter: str, peak: Observation | None, time: Observation | None, area: Observation | None
) -> dict[str, Any]:
    told = peak or area
    label = _source_label(told)
    return {
        "letter": letter,
        "dose_mg": told.dose_mg,
        "liver": "cirrhosis" if area is not None and area.id == _CIRRHOSIS else "healthy",
        "peak": _spread(peak),
        "time": _spread(time),
        "area": _spread(area),
        "label": label,
        "text": f"{label}, {told.dose_mg:g} mg" + _detail(peak, area),
    }


def _detail(peak: Observation | None, area: Observation | None) -> str:
    told = []
    for name, one in (("peak", peak), ("area", area)):
        if one is not None:
            told.append(f"{name} {_value_in_words(one)}")
    one = peak or area
    people = one.population or one.regimen
    computed = ", implied by other printed figures" if one.confidence == "computed" else ""
    number = "" if one.n is None else f", n = {one.n}"
    where = "" if one.population == "implied" else f" ({people}{number})"
    return f": {', '.join(told)}{computed}{where}"


def _value_in_words(one: Observation) -> str:
    if one.value is None:
        return f"{one.low:g}–{one.high:g} {one.unit}"
    return f"{one.value:g}" + ("" if one.sd is None else f" (SD {one.sd:g})") + f" {one.unit}"


def _spread(one: Observation | None) -> dict[str, float | None] | None:
    """Value with its ends: one SD to either side, or the printed range."""
    if one is None:
        return None
    if one.value is None:
        return {"value": (one.low + one.high) / 2, "low": one.low, "high": one.high, "range": True}
    low, high = (None, None) if one.sd is None else (one.value - one.sd, one.value + one.sd)
    return {"value": one.value, "low": low, "high": high, "range": False}


def _naltrexol_peak() -> dict[str, Any]:
    peak = observation("cmax_naltrexol_50mg_swiss")
    return {
        "dose_mg": peak.dose_mg,
        "peak": peak.value,
        "time_h": peak.time_h,
        "text": f"6β-naltrexol, {_source_label(peak)}: {_value_in_words(peak)} at {peak.dose_mg:g} mg",
    }


def _span_of(ids: tuple[str, ...]) -> list[float]:
    values = [observation(id).value for id in ids]
    return [min(values), max(values)]


_SHORT = {
    "chinese_be_study": "Chinese crossover",
    "swiss_label": "Swiss label",
    "chinese_label": "Chinese label",
    "depot_pbpk2024": "depot and its label",
    "meyer1984": "crossover of 1984",
}


def _source_label(one: Observation) -> str:
    """First author and year; a short name for a source without authors."""
    key = one.sources[0]
    found = source(key)
    if key in _SHORT:
        return _SHORT[key]
    if found.authors:
        return f"{found.authors.split()[0].rstrip(',')} {found.year}"
    return f"{found.journal} {found.year}"

"""What the TLR4 piece computes with: constants, rest states, scales, and the published time points drawn in ink."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import Any

from ldn.neuroimmune import TLR4Constants, free_peak_nM, tlr4_response
from ldn.neuroimmune.reach import NM_PER_UM
from ldn.reference import neuroimmune as reference

VARIABLES = ("nuclear_nfkb", "ikba_total", "tnf_mrna", "tnf")
DOSE_MG = 4.5
DURATION_MIN = 960

# Levels are arbitrary in the model; this stimulus, which occupies nearly every receptor, is their 100 %.
_FULL_STIMULUS_NG_PER_ML = 100.0
_DISH = "kucic_bv2"
_SHOWN_LANDMARKS = {"peak": "peak", "minimum": "lowest"}
# Names short enough to stand beside a dot.
_PLACES = {
    "nfkb_peak_raw": "RAW 264.7",
    "ikba_minimum_raw": "RAW 264.7",
    "tnf_mrna_peak_raw_1989": "RAW 264",
    "tnf_mrna_peak_blood": "human blood",
    "tnf_mrna_peak_bmdm": "mouse marrow",
    "tnf_mrna_peak_raw_2018": "RAW 264.7",
    "tnf_peak_blood": "human blood",
    "tnf_peak_raw_2018": "RAW 264.7",
    "tnf_peak_human_2ng": "volunteers",
}


@cache
def person_uM() -> float:
    """Free peak of naltrexone in plasma after one dose of 4.5 mg, µM."""
    return _rounded(free_peak_nM(DOSE_MG) / NM_PER_UM)


@cache
def dish_uM() -> float:
    """Naltrexone in the microglial-line paper whose abstract calls it a low dose (Kučić 2021), µM."""
    (finding,) = (one for one in reference.in_vitro_findings() if one.id == _DISH)
    return finding.low_uM


@cache
def percent_per_unit() -> dict[str, float]:
    """Factors from the model's own units to what the picture shows, in per cent.

    Nuclear NF-κB: of all NF-κB. IκBα: of the wild type at rest. TNF mRNA and TNF: of the highest that the wild
    type reaches under 100 ng/mL endotoxin.
    """
    full = tlr4_response(_FULL_STIMULUS_NG_PER_ML, duration_min=DURATION_MIN, step_min=1.0)
    return {
        "nuclear_nfkb": 100.0,
        "ikba_total": _rounded(100.0 / float(full["ikba_total"].iloc[0])),
        "tnf_mrna": _rounded(100.0 / float(full["tnf_mrna"].max())),
        "tnf": _rounded(100.0 / float(full["tnf"].max())),
    }


@cache
def rest_states() -> dict[str, list[float]]:
    """The state [R, N, m, I, M, T] without endotoxin, with and without inducible IκBα; the arms do not matter."""
    return {name: _rest(fraction) for name, fraction in (("inducible", 1.0), ("basal", 0.0))}


@cache
def time_points() -> list[dict[str, Any]]:
    """Published landmarks that the picture can show: when a paper saw the peak or the lowest level, min."""
    return [
        {
            "variable": point.variable,
            "low_min": point.value if point.low is None else point.low,
            "high_min": point.value if point.high is None else point.high,
            "place": _PLACES[point.id],
            "text": f"{_SHOWN_LANDMARKS[point.landmark]} in {point.system}, {point.stimulus}",
            "living": point.kind == "human in vivo",
        }
        for point in reference.time_points()
        if point.id in _PLACES
    ]


def shipped_data() -> dict[str, Any]:
    """Everything the page needs beside its state; the same for every state."""
    return {
        "constants": asdict(TLR4Constants.published()),
        "rest": rest_states(),
        "percent_per_unit": percent_per_unit(),
        "time_points": time_points(),
        "person_uM": person_uM(),
        "dish_uM": dish_uM(),
        "dose_mg": DOSE_MG,
    }


def _rest(inducible_ikba: float) -> list[float]:
    start = tlr4_response(0.0, duration_min=1.0, step_min=1.0, inducible_ikba=inducible_ikba).iloc[0]
    free_ikba = start["ikba_total"] - 1 + start["nuclear_nfkb"]
    states = (start["nuclear_nfkb"], start["ikba_mrna"], free_ikba, start["tnf_mrna"], start["tnf"])
    return [1.0, *(_rounded(float(value)) for value in states)]


def _rounded(value: float) -> float:
    # Ten digits, so that the last ones of two machines' arithmetic cannot tell their pages apart.
    return float(f"{value:.10g}")

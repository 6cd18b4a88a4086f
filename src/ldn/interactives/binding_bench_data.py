"""What the binding bench ships to the page: measured rates, half-times in people, the order in which receptors fill."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from ldn.pharmacology import measured_kinetics
from ldn.pharmacology.binding_kinetics import MEASURED_LIGANDS
from ldn.reference import observation

N_RECEPTORS = 100
_S_PER_H = 3600.0


@cache
def shipped_data() -> dict[str, Any]:
    """Everything the ES module computes with; it does not depend on the state."""
    ligands = []
    for ligand in MEASURED_LIGANDS:
        kinetics = measured_kinetics(ligand)
        ligands.append(
            {
                "name": ligand,
                "kon_per_nM_n_s": kinetics.kon_per_nM_n_s,
                "koff_per_s": kinetics.koff_per_s,
                "hill": kinetics.hill,
            }
        )
    return {"ligands": ligands, "in_people": in_people(), "fill_order": fill_order()}


@cache
def in_people() -> list[dict[str, Any]]:
    """Half-times of occupancy measured in the living brain, in seconds, to set beside the bench's."""
    naloxone, naltrexone = observation("naloxone_half_time"), observation("blockade_half_time")
    return [
        {
            "name": "naloxone",
            "time_s": naloxone.value * _S_PER_H,
            "low_s": (naloxone.value - naloxone.sd) * _S_PER_H,
            "high_s": (naloxone.value + naloxone.sd) * _S_PER_H,
            "text": f"naloxone {naloxone.dose_mg:g} mg into a vein, brain of {naloxone.n} people: "
            f"half-time {naloxone.value:g} h (SD {naloxone.sd:g})",
        },
        {
            "name": "naltrexone",
            "time_s": None,
            "low_s": naltrexone.low * _S_PER_H,
            "high_s": naltrexone.high * _S_PER_H,
            "text": f"naltrexone {naltrexone.dose_mg:g} mg by mouth, brain of {naltrexone.n} people: "
            f"half-time {naltrexone.low:g} to {naltrexone.high:g} h",
        },
    ]


@cache
def fill_order() -> list[int]:
    """The receptors of the drawing in the order in which they fill: scattered, and the same every time."""
    return sorted(range(N_RECEPTORS), key=lambda place: hashlib.sha256(f"receptor {place}".encode()).digest())

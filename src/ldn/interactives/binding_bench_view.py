"""What the binding bench shows, computed by `ldn.pharmacology`: sentence, table and picture are made from this."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ldn.pharmacology import (
    association,
    dissociation,
    fractional_occupancy,
    measured_kinetics,
    operational_response,
)
from ldn.pharmacology.binding_kinetics import MEASURED_LIGANDS

# From here on a drug comes within a tenth of the greatest response: τ / (1 + τ) ≥ 0.9.
FULL_FROM_TAU = 9.0


@dataclass(frozen=True)
class Balance:
    """Equilibrium: a drug's concentration, Kd and efficacy; receptors held and response, each 0 to 1."""

    concentration_nM: float
    kd_nM: float
    tau: float
    occupied: float
    response: float
    greatest: float

    @property
    def kind(self) -> str:
        """``antagonist``, ``partial agonist`` or ``full agonist``."""
        if self.tau == 0:
            return "antagonist"
        return "full agonist" if self.tau >= FULL_FROM_TAU else "partial agonist"


@dataclass(frozen=True)
class Course:
    """Over time: what each measured ligand holds (0 to 1) at one moment after it was added or washed away."""

    phase: str
    times_kd: float
    time_s: float
    held: dict[str, float]


def balance(concentration_nM: float, kd_nM: float, tau: float) -> Balance:
    """Receptors held, and the response by the operational model with KA = Kd; arguments as in `BindingBench`."""
    return Balance(
        concentration_nM,
        kd_nM,
        tau,
        occupied=float(fractional_occupancy(concentration_nM, kd_nM)),
        response=float(operational_response(concentration_nM, tau=tau, ka_nM=kd_nM)),
        greatest=tau / (1.0 + tau),
    )


def held_at(ligand: str, phase: str, times_kd: float, time_s: np.ndarray | float) -> np.ndarray:
    """Fraction of receptors that a ligand holds at times (s) after it was added or washed away."""
    kinetics = measured_kinetics(ligand)
    if phase == "added":
        return association(time_s, times_kd * kinetics.kd_nM, kinetics)
    return dissociation(time_s, kinetics)


def course(phase: str, times_kd: float, time_s: float) -> Course:
    """All measured ligands at one moment; arguments as in `BindingBench`."""
    held = {ligand: float(held_at(ligand, phase, times_kd, time_s)) for ligand in MEASURED_LIGANDS}
    return Course(phase, times_kd, time_s, held)

"""What a curve shifter shows: antagonist, dose ratio and curves by `ldn.pharmacology`, and the Schild fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ldn.interactives.curve_shifter_data import shipped_data
from ldn.pharmacology import (
    SchildFit,
    dose_ratio,
    dose_ratio_after_removal,
    fractional_occupancy,
    operational_response,
    schild_regression,
)

# The agonist's concentration is counted in multiples of its own dissociation constant.
LOWEST_AGONIST, HIGHEST_AGONIST = 1e-3, 1e4


@dataclass(frozen=True)
class View:
    """One setting of the curve shifter; see `CurveShifter` for the arguments.

    antagonist_nM: its concentration near the receptor. occupied: fraction of receptors that it holds, or has
    removed. ratio: dose ratio for half of the first maximum, infinite where that is out of reach.
    top_alone, top: greatest response without and with it, 0 to 1. points: kept (antagonist_nM, dose ratio).
    """

    given: str
    dose_mg: float
    antagonism: str
    reserve: float
    points: tuple[tuple[float, float], ...]
    antagonist_nM: float

    @property
    def competitive(self) -> bool:
        return self.antagonism == "competitive"

    @property
    def occupied(self) -> float:
        return float(fractional_occupancy(self.antagonist_nM, shipped_data()["kb_nM"]))

    @property
    def ratio(self) -> float:
        return self.ratio_at(self.antagonist_nM)

    @property
    def top_alone(self) -> float:
        return self.reserve / (1 + self.reserve)

    @property
    def top(self) -> float:
        efficacy = self.reserve if self.competitive else self.reserve * (1 - self.occupied)
        return efficacy / (1 + efficacy)

    @property
    def ec50_alone(self) -> float:
        """In multiples of the agonist's dissociation constant."""
        return 1 / (1 + self.reserve)

    @property
    def fit(self) -> SchildFit | None:
        """The Schild fit of the kept points; None with fewer than three concentrations or without any trend."""
        concentrations = [antagonist for antagonist, _ in self.points]
        ratios = [ratio for _, ratio in self.points]
        if len(set(concentrations)) < 3 or len(set(ratios)) < 2:
            return None
        return schild_regression(concentrations, ratios)

    def ratio_at(self, antagonist_nM: float) -> float:
        kb = shipped_data()["kb_nM"]
        if self.competitive:
            return float(dose_ratio(antagonist_nM, kb))
        removed = float(fractional_occupancy(antagonist_nM, kb))
        return float(dose_ratio_after_removal(removed, self.reserve))

    def response(self, agonist: np.ndarray, antagonist_nM: float) -> np.ndarray:
        """Response, 0 to 1, to the agonist in multiples of its dissociation constant."""
        kb = shipped_data()["kb_nM"]
        if self.competitive:
            return operational_response(
                agonist, tau=self.reserve, ka_nM=1.0, antagonist_nM=antagonist_nM, kb_nM=kb
            )
        left = 1 - float(fractional_occupancy(antagonist_nM, kb))
        return operational_response(agonist, tau=self.reserve * left, ka_nM=1.0)


def antagonist_near_receptor_nM(given: str, antagonist_nM: float, dose_mg: float) -> float:
    """The concentration set directly, or that of daily tablets at steady state."""
    if given == "concentration":
        return antagonist_nM
    return dose_mg * shipped_data()["biophase_nM_per_mg"][given]

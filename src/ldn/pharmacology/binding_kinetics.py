"""Binding over time: how fast a ligand fills a receptor, and how fast it lets go."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import FloatArray, array, choice, number
from ldn.pharmacology.binding import fractional_occupancy
from ldn.reference import observation

# Ligands whose association and dissociation at the human mu receptor were published as rates.
MEASURED_LIGANDS = ("naloxone", "fentanyl", "carfentanil")
_PM_PER_NM = 1000.0


@dataclass(frozen=True, kw_only=True)
class BindingKinetics:
    """Rates of one ligand at one receptor: dR/dt = kon C^n (1 − R) − koff R, R the fraction bound.

    Parameters
    ----------
    kon_per_nM_n_s : association rate kon, 1/(nM^n s), above 0. Its unit holds the exponent n, so that two of
        them can be compared only where n is the same.
    koff_per_s : dissociation rate koff, 1/s, above 0.
    hill : exponent n, above 0; 1 is one ligand on one site (law of mass action).

    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: Mann et al. 2022, equation 1 of the model repository; with n = 1 the law of mass action.
    """

    kon_per_nM_n_s: float
    koff_per_s: float
    hill: float = 1.0

    def __post_init__(self) -> None:
        number("kon_per_nM_n_s", self.kon_per_nM_n_s, "1/(nM^n s)", low=0, above=True)
        number("koff_per_s", self.koff_per_s, "1/s", low=0, above=True)
        number("hill", self.hill, low=0, above=True)

    @property
    def kd_nM(self) -> float:
        """Concentration that fills half of the receptors, (koff / kon)^(1/n), nM."""
        return (self.koff_per_s / self.kon_per_nM_n_s) ** (1.0 / self.hill)

    @property
    def off_half_life_s(self) -> float:
        """Time in which half of what is bound has left, once none is free to bind: ln 2 / koff, s."""
        return math.log(2.0) / self.koff_per_s

    def approach_rate_per_s(self, concentration_nM: ArrayLike) -> FloatArray:
        """Rate at which binding settles at a held concentration (nM), kon C^n + koff, 1/s."""
        concentration = array("concentration_nM", concentration_nM, "nM", low=0)
        return self.kon_per_nM_n_s * concentration**self.hill + self.koff_per_s


@cache
def measured_kinetics(ligand: str) -> BindingKinetics:
    """Published rates at the human mu receptor in vitro of ``naloxone``, ``fentanyl`` or ``carfentanil``.

    Raises ValueError for any other ligand: naltrexone's rates, above all, were not found.
    Source: Mann et al. 2022, ligand data of the model repository (kon there per pM^n, here per nM^n).
    """
    choice("ligand", ligand, MEASURED_LIGANDS)
    hill = observation(f"hill_{ligand}").value
    return BindingKinetics(
        kon_per_nM_n_s=observation(f"kon_{ligand}").value * _PM_PER_NM**hill,
        koff_per_s=observation(f"koff_{ligand}").value,
        hill=hill,
    )


def association(
    time_s: ArrayLike, concentration_nM: float, kinetics: BindingKinetics, bound_at_start: float = 0.0
) -> FloatArray:
    """Fraction of receptors bound at times after a concentration was set and held.

    R(t) = Req + (R0 − Req) exp(−(kon C^n + koff) t),  Req = C^n / (C^n + Kd^n)

    Parameters
    ----------
    time_s : times, s, at least 0; any shape.
    concentration_nM : free concentration, nM, at least 0, held from time 0 on.
    kinetics : the ligand's rates.
    bound_at_start : fraction bound at time 0, 0 to 1.

    Returns an array of the shape of time_s, 0 to 1.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: the linear equation of `BindingKinetics` solved; with n = 1 the textbook result.
    """
    time = array("time_s", time_s, "s", low=0)
    concentration = number("concentration_nM", concentration_nM, "nM", low=0)
    start = number("bound_at_start", bound_at_start, low=0, high=1)
    settled = float(fractional_occupancy(concentration, kinetics.kd_nM, kinetics.hill))
    return settled + (start - settled) * np.exp(-kinetics.approach_rate_per_s(concentration) * time)


def dissociation(time_s: ArrayLike, kinetics: BindingKinetics, bound_at_start: float = 1.0) -> FloatArray:
    """Fraction of receptors still bound at times after all free ligand was washed away: R0 exp(−koff t).

    Parameters
    ----------
    time_s : times, s, at least 0; any shape.
    kinetics : the ligand's rates.
    bound_at_start : fraction bound at time 0, 0 to 1.

    Returns an array of the shape of time_s, 0 to 1.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    """
    return association(time_s, 0.0, kinetics, bound_at_start)

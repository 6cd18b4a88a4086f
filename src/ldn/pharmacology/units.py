"""Mass concentration, molar concentration and amount: ng/mL, nM, mg and µmol."""

from __future__ import annotations

from functools import cache

from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import FloatArray, array, number
from ldn.reference import parameter


def ng_per_mL_to_nM(value: ArrayLike, molar_mass_g_per_mol: float) -> FloatArray:
    """Molar concentration in nM of a mass concentration in ng/mL.

    c [nM] = 1000 · c [ng/mL] / M [g/mol]. Any shape; the result has the same shape.
    Raises ValueError for negative concentrations and for a molar mass that is not above 0.
    """
    molar_mass = number("molar_mass_g_per_mol", molar_mass_g_per_mol, "g/mol", low=0, above=True)
    return array("value", value, "ng/mL", low=0) * 1000 / molar_mass


def nM_to_ng_per_mL(value: ArrayLike, molar_mass_g_per_mol: float) -> FloatArray:
    """Mass concentration in ng/mL of a molar concentration in nM.

    c [ng/mL] = c [nM] · M [g/mol] / 1000. Any shape; the result has the same shape.
    Raises ValueError for negative concentrations and for a molar mass that is not above 0.
    """
    molar_mass = number("molar_mass_g_per_mol", molar_mass_g_per_mol, "g/mol", low=0, above=True)
    return array("value", value, "nM", low=0) * molar_mass / 1000


def mg_to_umol(dose_mg: ArrayLike) -> FloatArray:
    """Amount in µmol of naltrexone in a dose given in mg of the hydrochloride.

    n [µmol] = 1000 · dose [mg] / 377.86 g/mol, the molar mass of the salt: 50 mg are 132 µmol.
    Raises ValueError for negative doses.
    """
    return array("dose_mg", dose_mg, "mg", low=0) * 1000 / molar_mass_g_per_mol("hydrochloride")


def umol_to_mg(amount_umol: ArrayLike) -> FloatArray:
    """Dose in mg of naltrexone hydrochloride that holds an amount in µmol.

    Raises ValueError for negative amounts.
    """
    return array("amount_umol", amount_umol, "µmol", low=0) * molar_mass_g_per_mol("hydrochloride") / 1000


@cache
def molar_mass_g_per_mol(substance: str) -> float:
    """Molar mass of ``naltrexone`` (base), its ``hydrochloride`` or ``naltrexol`` (6β-naltrexol)."""
    return parameter(f"molar_mass_{substance}_g_per_mol").value

"""Oral naltrexone in a body of one well-stirred compartment, in closed form: the teaching model of lesson 03.

    gut        dG/dt  = −ka G
    naltrexone dA/dt  = F ka G − (CL/V) A,   C = A/V
    naltrexol  dMc/dt = fm (fabs − F) ka G + fm (CL/V) A − (CLm + Qm)/Vm Mc + Qm/Vmp Mp
               dMp/dt = Qm/Vm Mc − Qm/Vmp Mp

It is the model of `ldn.pharmacology.kinetics` with an exchange between blood and tissue so quick that the two
volumes are one, V = Vc + Vp. Dose, bioavailability and clearance being the same, so is the area under the curve;
peak and half-life are not. Naltrexone does not behave so, which is what the model is there to show.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ldn.pharmacology.arguments import FloatArray, number
from ldn.pharmacology.exponentials import SumOfExponentials, disposition_rates, partial_fractions
from ldn.pharmacology.parameters import NaltrexoneParameters, resolve
from ldn.pharmacology.units import mg_to_umol


@dataclass(frozen=True, eq=False)
class OneCompartmentResponse:
    """Concentrations after 1 mg of naltrexone hydrochloride by mouth, each a sum of exponentials in nM per mg."""

    naltrexone: SumOfExponentials
    naltrexol: SumOfExponentials


def one_compartment_response(parameters: NaltrexoneParameters | None = None) -> OneCompartmentResponse:
    """The one-compartment model as sums of exponentials per mg of naltrexone hydrochloride.

    Parameters: the constants of the model, None for the typical ones. The volume is Vc + Vp; the exchange Q plays
    no part.
    Returns: for naltrexone (2 exponentials, the Bateman function) and naltrexol (4), `rates_per_h` and
    `coefficients_nM_per_mg`, arrays of shape (k,).
    Source: Laplace transform of the equations above and partial fractions.
    """
    chosen = resolve(parameters)
    V = chosen.Vc_L + chosen.Vp_L
    ka, F, k = chosen.ka_per_h, chosen.bioavailability, chosen.CL_L_per_h / V
    m10, m12, m21 = (
        chosen.CLm_L_per_h / chosen.Vm_L,
        chosen.Qm_L_per_h / chosen.Vm_L,
        chosen.Qm_L_per_h / chosen.Vmp_L,
    )
    fast_m, slow_m = disposition_rates(m10, m12, m21)
    nmol_per_mg = 1000 * float(mg_to_umol(1.0))
    formed_nM_per_h = nmol_per_mg * chosen.fraction_to_naltrexol * ka / chosen.Vm_L

    def input_nM_per_h(s: FloatArray) -> FloatArray:
        return nmol_per_mg * F * ka / V + 0 * s

    def formation_nM_per_h(s: FloatArray) -> FloatArray:
        # First pass, then what circulating naltrexone is turned into.
        return formed_nM_per_h * ((chosen.fraction_absorbed - F) * (s + k) + F * k)

    return OneCompartmentResponse(
        naltrexone=partial_fractions(input_nM_per_h, np.array([ka, k])),
        naltrexol=partial_fractions(
            lambda s: formation_nM_per_h(s) * (s + m21), np.array([ka, k, fast_m, slow_m])
        ),
    )


def peak_to_area_of_one_compartment(half_life_h: float, tmax_h: float = 0.0) -> float:
    """Peak over area under the curve (1/h) of one compartment with first-order absorption.

    At the peak what comes in equals what goes out, and Cmax = (F D/V) exp(−k tmax) with AUC = F D/(k V); dose,
    bioavailability, volume and any constant factor of an assay cancel: Cmax/AUC = k exp(−k tmax), k = ln 2 / half-life.

    Parameters: half-life of elimination (h), time of the peak (h). At tmax_h = 0 this is k, the most that any
    absorption can give.
    Raises ValueError and TypeError for a half-life that is not above 0 and a negative time.
    """
    k = math.log(2) / number("half_life_h", half_life_h, "h", low=0, above=True)
    return k * math.exp(-k * number("tmax_h", tmax_h, "h", low=0))

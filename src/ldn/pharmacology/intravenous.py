"""Naltrexone given into a vein: the two compartments of `ldn.pharmacology.kinetics` without gut and liver before them.

dAc/dt = −(CL + Q)/Vc Ac + Q/Vp Ap,   dAp/dt = Q/Vc Ac − Q/Vp Ap,   Ac(0) = dose
"""

from __future__ import annotations

import numpy as np

from ldn.pharmacology.exponentials import SumOfExponentials, disposition_rates, partial_fractions
from ldn.pharmacology.parameters import NaltrexoneParameters, resolve
from ldn.pharmacology.units import mg_to_umol


def intravenous_response(parameters: NaltrexoneParameters | None = None) -> SumOfExponentials:
    """Plasma naltrexone (nM) after 1 mg of the hydrochloride injected into a vein in a moment.

    Parameters: the constants of the model; None for the typical ones.
    Returns: two exponentials in nM per mg. All of the dose reaches the circulation, so the area is dose/CL.
    Source: Laplace transform of the equations above and partial fractions.
    """
    chosen = resolve(parameters)
    k10, k12, k21 = (
        chosen.CL_L_per_h / chosen.Vc_L,
        chosen.Q_L_per_h / chosen.Vc_L,
        chosen.Q_L_per_h / chosen.Vp_L,
    )
    nmol_per_mg = 1000 * float(mg_to_umol(1.0))
    return partial_fractions(
        lambda s: nmol_per_mg / chosen.Vc_L * (s + k21), np.array(disposition_rates(k10, k12, k21))
    )

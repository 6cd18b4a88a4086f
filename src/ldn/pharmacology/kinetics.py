"""Oral naltrexone and 6β-naltrexol in plasma and biophase, in closed form.

    gut        dG/dt  = −ka G
    naltrexone dAc/dt = F ka G − (CL + Q)/Vc Ac + Q/Vp Ap          dAp/dt = Q/Vc Ac − Q/Vp Ap
    naltrexol  dMc/dt = fm (fabs − F) ka G + fm CL/Vc Ac − (CLm + Qm)/Vm Mc + Qm/Vmp Mp
               dMp/dt = Qm/Vm Mc − Qm/Vmp Mp
    biophase   dCe/dt = ke0 (C − Ce),  C = Ac/Vc

Linear with constant coefficients, so every concentration is a sum of exponentials and doses add up: no
differential equation is solved step by step. What it leaves out: food, enterohepatic cycling, the slow
terminal phase of about 96 h that some authors saw, and any dependence on dose.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ldn.pharmacology.arguments import FloatArray, count, number
from ldn.pharmacology.exponentials import Regimen, SumOfExponentials, disposition_rates, partial_fractions
from ldn.pharmacology.parameters import ALLOWED, NaltrexoneParameters, resolve
from ldn.pharmacology.units import mg_to_umol, molar_mass_g_per_mol, nM_to_ng_per_mL

if TYPE_CHECKING:
    import pandas as pd

_MOST_TIMES = 2_000_000
# Where labels and crossover studies read the half-life of naltrexone.
_HALF_LIFE_WINDOW_H = (4.0, 12.0)


@dataclass(frozen=True, eq=False)
class UnitResponse:
    """Concentrations after 1 mg of naltrexone hydrochloride by mouth, each a sum of exponentials.

    C(t) in nM = dose_mg · Σ coefficients_nM_per_mg · exp(−rates_per_h · t). The peripheral ones are amounts
    in the peripheral compartment over its volume.
    """

    naltrexone: SumOfExponentials
    naltrexol: SumOfExponentials
    biophase: SumOfExponentials
    naltrexone_peripheral: SumOfExponentials
    naltrexol_peripheral: SumOfExponentials


def unit_response(parameters: NaltrexoneParameters | None = None) -> UnitResponse:
    """The linear model as sums of exponentials per mg of naltrexone hydrochloride.

    Parameters: the constants of the model; None for the typical ones.
    Returns: for naltrexone (3 exponentials), naltrexol (5), biophase (4) and the two peripheral
    compartments, `rates_per_h` and `coefficients_nM_per_mg`, arrays of shape (k,).
    Source: Laplace transform of the equations above and partial fractions.
    """
    chosen = resolve(parameters)
    return response_of({name: np.asarray(getattr(chosen, name)) for name in ALLOWED})


def response_of(values: Mapping[str, FloatArray]) -> UnitResponse:
    """As `unit_response`, for values as arrays of one shape: () for one person or (n,) for n."""

    def value(name: str) -> FloatArray:
        # A last axis for the exponentials.
        return np.asarray(values[name], dtype=float)[..., None]

    ka, F, fabs = value("ka_per_h"), value("bioavailability"), value("fraction_absorbed")
    CL, Vc, Q, Vp = value("CL_L_per_h"), value("Vc_L"), value("Q_L_per_h"), value("Vp_L")
    fm, CLm, Vm = value("fraction_to_naltrexol"), value("CLm_L_per_h"), value("Vm_L")
    Qm, Vmp, ke0 = value("Qm_L_per_h"), value("Vmp_L"), value("ke0_per_h")
    nmol_per_mg = 1000 * float(mg_to_umol(1.0))

    k10, k12, k21 = CL / Vc, Q / Vc, Q / Vp
    fast, slow = disposition_rates(k10, k12, k21)
    m10, m12, m21 = CLm / Vm, Qm / Vm, Qm / Vmp
    fast_m, slow_m = disposition_rates(m10, m12, m21)

    def input_nM_per_h(s: FloatArray) -> FloatArray:
        return nmol_per_mg * F * ka / Vc + 0 * s

    def formation_nM_per_h(s: FloatArray) -> FloatArray:
        # First pass, then what circulating naltrexone is turned into.
        first_pass = (fabs - F) * (s**2 + (k10 + k12 + k21) * s + k10 * k21)
        return nmol_per_mg * fm * ka / Vm * (first_pass + F * k10 * (s + k21))

    def stacked(*rates: FloatArray) -> FloatArray:
        return np.concatenate(np.broadcast_arrays(*rates), axis=-1)

    parent = stacked(ka, fast, slow)
    metabolite = stacked(ka, fast, slow, fast_m, slow_m)
    return UnitResponse(
        naltrexone=partial_fractions(lambda s: input_nM_per_h(s) * (s + k21), parent),
        naltrexol=partial_fractions(lambda s: formation_nM_per_h(s) * (s + m21), metabolite),
        biophase=partial_fractions(
            lambda s: input_nM_per_h(s) * (s + k21) * ke0, stacked(ka, fast, slow, ke0)
        ),
        naltrexone_peripheral=partial_fractions(lambda s: input_nM_per_h(s) * k21, parent),
        naltrexol_peripheral=partial_fractions(lambda s: formation_nM_per_h(s) * m21, metabolite),
    )


@dataclass(frozen=True, eq=False, repr=False)
class Profile:
    """Concentrations over time under one regimen, as `simulate` gives them.

    time_h: hours since the first dose, or since a dose at steady state; shape (T,).
    naltrexone_nM, naltrexol_nM (6β-naltrexol): total concentration in plasma, nM.
    biophase_nM: the slow effect compartment, in plasma equivalents, nM.
    """

    regimen: Regimen
    parameters: NaltrexoneParameters
    response: UnitResponse
    time_h: FloatArray
    naltrexone_nM: FloatArray
    naltrexol_nM: FloatArray
    biophase_nM: FloatArray

    @property
    def dose_mg(self) -> float:
        return self.regimen.dose_mg

    @property
    def interval_h(self) -> float:
        return self.regimen.interval_h

    @property
    def n_doses(self) -> float:
        return self.regimen.n_doses

    @property
    def steady_state(self) -> bool:
        return self.regimen.steady_state

    def to_frame(self) -> pd.DataFrame:
        """The profile as a table: time_h, naltrexone_nM, naltrexol_nM, biophase_nM."""
        import pandas as pd

        return pd.DataFrame(
            {
                "time_h": self.time_h,
                "naltrexone_nM": self.naltrexone_nM,
                "naltrexol_nM": self.naltrexol_nM,
                "biophase_nM": self.biophase_nM,
            }
        )

    def summary(self) -> pd.DataFrame:
        """Peak, time of peak, area and half-lives; one row for naltrexone, one for naltrexol.

        Columns: cmax_nM, cmax_ng_per_mL, tmax_h (on the time axis of the profile), auc_nM_h and
        auc_ng_h_per_mL (over the profile), auc_per_dose_nM_h and auc_per_dose_ng_h_per_mL (one dose to
        infinity, which is one interval at steady state), half_life_h (apparent, 4 to 12 h after a single
        dose), terminal_half_life_h.
        """
        import pandas as pd

        rows = {}
        for analyte in ("naltrexone", "naltrexol"):
            exponentials: SumOfExponentials = getattr(self.response, analyte)
            molar_mass = molar_mass_g_per_mol(analyte)
            cmax, tmax = self._peak(exponentials)
            ends = np.array([self.time_h[0], self.time_h[-1]])
            auc = self.dose_mg * float(np.diff(exponentials.superposed_area(self.regimen, ends))[0])
            per_dose = self.dose_mg * float(exponentials.area_nM_h_per_mg)
            early, late = exponentials.after(np.array(_HALF_LIFE_WINDOW_H))
            window = _HALF_LIFE_WINDOW_H[1] - _HALF_LIFE_WINDOW_H[0]
            rows[analyte] = {
                "cmax_nM": cmax,
                "cmax_ng_per_mL": float(nM_to_ng_per_mL(cmax, molar_mass)),
                "tmax_h": tmax,
                "auc_nM_h": auc,
                "auc_ng_h_per_mL": float(nM_to_ng_per_mL(auc, molar_mass)),
                "auc_per_dose_nM_h": per_dose,
                "auc_per_dose_ng_h_per_mL": float(nM_to_ng_per_mL(per_dose, molar_mass)),
                "half_life_h": math.log(2) * window / math.log(early / late),
                "terminal_half_life_h": math.log(2) / float(exponentials.rates_per_h.min()),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("analyte")

    def _peak(self, exponentials: SumOfExponentials) -> tuple[float, float]:
        """Height and time of the highest concentration, refined between the times of the grid."""
        concentration = exponentials.superposed(self.regimen, self.time_h)
        highest = int(np.argmax(concentration))
        around = self.time_h[max(highest - 1, 0)], self.time_h[min(highest + 1, len(self.time_h) - 1)]
        fine = np.linspace(*around, 1001)
        concentration = exponentials.superposed(self.regimen, fine)
        return self.dose_mg * float(concentration.max()), float(fine[np.argmax(concentration)])

    def __repr__(self) -> str:
        cmax_nM, tmax_h = self._peak(self.response.naltrexone)
        cmax = nM_to_ng_per_mL(cmax_nM, molar_mass_g_per_mol("naltrexone"))
        return (
            f"Oral naltrexone {self.regimen}: plasma naltrexone peaks at {cmax_nM:.3g} nM ({cmax:.3g} ng/mL) "
            f"at {tmax_h:.2f} h and is {self.naltrexone_nM[-1]:.2g} nM at {self.time_h[-1]:g} h"
        )


def simulate(
    dose_mg: float,
    *,
    interval_h: float = 24.0,
    n_doses: float = 1,
    start_h: float = 0.0,
    duration_h: float | None = None,
    step_h: float = 0.05,
    parameters: NaltrexoneParameters | None = None,
) -> Profile:
    """Concentrations over time after oral naltrexone hydrochloride.

    Parameters
    ----------
    dose_mg : mg of the hydrochloride per dose, 0 to 1000.
    interval_h : hours between doses, above 0.
    n_doses : number of doses; ``math.inf`` gives the exact steady state, with time counted from a dose.
    start_h : where the profile starts, in h after the first dose (0 at steady state).
    duration_h : length of the profile in h; None for n_doses · interval_h − start_h (one interval at steady
        state). At steady state it must be a whole number of intervals.
    step_h : distance between times in h; made a little smaller where it does not divide the duration.
    parameters : constants of the model; None for the typical ones.

    Returns a `Profile` with time_h, naltrexone_nM, naltrexol_nM and biophase_nM, arrays of shape (T,).
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    """
    chosen = resolve(parameters)
    regimen, time_h = regimen_and_times(dose_mg, interval_h, n_doses, start_h, duration_h, step_h)
    response = unit_response(chosen)
    return Profile(
        regimen=regimen,
        parameters=chosen,
        response=response,
        time_h=time_h,
        naltrexone_nM=concentration_nM(response.naltrexone, regimen, time_h),
        naltrexol_nM=concentration_nM(response.naltrexol, regimen, time_h),
        biophase_nM=concentration_nM(response.biophase, regimen, time_h),
    )


def regimen_and_times(
    dose_mg: float,
    interval_h: float,
    n_doses: float,
    start_h: float,
    duration_h: float | None,
    step_h: float,
) -> tuple[Regimen, FloatArray]:
    """The checked regimen and the times (T,) in h that the arguments of `simulate` ask for."""
    regimen = Regimen(
        dose_mg=number("dose_mg", dose_mg, "mg", low=0, high=1000),
        interval_h=number("interval_h", interval_h, "h", low=0, high=8760, above=True),
        n_doses=count("n_doses", n_doses, infinite=True),
    )
    start = number("start_h", start_h, "h", low=0, high=1e6)
    if regimen.steady_state and start != 0:
        raise ValueError(f"start_h = {start:g} h is not allowed: 0 h at steady state (n_doses = math.inf)")
    if duration_h is None:
        doses = 1 if regimen.steady_state else regimen.n_doses
        duration = doses * regimen.interval_h - start
        if duration <= 0:
            raise ValueError(
                f"start_h = {start:g} h is after the last interval of the regimen: give duration_h as well"
            )
    else:
        duration = number("duration_h", duration_h, "h", low=0, high=1e6, above=True)
        intervals = duration / regimen.interval_h
        if regimen.steady_state and (round(intervals) < 1 or abs(intervals - round(intervals)) > 1e-9):
            raise ValueError(
                f"duration_h = {duration:g} h is not allowed: at steady state a whole number of "
                f"intervals of {regimen.interval_h:g} h"
            )
    step = number("step_h", step_h, "h", low=0, high=duration, above=True)
    n_steps = math.ceil(duration / step - 1e-9)
    if n_steps > _MOST_TIMES:
        raise ValueError(
            f"step_h = {step:g} h is not allowed: at least {duration / _MOST_TIMES:.2g} h "
            f"for a profile of {duration:g} h"
        )
    return regimen, start + np.linspace(0.0, duration, n_steps + 1)


def concentration_nM(exponentials: SumOfExponentials, regimen: Regimen, time_h: FloatArray) -> FloatArray:
    """Concentration in nM at times (T,) under a regimen."""
    # At the moment of the first dose the terms cancel to rounding error, which may be negative.
    return np.maximum(regimen.dose_mg * exponentials.superposed(regimen, time_h), 0.0)

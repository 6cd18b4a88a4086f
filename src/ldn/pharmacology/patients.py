"""Virtual patients: the same model with bioavailability, absorption and clearance differing between people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ldn.pharmacology.arguments import FloatArray, array, choice, count, number
from ldn.pharmacology.blockade import LINKS, RECEPTORS, bound_fraction, slow_binding, time_at_or_above
from ldn.pharmacology.exponentials import Regimen, SumOfExponentials
from ldn.pharmacology.kinetics import concentration_nM, regimen_and_times, response_of
from ldn.pharmacology.parameters import ALLOWED, NaltrexoneParameters, resolve
from ldn.reference import parameter

if TYPE_CHECKING:
    import pandas as pd

# What differs between people, with the log-normal spreads of `ldn.reference`.
VARIED = ("bioavailability", "ka_per_h", "CLm_L_per_h")
# Patients computed together: enough to keep NumPy busy, few enough to stay within the processor's cache.
_TOGETHER = 256


def virtual_patients(n: int, seed: int, *, parameters: NaltrexoneParameters | None = None) -> pd.DataFrame:
    """Virtual patients, log-normally spread about the given parameters (their medians).

    Parameters
    ----------
    n : number of patients, at least 1.
    seed : seed of the random numbers; the same seed gives the same patients.
    parameters : medians; None for the typical ones.

    Returns a table with one row per patient, index ``patient`` from 1, and the columns bioavailability,
    ka_per_h and CLm_L_per_h. Log-SD 0.40, 0.50 and 0.30, independent of one another; bioavailability is held
    at the fraction absorbed where a draw exceeds it. Clearance, ke0 and EC50 are the same for all: their
    spread between people is not known.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    """
    import pandas as pd

    medians = resolve(parameters)
    people = int(count("n", n))
    normal = np.random.default_rng(int(count("seed", seed, low=0))).standard_normal((people, len(VARIED)))
    columns = {}
    for place, name in enumerate(VARIED):
        log_sd = parameter(name).log_sd
        if log_sd is None:
            raise ValueError(f"parameter {name!r} has no spread between people in ldn.reference")
        columns[name] = getattr(medians, name) * np.exp(log_sd * normal[:, place])
    columns["bioavailability"] = np.minimum(columns["bioavailability"], medians.fraction_absorbed)
    return pd.DataFrame(columns, index=pd.RangeIndex(1, people + 1, name="patient"))


@dataclass(frozen=True, eq=False, repr=False)
class PatientProfiles:
    """Concentrations of many patients under one regimen; arrays of shape (n, T), times (T,) in h."""

    regimen: Regimen
    values: dict[str, FloatArray]
    time_h: FloatArray
    naltrexone_nM: FloatArray
    naltrexol_nM: FloatArray
    biophase_nM: FloatArray

    def occupancy(self, receptor: str = "mu", link: str = "biophase") -> FloatArray:
        """Fraction of receptors occupied, shape (n, T); receptor and link as in `blockade.occupancy`."""
        factor = {"mu": 1.0, "delta": self.values["delta_ratio"], "kappa": self.values["kappa_ratio"]}
        ratio = np.asarray(factor[choice("receptor", receptor, RECEPTORS)])
        match choice("link", link, LINKS):
            case "biophase":
                return bound_fraction(self.biophase_nM, (self.values["ec50_nM"] * ratio)[:, None])
            case "plasma":
                return bound_fraction(self.naltrexone_nM, (self.values["ec50_plasma_nM"] * ratio)[:, None])
            case _:
                occupied = np.empty_like(self.naltrexone_nM)
                kon = self.values["kon_per_nM_h"] / ratio
                for here in _blocks(len(occupied)):
                    some = {name: values[here] for name, values in self.values.items()}
                    occupied[here] = slow_binding(
                        response_of(some).naltrexone,
                        self.regimen,
                        self.time_h,
                        kon[here],
                        some["koff_per_h"],
                    )
                return occupied

    def hours_above(
        self, occupancy_threshold: float, receptor: str = "mu", link: str = "biophase"
    ) -> FloatArray:
        """Hours at or above a threshold (a fraction) per patient, shape (n,); as `blockade.hours_above`."""
        threshold = number(
            "occupancy_threshold", occupancy_threshold, "as a fraction", low=0, high=1, above=True
        )
        hours = time_at_or_above(self.time_h, self.occupancy(receptor, link), threshold)
        if self.regimen.steady_state:
            hours = hours * self.regimen.interval_h / (self.time_h[-1] - self.time_h[0])
        return hours

    def __repr__(self) -> str:
        peaks = self.naltrexone_nM.max(axis=1)
        low, middle, high = np.quantile(peaks, (0.05, 0.5, 0.95))
        return (
            f"{len(peaks)} virtual patients, oral naltrexone {self.regimen}: plasma naltrexone peaks at a median "
            f"of {middle:.3g} nM (5th to 95th percentile {low:.3g} to {high:.3g})"
        )


def simulate_patients(
    dose_mg: float,
    patients: pd.DataFrame,
    *,
    interval_h: float = 24.0,
    n_doses: float = 1,
    start_h: float = 0.0,
    duration_h: float | None = None,
    step_h: float = 0.05,
    parameters: NaltrexoneParameters | None = None,
) -> PatientProfiles:
    """Concentrations over time in many patients, as `simulate` does for one.

    Parameters
    ----------
    dose_mg, interval_h, n_doses, start_h, duration_h, step_h : the regimen, as in `simulate`.
    patients : table with one row per patient; its columns are names of `NaltrexoneParameters`, as
        `virtual_patients` gives them. Any parameter may vary.
    parameters : constants that are not a column; None for the typical ones.

    Returns `PatientProfiles`: time_h (T,), naltrexone_nM, naltrexol_nM and biophase_nM (n, T), and
    `.occupancy()` and `.hours_above()`.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    """
    regimen, time_h = regimen_and_times(dose_mg, interval_h, n_doses, start_h, duration_h, step_h)
    values = _values(patients, resolve(parameters))
    people = len(patients)
    naltrexone, naltrexol, biophase = (np.empty((people, len(time_h))) for _ in range(3))
    for here in _blocks(people):
        response = response_of({name: column[here] for name, column in values.items()})
        naltrexone[here] = _at(response.naltrexone, regimen, time_h)
        naltrexol[here] = _at(response.naltrexol, regimen, time_h)
        biophase[here] = _at(response.biophase, regimen, time_h)
    return PatientProfiles(regimen, values, time_h, naltrexone, naltrexol, biophase)


def _at(exponentials: SumOfExponentials, regimen: Regimen, time_h: FloatArray) -> FloatArray:
    return concentration_nM(exponentials, regimen, time_h)


def _blocks(n: int) -> list[slice]:
    return [slice(first, min(first + _TOGETHER, n)) for first in range(0, n, _TOGETHER)]


def _values(patients: Any, constants: NaltrexoneParameters) -> dict[str, FloatArray]:
    """All parameters as arrays (n,), each checked."""
    import pandas as pd

    if not isinstance(patients, pd.DataFrame):
        raise TypeError(f"patients must be a DataFrame, got {type(patients).__name__}")
    if patients.empty:
        raise ValueError("patients has no rows or no columns")
    unknown = [str(name) for name in patients.columns if name not in ALLOWED]
    if unknown:
        raise ValueError(
            f"patients has columns that are no parameters: {', '.join(unknown)}; "
            f"parameters are {', '.join(ALLOWED)}"
        )
    values = {}
    for name, (unit, low, high) in ALLOWED.items():
        if name in patients:
            values[name] = array(f"patients[{name!r}]", patients[name].to_numpy(), unit, low=low, high=high)
        else:
            values[name] = np.full(len(patients), getattr(constants, name))
    too_much = values["bioavailability"] > values["fraction_absorbed"]
    if too_much.any():
        worst = values["bioavailability"][too_much][0]
        raise ValueError(f"patients['bioavailability'] = {worst:g} is not allowed: at most fraction_absorbed")
    return values

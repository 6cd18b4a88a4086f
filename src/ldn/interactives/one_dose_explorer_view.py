"""The curves of the one-dose explorer, by `ldn.pharmacology`: what sentence, table and picture are made from."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import numpy as np

from ldn.pharmacology import (
    NaltrexoneParameters,
    half_life_read,
    one_compartment_response,
    peak_of,
    unit_response,
)
from ldn.pharmacology.exponentials import SumOfExponentials
from ldn.pharmacology.units import molar_mass_g_per_mol

# Nearer than this to the whole volume, the second compartment is too small to matter and is left out.
LEAST_PERIPHERAL_L = 0.1


@dataclass(frozen=True)
class Reading:
    """What is read off one curve: ng/mL, nM, h and ng·h/mL; half-lives are inf or negative where it does not fall."""

    peak_ng_per_mL: float
    peak_nM: float
    tmax_h: float
    area_ng_h_per_mL: float
    half_life_read_h: float
    terminal_half_life_h: float

    @property
    def peak_over_area_per_h(self) -> float:
        return self.peak_ng_per_mL / self.area_ng_h_per_mL

    def as_row(self) -> dict[str, float]:
        """The reading with peak over area, by name and unit."""
        return {**asdict(self), "peak_over_area_per_h": self.peak_over_area_per_h}


@dataclass(frozen=True, eq=False)
class Body:
    """One model of the body: its curves (nM per mg) and what is read off them."""

    compartments: str
    naltrexone_curve: SumOfExponentials
    naltrexol_curve: SumOfExponentials
    naltrexone: Reading
    naltrexol: Reading


@dataclass(frozen=True, eq=False)
class View:
    """What an explorer shows: settings and one `Body` a model drawn."""

    dose_mg: float
    bioavailability: float
    CL_L_per_h: float
    V_L: float
    liver: str
    read_from_h: float
    read_to_h: float
    naltrexol: bool
    window_h: int
    bodies: tuple[Body, ...]

    @property
    def reaches_mg(self) -> float:
        """Milligrams of the dose that reach the circulation as naltrexone (still counted as hydrochloride)."""
        return self.dose_mg * self.bioavailability

    @property
    def rate_of_one_per_h(self) -> float:
        """CL/V, which one compartment's peak over area cannot exceed."""
        return self.CL_L_per_h / self.V_L

    def at(self, curve: SumOfExponentials, substance: str, time_h: np.ndarray) -> np.ndarray:
        """Concentrations in ng/mL at times (T,) in h."""
        nM = np.maximum(self.dose_mg * curve.after(np.asarray(time_h, dtype=float)), 0.0)
        return nM * molar_mass_g_per_mol(substance) / 1000


def evaluate(
    *,
    dose_mg: float,
    bioavailability: float,
    ka_per_h: float,
    CL_L_per_h: float,
    V_L: float,
    Vc_L: float,
    Q_L_per_h: float,
    liver: str,
    read_from_h: float,
    read_to_h: float,
    compartments: str,
    naltrexol: bool,
    window_h: int,
) -> View:
    """Compute the bodies asked for; arguments as in `OneDoseExplorer`, bioavailability as a fraction."""
    read_from_h, read_to_h = _reading_window(read_from_h, read_to_h)
    of_liver = {"healthy": NaltrexoneParameters.typical, "cirrhosis": NaltrexoneParameters.cirrhosis}[liver]()
    split = Vc_L < V_L - LEAST_PERIPHERAL_L
    central = Vc_L if split else V_L / 2
    constants = NaltrexoneParameters.typical().replace(
        bioavailability=bioavailability,
        ka_per_h=ka_per_h,
        CL_L_per_h=CL_L_per_h,
        Vc_L=central,
        Vp_L=V_L - central,
        Q_L_per_h=Q_L_per_h,
        fraction_to_naltrexol=of_liver.fraction_to_naltrexol,
    )
    bodies = []
    for number in ("one", "two") if compartments == "both" else (compartments,):
        response = (
            unit_response(constants) if number == "two" and split else one_compartment_response(constants)
        )
        read = {
            substance: _reading(getattr(response, substance), substance, dose_mg, read_from_h, read_to_h)
            for substance in ("naltrexone", "naltrexol")
        }
        bodies.append(Body(number, response.naltrexone, response.naltrexol, **read))
    return View(
        dose_mg=dose_mg,
        bioavailability=bioavailability,
        CL_L_per_h=CL_L_per_h,
        V_L=V_L,
        liver=liver,
        read_from_h=read_from_h,
        read_to_h=read_to_h,
        naltrexol=naltrexol,
        window_h=window_h,
        bodies=tuple(bodies),
    )


def _reading_window(from_h: float, to_h: float) -> tuple[float, float]:
    """The window in its order; two ends at one time, as a page may send them, are set half an hour apart."""
    first, last = min(from_h, to_h), max(from_h, to_h)
    return first, last if last > first else first + 0.5


def _reading(curve: SumOfExponentials, substance: str, dose_mg: float, from_h: float, to_h: float) -> Reading:
    per_nM = molar_mass_g_per_mol(substance) / 1000
    height, tmax_h = peak_of(curve)
    return Reading(
        peak_ng_per_mL=dose_mg * height * per_nM,
        peak_nM=dose_mg * height,
        tmax_h=tmax_h,
        area_ng_h_per_mL=dose_mg * float(curve.area_nM_h_per_mg) * per_nM,
        half_life_read_h=half_life_read(curve, from_h, to_h),
        terminal_half_life_h=math.log(2) / float(curve.rates_per_h.min()),
    )

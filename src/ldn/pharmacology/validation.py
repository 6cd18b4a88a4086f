"""The model against what was published: every validation target, met or missed.

The bands live in `ldn.reference` and were agreed beforehand; nothing here is tuned to meet them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ldn.pharmacology.binding import fractional_occupancy
from ldn.pharmacology.blockade import blockade_half_time, occupancy
from ldn.pharmacology.kinetics import Profile, simulate
from ldn.pharmacology.parameters import NaltrexoneParameters
from ldn.pharmacology.units import mg_to_umol, molar_mass_g_per_mol, ng_per_mL_to_nM
from ldn.reference import Band, Target, observations, targets

if TYPE_CHECKING:
    import pandas as pd

# The scans of Rabiner 2011 were taken once, less than 8 h after the dose; the time is not stated.
_SCAN_H = 4.0


@dataclass(frozen=True)
class Check:
    """One validation target beside what the model gives.

    `values` are the model's numbers by the name of their band in `target.accept`.
    """

    target: Target
    values: Mapping[str, float]

    @property
    def id(self) -> str:
        return self.target.id

    @property
    def passed(self) -> bool:
        """Whether every value lies in its band."""
        return not self.misses

    @property
    def misses(self) -> tuple[Band, ...]:
        """The bands that the model's values lie outside of."""
        return tuple(band for band in self.target.accept if not band.holds(self.values[band.bound]))

    @property
    def model_value(self) -> str:
        """The model's values as text, each with its label where there are several, and its unit."""
        several = len(self.target.accept) > 1
        return "; ".join(
            (f"{band.label} " if several else "") + _with_unit(self.values[band.bound], band.unit)
            for band in self.target.accept
        )

    @property
    def accepted(self) -> str:
        """The bands as text."""
        several = len(self.target.accept) > 1
        return "; ".join((f"{band.label} " if several else "") + str(band) for band in self.target.accept)

    def __str__(self) -> str:
        verdict = "met" if self.passed else f"missed ({', '.join(band.label for band in self.misses)})"
        return (
            f"{self.id} {self.target.quantity}: published {self.target.published}; "
            f"model {self.model_value}; accepted {self.accepted}: {verdict}"
        )


def checks(parameters: NaltrexoneParameters | None = None, link: str = "biophase") -> list[Check]:
    """Every validation target of the pharmacology, in order, with what the model gives.

    Parameters
    ----------
    parameters : constants of the model; None for the typical ones.
    link : how plasma leads to occupancy, as in `occupancy`; the course's model is ``biophase``, the rivals can
        be held against the same targets.

    Returns a list of `Check`. A miss is returned like a hit.
    Raises KeyError when a target has no computation: the two lists must not drift apart.
    """
    model = _Model(parameters or NaltrexoneParameters.typical(), link)
    return [Check(target, _COMPUTED[target.id](model)) for target in targets("pharmacology")]


def checks_frame(parameters: NaltrexoneParameters | None = None, link: str = "biophase") -> pd.DataFrame:
    """The checks as a table: id, quantity, published, model, accepted, passed, sources, confidence, note."""
    import pandas as pd

    return pd.DataFrame(
        {
            "id": check.id,
            "quantity": check.target.quantity,
            "published": check.target.published,
            "model": check.model_value,
            "accepted": check.accepted,
            "passed": check.passed,
            "sources": ", ".join(check.target.sources),
            "confidence": check.target.confidence,
            "note": check.target.note,
        }
        for check in checks(parameters, link)
    )


class _Model:
    """What the checks ask of one set of parameters and one link."""

    def __init__(self, parameters: NaltrexoneParameters, link: str) -> None:
        self.parameters = parameters
        self.link = link

    @cache  # noqa: B019 - a model lives for one call of checks()
    def after(self, dose_mg: float, duration_h: float = 24.0) -> Profile:
        return simulate(dose_mg, duration_h=duration_h, parameters=self.parameters)

    def occupied_percent(self, dose_mg: float, time_h: float) -> float:
        """Mu occupancy in % at one time after a single dose."""
        profile = self.after(dose_mg, time_h)
        return 100 * float(occupancy(profile, "mu", self.link)[-1])

    def summary(self, analyte: str, quantity: str, dose_mg: float = 50.0) -> float:
        return float(self.after(dose_mg).summary().loc[analyte, quantity])


def _v01(model: _Model) -> dict[str, float]:
    return {"cmax": model.summary("naltrexone", "cmax_ng_per_mL")}


def _v02(model: _Model) -> dict[str, float]:
    return {"tmax": model.summary("naltrexone", "tmax_h")}


def _v03(model: _Model) -> dict[str, float]:
    return {"auc": model.summary("naltrexone", "auc_per_dose_ng_h_per_mL")}


def _v04(model: _Model) -> dict[str, float]:
    return {"half_life": model.summary("naltrexone", "half_life_h")}


def _v06(model: _Model) -> dict[str, float]:
    return {"cmax_naltrexol": model.summary("naltrexol", "cmax_ng_per_mL")}


def _v07(model: _Model) -> dict[str, float]:
    return {"tmax_naltrexol": model.summary("naltrexol", "tmax_h")}


def _v08(model: _Model) -> dict[str, float]:
    return {"half_life_naltrexol": model.summary("naltrexol", "terminal_half_life_h")}


def _v09(model: _Model) -> dict[str, float]:
    naltrexol = model.summary("naltrexol", "auc_per_dose_ng_h_per_mL")
    return {"auc_ratio": naltrexol / model.summary("naltrexone", "auc_per_dose_ng_h_per_mL")}


def _v10(model: _Model) -> dict[str, float]:
    return {"ratio_2h": _ratio_at_2h(model.parameters)}


def _v12(model: _Model) -> dict[str, float]:
    area = {dose: model.summary("naltrexone", "auc_nM_h", dose) for dose in (50.0, 100.0, 200.0)}
    return {"auc_100_over_50": area[100.0] / area[50.0], "auc_200_over_50": area[200.0] / area[50.0]}


def _v13(model: _Model) -> dict[str, float]:
    profile = model.after(50.0, 48.0)
    area_nM_h = float(profile.summary().loc["naltrexone", "auc_nM_h"])
    excreted_umol = model.parameters.renal_CL_L_per_h * area_nM_h / 1000
    return {"urine_share": 100 * excreted_umol / float(mg_to_umol(50.0))}


def _v15(model: _Model) -> dict[str, float]:
    first = model.after(50.0).summary()
    steady = simulate(50.0, n_doses=math.inf, parameters=model.parameters).summary()
    ratio = steady / first
    return {
        "accumulation_cmax": float(ratio.loc["naltrexone", "cmax_nM"]),
        "accumulation_auc": float(ratio.loc["naltrexone", "auc_nM_h"]),
        "accumulation_auc_naltrexol": float(ratio.loc["naltrexol", "auc_nM_h"]),
    }


def _v17(model: _Model) -> dict[str, float]:
    ill = NaltrexoneParameters.cirrhosis()
    fold = simulate(100.0, parameters=ill).summary() / model.after(100.0).summary()
    return {
        "auc_fold": float(fold.loc["naltrexone", "auc_per_dose_nM_h"]),
        "auc_naltrexol_fold": float(fold.loc["naltrexol", "auc_per_dose_nM_h"]),
        "ratio_2h_cirrhosis": _ratio_at_2h(ill),
    }


def _v18(model: _Model) -> dict[str, float]:
    return {f"mu_{dose:g}mg": model.occupied_percent(dose, _SCAN_H) for dose in (2.0, 5.0, 15.0, 50.0)}


def _v19(model: _Model) -> dict[str, float]:
    return {"half_time": blockade_half_time(model.after(50.0, 400.0), link=model.link)}


def _v24(model: _Model) -> dict[str, float]:
    ends = [(o.dose_mg, o.value) for o in observations("heroin_blockade") if o.unit == "h"]
    occupied = {
        f"mu_{dose:g}mg_{hours:g}h": model.occupied_percent(dose, hours)
        for dose, hours in ends
        if dose is not None and hours is not None
    }
    return {**occupied, "widest_gap": max(occupied.values()) - min(occupied.values())}


def _v25(model: _Model) -> dict[str, float]:
    low, high = (model.occupied_percent(dose, 72.0) for dose in (12.5, 50.0))
    return {"mu_12_5mg_72h": low, "gap_to_50mg": high - low}


def _v26(model: _Model) -> dict[str, float]:
    constants = model.parameters
    half = {
        "biophase": constants.ec50_nM,
        "slow_dissociation": constants.koff_per_h / constants.kon_per_nM_h,
        "plasma": constants.ec50_plasma_nM,
    }[model.link]
    # At a constant concentration biophase and receptor have come to equilibrium with plasma.
    return {
        f"mu_{level:g}_ng_per_mL": 100
        * float(fractional_occupancy(ng_per_mL_to_nM(level, molar_mass_g_per_mol("naltrexone")), half))
        for level in (2.0, 1.0)
    }


def _ratio_at_2h(parameters: NaltrexoneParameters) -> float:
    """6β-naltrexol over naltrexone by mass, 2 h after 100 mg."""
    profile = simulate(100.0, duration_h=2.0, parameters=parameters)
    by_amount = float(profile.naltrexol_nM[-1] / profile.naltrexone_nM[-1])
    return by_amount * molar_mass_g_per_mol("naltrexol") / molar_mass_g_per_mol("naltrexone")


def _with_unit(value: float, unit: str) -> str:
    digits = f"{value:.2f}" if abs(value) < 2 else f"{value:.1f}" if abs(value) < 100 else f"{value:.0f}"
    return digits if unit == "1" else f"{digits} {unit}"


_COMPUTED: dict[str, Callable[[_Model], dict[str, float]]] = {
    "V01": _v01,
    "V02": _v02,
    "V03": _v03,
    "V04": _v04,
    "V06": _v06,
    "V07": _v07,
    "V08": _v08,
    "V09": _v09,
    "V10": _v10,
    "V12": _v12,
    "V13": _v13,
    "V15": _v15,
    "V17": _v17,
    "V18": _v18,
    "V19": _v19,
    "V24": _v24,
    "V25": _v25,
    "V26": _v26,
}

"""The constants of the oral naltrexone model as one typed, unchangeable object."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from functools import cache
from typing import Any

from ldn.pharmacology.arguments import number
from ldn.reference import parameter

# Unit and the widest values that make sense; outside them a number is a slip (a percentage, mL/min …).
_RATE = ("1/h", 1e-5, 100.0)
_FLOW = ("L/h", 1e-3, 1e4)
_VOLUME = ("L", 0.1, 1e5)
_FRACTION = ("", 0.0, 1.0)
ALLOWED: dict[str, tuple[str, float, float]] = {
    "ka_per_h": _RATE,
    "bioavailability": _FRACTION,
    "fraction_absorbed": _FRACTION,
    "CL_L_per_h": _FLOW,
    "Vc_L": _VOLUME,
    "Q_L_per_h": _FLOW,
    "Vp_L": _VOLUME,
    "renal_CL_L_per_h": ("L/h", 0.0, 1e4),
    "fraction_to_naltrexol": _FRACTION,
    "CLm_L_per_h": _FLOW,
    "Vm_L": _VOLUME,
    "Qm_L_per_h": _FLOW,
    "Vmp_L": _VOLUME,
    "renal_CLm_L_per_h": ("L/h", 0.0, 1e4),
    "ke0_per_h": _RATE,
    "ec50_nM": ("nM", 1e-4, 1e6),
    "kon_per_nM_h": ("1/(nM h)", 1e-6, 1e4),
    "koff_per_h": _RATE,
    "ec50_plasma_nM": ("nM", 1e-4, 1e6),
    "delta_ratio": ("", 1e-3, 1e6),
    "kappa_ratio": ("", 1e-3, 1e6),
}


@dataclass(frozen=True, kw_only=True)
class NaltrexoneParameters:
    """Constants of the model: gut, two compartments each of naltrexone and 6β-naltrexol, and the receptor.

    `typical()` reads the published values from `ldn.reference`; `replace()` varies them:

    >>> NaltrexoneParameters.typical().replace(CL_L_per_h=105).CL_L_per_h
    105.0

    Every value is checked against a range in which it makes sense (ValueError, TypeError).
    """

    ka_per_h: float
    bioavailability: float
    fraction_absorbed: float
    CL_L_per_h: float
    Vc_L: float
    Q_L_per_h: float
    Vp_L: float
    renal_CL_L_per_h: float
    fraction_to_naltrexol: float
    CLm_L_per_h: float
    Vm_L: float
    Qm_L_per_h: float
    Vmp_L: float
    renal_CLm_L_per_h: float
    ke0_per_h: float
    ec50_nM: float
    kon_per_nM_h: float
    koff_per_h: float
    ec50_plasma_nM: float
    delta_ratio: float
    kappa_ratio: float

    def __post_init__(self) -> None:
        for name, (unit, low, high) in ALLOWED.items():
            object.__setattr__(self, name, number(name, getattr(self, name), unit, low=low, high=high))
        if self.bioavailability > self.fraction_absorbed:
            raise ValueError(
                f"bioavailability = {self.bioavailability:g} is not allowed: "
                f"at most fraction_absorbed = {self.fraction_absorbed:g}"
            )

    @staticmethod
    @cache
    def typical() -> NaltrexoneParameters:
        """The values of `ldn.reference`: a healthy adult, fasted, immediate-release tablet."""
        return NaltrexoneParameters(**{name: parameter(name).value for name in ALLOWED})

    @staticmethod
    @cache
    def cirrhosis() -> NaltrexoneParameters:
        """Decompensated cirrhosis: less first-pass loss, half the clearance, less 6β-naltrexol formed.

        The renal clearances stay; source: Bertolotti 1997, see `ldn.reference`.
        """
        varied = ("bioavailability", "CL_L_per_h", "fraction_to_naltrexol")
        return NaltrexoneParameters.typical().replace(
            **{name: parameter(f"cirrhosis_{name}").value for name in varied}
        )

    def replace(self, **changes: Any) -> NaltrexoneParameters:
        """A copy with some values changed; unknown names raise ValueError."""
        for name in changes:
            if name not in ALLOWED:
                raise ValueError(f"unknown parameter {name!r}; parameters are {', '.join(ALLOWED)}")
        return dataclasses.replace(self, **changes)

    @property
    def biophase_half_life_h(self) -> float:
        """ln 2 / ke0, in h."""
        return math.log(2) / self.ke0_per_h

    def receptor_ratio(self, receptor: str) -> float:
        """EC50 at the receptor as a multiple of that at mu: 1 for mu."""
        return {"mu": 1.0, "delta": self.delta_ratio, "kappa": self.kappa_ratio}[receptor]


def resolve(parameters: NaltrexoneParameters | None) -> NaltrexoneParameters:
    """The given parameters, or the typical ones for None; anything else raises TypeError."""
    if parameters is None:
        return NaltrexoneParameters.typical()
    if not isinstance(parameters, NaltrexoneParameters):
        raise TypeError(f"parameters must be NaltrexoneParameters or None, got {type(parameters).__name__}")
    return parameters

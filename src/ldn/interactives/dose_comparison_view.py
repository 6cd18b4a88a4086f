"""The curves of a dose comparison, computed by `ldn.pharmacology`: what sentence, table and picture are made from."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from ldn.pharmacology import occupancy, simulate
from ldn.pharmacology.blockade import time_at_or_above

LINKS = ("biophase", "slow_dissociation", "plasma")
LETTERS = {"biophase": "B", "slow_dissociation": "A", "plasma": "C"}
SUBSTANCES = {"naltrexone": "naltrexone", "naltrexol": "6β-naltrexol"}
INTERVAL_H = 24.0


@dataclass(frozen=True)
class Curve:
    """One dose: model B's occupancy (0–1) or a concentration (nM) at the times of the view, and the rival models."""

    dose_mg: float
    main: np.ndarray
    models: dict[str, np.ndarray] = field(default_factory=dict)
    hours: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class View:
    """What a dose comparison shows: its settings and one `Curve` a dose, at `time_h` (one day at steady state)."""

    doses_mg: tuple[float, ...]
    regimen: str
    quantity: str
    receptor: str
    window_h: int
    threshold_percent: float
    time_h: np.ndarray
    curves: tuple[Curve, ...]

    @property
    def shows_occupancy(self) -> bool:
        return self.quantity == "occupancy"

    @property
    def steady_state(self) -> bool:
        return self.regimen == "daily_steady_state"

    @property
    def unit(self) -> str:
        return "%" if self.shows_occupancy else "nM"

    @property
    def caption(self) -> str:
        if self.shows_occupancy:
            return f"Occupancy of {self.receptor} receptors over time"
        return f"Concentration of {SUBSTANCES[self.quantity]} in plasma over time"

    def at(self, values: np.ndarray, hour: float) -> float:
        """The value at an hour of the window; at steady state each day repeats the first."""
        end = self.time_h[-1]
        within = hour if hour <= end else hour % end
        return float(values[round(within / (self.time_h[1] - self.time_h[0]))])


def evaluate(
    *,
    doses_mg: list[float],
    regimen: str,
    quantity: str,
    receptor: str,
    window_h: int,
    threshold_percent: float,
) -> View:
    """Simulate each dose under the regimen; arguments as in `DoseComparison`."""
    if regimen == "daily_steady_state":
        course = {"n_doses": math.inf}
    else:
        n_doses = 1 if regimen == "one_dose" else round(window_h / INTERVAL_H)
        course = {"n_doses": n_doses, "duration_h": window_h}
    curves = []
    for dose_mg in doses_mg:
        profile = simulate(dose_mg, interval_h=INTERVAL_H, **course)
        if quantity != "occupancy":
            curves.append(Curve(dose_mg, getattr(profile, f"{quantity}_nM")))
            continue
        models = {link: occupancy(profile, receptor, link) for link in LINKS}
        # As `hours_above`, which would compute each occupancy a second time.
        threshold = threshold_percent / 100
        hours = {link: float(time_at_or_above(profile.time_h, models[link], threshold)) for link in LINKS}
        curves.append(Curve(dose_mg, models["biophase"], models, hours))
    return View(
        doses_mg=tuple(doses_mg),
        regimen=regimen,
        quantity=quantity,
        receptor=receptor,
        window_h=window_h,
        threshold_percent=threshold_percent,
        time_h=profile.time_h,
        curves=tuple(curves),
    )

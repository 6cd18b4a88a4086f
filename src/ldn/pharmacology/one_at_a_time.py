"""Which input matters most: each varied alone across its range, the others held at typical values."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from ldn.pharmacology.arguments import number
from ldn.pharmacology.blockade import hours_above, occupancy
from ldn.pharmacology.kinetics import simulate
from ldn.pharmacology.parameters import ALLOWED, NaltrexoneParameters, resolve
from ldn.reference import Parameter, parameter

if TYPE_CHECKING:
    import pandas as pd

# 10th to 90th percentile of a normal distribution, for inputs whose spread between people is log-normal.
_Z_80 = 1.2815515655446004

Outcome = Callable[[NaltrexoneParameters], float]


def sensitivity(
    outcome: Outcome,
    *,
    inputs: Collection[str] | None = None,
    parameters: NaltrexoneParameters | None = None,
    assumed_factor: float = 1.5,
) -> pd.DataFrame:
    """Vary each input alone from the low to the high end of its range and see what becomes of an outcome.

    Parameters
    ----------
    outcome : a function of `NaltrexoneParameters`, for example ``mean_occupancy(4.5)``.
    inputs : names of parameters to vary; None for all that change the outcome at all.
    parameters : values at which the others are held; None for the typical ones.
    assumed_factor : an input with neither a published range nor a known spread is divided and multiplied by
        this factor, above 1.

    Returns a table, widest swing first: parameter, name, symbol, unit, value, low, high, outcome_low,
    outcome_high (the outcome at the low and at the high end), outcome_typical, swing, range (``published``,
    ``derived`` from published figures, ``between people`` for the 10th to 90th percentile of the log-normal
    spread, or ``assumed``) and source
    (keys of `ldn.reference`). Ranges are one at a time: bioavailability and clearance are tied through
    the area under the curve, so their swings must not be added.
    Raises ValueError for unknown inputs.
    """
    import pandas as pd

    typical = resolve(parameters)
    factor = number("assumed_factor", assumed_factor, low=1, high=100, above=True)
    names = list(ALLOWED) if inputs is None else list(inputs)
    for name in names:
        if name not in ALLOWED:
            raise ValueError(f"unknown input {name!r}; inputs are {', '.join(ALLOWED)}")
    middle = float(outcome(typical))
    rows = []
    for name in names:
        entry = parameter(name)
        value = getattr(typical, name)
        low, high, kind = _range_of(entry, value, factor, typical)
        at_low = float(outcome(typical.replace(**{name: low})))
        at_high = float(outcome(typical.replace(**{name: high})))
        rows.append(
            {
                "parameter": name,
                "name": entry.name,
                "symbol": entry.symbol,
                "unit": entry.unit,
                "value": value,
                "low": low,
                "high": high,
                "outcome_low": at_low,
                "outcome_high": at_high,
                "outcome_typical": middle,
                "swing": abs(at_high - at_low),
                "range": kind,
                "source": ", ".join(entry.sources),
            }
        )
    table = pd.DataFrame(rows)
    if inputs is None:
        moved = (table[["outcome_low", "outcome_high"]].sub(middle).abs() > 1e-9 * max(1.0, abs(middle))).any(
            axis=1
        )
        table = table[moved]
    return table.sort_values("swing", ascending=False, kind="stable", ignore_index=True)


def mean_occupancy(
    dose_mg: float, *, interval_h: float = 24.0, receptor: str = "mu", link: str = "biophase"
) -> Outcome:
    """Outcome for `sensitivity`: occupancy averaged over one dosing interval at steady state, 0 to 1."""

    def outcome(parameters: NaltrexoneParameters) -> float:
        profile = simulate(dose_mg, interval_h=interval_h, n_doses=math.inf, parameters=parameters)
        occupied = occupancy(profile, receptor, link)
        steps = (occupied[1:] + occupied[:-1]) / 2
        return float(steps.mean())

    return outcome


def hours_blocked(
    dose_mg: float,
    occupancy_threshold: float = 0.5,
    *,
    interval_h: float = 24.0,
    receptor: str = "mu",
    link: str = "biophase",
) -> Outcome:
    """Outcome for `sensitivity`: hours per dosing interval at or above a threshold at steady state."""

    def outcome(parameters: NaltrexoneParameters) -> float:
        profile = simulate(dose_mg, interval_h=interval_h, n_doses=math.inf, parameters=parameters)
        return hours_above(profile, occupancy_threshold, receptor, link)

    return outcome


def _range_of(
    entry: Parameter, value: float, factor: float, typical: NaltrexoneParameters
) -> tuple[float, float, str]:
    """Ends of the range about `value`, in the proportions of the entry's own range, and its kind."""
    scale = value / entry.value
    if entry.low is not None and entry.high is not None:
        kind = "published" if entry.confidence.startswith("seen") else "derived"
        low, high = entry.low * scale, entry.high * scale
    elif entry.log_sd is not None:
        spread = math.exp(_Z_80 * entry.log_sd)
        low, high, kind = value / spread, value * spread, "between people"
    else:
        low, high, kind = value / factor, value * factor, "assumed"
    _, least, most = ALLOWED[entry.id]
    if entry.id == "bioavailability":
        most = typical.fraction_absorbed
    if entry.id == "fraction_absorbed":
        least = typical.bioavailability
    return max(low, least), min(high, most), kind

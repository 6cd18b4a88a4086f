"""The tables of a dose comparison; ``js/dose_comparison/table.js`` shows the same."""

from __future__ import annotations

import pandas as pd

from ldn.interactives.dose_comparison_data import people_spread
from ldn.interactives.dose_comparison_view import LETTERS, LINKS, View
from ldn.interactives.wording import fixed, significant
from ldn.pharmacology import NaltrexoneParameters
from ldn.pharmacology.blockade import bound_fraction

_ROW_STEP_H = {24: 1, 72: 3, 336: 12}
_EDGES = {"low": "5th percentile", "high": "95th percentile"}


def comparison_table(view: View, *, people: bool) -> pd.DataFrame:
    """Time (h) and, for each dose, occupancy (%) by models B, A and C or a concentration (nM).

    With `people`, also the 5th and 95th percentile over virtual people. Occupancy has one decimal, a concentration
    three significant digits.
    """
    times = range(0, view.window_h + 1, _ROW_STEP_H[view.window_h])
    columns: dict[str, list[float]] = {"time (h)": list(times)}
    for curve in view.curves:
        dose = f"{significant(curve.dose_mg, 4)} mg"
        if view.shows_occupancy:
            for link in LINKS:
                name = f"{dose}, model {LETTERS[link]} ({view.unit})"
                columns[name] = [_written(view, view.at(curve.models[link], hour)) for hour in times]
        else:
            name = f"{dose} ({view.unit})"
            columns[name] = [_written(view, view.at(curve.main, hour)) for hour in times]
        if people:
            for edge, words in _EDGES.items():
                spread = _people_at(view, curve.dose_mg, edge)
                name = f"{dose}, {words} of people ({view.unit})"
                columns[name] = [
                    _written(view, spread[hour % 24 if view.steady_state and hour > 24 else hour])
                    for hour in times
                ]
    return pd.DataFrame(columns)


def people_curve(view: View, dose_mg: float, edge: str) -> tuple[list[float], list[float]]:
    """Times (h) and the 5th (``low``) or 95th (``high``) percentile over virtual people at one dose, model B."""
    spread = people_spread(view.regimen)
    per_mg = spread["biophase" if view.shows_occupancy else view.quantity][edge]
    if not view.shows_occupancy:
        return spread["time_h"], [value * dose_mg for value in per_mg]
    constants = NaltrexoneParameters.typical()
    ec50_nM = constants.ec50_nM * constants.receptor_ratio(view.receptor)
    return spread["time_h"], [bound_fraction(value * dose_mg, ec50_nM) for value in per_mg]


def hours_above_table(view: View) -> pd.DataFrame:
    """One row a dose: hours above the threshold by models B, A and C."""
    return pd.DataFrame(
        [
            {"dose_mg": curve.dose_mg}
            | {f"model_{LETTERS[link]}_h": round(curve.hours[link], 2) for link in curve.hours}
            for curve in view.curves
        ]
    )


def _people_at(view: View, dose_mg: float, edge: str) -> dict[float, float]:
    return dict(zip(*people_curve(view, dose_mg, edge), strict=True))


def _written(view: View, value: float) -> float:
    if view.shows_occupancy:
        return float(fixed(value * 100, 1))
    # At the first dose exponentials cancel to rounding error, not to zero.
    return float(significant(value, 3)) if value > 1e-9 else 0.0

"""The table of the one-dose explorer; ``js/one_dose_explorer/table.js`` shows the same."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ldn.interactives.one_dose_explorer_view import View
from ldn.interactives.wording import significant

# Close together about the peak, as in a study.
_TIMES_H = (0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 30, 36, 42, 48)
NAMES = {"one": "one compartment", "two": "two compartments"}
SUBSTANCES = {"naltrexone": "naltrexone", "naltrexol": "6β-naltrexol"}


def explorer_table(view: View) -> pd.DataFrame:
    """Time (h) and, for each model and substance drawn, the concentration (ng/mL) to three significant digits."""
    times = np.array([hour for hour in _TIMES_H if hour <= view.window_h], dtype=float)
    columns: dict[str, list[float]] = {"time (h)": times.tolist()}
    for body in view.bodies:
        for substance in ("naltrexone", "naltrexol") if view.naltrexol else ("naltrexone",):
            values = view.at(getattr(body, f"{substance}_curve"), substance, times)
            name = f"{SUBSTANCES[substance]}, {NAMES[body.compartments]} (ng/mL)"
            columns[name] = [_written(value) for value in values]
    return pd.DataFrame(columns)


def _written(value: float) -> float:
    # At the dose itself exponentials cancel to rounding error, not to zero.
    return float(significant(value, 3)) if value > 1e-9 else 0.0

"""Blood samples as a laboratory would report them: the model's plasma at a few times, with the scatter of an assay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import array, choice, count, number
from ldn.pharmacology.intravenous import intravenous_response
from ldn.pharmacology.kinetics import unit_response
from ldn.pharmacology.parameters import NaltrexoneParameters
from ldn.pharmacology.units import molar_mass_g_per_mol, nM_to_ng_per_mL

if TYPE_CHECKING:
    import pandas as pd

# A usual day in a single-dose study: close together about the peak, wider apart afterwards.
SCHEDULE_H = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0)


def plasma_samples(
    dose_mg: float,
    *,
    route: str = "oral",
    time_h: ArrayLike = SCHEDULE_H,
    assay_cv: float = 0.04,
    seed: int = 11,
    parameters: NaltrexoneParameters | None = None,
) -> pd.DataFrame:
    """Plasma naltrexone of one made-up volunteer after a single dose, as a table of samples.

    Parameters
    ----------
    dose_mg : mg of naltrexone hydrochloride, above 0 to 1000.
    route : "oral" or "intravenous" (a bolus; the first row is then the moment after it).
    time_h : times of the samples in h, above 0; a row at time 0 is put before them.
    assay_cv : coefficient of variation of the assay, 0 to 0.5; the error is log-normal.
    seed : whole number that fixes the error.
    parameters : constants of the model; None for the typical ones.

    Returns a table with time_h and naltrexone_ng_per_mL (three significant digits).
    """
    import pandas as pd

    dose = number("dose_mg", dose_mg, "mg", low=0, high=1000, above=True)
    cv = number("assay_cv", assay_cv, low=0, high=0.5)
    times = np.concatenate([[0.0], np.atleast_1d(array("time_h", time_h, "h", low=0, above=True))])
    responses = {
        "oral": lambda: unit_response(parameters).naltrexone,
        "intravenous": lambda: intravenous_response(parameters),
    }
    curve = responses[choice("route", route, responses)]()
    plasma = nM_to_ng_per_mL(np.maximum(dose * curve.after(times), 0.0), molar_mass_g_per_mol("naltrexone"))
    error = np.random.default_rng(int(count("seed", seed, low=0))).normal(size=len(times))
    spread = np.sqrt(np.log1p(cv**2))
    reported = plasma * np.exp(spread * error - spread**2 / 2)
    return pd.DataFrame(
        {"time_h": times, "naltrexone_ng_per_mL": [float(f"{value:.3g}") for value in reported]}
    )

"""A simulated bath experiment: concentration–response curves without and with an antagonist, and reading them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import array, count, number
from ldn.pharmacology.binding import operational_response

if TYPE_CHECKING:
    import pandas as pd

_STEPS_PER_DECADE = 3
_MOST_HILL = 4.0


def shift_experiment(
    antagonist_nM: Sequence[float] = (0, 3, 10, 30, 100),
    *,
    seed: int,
    kb_nM: float = 2.0,
    ka_nM: float = 60.0,
    tau: float = 5.0,
    noise_percent: float = 2.0,
) -> pd.DataFrame:
    """Curves of an agonist without and with a competitive antagonist, read with error.

    Parameters
    ----------
    antagonist_nM : concentrations of the antagonist, nM, at least 0, one curve each.
    seed : whole number, at least 0; the same seed gives the same readings.
    kb_nM : dissociation constant of the antagonist, nM, above 0.
    ka_nM, tau : dissociation constant (nM, above 0) and efficacy (above 0) of the agonist.
    noise_percent : standard deviation of a reading, in per cent of the system's maximum, at least 0.

    Returns a table: index agonist_nM, three concentrations a decade over the whole course of every curve; one
    column for each antagonist concentration, holding the response in per cent of the system's maximum.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    Source: the operational model with Gaddum's shift (`operational_response`), plus normal error.
    """
    import pandas as pd

    antagonist = array("antagonist_nM", antagonist_nM, "nM", low=0)
    if antagonist.ndim != 1 or len(antagonist) == 0:
        raise ValueError(f"antagonist_nM must be a list of concentrations, got shape {antagonist.shape}")
    noise = number("noise_percent", noise_percent, "%", low=0, high=100)
    random = np.random.default_rng(int(count("seed", seed, low=0)))
    kb = number("kb_nM", kb_nM, "nM", low=0, above=True)
    ec50_alone = number("ka_nM", ka_nM, "nM", low=0, above=True) / (1 + number("tau", tau, low=0, above=True))
    lowest = np.floor(np.log10(ec50_alone)) - 1
    highest = np.ceil(np.log10(ec50_alone * (1 + antagonist.max() / kb))) + 1
    # Concentrations that somebody could have pipetted: three significant digits.
    steps = np.logspace(lowest, highest, int((highest - lowest) * _STEPS_PER_DECADE) + 1)
    agonist = np.array([float(f"{step:.3g}") for step in steps])
    columns = {}
    for concentration in antagonist:
        response = operational_response(agonist, tau=tau, ka_nM=ka_nM, antagonist_nM=concentration, kb_nM=kb)
        columns[float(concentration)] = 100 * response + noise * random.standard_normal(len(agonist))
    return pd.DataFrame(columns, index=pd.Index(agonist, name="agonist_nM")).rename_axis(
        columns="antagonist_nM"
    )


@dataclass(frozen=True)
class CurveReading:
    """What is read off one concentration–response curve.

    ec50_nM: concentration of half of this curve's own maximum. top: that maximum, in the unit of the response.
    hill: slope.
    """

    ec50_nM: float
    top: float
    hill: float

    def __str__(self) -> str:
        return f"EC50 {self.ec50_nM:.3g} nM, maximum {self.top:.3g}, Hill slope {self.hill:.2f}"


def read_curve(agonist_nM: ArrayLike, response: ArrayLike) -> CurveReading:
    """Fit response = top / (1 + (EC50 / A)^hill) to one curve by least squares.

    Parameters
    ----------
    agonist_nM : concentrations, nM, above 0, at least four; shape (k,).
    response : responses, in any unit, 0 without agonist; shape (k,).

    Returns a `CurveReading`.
    Raises ValueError when values are out of range, of unequal length or too few, or when the response does not rise.
    Source: Hill 1909.
    """
    # SciPy's optimiser takes a good part of a second to load.
    from scipy.optimize import least_squares

    agonist = array("agonist_nM", agonist_nM, "nM", low=0, above=True)
    read = array("response", response)
    if agonist.ndim != 1 or agonist.shape != read.shape or len(agonist) < 4:
        raise ValueError(
            "agonist_nM and response must be lists of one length, at least 4, "
            f"got shapes {agonist.shape} and {read.shape}"
        )
    highest = float(read.max())
    if highest <= 0:
        raise ValueError(f"response never rises above 0 (highest {highest:g}): there is no curve to read")
    logs = np.log10(agonist)
    start = logs[np.argmin(np.abs(read - highest / 2))]

    def misses(guess: np.ndarray) -> np.ndarray:
        log_ec50, top, hill = guess
        return top / (1 + 10 ** (hill * (log_ec50 - logs))) - read

    low, high = (logs.min() - 2, 0.0, 0.2), (logs.max() + 2, 10 * highest, _MOST_HILL)
    log_ec50, top, hill = least_squares(misses, (start, highest, 1.0), bounds=(low, high)).x
    return CurveReading(ec50_nM=float(10**log_ec50), top=float(top), hill=float(hill))

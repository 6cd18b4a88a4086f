"""Saturation binding: an experiment with a labelled ligand, simulated with scatter, and the constants read from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import FloatArray, array, count, number
from ldn.pharmacology.binding import fractional_occupancy

if TYPE_CHECKING:
    import pandas as pd

_CONCENTRATIONS_NM = (0.1, 0.2, 0.4, 0.8, 1.5, 3.0, 6.0, 12.0)


def saturation_experiment(
    *,
    kd_nM: float = 2.2,
    bmax_fmol_per_mg: float = 240.0,
    scatter: float = 7.0,
    replicates: int = 2,
    seed: int = 1,
    concentrations_nM: Sequence[float] = _CONCENTRATIONS_NM,
) -> pd.DataFrame:
    """A simulated binding experiment: specific binding of a labelled ligand at rising concentrations.

    Bound = Bmax C / (C + Kd) + scatter. The defaults are inventions for teaching and belong to no drug.

    Parameters
    ----------
    kd_nM : true dissociation constant, nM, above 0.
    bmax_fmol_per_mg : true number of sites, fmol per mg of protein, above 0.
    scatter : standard deviation of a reading, fmol/mg, at least 0.
    replicates : readings at each concentration, at least 1.
    seed : of the random scatter; the same seed gives the same data.
    concentrations_nM : free concentrations, nM, above 0.

    Returns a DataFrame with ``concentration_nM`` and ``bound_fmol_per_mg``, one row a reading.
    Raises ValueError and TypeError naming the argument, its value and the range allowed.
    """
    import pandas as pd

    concentrations = array("concentrations_nM", concentrations_nM, "nM", low=0, above=True)
    sites = number("bmax_fmol_per_mg", bmax_fmol_per_mg, "fmol/mg", low=0, above=True)
    spread = number("scatter", scatter, "fmol/mg", low=0)
    repeated = np.repeat(concentrations, int(count("replicates", replicates)))
    errors = np.random.default_rng(int(count("seed", seed, low=0))).normal(0.0, 1.0, repeated.size)
    bound = sites * fractional_occupancy(repeated, kd_nM) + spread * errors
    return pd.DataFrame({"concentration_nM": repeated, "bound_fmol_per_mg": bound.round(1)})


@dataclass(frozen=True)
class SaturationFit:
    """Least-squares fit of Bound = Bmax C / (C + Kd), each constant with its standard error."""

    kd_nM: float
    kd_se_nM: float
    bmax_fmol_per_mg: float
    bmax_se_fmol_per_mg: float

    def __str__(self) -> str:
        return (
            f"Kd {self.kd_nM:.3g} nM (standard error {self.kd_se_nM:.2g}), "
            f"Bmax {self.bmax_fmol_per_mg:.4g} fmol/mg (standard error {self.bmax_se_fmol_per_mg:.2g})"
        )


def fit_saturation(concentration_nM: ArrayLike, bound_fmol_per_mg: ArrayLike) -> SaturationFit:
    """Kd and Bmax of a saturation experiment by unweighted least squares.

    Parameters
    ----------
    concentration_nM : free concentrations, nM, above 0, at least three different ones; shape (k,).
    bound_fmol_per_mg : specific binding at them, fmol/mg; shape (k,).

    Returns a `SaturationFit`; standard errors from the curvature of the sum of squares at its minimum.
    Raises ValueError when values are out of range, of unequal length or too few, or when the data hold no
    saturation to fit.
    """
    from scipy.optimize import curve_fit

    concentration = array("concentration_nM", concentration_nM, "nM", low=0, above=True)
    bound = array("bound_fmol_per_mg", bound_fmol_per_mg, "fmol/mg")
    if concentration.ndim != 1 or concentration.shape != bound.shape:
        raise ValueError(
            "concentration_nM and bound_fmol_per_mg must be lists of one length, "
            f"got shapes {concentration.shape} and {bound.shape}"
        )
    if len(np.unique(concentration)) < 3:
        raise ValueError(
            f"concentration_nM holds {len(np.unique(concentration))} different values; two constants "
            "with their errors need at least 3"
        )

    def bound_by(free_nM: FloatArray, sites: float, log_kd: float) -> FloatArray:
        return sites / (1.0 + np.exp(log_kd) / free_nM)

    start = (float(bound.max()), float(np.log(np.median(concentration))))
    try:
        (sites, log_kd), covariance = curve_fit(bound_by, concentration, bound, p0=start)
    except RuntimeError:
        raise ValueError("bound_fmol_per_mg does not level off: no Kd can be fitted to it") from None
    kd = float(np.exp(log_kd))
    errors = np.sqrt(np.diag(covariance))
    return SaturationFit(kd, kd * float(errors[1]), float(sites), float(errors[0]))

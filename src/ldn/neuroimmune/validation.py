"""The neuroimmune models against what was published: every target N01–N10, met or missed.

Shown on the Validation page beside the pharmacology's V01–V26. Targets with ``used_in_fit`` were in view when the
constants of the TLR4 model were chosen; meeting them is a consistency, not a prediction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import KDTree

from ldn.neuroimmune.microglia import place_somata, share_of_all_cells, tile_territories
from ldn.neuroimmune.reach import NM_PER_UM, exposure_margin, peak_nM
from ldn.neuroimmune.tlr4 import TLR4Constants, half_rise_min, peak_times_min, tlr4_response
from ldn.pharmacology.validation import Check
from ldn.reference import neuroimmune as reference

if TYPE_CHECKING:
    import pandas as pd

# The stimulus of the targets: enough endotoxin to occupy nearly all receptors, and TNF far above K_T.
_SATURATING_LPS_NG_PER_ML = 100.0
_SATURATING_TNF = 20.0

_DENSITY_PER_MM3 = 6500.0
_SEED = 20


def checks(constants: TLR4Constants | None = None) -> list[Check]:
    """Every validation target of the neuroimmune models, in order, with what the model gives.

    Parameters
    ----------
    constants : constants of the TLR4 model; None for the course's.

    Returns a list of `ldn.pharmacology.validation.Check`. A miss is returned like a hit.
    Raises KeyError when a target has no computation: the two lists must not drift apart.
    """
    cell = _Cell(constants or TLR4Constants.published())
    return [Check(target, _COMPUTED[target.id](cell)) for target in reference.targets()]


def checks_frame(constants: TLR4Constants | None = None) -> pd.DataFrame:
    """The checks as a table with the columns of the pharmacology's, and `used_in_fit`."""
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
            "used_in_fit": check.target.used_in_fit,
        }
        for check in checks(constants)
    )


class _Cell:
    """Responses of one set of constants to the stimuli of the targets."""

    def __init__(self, constants: TLR4Constants) -> None:
        self.constants = constants

    @cache  # noqa: B019 - a cell lives for one call of checks()
    def after_endotoxin(self, myd88: float = 1.0) -> pd.DataFrame:
        return tlr4_response(_SATURATING_LPS_NG_PER_ML, myd88=myd88, constants=self.constants)

    def time_of(self, column: str, extreme: str) -> float:
        response = self.after_endotoxin()
        at = response[column].idxmax() if extreme == "maximum" else response[column].idxmin()
        return float(response["time_min"][at])


def _n01(_cell: _Cell) -> dict[str, float]:
    drawn = tile_territories(_DENSITY_PER_MM3, (500.0, 500.0), _SEED)
    return {
        "cubic_um": _mean_spacing_um("cubic"),
        "close_packed_um": _mean_spacing_um("close_packed"),
        "drawn_um": float(drawn.spacing_um.mean()),
        "random_um": _mean_spacing_um("random"),
    }


def _mean_spacing_um(arrangement: str) -> float:
    """Mean distance to the nearest neighbour among all somata of a block, its rim left out."""
    edge, rim = 800.0, 150.0
    somata = place_somata(_DENSITY_PER_MM3, (edge,) * 3, _SEED, arrangement=arrangement, irregularity=0.0)
    distance = KDTree(somata).query(somata, k=2)[0][:, 1]
    inside = np.all((somata > rim) & (somata < edge - rim), axis=1)
    return float(distance[inside].mean())


def _n02(cell: _Cell) -> dict[str, float]:
    return {"first_peak_min": _first(peak_times_min(cell.after_endotoxin()))}


def _n03(cell: _Cell) -> dict[str, float]:
    clamped = tlr4_response(0.0, tnf_clamp=_SATURATING_TNF, constants=cell.constants)
    peaks = peak_times_min(clamped)
    return {"period_min": float(peaks[1] - peaks[0]) if peaks.size > 1 else float("nan")}


def _n04(cell: _Cell) -> dict[str, float]:
    return {"minimum_min": cell.time_of("ikba_total", "minimum")}


def _n05(cell: _Cell) -> dict[str, float]:
    return {"first_peak_min": _first(peak_times_min(cell.after_endotoxin(), "ikba_mrna"))}


def _n06(cell: _Cell) -> dict[str, float]:
    return {"peak_min": cell.time_of("tnf_mrna", "maximum")}


def _n07(cell: _Cell) -> dict[str, float]:
    return {"peak_min": cell.time_of("tnf", "maximum")}


def _n08(cell: _Cell) -> dict[str, float]:
    return {"delay_min": half_rise_min(cell.after_endotoxin(0.0)) - half_rise_min(cell.after_endotoxin())}


def _n09(_cell: _Cell) -> dict[str, float]:
    return {
        "over_total_peak": 100.0 * NM_PER_UM / peak_nM(4.5),
        "over_free_peak": exposure_margin(100.0, 4.5),
    }


def _n10(_cell: _Cell) -> dict[str, float]:
    return {"share_percent": 100.0 * share_of_all_cells()}


def _first(times_min: np.ndarray) -> float:
    return float(times_min[0]) if times_min.size else float("nan")


_COMPUTED: Mapping[str, Callable[[_Cell], dict[str, float]]] = {
    "N01": _n01,
    "N02": _n02,
    "N03": _n03,
    "N04": _n04,
    "N05": _n05,
    "N06": _n06,
    "N07": _n07,
    "N08": _n08,
    "N09": _n09,
    "N10": _n10,
}

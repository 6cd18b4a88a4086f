"""What the TLR4 piece shows now, computed by `ldn.neuroimmune`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from ldn.interactives.tlr4_signalling_data import (
    DURATION_MIN,
    VARIABLES,
    dish_uM,
    percent_per_unit,
    person_uM,
)
from ldn.interactives.wording import fixed
from ldn.neuroimmune import tlr4_response

NAMES = {
    "nuclear_nfkb": "nuclear NF-κB (% of all)",
    "ikba_total": "IκBα (% of rest)",
    "tnf_mrna": "TNF mRNA (% of full stimulus)",
    "tnf": "TNF (% of full stimulus)",
}
CAPTION = "Response to the stimulus, without and with the blocker"
_ROW_STEP_MIN = {8: 20, 16: 40}


@dataclass(frozen=True)
class View:
    """A cell under its stimulus, once without and once with a blocker; settings as in `TLR4Signalling`."""

    lps_ng_per_mL: float
    damp_per_ec50: float
    damp_strength: float
    myd88: bool
    trif: bool
    inducible_ikba: bool
    given: str
    antagonist_uM: float
    ic50_uM: float
    blocks: str
    window_h: int

    @property
    def concentration_uM(self) -> float:
        """Blocker around the cell, µM."""
        return {"person": person_uM(), "dish": dish_uM()}.get(self.given, self.antagonist_uM)

    @property
    def wild_type(self) -> bool:
        return self.myd88 and self.trif and self.inducible_ikba

    @property
    def deaf(self) -> bool:
        """Neither arm is left."""
        return not (self.myd88 or self.trif)

    @property
    def silent(self) -> bool:
        """There is nothing to hear: no endotoxin, and no DAMP that signals."""
        return self.lps_ng_per_mL == 0 and self.damp_per_ec50 * self.damp_strength == 0

    @property
    def damp_rise_percent(self) -> float:
        """By how many per cent the DAMP raises the peak of TNF over that of endotoxin alone, no blocker."""
        alone = replace(self, damp_per_ec50=0.0).without["tnf"].max()
        return 100 * (float(self.without["tnf"].max() / alone) - 1)

    @cached_property
    def without(self) -> pd.DataFrame:
        """Response without the blocker, in per cent, one row a minute for 16 h."""
        return self.response(0.0)

    @cached_property
    def with_blocker(self) -> pd.DataFrame:
        """Response with the blocker, as `without`."""
        return self.response(self.concentration_uM)

    def response(self, antagonist_uM: float, blocks: str | None = None) -> pd.DataFrame:
        """Response of this cell with so much blocker (µM), in per cent, one row a minute for 16 h."""
        response = tlr4_response(
            self.lps_ng_per_mL,
            damp_per_ec50=self.damp_per_ec50,
            damp_strength=self.damp_strength,
            duration_min=DURATION_MIN,
            step_min=1.0,
            myd88=float(self.myd88),
            trif=float(self.trif),
            inducible_ikba=float(self.inducible_ikba),
            antagonist_uM=antagonist_uM,
            ic50_uM=self.ic50_uM,
            blocks=blocks or self.blocks,
        )
        scales = percent_per_unit()
        return response[["time_min"]].assign(**{name: response[name] * scales[name] for name in VARIABLES})

    def fall_percent(self, variable: str) -> float:
        """By how many per cent the blocker lowers the highest level of a variable."""
        return 100 * (1 - float(self.with_blocker[variable].max() / self.without[variable].max()))

    def peak_min(self, variable: str) -> float:
        """When the variable is highest without the blocker, min."""
        return float(self.without["time_min"][self.without[variable].idxmax()])


def response_table(view: View) -> pd.DataFrame:
    """Time (min) and the four variables without and with the blocker, per cent with one decimal."""
    times = range(0, view.window_h * 60 + 1, _ROW_STEP_MIN[view.window_h])
    columns: dict[str, list[float]] = {"time (min)": list(times)}
    for variable in VARIABLES:
        for response, words in ((view.without, "without"), (view.with_blocker, "with blocker")):
            columns[f"{NAMES[variable]}, {words}"] = [
                float(fixed(float(response[variable][minute]), 1)) for minute in times
            ]
    return pd.DataFrame(columns)

"""What the trial simulator knows: the settings of published trials, what they printed, and quantiles of t."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Any

from scipy import stats

from ldn.evidence import Effect, sd_from_ci, trial_effect
from ldn.reference.studies import study

N_TRIALS = 1000
SHOWN_TRIALS = 20
MOST_PEOPLE = 800
MOST_DRAWS = 999

# Short enough for a button and for a row of the picture.
_NAMES = {"younger2013": "Younger 2013", "due_bruun2024": "FINAL 2024", "innova2026": "INNOVA 2026"}
_T_UP_TO_DF = 100


@dataclass(frozen=True)
class Published:
    """A published trial as the simulator runs it, in points of a 0–10 pain scale.

    ``sd`` and ``within_r`` are those that give the simulated trial the standard error that the paper's interval or
    p value holds.
    """

    id: str
    name: str
    design: str
    n: int
    sd: float
    within_r: float
    estimate: float
    ci_low: float
    ci_high: float

    @property
    def words(self) -> str:
        """ "crossover, 28 people"."""
        return f"{self.design}, {self.n} people"


@cache
def published() -> dict[str, Published]:
    """The placebo-controlled fibromyalgia trials whose pain result was seen with an uncertainty, by id."""
    return {id: _published(id) for id in _NAMES}


def _published(id: str) -> Published:
    record, effect = study(id), trial_effect(id, "pain")
    if record.design == "crossover":
        sd = _sd_of_arms(id)
        n = record.participants.analysed
        within_r = 1 - n * effect.se**2 / (2 * sd**2)
    else:
        arms = [arm.analysed for arm in record.arms]
        n, within_r = sum(arms), 0.5
        sd = effect.se / math.sqrt(sum(1 / arm for arm in arms))
    return Published(
        id, _NAMES[id], record.design, n, round(sd, 2), round(within_r, 2), *_rounded(effect)
    )  # fmt: skip


def _sd_of_arms(id: str) -> float:
    """Root mean square of the arms' standard deviations, from the half-widths of their intervals, in points."""
    pain = study(id).outcome("pain")
    (baseline,) = (result.value for result in pain.results if result.arm == "baseline")
    spreads = [
        sd_from_ci(result.spread, result.n)
        for result in pain.results
        if result.spread_kind == "CI half-width"
    ]
    percent = math.sqrt(sum(sd**2 for sd in spreads) / len(spreads))
    # Percent of a baseline on a scale of 0 to 100, told on one of 0 to 10.
    return percent / 100 * baseline / 10


def _rounded(effect: Effect) -> tuple[float, float, float]:
    return round(effect.estimate, 3), round(effect.ci_low, 3), round(effect.ci_high, 3)


def _source(one: Published) -> dict[str, str | None]:
    """What a link to a trial's paper needs."""
    main = study(one.id).sources[0]
    return {"key": main.key, "label": one.name, "address": main.address}


def supposed_effect() -> float:
    """The difference that FINAL measured, points: what the untouched piece supposes to be true."""
    return published()["due_bruun2024"].estimate


def shipped_data() -> dict[str, Any]:
    """Everything the ES module computes with; it does not depend on the state."""
    return {
        "published": [
            {
                "id": one.id, "name": one.name, "design": one.design, "n": one.n, "sd": one.sd, "words": one.words,
                "within_r": one.within_r, "estimate": one.estimate, "ci_low": one.ci_low, "ci_high": one.ci_high,
                "source": _source(one),
            }
            for one in published().values()
        ],
        "t_quantiles": [float(f"{stats.t.ppf(0.975, df):.12g}") for df in range(1, _T_UP_TO_DF + 1)],
        "z_quantiles": [float(f"{stats.norm.ppf(p):.12g}") for p in (0.975, 0.8)],
    }  # fmt: skip

"""What the trial simulator shows now, computed by `ldn.evidence`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import stats

from ldn.evidence import summarise_trials, trials_from_draws
from ldn.interactives.seeded import normals, uniforms
from ldn.interactives.trial_simulator_data import MOST_PEOPLE, N_TRIALS, SHOWN_TRIALS, published
from ldn.interactives.wording import fixed

POWER_WANTED = 0.8


@dataclass(frozen=True)
class View:
    """A thousand runs of one trial; settings as in `TrialSimulator`, with those of a published trial filled in."""

    like: str
    design: str
    n: int
    effect: float
    sd: float
    within_r: float
    carry_over_percent: float
    drop_out_percent: float
    draw: int

    @property
    def crossover(self) -> bool:
        return self.design == "crossover"

    @property
    def carry_over(self) -> float:
        """Share of the effect that stays into the next period; none where nobody crosses over."""
        return self.carry_over_percent / 100 if self.crossover else 0.0

    @cached_property
    def trials(self) -> pd.DataFrame:
        """One row a trial, as `ldn.evidence.simulate_trials` gives them."""
        first = ((self.draw - 1) * N_TRIALS + np.arange(N_TRIALS)[:, None]) * MOST_PEOPLE
        numbers = (first + np.arange(self.n)) * 3
        stayed = None
        if self.drop_out_percent:
            stayed = uniforms(numbers + 2) >= self.drop_out_percent / 100
        return trials_from_draws(
            self.design,
            normals(numbers),
            effect=self.effect,
            sd=self.sd,
            within_r=self.within_r,
            carry_over=self.carry_over,
            stayed=stayed,
        )

    @cached_property
    def summary(self) -> pd.Series:
        """Power, mean estimate, coverage, exaggeration and share of wrong signs, by `summarise_trials`."""
        return summarise_trials(self.trials, self.effect)

    @property
    def n_significant(self) -> int:
        return int(self.trials["significant"].sum())

    @property
    def n_wrong_sign(self) -> int:
        """Significant trials that point away from the truth."""
        found = self.trials.loc[self.trials["significant"], "estimate"]
        return int((found * self.effect < 0).sum())

    @property
    def mean_size_of_significant(self) -> float:
        """Average size of the significant results, points; NaN if there are none."""
        return float(self.trials.loc[self.trials["significant"], "estimate"].abs().mean())

    @property
    def parallel_n_as_sure(self) -> float:
        """People whom a parallel trial would need for the standard error of this crossover trial: 2n/(1 − r)."""
        return 2 * self.n / (1 - self.within_r)

    @property
    def n_for_power(self) -> float:
        """People needed to find the true difference in 80 % of trials, by the normal distribution; inf without one."""
        if self.effect == 0:
            return math.inf
        variance = 2 * (1 - self.within_r) if self.crossover else 4.0
        reach = stats.norm.ppf(0.975) + stats.norm.ppf(POWER_WANTED)
        return variance * (self.sd * reach / self.effect) ** 2

    @property
    def half_width(self) -> float:
        """How far the axis reaches to both sides of no difference, points."""
        spread = 2 * (1 - self.within_r) if self.crossover else 4.0
        farthest = abs(self.effect) + 3 * self.sd * math.sqrt(spread / self.n)
        printed = max(max(abs(one.ci_low), abs(one.ci_high)) for one in published().values())
        return next((step for step in (1.5, 2, 3, 5) if step >= max(farthest, printed)), 8)


def trials_table(view: View) -> pd.DataFrame:
    """The first twenty trials: people analysed, result with its 95 % interval (points), significant or not."""
    shown = view.trials.head(SHOWN_TRIALS)
    points = {
        name: [float(fixed(value, 2)) if math.isfinite(value) else "none" for value in shown[column]]
        for name, column in (
            ("LDN minus placebo (points)", "estimate"),
            ("95 % CI from", "ci_low"),
            ("95 % CI to", "ci_high"),
        )
    }
    return pd.DataFrame(
        {
            "trial": range(1, SHOWN_TRIALS + 1),
            "people analysed": shown["n_analysed"].to_list(),
            **points,
            "significant": ["yes" if found else "no" for found in shown["significant"]],
        }
    )

"""What the many-predictors game shows now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import optimize

from ldn.evidence import chance_of_best_correlation, correlation_p_value
from ldn.interactives.many_predictors_data import MOST_PEOPLE, MOST_PREDICTORS
from ldn.interactives.seeded import normals
from ldn.interactives.wording import fixed

BIN_WIDTH = 0.05
N_BINS = 20
# Far from the draws that the trial simulator uses.
_FIRST_NUMBER = 3_000_000_000


@dataclass(frozen=True)
class View:
    """Draws of one outcome and many useless predictors; settings as in `ManyPredictors`."""

    n: int
    n_predictors: int
    r: float
    draws: int

    def people(self, draw: int) -> np.ndarray:
        """Outcome (row 0) and predictors of one draw (1, 2 …), standard normal, one column a person."""
        variable = (draw - 1) * (MOST_PREDICTORS + 1) + np.arange(self.n_predictors + 1)[:, None]
        return normals(_FIRST_NUMBER + (variable * MOST_PEOPLE + np.arange(self.n)) * 2)

    def correlations(self, draw: int) -> np.ndarray:
        """Correlation of every predictor with the outcome in one draw."""
        deviations = self.people(draw)
        deviations = deviations - deviations.mean(axis=1, keepdims=True)
        unit = deviations / np.sqrt((deviations**2).sum(axis=1, keepdims=True))
        return unit[1:] @ unit[0]

    @cached_property
    def best(self) -> np.ndarray:
        """The largest |r| of each draw, 1 to `draws`."""
        return np.array([np.abs(self.correlations(draw)).max() for draw in range(1, self.draws + 1)])

    @property
    def reached(self) -> int:
        """Draws in which the best reached |r|."""
        return int((self.best >= self.r).sum())

    @property
    def chance_of_one(self) -> float:
        """Probability that one useless predictor reaches |r|."""
        return correlation_p_value(self.r, self.n)

    @property
    def chance_of_best(self) -> float:
        """Probability that the best of them does, by `ldn.evidence.chance_of_best_correlation`."""
        return chance_of_best_correlation(self.r, self.n, self.n_predictors)

    @cached_property
    def median_best(self) -> float:
        """What the best reaches in half of all draws."""
        return float(
            optimize.brentq(
                lambda r: chance_of_best_correlation(r, self.n, self.n_predictors) - 0.5, 1e-6, 1 - 1e-12, xtol=1e-12
            )
        )  # fmt: skip

    @cached_property
    def expected_counts(self) -> np.ndarray:
        """Draws that theory expects in each bin of |r|."""
        edges = np.arange(1, N_BINS) * BIN_WIDTH
        below = [1 - chance_of_best_correlation(float(r), self.n, self.n_predictors) for r in edges]
        return self.draws * np.diff([0.0, *below, 1.0])

    @cached_property
    def counts(self) -> np.ndarray:
        """Draws in each bin of |r|."""
        place = np.minimum((self.best / BIN_WIDTH).astype(int), N_BINS - 1)
        return np.bincount(place, minlength=N_BINS)


def best_table(view: View) -> pd.DataFrame:
    """Draws whose best |r| fell into each twentieth, as drawn and as theory expects."""
    edges = [float(fixed(i * BIN_WIDTH, 2)) for i in range(N_BINS + 1)]
    return pd.DataFrame(
        {
            "best |r| from": edges[:-1],
            "to": edges[1:],
            "draws": view.counts,
            "expected": [float(fixed(float(count), 1)) for count in view.expected_counts],
        }
    )

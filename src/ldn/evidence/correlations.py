"""A correlation in few people: how sure it is, and how easily chance finds one."""

from __future__ import annotations

import math

import numpy as np
from scipy import special, stats

from ldn.evidence.arguments import between, probability, whole
from ldn.evidence.rare_events import Interval


def correlation_interval(r: float, n: int, level: float = 0.95) -> Interval:
    """Confidence interval of a Pearson correlation: tanh(atanh r ± z/√(n − 3)) (Fisher, Metron 1921).

    Parameters
    ----------
    r : correlation, strictly between −1 and 1.
    n : people, at least 4.
    level : level of the interval.
    """
    r = between("r", r, -1, 1, closed=(False, False))
    reach = float(stats.norm.ppf(0.5 + probability("level", level) / 2)) / math.sqrt(
        whole("n", n, least=4) - 3
    )
    return Interval(math.tanh(math.atanh(r) - reach), math.tanh(math.atanh(r) + reach))


def correlation_p_value(r: float, n: int) -> float:
    """Two-sided p value of a Pearson correlation of n people: t = r√((n − 2)/(1 − r²)), n − 2 df."""
    r = between("r", r, -1, 1, closed=(False, False))
    df = whole("n", n, least=3) - 2
    return float(2 * stats.t.sf(abs(r) * math.sqrt(df / (1 - r**2)), df))


def correlation_bounds(r_ab: float, r_ac: float) -> Interval:
    """The range that two correlations leave for the third: r_ab·r_ac ± √((1 − r_ab²)(1 − r_ac²)).

    If ESR goes with the response and ESR goes with body mass index, body mass index cannot be unrelated to
    the response: the three must form a positive semidefinite matrix.
    """
    r_ab, r_ac = between("r_ab", r_ab, -1, 1), between("r_ac", r_ac, -1, 1)
    reach = math.sqrt((1 - r_ab**2) * (1 - r_ac**2))
    return Interval(r_ab * r_ac - reach, r_ab * r_ac + reach)


def chance_of_best_correlation(r: float, n: int, n_predictors: int) -> float:
    """Probability that the best of several useless predictors reaches |r| in n people by chance.

    1 − (1 − p)^m for m independent predictors, p the two-sided p value of one. Predictors that resemble
    each other give chance fewer tries.

    Parameters
    ----------
    r : correlation reached, strictly between −1 and 1.
    n : people, at least 3.
    n_predictors : predictors tried, at least 1.
    """
    tries = whole("n_predictors", n_predictors, least=1)
    return -math.expm1(tries * math.log1p(-correlation_p_value(r, n)))


def best_of_many_correlations(n: int, n_predictors: int, *, n_trials: int, seed: int) -> np.ndarray:
    """The largest |r| among useless predictors, in many simulated trials: what chance alone can show.

    With independent normal predictors r² follows Beta(1/2, (n − 2)/2), so that each trial is as many
    draws from that distribution as there are predictors.

    Parameters
    ----------
    n : people in each trial, at least 3.
    n_predictors : candidate predictors tried, none of them related to the outcome, at least 1.
    n_trials : simulated trials, at least 1.
    seed : makes the draw repeatable.

    Returns
    -------
    Array of n_trials values from 0 to 1.
    """
    df = whole("n", n, least=3) - 2
    shape = whole("n_trials", n_trials, least=1), whole("n_predictors", n_predictors, least=1)
    chance = np.random.default_rng(whole("seed", seed)).random(shape).max(axis=1)
    # The largest of several quantiles is the quantile of the largest: one inversion a trial.
    return np.sqrt(special.betaincinv(0.5, df / 2, chance))

"""Correlations in few people, and what chance finds among many predictors."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ldn.evidence import (
    best_of_many_correlations,
    chance_of_best_correlation,
    correlation_bounds,
    correlation_interval,
    correlation_p_value,
    individual_patients,
)


@given(st.integers(4, 40), st.integers(0, 10_000))
def test_interval_and_p_value_against_scipy(n, seed):
    x, y = np.random.default_rng(seed).normal(size=(2, n))
    theirs = stats.pearsonr(x, y)
    assert correlation_p_value(theirs.statistic, n) == pytest.approx(theirs.pvalue)
    assert tuple(correlation_interval(theirs.statistic, n)) == pytest.approx(
        tuple(theirs.confidence_interval())
    )


def test_bounds_are_reached_by_real_data():
    table = individual_patients("younger2009")
    r = table.corr()
    low, high = correlation_bounds(r.loc["esr_mm_per_h", "age_years"], r.loc["esr_mm_per_h", "bmi"])
    assert low <= r.loc["age_years", "bmi"] <= high
    assert tuple(correlation_bounds(1, 0.5)) == pytest.approx((0.5, 0.5))


def test_the_shortcut_draws_from_the_distribution_of_a_real_search():
    # The honest way: make up ten outcomes and seventeen predictors, and correlate each pair.
    rng = np.random.default_rng(7)
    outcome = rng.normal(size=(4000, 1, 10))
    predictors = rng.normal(size=(4000, 17, 10))
    outcome -= outcome.mean(axis=2, keepdims=True)
    predictors -= predictors.mean(axis=2, keepdims=True)
    r = (outcome * predictors).sum(axis=2) / np.sqrt((outcome**2).sum(axis=2) * (predictors**2).sum(axis=2))
    slow = np.abs(r).max(axis=1)
    fast = best_of_many_correlations(10, 17, n_trials=20_000, seed=1)
    assert np.quantile(fast, [0.1, 0.5, 0.9]) == pytest.approx(np.quantile(slow, [0.1, 0.5, 0.9]), abs=0.015)


def test_simulation_and_formula_agree():
    best = best_of_many_correlations(10, 17, n_trials=200_000, seed=3)
    for r in (0.6, 0.75, 0.91):
        chance = chance_of_best_correlation(r, 10, 17)
        error = 4 * np.sqrt(chance * (1 - chance) / 200_000)
        assert (best >= r).mean() == pytest.approx(chance, abs=error)


def test_the_esr_game():
    # One useless predictor reaches 0.91 in ten people once in about 3,800 tries, the best of 17 in about 230.
    assert correlation_p_value(0.91, 10) == pytest.approx(0.00026, abs=5e-6)
    assert chance_of_best_correlation(0.91, 10, 17) == pytest.approx(1 - (1 - 0.000257) ** 17, abs=2e-5)
    # 0.6 would be an everyday find.
    assert chance_of_best_correlation(0.6, 10, 17) > 0.6


def test_the_same_seed_gives_the_same_trials():
    a, b = (best_of_many_correlations(10, 17, n_trials=50, seed=5) for _ in range(2))
    assert np.array_equal(a, b)
    assert not np.array_equal(a, best_of_many_correlations(10, 17, n_trials=50, seed=6))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: correlation_interval(1, 10), "r must lie in (-1, 1), got 1"),
        (lambda: correlation_interval(0.5, 3), "n must be at least 4, got 3"),
        (lambda: correlation_p_value(0.5, 2), "n must be at least 3, got 2"),
        (lambda: correlation_bounds(1.1, 0), "r_ab must lie in [-1, 1], got 1.1"),
        (lambda: chance_of_best_correlation(0.9, 10, 0), "n_predictors must be at least 1, got 0"),
        (lambda: best_of_many_correlations(2, 17, n_trials=5, seed=1), "n must be at least 3, got 2"),
        (lambda: best_of_many_correlations(10, 17, n_trials=5, seed=-1), "seed must be at least 0, got -1"),
    ],
)
def test_impossible_numbers_are_refused_by_name(call, words):
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the words are checked below
        call()
    assert words in str(caught.value)

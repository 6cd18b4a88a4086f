"""Simulated trials: unbiased where they should be, biased by just as much as theory says where not."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from ldn.evidence import simulate_trials, summarise_trials, trials_from_draws

RUN = {"n": 30, "sd": 2.0, "n_trials": 20_000, "seed": 11}


def within_error(trials: pd.DataFrame, expected: float) -> bool:
    spread = trials["estimate"].std() / math.sqrt(len(trials))
    return abs(trials["estimate"].mean() - expected) < 4 * spread


@pytest.mark.parametrize("design", ["parallel", "crossover"])
def test_the_truth_is_hit_on_average_and_covered_as_promised(design):
    trials = simulate_trials(design, effect=-0.8, **RUN)
    assert within_error(trials, -0.8)
    assert summarise_trials(trials, -0.8)["coverage"] == pytest.approx(0.95, abs=0.006)


@pytest.mark.parametrize("design", ["parallel", "crossover"])
def test_without_an_effect_one_in_twenty_is_significant(design):
    trials = simulate_trials(design, effect=0.0, **RUN)
    assert trials["significant"].mean() == pytest.approx(0.05, abs=0.006)
    assert math.isnan(summarise_trials(trials, 0.0)["exaggeration"])


@pytest.mark.parametrize(("within_r", "n"), [(0.0, 30), (0.5, 30), (0.8, 12)])
def test_crossover_power_is_that_of_the_noncentral_t(within_r, n):
    trials = simulate_trials("crossover", effect=-0.8, within_r=within_r, **{**RUN, "n": n})
    shift = 0.8 / (2.0 * math.sqrt(2 * (1 - within_r))) * math.sqrt(n)
    critical = stats.t.ppf(0.975, n - 1)
    power = stats.nct.sf(critical, n - 1, shift) + stats.nct.cdf(-critical, n - 1, shift)
    assert trials["significant"].mean() == pytest.approx(power, abs=0.015)


def test_parallel_power_against_statsmodels():
    from statsmodels.stats.power import TTestIndPower

    trials = simulate_trials("parallel", effect=-1.2, **{**RUN, "n": 60})
    power = TTestIndPower().power(effect_size=0.6, nobs1=30, alpha=0.05, ratio=1)
    assert trials["significant"].mean() == pytest.approx(power, abs=0.015)


def test_carry_over_takes_half_of_itself_from_the_effect():
    trials = simulate_trials("crossover", effect=-1.0, carry_over=0.6, **RUN)
    assert within_error(trials, -1.0 * (1 - 0.6 / 2))


def test_a_crossover_saves_people_when_a_persons_results_agree():
    power = {
        r: simulate_trials("crossover", effect=-0.8, within_r=r, **RUN)["significant"].mean()
        for r in (0.0, 0.5, 0.9)
    }
    parallel = simulate_trials("parallel", effect=-0.8, **RUN)["significant"].mean()
    assert parallel < power[0.0] < power[0.5] < power[0.9]


def test_small_trials_that_find_something_exaggerate_it():
    small = summarise_trials(simulate_trials("parallel", effect=-0.5, **RUN), -0.5)
    large = summarise_trials(simulate_trials("parallel", effect=-0.5, **{**RUN, "n": 400}), -0.5)
    assert small["exaggeration"] > 2 > 1.3 > large["exaggeration"]
    assert small["wrong_sign"] > large["wrong_sign"]
    assert small["bias"] == pytest.approx(0, abs=0.03)


@pytest.mark.parametrize("design", ["parallel", "crossover"])
def test_each_row_is_the_t_test_of_its_trial(design):
    trials = simulate_trials(design, n=20, effect=-0.5, sd=1.0, n_trials=50, seed=2)
    df = 18 if design == "parallel" else 19
    assert trials["p_value"].to_numpy() == pytest.approx(
        2 * stats.t.sf(np.abs(trials["estimate"] / trials["se"]), df)
    )
    reach = stats.t.ppf(0.975, df) * trials["se"]
    assert trials["ci_high"].to_numpy() == pytest.approx((trials["estimate"] + reach).to_numpy())
    assert (trials["significant"] == (trials["p_value"] < 0.05)).all()


def test_drop_out_costs_people_and_power_but_not_truth_when_it_is_random():
    full = simulate_trials("parallel", effect=-0.8, **{**RUN, "n": 80})
    lost = simulate_trials("parallel", effect=-0.8, drop_out=0.25, **{**RUN, "n": 80})
    assert lost["n_analysed"].mean() == pytest.approx(60, abs=0.3)
    assert lost["significant"].mean() < full["significant"].mean()
    assert within_error(lost, -0.8)


def test_a_trial_that_nobody_finishes_is_told_as_missing():
    trials = simulate_trials("parallel", n=4, effect=0, sd=1, n_trials=2000, seed=4, drop_out=0.9)
    empty = trials[trials["n_analysed"] == 0]
    assert len(empty) > 0
    assert empty["estimate"].isna().all()
    assert not empty["significant"].any()
    assert np.isfinite(trials.loc[trials["n_analysed"] == 4, "p_value"]).all()


def test_odd_numbers_are_split_as_evenly_as_can_be():
    trials = simulate_trials("parallel", n=5, effect=0, sd=1, n_trials=10, seed=1)
    assert (trials["n_analysed"] == 5).all()
    assert trials["estimate"].notna().all()


def test_the_same_seed_gives_the_same_trials():
    a, b = (simulate_trials("crossover", n=10, effect=0, sd=1, n_trials=5, seed=9) for _ in range(2))
    pd.testing.assert_frame_equal(a, b)
    assert not a.equals(simulate_trials("crossover", n=10, effect=0, sd=1, n_trials=5, seed=10))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"design": "cluster"}, "design must be one of 'parallel', 'crossover'"),
        ({"n": 3}, "n must be at least 4, got 3"),
        ({"sd": 0}, "sd must be above 0, got 0"),
        ({"n_trials": 0}, "n_trials must be at least 1, got 0"),
        ({"carry_over": 1.5}, "carry_over must lie in [0, 1], got 1.5"),
        ({"design": "parallel", "carry_over": 0.2}, "carry_over must be 0 in a parallel trial"),
        ({"within_r": 1}, "within_r must lie in (-1, 1), got 1"),
        ({"drop_out": 1}, "drop_out must lie in [0, 1), got 1"),
        ({"effect": float("nan")}, "effect must be finite"),
        ({"seed": -1}, "seed must be at least 0, got -1"),
    ],
)
def test_impossible_trials_are_refused_by_name(changes, words):
    arguments = {"design": "crossover", "n": 20, "effect": 0.5, "sd": 1, "n_trials": 5, "seed": 1, **changes}
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the words are checked below
        simulate_trials(arguments.pop("design"), **arguments)
    assert words in str(caught.value)


def test_a_summary_needs_simulated_trials():
    with pytest.raises(ValueError, match="lacks the columns"):
        summarise_trials(pd.DataFrame({"estimate": [1.0]}), 0.5)


def test_the_same_people_can_meet_another_design():
    """At r = 0.5 a person's difference has the variance of one result, so the luck is the result."""
    normals = np.random.default_rng(3).standard_normal((200, 40))
    crossover = trials_from_draws("crossover", normals, effect=0, sd=1.0, within_r=0.5)
    assert crossover["estimate"].to_numpy() == pytest.approx(normals.mean(axis=1))
    parallel = trials_from_draws("parallel", normals, effect=-0.4, sd=2.0)
    expected = 2 * (normals[:, :20].mean(axis=1) - normals[:, 20:].mean(axis=1)) - 0.4
    assert parallel["estimate"].to_numpy() == pytest.approx(expected)


def test_people_who_left_are_not_counted():
    normals = np.random.default_rng(4).standard_normal((3, 10))
    stayed = np.ones(normals.shape, dtype=bool)
    stayed[0, :4] = False
    stayed[1] = False
    trials = trials_from_draws("crossover", normals, effect=0, sd=1.0, within_r=0.5, stayed=stayed)
    assert trials["n_analysed"].tolist() == [6, 0, 10]
    assert trials["estimate"][0] == pytest.approx(normals[0, 4:].mean())
    assert math.isnan(trials["estimate"][1])
    with pytest.raises(ValueError, match=r"normals .* got shape \(10,\)"):
        trials_from_draws("crossover", normals[0], effect=0, sd=1.0)

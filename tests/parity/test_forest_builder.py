"""The page pools as `ldn.evidence.pool` does, and says and tabulates the same."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from ldn.evidence import pool, trial_effect
from ldn.evidence.effects import from_standard_error
from ldn.interactives import ForestBuilder
from ldn.interactives.forest_builder_data import poolable

N_STATES, N_SETS = 240, 300


@pytest.fixture(scope="module")
def states() -> list[dict]:
    random = np.random.default_rng(909)
    ids = poolable()
    return [
        {
            "trials": [id for id in ids if random.random() < 0.8],
            "measure": str(random.choice(["mean difference", "standardised mean difference"])),
            "model": str(random.choice(["random", "random", "fixed"])),
            "tau2": str(random.choice(["DL", "PM"])),
            "hartung_knapp": bool(random.random() < 0.5),
            "crossover": str(random.choice(["paired", "unpaired", "misread"])),
            "time_point": str(random.choice(["main", "last"])),
        }
        for _ in range(N_STATES)
    ]


@pytest.fixture(scope="module")
def sets() -> list[dict]:
    """Trials that nobody made, so that as many as twelve and every spread between them come up."""
    random = np.random.default_rng(910)
    found = []
    for _ in range(N_SETS):
        k = int(random.integers(2, 13))
        between = float(random.choice([0, 0.1, 1, 5]))
        effects = [
            {"estimate": float(random.normal(-0.3, between + 0.2)), "se": float(random.uniform(0.05, 0.8))}
            for _ in range(k)
        ]
        model = {
            "kind": str(random.choice(["random", "random", "fixed"])),
            "tau2": str(random.choice(["DL", "PM"])),
            "hartung_knapp": bool(random.random() < 0.5),
        }
        found.append({"effects": effects, "model": model})
    return found


@pytest.fixture(scope="module")
def in_node(run_in_node, states, sets) -> dict:
    quantiles = {"normal": stats.norm.ppf(0.975), "t": [stats.t.ppf(0.975, df) for df in range(1, 12)]}
    message = {"data": ForestBuilder().data, "states": states, "sets": sets, "quantiles": quantiles}
    return run_in_node("forest_builder.mjs", message)


def _compare(seen: dict, expected) -> None:
    numbers = [seen[name] for name in ("estimate", "se", "low", "high", "tau2", "q", "i2")]
    truth = [getattr(expected, name) for name in ("estimate", "se", "ci_low", "ci_high", "tau2", "q", "i2")]
    np.testing.assert_allclose(numbers, truth, rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(seen["weights"], list(expected.weights), rtol=1e-6)
    if math.isnan(expected.prediction_low):
        assert seen["prediction_low"] is None
        assert seen["prediction_high"] is None
    else:
        predicted = [seen["prediction_low"], seen["prediction_high"]]
        np.testing.assert_allclose(predicted, [expected.prediction_low, expected.prediction_high], rtol=1e-6)


def test_pools_of_any_trials_agree_with_the_library(sets, in_node):
    assert len(in_node["pools"]) == len(sets) >= 200
    for given, seen in zip(sets, in_node["pools"], strict=True):
        effects = [from_standard_error(e["estimate"], e["se"], "mean difference") for e in given["effects"]]
        model = given["model"]
        widened = model["hartung_knapp"] and model["kind"] == "random"
        expected = pool(effects, model=model["kind"], tau2=model["tau2"], hartung_knapp=widened)
        _compare(seen, expected)


def test_pools_of_the_store_agree_with_the_library(states, in_node):
    """Compared with `trial_effect` and `pool`, not with the piece's Python side."""
    compared = 0
    for state, seen in zip(states, in_node["views"], strict=True):
        if state["crossover"] == "misread":
            continue
        options = {
            "pairing": {"paired": "respected", "unpaired": "ignored"}[state["crossover"]],
            "time_point": state["time_point"],
        }
        effects = []
        for id in state["trials"]:
            if not (id == "bested2023" and state["measure"] == "mean difference"):
                effects.append(trial_effect(id, "pain", state["measure"], **options))
        if len(effects) < 2:
            assert seen["pooled"] is None
            continue
        widened = state["hartung_knapp"] and state["model"] == "random"
        _compare(
            seen["pooled"],
            pool(effects, model=state["model"], tau2=state["tau2"], hartung_knapp=widened),
        )
        compared += 1
    assert compared > 100


def test_every_combination_comes_in_the_same_order(states, in_node):
    for state, seen in zip(states, in_node["views"], strict=True):
        view = ForestBuilder(**state).view()
        expected = [(one.estimate, one.low, one.high) for one in view.combinations]
        np.testing.assert_allclose(seen["combinations"], expected, rtol=1e-6, atol=1e-9)
        assert seen["rank"] == view.rank


def test_sentence_and_table_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node["views"], strict=True):
        piece = ForestBuilder(**state)
        assert seen["sentence"] == piece.sentence()
        table = piece.table()
        assert seen["table"]["caption"] == piece.table_caption()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["rows"] == table.to_numpy().tolist()

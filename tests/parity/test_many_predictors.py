"""The page draws the same predictors, and finds the same chances, as Python."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.evidence import chance_of_best_correlation, correlation_p_value
from ldn.interactives import ManyPredictors

N_STATES = 220
RELATIVE = 1e-6


@pytest.fixture(scope="module")
def states() -> list[dict]:
    random = np.random.default_rng(91)
    return [
        {
            "n": int(random.integers(5, 41)),
            "n_predictors": int(random.choice([1, 2, 17, 40])),
            "r": round(float(random.uniform(0.3, 0.99)), 2),
            "draws": int(random.choice([1, 4, 25])),
        }
        for _ in range(N_STATES)
    ]


@pytest.fixture(scope="module")
def seen(run_in_node, states) -> list[dict]:
    return run_in_node("many_predictors.mjs", {"states": states})


def test_chances_draws_and_words_agree(states, seen):
    assert len(seen) == len(states) >= 200
    for state, one in zip(states, seen, strict=True):
        n, m, r = state["n"], state["n_predictors"], state["r"]
        piece = ManyPredictors(**state)
        view = piece.view()
        assert one["chance_of_one"] == pytest.approx(correlation_p_value(r, n), rel=RELATIVE)
        assert one["chance_of_best"] == pytest.approx(chance_of_best_correlation(r, n, m), rel=RELATIVE)
        assert one["median_best"] == pytest.approx(view.median_best, rel=RELATIVE)
        np.testing.assert_allclose(one["expected_counts"], view.expected_counts, rtol=RELATIVE, atol=1e-9)
        np.testing.assert_allclose(one["best"], view.best, rtol=RELATIVE)
        newest, people = one["newest"], view.people(state["draws"])
        for shown, expected in (
            (newest["all"], view.correlations(state["draws"])),
            (newest["outcome"], people[0]),
            (newest["predictor"], people[newest["place"] + 1]),
        ):
            np.testing.assert_allclose(shown, expected, rtol=RELATIVE, atol=1e-9)
        assert one["counts"] == view.counts.tolist()
        assert one["sentence"] == piece.sentence()
        assert one["table"]["caption"] == piece.table_caption()
        assert one["table"]["columns"] == list(piece.table().columns)
        assert one["table"]["rows"] == piece.table().astype(object).to_numpy().tolist()

"""The page finds the same bounds as SciPy, and says the same words, as `ldn.evidence`."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from ldn.evidence import people_to_see_an_event
from ldn.interactives import RuleOfThree

N_STATES = 240


@pytest.fixture(scope="module")
def states() -> list[dict]:
    random = np.random.default_rng(808)
    states = []
    for _ in range(N_STATES):
        people = int(10 ** random.uniform(0, 5))
        states.append(
            {
                "people": people,
                "events": int(random.choice([0, random.integers(0, min(10, people) + 1)])),
                "one_in": int(10 ** random.uniform(1, 5)),
            }
        )
    return [*states, {"people": 3, "events": 3, "one_in": 10}, {"people": 1, "events": 0, "one_in": 10}]


@pytest.fixture(scope="module")
def in_node(run_in_node, states) -> list[dict]:
    return run_in_node("rule_of_three.mjs", {"states": states})


def test_bounds_are_quantiles_of_the_beta_distribution(states, in_node):
    assert len(in_node) == len(states) >= 200
    for state, seen in zip(states, in_node, strict=True):
        events, people = state["events"], state["people"]
        exact = 1.0 if events == people else stats.beta.ppf(0.95, events + 1, people - events)
        assert seen["view"]["upper"] == pytest.approx(exact, rel=1e-6)
        assert seen["view"]["needed"] == people_to_see_an_event(1 / state["one_in"])
        assert seen["view"]["seen"] == pytest.approx(1 - (1 - 1 / state["one_in"]) ** people, rel=1e-6)


def test_sentence_and_table_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node, strict=True):
        piece = RuleOfThree(**state)
        assert seen["sentence"] == piece.sentence()
        assert (seen["view"]["hadIt"], seen["view"]["couldHaveIt"]) == (
            piece.view().had_it,
            piece.view().could_have_it,
        )
        table = piece.table()
        assert seen["table"]["caption"] == piece.table_caption()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["rows"] == table.to_numpy().tolist()

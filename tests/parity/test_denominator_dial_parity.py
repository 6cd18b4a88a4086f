"""The page finds the same intervals and effects, and says the same words, as `ldn.evidence`."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint

from ldn.evidence import risk_difference, risk_ratio
from ldn.interactives import DenominatorDial

N_STATES = 240
_ENDS = [(0, 5), (5, 5), (0, 300), (300, 300), (1, 1), (0, 1)]


@pytest.fixture(scope="module")
def states() -> list[dict]:
    random = np.random.default_rng(88)
    arms = []
    for _ in range(2 * N_STATES):
        people = int(random.integers(1, 301))
        arms.append((int(random.integers(0, people + 1)), people))
    arms += [arm for end in _ENDS for other in _ENDS for arm in (end, other)]
    return [
        {
            "events": ldn[0],
            "people": ldn[1],
            "compared": bool(place % 5),
            "placebo_events": placebo[0],
            "placebo_people": placebo[1],
        }
        for place, (ldn, placebo) in enumerate(zip(arms[::2], arms[1::2], strict=True))
    ]


@pytest.fixture(scope="module")
def in_node(run_in_node, states) -> list[dict]:
    return run_in_node("denominator_dial.mjs", {"states": states})


def test_rates_have_wilsons_interval(states, in_node):
    """Compared with statsmodels, not with the piece's Python side."""
    assert len(in_node) == len(states) >= 200
    for state, seen in zip(states, in_node, strict=True):
        theirs = proportion_confint(state["events"], state["people"], method="wilson")
        assert (seen["view"]["ldn"]["low"], seen["view"]["ldn"]["high"]) == pytest.approx(
            theirs, rel=1e-6, abs=1e-9
        )
        assert (seen["view"]["placebo"] is not None) == state["compared"]


def test_effects_are_those_of_the_engine(states, in_node):
    for state, seen in zip(states, in_node, strict=True):
        if not state["compared"]:
            continue
        counts = [state[name] for name in ("events", "people", "placebo_events", "placebo_people")]
        difference = risk_difference(*counts, method="newcombe")
        for name, effect in (("difference", difference), ("ratio", risk_ratio(*counts))):
            shown = [seen["view"][name][end] for end in ("estimate", "low", "high")]
            assert shown == pytest.approx(
                [effect.estimate, effect.ci_low, effect.ci_high], rel=1e-6, abs=1e-12
            )


def test_sentence_and_table_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node, strict=True):
        piece = DenominatorDial(**state)
        assert seen["sentence"] == piece.sentence()
        table = piece.table()
        assert seen["table"]["caption"] == piece.table_caption()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["rows"] == table.to_numpy().tolist()


def test_another_size_keeps_the_rate_as_nearly_as_people_can(states, in_node):
    for state, seen in zip(states, in_node, strict=True):
        assert seen["of_17"]["people"] == seen["of_17"]["placebo_people"] == 17
        assert abs(seen["of_17"]["events"] / 17 - state["events"] / state["people"]) <= 0.5 / 17 + 1e-12

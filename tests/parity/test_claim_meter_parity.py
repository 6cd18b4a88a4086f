"""The page says the same words of a set of ratings as Python, and believes only files that it could have written."""

from __future__ import annotations

import json
import statistics

import numpy as np
import pytest

from ldn.interactives import ClaimMeter
from ldn.reference import claims

N_STATES = 240
GOOD = {
    "course": "a-tenth-of-the-dose",
    "kind": "claim ratings",
    "format": 1,
    "before": {"C9": 80},
    "after": {},
}
BAD_FILES = {
    "{": "cannot be read",
    "null": "holds no ratings",
    '{"course": "a-tenth-of-the-dose", "format": 1, "kept": {}}': "holds no ratings",
    json.dumps({**GOOD, "format": 2}): "holds no ratings",
    json.dumps({**GOOD, "before": None}): "“before” are missing",
    json.dumps({**GOOD, "after": [1, 2]}): "“after” are missing",
    json.dumps({**GOOD, "before": {"C99": 80}}): "“C99”, which is no claim",
    json.dumps({**GOOD, "before": {"C9": 101}}): "C9 “101”",
    json.dumps({**GOOD, "before": {"C9": -1}}): "C9 “-1”",
    json.dumps({**GOOD, "before": {"C9": 7.5}}): "C9 “7.5”",
    json.dumps({**GOOD, "after": {"C9": "80"}}): "C9 “80”",
    json.dumps({**GOOD, "after": {"C9": None}}): "C9 “null”",
}


@pytest.fixture(scope="module")
def states() -> list[dict]:
    random = np.random.default_rng(1200)
    ids = [claim.id for claim in claims()]

    def ratings() -> dict[str, int]:
        share = random.choice([0, 0.1, 0.6, 1])
        # A narrow scale now and then, so that equal ratings and unmoved claims occur.
        top = random.choice([1, 100])
        return {id: int(random.integers(0, top + 1)) for id in ids if random.random() < share}

    return [
        {
            "stage": str(random.choice(["before", "after"], p=[0.3, 0.7])),
            "before": ratings(),
            "after": ratings(),
            "revealed": bool(random.random() < 0.7),
            "order": str(random.choice(["article", "disagreement"])),
        }
        for _ in range(N_STATES)
    ]


@pytest.fixture(scope="module")
def in_node(run_in_node, states) -> dict:
    files = [*BAD_FILES, json.dumps(GOOD)]
    return run_in_node("claim_meter.mjs", {"data": ClaimMeter().data, "states": states, "files": files})


def test_words_and_tables_are_the_same_on_both_sides(states, in_node):
    assert len(in_node["states"]) == len(states) >= 200
    for state, seen in zip(states, in_node["states"], strict=True):
        piece = ClaimMeter(**state)
        assert seen["sentence"] == piece.sentence()
        table = piece.table()
        assert seen["table"]["caption"] == piece.table_caption()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["rows"] == table.to_numpy().tolist()


def test_disagreement_is_the_distance_from_the_third_that_the_verdict_asks_for(states, in_node):
    """Computed here anew, from the verdicts of the store."""
    third = {"supported": (67, 100), "partly": (34, 66)}
    for state, seen in zip(states, in_node["states"], strict=True):
        for claim, excess in zip(claims(), seen["excess"], strict=True):
            rating = state["after"].get(claim.id, state["before"].get(claim.id))
            low, high = third.get(claim.verdict, (0, 33))
            nearest = (
                None
                if rating is None
                else min(range(low, high + 1), key=lambda at, rating=rating: abs(at - rating))
            )
            assert excess == (None if rating is None else rating - nearest)
        moved = [
            abs(state["after"][id] - state["before"][id]) for id in state["before"] if id in state["after"]
        ]
        assert seen["typical_change"] == (statistics.median(moved) if moved else None)


def test_order_by_disagreement_keeps_every_claim_and_puts_the_farthest_first(states, in_node):
    ids = [claim.id for claim in claims()]
    for state, seen in zip(states, in_node["states"], strict=True):
        assert sorted(seen["order"]) == sorted(ids)
        if state["order"] == "article":
            assert seen["order"] == ids
        else:
            distances = [
                -1 if (excess := seen["excess"][ids.index(id)]) is None else abs(excess)
                for id in seen["order"]
            ]
            assert distances == sorted(distances, reverse=True)


def test_a_saved_file_brings_the_same_ratings_back(states, in_node):
    for state, seen in zip(states, in_node["states"], strict=True):
        both = {"before": state["before"], "after": state["after"]}
        assert seen["again"] == (both if any(both.values()) else "This file holds no ratings.")


def test_rubbish_in_storage_is_left_out_rating_by_rating(states, in_node):
    for state, seen in zip(states, in_node["states"], strict=True):
        assert seen["fitting"] == {id: rating for id, rating in state["before"].items() if id != "C1"}


def test_a_file_with_one_thing_wrong_is_refused_with_a_reason(in_node):
    *refused, taken = in_node["files"]
    for (text, reason), message in zip(BAD_FILES.items(), refused, strict=True):
        assert reason in message, text
    assert taken == {"before": {"C9": 80}, "after": {}}

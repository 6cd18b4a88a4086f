"""The page's rebound model computes the same numbers, and says the same words, as `ldn.pharmacology`."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.interactives import ReboundModel
from ldn.pharmacology import (
    ReboundAssumptions,
    blocked_by_dose,
    blocked_for,
    longest_blocked_hours,
    rebound_course,
    rebound_day,
    smallest_opioid_gain,
)

N_STATES, N_SEARCHED = 210, 16
TOLERANCE = 1e-6


def _states(n: int, seed: int) -> list[dict]:
    random = np.random.default_rng(seed)
    return [
        {
            "blocked": str(random.choice(["hours", "hours", "biophase", "slow_dissociation", "plasma"])),
            "hours_blocked": float(
                random.choice([0, 24, round(random.uniform(0, 24), 2)], p=[0.05, 0.05, 0.9])
            ),
            "dose_mg": round(float(np.exp(random.uniform(np.log(0.5), np.log(100)))), 2),
            "opioid_gain": round(float(random.choice([0, random.uniform(0, 5)], p=[0.1, 0.9])), 2),
            "receptor_gain": round(float(random.choice([0, random.uniform(0, 5)], p=[0.4, 0.6])), 2),
            "opioid_half_life_h": round(float(random.uniform(2, 96)), 1),
            "receptor_half_life_h": round(float(random.uniform(6, 240)), 1),
            "brake_percent": float(random.choice([0, 100, random.integers(0, 101)])),
            "window_days": 3,
        }
        for _ in range(n)
    ]


@pytest.fixture(scope="module")
def states() -> list[dict]:
    return _states(N_STATES, seed=51)


@pytest.fixture(scope="module")
def searched() -> list[dict]:
    return _states(N_SEARCHED, seed=52)


@pytest.fixture(scope="module")
def in_node(run_in_node, states, searched) -> dict:
    return run_in_node(
        "rebound_model.mjs", {"data": ReboundModel().data, "states": states, "searched": searched}
    )


def _engine(state: dict):
    blockade = (
        blocked_for(state["hours_blocked"])
        if state["blocked"] == "hours"
        else blocked_by_dose(state["dose_mg"], state["blocked"])
    )
    return blockade, ReboundAssumptions(
        opioid_gain=state["opioid_gain"],
        receptor_gain=state["receptor_gain"],
        opioid_half_life_h=state["opioid_half_life_h"],
        receptor_half_life_h=state["receptor_half_life_h"],
        brake=state["brake_percent"] / 100,
    )


def test_every_curve_agrees_with_the_engine(states, in_node):
    """Compared with `rebound_day` and `rebound_course` directly, not with the piece's Python side."""
    assert len(in_node["seen"]) == len(states) >= 200
    for state, seen in zip(states, in_node["seen"], strict=True):
        blockade, assumptions = _engine(state)
        courses = {
            "day": rebound_day(blockade, assumptions),
            "course": rebound_course(blockade, assumptions, days=3),
        }
        for kind, course in courses.items():
            for name, values in seen[kind].items():
                np.testing.assert_allclose(
                    values,
                    getattr(course, name)[::7],
                    rtol=TOLERANCE,
                    atol=TOLERANCE,
                    err_msg=f"{name} {state}",
                )
        assert seen["mean"] == pytest.approx(courses["day"].mean_signal, rel=TOLERANCE, abs=TOLERANCE)
        assert seen["hours_above"] == pytest.approx(courses["day"].hours_above_baseline, abs=1e-4), state


def test_the_table_is_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node["seen"], strict=True):
        table = ReboundModel(**state).table()
        assert seen["table"]["columns"] == list(table.columns)
        # One unit of the last decimal: a value on the edge of rounding may fall either way.
        np.testing.assert_allclose(seen["table"]["rows"], table.to_numpy(), atol=0.1001)


def test_what_it_would_take_is_the_same_on_both_sides(searched, in_node):
    for state, seen in zip(searched, in_node["searched"], strict=True):
        blockade, assumptions = _engine(state)
        assert seen["gain_needed"] == pytest.approx(
            smallest_opioid_gain(blockade, assumptions), abs=TOLERANCE
        )
        if state["blocked"] == "hours":
            assert seen["hours_allowed"] == pytest.approx(longest_blocked_hours(assumptions), abs=1e-5)
        assert seen["sentence"] == ReboundModel(**state).sentence()

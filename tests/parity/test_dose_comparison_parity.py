"""The page computes the same numbers, and says the same words, as `ldn.pharmacology`."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ldn.interactives import DoseComparison
from ldn.pharmacology import hours_above, occupancy, simulate

N_STATES = 240
RELATIVE, SMALLEST = 1e-6, 1e-9
LINKS = ("biophase", "slow_dissociation", "plasma")


def _states(n: int, seed: int) -> list[dict]:
    random = np.random.default_rng(seed)
    return [
        {
            "doses_mg": [
                round(float(dose), 2)
                for dose in np.exp(random.uniform(np.log(0.5), np.log(100), random.integers(1, 5)))
            ],
            "regimen": str(random.choice(["one_dose", "daily", "daily_steady_state"])),
            "quantity": str(random.choice(["occupancy", "occupancy", "naltrexone", "naltrexol"])),
            "receptor": str(random.choice(["mu", "delta", "kappa"])),
            "window_h": int(random.choice([24, 72, 336], p=[0.5, 0.35, 0.15])),
            "threshold_percent": float(random.integers(1, 100)),
            "band": str(random.choice(["models", "people", "none"])),
            "pet_regimen": str(random.choice(["one_dose", "daily_steady_state"])),
            "concentration_axis": "linear",
        }
        for _ in range(n)
    ]


@pytest.fixture(scope="module")
def states() -> list[dict]:
    return _states(N_STATES, seed=45)


@pytest.fixture(scope="module")
def readings() -> list[dict]:
    random = np.random.default_rng(46)
    return [
        {
            "regimen": str(random.choice(["one_dose", "daily_steady_state"])),
            "receptor": str(random.choice(["mu", "delta", "kappa"])),
            "dose_mg": float(np.exp(random.uniform(np.log(0.5), np.log(100)))),
        }
        for _ in range(60)
    ]


@pytest.fixture(scope="module")
def in_node(run_in_node, states, readings) -> dict:
    data = DoseComparison().data
    return run_in_node("dose_comparison.mjs", {"data": data, "states": states, "readings": readings})


def _profile(dose_mg: float, state: dict):
    if state["regimen"] == "daily_steady_state":
        return simulate(dose_mg, n_doses=math.inf)
    n_doses = 1 if state["regimen"] == "one_dose" else state["window_h"] // 24
    return simulate(dose_mg, n_doses=n_doses, duration_h=state["window_h"])


def test_every_curve_and_time_agrees_with_the_engine(states, in_node):
    """Compared with `simulate`, `occupancy` and `hours_above` directly, not with the piece's Python side."""
    assert len(in_node["seen"]) == len(states) >= 200
    for state, seen in zip(states, in_node["seen"], strict=True):
        for dose_mg, series in zip(state["doses_mg"], seen["series"], strict=True):
            profile = _profile(dose_mg, state)
            if state["quantity"] != "occupancy":
                expected = getattr(profile, f"{state['quantity']}_nM")[::7]
                np.testing.assert_allclose(series["main"], expected, rtol=RELATIVE, atol=SMALLEST)
                continue
            for link in LINKS:
                shares = occupancy(profile, state["receptor"], link)
                np.testing.assert_allclose(
                    series["models"][link],
                    shares[::7],
                    rtol=RELATIVE,
                    atol=SMALLEST,
                    err_msg=f"{link} {state}",
                )
            # One link a state keeps the test quick: each hour costs a second run of the engine.
            link = LINKS[int(dose_mg * 100) % 3]
            expected_h = hours_above(profile, state["threshold_percent"] / 100, state["receptor"], link)
            assert series["hours"][link] == pytest.approx(expected_h, rel=RELATIVE, abs=1e-6), (link, state)


def test_occupancy_against_dose_agrees_with_the_engine(readings, in_node):
    for reading, shares in zip(readings, in_node["readings"], strict=True):
        course = {"duration_h": 4.0} if reading["regimen"] == "one_dose" else {"n_doses": math.inf}
        profile = simulate(reading["dose_mg"], **course)
        at = int(np.flatnonzero(np.isclose(profile.time_h, 4.0))[0])
        for link in LINKS:
            expected = occupancy(profile, reading["receptor"], link)[at]
            assert shares[link] == pytest.approx(expected, rel=RELATIVE), (reading, link)


def test_sentence_and_table_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node["seen"], strict=True):
        piece = DoseComparison(**state)
        assert seen["sentence"] == piece.sentence()
        table = piece.table()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["caption"] == piece.table_caption()
        # A last printed digit may fall either way where arithmetic differs in the fifteenth.
        step = 0.1 if state["quantity"] == "occupancy" else 0.0
        np.testing.assert_allclose(
            np.array(seen["table"]["rows"], dtype=float),
            table.to_numpy(dtype=float),
            rtol=6e-3,
            atol=step * 1.001,
        )
        assert (np.array(seen["table"]["rows"], dtype=float) == table.to_numpy(dtype=float)).mean() > 0.99

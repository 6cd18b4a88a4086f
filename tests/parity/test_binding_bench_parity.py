"""The bench computes the same numbers, and says the same words, as `ldn.pharmacology`."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.interactives import BindingBench
from ldn.pharmacology import (
    association,
    dissociation,
    fractional_occupancy,
    measured_kinetics,
    operational_response,
)

N_STATES = 260
RELATIVE, SMALLEST = 1e-6, 1e-12


def _states(n: int, seed: int) -> list[dict]:
    random = np.random.default_rng(seed)

    def between(low: float, high: float) -> float:
        return float(f"{np.exp(random.uniform(np.log(low), np.log(high))):.4g}")

    return [
        {
            "view": str(random.choice(["equilibrium", "time"])),
            "concentration_nM": between(0.001, 10_000),
            "kd_nM": between(0.01, 1000),
            "tau": 0.0 if random.random() < 0.15 else between(0.01, 100),
            "phase": str(random.choice(["washed_away", "added"])),
            "times_kd": between(0.1, 100),
            "time_s": between(0.1, 864_000),
        }
        for _ in range(n)
    ]


@pytest.fixture(scope="module")
def states() -> list[dict]:
    return _states(N_STATES, seed=17)


@pytest.fixture(scope="module")
def in_node(run_in_node, states) -> list[dict]:
    return run_in_node("binding_bench.mjs", {"data": BindingBench().data, "states": states})


def test_every_number_agrees_with_the_engine(states, in_node):
    """Compared with the engine directly, not with the piece's Python side."""
    assert len(in_node) == len(states) >= 200
    for state, seen in zip(states, in_node, strict=True):
        at, kd = state["concentration_nM"], state["kd_nM"]
        assert seen["occupied"] == pytest.approx(float(fractional_occupancy(at, kd)), rel=RELATIVE)
        response = float(operational_response(at, tau=state["tau"], ka_nM=kd))
        assert seen["response"] == pytest.approx(response, rel=RELATIVE, abs=SMALLEST), state
        for ligand, held in seen["held"].items():
            kinetics = measured_kinetics(ligand)
            if state["phase"] == "added":
                expected = association(state["time_s"], state["times_kd"] * kinetics.kd_nM, kinetics)
            else:
                expected = dissociation(state["time_s"], kinetics)
            assert held == pytest.approx(float(expected), rel=RELATIVE, abs=SMALLEST), (ligand, state)


def test_sentence_kind_and_table_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node, strict=True):
        bench = BindingBench(**state)
        assert seen["sentence"] == bench.sentence()
        assert seen["kind"] == bench.balance().kind
        table = bench.table()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["caption"] == bench.table_caption()
        rows = np.array(seen["table"]["rows"], dtype=float)
        # A last printed digit may fall either way where arithmetic differs in the fifteenth.
        np.testing.assert_allclose(rows, table.to_numpy(dtype=float), atol=0.1001)
        assert (rows == table.to_numpy(dtype=float)).mean() > 0.99

"""The page computes the same numbers, and says the same words, as `ldn.pharmacology`."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ldn.interactives import CurveShifter
from ldn.pharmacology import (
    NaltrexoneParameters,
    dose_ratio,
    dose_ratio_after_removal,
    fractional_occupancy,
    schild_regression,
    simulate,
)

N_STATES = 300
RELATIVE = 1e-6


def _states(n: int, seed: int) -> list[dict]:
    random = np.random.default_rng(seed)

    def log_uniform(low: float, high: float) -> float:
        return float(f"{np.exp(random.uniform(np.log(low), np.log(high))):.4g}")

    def points() -> list[list[float]]:
        # Few and scattered ones too, so that open intervals and missing fits occur.
        spread = float(random.choice([0.1, 0.5, 1.5]))
        return [
            [b, 1 + float(f"{b / 0.3 * np.exp(random.normal(0, spread)):.4g}")]
            for b in (log_uniform(0.03, 300) for _ in range(random.integers(0, 11)))
        ]

    return [
        {
            "given": str(random.choice(["concentration", "tablet_lowest", "tablet_highest"])),
            "antagonist_nM": log_uniform(0.03, 300),
            "dose_mg": log_uniform(0.5, 100),
            "antagonism": str(random.choice(["competitive", "insurmountable"])),
            "reserve": log_uniform(0.5, 100),
            "reading_error_percent": float(random.integers(0, 41)),
            "competitive_points": points(),
            "insurmountable_points": points(),
        }
        for _ in range(n)
    ]


@pytest.fixture(scope="module")
def states() -> list[dict]:
    return _states(N_STATES, seed=1959)


@pytest.fixture(scope="module")
def in_node(run_in_node, states) -> list[dict]:
    return run_in_node("curve_shifter.mjs", {"data": CurveShifter().data, "states": states})


def test_antagonist_occupancy_and_dose_ratio_agree_with_the_engine(states, in_node):
    """Compared with the engine directly, not with the piece's Python side."""
    kb = NaltrexoneParameters.typical().ec50_nM
    infinite = 0
    for state, seen in zip(states, in_node, strict=True):
        assert seen["accepted"]
        antagonist = state["antagonist_nM"]
        if state["given"] != "concentration":
            day = simulate(state["dose_mg"], n_doses=math.inf).biophase_nM
            antagonist = day.min() if state["given"] == "tablet_lowest" else day.max()
        assert seen["antagonist_nM"] == pytest.approx(antagonist, rel=RELATIVE)
        held = float(fractional_occupancy(antagonist, kb))
        assert seen["occupied"] == pytest.approx(held, rel=RELATIVE)
        if state["antagonism"] == "competitive":
            ratio = float(dose_ratio(antagonist, kb))
        else:
            ratio = float(dose_ratio_after_removal(held, state["reserve"]))
        infinite += math.isinf(ratio)
        assert seen["ratio"] == (None if math.isinf(ratio) else pytest.approx(ratio, rel=RELATIVE))
    assert 10 < infinite < 200


def test_the_schild_fit_agrees_with_the_engine(states, in_node):
    kinds = set()
    for state, seen in zip(states, in_node, strict=True):
        points = state[f"{state['antagonism']}_points"]
        if len({antagonist for antagonist, _ in points}) < 3:
            assert seen["fit"] is None
            kinds.add("none")
            continue
        fit = schild_regression(*zip(*points, strict=True))
        kinds.add("open" if math.isinf(fit.pa2_ci_low) else "closed")
        for value, expected in zip(
            seen["fit"],
            (fit.slope, fit.slope_ci_low, fit.slope_ci_high, fit.pa2, fit.pa2_ci_low, fit.pa2_ci_high),
            strict=True,
        ):
            assert value == (
                None if math.isinf(expected) else pytest.approx(expected, rel=RELATIVE, abs=1e-9)
            )
    assert kinds == {"none", "open", "closed"}


def test_sentence_table_and_reading_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node, strict=True):
        piece = CurveShifter(**state)
        assert seen["sentence"] == piece.sentence()
        table = piece.table()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["caption"] == piece.table_caption()
        # A last printed digit may fall either way where arithmetic differs in the fifteenth.
        np.testing.assert_allclose(seen["table"]["rows"], table.to_numpy(dtype=float), atol=0.101)
        if seen["ratio"] is None or seen["ratio"] > 1e5 or seen["read"][1] <= 1:
            continue
        piece.keep()
        kept = getattr(piece, f"{state['antagonism']}_points")[-1]
        assert seen["read"] == pytest.approx(kept, rel=1e-3)

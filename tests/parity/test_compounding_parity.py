"""The page computes the same doses, capsules and verdicts, and says the same words, as the engine."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.interactives import Compounding
from ldn.interactives.compounding_data import CAPSULES, batches
from ldn.pharmacology import NaltrexoneParameters, mean_occupancy
from ldn.pharmacology.compounding import SLIPS, acceptance_value, measured_dose, uniformity_test

N_STATES = 220


@pytest.fixture(scope="module")
def states() -> list[dict]:
    random = np.random.default_rng(1111)

    def one() -> dict:
        return {
            "dose_mg": round(float(random.uniform(0.5, 10)), 2),
            "volume_mL": float(random.choice([50, round(float(np.exp(random.uniform(np.log(5), np.log(500)))), 1)])),
            "slip": str(random.choice(SLIPS)),
            "read_error_mL": float(random.choice([0, round(float(random.uniform(0, 1)), 2)])),
            "fill_sd_percent": round(float(random.uniform(0, 20)), 1),
            "mixing_sd_percent": round(float(random.uniform(0, 20)), 1),
            "mean_percent": round(float(random.uniform(80, 120)), 1),
            "batch": int(random.integers(1, 13)),
        }  # fmt: skip

    return [one() for _ in range(N_STATES)]


@pytest.fixture(scope="module")
def in_node(run_in_node, states) -> list[dict]:
    return run_in_node("compounding.mjs", {"data": Compounding().data, "states": states})


def test_doses_agree_with_the_engine(states, in_node):
    assert len(in_node) == len(states) >= 200
    for state, seen in zip(states, in_node, strict=True):
        dose = measured_dose(
            state["dose_mg"],
            volume_mL=state["volume_mL"],
            slip=state["slip"],
            read_error_mL=state["read_error_mL"],
        )
        np.testing.assert_allclose(
            [seen["concentration"], seen["volume_mL"], seen["swallowed_mg"], seen["read_error_mg"]],
            [dose.concentration_mg_per_mL, dose.volume_mL, dose.swallowed_mg, dose.read_error_mg],
            rtol=1e-9,
        )


def test_occupancy_is_that_of_the_model_within_half_a_point(states, in_node):
    """Compared with a simulation of the dose, not with the table that both sides read."""
    typical = NaltrexoneParameters.typical()
    for state, seen in list(zip(states, in_node, strict=True))[::8]:
        for dose, shown in (
            (state["dose_mg"], seen["meant_percent"]),
            (seen["swallowed_mg"], seen["swallowed_percent"]),
        ):
            assert shown == pytest.approx(100 * mean_occupancy(dose)(typical), abs=0.05)


def test_capsules_and_their_test_agree_with_the_engine(states, in_node):
    verdicts = set()
    for state, seen in zip(states, in_node, strict=True):
        luck = batches()[state["batch"] - 1]
        weights = 1 + state["fill_sd_percent"] / 100 * np.array(luck["fill"])
        strength = 1 + state["mixing_sd_percent"] / 100 * np.array(luck["strength"])
        contents = np.maximum(state["mean_percent"] * weights * strength, 0)
        np.testing.assert_allclose(seen["contents"], contents, rtol=1e-9)
        np.testing.assert_allclose(seen["weights"], 100 * weights, rtol=1e-9)
        test = uniformity_test(contents)
        assert (seen["assayed"]["units"], seen["assayed"]["passed"]) == (test.units, test.passed)
        assert seen["assayed"]["value"] == pytest.approx(test.acceptance_value, rel=1e-9)
        assert seen["first_value"] == pytest.approx(acceptance_value(contents[:10]), rel=1e-9)
        weighed = acceptance_value(state["mean_percent"] * weights[:10])
        assert seen["weighed_value"] == pytest.approx(weighed, rel=1e-9)
        verdicts.add((test.units, test.passed))
        assert len(contents) == CAPSULES
    assert verdicts == {(10, True), (30, True), (30, False)}


def test_sentence_and_table_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node, strict=True):
        piece = Compounding(**state)
        assert seen["sentence"] == piece.sentence()
        table = piece.table()
        assert seen["table"]["caption"] == piece.table_caption()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["rows"] == table.to_numpy().tolist()

"""The page computes the same levels and margins, and says the same words, as `ldn.neuroimmune`."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.interactives import ReachCheck
from ldn.interactives.reach_check_data import placed_reports
from ldn.neuroimmune import free_peak_nM, peak_nM
from ldn.reference import neuroimmune

N_STATES = 220


@pytest.fixture(scope="module")
def states() -> list[dict]:
    random = np.random.default_rng(606)
    ids = [report["id"] for report in placed_reports()]
    return [
        {
            "doses_mg": [
                round(float(dose), 2)
                for dose in np.exp(random.uniform(np.log(0.5), np.log(100), random.integers(1, 4)))
            ],
            "plasma": str(random.choice(["free", "total"])),
            "build_up": float(random.choice([1, round(float(10 ** random.uniform(0, 5)), 1)])),
            "agents": str(random.choice(["all", "naltrexone"])),
            "report": str(random.choice(ids)),
        }
        for _ in range(N_STATES)
    ]


@pytest.fixture(scope="module")
def in_node(run_in_node, states) -> list[dict]:
    return run_in_node("reach_check.mjs", {"data": ReachCheck().data, "states": states})


def test_levels_and_margins_agree_with_the_engine(states, in_node):
    """Compared with `free_peak_nM` and `peak_nM`, not with the piece's Python side."""
    uM = {finding.id: (finding.low_uM, finding.high_uM) for finding in neuroimmune.in_vitro_findings()}
    assert len(in_node) == len(states) >= 200
    for state, seen in zip(states, in_node, strict=True):
        peak = free_peak_nM if state["plasma"] == "free" else peak_nM
        levels = [peak(dose) * state["build_up"] for dose in state["doses_mg"]]
        np.testing.assert_allclose(seen["levels_nM"], levels, rtol=1e-6)
        margins = [[1000 * end / level for end in uM[state["report"]]] for level in levels]
        np.testing.assert_allclose(seen["margins"], margins, rtol=1e-6)


def test_sentence_and_table_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node, strict=True):
        piece = ReachCheck(**state)
        assert seen["sentence"] == piece.sentence()
        table = piece.table()
        assert seen["table"]["caption"] == piece.table_caption()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["rows"] == table.to_numpy().tolist()

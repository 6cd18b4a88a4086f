"""The page meets the same thousand people in the same trials, and says the same words, as `ldn.evidence`."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.interactives import TrialSimulator

N_STATES = 220
RELATIVE = 1e-6


@pytest.fixture(scope="module")
def states() -> list[dict]:
    random = np.random.default_rng(73)
    return [
        {
            "like": str(random.choice(["younger2013", "due_bruun2024", "innova2026", "chosen", "chosen", "chosen"])),
            "design": str(random.choice(["crossover", "parallel"])),
            "n": int(random.choice([8, 9, 12, 20, 41, 99, 150, 260])),
            "effect": float(random.choice([-2, -0.85, -0.34, 0, 0.2, 1])),
            "sd": round(float(random.uniform(0.5, 4)), 2),
            "within_r": round(float(random.uniform(0, 0.95)), 2),
            "carry_over_percent": float(random.choice([0, 0, 30, 100])),
            "drop_out_percent": float(random.choice([0, 0, 15, 50])),
            "draw": int(random.choice([1, 2, 500, 999])),
        }
        for _ in range(N_STATES)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def seen(run_in_node, states) -> list[dict]:
    return run_in_node("trial_simulator.mjs", {"data": TrialSimulator().data, "states": states})


def test_every_trial_and_every_word_agree(states, seen):
    assert len(seen) == len(states) >= 200
    for state, one in zip(states, seen, strict=True):
        piece = TrialSimulator(**state)
        view = piece.view()
        trials = view.trials.iloc[::25]
        for column in ("estimate", "ci_low", "ci_high"):
            shown = np.array(one[column], dtype=float)
            np.testing.assert_allclose(
                shown, trials[column], rtol=RELATIVE, atol=1e-9, err_msg=f"{column} {state}"
            )
        assert one["n_analysed"] == trials["n_analysed"].tolist()
        assert [bool(found) for found in one["significant"]] == trials["significant"].tolist()
        assert one["n_significant"] == view.n_significant
        assert one["coverage"] == pytest.approx(view.summary["coverage"], rel=RELATIVE)
        assert one["mean_estimate"] == pytest.approx(view.summary["mean_estimate"], rel=RELATIVE, abs=1e-9)
        assert one["half_width"] == view.half_width
        assert one["sentence"] == piece.sentence()
        assert one["table"]["caption"] == piece.table_caption()
        assert one["table"]["columns"] == list(piece.table().columns)
        assert one["table"]["rows"] == piece.table().astype(object).to_numpy().tolist()

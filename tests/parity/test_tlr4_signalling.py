"""The page integrates the same six states, and says the same words, as `ldn.neuroimmune.tlr4_response`."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.interactives import TLR4Signalling
from ldn.neuroimmune import free_peak_nM, tlr4_response

N_STATES = 220
RELATIVE = 1e-6
# The adaptive solver of the engine keeps about seven digits of what is near 1.
SMALLEST = 1e-7


def _states(n: int, seed: int) -> list[dict]:
    random = np.random.default_rng(seed)

    def between(low: float, high: float) -> float:
        return float(f"{np.exp(random.uniform(np.log(low), np.log(high))):.4g}")

    return [
        {
            "lps_ng_per_mL": between(0.01, 1000) if random.random() < 0.9 else 0.0,
            "damp_per_ec50": between(0.1, 100) if random.random() < 0.5 else 0.0,
            "damp_strength": round(float(random.random()), 2),
            "myd88": bool(random.random() < 0.75),
            "trif": bool(random.random() < 0.75),
            "inducible_ikba": bool(random.random() < 0.75),
            "given": str(random.choice(["person", "dish", "chosen"])),
            "antagonist_uM": between(0.0001, 1000),
            "ic50_uM": between(0.001, 1000),
            "blocks": str(random.choice(["trif", "both"])),
            "window_h": int(random.choice([8, 16])),
        }
        for _ in range(n)
    ]


@pytest.fixture(scope="module")
def states() -> list[dict]:
    return _states(N_STATES, seed=61)


@pytest.fixture(scope="module")
def seen(run_in_node, states) -> list[dict]:
    return run_in_node("tlr4_signalling.mjs", {"data": TLR4Signalling().data, "states": states})


def _engine(state: dict, antagonist_uM: float):
    return tlr4_response(
        state["lps_ng_per_mL"],
        damp_per_ec50=state["damp_per_ec50"],
        damp_strength=state["damp_strength"],
        step_min=1.0,
        myd88=float(state["myd88"]),
        trif=float(state["trif"]),
        inducible_ikba=float(state["inducible_ikba"]),
        antagonist_uM=antagonist_uM,
        ic50_uM=state["ic50_uM"],
        blocks=state["blocks"],
    )


def _concentration_uM(state: dict) -> float:
    # 100 µM: Kučić 2021. The person: the engine's free peak after 4.5 mg.
    return {"person": free_peak_nM(4.5) / 1000, "dish": 100.0}.get(state["given"], state["antagonist_uM"])


def test_every_curve_agrees_with_the_engine(states, seen):
    """Compared with `tlr4_response` directly; the scales to per cent are computed here again."""
    full = tlr4_response(100.0, step_min=1.0)
    scales = {
        "nuclear_nfkb": 100.0,
        "ikba_total": 100 / full["ikba_total"][0],
        "tnf_mrna": 100 / full["tnf_mrna"].max(),
        "tnf": 100 / full["tnf"].max(),
    }
    assert len(seen) == len(states) >= 200
    for state, one in zip(states, seen, strict=True):
        for name, uM in (("without", 0.0), ("with_blocker", _concentration_uM(state))):
            response = _engine(state, uM)
            for variable, scale in scales.items():
                np.testing.assert_allclose(
                    one[name][variable],
                    scale * response[variable][::15],
                    rtol=RELATIVE,
                    atol=SMALLEST * scale,
                    err_msg=f"{name} {variable} {state}",
                )


def test_peaks_against_concentration_agree_with_the_engine(states, seen):
    """The drawn line may be 0.5 percentage points off."""
    checked = 0
    for state, one in zip(states, seen, strict=True):
        if one["peaks"] is None:
            continue
        whole = _engine(state, 0.0)
        for place in (4, 11, 18):
            response = _engine(state, one["peaks"]["uM"][place])
            for variable in ("tnf", "nuclear_nfkb"):
                expected = 100 * response[variable].max() / whole[variable].max()
                assert one["peaks"][variable][place] == pytest.approx(expected, abs=0.5)
                checked += 1
    assert checked >= 60


def test_sentence_and_table_are_the_same_on_both_sides(states, seen):
    for state, one in zip(states[:80], seen, strict=False):
        piece = TLR4Signalling(**state)
        assert one["sentence"] == piece.sentence()
        table = piece.table()
        assert one["table"]["columns"] == list(table.columns)
        assert one["table"]["caption"] == piece.table_caption()
        rows = np.array(one["table"]["rows"], dtype=float)
        np.testing.assert_allclose(rows, table.to_numpy(dtype=float), rtol=0, atol=0.1001)
        assert (rows == table.to_numpy(dtype=float)).mean() > 0.99

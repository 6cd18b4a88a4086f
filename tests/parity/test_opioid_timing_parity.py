"""The page's opioid timing computes the same numbers, and says the same words, as `ldn.pharmacology`."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.interactives import OpioidTiming
from ldn.pharmacology import (
    acts_like_doses,
    naltrexone_level,
    opioid_effect,
    opioid_level,
    shared_receptors,
)
from ldn.reference import safety

N_STATES = 240
TOLERANCE = 1e-6
HOURS = np.array([0, 0.25, 1, 4, 24])


@pytest.fixture(scope="module")
def states() -> list[dict]:
    random = np.random.default_rng(10)
    return [
        {
            "first": str(random.choice(["opioid", "naltrexone"])),
            "dose_mg": float(random.choice([50.0, round(float(random.uniform(0.5, 50)), 2)], p=[0.1, 0.9])),
            "opioid": str(random.choice(["oxycodone", "morphine", "methadone", "buprenorphine"])),
            "hours_since_opioid": float(random.choice([0, 1, 6, 24, 47.5, 72, 240, 336])),
            "hours_since_tablet": float(random.choice([0, 6, 24, 24.5, 72, 120])),
            "held_percent": round(float(random.uniform(10, 95)), 1),
            "tau": round(float(random.uniform(0.5, 20)), 2),
            "adaptation_half_life_days": round(float(random.uniform(0.5, 10)), 1),
        }
        for _ in range(N_STATES)
    ]


@pytest.fixture(scope="module")
def in_node(run_in_node, states) -> list[dict]:
    return run_in_node("opioid_timing.mjs", {"data": OpioidTiming().data, "states": states})


def test_every_number_agrees_with_the_engine(states, in_node):
    """Compared with the functions of `ldn.pharmacology` directly, not with the piece's Python side."""
    assert len(in_node) == len(states) >= 200
    for state, seen in zip(states, in_node, strict=True):
        opioid = safety.opioid(state["opioid"])
        peak = {"held_at_peak": state["held_percent"] / 100, "half_life_h": opioid.half_life_h}
        usual = opioid_level(0, **peak)
        usual_effect = opioid_effect(usual, 0, tau=state["tau"])

        def moments(level, blocked, tau=state["tau"], usual_effect=usual_effect):
            return np.column_stack(
                [*shared_receptors(level, blocked), opioid_effect(level, blocked, tau=tau) / usual_effect]
            )

        fading = opioid_level(state["hours_since_opioid"] + HOURS, **peak)
        single = naltrexone_level(state["dose_mg"], HOURS, daily=False)
        plasma = naltrexone_level(state["dose_mg"], HOURS, daily=True, link="plasma")
        before = float(naltrexone_level(state["dose_mg"], state["hours_since_tablet"], daily=True))
        later = naltrexone_level(state["dose_mg"], state["hours_since_tablet"] + HOURS, daily=True)
        expected = {
            "afterTablet": moments(fading, single),
            "afterLastTablet": moments(np.full(len(HOURS), usual), plasma),
            "raised": acts_like_doses(before, later),
            "inTheEnd": 1 + before,
            "left": [
                [
                    *(
                        float(
                            shared_receptors(opioid_level(day * 24, **{**peak, "half_life_h": half_life}), 0)[
                                0
                            ]
                        )
                        for half_life in (opioid.low_h, opioid.half_life_h, opioid.high_h)
                    ),
                    0.5 ** (day / state["adaptation_half_life_days"]),
                ]
                for day in (0, 1, 10)
            ],
        }
        for name, values in expected.items():
            np.testing.assert_allclose(
                seen[name], values, rtol=TOLERANCE, atol=1e-12, err_msg=f"{name} {state}"
            )


def test_words_and_table_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node, strict=True):
        piece = OpioidTiming(**state)
        assert seen["sentence"] == piece.sentence(), state
        table = piece.table()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["caption"] == piece.table_caption()
        # One unit of the last decimal: a value on the edge of rounding may fall either way.
        np.testing.assert_allclose(seen["table"]["rows"], table.to_numpy(), atol=0.1001)

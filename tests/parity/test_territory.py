"""The page scales one mosaic where the engine makes a new one at each density: the cells and times are the same."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.interactives import Territory
from ldn.neuroimmune import process_arrival, tile_territories, visited_share

N_STATES = 200
# Coordinates are shipped with eight decimals of the mean spacing.
RELATIVE, SMALLEST = 1e-6, 1e-6


def _states(n: int, seed: int) -> list[dict]:
    random = np.random.default_rng(seed)
    return [
        {
            "density_per_mm3": float(random.integers(4000, 12001)),
            "arrangement": str(random.choice(["regular", "random"])),
            "injury_x_um": round(float(random.uniform(0, 360)), 1),
            "injury_y_um": round(float(random.uniform(0, 240)), 1),
            "time_min": float(random.integers(0, 61)) / 2,
            "watched_h": float(random.integers(0, 49)) / 4,
            "tip_width_um": round(float(random.uniform(0.5, 5)), 2),
        }
        for _ in range(n)
    ]


@pytest.fixture(scope="module")
def states() -> list[dict]:
    return _states(N_STATES, seed=62)


@pytest.fixture(scope="module")
def seen(run_in_node, states) -> list[dict]:
    return run_in_node("territory.mjs", {"data": Territory().data, "states": states})


def test_every_cell_agrees_with_the_engine(states, seen):
    """A mosaic made afresh at each density by `tile_territories`, and its `process_arrival`."""
    pitches = Territory().data["pitches"]
    assert len(seen) == len(states) >= 200
    for state, one in zip(states, seen, strict=True):
        pitch = (1e9 / state["density_per_mm3"]) ** (1 / 3)
        size = [n * pitch for n in pitches]
        kind = {"regular": "close_packed", "random": "random"}[state["arrangement"]]
        tiles = tile_territories(state["density_per_mm3"], tuple(size), 12, arrangement=kind)
        place = (state["injury_x_um"] + (size[0] - 360) / 2, state["injury_y_um"] + (size[1] - 240) / 2)
        arrivals = process_arrival(tiles, place)
        expected = arrivals[["ring", "earliest_min", "latest_min"]].to_numpy()
        np.testing.assert_allclose(one["cells"], expected, rtol=RELATIVE, atol=SMALLEST, err_msg=str(state))
        np.testing.assert_allclose(one["areas"], tiles.area_um2, rtol=RELATIVE, atol=1e-3)
        assert one["spacing_um"] == pytest.approx(tiles.spacing_um.mean(), rel=RELATIVE)
        near = arrivals[arrivals["ring"] == 1]
        assert one["arrived"] == (near["earliest_min"] <= state["time_min"]).sum()


def test_what_has_been_visited_agrees_with_the_engine(states, seen):
    """The published median of processes is the engine's default."""
    for state, one in zip(states, seen, strict=True):
        share = visited_share(
            60 * state["watched_h"], state["density_per_mm3"], tip_width_um=state["tip_width_um"]
        )
        assert one["visited"] == pytest.approx(float(share), rel=RELATIVE, abs=1e-12)


def test_sentence_and_table_are_the_same_on_both_sides(states, seen):
    for state, one in zip(states[:60], seen, strict=False):
        piece = Territory(**state)
        assert one["sentence"] == piece.sentence()
        table = piece.table()
        assert one["table"]["columns"] == list(table.columns)
        assert one["table"]["caption"] == piece.table_caption()
        for column in (0, 3):
            assert [row[column] for row in one["table"]["rows"]] == table.iloc[:, column].tolist()
        np.testing.assert_allclose(
            [row[1:3] for row in one["table"]["rows"]],
            table.iloc[:, 1:3].to_numpy(dtype=float),
            rtol=0,
            atol=0.1001,
        )

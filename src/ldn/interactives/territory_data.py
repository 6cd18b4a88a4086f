"""What the territory piece computes with: two seeded mosaics in units of spacing, published counts, shares of cells."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ldn.neuroimmune import Territories, tile_territories
from ldn.neuroimmune.microglia import UM3_PER_MM3
from ldn.reference import neuroimmune as reference

WINDOW_UM = (360.0, 240.0)
LOWEST_DENSITY, HIGHEST_DENSITY = 4000.0, 12000.0
LONGEST_H = 12.0
ARRANGEMENTS = {"regular": "close_packed", "random": "random"}

# Large enough to cover the window at the highest density with half a cell to spare on each side.
_PITCHES = tuple(round(edge / (UM3_PER_MM3 / HIGHEST_DENSITY) ** (1 / 3) + 1, 2) for edge in WINDOW_UM)
_SEED = 12
# At 1 cell per cubic unit the unit of length is density^(-1/3); the engine counts in µm and mm³.
_UNIT_DENSITY_PER_MM3 = UM3_PER_MM3
_DECIMALS = 8
_COUNTS = ("density_mouse_review", "density_rat_pfc_2_5", "density_rat_pfc_2_7", "density_rat_pfc_2_9")


def pitch_um(density_per_mm3: float) -> float:
    """density^(-1/3), µm: the length by which the unit mosaic is scaled."""
    return float((UM3_PER_MM3 / density_per_mm3) ** (1 / 3))


def mosaic(density_per_mm3: float, arrangement: str) -> Territories:
    """The mosaic at a density; the same cells at every density, since one seed gives one mosaic up to its scale.

    It is larger than the window, which lies in its middle: see `window_corner_um`.
    """
    pitch = pitch_um(density_per_mm3)
    area = tuple(pitches * pitch for pitches in _PITCHES)
    return tile_territories(density_per_mm3, area, _SEED, arrangement=ARRANGEMENTS[arrangement])


def window_corner_um(density_per_mm3: float) -> tuple[float, float]:
    """Where the corner of the window lies in the mosaic, µm."""
    pitch = pitch_um(density_per_mm3)
    return tuple((pitches * pitch - edge) / 2 for pitches, edge in zip(_PITCHES, WINDOW_UM, strict=True))


@cache
def unit_mosaic(arrangement: str) -> dict[str, Any]:
    """A mosaic in units of density^(-1/3): corners (x, y, x, y …), outlines as places in it, somata, neighbours."""
    tiles = tile_territories(_UNIT_DENSITY_PER_MM3, _PITCHES, _SEED, arrangement=ARRANGEMENTS[arrangement])
    places: dict[tuple[float, float], int] = {}
    outlines = []
    for polygon in tiles.polygons:
        ring = np.round(np.array(polygon.exterior.coords)[:-1], _DECIMALS)
        outlines.append([places.setdefault((float(x), float(y)), len(places)) for x, y in ring])
    return {
        "corners": [value for corner in places for value in corner],
        "outlines": outlines,
        "somata": np.round(tiles.points_um, _DECIMALS).tolist(),
        "neighbours": [near.tolist() for near in tiles.neighbours],
        "spacing": round(float(tiles.spacing_um.mean()), _DECIMALS),
    }


def counted_densities() -> list[dict[str, Any]]:
    """Published counts of somata, cells/mm³, each with where it is from and whether it is data or our reading."""
    figures = {figure.id: figure for figure in reference.cell_figures("density")}
    return [
        {
            "per_mm3": figures[id].value,
            "text": f"{figures[id].species}, {figures[id].quantity[0].lower()}{figures[id].quantity[1:]}",
            "inferred": figures[id].confidence == "inferred",
        }
        for id in _COUNTS
    ]


def counted_range() -> tuple[float, float]:
    """Lowest and highest published count, cells/mm³."""
    values = [count["per_mm3"] for count in counted_densities()]
    return min(values), max(values)


def shares() -> list[dict[str, Any]]:
    """Microglia among a hundred cells: measured extremes, what follows from counting, and the phrase, in per cent."""
    figures = {figure.id: figure for figure in reference.cell_figures("share")}
    regions, counted, phrase = (
        figures[id] for id in ("share_human_regions", "share_all_cells_computed", "share_brain_review_10_15")
    )
    return [
        {"low": regions.low, "high": regions.low, "name": "region with fewest", "kind": "measured"},
        {"low": counted.value, "high": counted.value, "name": "of all brain cells", "kind": "counting"},
        {"low": phrase.low, "high": phrase.high, "name": "of “brain cells”", "kind": "phrase"},
        {"low": regions.high, "high": regions.high, "name": "region with most", "kind": "measured"},
    ]


def speed_um_per_min() -> float:
    """Published speed of processes in slices, µm/min."""
    return reference.parameter("process_speed_um_per_min").value


def processes_per_cell() -> dict[str, float]:
    """Published processes of one cell: median, and the quartiles between which half of the cells lay."""
    (figure,) = (one for one in reference.cell_figures("motility") if one.id == "processes_per_cell")
    return {"value": figure.value, "low": figure.low, "high": figure.high}


def shipped_data() -> dict[str, Any]:
    """Everything the page needs beside its state; the same for every state."""
    return {
        "window_um": list(WINDOW_UM),
        "pitches": list(_PITCHES),
        "mosaics": {name: unit_mosaic(name) for name in ARRANGEMENTS},
        "counted": counted_densities(),
        "shares": shares(),
        "speed_um_per_min": speed_um_per_min(),
        "processes": processes_per_cell(),
    }

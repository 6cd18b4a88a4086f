"""What the territory piece shows now, computed by `ldn.neuroimmune`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ldn.interactives.territory_data import mosaic, processes_per_cell, window_corner_um
from ldn.interactives.wording import NBSP, fixed, significant
from ldn.neuroimmune import Territories, process_arrival, visited_share

CAPTION = "When processes can reach the injury, and how much of a territory they have visited"
_TABLE_H = (1.0, 2.0, 4.0, 8.0, 12.0)


@dataclass(frozen=True)
class View:
    """A mosaic with an injury at a moment after it, and a territory that is watched; settings as in `Territory`."""

    density_per_mm3: float
    arrangement: str
    injury_x_um: float
    injury_y_um: float
    time_min: float
    watched_h: float
    tip_width_um: float

    def visited(self, which: str = "value", watched_h: float | None = None) -> float:
        """Share of a territory visited by now, or by another hour; which: processes' median, or low, high quartile."""
        hours = self.watched_h if watched_h is None else watched_h
        share = visited_share(
            60 * hours,
            self.density_per_mm3,
            tip_width_um=self.tip_width_um,
            processes=processes_per_cell()[which],
        )
        return float(share)

    @cached_property
    def tiles(self) -> Territories:
        """The mosaic, larger than the window that is shown."""
        return mosaic(self.density_per_mm3, self.arrangement)

    @property
    def injury_in_mosaic_um(self) -> tuple[float, float]:
        corner = window_corner_um(self.density_per_mm3)
        return (self.injury_x_um + corner[0], self.injury_y_um + corner[1])

    @cached_property
    def arrivals(self) -> pd.DataFrame:
        """One row a territory: ring (0 home, 1 neighbour, 2 farther), earliest and latest arrival (min)."""
        return process_arrival(self.tiles, self.injury_in_mosaic_um)

    @cached_property
    def answering(self) -> pd.DataFrame:
        """The cell on the spot and its neighbours, in the order in which their processes can arrive."""
        near = self.arrivals[self.arrivals["ring"] < 2]
        return near.sort_values(["ring", "latest_min"], kind="stable")

    @property
    def spacing_um(self) -> float:
        """Mean distance of the cells of the mosaic to their nearest neighbour."""
        return float(self.tiles.spacing_um.mean())

    @property
    def neighbours(self) -> int:
        return int((self.arrivals["ring"] == 1).sum())

    @property
    def arrived(self) -> int:
        """Neighbours whose nearest processes can have arrived by now."""
        near = self.arrivals[self.arrivals["ring"] == 1]
        return int((near["earliest_min"] <= self.time_min).sum())


def territory_table(view: View) -> pd.DataFrame:
    """When the processes of each answering cell can arrive, edge of territory to soma; and what has been visited."""
    cells = ["the cell on the spot", *(f"neighbour {i}" for i in range(1, len(view.answering)))]
    rows = [
        (f"{cell} reaches the injury", _tenth(arrival["earliest_min"]), _tenth(arrival["latest_min"]), "min")
        for cell, (_, arrival) in zip(cells, view.answering.iterrows(), strict=True)
    ]
    rows += [
        (
            f"visited after {significant(hours)}{NBSP}h",
            *(_tenth(100 * view.visited(which, hours)) for which in ("low", "high")),
            "% of a territory",
        )
        for hours in (view.watched_h, *_TABLE_H)
    ]
    return pd.DataFrame(rows, columns=["what", "lowest", "highest", "unit"])


def _tenth(value: float) -> float:
    return float(fixed(float(value), 1))

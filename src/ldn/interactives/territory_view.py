"""What the territory piece shows now, computed by `ldn.neuroimmune`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ldn.interactives.territory_data import mosaic, window_corner_um
from ldn.interactives.wording import fixed
from ldn.neuroimmune import Territories, process_arrival


@dataclass(frozen=True)
class View:
    """A mosaic with an injury at a moment after it; settings as in `Territory`."""

    density_per_mm3: float
    arrangement: str
    injury_x_um: float
    injury_y_um: float
    time_min: float

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


def arrival_table(view: View) -> pd.DataFrame:
    """The cells that answer: which, and when their processes can arrive from the territory's edge and the soma, min."""
    return pd.DataFrame(
        {
            "cell": ["on the spot", *(f"neighbour {i}" for i in range(1, len(view.answering)))],
            "from the edge of its territory (min)": _tenths(view.answering["earliest_min"]),
            "from its soma (min)": _tenths(view.answering["latest_min"]),
        }
    )


def _tenths(times: pd.Series) -> list[float]:
    return [float(fixed(float(time), 1)) for time in times]

"""What two sets of ratings say: how they moved, and how far they lie from the course's reading of the verdicts."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ldn.interactives.claim_meter_data import READING_OF, rated_claims


@dataclass(frozen=True)
class Row:
    """One claim with its ratings, 0 to 100, or None where it is not rated."""

    claim: dict[str, Any]
    before: int | None
    after: int | None

    @property
    def latest(self) -> int | None:
        """The rating of now, or failing that the one from the start."""
        return self.before if self.after is None else self.after

    @property
    def change(self) -> int | None:
        """Points gained since the start."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def excess(self) -> int | None:
        """Points by which the latest rating lies above the course's reading; negative below it, 0 within."""
        if self.latest is None:
            return None
        reading = READING_OF[self.claim["verdict"]]
        return max(self.latest - reading.high, 0) + min(self.latest - reading.low, 0)


@dataclass(frozen=True)
class View:
    """The ratings of one stage; see `ClaimMeter` for the arguments."""

    stage: str
    revealed: bool
    rows: tuple[Row, ...]
    order: str

    @property
    def now(self) -> list[tuple[str, int]]:
        """Id and rating of every claim rated at this stage."""
        ratings = [
            (row.claim["id"], row.before if self.stage == "before" else row.after) for row in self.rows
        ]
        return [(id, rating) for id, rating in ratings if rating is not None]

    @property
    def moved(self) -> list[Row]:
        """Rows rated twice, in the article's order."""
        return [row for row in self.rows if row.change is not None]

    @property
    def typical_change(self) -> float:
        """Median distance, in points, between the two ratings of a claim; NaN if none was rated twice."""
        changes = [abs(row.change) for row in self.moved]
        return statistics.median(changes) if changes else float("nan")

    @property
    def outside(self) -> list[Row]:
        """Rows whose latest rating lies outside the course's reading, farthest first."""
        return sorted((row for row in self.rows if row.excess), key=lambda row: -abs(row.excess))

    @property
    def drawn(self) -> list[Row]:
        """Rows as the picture orders them: as in the article, or those that disagree most with the evidence first."""
        if self.order == "article":
            return list(self.rows)
        return sorted(self.rows, key=lambda row: -1 if row.excess is None else abs(row.excess), reverse=True)


def evaluate(
    stage: str, before: Mapping[str, int], after: Mapping[str, int], revealed: bool, order: str
) -> View:
    """The view of a state."""
    rows = tuple(Row(claim, before.get(claim["id"]), after.get(claim["id"])) for claim in rated_claims())
    return View(stage=stage, revealed=revealed and stage == "after", rows=rows, order=order)

"""The ratings as a table; ``js/claim_meter/table.js`` makes the same table for the page."""

from __future__ import annotations

import pandas as pd

from ldn.interactives.claim_meter_view import View
from ldn.interactives.claim_meter_wording import signed

_NOT_RATED = "not rated"


def rating_table(view: View) -> pd.DataFrame:
    """One row a claim. Verdicts and earlier ratings are in it only once they are revealed."""
    if not view.revealed:
        rows = [
            [
                row.claim["id"],
                row.claim["words"],
                _rating(row.before if view.stage == "before" else row.after),
            ]
            for row in view.rows
        ]
        return pd.DataFrame(rows, columns=["claim", "words", "your rating (0–100)"])
    rows = [
        [row.claim["id"], row.claim["words"], _rating(row.before), _rating(row.after),
         "" if row.change is None else signed(row.change), row.claim["verdict"], row.claim["reason"]]
        for row in view.drawn
    ]  # fmt: skip
    columns = ["claim", "words", "at the start (0–100)", "now (0–100)", "change", "verdict", "reason"]
    return pd.DataFrame(rows, columns=columns)


def caption(view: View) -> str:
    """What the table holds."""
    return (
        "Your ratings, and the verdict on each claim"
        if view.revealed
        else "Your ratings of the article’s claims"
    )


def _rating(rating: int | None) -> str:
    return _NOT_RATED if rating is None else str(rating)

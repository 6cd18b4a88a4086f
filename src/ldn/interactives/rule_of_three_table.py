"""The numbers behind a rule of three; ``js/rule_of_three/table.js`` makes the same table for the page."""

from __future__ import annotations

import pandas as pd

from ldn.evidence import chance_of_an_event, event_upper_bound
from ldn.interactives.rule_of_three_view import View
from ldn.interactives.wording import significant

CAPTION = "Highest risk that fits so few events (95 %), by people watched"
SIZES = (20, 50, 100, 200, 500, 1000, 3000, 10_000, 30_000, 100_000)


def bound_table(view: View) -> pd.DataFrame:
    """One row a size of study, the reader's own among them."""
    sizes = sorted({*(size for size in SIZES if size >= view.events), view.people})
    return pd.DataFrame(
        [
            [
                size,
                view.events,
                significant(100 * event_upper_bound(view.events, size), 3),
                "" if view.events else significant(min(100.0, 300 / size), 3),
                significant(100 * chance_of_an_event(1 / view.one_in, size), 3),
            ]
            for size in sizes
        ],
        columns=[
            "people watched",
            "events",
            "highest risk, exact (%)",
            "3 ÷ people (%)",
            f"chance to see one event of 1 in {view.one_in} (%)",
        ],
    )

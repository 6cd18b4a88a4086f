"""The numbers behind a denominator dial; ``js/denominator_dial/table.js`` makes the same table for the page."""

from __future__ import annotations

import pandas as pd

from ldn.interactives.denominator_dial_view import Rate, View
from ldn.interactives.denominator_dial_wording import difference_words, needed_sentence, ratio_words
from ldn.interactives.wording import fixed

CAPTION = "Counts, rates with Wilson's 95 % interval, and effects (difference: Newcombe's interval)"


def rate_table(view: View) -> pd.DataFrame:
    """A row an arm, and a row an effect where there is something to compare with."""
    rows = [_row("LDN", view.ldn)]
    if view.placebo is not None:
        rows.append(_row("placebo", view.placebo))
        rows += [
            ["risk difference", "", "", difference_words(view.difference), "", ""],
            ["risk ratio", "", "", ratio_words(view.ratio), "", ""],
            ["number needed to treat", "", "", needed_sentence(view), "", ""],
        ]
    return pd.DataFrame(
        rows, columns=["arm or effect", "with the result", "people", "rate (%)", "low (%)", "high (%)"]
    )


def _row(name: str, rate: Rate) -> list[object]:
    return [
        name,
        rate.events,
        rate.people,
        *(fixed(100 * value, 1) for value in (rate.share, rate.low, rate.high)),
    ]

"""The table of a rebound model; ``js/rebound_model/table.js`` shows the same."""

from __future__ import annotations

import pandas as pd

from ldn.interactives.rebound_model_view import View, at_hour
from ldn.interactives.rebound_model_wording import named
from ldn.interactives.wording import NBSP, fixed


def rebound_table(view: View) -> pd.DataFrame:
    """A settled day hour by hour: blocked receptors (%), and opioid, receptors and signal in % of baseline.

    Where the blockade jumps, the row holds what follows the jump.
    """
    own, other = view.own.day, view.other.day
    columns = {
        "blocked (%)": (own, own.blocked),
        "opioid (% of baseline)": (own, own.opioid),
        "receptors (% of baseline)": (own, own.receptors),
        "signal (% of baseline)": (own, own.signal),
        f"signal, {named(view, view.other_amount)} (% of baseline)".replace(NBSP, " "): (other, other.signal),
    }
    hours = range(25)
    return pd.DataFrame(
        {
            "time (h)": list(hours),
            **{
                name: [float(fixed(100 * at_hour(course, values, hour), 1)) for hour in hours]
                for name, (course, values) in columns.items()
            },
        }
    )

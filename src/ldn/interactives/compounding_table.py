"""The numbers behind the compounding piece; ``js/compounding/table.js`` makes the same table for the page."""

from __future__ import annotations

import pandas as pd

from ldn.interactives.compounding_data import prices
from ldn.interactives.compounding_view import View
from ldn.interactives.wording import fixed, significant

CAPTION = "The dose, its errors, the capsules of the batch, and published prices"
_SLIPS = {
    "none": "without a slip",
    "ten_times": "decimal point to the right",
    "a_tenth": "decimal point to the left",
    "mL_for_mg": "mL taken for mg",
}


def compounding_table(view: View) -> pd.DataFrame:
    """What, how much, in which unit."""
    dose = view.measured
    rows = [
        ("dose meant", significant(view.dose_mg, 4), "mg"),
        ("concentration", significant(dose.concentration_mg_per_mL, 4), "mg/mL"),
        ("volume of the dose", significant(dose.volume_mL, 4), "mL"),
        *((f"swallowed, {_SLIPS[slip]}", significant(mg, 4), "mg") for slip, mg in view.slips.items()),
        ("mu receptors occupied by the dose meant", fixed(view.meant_percent, 1), "%"),
        ("mu receptors occupied by the dose swallowed", fixed(view.swallowed_percent, 1), "%"),
        ("misreading", significant(dose.read_error_mg, 3), "mg"),
        ("misreading, share of the dose", significant(dose.read_error_percent, 3), "%"),
        ("acceptance value, first 10 by assay", fixed(view.first_value, 1), "% of label"),
        ("acceptance value, first 10 by weight", fixed(view.weighed_value, 1), "% of label"),
        (
            f"acceptance value, the {view.assayed.units} that decide",
            fixed(view.assayed.acceptance_value, 1),
            "% of label",
        ),
        *(
            (f"capsule {number}: content", fixed(float(content), 1), "% of label")
            for number, content in enumerate(view.contents, start=1)
        ),
        *(
            (f"month of doses, {price['place']}, {price['year'] or 'undated'}", written_price(price), price["currency"])
            for price in prices()
        ),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["what", "value", "unit"])


def written_price(price: dict) -> str:
    """A month's price as it was printed: one figure, a range, or "from" a figure."""
    low, high = significant(price["low"], 4), significant(price["high"], 4)
    span = low if low == high else f"{low}–{high}"
    return f"from {span}" if price["at_least"] else span

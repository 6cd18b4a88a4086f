"""The numbers behind a reach check; ``js/reach_check/table.js`` makes the same table for the page."""

from __future__ import annotations

import pandas as pd

from ldn.interactives.reach_check_data import receptors
from ldn.interactives.reach_check_view import View
from ldn.interactives.wording import significant

CAPTION = "Reports in vitro, and how many times each concentration is the level that a dose gives"


def reach_table(view: View) -> pd.DataFrame:
    """One row a receptor constant or report; "not stated" where the text that was read names no concentration."""
    rows = [
        [receptor["name"], "naltrexone", "receptor", "affinity", *_numbers(view, receptor["nM"], receptor["nM"])]
        for receptor in receptors()
    ]  # fmt: skip
    rows += [
        [report["cited"], report["agent"], report["system"], f"{report['readout']}: {report['outcome']}",
         *_numbers(view, report["low_nM"], report["high_nM"])]
        for report in view.listed
    ]  # fmt: skip
    columns = ["report", "agent", "system", "read out: outcome", "lowest (nM)", "highest (nM)"]
    for dose in view.doses_mg:
        columns += [
            f"lowest ÷ level after {significant(dose, 4)} mg",
            f"highest ÷ level after {significant(dose, 4)} mg",
        ]
    return pd.DataFrame(rows, columns=columns)


def _numbers(view: View, low_nM: float | None, high_nM: float | None) -> list[str]:
    if low_nM is None or high_nM is None:
        return ["not stated"] * (2 + 2 * len(view.doses_mg))
    over = [nM / level for level in view.levels_nM for nM in (low_nM, high_nM)]
    return [significant(number, 3) for number in (low_nM, high_nM, *over)]

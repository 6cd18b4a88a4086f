"""The numbers behind a forest builder; ``js/forest_builder/table.js`` makes the same table for the page."""

from __future__ import annotations

import math

import pandas as pd

from ldn.interactives.forest_builder_data import lacks, short_name, trials
from ldn.interactives.forest_builder_view import Choices, View
from ldn.interactives.forest_builder_wording import UNITS, choice_words, signed
from ldn.interactives.wording import fixed


def forest_table(view: View) -> pd.DataFrame:
    """Trials, the reader's pool, the ends and the middle of all combinations, and what was published."""
    rows = []
    for row in view.rows:
        if row.effect is None:
            rows.append(["trial", row.name, "not seen", "not seen", "not seen", lacks(row.id, view.measure)])
        else:
            weight = "left out" if row.weight is None else f"{fixed(100 * row.weight, 1)} % of the weight"
            rows.append(
                [
                    "trial",
                    row.name,
                    *_three(row.effect.estimate, row.effect.ci_low, row.effect.ci_high),
                    weight,
                ]
            )
    pooled = view.pooled
    if pooled is not None:
        spread = f"tau² {fixed(pooled.tau2, 4)}, I² {fixed(pooled.i2, 1)} %, Q {fixed(pooled.q, 3)}"
        numbers = _three(pooled.estimate, pooled.ci_low, pooled.ci_high)
        rows.append(["your pool", choice_words(view.choices), *numbers, spread])
        if not math.isnan(pooled.prediction_low):
            ends = _three(pooled.estimate, pooled.prediction_low, pooled.prediction_high)
            rows.append(
                [
                    "prediction interval",
                    choice_words(view.choices),
                    *ends,
                    "t on k − 2 degrees of freedom",
                ]
            )
    every = view.combinations
    for place in (1, (len(every) + 1) // 2, len(every)):
        one = every[place - 1]
        label = f"number {place} of {len(every)}"
        rows.append([label, _described(one.choices), *_three(one.estimate, one.low, one.high), ""])
    for row in view.published:
        note = "converted" if row["converted"] else "as printed"
        rows.append(["published pool", row["name"], *_three(row["estimate"], row["low"], row["high"]), note])
    return pd.DataFrame(rows, columns=["what", "which", "estimate", "95 % low", "95 % high", "note"])


def caption(view: View) -> str:
    """What the table holds."""
    return f"Pain, LDN minus placebo, in {UNITS[view.measure]}; negative is less pain on LDN"


def _described(choices: Choices) -> str:
    names = {trial.id: short_name(trial.name) for trial in trials()}
    together = " + ".join(names[id] for id in choices.trials)
    return f"{together}, {choice_words(choices)}"


def _three(*numbers: float) -> list[str]:
    return [signed(number, 3) for number in numbers]

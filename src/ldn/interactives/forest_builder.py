"""The forest builder: the trials of pain in fibromyalgia, pooled as the reader chooses, beside all other choices."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from traitlets import Bool, Enum, List, TraitError, Unicode

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.forest_builder_data import CROSSOVER, MEASURES, TIME_POINTS, poolable, shipped_data
from ldn.interactives.forest_builder_table import caption, forest_table
from ldn.interactives.forest_builder_view import View, evaluate
from ldn.interactives.forest_builder_wording import sentence


class _Trials(List):
    """Ids of trials that can be pooled, none twice."""

    def __init__(self) -> None:
        super().__init__(Unicode(), poolable())

    def validate(self, obj: Any, value: Any) -> list[str]:
        ids = super().validate(obj, value)
        for id in ids:
            if id not in poolable():
                raise TraitError(f"{self.name} has {id!r}; allowed are {', '.join(poolable())}.")
        if len(set(ids)) < len(ids):
            raise TraitError(f"{self.name} names a trial twice: {', '.join(ids)}.")
        return ids


class ForestBuilder(ComputedInteractive):
    """Pool the placebo-controlled trials of LDN for pain in fibromyalgia, choice by choice.

    Parameters
    ----------
    trials : list of str
        Ids of the trials to pool.
    measure : {"mean difference", "standardised mean difference"}
        Points of a scale from 0 to 10, or standard deviations.
    model : {"random", "fixed"}
    tau2 : {"DL", "PM"}
        Variance between trials after DerSimonian & Laird or Paule & Mandel; random effects only.
    hartung_knapp : bool
        The interval of Hartung & Knapp, on t with k - 1 degrees of freedom; random effects only.
    crossover : {"paired", "unpaired", "misread"}
        The crossover trial by its pairs, as two groups of different people, or as two such groups with the
        half-widths of its confidence intervals taken for standard deviations, which are two slips.
    time_point : {"main", "last"}
        Trials at their own main time point or at their last.
    predict : str, optional
        A question to which the reader first commits a guess, in points.

    Raises
    ------
    traitlets.TraitError
        A value that is not allowed, with its name and what is.
    TypeError
        An unknown argument.
    """

    piece: ClassVar[str] = "forest_builder"
    heading: ClassVar[str] = "What does it add up to? It depends on how you add"
    model_note: ClassVar[str] = """\
To discuss:

- Two trials are in no pool here, because the text that was read gives no mean with its spread. Which way might that
  bend the sum?
- Younger 2013 prints its result in per cent of baseline. It stands here as points of ten by way of the baseline mean.
  Is a mean of percentages the percentage of a mean?
- The standardised effect of Bested 2023 is a rank effect size, read as a difference of pairs, with a number of people
  that was inferred. It is rough. What happens to the sum without it?
- "± taken for SD" holds two slips: the spread is too small, and the pairs are read as strangers. Which one moves
  the sum more?
- A standardised difference divides by a standard deviation, and papers differ in whose. Published pools on the other
  scale are converted here with 1 SD = 1.5 points, the spread at baseline. Would another spread change their order?
- "Every combination" means the switches of this page, each used once. Not all are equally good: ignoring pairs throws
  information away, and a fixed effect assumes that the trials share one truth. Which would you have fixed in advance?
- The published pools were made from lists of trials that were seen only in part, of four or more trials where the
  switches turn three over. An estimate beyond all combinations may rest on numbers that we did not see, or on a slip,
  and its interval may still hold ours. What would you have to read to tell?
- With three trials the variance between them is hardly known. Does a prediction interval of twelve points on a scale of
  ten describe LDN, or what three trials can say?
"""

    trials = _Trials().tag(sync=True, argument=True)
    measure = Enum(list(MEASURES), MEASURES[0]).tag(sync=True, argument=True)
    model = Enum(["random", "fixed"], "random").tag(sync=True, argument=True)
    tau2 = Enum(["DL", "PM"], "DL").tag(sync=True, argument=True)
    hartung_knapp = Bool(False).tag(sync=True, argument=True)
    crossover = Enum(list(CROSSOVER), CROSSOVER[0]).tag(sync=True, argument=True)
    time_point = Enum(list(TIME_POINTS), TIME_POINTS[0]).tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def view(self) -> View:
        """What is shown now, computed by `ldn.evidence`."""
        return evaluate(
            self.trials,
            self.measure,
            self.crossover,
            self.time_point,
            self.model,
            self.tau2,
            self.hartung_knapp,
        )

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return forest_table(self.view())

    def table_caption(self) -> str:
        return caption(self.view())

    def picture(self) -> str:
        from ldn.interactives.forest_builder_picture import paper_picture

        return paper_picture(self.view())

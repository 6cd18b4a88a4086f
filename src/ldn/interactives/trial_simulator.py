"""The trial simulator: one truth, a thousand trials, and what the significant ones among them say."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd
from traitlets import Enum, Int

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantity
from ldn.interactives.trial_simulator_data import (
    MOST_DRAWS,
    MOST_PEOPLE,
    SHOWN_TRIALS,
    published,
    shipped_data,
    supposed_effect,
)
from ldn.interactives.trial_simulator_view import View, trials_table
from ldn.interactives.trial_simulator_wording import sentence

_IDS = ("younger2013", "due_bruun2024", "innova2026")


class TrialSimulator(ComputedInteractive):
    """Run the same trial a thousand times and see how often, and how wrongly, it is significant.

    Parameters
    ----------
    like : {"younger2013", "due_bruun2024", "innova2026", "chosen"}
        Design, people and uncertainty of a published trial, or the choices below.
    design : {"crossover", "parallel"}
        Everybody takes both, in either order, or half the people take each; if chosen.
    n : int
        People, 8 to 800; if chosen.
    effect : float
        The true difference, LDN minus placebo, in points of a 0–10 pain scale, −2 to 1; negative favours LDN.
    sd : float
        Standard deviation of one result between people, 0.5 to 4 points; if chosen.
    within_r : float
        Correlation between a person's two results in a crossover trial, 0 to 0.95; if chosen.
    carry_over_percent : float
        Share of the effect still there in the placebo period that follows LDN, 0 to 100 %.
    drop_out_percent : float
        Chance that a person leaves without a result, 0 to 50 %.
    draw : int
        Which thousand trials, 1 to 999.
    predict : str, optional
        A question to which the reader first commits a guess in per cent.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name, unit and allowed range.
    TypeError
        An unknown argument.

    Examples
    --------
    >>> TrialSimulator(like="due_bruun2024").sentence()  # doctest: +SKIP
    """

    piece: ClassVar[str] = "trial_simulator"
    heading: ClassVar[str] = "One truth, a thousand trials"
    model_note: ClassVar[str] = """\
Nobody knows the true difference; here it is supposed, so that you can see what trials make of it. The untouched value
is the one that FINAL measured, which is itself one uncertain result. Nothing here is advice. To discuss:

- Everybody has the same true difference here. Suppose a third of people gain two points and the rest nothing. Which
  trial could tell that from a small gain in all?
- The standard deviation is one that gives the simulated trial the same standard error as the printed interval or p
  value. The papers adjusted for baseline pain, which the simulation does not. Where would that show?
- In Younger 2013 the printed dispersions were quoted second-hand, and the correlation is worked out from them. How far
  would you trust a correlation that nobody printed?
- Drop-outs leave at random here. People who leave because of a side effect, or because nothing helped, do not. Which
  way would each of them bend the result?
- Carry-over is a share of the effect that is left in the placebo period. It could also be a change that lasts, or a
  rebound. How long would a washout have to be, and how would you know?
- A trial here is only its p value. Would anybody have published the grey ones?
"""

    like = Enum([*_IDS, "chosen"], "younger2013").tag(sync=True, argument=True)
    design = Enum(["crossover", "parallel"], "parallel").tag(sync=True, argument=True)
    n = Int(60, min=8, max=MOST_PEOPLE).tag(sync=True, argument=True)
    effect = Quantity(supposed_effect(), -2.0, 1.0, "points").tag(sync=True, argument=True)
    sd = Quantity(1.6, 0.5, 4.0, "points").tag(sync=True, argument=True)
    within_r = Quantity(0.5, 0.0, 0.95).tag(sync=True, argument=True)
    carry_over_percent = Quantity(0.0, 0.0, 100.0, "%").tag(sync=True, argument=True)
    drop_out_percent = Quantity(0.0, 0.0, 50.0, "%").tag(sync=True, argument=True)
    draw = Int(1, min=1, max=MOST_DRAWS).tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def view(self) -> View:
        """What is shown now, computed by `ldn.evidence`."""
        settings = {name: getattr(self, name) for name in View.__dataclass_fields__}
        if self.like != "chosen":
            trial = published()[self.like]
            settings |= {name: getattr(trial, name) for name in ("design", "n", "sd", "within_r")}
        return View(**settings)

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return trials_table(self.view())

    def table_caption(self) -> str:
        return f"The first {SHOWN_TRIALS} of 1,000 simulated trials"

    def picture(self) -> str:
        from ldn.interactives.trial_simulator_picture import paper_picture

        return paper_picture(self.view())

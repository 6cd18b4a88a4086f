"""The rebound model: a daily blockade, a body that answers, and what it would take for the answer to win."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from traitlets import Enum

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantity, ranges
from ldn.interactives.rebound_model_data import shipped_data
from ldn.interactives.rebound_model_table import rebound_table
from ldn.interactives.rebound_model_view import View, evaluate
from ldn.interactives.rebound_model_wording import sentence
from ldn.pharmacology import ReboundAssumptions


class ReboundModel(ComputedInteractive):
    """Block the body's own opioids for part of each day and see whether its answer outweighs what was lost.

    A hypothesis: every number but the occupancies of lesson 04's models is an assumption.

    Parameters
    ----------
    blocked : {"hours", "biophase", "slow_dissociation", "plasma"}
        Complete blockade for so many hours a day, or the occupancy that model B, A or C gives for a daily dose.
    hours_blocked : float
        Hours of complete blockade a day, 0 to 24.
    dose_mg : float
        Daily dose for the models, 0.5 to 100 mg.
    opioid_gain, receptor_gain : float
        Relative rise of production when the signal is gone, 0 to 5; 1 doubles it.
    opioid_half_life_h, receptor_half_life_h : float
        Half-life of the two pools, 2 to 96 h and 6 to 240 h.
    brake_percent : float
        How strongly too much signal lowers production, in per cent of how strongly too little raises it, 0 to 100.
    window_days : {3, 7, 28}
        Days shown, from the first dose.
    predict : str, optional
        A question to which the reader first commits a guess in per cent of baseline.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name, unit and allowed range.
    TypeError
        An unknown argument.

    Examples
    --------
    >>> ReboundModel(hours_blocked=6, brake_percent=25).sentence()  # doctest: +SKIP
    """

    piece: ClassVar[str] = "rebound_model"
    heading: ClassVar[str] = "Does the body's answer outweigh the blockade?"
    model_note: ClassVar[str] = """\
This is a hypothesis written as equations, and not a finding. Nobody has measured these gains, half-lives or the brake
in people on a low dose. Nothing here is advice. To discuss:

- Signal is taken as opioid times free receptors. With receptors in reserve, half of them blocked might change little.
  Would that make a rebound easier or harder?
- The body's own opioid is released in bursts, by stress, food, pain and the clock. The model has one steady trickle. At
  which hour would a blockade matter most?
- Sensor and effect are one place here. Suppose the cell that senses the lack is blocked and the cell that matters is
  not: what would happen to the mean?
- A signal above the old baseline counts as gain. Receptors that see more signal may become less sensitive. Which
  knob comes nearest to that?
- Mean, peak, or hours above baseline: which of them would a benefit follow? The model cannot say.
"""

    blocked = Enum(["hours", "biophase", "slow_dissociation", "plasma"], "hours").tag(
        sync=True, argument=True
    )
    hours_blocked = Quantity(5.0, 0.0, 24.0, "h").tag(sync=True, argument=True)
    dose_mg = Quantity(4.5, 0.5, 100.0, "mg").tag(sync=True, argument=True)
    opioid_gain = Quantity(1.5, 0.0, 5.0, "×").tag(sync=True, argument=True)
    receptor_gain = Quantity(0.0, 0.0, 5.0, "×").tag(sync=True, argument=True)
    opioid_half_life_h = Quantity(24.0, 2.0, 96.0, "h").tag(sync=True, argument=True)
    receptor_half_life_h = Quantity(72.0, 6.0, 240.0, "h").tag(sync=True, argument=True)
    brake_percent = Quantity(0.0, 0.0, 100.0, "%").tag(sync=True, argument=True)
    window_days = Enum([3, 7, 28], 7).tag(sync=True, argument=True)

    @classmethod
    def shipped_data(cls) -> dict[str, Any]:
        return {**shipped_data(), "ranges": ranges(cls)}

    def view(self) -> View:
        """What is shown now, computed by `ldn.pharmacology`."""
        return evaluate(
            blocked=self.blocked,
            amount=self.hours_blocked if self.blocked == "hours" else self.dose_mg,
            assumptions=ReboundAssumptions(
                opioid_gain=self.opioid_gain,
                receptor_gain=self.receptor_gain,
                opioid_half_life_h=self.opioid_half_life_h,
                receptor_half_life_h=self.receptor_half_life_h,
                brake=self.brake_percent / 100,
            ),
            window_days=self.window_days,
        )

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return rebound_table(self.view())

    def table_caption(self) -> str:
        return "A settled day, hour by hour"

    def picture(self) -> str:
        from ldn.interactives.rebound_model_picture import paper_picture

        return paper_picture(self.view())

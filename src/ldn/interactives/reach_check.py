"""The reach check: what doses give in plasma, what receptors need, and what was used in dishes, on one axis."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd
from traitlets import Enum

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantities, Quantity
from ldn.interactives.reach_check_data import placed_reports, shipped_data
from ldn.interactives.reach_check_table import CAPTION, reach_table
from ldn.interactives.reach_check_view import View, evaluate
from ldn.interactives.reach_check_wording import sentence


class ReachCheck(ComputedInteractive):
    """Set concentrations used in vitro beside what a dose gives.

    Parameters
    ----------
    doses_mg : list of float
        One to three single oral doses of naltrexone hydrochloride, 0.5 to 100 mg.
    plasma : {"free", "total"}
        Unbound naltrexone at its peak, or bound and unbound together.
    build_up : float
        How many times the plasma level tissue is supposed to hold, 1 to 100,000; an assumption.
    agents : {"all", "naltrexone"}
        Reports on any of the drugs and isomers, or on naltrexone as it is prescribed.
    report : str
        Id of the report whose margin is read out.
    predict : str, optional
        A question to which the reader first commits a guess, as a number of zeros.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name, unit and allowed range.
    TypeError
        An unknown argument.
    """

    piece: ClassVar[str] = "reach_check"
    heading: ClassVar[str] = "From the dish to the dose"
    model_note: ClassVar[str] = """\
To discuss:

- The levels are peaks of a typical healthy adult's plasma by the course's model. Below 2 mg nothing was measured, and
  at 4.5 mg nobody published plasma levels. Could a measurement move a line by a factor of ten thousand?
- Nobody has measured naltrexone in human brain or spinal fluid after a low dose. The build-up is an **assumption**,
  there for you to find out how much of it an argument needs. What would have to hold the drug there?
- A constant at a receptor is a concentration that fills half of it. A concentration in a dish is whatever the
  experimenter chose. Is an effect at 100 µM evidence that 1 µM does nothing?
- A bar is the range that was used. Where an effect "depends on concentration", how much of it was left at the low end?
- Some reports name no concentration in the text that was read. They are in the data, not in the picture. Which way
  does that bend what you see?
- Most reports are on naloxone or on a mirror image, not on naltrexone as it is prescribed. Switch to naltrexone alone.
  What is left?
- 6β-naltrexol, several times more abundant in plasma, is left out: it matters little in the brain, and no report here
  is about it.
"""

    doses_mg = Quantities([4.5, 50.0], 0.5, 100.0, "mg", most=3, noun="doses").tag(sync=True, argument=True)
    plasma = Enum(["free", "total"], "free").tag(sync=True, argument=True)
    build_up = Quantity(1.0, 1, 100_000).tag(sync=True, argument=True)
    agents = Enum(["all", "naltrexone"], "all").tag(sync=True, argument=True)
    report = Enum([entry["id"] for entry in placed_reports()], "kucic_bv2").tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def view(self) -> View:
        """What is shown now, computed by `ldn.neuroimmune`."""
        return evaluate(list(self.doses_mg), self.plasma, self.build_up, self.agents, self.report)

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return reach_table(self.view())

    def table_caption(self) -> str:
        return CAPTION

    def picture(self) -> str:
        from ldn.interactives.reach_check_picture import paper_picture

        return paper_picture(self.view())

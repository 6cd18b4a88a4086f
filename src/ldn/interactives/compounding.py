"""Compounding: a dose drawn from a liquid, a slip of the decimal point, and capsules that are not all alike."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd
from traitlets import Enum

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantity
from ldn.interactives.compounding_data import BATCHES, shipped_data
from ldn.interactives.compounding_table import CAPTION, compounding_table
from ldn.interactives.compounding_view import View
from ldn.interactives.compounding_wording import sentence
from ldn.pharmacology.compounding import SLIPS


class Compounding(ComputedInteractive):
    """See what errors of dilution, of reading and of mixing do to a small dose. Not a way to make one.

    Parameters
    ----------
    dose_mg : float
        Dose that is meant and that stands on the capsules' label, 0.5 to 10 mg.
    volume_mL : float
        Volume in which a tablet's 50 mg are evenly spread, 5 to 500 mL.
    slip : {"none", "ten_times", "a_tenth", "mL_for_mg"}
        What goes wrong with the number: nothing, a decimal point moved, or mL drawn where mg were meant.
    read_error_mL : float
        By how much the syringe is misread, 0 to 1 mL; an assumption.
    fill_sd_percent, mixing_sd_percent : float
        Standard deviation of the capsules' fill weight, and of the powder's strength from place to place, 0 to 20 %;
        assumptions.
    mean_percent : float
        Mean strength of the powder, 80 to 120 % of the label.
    batch : int
        Which of 12 batches drawn by chance, 1 to 12.
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
    >>> Compounding(slip="mL_for_mg", volume_mL=5).view().measured.swallowed_mg  # doctest: +SKIP
    """

    piece: ClassVar[str] = "compounding"
    heading: ClassVar[str] = "How far off can a small dose be?"
    model_note: ClassVar[str] = """\
A picture of errors. **It does not say how to make a medicine**, and a kitchen is no pharmacy. To discuss:

- The liquid is taken to hold the whole tablet, evenly, for as long as it is kept. Tablets contain much that does not
  dissolve, and nobody here measured what a spoonful of the rest would hold. What would you have to assay?
- Occupancy is the mean over the day by the main model of lesson 04, were the same wrong dose taken every day. A single
  slip does less. What else about a dose ten times too large would worry you in somebody who takes opioids?
- How far a syringe is misread is an **assumption** of yours. So is how much fill weights and the mixing of the powder
  vary. No survey of compounded naltrexone was found. What would you ask a pharmacy for?
- Fill weight and strength vary independently here, and normally. Powders also separate while they are filled, so that
  the last capsules differ from the first. Would ten capsules from the top of the drum show it?
- The test is that of the pharmacopoeias for manufactured units, with a target of 100 % of the label. It speaks about
  the capsules in the test, not about the batch. How often would a poor batch pass by luck? Try the twelve.
- Prices are as printed, some without a date, none converted. Which of them would you quote today?
"""

    dose_mg = Quantity(4.5, 0.5, 10.0, "mg").tag(sync=True, argument=True)
    volume_mL = Quantity(50.0, 5.0, 500.0, "mL").tag(sync=True, argument=True)
    slip = Enum(list(SLIPS), "ten_times").tag(sync=True, argument=True)
    read_error_mL = Quantity(0.3, 0.0, 1.0, "mL").tag(sync=True, argument=True)
    fill_sd_percent = Quantity(3.0, 0.0, 20.0, "%").tag(sync=True, argument=True)
    mixing_sd_percent = Quantity(8.0, 0.0, 20.0, "%").tag(sync=True, argument=True)
    mean_percent = Quantity(100.0, 80.0, 120.0, "% of label").tag(sync=True, argument=True)
    batch = Enum(list(range(1, BATCHES + 1)), 5).tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def view(self) -> View:
        """What is shown now, computed by `ldn.pharmacology.compounding`."""
        return View(**{name: getattr(self, name) for name in View.__dataclass_fields__})

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return compounding_table(self.view())

    def table_caption(self) -> str:
        return CAPTION

    def picture(self) -> str:
        from ldn.interactives.compounding_picture import paper_picture

        return paper_picture(self.view())

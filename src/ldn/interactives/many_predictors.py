"""Many predictors: one outcome, a crowd of useless candidates, and how well the best of them does by chance."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd
from traitlets import Int

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantity
from ldn.interactives.many_predictors_data import (
    MOST_DRAWS,
    MOST_PEOPLE,
    MOST_PREDICTORS,
    TESTS_CORRECTED,
    esr_correlation,
    shipped_data,
)
from ldn.interactives.many_predictors_view import View, best_table
from ldn.interactives.many_predictors_wording import sentence


class ManyPredictors(ComputedInteractive):
    """Correlate one outcome with many predictors that have nothing to do with it, and keep the best.

    Parameters
    ----------
    n : int
        People, 5 to 40.
    n_predictors : int
        Useless candidate predictors, 1 to 100.
    r : float
        The correlation to reach, in size, 0.3 to 0.99.
    draws : int
        Draws made, 1 to 500.
    predict : str, optional
        A question to which the reader first commits a guess in per cent.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name and allowed range.
    TypeError
        An unknown argument.

    Examples
    --------
    >>> ManyPredictors(n=6).sentence()  # doctest: +SKIP
    """

    piece: ClassVar[str] = "many_predictors"
    heading: ClassVar[str] = "How well does the best of many do by chance?"
    model_note: ClassVar[str] = """\
Every predictor here is noise. That is the point, and the limit. Nothing here is advice. To discuss:

- The paper made 17 tests in all; three of them were predictors. Which number of tries would you put in, and who could
  tell you how many were looked at?
- The candidates are independent here. ESR, body mass index and age go together in the ten women. Does that give
  chance more tries, or fewer?
- A response can be defined in more than one way: over placebo, over baseline, on another scale, in another week. Each
  is a further try. Where does the slider have to stand then?
- A correlation can be too large for chance and still be no effect of the thing measured. What else could stand behind
  ESR?
- Values are normal here. An ESR has a long tail, and one or two people can carry a correlation of ten. How would you
  look for that?
"""

    n = Int(esr_correlation().n, min=5, max=MOST_PEOPLE).tag(sync=True, argument=True)
    n_predictors = Int(TESTS_CORRECTED, min=1, max=MOST_PREDICTORS).tag(sync=True, argument=True)
    r = Quantity(esr_correlation().r, 0.3, 0.99).tag(sync=True, argument=True)
    draws = Int(200, min=1, max=MOST_DRAWS).tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def view(self) -> View:
        """What is shown now."""
        return View(**{name: getattr(self, name) for name in View.__dataclass_fields__})

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return best_table(self.view())

    def table_caption(self) -> str:
        return "The best correlation of each draw"

    def picture(self) -> str:
        from ldn.interactives.many_predictors_picture import paper_picture

        return paper_picture(self.view())

"""The rule of three: what nobody, or hardly anybody, with an event still leaves possible."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Whole
from ldn.interactives.rule_of_three_data import shipped_data
from ldn.interactives.rule_of_three_table import CAPTION, bound_table
from ldn.interactives.rule_of_three_view import View, evaluate
from ldn.interactives.rule_of_three_wording import sentence


class RuleOfThree(ComputedInteractive):
    """See which risks fit what was seen, and how many people a rare event asks for.

    Parameters
    ----------
    events : int
        People who had the event, 0 to 10, and no more than ``people``.
    people : int
        People who were watched for it, 1 to 100,000.
    one_in : int
        The risk to look for, as 1 in this many: 10 to 100,000.
    predict : str, optional
        A question to which the reader first commits a guess: people in 1,000.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name and allowed range.
    TypeError
        An unknown argument.
    ValueError
        More events than people.
    """

    piece: ClassVar[str] = "rule_of_three"
    heading: ClassVar[str] = "Nobody had it. How many still could?"
    model_note: ClassVar[str] = """\
Arithmetic on counts, for teaching; it estimates nobody's own risk. To discuss:

- Everybody is taken to run the same risk, independently, for as long as the study lasted. A harm that comes after years
  cannot show in twelve weeks, however many are watched. What would the bound have to say about *time*?
- The people of a trial were chosen: nobody on opioids, nobody pregnant, few who are old or ill with something else.
  Whom does the bound not cover?
- "None" here means that a text said so. Most abstracts do not mention serious events at all. Is silence a zero?
- The bound is one-sided, at 95 %: if the risk were that high, a study like this would see so few with a chance of one
  in twenty. It is not the likeliest risk, and the lower end may be zero. Why is an upper end what a patient asks about?
- Four trials are added up as if they were one, in different diseases. What would you want to know before you do that?
"""

    events = Whole(0, 0, 10, "people").tag(sync=True, argument=True)
    people = Whole(172, 1, 100_000, "people").tag(sync=True, argument=True)
    one_in = Whole(1000, 10, 100_000, "people").tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if self.events > self.people:
            raise ValueError(
                f"events must be at most people, got {self.events} events in {self.people} people."
            )

    def view(self) -> View:
        """What is shown now, computed by `ldn.evidence`."""
        return evaluate(self.events, self.people, self.one_in)

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return bound_table(self.view())

    def table_caption(self) -> str:
        return CAPTION

    def picture(self) -> str:
        from ldn.interactives.rule_of_three_picture import paper_picture

        return paper_picture(self.view())

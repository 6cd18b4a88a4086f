"""The denominator dial: a percentage, the people it stands for, its interval, and what placebo did of it."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from traitlets import Bool, Enum

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Whole
from ldn.interactives.denominator_dial_data import OWN, published_results, shipped_data
from ldn.interactives.denominator_dial_table import CAPTION, rate_table
from ldn.interactives.denominator_dial_view import MOST_PEOPLE, View, evaluate
from ldn.interactives.denominator_dial_wording import sentence

_COUNTS = ("events", "people", "compared", "placebo_events", "placebo_people")


class DenominatorDial(ComputedInteractive):
    """Turn "x of n" into a rate with its interval, beside the comparator or the place where it is missing.

    Parameters
    ----------
    result : str
        Id of a published result (see ``denominator_dial_data.published_results``), whose counts are then shown; or
        "own" for the counts that follow.
    events, people : int
        People with the result on LDN, and people, 1 to 300.
    compared : bool
        Whether a placebo arm stands beside them.
    placebo_events, placebo_people : int
        The same on placebo.
    predict : str, optional
        A question to which the reader first commits a guess: people of 100 on placebo.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name, unit and allowed range.
    TypeError
        An unknown argument.
    ValueError
        More events than people, or counts that are not those of the named result.
    """

    piece: ClassVar[str] = "denominator_dial"
    heading: ClassVar[str] = "Out of how many, and compared with whom?"
    model_note: ClassVar[str] = """\
Arithmetic on counts, for teaching. It says nothing about what to expect in one person. To discuss:

- The intervals take the people as a random sample of patients like them. Volunteers at one clinic are not. Which of the
  two, the width of the interval or the choice of the people, is the greater doubt?
- "Would have had the result on placebo" takes the placebo arm to show what the treated would have done. That holds on
  average, if chance dealt the arms. Does it hold when the two arms are years apart?
- The difference has Newcombe's interval, made of the two Wilson intervals. Pools use the plain one (Wald). In arms of
  fifty, as in lessons 09 and 12, the two differ by about one person of a hundred. Where would they differ most?
- Where a paper prints percentages and no counts, the counts shown are *inferred*: the line under the menu says how.
- A response on an index is not a remission, and neither is a healed bowel. Choose the three results of one trial in
  turn. Which would you want if it were your bowel?
"""

    result = Enum([*(entry["id"] for entry in published_results()), OWN], "crohn_response").tag(
        sync=True, argument=True
    )
    events = Whole(14, 0, MOST_PEOPLE, "people").tag(sync=True, argument=True)
    people = Whole(16, 1, MOST_PEOPLE, "people").tag(sync=True, argument=True)
    compared = Bool(True).tag(sync=True, argument=True)
    placebo_events = Whole(6, 0, MOST_PEOPLE, "people").tag(sync=True, argument=True)
    placebo_people = Whole(15, 1, MOST_PEOPLE, "people").tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def __init__(self, **kwargs: Any) -> None:
        if not set(kwargs) & {"result", *_COUNTS}:
            kwargs = {**kwargs, "result": "crohn_response"}
        counts = _counts_of(kwargs.get("result", OWN))
        given = {name: kwargs[name] for name in _COUNTS if name in kwargs}
        # Counts without a result are the reader's own.
        super().__init__(**{"result": OWN, **counts, **kwargs})
        if wrong := [name for name, value in given.items() if name in counts and value != counts[name]]:
            raise ValueError(
                f"{wrong[0]} = {given[wrong[0]]} is not that of result {self.result!r}, {counts[wrong[0]]}; "
                f"for your own counts leave result out."
            )
        for events, people in (("events", "people"), ("placebo_events", "placebo_people")):
            if getattr(self, events) > getattr(self, people):
                raise ValueError(
                    f"{events} must be at most {people}, got {getattr(self, events)} of {getattr(self, people)}."
                )

    def view(self) -> View:
        """What is shown now, computed by `ldn.evidence`."""
        placebo = (self.placebo_events, self.placebo_people) if self.compared else None
        return evaluate(self.events, self.people, placebo)

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return rate_table(self.view())

    def table_caption(self) -> str:
        return CAPTION

    def picture(self) -> str:
        from ldn.interactives.denominator_dial_picture import paper_picture

        return paper_picture(self.view())


def _counts_of(result: Any) -> dict[str, Any]:
    """The counts of a published result; none for the reader's own, or for a name that the trait will refuse."""
    entry = next((entry for entry in published_results() if entry["id"] == result), None)
    return {name: entry[name] for name in _COUNTS if name in entry} if entry else {}

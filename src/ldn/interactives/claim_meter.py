"""The claim meter: how sure the article makes its reader of each claim, before the course and after it."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from traitlets import Bool, Dict, Enum, TraitError

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.claim_meter_data import rated_claims, shipped_data
from ldn.interactives.claim_meter_table import caption, rating_table
from ldn.interactives.claim_meter_view import View, evaluate
from ldn.interactives.claim_meter_wording import sentence
from ldn.interactives.html import paper_figure


class Ratings(Dict):
    """Whole numbers from 0 to 100 by claim id; a claim that is not rated is not in it.

    Raises
    ------
    traitlets.TraitError
        On an unknown claim or a value that is no whole number from 0 to 100.
    """

    def validate(self, obj: Any, value: Any) -> dict[str, int]:
        ratings = super().validate(obj, value)
        ids = [claim["id"] for claim in rated_claims()]
        for id, rating in ratings.items():
            if id not in ids:
                raise TraitError(
                    f"{self.name} rates {id!r}, which is no claim; claims are {ids[0]} to {ids[-1]}."
                )
            whole = isinstance(rating, int) and not isinstance(rating, bool)
            if not whole or not 0 <= rating <= 100:
                raise TraitError(
                    f"{self.name}[{id!r}] = {rating!r} is not allowed: a whole number from 0 to 100."
                )
        return ratings


class ClaimMeter(ComputedInteractive):
    """Rate the article's claims, and set the ratings beside the evidence.

    Ratings stay in the reader's browser; in JupyterLab they are also the traits ``before`` and ``after``.

    Parameters
    ----------
    stage : {"before", "after"}
        The first reading, or the last: then the ratings are given anew before the old ones and the evidence show.
    before, after : dict of str to int
        Ratings by claim id, whole numbers from 0 (not sure at all) to 100 (entirely sure). What is not in it is
        not rated.
    revealed : bool
        Whether the evidence shows; only where `stage` is "after".
    order : {"article", "disagreement"}
        Order of the claims in the picture.

    Raises
    ------
    traitlets.TraitError
        An unknown claim, or a rating that is no whole number from 0 to 100.
    TypeError
        An unknown argument.
    """

    piece: ClassVar[str] = "claim_meter"
    heading: ClassVar[str] = "How sure are you?"
    model_note: ClassVar[str] = """\
To discuss:

- A rating says how sure you are of the claim **as it is worded**. Would a small change of words move it? Then the
  words carry more than they seem to.
- A verdict is a word, and evidence has no percentage. The shaded thirds are the course's own reading of the words,
  made so that your rating can be set beside something. Where would you draw them?
- Four of the six verdicts share the lowest third. Is a claim that nobody has tested as doubtful as one that was tested
  and failed?
- You rated again after a course that argues a case. How much of the change is evidence, and how much is the course?
- Less sure everywhere is not better judged. Look for a claim that deserved more than you gave it.
"""

    stage = Enum(["before", "after"], "before").tag(sync=True, argument=True)
    before = Ratings().tag(sync=True, argument=True)
    after = Ratings().tag(sync=True, argument=True)
    revealed = Bool(False).tag(sync=True, argument=True)
    order = Enum(["article", "disagreement"], "article").tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def view(self) -> View:
        """What is shown now."""
        return evaluate(self.stage, self.before, self.after, self.revealed, self.order)

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return rating_table(self.view())

    def table_caption(self) -> str:
        return caption(self.view())

    def picture(self) -> str:
        from ldn.interactives.claim_meter_picture import paper_picture

        return paper_picture(self._on_paper())

    def paper(self) -> str:
        """On paper nothing can be uncovered: the first sheet is for ratings in pencil, the last shows the verdicts."""
        view = self._on_paper()
        words = sentence(view)
        if view.revealed:
            words += " Shaded: the course’s own reading of the verdicts; a verdict is a word and has no percentage."
        return paper_figure(self.picture(), words, rating_table(view), caption(view))

    def _on_paper(self) -> View:
        return evaluate(self.stage, self.before, self.after, self.stage == "after", self.order)

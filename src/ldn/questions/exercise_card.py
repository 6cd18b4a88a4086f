"""A checked exercise as a card: its numbers can be answered in the page, with the checker's own diagnoses."""

from __future__ import annotations

from typing import Any

import pandas as pd
from traitlets import Dict, Unicode

from ldn.interactives import Interactive
from ldn.questions import paper
from ldn.questions.checking import exercise
from ldn.questions.markup import block_html, inline_html
from ldn.questions.rendering import evidence_links, page_key


class ExerciseCard(Interactive):
    """An exercise to be answered in the page.

    Parameters
    ----------
    exercise_id : str
        For example ``"04.hours_blocked"``.

    Raises
    ------
    ValueError
        No exercise is called so.
    """

    piece = "exercise"
    heading = "Exercise"

    exercise_id = Unicode().tag(sync=True, argument=True)
    page = Dict().tag(sync=True)
    answers = Dict().tag(sync=True)

    def __init__(self, exercise_id: str):
        self._exercise = exercise(exercise_id)
        super().__init__(exercise_id=exercise_id, title=f"Exercise: {self._exercise.text.title}")
        self.page = _page(self._exercise)

    def sentence(self) -> str:
        """Say what the card asks."""
        number = len(self._exercise.text.parts)
        return f"{self.title}, {number} part{'s' if number != 1 else ''}, checked as you answer."

    def table(self) -> pd.DataFrame:
        """Return a row for each part: what is asked, in which unit."""
        parts = self._exercise.text.parts
        return pd.DataFrame({"part": [part.label for part in parts], "unit": [part.unit for part in parts]})

    def paper(self) -> str:
        """Return task, hints and solution as text."""
        return paper.exercise_html(self.page)


def _page(one) -> dict[str, Any]:
    text = one.text
    return {
        "id": text.id,
        "rev": text.rev,
        "heading": text.title,
        "task": block_html(text.task),
        "parts": [
            {"key": part.key, "label": inline_html(part.label), "numeric": page_key(one.keys[part.key])}
            for part in text.parts
        ],
        "hints": [inline_html(hint) for hint in text.hints],
        "solution": {
            "code": text.solution.code.rstrip(),
            "explanation": block_html(text.solution.explanation),
        },
        "evidence": evidence_links(text.evidence),
    }

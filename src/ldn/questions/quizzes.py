"""The quiz: items of the bank as an interactive, live in the book, in JupyterLab and as text on paper."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

import pandas as pd
from traitlets import Bool, Dict, List, Unicode

from ldn.interactives import Interactive
from ldn.questions import bank, paper
from ldn.questions.marking import mark
from ldn.questions.markup import plain_text
from ldn.questions.rendering import page_item
from ldn.questions.schema import Item, Role

_HEADINGS = {"pretest": "Before you start", "check": "Check yourself", "review": "Look back"}


@dataclass(frozen=True)
class Score:
    """How a quiz stands. Certainty is not part of it: that is for the learner alone."""

    items: int
    answered: int
    right: int
    partly_right: int
    right_first_time: int

    def __str__(self) -> str:
        return (
            f"{self.right} of {self.items} right ({self.right_first_time} at the first try), "
            f"{self.partly_right} partly right, {self.items - self.answered} not answered yet."
        )

    __repr__ = __str__


class Quiz(Interactive):
    """Items of the bank, answered in the page.

    In JupyterLab ``answers`` follows the page: item id to ``{"rev", "response", "tries", "first", "shown"}``,
    the response in the form that marking.py describes. ``score()`` marks them again in Python.

    Parameters
    ----------
    lesson : str, optional
        Two digits. Give this or ``ids``.
    ids : sequence of str, optional
        Items by id, from any lessons, in the order to be asked: a warm-up.
    role : {"check", "pretest", "review"}
        Which of the lesson's items.
    name : str, optional
        Under which the reader's browser keeps the answers; by default lesson and role, or the ids.
    certainty : bool
        Whether to ask how sure the learner is. Off by default, and never part of the score.
    title : str, optional
        Heading.

    Raises
    ------
    ValueError
        An unknown lesson, id or role, or no item with that role.
    """

    piece = "quiz"
    heading = "Check yourself"

    items = List(Dict()).tag(sync=True, argument=True)
    quiz_id = Unicode().tag(sync=True, argument=True)
    certainty = Bool(False).tag(sync=True, argument=True)
    answers = Dict().tag(sync=True)

    def __init__(
        self,
        lesson: str | None = None,
        *,
        ids: Sequence[str] | None = None,
        role: str = "check",
        name: str | None = None,
        certainty: bool = False,
        title: str | None = None,
    ):
        chosen, default_name, default_title = _choose(lesson, ids, role)
        self._items: tuple[Item, ...] = tuple(chosen)
        super().__init__(
            items=[page_item(item) for item in self._items],
            quiz_id=name or default_name,
            certainty=certainty,
            title=title or default_title,
        )

    def score(self) -> Score:
        """Mark the answers that the page has sent, and count."""
        credits = {item.id: _credit(item, self.answers.get(item.id)) for item in self._items}
        given = [credit for credit in credits.values() if credit is not None]
        first = sum(
            credit is not None and self.answers[id].get("first", {}).get("credit") == 1.0
            for id, credit in credits.items()
        )
        return Score(
            items=len(self._items),
            answered=len(given),
            right=sum(credit == 1.0 for credit in given),
            partly_right=sum(0.0 < credit < 1.0 for credit in given),
            right_first_time=first,
        )

    def sentence(self) -> str:
        """Say what the quiz holds: not how it stands, so that a notebook's output stands still."""
        number = len(self._items)
        return (
            f"{self.title}: {number} question{'s' if number != 1 else ''}, each with feedback and its source."
        )

    def table(self) -> pd.DataFrame:
        """Return a row for each item: what was asked, and how the answer stands."""
        credits = [_credit(item, self.answers.get(item.id)) for item in self._items]
        return pd.DataFrame(
            {
                "item": [item.id for item in self._items],
                "question": [plain_text(item.stem) for item in self._items],
                "credit": credits,
            }
        )

    def paper(self) -> str:
        """Return the questions and, after them, the answers as text."""
        return paper.quiz_html(self.title, self.items)


def quiz(lesson: str | None = None, **options) -> Quiz:
    """Return the quiz of a lesson, or of any items: see :class:`Quiz`.

    ``quiz("04")``, ``quiz("04", role="pretest")``, ``quiz(ids=["ldn-m01-q02", "ldn-m03-q01"])``.
    """
    return Quiz(lesson, **options)


def _choose(lesson: str | None, ids: Iterable[str] | None, role: str) -> tuple[list[Item], str, str]:
    """Return the items asked for, the name to keep answers under, and a title."""
    if (lesson is None) == (ids is None):
        raise ValueError("quiz: give either a lesson or ids")
    if role not in _HEADINGS:
        known = ", ".join(role for role in get_args(Role) if role in _HEADINGS)
        raise ValueError(
            f"quiz: role must be one of {known}, got {role!r}; exam items are not shown to learners"
        )
    if ids is not None:
        items = bank.items_with(ids)
        if any(item.role == "exam" for item in items):
            raise ValueError("quiz: exam items are not shown to learners")
        digest = hashlib.sha256(" ".join(item.id for item in items).encode()).hexdigest()[:8]
        return items, f"warm-up-{digest}", "Warm-up"
    items = [item for item in bank.items_of(lesson) if item.role == role]
    if not items:
        raise ValueError(f"quiz: lesson {lesson} has no item with role {role!r}")
    return items, f"{lesson}-{role}", _HEADINGS[role]


def _credit(item: Item, kept: object) -> float | None:
    """Mark one kept answer; None if there is none, or none that fits this revision of the item."""
    if not isinstance(kept, dict) or kept.get("rev") != item.rev or "response" not in kept:
        return None
    try:
        return mark(item, kept["response"]).credit
    except (ValueError, TypeError, KeyError, IndexError):
        return None

"""Checked exercises: ``exercise(id).check(x)``, ``.hint()``, ``.solution()``.

A check says *not attempted*, *right*, *close* (and names the slip) or *wrong* (and gives a direction). It
reports the learner's own value, never the expected one, and never raises, whatever it is handed.
"""

from __future__ import annotations

from functools import cache, cached_property
from importlib.resources import files

import yaml
from pydantic import ValidationError

from ldn.questions import grading
from ldn.questions.exercise_schema import ExerciseText, Part
from ldn.questions.reading import Blank, Reading, Unread, read_numbers, read_parts, show
from ldn.questions.results import CheckResult, Hint, PartResult, Solution

_NEAR = (
    "It is near, and outside the tolerance. Look at a rounded intermediate result, or at a coarse time step."
)
_DIRECTION = {
    "low": "That is too low.",
    "high": "That is too high.",
    "off": "Some values are too low and some too high.",
}


class Exercise:
    """One checked exercise. Shown as the value of a cell, it is a card that can be answered in the page."""

    def __init__(self, text: ExerciseText):
        self.text = text

    @property
    def id(self) -> str:
        """What the exercise is called: lesson, a point, a name."""
        return self.text.id

    @cached_property
    def keys(self) -> dict[str, grading.NumericKey]:
        """The right values, tolerances and slips of each part."""
        return {part.key: part.resolve() for part in self.text.parts}

    def check(self, answer: object = ...) -> CheckResult:
        """Check an answer: a number, a list, an array, a dict, a Series or a DataFrame, as the task says."""
        if self.text.answer in ("number", "array"):
            part = self.text.parts[0]
            return _alone(self._part(part, read_numbers(answer)))
        read = read_parts(answer, [part.key for part in self.text.parts])
        if isinstance(read, Blank):
            return CheckResult("not attempted", _START)
        if isinstance(read, Unread):
            return CheckResult("wrong", read.reason)
        return _together([self._part(part, read[part.key]) for part in self.text.parts])

    def hint(self, number: int = 1) -> Hint:
        """Return the first hint, or the one with that number; past the last one, the last."""
        hints = self.text.hints
        place = number if isinstance(number, int) else 1
        place = min(max(place, 1), len(hints))
        return Hint(place, len(hints), hints[place - 1])

    def solution(self) -> Solution:
        """Return code that solves the exercise, and why it does."""
        return Solution(self.text.solution.code, self.text.solution.explanation)

    def card(self):
        """Return the exercise as an interactive, to be answered in the page."""
        from ldn.questions.exercise_card import ExerciseCard

        return ExerciseCard(self.id)

    def _part(self, part: Part, reading: Reading) -> PartResult:
        if isinstance(reading, Blank):
            return PartResult(part.label, "not attempted", _START)
        if isinstance(reading, Unread):
            return PartResult(part.label, "wrong", reading.reason)
        key = self.keys[part.key]
        if len(reading) != len(key.value):
            return PartResult(part.label, "wrong", _count(len(reading), len(key.value)))
        verdict = grading.grade_numbers(reading, key)
        yours = f"You gave {show(reading, part.unit)}."
        if verdict.right:
            return PartResult(part.label, "right", yours)
        if verdict.kind == "trap":
            trap = key.traps[verdict.trap]
            return PartResult(part.label, "close", f"{yours} {trap.feedback}", trap.misconception)
        if verdict.kind == "near":
            return PartResult(part.label, "close", f"{yours} {_NEAR}")
        return PartResult(part.label, "wrong", f"{yours} {_DIRECTION[verdict.kind]}")

    def __repr__(self) -> str:
        return f"Exercise {self.id}: {self.text.title}"

    def _repr_mimebundle_(self, **kwargs):
        return self.card()._repr_mimebundle_(**kwargs)


_START = "Replace the placeholder with your answer, then run the cell again."


def exercise(id: str) -> Exercise:
    """Return the exercise called ``id``, for example ``exercise("04.hours_blocked")``.

    Raises:
        ValueError: if there is none; the message names those of the lesson.
    """
    lesson = str(id).partition(".")[0]
    known = _exercises(lesson)
    if id not in known:
        names = ", ".join(known) or "none in this lesson"
        raise ValueError(f"no exercise is called {id!r}; known: {names}")
    return Exercise(known[id])


def exercise_ids() -> list[str]:
    """Return the ids of all exercises, lesson by lesson."""
    folder = files("ldn.questions") / "exercises"
    lessons = sorted(
        file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml")
    )
    return [id for lesson in lessons for id in _exercises(lesson)]


def read_exercises(text: str, lesson: str) -> dict[str, ExerciseText]:
    """Read the YAML text of one lesson's exercises.

    Raises:
        ValueError: naming the exercise that breaks the schema, sits in the wrong lesson or repeats an id.
    """
    exercises: dict[str, ExerciseText] = {}
    for entry in yaml.safe_load(text) or []:
        try:
            one = ExerciseText.model_validate(entry)
        except ValidationError as error:
            raise ValueError(f"exercise {entry.get('id')!r}: {error}") from error
        if not one.id.startswith(f"{lesson}.") or one.id in exercises:
            raise ValueError(f"exercise {one.id!r}: not of lesson {lesson}, or there twice")
        exercises[one.id] = one
    return exercises


@cache
def _exercises(lesson: str) -> dict[str, ExerciseText]:
    file = files("ldn.questions") / "exercises" / f"{lesson}.yaml"
    return read_exercises(file.read_text(encoding="utf-8"), lesson) if file.is_file() else {}


def _count(given: int, wanted: int) -> str:
    numbers, verb = ("number" if given == 1 else "numbers"), ("is" if wanted == 1 else "are")
    return f"You gave {given} {numbers}; {wanted} {verb} wanted."


def _alone(part: PartResult) -> CheckResult:
    return CheckResult(part.outcome, part.message, (), part.misconception)


def _together(parts: list[PartResult]) -> CheckResult:
    outcomes = {part.outcome for part in parts}
    right = sum(part.outcome == "right" for part in parts)
    if outcomes == {"right"}:
        return CheckResult("right", "All parts are right.", tuple(parts))
    if outcomes == {"not attempted"}:
        return CheckResult("not attempted", _START)
    tally = f"{right} of {len(parts)} parts right."
    if "wrong" in outcomes:
        return CheckResult("wrong", tally, tuple(parts))
    return CheckResult("close" if "close" in outcomes else "not attempted", tally, tuple(parts))

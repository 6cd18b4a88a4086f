"""What a checked exercise is. One YAML file a lesson, ``exercises/<lesson>.yaml``, a list of exercises.

How to write an exercise
------------------------
::

    - id: "04.hours_blocked"       # lesson, a point, a name; what exercise(…) is called with
      rev: 1
      title: "Hours above 80 %"
      task: "Markdown: what to compute and what to hand in."
      answer: mapping              # number | mapping | array | table
      parts:
        - key: low_dose_h          # what the learner's dict, Series or DataFrame column is called
          label: "4.5 mg"
          unit: h
          value_from: {function: hours_above, arguments: {dose_mg: 4.5, occupancy_threshold: 0.5}}
          abs_tol: 0.3             # or rel_tol
          slips:
            - {slip: free-for-occupied, whole: 24}
            - {slip: single-dose, value_from: {function: hours_above, arguments: {…, n_doses: 1}}}
            - {value: 2.4, feedback: "…", misconception: pp.occupancy-linear-in-dose, name: "…"}
      hints: ["a direction", "the rule"]
      solution:
        code: |                    # runs as it stands; leaves the result in `answer`
          …
        explanation: "Why."
      evidence: […]                # source keys, parameter or observation ids
      concepts: [pk.steady]
      outcome: O2

``answer`` says what the learner hands in. ``number``: one part, a plain number. ``mapping``: a dict, a
Series or anything with these keys. ``array``: one part whose ``values`` (or ``value_from``) is a list.
``table``: a DataFrame with a column for each part. Shared slips and their words are in data/slips.yaml;
``feedback`` and ``name`` of a use override them. A slip whose wrong value falls on the right one, or on
that of another slip, is refused when the exercise is loaded.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ldn.questions import registries, values
from ldn.questions.grading import Number, NumericKey, Trap
from ldn.questions.schema import ComputedValue
from ldn.questions.slips import slips as shared_slips


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SlipUse(_Strict):
    """A wrong route in one part: a shared slip by id, or one of the exercise's own."""

    slip: str | None = None
    value: float | None = None
    values: tuple[float, ...] | None = None
    value_from: ComputedValue | None = None
    factor: float | None = None
    whole: float | None = None
    name: str | None = None
    feedback: str | None = None
    misconception: str | None = None

    @model_validator(mode="after")
    def _complete(self):
        origins = [self.value, self.values, self.value_from, self.factor]
        given = sum(origin is not None for origin in origins)
        if self.slip is None:
            if given != 1 or not (self.name and self.feedback and self.misconception):
                raise ValueError(
                    "an own slip has a name, feedback, misconception, "
                    "and one of value, values, value_from, factor"
                )
            return self
        if self.slip not in shared_slips():
            raise ValueError(f"no shared slip is called {self.slip}; known: {', '.join(shared_slips())}")
        shared = shared_slips()[self.slip]
        makes_its_own = bool(shared.factors or shared.factors_from or shared.transform)
        if makes_its_own and given:
            raise ValueError(f"slip {self.slip} makes its wrong value itself")
        if not makes_its_own and given != 1:
            raise ValueError(f"slip {self.slip}: give one of value, values, value_from, factor")
        return self

    @field_validator("misconception")
    @classmethod
    def _is_known(cls, id: str | None) -> str | None:
        if id is not None and id not in registries.misconceptions():
            raise ValueError(f"no misconception is called {id}; describe it in data/misconceptions.yaml")
        return id

    def traps(self, right: tuple[float, ...], relative: tuple[float, ...]) -> list[Trap]:
        """Return the wrong values of this slip, each with the right value's relative tolerance."""
        shared = shared_slips().get(self.slip) if self.slip else None
        if self.value is not None:
            wrong = [(self.value,)]
        elif self.values is not None:
            wrong = [self.values]
        elif self.value_from is not None:
            wrong = [_as_tuple(values.compute(self.value_from.function, self.value_from.arguments))]
        elif self.factor is not None:
            wrong = [tuple(one * self.factor for one in right)]
        else:
            wrong = list(zip(*(shared.wrong_values(one, self.whole) for one in right), strict=True))
        return [
            Trap(
                value=one,
                tolerance=tuple(
                    abs(element) * share or share for element, share in zip(one, relative, strict=True)
                ),
                feedback=self.feedback or shared.feedback,
                misconception=self.misconception or shared.misconception,
                name=self.name or shared.name,
            )
            for one in wrong
        ]


class Part(_Strict):
    """One thing to hand in: a number, or a list of numbers, in one unit."""

    key: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")
    label: str
    unit: str
    value: float | None = None
    values: tuple[float, ...] | None = None
    value_from: ComputedValue | None = None
    abs_tol: float | None = Field(default=None, gt=0)
    rel_tol: float | None = Field(default=None, gt=0, lt=0.5)
    slips: tuple[SlipUse, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _consistent(self):
        if sum(origin is not None for origin in (self.value, self.values, self.value_from)) != 1:
            raise ValueError(f"part {self.key}: exactly one of value, values, value_from is needed")
        if (self.abs_tol is None) == (self.rel_tol is None):
            raise ValueError(f"part {self.key}: exactly one of abs_tol, rel_tol is needed")
        return self

    def resolve(self) -> NumericKey:
        """Compute what the library gives and return the key, whose value is always a tuple."""
        if self.value is not None:
            right: Number = (self.value,)
        elif self.values is not None:
            right = self.values
        else:
            right = _as_tuple(values.compute(self.value_from.function, self.value_from.arguments))
        if self.abs_tol is not None:
            tolerance = tuple(self.abs_tol for _ in right)
        else:
            tolerance = tuple(abs(one) * self.rel_tol or self.rel_tol for one in right)
        relative = tuple(
            reach / abs(one) if one else reach for one, reach in zip(right, tolerance, strict=True)
        )
        traps = [trap for use in self.slips for trap in use.traps(right, relative)]
        return NumericKey(right, tolerance, self.unit, {}, tuple(traps))


class Solution(_Strict):
    """Code that runs as it stands and leaves the result in ``answer``, and why it is so."""

    code: str
    explanation: str


class ExerciseText(_Strict):
    """An exercise as its author wrote it."""

    id: str = Field(pattern=r"^\d{2}\.[a-z][a-z0-9_]*$")
    rev: int = Field(ge=1)
    title: str
    task: str
    answer: Literal["number", "mapping", "array", "table"]
    parts: tuple[Part, ...] = Field(min_length=1)
    hints: tuple[str, ...] = Field(min_length=1, max_length=3)
    solution: Solution
    evidence: tuple[str, ...] = Field(min_length=1)
    concepts: tuple[str, ...] = Field(min_length=1, max_length=3)
    outcome: str
    claim: str | None = Field(default=None, pattern=r"^C([1-9]|1[0-4])$")
    licence: str = "CC BY 4.0"
    author: str = "The authors of A Tenth of the Dose"

    @model_validator(mode="after")
    def _consistent(self):
        keys = [part.key for part in self.parts]
        if len(set(keys)) != len(keys):
            raise ValueError(f"a part's key is used twice: {' '.join(keys)}")
        if self.answer in ("number", "array") and len(self.parts) != 1:
            raise ValueError(f"answer: {self.answer} has one part, got {len(self.parts)}")
        unknown = [id for id in self.concepts if id not in registries.concepts()]
        if unknown:
            raise ValueError(f"no core concept is called {', '.join(unknown)}")
        if self.outcome not in registries.outcomes():
            raise ValueError(f"no outcome is called {self.outcome}")
        return self


def _as_tuple(value: float | list[float]) -> tuple[float, ...]:
    return tuple(value) if isinstance(value, list) else (value,)

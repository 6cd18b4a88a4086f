"""What an item of the question bank is. One YAML file a lesson, ``items/<lesson>.yaml``, a list of items.

How to write an item
--------------------
Every item, whatever its type, carries::

    - id: ldn-m04-q03            # lesson and number; never used again once published
      rev: 1                     # raise it when the meaning changes: kept answers to this item then reset
      type: single               # single | multiple | true_false | numeric | ordering | matching
      role: check                # pretest | check | review | exam
      stem: "Markdown, with simple maths between dollars: $C/(C + K_d)$. Ends in ? or … or a colon"
      explanation: "The idea, not the letter. At most 80 words."
      hints: ["a direction", "the rule"]                # one or two
      evidence: [rabiner2011, pk-cmax50]                # source keys, parameter or observation ids
      concepts: [pp.crc]                                # one or two of data/concepts.yaml
      outcome: O3                                       # data/outcomes.yaml
      bloom: apply                                      # remember | understand | apply | analyse | evaluate
      difficulty: 3                                     # 1 (easy) to 5

and may carry ``claim: C11`` (the article's claim it tests), ``review_after_days: [2, 7, 21]``,
``shuffle: true``, ``figure: {src, alt}``, ``plain`` (the stem in plain words), ``licence``, ``author``,
``lint_exceptions: {rule-name: "reason"}``. An exam item is never shown by a public quiz.

single, multiple
    ``options``: each ``{key: a, text, correct: true, feedback}``; a wrong one also names its
    ``misconception`` (data/misconceptions.yaml; add yours there). Three options; more with a reason in
    ``lint_exceptions``. They are shown in the order written, so vary the place of the key. The page says
    "Right" or "Not this" before the feedback: begin with the reason, not with yes or no.
true_false
    ``answer: true``, ``feedback_if_true``, ``feedback_if_false``, ``misconception`` (of the wrong side).
numeric
    ``numeric: {value | value_from, unit, abs_tol | rel_tol, also_accepts: [{unit, factor}], traps: […]}``.
    ``factor`` turns the other unit into ``unit`` (mg/h given, µg/h asked: factor 1000). ``value_from`` has
    the library compute it: ``{function: peak_naltrexone_nM, arguments: {dose_mg: 4.5}}``, a name
    registered in values.py. A trap is a wrong route that you foresee: ``{value | value_from | factor,
    feedback, misconception}``; ``factor`` is relative to the right value, and its tolerance is that of
    the right answer unless ``rel_tol`` or ``abs_tol`` says otherwise. Traps must not touch the right
    answer or one another: loading refuses that.
ordering
    ``sequence``: the steps in their right order, each ``{key, text, feedback}``. They are shown in an
    order that the id decides, always the same and never the right one.
matching
    ``pairs``: each ``{left, right, feedback}``; ``extra_rights`` are answers that match nothing. The
    right-hand sides are offered in alphabetical order, so that their order gives nothing away.

``python -m ldn.questions.lint`` checks all files and lists everything that is wrong.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ldn.questions import grading, registries, values
from ldn.questions.grading import NumericKey

Role = Literal["pretest", "check", "review", "exam"]
Bloom = Literal["remember", "understand", "apply", "analyse", "evaluate"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Figure(_Strict):
    """A picture in a stem, with the words that stand for it."""

    src: str
    alt: str = Field(min_length=10)


class ComputedValue(_Strict):
    """A number that the library computes when the item is loaded (see values.py)."""

    function: str
    arguments: dict[str, float | int | str | list[float]] = {}

    @field_validator("function")
    @classmethod
    def _is_registered(cls, name: str) -> str:
        if name not in values.registered():
            raise ValueError(f"no function {name!r} is registered in ldn.questions.values")
        return name


class Option(_Strict):
    """One choice, with what to tell the learner who takes it."""

    key: str = Field(pattern=r"^[a-h]$")
    text: str
    correct: bool = False
    feedback: str
    misconception: str | None = None

    @field_validator("misconception")
    @classmethod
    def _is_known(cls, id: str | None) -> str | None:
        return _known_misconception(id)

    @model_validator(mode="after")
    def _wrong_names_misconception(self):
        if self.correct and self.misconception:
            raise ValueError(f"option {self.key}: a right option has no misconception")
        if not self.correct and not self.misconception:
            raise ValueError(f"option {self.key}: a wrong option names its misconception")
        return self


class AcceptedUnit(_Strict):
    """Another unit a learner may answer in; ``factor`` turns a value in it into the item's unit."""

    unit: str
    factor: float = Field(gt=0)


class Trap(_Strict):
    """A wrong number whose route is known, and what to say to the learner who comes with it."""

    value: float | None = None
    value_from: ComputedValue | None = None
    factor: float | None = None
    abs_tol: float | None = Field(default=None, ge=0)
    rel_tol: float | None = Field(default=None, ge=0)
    feedback: str
    misconception: str

    @field_validator("misconception")
    @classmethod
    def _is_known(cls, id: str) -> str:
        return _known_misconception(id)

    @model_validator(mode="after")
    def _one_origin(self):
        _exactly_one(self, "value", "value_from", "factor")
        return self

    def resolve(self, right: float, tolerance: float) -> grading.Trap:
        """Return the trap as numbers, given the right value and its absolute tolerance."""
        if self.factor is not None:
            wrong = right * self.factor
        else:
            wrong = self.value if self.value_from is None else _scalar(self.value_from)
        if self.abs_tol is not None:
            reach = self.abs_tol
        else:
            relative = (
                self.rel_tol if self.rel_tol is not None else (tolerance / abs(right) if right else 0.0)
            )
            reach = abs(wrong) * relative or tolerance
        return grading.Trap(wrong, reach, self.feedback, self.misconception)


class Numeric(_Strict):
    """The right number, its unit and tolerance, and the wrong numbers that are recognised."""

    value: float | None = None
    value_from: ComputedValue | None = None
    unit: str
    abs_tol: float | None = Field(default=None, gt=0)
    rel_tol: float | None = Field(default=None, gt=0)
    also_accepts: tuple[AcceptedUnit, ...] = ()
    traps: tuple[Trap, ...] = ()

    @model_validator(mode="after")
    def _consistent(self):
        _exactly_one(self, "value", "value_from")
        _exactly_one(self, "abs_tol", "rel_tol")
        units = [self.unit, *(accepted.unit for accepted in self.also_accepts)]
        if len(set(units)) != len(units):
            raise ValueError(f"a unit is listed twice: {', '.join(units)}")
        if self.value_from is None and all(trap.value_from is None for trap in self.traps):
            self.resolve()
        return self

    def resolve(self) -> NumericKey:
        """Compute every value that the library gives, and check that no trap touches another answer.

        Returns:
            The right value and the traps as numbers with absolute tolerances, all in ``unit``.

        Raises:
            ValueError: if a trap's interval overlaps that of the right answer or of another trap.
        """
        right = self.value if self.value_from is None else _scalar(self.value_from)
        tolerance = self.abs_tol if self.abs_tol is not None else abs(right) * self.rel_tol
        return NumericKey(
            value=right,
            tolerance=tolerance,
            unit=self.unit,
            factors={accepted.unit: accepted.factor for accepted in self.also_accepts},
            traps=tuple(trap.resolve(right, tolerance) for trap in self.traps),
        )


class Step(_Strict):
    """One step of an ordering item; ``feedback`` says why it stands where it stands."""

    key: str = Field(pattern=r"^[a-h]$")
    text: str
    feedback: str


class Pair(_Strict):
    """A left side, the right side that belongs to it, and why."""

    left: str
    right: str
    feedback: str


class _Item(_Strict):
    id: str = Field(pattern=r"^ldn-m\d{2}-q\d{2}$")
    rev: int = Field(ge=1)
    role: Role
    stem: str = Field(min_length=10)
    figure: Figure | None = None
    plain: str | None = None
    explanation: str = Field(min_length=10)
    hints: tuple[str, ...] = Field(min_length=1, max_length=2)
    evidence: tuple[str, ...] = Field(min_length=1)
    concepts: tuple[str, ...] = Field(min_length=1, max_length=2)
    outcome: str
    claim: str | None = Field(default=None, pattern=r"^C([1-9]|1[0-4])$")
    bloom: Bloom
    difficulty: int = Field(ge=1, le=5)
    review_after_days: tuple[int, ...] = (2, 7, 21)
    shuffle: bool = False
    lang: str = "en-GB"
    licence: str = "CC BY 4.0"
    author: str = "The authors of A Tenth of the Dose"
    lint_exceptions: dict[str, str] = {}

    @property
    def lesson(self) -> str:
        """The two digits of the lesson the item belongs to."""
        return self.id[5:7]

    @field_validator("stem")
    @classmethod
    def _one_paragraph(cls, stem: str) -> str:
        if "\n\n" in stem.strip():
            raise ValueError("a stem is one paragraph: it is the legend of its group of answers")
        return stem

    @field_validator("concepts")
    @classmethod
    def _concepts_known(cls, ids: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [id for id in ids if id not in registries.concepts()]
        if unknown:
            raise ValueError(f"no core concept is called {', '.join(unknown)}")
        return ids

    @field_validator("outcome")
    @classmethod
    def _outcome_known(cls, id: str) -> str:
        if id not in registries.outcomes():
            raise ValueError(f"no outcome is called {id}")
        return id

    @field_validator("review_after_days")
    @classmethod
    def _days_rise(cls, days: tuple[int, ...]) -> tuple[int, ...]:
        if not days or days[0] < 1 or list(days) != sorted(set(days)):
            raise ValueError(f"days must be positive and rise, got {list(days)}")
        return days


class SingleItem(_Item):
    """Choose one."""

    type: Literal["single"]
    options: tuple[Option, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _one_key(self):
        _keys_differ(self.options)
        if sum(option.correct for option in self.options) != 1:
            raise ValueError("exactly one option of a single item is right")
        return self


class MultipleItem(_Item):
    """Choose all that apply."""

    type: Literal["multiple"]
    options: tuple[Option, ...] = Field(min_length=3)

    @model_validator(mode="after")
    def _some_right_some_wrong(self):
        _keys_differ(self.options)
        if not 0 < sum(option.correct for option in self.options) < len(self.options):
            raise ValueError("a multiple item has a right and a wrong option")
        return self


class TrueFalseItem(_Item):
    """Judge a statement."""

    type: Literal["true_false"]
    answer: bool
    feedback_if_true: str
    feedback_if_false: str
    misconception: str

    @field_validator("misconception")
    @classmethod
    def _is_known(cls, id: str) -> str:
        return _known_misconception(id)


class NumericItem(_Item):
    """Give a number and its unit."""

    type: Literal["numeric"]
    numeric: Numeric


class OrderingItem(_Item):
    """Bring steps into order."""

    type: Literal["ordering"]
    sequence: tuple[Step, ...] = Field(min_length=3, max_length=6)

    @model_validator(mode="after")
    def _steps_differ(self):
        _keys_differ(self.sequence)
        return self

    def shown(self) -> tuple[str, ...]:
        """Return the keys in the order first shown: decided by the id, never the right one."""
        right = [step.key for step in self.sequence]
        scattered = sorted(right, key=lambda key: hashlib.sha256(f"{self.id}/{key}".encode()).digest())
        return tuple(scattered if scattered != right else scattered[::-1])


class MatchingItem(_Item):
    """Say which belongs to which."""

    type: Literal["matching"]
    pairs: tuple[Pair, ...] = Field(min_length=2, max_length=6)
    extra_rights: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _sides_differ(self):
        for side in (
            [pair.left for pair in self.pairs],
            [*(pair.right for pair in self.pairs), *self.extra_rights],
        ):
            if len(set(side)) != len(side):
                raise ValueError(f"two of these are the same: {'; '.join(side)}")
        return self

    def rights(self) -> tuple[str, ...]:
        """Return every right-hand side in the order offered, which is alphabetical."""
        return tuple(sorted([*(pair.right for pair in self.pairs), *self.extra_rights], key=str.casefold))


Item = Annotated[
    SingleItem | MultipleItem | TrueFalseItem | NumericItem | OrderingItem | MatchingItem,
    Field(discriminator="type"),
]


def _known_misconception(id: str | None) -> str | None:
    if id is not None and id not in registries.misconceptions():
        raise ValueError(f"no misconception is called {id}; describe it in data/misconceptions.yaml")
    return id


def _exactly_one(model: BaseModel, *names: str) -> None:
    given = [name for name in names if getattr(model, name) is not None]
    if len(given) != 1:
        raise ValueError(f"exactly one of {', '.join(names)} is needed, got {', '.join(given) or 'none'}")


def _keys_differ(entries) -> None:
    keys = [entry.key for entry in entries]
    if len(set(keys)) != len(keys):
        raise ValueError(f"a key is used twice: {' '.join(keys)}")


def _scalar(computed: ComputedValue) -> float:
    value = values.compute(computed.function, computed.arguments)
    if isinstance(value, list):
        raise ValueError(f"value_from {computed.function}: one number is needed here, got {len(value)}")
    return value

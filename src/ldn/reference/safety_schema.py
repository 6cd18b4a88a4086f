"""What an entry about harm must look like: how it is worded, by whom, for which dose, and how it is known."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from ldn.reference.schema import Figure, Key, Sentence

Topic = Literal[
    "contraindication",
    "opioid-free interval",
    "precipitated withdrawal",
    "lost tolerance",
    "surgery and acute pain",
    "interaction",
    "liver",
    "pregnancy and breastfeeding",
    "mood",
    "infection, cancer and immunity",
    "thyroid",
    "exposure",
    "adverse effects",
]
# Whom a statement is about: a label written for 50 mg says nothing about 4.5 mg by itself.
About = Literal["low dose", "standard dose", "any dose", "depot", "opioid", "animals"]


class SafetyFact(Figure):
    """One statement about a hazard, with the number in it where there is one."""

    id: Key
    topic: Topic
    about: About
    statement: Sentence
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = Field(default=None, ge=1)
    year: int | None = Field(default=None, ge=1960, le=2100)

    @model_validator(mode="after")
    def _range_is_in_order(self) -> SafetyFact:
        numbers = [number for number in (self.low, self.value, self.high) if number is not None]
        if numbers != sorted(numbers):
            raise ValueError(f"safety fact {self.id!r}: low, value and high are not in order")
        return self


class Opioid(Figure):
    """An opioid and how long half of it stays in plasma; `warning` is a fact about it beyond the labels' interval."""

    id: Key
    name: Sentence
    half_life_h: float = Field(gt=0)
    low_h: float = Field(gt=0)
    high_h: float = Field(gt=0)
    population: Sentence
    warning: Key | None = None

    @model_validator(mode="after")
    def _range_holds_the_value(self) -> Opioid:
        if not self.low_h <= self.half_life_h <= self.high_h:
            raise ValueError(f"opioid {self.id!r}: its half-life is outside its own range")
        return self

"""What an entry about approval, price, quality or use must look like, built on the types of `ldn.reference.schema`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from ldn.reference.schema import Confidence, Entry, Key, Sentence

# A price is compared by what a month of daily doses costs.
MONTH_OF_DOSES = 30


class AccessEntry(Entry):
    """Base of every entry: where and, if known, in which year; its sources and how it is known."""

    id: Key
    place: Sentence
    year: int | None = Field(default=None, ge=1960, le=2100)
    sources: tuple[Key, ...] = Field(min_length=1)
    confidence: Confidence
    note: str = ""


class Approval(AccessEntry):
    """A product and its standing: approved, designated only, compounded by a pharmacy, or made without approval."""

    kind: Literal["approval", "designation", "compounded", "made without approval"]
    authority: Sentence
    strengths_mg: tuple[Annotated[float, Field(gt=0)], ...]
    form: Sentence
    statement: Sentence

    @model_validator(mode="after")
    def _an_approval_is_of_a_strength(self) -> Approval:
        if self.kind == "approval" and not self.strengths_mg:
            raise ValueError(f"approval {self.id!r} names no strength")
        return self


class Price(AccessEntry):
    """A price as printed, for `doses` daily doses; `at_least` where the source says "from" or "and more".

    `low` and `high` are equal where one figure was printed. Nothing is converted between currencies.
    """

    product: Sentence
    currency: Literal["USD", "GBP"]
    low: float = Field(gt=0)
    high: float = Field(gt=0)
    doses: int = Field(ge=1)
    at_least: bool = False

    @model_validator(mode="after")
    def _ends_are_in_order(self) -> Price:
        if self.low > self.high:
            raise ValueError(f"price {self.id!r}: low {self.low:g} is above high {self.high:g}")
        return self

    @property
    def month(self) -> tuple[float, float]:
        """Lowest and highest price of 30 daily doses, in the currency printed."""
        return (self.low / self.doses * MONTH_OF_DOSES, self.high / self.doses * MONTH_OF_DOSES)


class QualityTest(AccessEntry):
    """A test of compounded medicines: how many were tested, how many failed, by which criterion."""

    tested: int = Field(ge=1)
    failed: int = Field(ge=0)
    criterion: Sentence
    lowest_percent: float | None = Field(default=None, ge=0)
    highest_percent: float | None = Field(default=None, ge=0)
    statement: Sentence

    @model_validator(mode="after")
    def _no_more_fail_than_were_tested(self) -> QualityTest:
        if self.failed > self.tested:
            raise ValueError(f"quality test {self.id!r}: {self.failed} failed of {self.tested}")
        return self

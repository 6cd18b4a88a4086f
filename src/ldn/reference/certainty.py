"""How certain the course is of each pooled result, after GRADE: for each outcome a level, with a reason for every step.

Randomised trials begin at "high" and lose a level for each serious fault of five kinds (Guyatt et al., BMJ
2008;336:924). The judgements are the course's own.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from ldn.reference import bibliography, store
from ldn.reference.schema import Entry, Key, Sentence

LEVELS = ("very low", "low", "moderate", "high")
DOMAINS = ("risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias")


class Step(Entry):
    """One of the five kinds of fault: how many levels it costs, and why."""

    domain: Literal["risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias"]
    step: Literal[0, -1, -2]
    reason: Sentence


class Conclusion(Entry):
    """What a review concluded, as its abstract says it."""

    source: Key
    says: Sentence


class Certainty(Entry):
    """The certainty of one outcome; ``measured_by`` is the outcome's id in the studies."""

    id: Key
    outcome: Sentence
    measured_by: Key
    measure: Literal["mean difference", "risk ratio"]
    leave_out: tuple[Key, ...] = ()
    steps: tuple[Step, ...] = Field(min_length=5, max_length=5)
    sources: tuple[Key, ...] = Field(min_length=1)
    others: tuple[Conclusion, ...] = ()

    @model_validator(mode="after")
    def _judges_each_domain_once(self) -> Certainty:
        if tuple(step.domain for step in self.steps) != DOMAINS:
            raise ValueError(f"{self.id}: the steps must be {', '.join(DOMAINS)}, in this order")
        return self

    @property
    def levels(self) -> tuple[str, ...]:
        """The level after each step, from "high" down; never below "very low"."""
        place, found = len(LEVELS) - 1, []
        for step in self.steps:
            place = max(0, place + step.step)
            found.append(LEVELS[place])
        return tuple(found)

    @property
    def level(self) -> str:
        """The level after all steps."""
        return self.levels[-1]


@cache
def certainties() -> tuple[Certainty, ...]:
    """Every outcome of LDN in fibromyalgia that the course grades, in the order of its table."""
    found = store.read_entries("certainty.yaml", Certainty)
    for one in found:
        for key in (*one.sources, *(other.source for other in one.others)):
            bibliography.source(key)
    return tuple(found)


def certainty(id: str) -> Certainty:
    """One of them by its id, for example ``certainty("pain")``; ValueError names the nearest ids."""
    return store.find("certainty", id, store.by_field("id", certainties()))

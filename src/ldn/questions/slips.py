"""Wrong routes that many exercises share, as data (data/slips.yaml), and the wrong values they lead to."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, field_validator

from ldn.questions import registries, values


class Slip(BaseModel):
    """A named wrong route: how it turns the right value into the wrong one, and what to tell the learner."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    feedback: str
    misconception: str
    factors: tuple[float, ...] = ()
    factors_from: tuple[str, ...] = ()
    transform: Literal["ln2_over", "complement", "negated"] | None = None

    @field_validator("misconception")
    @classmethod
    def _is_known(cls, id: str) -> str:
        if id not in registries.misconceptions():
            raise ValueError(f"no misconception is called {id}; describe it in data/misconceptions.yaml")
        return id

    def wrong_values(self, right: float, whole: float | None = None) -> list[float]:
        """Return the wrong values that this slip makes of ``right``; empty if the exercise must say.

        Parameters:
            right: the right value.
            whole: what right and wrong add up to, for the slip ``complement`` alone.
        """
        if self.transform == "ln2_over":
            return [math.log(2.0) / right]
        if self.transform == "negated":
            return [-right]
        if self.transform == "complement":
            if whole is None:
                raise ValueError(f"slip {self.id}: say the whole that right and wrong add up to")
            return [whole - right]
        return [
            right * factor
            for factor in (*self.factors, *(values.compute(name, {}) for name in self.factors_from))
        ]


@cache
def slips() -> dict[str, Slip]:
    """Return the shared slips by id."""
    entries = yaml.safe_load((files("ldn.questions") / "data" / "slips.yaml").read_text(encoding="utf-8"))
    return {entry["id"]: Slip.model_validate(entry) for entry in entries}

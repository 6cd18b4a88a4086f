"""What a forest builder shows: the reader's own pool, and every pool that the same choices could make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from ldn.evidence import Effect, Pooled, pool
from ldn.interactives.forest_builder_data import (
    TIME_POINTS,
    effect,
    points_per_sd,
    poolable,
    published,
    short_name,
    trials,
)

# Model, estimator of the variance between trials, Hartung–Knapp interval.
MODELS = (
    ("fixed", "DL", False),
    ("random", "DL", False),
    ("random", "DL", True),
    ("random", "PM", False),
    ("random", "PM", True),
)
# Reading a half-width as a standard deviation is a slip, so no combination contains it.
DEFENSIBLE = ("paired", "unpaired")


@dataclass(frozen=True)
class Choices:
    """Everything that decides a pool, in a form in which equal pools have equal choices."""

    trials: tuple[str, ...]
    crossover: str
    time_point: str
    model: tuple[str, str, bool]


@dataclass(frozen=True)
class Combination:
    """One pool that the choices can make."""

    choices: Choices
    estimate: float
    low: float
    high: float


@dataclass(frozen=True)
class Row:
    """One trial of the picture; without an effect where its numbers were not seen."""

    id: str
    name: str
    effect: Effect | None
    weight: float | None


@dataclass(frozen=True)
class View:
    """One setting of the forest builder; see `ForestBuilder` for the arguments."""

    measure: str
    choices: Choices
    rows: tuple[Row, ...]
    pooled: Pooled | None
    combinations: tuple[Combination, ...]
    published: tuple[dict, ...]

    @property
    def used(self) -> list[Row]:
        """The trials that go into the pool."""
        return [row for row in self.rows if row.weight is not None]

    @property
    def rank(self) -> int | None:
        """The place of the reader's pool among all combinations, from 1; None if it is not one of them."""
        for place, combination in enumerate(self.combinations, start=1):
            if combination.choices == self.choices:
                return place
        return None


def evaluate(
    chosen: Sequence[str],
    measure: str,
    crossover: str,
    time_point: str,
    model: str,
    tau2: str,
    hartung_knapp: bool,
) -> View:
    """The view of a state."""
    with_effect = [id for id in poolable() if id in chosen and effect(id, measure, crossover, time_point)]
    variant = ("fixed", "DL", False) if model == "fixed" else (model, tau2, hartung_knapp)
    choices = _normal(Choices(tuple(with_effect), crossover, time_point, variant), measure)
    pooled = _pool(choices, measure) if len(with_effect) > 1 else None
    weights = dict(zip(with_effect, pooled.weights, strict=True)) if pooled else {}
    return View(
        measure=measure,
        choices=choices,
        rows=tuple(
            Row(t.id, short_name(t.name), effect(t.id, measure, crossover, time_point), weights.get(t.id))
            for t in trials()
        ),
        pooled=pooled,
        combinations=every_combination(measure),
        published=tuple(_on_the_scale(row, measure) for row in published()),
    )


@cache
def every_combination(measure: str) -> tuple[Combination, ...]:
    """Every pool of two or more trials under every choice, lowest estimate first."""
    ids = [id for id in poolable() if effect(id, measure, "paired", "main")]
    subsets = [subset for size in range(2, len(ids) + 1) for subset in combinations(ids, size)]
    found = []
    for subset, crossover, time_point, model in product(subsets, DEFENSIBLE, TIME_POINTS, MODELS):
        choices = Choices(subset, crossover, time_point, model)
        if _normal(choices, measure) != choices:
            continue
        pooled = _pool(choices, measure)
        found.append(Combination(choices, pooled.estimate, pooled.ci_low, pooled.ci_high))
    # Rounded, so that the page, whose last digits differ, brings them into the same order.
    return tuple(sorted(found, key=lambda one: round(one.estimate, 9)))


def _pool(choices: Choices, measure: str) -> Pooled:
    model, tau2, hartung_knapp = choices.model
    effects = {id: effect(id, measure, choices.crossover, choices.time_point) for id in choices.trials}
    return pool(effects, model=model, tau2=tau2, hartung_knapp=hartung_knapp)


def _normal(choices: Choices, measure: str) -> Choices:
    """The same choices with those that change nothing, for want of such a trial, at their first value."""

    def read(crossover: str, time_point: str) -> list[Effect | None]:
        return [effect(id, measure, crossover, time_point) for id in choices.trials]

    crossover, time_point = choices.crossover, choices.time_point
    if read(crossover, time_point) == read("paired", time_point):
        crossover = "paired"
    if read(crossover, time_point) == read(crossover, "main"):
        time_point = "main"
    return Choices(choices.trials, crossover, time_point, choices.model)


def _on_the_scale(row: dict, measure: str) -> dict:
    """A published pool on the scale of the picture; converted where it was printed on the other."""
    if row["measure"] == measure:
        factor = 1.0
    else:
        factor = points_per_sd() if measure == "mean difference" else 1 / points_per_sd()
    numbers = {name: row[name] * factor for name in ("estimate", "low", "high")}
    return {**row, **numbers, "converted": row["measure"] != measure}

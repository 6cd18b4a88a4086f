"""What the forest builder ships to the page: trials with their effects, published pools, quantiles."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from scipy import stats

from ldn.evidence import Effect, published_pools, trial_effect
from ldn.evidence.extraction import ExtractionError
from ldn.reference.studies import StudyStore, review, study_store
from ldn.reference.study_schema import Review, Study

OUTCOME, CONDITION = "pain", "fibromyalgia"
MEASURES = ("mean difference", "standardised mean difference")
CROSSOVER = ("paired", "unpaired", "misread")
TIME_POINTS = ("main", "last")
LEVEL = 0.95


@cache
def shipped_data() -> dict[str, Any]:
    """Everything the ES module computes with; it does not depend on the state."""
    return {
        "trials": [_entry(trial) for trial in trials()],
        "published": published(),
        "quantiles": quantiles(),
        "points_per_sd": points_per_sd(),
    }


@cache
def trials() -> tuple[Study, ...]:
    """Every trial of LDN against placebo in fibromyalgia that reports pain, oldest first."""
    found = [
        study
        for study in study_store().studies.values()
        if (study.condition, study.dose_band) == (CONDITION, "low")
        and study.outcome(OUTCOME) is not None
        and {"LDN", "placebo"} <= {arm.role for arm in study.arms}
    ]
    return tuple(sorted(found, key=lambda study: (study.year, study.id)))


def poolable() -> list[str]:
    """Ids of the trials that have an effect in one measure or the other."""
    return [
        trial.id
        for trial in trials()
        if any(effect(trial.id, measure, "paired", "main") for measure in MEASURES)
    ]


def short_name(name: str) -> str:
    """ "Due Bruun 2024 (FINAL)" → "FINAL 2024": a trial known by its acronym is called so."""
    found = re.fullmatch(r".* (\d{4}) \(([A-Z]{3,})\)", name)
    return f"{found[2]} {found[1]}" if found else name


@cache
def effect(trial: str, measure: str, crossover: str, time_point: str) -> Effect | None:
    """The effect of one trial as the state reads it, or None where the numbers for it were not seen."""
    try:
        return trial_effect(
            trial,
            OUTCOME,
            measure,
            pairing="respected" if crossover == "paired" else "ignored",
            time_point=time_point,
            store=_misreading_store() if crossover == "misread" else None,
        )
    except ExtractionError:
        return None


def lacks(trial: str, measure: str) -> str:
    """What was not seen of a trial and is needed for an effect; empty where nothing is missing."""
    if effect(trial, measure, "paired", "main"):
        return ""
    # A trial without either effect lacks its means, not only the ends of its scale.
    standardised = MEASURES[1]
    asked = measure if effect(trial, standardised, "paired", "main") else standardised
    try:
        trial_effect(trial, OUTCOME, asked)
    except ExtractionError as error:
        return re.sub(r" \(scale_points.*", "", str(error).partition("not seen: ")[2])
    raise AssertionError(f"{trial} has an effect and none")


@cache
def _misreading_store() -> StudyStore:
    """The studies with each half-width of a confidence interval taken for a standard deviation."""
    store = study_store()

    def misread(study: Study) -> Study:
        outcomes = tuple(
            outcome.model_copy(
                update={
                    "results": tuple(
                        result.model_copy(update={"spread_kind": "SD"})
                        if result.spread_kind == "CI half-width"
                        else result
                        for result in outcome.results
                    )
                }
            )
            for outcome in study.outcomes
        )
        return study.model_copy(update={"outcomes": outcomes})

    return replace(store, studies=MappingProxyType({id: misread(s) for id, s in store.studies.items()}))


@cache
def published() -> list[dict[str, Any]]:
    """Pooled pain of every review of the store, as printed, most favourable first."""
    found = [
        {
            "name": row.name.replace(" (abstract)", "") + (" (sensitivity)" if row.sensitivity_analysis else ""),
            "source": _cited(review(row.review)),
            "measure": row.measure,
            "estimate": row.estimate,
            "low": row.ci_low,
            "high": row.ci_high,
        }
        for row in published_pools(OUTCOME, CONDITION).itertuples()
    ]  # fmt: skip
    return sorted(found, key=lambda row: row["estimate"] * _per_measure(row["measure"]))


def _per_measure(measure: str) -> float:
    return points_per_sd() if measure == MEASURES[1] else 1.0


@cache
def points_per_sd() -> float:
    """Standard deviation of pain at baseline (points of 10), over all arms that printed one."""
    arms = [
        (result.spread, result.n)
        for trial in trials()
        for result in trial.outcome(OUTCOME).results
        if (result.spread_kind, result.statistic, result.weeks) == ("SD", "level", 0)
    ]
    return math.sqrt(sum(sd**2 * (n - 1) for sd, n in arms) / sum(n - 1 for _, n in arms))


@cache
def quantiles() -> dict[str, Any]:
    """Quantiles of the normal distribution and of t on 1, 2, … degrees of freedom."""
    upper = 0.5 + LEVEL / 2
    return {
        "normal": float(stats.norm.ppf(upper)),
        "t": [float(stats.t.ppf(upper, df)) for df in range(1, max(2, len(poolable())))],
    }


def _entry(trial: Study) -> dict[str, Any]:
    return {
        "id": trial.id,
        "name": short_name(trial.name),
        "year": trial.year,
        "crossover": trial.design == "crossover",
        "source": _cited(trial),
        "lacks": {measure: lacks(trial.id, measure) for measure in MEASURES},
        "effects": {
            measure: {
                crossover: {
                    time_point: _numbers(effect(trial.id, measure, crossover, time_point))
                    for time_point in TIME_POINTS
                }
                for crossover in CROSSOVER
            }
            for measure in MEASURES
        },
    }


def _cited(entry: Study | Review) -> dict[str, str | None]:
    """What a link to it needs: the key of its main source, its name and its address."""
    main = entry.sources[0]
    return {"key": main.key, "label": short_name(entry.name), "address": main.address}


def _numbers(one: Effect | None) -> dict[str, float] | None:
    if one is None:
        return None
    return {"estimate": one.estimate, "se": one.se, "low": one.ci_low, "high": one.ci_high}

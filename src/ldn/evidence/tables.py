"""The store as tables: what a learner filters, sorts and downloads."""

from __future__ import annotations

import pandas as pd

from ldn.evidence.arguments import one_of
from ldn.reference.studies import StudyStore, study_store
from ldn.reference.study_schema import Study

# Kinds of evidence, from the weakest to the strongest, and those that have nothing to show yet.
MAP_COLUMNS = (
    "cases",
    "charts and registers",
    "trials not randomised",
    "randomised trials",
    "no result yet",
)
_KIND_OF_DESIGN = {
    "case report": "cases",
    "case series": "cases",
    "retrospective cohort": "charts and registers",
    "before-after register": "charts and registers",
}
_WITHOUT_RESULT = ("ongoing", "terminated", "no results found")


def studies(
    condition: str | None = None, design: str | None = None, *, store: StudyStore | None = None
) -> pd.DataFrame:
    """All studies of the store, one row each.

    Parameters
    ----------
    condition : only this condition, for example "fibromyalgia".
    design : only this design, for example "crossover" or "parallel".
    store : a StudyStore other than the course's own.

    Returns
    -------
    DataFrame indexed by the study's id: name, condition, area, dose_band, year, country, design,
    randomised, blinding, n_randomised, n_analysed, dose_mg (mg of the hydrochloride a day),
    duration_weeks, comparator, status, read, registration, doi. What was not seen is missing (NaN).

    Raises
    ------
    ValueError
        If no study has the condition or design; the message lists those that exist.
    """
    table = pd.DataFrame([_row(study) for study in (store or study_store()).studies.values()])
    for name, wanted in (("condition", condition), ("design", design)):
        if wanted is not None:
            one_of(name, wanted, tuple(sorted(table[name].unique())))
            table = table[table[name] == wanted]
    return table.sort_values(["condition", "year", "id"]).set_index("id")


def _row(study: Study) -> dict[str, object]:
    people, main = study.participants, study.sources[0] if study.sources else None
    return {
        "id": study.id,
        "name": study.name,
        "condition": study.condition,
        "area": study.area,
        "dose_band": study.dose_band,
        "year": study.year,
        "country": study.country,
        "design": study.design,
        "randomised": study.randomised,
        "blinding": study.blinding,
        "n_randomised": people.randomised if people else None,
        "n_analysed": people.analysed if people else None,
        "dose_mg": study.dose.mg if study.dose else None,
        "duration_weeks": study.duration_weeks,
        "comparator": study.comparator,
        "status": study.status,
        "read": study.read,
        "registration": "; ".join(study.registrations),
        "doi": main.doi if main else None,
    }


def evidence_map(*, store: StudyStore | None = None) -> pd.DataFrame:
    """Every study of a low dose in a condition: what kind of evidence, how many people, which way it points.

    Studies of the use of medicines (area "medicine use") are left out; they are about no one condition.

    Parameters
    ----------
    store : a StudyStore other than the course's own.

    Returns
    -------
    DataFrame indexed by the study's id: name, area, condition, year, kind (see ``MAP_COLUMNS``), n (people analysed;
    where that was not seen, or only inferred, completed, randomised or enrolled, and without a result planned; NaN if
    none was seen) and direction (our reading of the primary outcome; "no result" where there is none).
    """
    rows = []
    for study in (store or study_store()).studies.values():
        if study.dose_band != "low" or study.area == "medicine use":
            continue
        without = study.status in _WITHOUT_RESULT
        kind = _KIND_OF_DESIGN.get(study.design, MAP_COLUMNS[3 if study.randomised else 2])
        rows.append(
            {
                "id": study.id,
                "name": study.name,
                "area": study.area,
                "condition": study.condition,
                "year": study.year,
                "kind": MAP_COLUMNS[4] if without else kind,
                "n": _people(study, planned=without),
                "direction": "no result" if without else study.direction,
            }
        )
    table = pd.DataFrame(rows)
    table["kind"] = pd.Categorical(table["kind"], MAP_COLUMNS, ordered=True)
    return table.sort_values(["area", "condition", "kind", "year", "id"]).set_index("id")


def _people(study: Study, *, planned: bool) -> float | None:
    people = study.participants
    if people is None:
        return None
    stages = (
        ("randomised", "enrolled", "planned")
        if planned
        else ("analysed", "completed", "randomised", "enrolled")
    )
    if people.confidence == "inferred":
        # What was inferred are people analysed; those randomised are printed.
        stages = tuple(stage for stage in stages if stage != "analysed")
    return next((getattr(people, stage) for stage in stages if getattr(people, stage) is not None), None)


def arm_results(study: str, *, store: StudyStore | None = None) -> pd.DataFrame:
    """Every result by arm of one study, as printed, with its source and confidence.

    Parameters
    ----------
    study : id, for example "due_bruun2024".
    store : a StudyStore other than the course's own.
    """
    rows = []
    for outcome in (store or study_store()).study(study).outcomes:
        for result in outcome.results:
            printed = result.model_dump(exclude={"p"})
            p = str(result.p) if result.p else ""
            rows.append({"outcome": outcome.id, "unit": outcome.unit, **printed, "p": p})
    return pd.DataFrame(rows)


def individual_patients(study: str, *, store: StudyStore | None = None) -> pd.DataFrame:
    """Rows of single people that a study printed, for example ``individual_patients("younger2009")``.

    Returns
    -------
    DataFrame indexed by participant; column names carry the unit.

    Raises
    ------
    ValueError
        If the study printed none; the message names those that did.
    """
    store = store or study_store()
    printed = store.study(study).individuals
    if printed is None:
        others = ", ".join(s.id for s in store.studies.values() if s.individuals)
        raise ValueError(f"no rows of single people were seen of {study!r}; there are some of {others}")
    table = pd.DataFrame(printed.rows, columns=list(printed.columns))
    return table.astype({"participant": int}).set_index("participant")


def published_pools(
    outcome: str = "pain",
    condition: str | None = "fibromyalgia",
    *,
    within_arm: bool = False,
    store: StudyStore | None = None,
) -> pd.DataFrame:
    """What reviews printed as their pooled effect: the same question, several answers.

    Parameters
    ----------
    outcome : for example "pain" or "vivid dreams".
    condition : only this condition; None for all.
    within_arm : True adds pools of before against after, which compare with nobody.
    store : a StudyStore other than the course's own.

    Returns
    -------
    DataFrame, one row a pooled estimate: review, name, year, measure, estimate, ci_low, ci_high,
    i2_percent, k (trials in this pool, where printed), k_review (in the whole review), n, comparator, kind,
    sensitivity_analysis, confidence.

    Raises
    ------
    ValueError
        If no review pooled this; the message lists the outcomes that were pooled.
    """
    every = [
        {
            "review": review.id,
            "name": review.name,
            "year": review.year,
            "outcome": pooled.outcome,
            "condition": pooled.condition,
            "measure": pooled.measure,
            "estimate": pooled.estimate,
            "ci_low": pooled.low,
            "ci_high": pooled.high,
            "i2_percent": pooled.i2_percent,
            "k": pooled.k,
            "k_review": review.k_studies,
            "n": pooled.n or review.n_participants,
            "comparator": pooled.comparator,
            "kind": pooled.kind,
            "sensitivity_analysis": pooled.sensitivity_analysis,
            "confidence": pooled.confidence,
        }
        for review in (store or study_store()).reviews.values()
        for pooled in review.pooled
    ]
    table = pd.DataFrame(every)
    one_of("outcome", outcome, tuple(sorted(table["outcome"].unique())))
    keep = table["outcome"] == outcome
    if condition is not None:
        keep &= table["condition"] == condition
    if not within_arm:
        keep &= table["kind"] == "between arms"
    return (
        table[keep]
        .drop(columns=["outcome", "condition"])
        .sort_values(["year", "review"])
        .reset_index(drop=True)
    )

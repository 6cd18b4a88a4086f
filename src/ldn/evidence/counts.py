"""From a printed result to people: counts where a paper prints them, or the counts that its percentages allow."""

from __future__ import annotations

from typing import NamedTuple

from ldn.evidence.checks import counts_behind, table_p_values, tables_behind
from ldn.evidence.extraction import ExtractionError
from ldn.reference.studies import StudyStore, study_store
from ldn.reference.study_schema import ArmResult, Outcome, Study

_NBSP = "\N{NO-BREAK SPACE}"


class Counts(NamedTuple):
    """People with a result and people, on LDN and, where a number is known, on placebo; ``known`` says how."""

    events: int
    people: int
    placebo: tuple[int, int] | None
    known: str


def published_counts(study: str, outcome: str, *, store: StudyStore | None = None) -> Counts:
    """The counts behind one published yes/no outcome.

    As printed where they are. From two percentages: of all tables within the arms' sizes that fit them and, where one
    fits by any usual test, the p value, the one with most people. From one percentage: the count that rounds to it or,
    if none does, the nearest of those enrolled; ``known`` says which.

    Parameters
    ----------
    study, outcome : ids, for example "smith2011" and "response".
    store : a StudyStore other than the course's own.

    Raises
    ------
    ExtractionError
        A ValueError: the study has no such outcome, or printed neither counts nor a percentage.
    """
    trial = (store or study_store()).study(study)
    found = trial.outcome(outcome)
    ldn = _result(found, "ldn") if found else None
    if ldn is None or (ldn.events is None and ldn.percent is None):
        raise ExtractionError(f"{study} printed neither counts nor a percentage of {outcome!r} on LDN")
    placebo = _result(found, "placebo")
    if placebo is None:
        return _of_one_arm(trial, ldn)
    if ldn.events is not None:
        return Counts(ldn.events, ldn.n, (placebo.events, placebo.n), _PRINTED)
    return _of_two_percentages(trial, found, ldn, placebo)


_PRINTED = "The counts are printed or follow directly."


def _result(outcome: Outcome, arm: str) -> ArmResult | None:
    return next(
        (result for result in outcome.results if result.arm == arm and result.analysis in (None, "ITT")), None
    )


def _of_one_arm(trial: Study, ldn: ArmResult) -> Counts:
    without = "The text that was read gives no number on placebo." if trial.randomised else ""
    if ldn.events is not None:
        return Counts(ldn.events, ldn.n, None, f"{_PRINTED} {without}".strip())
    people = ldn.n or trial.participants.enrolled
    decimals = 0 if float(ldn.percent).is_integer() else 1
    fitting = counts_behind(ldn.percent, people, decimals)
    printed = f"Printed: {ldn.percent:g}{_NBSP}%."
    if fitting:
        return Counts(
            fitting[0], people, None, f"{printed} The count follows from the {people}. {without}".strip()
        )
    nearest = min(range(people + 1), key=lambda count: abs(100 * count / people - ldn.percent))
    known = f"{printed} No whole number of the {people} enrolled gives it; the nearest is shown."
    return Counts(nearest, people, None, known)


def _of_two_percentages(trial: Study, outcome: Outcome, ldn: ArmResult, placebo: ArmResult) -> Counts:
    """The largest table within the arms' sizes that fits both percentages and, if one fits it, the p value."""
    sizes = {arm.id: range(2, arm.randomised + 1) for arm in trial.arms}
    tables = tables_behind(ldn.percent, placebo.percent, sizes_t=sizes["ldn"], sizes_c=sizes["placebo"])
    counts = [tuple(int(count) for count in row) for row in tables.iloc[:, :4].itertuples(index=False)]
    printed = f"Printed: {ldn.percent:g}{_NBSP}% and {placebo.percent:g}{_NBSP}%"
    contrast = outcome.contrasts[0] if outcome.contrasts else None
    if contrast is not None:
        p = contrast.p.value
        half_a_digit = 0.5 * 10.0 ** -len(f"{p:g}".split(".")[1])
        of_this_p = [
            table
            for table in counts
            if any(abs(value - p) <= half_a_digit for value in table_p_values(*table).values())
        ]
        counts = of_this_p or counts
        printed += f", p = {p:g}"
    events, people, placebo_events, placebo_people = max(
        counts, key=lambda table: (table[1] + table[3], table)
    )
    which = "only this table" if len(counts) == 1 else f"{len(counts)} tables, this the largest of them,"
    verb = "fits" if len(counts) == 1 else "fit"
    arms = f"arms of up to {trial.arms[0].randomised}"
    known = f"{printed}. The counts are not in the abstract: with {arms}, {which} {verb}."
    return Counts(events, people, (placebo_events, placebo_people), known)

"""What the denominator dial ships to the page: published results as counts of people, and how the counts are known."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from ldn.evidence import counts_behind, table_p_values, tables_behind
from ldn.interactives.bounded import ranges
from ldn.interactives.wording import NBSP
from ldn.reference import source, study
from ldn.reference.study_schema import ArmResult, Outcome, Study

OWN = "own"

# Results that the lessons speak of, in the order of the menu: id, study, outcome, and what it is called there.
_RESULTS = (
    ("crohn_response", "smith2011", "response", "Crohn's disease, response"),
    ("crohn_endoscopic_response", "smith2011", "endoscopic_response", "Crohn's disease, endoscopic response"),
    ("crohn_endoscopic_remission", "smith2011", "endoscopic_remission", "Crohn's disease, endoscopic remission"),
    ("pilot_response", "smith2007", "response", "Crohn's disease, open pilot, response"),
    ("pilot_remission", "smith2007", "clinical_remission", "Crohn's disease, open pilot, remission"),
    ("children_response", "smith2013", "response", "Crohn's disease in children, response"),
    ("children_remission", "smith2013", "clinical_remission", "Crohn's disease in children, remission"),
    ("ibd_response", "lie2018", "response", "Bowel disease, open label, improvement"),
    ("ibd_remission", "lie2018", "clinical_remission", "Bowel disease, open label, remission"),
    ("ms_progression", "gironi2008", "progression", "MS, open label, progression"),
    ("crps", "chopra2013", "remission", "CRPS, case reports, dystonia gone"),
    ("hailey_hailey", "albers2017", "resolution", "Hailey-Hailey disease, case series, cleared"),
    ("mecfs", "polo2019", "positive_response", "ME/CFS, charts, response by own account"),
    ("gulf_war", "brewer2018", "cgi_improved", "Gulf War illness, improved"),
    ("fibromyalgia_final", "due_bruun2024", "responder_30", "Fibromyalgia (FINAL), pain down by 30 %"),
    ("fibromyalgia_innova", "innova2026", "responder_30", "Fibromyalgia (INNOVA), pain down by 30 %"),
)  # fmt: skip


class Counts(NamedTuple):
    """People with a result and people, on LDN and, where there are any, on placebo; ``known`` says how."""

    events: int
    people: int
    placebo: tuple[int, int] | None
    known: str


@cache
def shipped_data() -> dict[str, Any]:
    """The ranges and the published results; the same for every state."""
    from ldn.interactives.denominator_dial import DenominatorDial

    return {"ranges": ranges(DenominatorDial), "results": published_results()}


@cache
def published_results() -> list[dict[str, Any]]:
    """Every result of the menu with its counts, how they are known, the design, and its source."""
    return [_entry(id, study(study_id), outcome, label) for id, study_id, outcome, label in _RESULTS]


def _entry(id: str, trial: Study, outcome_id: str, label: str) -> dict[str, Any]:
    counts = counts_of(trial, trial.outcome(outcome_id))
    cited = source(trial.sources[0].key)
    entry = {
        "id": id,
        "label": label,
        "events": counts.events,
        "people": counts.people,
        "compared": counts.placebo is not None,
        "design": f"{trial.design}, {trial.blinding}",
        "known": counts.known,
        "source": {"key": cited.key, "label": trial.name, "address": cited.address},
    }
    if counts.placebo:
        entry["placebo_events"], entry["placebo_people"] = counts.placebo
    return entry


def counts_of(trial: Study, outcome: Outcome) -> Counts:
    """The counts behind one published outcome: as printed, or inferred from what is printed."""
    ldn = _result(outcome, "ldn")
    placebo = _result(outcome, "placebo")
    if placebo is None:
        return _of_one_arm(trial, outcome, ldn)
    if ldn.events is not None:
        return Counts(
            ldn.events, ldn.n, (placebo.events, placebo.n), "The counts are printed or follow directly."
        )
    return _of_two_percentages(trial, outcome, ldn, placebo)


def _result(outcome: Outcome, arm: str) -> ArmResult | None:
    return next(
        (result for result in outcome.results if result.arm == arm and result.analysis in (None, "ITT")), None
    )


def _of_one_arm(trial: Study, outcome: Outcome, ldn: ArmResult) -> Counts:
    without = "The text that was read gives no number on placebo." if trial.randomised else ""
    if ldn.events is not None:
        return Counts(
            ldn.events, ldn.n, None, f"The counts are printed or follow directly. {without}".strip()
        )
    people = ldn.n or trial.participants.enrolled
    decimals = 0 if float(ldn.percent).is_integer() else 1
    fitting = counts_behind(ldn.percent, people, decimals)
    printed = f"Printed: {ldn.percent:g}{NBSP}%."
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
    printed = f"Printed: {ldn.percent:g}{NBSP}% and {placebo.percent:g}{NBSP}%"
    contrast = outcome.contrasts[0] if outcome.contrasts else None
    if contrast is not None:
        p = contrast.p.value
        half_a_digit = 0.5 * 10.0 ** -len(f"{p:g}".split(".")[1])
        counts = [
            table
            for table in counts
            if any(abs(value - p) <= half_a_digit for value in table_p_values(*table).values())
        ]
        printed += f", p = {p:g}"
    events, people, placebo_events, placebo_people = max(
        counts, key=lambda table: (table[1] + table[3], table)
    )
    which = "only this table" if len(counts) == 1 else f"{len(counts)} tables, this the largest of them,"
    verb = "fits" if len(counts) == 1 else "fit"
    arms = f"arms of up to {trial.arms[0].randomised}"
    known = f"{printed}. The counts are not in the abstract: with {arms}, {which} {verb}."
    return Counts(events, people, (placebo_events, placebo_people), known)

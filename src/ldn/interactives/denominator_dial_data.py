"""What the denominator dial ships to the page: published results as counts of people, and how the counts are known."""

from __future__ import annotations

from functools import cache
from typing import Any

from ldn.evidence import published_counts
from ldn.interactives.bounded import ranges
from ldn.reference import source, study
from ldn.reference.study_schema import Study

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
    counts = published_counts(trial.id, outcome_id)
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

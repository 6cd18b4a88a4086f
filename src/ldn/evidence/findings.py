"""A summary of findings: for each outcome the pool of its trials, beside how certain it is."""

from __future__ import annotations

import pandas as pd

from ldn.evidence.effects import Effect
from ldn.evidence.extraction import trial_effects
from ldn.evidence.synthesis import Pooled, pool
from ldn.reference.certainty import Certainty, certainties
from ldn.reference.studies import StudyStore, study_store
from ldn.reference.study_schema import Study

CONDITION = "fibromyalgia"


def summary_of_findings(*, store: StudyStore | None = None) -> pd.DataFrame:
    """Each graded outcome of LDN in fibromyalgia with its pool, recomputed from the studies.

    Parameters
    ----------
    store : a StudyStore other than the course's own.

    Returns
    -------
    DataFrame indexed by outcome id: outcome, trials, people, measure, estimate, ci_low, ci_high, i2_percent,
    certainty. Random effects after DerSimonian & Laird; a single trial stands for itself, without I².
    """
    store = store or study_store()
    return pd.DataFrame([_row(one, store) for one in certainties()]).set_index("id")


def _row(graded: Certainty, store: StudyStore) -> dict[str, object]:
    effects = trial_effects(
        graded.measured_by, graded.measure, condition=CONDITION, leave_out=graded.leave_out, store=store
    )
    found: Pooled | Effect = pool(effects) if len(effects) > 1 else effects[0]
    names = [effect.label for effect in effects]
    return {
        "id": graded.id,
        "outcome": graded.outcome,
        "trials": len(effects),
        "people": sum(_people(s, graded.measured_by) for s in store.studies.values() if s.name in names),
        "measure": found.measure,
        "estimate": found.estimate,
        "ci_low": found.ci_low,
        "ci_high": found.ci_high,
        "i2_percent": found.i2 if isinstance(found, Pooled) else float("nan"),
        "certainty": graded.level,
    }


def _people(study: Study, outcome: str) -> int:
    """Those counted, where the outcome is a count of people; else those analysed."""
    found = study.outcome(outcome)
    counted = {r.arm: r.n for r in reversed(found.results) if r.events is not None and r.n is not None}
    return sum(counted.values()) or study.participants.analysed

"""What the many-predictors game knows: the correlation that Younger and Mackey printed, and in how many people."""

from __future__ import annotations

from functools import cache
from typing import Any

from ldn.reference.studies import study
from ldn.reference.study_schema import Correlation

# All tests of Younger & Mackey 2009, over which p values were corrected; three were predictors (full text).
TESTS_CORRECTED = 17
MOST_PEOPLE = 40
MOST_PREDICTORS = 100
MOST_DRAWS = 500


@cache
def printed_correlations() -> tuple[Correlation, ...]:
    """The baseline values that Younger & Mackey 2009 correlated with the response."""
    return study("younger2009").correlations


def esr_correlation() -> Correlation:
    """That of the erythrocyte sedimentation rate."""
    return next(one for one in printed_correlations() if "ESR" in one.of)


def shipped_data() -> dict[str, Any]:
    """What the ES module draws besides the state; the same for every state."""
    pilot = study("younger2009")
    source = pilot.sources[0]
    return {
        "esr_r": esr_correlation().r,
        "source": {"key": source.key, "label": pilot.name, "address": source.address},
    }

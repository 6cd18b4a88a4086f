"""What the claim meter ships to the page: the article's claims, their verdicts, and how the course reads a verdict."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from ldn.reference import claims, source
from ldn.reference.claim_schema import VERDICTS


@dataclass(frozen=True)
class Reading:
    """Where on the scale of confidence the course would put a claim with this verdict.

    low, high: ends of the part of the scale, 0 to 100.
    """

    verdict: str
    low: int
    high: int


# A verdict is a word and has no number. These thirds of the scale are the course's own reading of the words, made so
# that a rating can be set beside them; every place that shows them says so.
READINGS = (
    Reading("supported", 67, 100),
    Reading("partly", 34, 66),
    Reading("outdated", 0, 33),
    Reading("misleading", 0, 33),
    Reading("unsupported", 0, 33),
    Reading("untested", 0, 33),
)
READING_OF = {reading.verdict: reading for reading in READINGS}


@cache
def rated_claims() -> tuple[dict[str, Any], ...]:
    """The claims in the article's order, as the page needs them."""
    return tuple(
        {
            "id": claim.id,
            "words": claim.words,
            "verdict": claim.verdict,
            "reason": " ".join(claim.reason.split()),
            "sources": [_link(key) for key in claim.sources],
        }
        for claim in claims()
    )


@cache
def shipped_data() -> dict[str, Any]:
    """Everything the ES module shows besides the ratings."""
    return {
        "claims": list(rated_claims()),
        "readings": [{**asdict(one), "meaning": VERDICTS[one.verdict]} for one in READINGS],
    }


def _link(key: str) -> dict[str, str | None]:
    """A source as a link: first author's surname or, without one, where it appeared; and the year."""
    cited = source(key)
    surname = re.split(r"[ ,]+(?:[A-Z]{1,3}\b|et al|and others)", cited.authors or "", maxsplit=1)[0]
    name = surname or cited.journal or cited.publisher or cited.title
    return {"key": key, "label": f"{name} {cited.year or ''}".strip(), "address": cited.address}

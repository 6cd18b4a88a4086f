"""The figures the course stands on: parameters, published results, sources and validation targets.

Every figure carries its unit, its spread, its sources and how it is known (`confidence`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ldn.reference.bibliography import source, sources
    from ldn.reference.claim_schema import Article, Claim
    from ldn.reference.claim_store import article, claim, claims
    from ldn.reference.schema import Band, Observation, Parameter, Source, Target
    from ldn.reference.store import (
        observation,
        observations,
        parameter,
        parameters,
        target,
        targets,
    )
    from ldn.reference.studies import review, study

_MODULE_OF = {
    **dict.fromkeys(("Article", "Claim"), "claim_schema"),
    **dict.fromkeys(("article", "claim", "claims"), "claim_store"),
    **dict.fromkeys(("Band", "Observation", "Parameter", "Source", "Target"), "schema"),
    **dict.fromkeys(
        (
            "observation",
            "observations",
            "parameter",
            "parameters",
            "target",
            "targets",
        ),
        "store",
    ),
    **dict.fromkeys(("source", "sources"), "bibliography"),
    **dict.fromkeys(("review", "study"), "studies"),
}

__all__ = [
    "Article",
    "Band",
    "Claim",
    "Observation",
    "Parameter",
    "Source",
    "Target",
    "article",
    "claim",
    "claims",
    "observation",
    "observations",
    "parameter",
    "parameters",
    "review",
    "source",
    "sources",
    "study",
    "target",
    "targets",
]


def __getattr__(name: str) -> Any:
    # pydantic and YAML load on first use, so that `import ldn.reference` stays instant.
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__

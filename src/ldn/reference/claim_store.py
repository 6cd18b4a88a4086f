"""The specimen article and the course's verdict on each of its claims, read once and checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import ValidationError

from ldn.reference import bibliography, store
from ldn.reference.claim_schema import Article, Claim, Judgement


@cache
def article() -> Article:
    """The specimen article that the course takes apart; its claims carry their ids."""
    text = files("ldn.reference").joinpath("data", "article.yaml").read_text(encoding="utf-8")
    try:
        return Article.model_validate(yaml.safe_load(text))
    except ValidationError as error:
        raise ValueError(f"article.yaml: {error}") from error


def claims() -> tuple[Claim, ...]:
    """The fourteen claims with their verdicts, C1 to C14."""
    return tuple(_claims_by_id().values())


def claim(id: str) -> Claim:
    """One claim by its id, for example ``claim("C7")``.

    Raises ValueError for an unknown id and names the nearest ones.
    """
    return store.find("claim", id, _claims_by_id())


@cache
def _claims_by_id() -> Mapping[str, Claim]:
    judgements = store.by_field("id", store.read_entries("claims.yaml", Judgement))
    for judgement in judgements.values():
        for key in judgement.sources:
            bibliography.source(key)
    made = {passage.claim for passage in article().claim_passages}
    if made != set(judgements):
        raise ValueError(f"made or judged, but not both: {', '.join(sorted(made ^ set(judgements)))}")
    found = (
        Claim(words=article().words_of(id), **judgement.model_dump()) for id, judgement in judgements.items()
    )
    return {one.id: one for one in sorted(found, key=lambda one: one.number)}

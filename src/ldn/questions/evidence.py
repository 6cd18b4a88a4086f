"""“Why we say so”: what an evidence id of an item stands for, and where a reader finds it."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from ldn import reference


@dataclass(frozen=True)
class EvidenceLink:
    """One source behind an item: its key, how it is named, and its address (None when it has none)."""

    key: str
    label: str
    address: str | None


def sources_of(id: str) -> list[str]:
    """Return the source keys behind an evidence id: itself, or those of a parameter or an observation.

    Raises:
        ValueError: if nothing in ldn.reference is called ``id``.
    """
    if any(source.key == id for source in reference.sources()):
        return [id]
    for entry in (*reference.parameters(), *reference.observations()):
        if entry.id == id:
            return list(entry.sources)
    raise ValueError(f"evidence {id!r}: no source, parameter or observation of ldn.reference is called that")


def links(ids: tuple[str, ...]) -> list[EvidenceLink]:
    """Return one link for each source behind ``ids``, in order, none twice."""
    keys = dict.fromkeys(key for id in ids for key in sources_of(id))
    return [_link(reference.source(key)) for key in keys]


def _link(source: reference.Source) -> EvidenceLink:
    return EvidenceLink(source.key, f"{_who(source)} {source.year or ''}".strip(), source.address)


def _who(source: reference.Source) -> str:
    """The first author's surname, with the others implied; failing that, where it appeared."""
    if not source.authors:
        return source.journal or source.publisher or shorten(source.title, 48, placeholder=" …")
    first, _, rest = source.authors.partition(" and others")[0].partition(",")
    surname = first.rsplit(" ", 1)[0]
    return surname if not rest and "and others" not in source.authors else f"{surname} and others"

"""Every source of the course under one roof, whichever data file it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from ldn.reference import store
from ldn.reference.schema import Source


def _dose_and_receptor() -> Iterable[Source]:
    return store.read_entries("sources.yaml", Source)


def _course() -> Iterable[Source]:
    return store.read_entries("course_sources.yaml", Source)


def _access() -> Iterable[Source]:
    return store.read_entries("access_sources.yaml", Source)


def _trials() -> Iterable[Source]:
    from ldn.reference.studies import study_sources

    return study_sources()


def _safety() -> Iterable[Source]:
    return store.read_entries("safety_sources.yaml", Source)


def _brain_and_immunity() -> Iterable[Source]:
    from ldn.reference.neuroimmune_schema import Publication

    return store.read_entries("neuroimmune_sources.yaml", Publication)


# What each collection is called where a reader meets it, and where its sources are read.
_COLLECTIONS: Mapping[str, tuple[str, Callable[[], Iterable[Source]]]] = {
    "dose": ("Dose and receptor", _dose_and_receptor),
    "brain": ("Brain and immunity", _brain_and_immunity),
    "trials": ("Trials and reviews", _trials),
    "safety": ("Safety", _safety),
    "access": ("Approval, price and use", _access),
    "course": ("Learning, safety and use", _course),
}


def collections() -> dict[str, str]:
    """The collections of sources and what they are called."""
    return {name: title for name, (title, _) in _COLLECTIONS.items()}


def source(key: str) -> Source:
    """One source by its key, for example ``source("rabiner2011")``.

    Raises ValueError for an unknown key and names the nearest ones.
    """
    return store.find("source", key, _by_key())


def sources(collection: str | None = None) -> tuple[Source, ...]:
    """All sources, or those of one collection (see `collections`), in alphabetical order of their keys.

    Raises ValueError for an unknown collection.
    """
    if collection is None:
        return tuple(_by_key().values())
    if collection not in _COLLECTIONS:
        raise ValueError(f"unknown collection {collection!r}; collections are {', '.join(_COLLECTIONS)}")
    return tuple(_of(collection).values())


@cache
def _of(collection: str) -> Mapping[str, Source]:
    _, read = _COLLECTIONS[collection]
    return dict(sorted(store.by_field("key", read()).items()))


@cache
def _by_key() -> Mapping[str, Source]:
    everything = store.by_field("key", (source for name in _COLLECTIONS for source in _of(name).values()))
    return dict(sorted(everything.items()))

"""The study store: one file a study, one file a review, read once and checked.

To add a trial, add a file to data/studies/primary, with its sources inside; everything that pools or
lists studies follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import yaml
from pydantic import ValidationError

from ldn.reference.schema import Entry
from ldn.reference.study_schema import Review, Study, StudySource

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
EntryType = TypeVar("EntryType", bound=Entry)


@dataclass(frozen=True)
class StudyStore:
    """Studies, reviews and their sources, each by its id or key."""

    studies: Mapping[str, Study]
    reviews: Mapping[str, Review]
    sources: Mapping[str, StudySource]

    def study(self, id: str) -> Study:
        """One study, for example ``study("younger2013")``; ValueError names the nearest ids."""
        return _find("study", id, self.studies)

    def review(self, id: str) -> Review:
        """One review, for example ``review("vatvani2024")``; ValueError names the nearest ids."""
        return _find("review", id, self.reviews)


@cache
def study_store() -> StudyStore:
    """The course's own studies."""
    return read_study_store(files("ldn.reference").joinpath("data", "studies"))


def read_study_store(directory: Path | Traversable) -> StudyStore:
    """Read and check a folder of studies: primary/<id>.yaml, reviews/<id>.yaml and sources.yaml.

    Parameters
    ----------
    directory : the folder; sources.yaml holds the sources that several files share.

    Raises
    ------
    ValueError
        If a file does not follow the schema, is not named after its id, or names an unknown source.
    """
    studies = _read_folder(directory / "primary", Study)
    reviews = _read_folder(directory / "reviews", Review)
    shared = [StudySource.model_validate(row) for row in _load(directory / "sources.yaml")]
    own = [source for entry in (*studies.values(), *reviews.values()) for source in entry.sources]
    sources = _sources_by_key([*shared, *own])
    for entry in (*studies.values(), *reviews.values()):
        if unknown := [key for key in entry.source_keys if key not in sources]:
            raise ValueError(f"{entry.id} names unknown sources {', '.join(unknown)}")
    return StudyStore(MappingProxyType(studies), MappingProxyType(reviews), MappingProxyType(sources))


def study(id: str) -> Study:
    """One study of the course, for example ``study("younger2013")``."""
    return study_store().study(id)


def review(id: str) -> Review:
    """One review of the course, for example ``review("vatvani2024")``."""
    return study_store().review(id)


def study_sources() -> tuple[StudySource, ...]:
    """The sources of all studies and reviews, in alphabetical order of their keys."""
    return tuple(study_store().sources.values())


def _read_folder(folder: Path | Traversable, schema: type[EntryType]) -> dict[str, EntryType]:
    entries: dict[str, EntryType] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".yaml"):
            continue
        try:
            entry = schema.model_validate(_load(file))
        except ValidationError as error:
            raise ValueError(f"{file.name}: {error}") from error
        if file.name != f"{entry.id}.yaml":
            raise ValueError(f"{file.name} holds {entry.id!r}: a file is named after its id")
        entries[entry.id] = entry
    return entries


def _load(file: Path | Traversable) -> object:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)


def _sources_by_key(sources: Iterable[StudySource]) -> dict[str, StudySource]:
    found: dict[str, StudySource] = {}
    for source in sources:
        if source.key in found:
            raise ValueError(f"source {source.key!r} is given twice: move it to sources.yaml and cite it")
        found[source.key] = source
    return dict(sorted(found.items()))


def _find(kind: str, id: str, known: Mapping[str, EntryType]) -> EntryType:
    if not isinstance(id, str):
        raise TypeError(f"the id of a {kind} is text, got {type(id).__name__}")
    if id not in known:
        near = get_close_matches(id.lower(), known, n=3, cutoff=0.5)
        raise ValueError(f"unknown {kind} {id!r}" + (f"; nearest: {', '.join(near)}" if near else ""))
    return known[id]

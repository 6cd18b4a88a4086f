"""Reads the data files once, checks them against the schema and answers by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml
from pydantic import ValidationError

from ldn.reference.schema import Entry, Observation, Parameter, Target

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
EntryType = TypeVar("EntryType", bound=Entry)


def parameter(id: str) -> Parameter:
    """One constant of the naltrexone model, for example ``parameter("ec50_nM")``.

    Raises ValueError for an unknown id and names the nearest ones.
    """
    return find("parameter", id, _parameters_by_id(), {p.symbol: p.id for p in parameters()})


def parameters() -> tuple[Parameter, ...]:
    """All constants of the naltrexone model, in the order of the data file."""
    return tuple(_parameters_by_id().values())


def observation(id: str) -> Observation:
    """One published result by its id.

    Raises ValueError for an unknown id and names the nearest ones.
    """
    return find("observation", id, _observations_by_id())


def observations(group: str | None = None) -> tuple[Observation, ...]:
    """Published results, all or those of one group.

    Groups: plasma, elimination, occupancy (PET and detector studies), binding, heroin_blockade,
    animal_blockade, endogenous_opioid. Raises ValueError for an unknown group.
    """
    everything = tuple(_observations_by_id().values())
    if group is None:
        return everything
    groups = sorted({o.group for o in everything})
    if group not in groups:
        raise ValueError(f"unknown group of observations {group!r}; groups are {', '.join(groups)}")
    return tuple(o for o in everything if o.group == group)


def target(id: str) -> Target:
    """One validation target, for example ``target("V18")``.

    Raises ValueError for an unknown id and names the nearest ones.
    """
    return find("validation target", id, _targets_by_id())


def targets(module: str | None = None) -> tuple[Target, ...]:
    """Validation targets, all or those of one module of the library (``"pharmacology"``)."""
    everything = tuple(_targets_by_id().values())
    if module is None:
        return everything
    modules = sorted({t.module for t in everything})
    if module not in modules:
        raise ValueError(f"no validation targets for module {module!r}; modules are {', '.join(modules)}")
    return tuple(t for t in everything if t.module == module)


@cache
def _parameters_by_id() -> Mapping[str, Parameter]:
    return by_field("id", read_entries("naltrexone_parameters.yaml", Parameter))


@cache
def _observations_by_id() -> Mapping[str, Observation]:
    return by_field("id", read_entries("observations.yaml", Observation))


@cache
def _targets_by_id() -> Mapping[str, Target]:
    return by_field("id", read_entries("validation_targets.yaml", Target))


def read_entries(file_name: str, schema: type[EntryType]) -> list[EntryType]:
    """The entries of one data file, checked; ValueError names the file and the entry that does not fit."""
    text = files("ldn.reference").joinpath("data", file_name).read_text(encoding="utf-8")
    entries = []
    for row in yaml.load(text, Loader=_Loader):
        try:
            entries.append(schema.model_validate(row))
        except ValidationError as error:
            name = row.get("id", row.get("key", "an entry without id")) if isinstance(row, dict) else row
            raise ValueError(f"{file_name}, {name}: {error}") from error
    return entries


def by_field(field: str, entries: Iterable[EntryType]) -> dict[str, EntryType]:
    """Entries by one of their fields; ValueError for a value given twice."""
    found: dict[str, EntryType] = {}
    for entry in entries:
        id = getattr(entry, field)
        if id in found:
            raise ValueError(f"{type(entry).__name__.lower()} {id!r} is given twice")
        found[id] = entry
    return found


def find(
    kind: str, id: str, known: Mapping[str, EntryType], other_names: Mapping[str, str] | None = None
) -> EntryType:
    """The entry with this id; ValueError for an unknown one, with the nearest, and TypeError for no text."""
    if not isinstance(id, str):
        raise TypeError(f"the id of a {kind} is text, got {type(id).__name__}")
    if id in known:
        return known[id]
    other_names = other_names or {}
    lower = {name.lower(): name for name in known} | {s.lower(): i for s, i in other_names.items() if s}
    near = [lower[name] for name in get_close_matches(id.lower(), lower, n=3, cutoff=0.5)]
    nearest = f"; nearest: {', '.join(dict.fromkeys(near))}" if near else ""
    raise ValueError(f"unknown {kind} {id!r}{nearest}")

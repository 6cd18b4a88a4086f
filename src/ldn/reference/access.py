"""How people come by a low dose: approvals, compounding, prices, tests of quality, and Norway's rush of 2013.

Read from the access data files, checked against `access_schema`; every source that an entry names exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from ldn.reference import bibliography, store
from ldn.reference.access_schema import Approval, Price, QualityTest
from ldn.reference.schema import Entry, Parameter


def approvals(
    kind: Literal["approval", "designation", "compounded", "made without approval"] | None = None,
) -> tuple[Approval, ...]:
    """Products and their standing, all or those of one kind."""
    everything = _read("access_approvals.yaml", Approval)
    kinds = sorted({entry.kind for entry in everything})
    if kind is not None and kind not in kinds:
        raise ValueError(f"unknown kind {kind!r}; known are {', '.join(kinds)}")
    return tuple(entry for entry in everything if kind in (None, entry.kind))


def prices() -> tuple[Price, ...]:
    """Prices as printed, with currency, place and, where known, year."""
    return _read("access_prices.yaml", Price)


def quality_tests() -> tuple[QualityTest, ...]:
    """What tests of compounded medicines found. None of them tested naltrexone."""
    return _read("access_quality.yaml", QualityTest)


def parameter(id: str) -> Parameter:
    """One figure of compounding or use, for example ``parameter("highest_acceptance_value")``.

    Raises ValueError for an unknown id and names the nearest ones.
    """
    return store.find("access parameter", id, _parameters_by_id())


def parameters() -> tuple[Parameter, ...]:
    """All figures, in the order of the data file."""
    return tuple(_parameters_by_id().values())


@cache
def _parameters_by_id() -> Mapping[str, Parameter]:
    return store.by_field("id", _read("access_parameters.yaml", Parameter))


@cache
def _read(file_name: str, schema: type[Entry]) -> tuple:
    entries = tuple(store.by_field("id", store.read_entries(file_name, schema)).values())
    known = {source.key for source in bibliography.sources()}
    for entry in entries:
        if missing := [key for key in entry.sources if key not in known]:
            raise ValueError(f"{file_name}, {entry.id}: unknown source {', '.join(missing)}")
    return entries

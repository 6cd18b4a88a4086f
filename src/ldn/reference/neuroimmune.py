"""The neuroimmune figures: microglia, TLR4, concentrations in vitro, human challenge and imaging.

Read once from the data files, checked against `neuroimmune_schema`, and held together: every source that an
entry names exists, and whatever rests on a retracted paper says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from ldn.reference import bibliography, store
from ldn.reference.neuroimmune_schema import (
    AnimalFinding,
    CellFigure,
    EndotoxinStudy,
    ImagingStudy,
    InVitroFinding,
    Link,
    NeuroimmuneTarget,
    Publication,
    TimePoint,
)
from ldn.reference.schema import Entry, Parameter, Source


def publications() -> tuple[Publication, ...]:
    """The sources of the neuroimmune data in the order of their keys; `retracted` marks the fallen."""
    return bibliography.sources("brain")


def parameter(id: str) -> Parameter:
    """One constant of the TLR4 model or of the counting exercise, for example ``parameter("w_M")``.

    Raises ValueError for an unknown id and names the nearest ones.
    """
    return store.find("neuroimmune parameter", id, _parameters_by_id())


def parameters() -> tuple[Parameter, ...]:
    """All constants, in the order of the data file."""
    return tuple(_parameters_by_id().values())


def cell_figures(topic: str | None = None) -> tuple[CellFigure, ...]:
    """Numbers about microglia. Topics: share, total, density, spacing, motility, turnover."""
    return _of("topic", topic, _read("neuroimmune_cells.yaml", CellFigure))


def time_points(variable: str | None = None) -> tuple[TimePoint, ...]:
    """Landmarks of published time courses, for one variable of the TLR4 model or for all."""
    return _of("variable", variable, _read("neuroimmune_time_points.yaml", TimePoint))


def in_vitro_findings(outcome: str | None = None) -> tuple[InVitroFinding, ...]:
    """What naltrexone, naloxone and their isomers did to cells. Outcomes: effect, no effect, mixed."""
    return _of("outcome", outcome, _read("neuroimmune_in_vitro.yaml", InVitroFinding))


def endotoxin_studies(topic: str | None = None) -> tuple[EndotoxinStudy, ...]:
    """Endotoxin given to people. Topics: pain, sleep, sickness, imaging, cytokines."""
    return _of("topic", topic, _read("neuroimmune_endotoxin.yaml", EndotoxinStudy))


def imaging_studies() -> tuple[ImagingStudy, ...]:
    """Glial imaging in people with pain and related conditions, and what the tracer binds."""
    return _read("neuroimmune_imaging.yaml", ImagingStudy)


def animal_findings(topic: str | None = None) -> tuple[AnimalFinding, ...]:
    """Results in animals. Topics: microglia in pain, TLR4 and sex, TRIF, enantiomers, naltrexone dose."""
    return _of("topic", topic, _read("neuroimmune_animals.yaml", AnimalFinding))


def links(kind: str | None = None) -> tuple[Link, ...]:
    """The graded links. Kinds: chain (low dose → TLR4 on microglia → less pain) and alternative."""
    return _of("kind", kind, _read("neuroimmune_links.yaml", Link))


def target(id: str) -> NeuroimmuneTarget:
    """One validation target, for example ``target("N02")``.

    Raises ValueError for an unknown id and names the nearest ones.
    """
    return store.find("neuroimmune validation target", id, _targets_by_id())


def targets() -> tuple[NeuroimmuneTarget, ...]:
    """The validation targets of `ldn.neuroimmune`."""
    return tuple(_targets_by_id().values())


@cache
def _parameters_by_id() -> Mapping[str, Parameter]:
    return store.by_field("id", _read("neuroimmune_parameters.yaml", Parameter))


@cache
def _targets_by_id() -> Mapping[str, NeuroimmuneTarget]:
    return store.by_field("id", _read("neuroimmune_validation_targets.yaml", NeuroimmuneTarget))


@cache
def _read(file_name: str, schema: type[Entry]) -> tuple:
    entries = tuple(store.by_field("id", store.read_entries(file_name, schema)).values())
    known = {source.key: source for source in bibliography.sources()}
    for entry in entries:
        if missing := [key for key in entry.sources if key not in known]:
            raise ValueError(f"{file_name}, {entry.id}: unknown source {', '.join(missing)}")
        if isinstance(entry, InVitroFinding):
            _check_retraction(entry, [known[key] for key in entry.sources])
    return entries


def _check_retraction(finding: InVitroFinding, cited: Iterable[Source]) -> None:
    fallen = [s.key for s in cited if getattr(s, "retracted", "")]
    if bool(fallen) != finding.retracted:
        raise ValueError(
            f"in-vitro finding {finding.id!r}: retracted is {finding.retracted}, "
            f"but its retracted sources are {fallen or 'none'}"
        )


def _of(field: str, value: str | None, entries: tuple) -> tuple:
    if value is None:
        return entries
    values = sorted({getattr(entry, field) for entry in entries})
    if value not in values:
        raise ValueError(f"unknown {field} {value!r}; known are {', '.join(values)}")
    return tuple(entry for entry in entries if getattr(entry, field) == value)

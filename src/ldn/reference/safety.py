"""What is known of naltrexone's harms: labels, cases, counts, and what nobody has measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ldn.reference import bibliography, store
from ldn.reference.safety_schema import Opioid, SafetyFact
from ldn.reference.schema import Entry
from ldn.reference.studies import study_store
from ldn.reference.study_schema import ArmResult, Outcome, Study


def fact(id: str) -> SafetyFact:
    """One statement about a hazard, for example ``fact("opioid_free_short_acting")``.

    Raises ValueError for an unknown id and names the nearest ones.
    """
    return store.find("safety fact", id, _facts_by_id())


def facts(topic: str | None = None) -> tuple[SafetyFact, ...]:
    """The statements, all or those of one topic, in the order of the data file.

    Raises ValueError for an unknown topic.
    """
    everything = tuple(_facts_by_id().values())
    if topic is None:
        return everything
    topics = list(dict.fromkeys(one.topic for one in everything))
    if topic not in topics:
        raise ValueError(f"unknown topic {topic!r}; topics are {', '.join(topics)}")
    return tuple(one for one in everything if one.topic == topic)


@dataclass(frozen=True)
class Harm:
    """How often an unwanted effect was counted in one study: on naltrexone, and beside what.

    `drug` and `control` are the results as the study store holds them; `control` is None where nothing was compared.
    """

    study: Study
    outcome: Outcome
    drug: ArmResult
    control: ArmResult | None
    control_name: str

    @property
    def dose_mg(self) -> float:
        """The dose aimed at, or the highest of the range given."""
        return self.study.dose.mg or self.study.dose.high_mg


def harms() -> tuple[Harm, ...]:
    """Every count of an unwanted effect in the studies of the course, lowest dose first.

    The numbers live in the study store; studies that give no dose are left out.
    """
    found = [
        harm
        for one in study_store().studies.values()
        if one.dose is not None and (one.dose.mg or one.dose.high_mg)
        for outcome in one.outcomes
        if outcome.role == "harm" and (harm := _harm(one, outcome))
    ]
    return tuple(sorted(found, key=lambda harm: (harm.dose_mg, harm.study.id, harm.outcome.id)))


def share(result: ArmResult) -> float:
    """Share of people with the event, 0 to 1, from the counts where they were printed."""
    if result.events is not None and result.n is not None:
        return result.events / result.n
    return result.percent / 100


def opioids() -> tuple[Opioid, ...]:
    """Opioids with the half-lives that were measured, in the order of the data file."""
    return tuple(_opioids_by_id().values())


def opioid(id: str) -> Opioid:
    """One opioid by its id, for example ``opioid("morphine")``; ValueError for an unknown id."""
    return store.find("opioid", id, _opioids_by_id())


@cache
def _facts_by_id() -> Mapping[str, SafetyFact]:
    return _read("safety.yaml", SafetyFact)


@cache
def _opioids_by_id() -> Mapping[str, Opioid]:
    everything = _read("safety_opioids.yaml", Opioid)
    for one in everything.values():
        if one.warning:
            fact(one.warning)
    return everything


def _read(file_name: str, schema: type[Entry]) -> Mapping[str, Entry]:
    entries = store.by_field("id", store.read_entries(file_name, schema))
    known = {source.key for source in bibliography.sources()}
    for entry in entries.values():
        if missing := [key for key in entry.sources if key not in known]:
            raise ValueError(f"{file_name}, {entry.id}: unknown source {', '.join(missing)}")
    return entries


def _harm(one: Study, outcome: Outcome) -> Harm | None:
    counted = {
        result.arm: result
        for result in outcome.results
        if result.percent is not None or (result.events is not None and result.n is not None)
    }
    roles = {arm.id: arm for arm in one.arms}
    drug = next((counted[id] for id in counted if roles[id].role == "LDN"), None)
    control = next((counted[id] for id in counted if roles[id].role != "LDN"), None)
    if drug is None:
        return None
    return Harm(one, outcome, drug, control, "" if control is None else roles[control.arm].name)

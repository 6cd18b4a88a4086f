"""What the rule of three ships to the page: the course's own counts of people who were watched."""

from __future__ import annotations

from functools import cache
from typing import Any

from ldn.interactives.bounded import ranges
from ldn.reference import study

# The trials whose texts say that nobody on LDN had a serious adverse event, and the stage at which people are counted:
# at the least those who were seen to finish on it, at the most all who were given it.
_SAY_NONE = ("younger2013", "smith2013", "cree2010", "due_bruun2024")


@cache
def shipped_data() -> dict[str, Any]:
    """The ranges and the counts; the same for every state."""
    from ldn.interactives.rule_of_three import RuleOfThree

    return {"ranges": ranges(RuleOfThree), "watched": watched()}


@cache
def zero_serious_events() -> tuple[int, int]:
    """People on LDN in trials that state that none of them had a serious adverse event: at least, and at most."""
    for id in _SAY_NONE:
        if study(id).outcome("serious_adverse_event").results[0].events != 0:
            raise ValueError(f"{id} no longer states zero serious adverse events on LDN")
    younger, children, cree = (study(id).participants for id in _SAY_NONE[:3])
    blinded_children = study("smith2013").arms[0].randomised
    final = study("due_bruun2024").arms[0].randomised
    least = younger.completed + blinded_children + cree.analysed + final
    # The children on placebo were given the drug in the open second phase.
    most = younger.randomised + children.randomised + cree.randomised + final
    return least, most


@cache
def watched() -> list[dict[str, Any]]:
    """Counts that a reader can choose, each with the studies it is read from."""
    least, most = zero_serious_events()
    gironi = study("gironi2008").outcome("major_adverse_event").results[0]
    polo = study("polo2019").outcome("severe_adverse_event").results[0]
    innova = study("innova2026").outcome("treatment_related_serious_adverse_event").results[0]
    norway = study("raknes2017_use").participants.analysed
    return [
        _entry("most", f"four trials, all who were given LDN: 0 of {most}", 0, most, _SAY_NONE,
               "serious adverse events, as the texts state them"),
        _entry("least", f"the same trials, those seen to finish: 0 of {least}", 0, least, _SAY_NONE,
               "serious adverse events, as the texts state them"),
        _entry("innova", f"INNOVA, twelve months: 0 of {innova.n}", innova.events, innova.n, ("innova2026",),
               "serious adverse events that were put down to the treatment"),
        _entry("gironi", f"MS, open label: {gironi.events} of {gironi.n}", gironi.events, gironi.n, ("gironi2008",),
               "major adverse events"),
        _entry("polo", f"ME/CFS, charts: 0 of {polo.n}", polo.events, polo.n, ("polo2019",),
               "severe or lasting adverse events, as charts recorded them"),
        _entry("norway", f"suppose all {norway:,} users in Norway had been watched: 0", 0, norway, ("raknes2017_use",),
               "a supposition: they were counted, not watched"),
    ]  # fmt: skip


def _entry(
    id: str, label: str, events: int, people: int, studies: tuple[str, ...], counts: str
) -> dict[str, Any]:
    return {
        "id": id,
        "label": label,
        "events": events,
        "people": people,
        "counts": counts,
        "studies": [study(one).name for one in studies],
    }

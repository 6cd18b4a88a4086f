"""The rule of three's Python side: its message, the course's own counts, arguments, words, picture."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import RuleOfThree
from ldn.interactives.rule_of_three_data import watched, zero_serious_events
from ldn.interactives.rule_of_three_wording import chance, one_in


def _words(piece: RuleOfThree) -> str:
    return piece.sentence().replace("\N{NO-BREAK SPACE}", " ")


def test_the_untouched_default_carries_the_message():
    """Safety digest, section 3: 172 people bound the risk at 1.73 %; 1 in 1,000 takes 2,995, seen with 15.8 %."""
    piece = RuleOfThree()
    assert 100 * piece.view().upper == pytest.approx(1.73, abs=0.005)
    words = _words(piece)
    assert "Of 172 people nobody had the event." in words
    assert "up to 1.7 %, 1 in 58: 17 of 1,000" in words
    assert "3 ÷ 172 = 1.7 %" in words
    assert "1 in 1,000 with 95 % certainty takes 2,995 people; among 172 the chance is 16 %" in words


def test_the_people_who_were_watched_follow_from_the_studies():
    """Safety digest: four trials state zero, 144 who completed to 172 who were given it; bounds 2.06 and 1.73 %."""
    assert zero_serious_events() == (144, 172)
    assert 100 * RuleOfThree(people=144).view().upper == pytest.approx(2.06, abs=0.005)
    counts = {entry["id"]: (entry["events"], entry["people"]) for entry in watched()}
    assert counts["gironi"] == (2, 40)
    assert counts["norway"] == (0, 15297)


def test_one_event_raises_the_bound_by_little_more_than_half():
    """Poisson: 4.74 expected events fit one seen, 3.00 none (chi-square quantiles)."""
    none, one = (RuleOfThree(events=events, people=10_000).view().upper for events in (0, 1))
    assert one / none == pytest.approx(4.744 / 2.996, rel=1e-3)


def test_with_events_the_rule_of_three_is_not_offered():
    piece = RuleOfThree(events=2, people=40)
    assert piece.view().rule is None
    assert "Of 40 people 2 had the event, 5 %." in _words(piece)
    assert "rule of three" not in _words(piece)
    assert set(piece.table()["3 ÷ people (%)"]) == {""}


def test_a_large_register_leaves_fewer_than_one_in_a_thousand():
    assert "fewer than one of 1,000" in _words(RuleOfThree(people=15_297))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"people": 0}, "people = 0 people is not allowed: 1 to 100000 people"),
        ({"people": 17.5}, "people = 17.5 is not allowed: it must be a whole number"),
        ({"events": 11}, "events = 11 people is not allowed: 0 to 10 people"),
        ({"one_in": 5}, "one_in = 5 people is not allowed: 10 to 100000 people"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=re.escape(message)):
        RuleOfThree(**arguments)


def test_more_events_than_people_are_refused():
    with pytest.raises(ValueError, match="events must be at most people, got 4 events in 3 people"):
        RuleOfThree(events=4, people=3)


def test_chances_never_claim_nothing_or_certainty():
    shown = [chance(share).replace("\N{NO-BREAK SPACE}", " ") for share in (0.004, 0.158, 0.5, 0.997)]
    assert shown == ["under 1 %", "16 %", "50 %", "over 99 %"]
    assert one_in(0.0173) == "1 in 58"


def test_the_paper_figure_is_the_same_each_time_and_counts_the_thousand():
    picture = RuleOfThree().picture()
    assert picture == RuleOfThree().picture()
    text = " ".join("".join(ElementTree.fromstring(picture).itertext()).split())
    assert "Of 1,000 people: up to 17 could" in text
    assert "172 people: up to" in text

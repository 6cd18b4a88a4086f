"""The denominator dial's Python side: its message, the published results, arguments, words, picture."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.evidence import grim_consistent
from ldn.interactives import DenominatorDial
from ldn.interactives.denominator_dial_data import published_results


def _words(piece: DenominatorDial) -> str:
    return piece.sentence().replace("\N{NO-BREAK SPACE}", " ")


def _result(id: str) -> dict:
    return next(entry for entry in published_results() if entry["id"] == id)


def test_the_untouched_default_carries_the_message():
    """88 % v 40 %: nearly half of those who responded would have done so on placebo."""
    piece = DenominatorDial()
    assert piece.view().of_100 == (40, 48, 0)
    words = _words(piece)
    assert "On LDN 14 of 16: 88 % (95 % CI 64 to 97 %)." in words
    assert "On placebo 6 of 15: 40 % (95 % CI 20 to 64 %)." in words
    assert (
        "40 would have had the result on placebo and 48 more had it; the data allow 14 to 70 more." in words
    )


@pytest.mark.parametrize(
    ("id", "counts"),
    [
        # Fisher's exact p of 14/16 v 6/15 is the printed 0.009; Yates' of 14/18 v 5/18 the printed 0.008.
        ("crohn_response", (14, 16, 6, 15)),
        ("crohn_endoscopic_response", (14, 18, 5, 18)),
        ("crohn_endoscopic_remission", (6, 18, 1, 13)),
        ("fibromyalgia_final", (20, 49, 13, 50)),
        ("fibromyalgia_innova", (5, 47, 9, 49)),
    ],
)
def test_counts_with_a_comparator(id, counts):
    entry = _result(id)
    assert tuple(entry[name] for name in ("events", "people", "placebo_events", "placebo_people")) == counts


def test_where_no_count_fits_the_line_says_so():
    assert not grim_consistent(89, 17)
    assert "No whole number of the 17 enrolled gives it" in _result("pilot_response")["known"]
    assert (_result("pilot_response")["events"], _result("pilot_response")["people"]) == (15, 17)
    assert "gives no number on placebo" in _result("gulf_war")["known"]


def test_without_a_comparator_nobody_can_say():
    piece = DenominatorDial(result="crps")
    assert "On LDN 2 of 2: 100 % (95 % CI 34 to 100 %)." in _words(piece)
    assert "of 100 in 100 nobody can say" in _words(piece)
    assert list(piece.table().iloc[:, 0]) == ["LDN"]


def test_an_interval_through_infinity_is_told_as_one():
    cell = (
        DenominatorDial(result="crohn_endoscopic_remission")
        .table()
        .iloc[4, 3]
        .replace("\N{NO-BREAK SPACE}", " ")
    )
    assert (
        cell == "3.9 treated for one more; 95 % CI from 2 for one more through infinity to 19 for one fewer"
    )


def test_the_same_rate_means_more_where_more_were_counted():
    """Wilson's interval at 80 %: 38 to 96 in 5, 71 to 87 in 100."""
    widths = [DenominatorDial(events=4 * n // 5, people=n).view().ldn for n in (5, 100)]
    assert [(round(100 * one.low), round(100 * one.high)) for one in widths] == [(38, 96), (71, 87)]


def test_equal_rates_have_no_number_needed_to_treat():
    piece = DenominatorDial(events=1, people=2, placebo_events=2, placebo_people=4)
    assert "no number needed to treat exists" in piece.table().iloc[4, 3]
    assert "and none more had it" in _words(piece)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"people": 301}, "people = 301 people is not allowed: 1 to 300 people"),
        ({"events": -1}, "events = -1 people is not allowed: 0 to 300 people"),
        ({"placebo_people": 2.5}, "placebo_people = 2.5 is not allowed: it must be a whole number"),
        ({"result": "aspirin"}, "aspirin"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=re.escape(message)):
        DenominatorDial(**arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"events": 17, "people": 16}, "events must be at most people, got 17 of 16"),
        ({"placebo_events": 16}, "placebo_events must be at most placebo_people, got 16 of 15"),
        ({"result": "crps", "people": 3}, "people = 3 is not that of result 'crps', 2"),
    ],
)
def test_counts_that_contradict_each_other_are_refused(arguments, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        DenominatorDial(**arguments)


def test_a_view_comes_back_from_what_differs_from_the_default():
    """The call that "Python for this view" writes leaves out whatever equals the default."""
    assert (
        DenominatorDial(
            result="crohn_endoscopic_response", people=18, placebo_events=5, placebo_people=18
        ).events
        == 14
    )
    own = DenominatorDial(result="own", events=3)
    assert (own.result, own.events, own.people) == ("own", 3, 16)
    assert DenominatorDial(events=3).result == "own"


def test_every_result_leads_to_its_source():
    for entry in published_results():
        assert entry["source"]["address"].startswith("https://")


def test_the_paper_figure_is_the_same_each_time_and_names_both_arms():
    picture = DenominatorDial().picture()
    assert picture == DenominatorDial().picture()
    text = " ".join("".join(ElementTree.fromstring(picture).itertext()).split())
    assert "on LDN: 14 of 16" in text
    assert "on placebo: 6 of 15" in text
    alone = " ".join(
        "".join(ElementTree.fromstring(DenominatorDial(result="crps").picture()).itertext()).split()
    )
    assert "on placebo: nobody knows" in alone

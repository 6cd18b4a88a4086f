"""The rebound model's Python side: arguments, message of the default, table, picture."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import ReboundModel
from ldn.pharmacology import ReboundAssumptions, blocked_for, rebound_day


def words(piece: ReboundModel) -> str:
    return piece.sentence().replace("\N{NO-BREAK SPACE}", " ")


def test_the_untouched_default_carries_the_message():
    """Hours far above baseline, and a mean that is hardly above it."""
    told = words(ReboundModel())
    assert (
        "the signal averages 104 % of baseline over a settled day: none while blocked, then up to 140 %"
        in told
    )
    assert "above baseline for 19 h. Blocked for 24 h it averages 0 %." in told
    assert "an opioid gain above 1.27" in told


def test_a_quarter_of_a_brake_undoes_the_default():
    assert "averages 98 % of baseline" in words(ReboundModel(brake_percent=25))


def test_lesson_fours_models_part_company():
    assert "no opioid gain up to 10 is enough" in words(ReboundModel(blocked="biophase"))
    assert "it would take an opioid gain above 3.90" in words(ReboundModel(blocked="plasma"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"hours_blocked": 0}, "Never blocked, the signal stays at baseline."),
        ({"hours_blocked": 24}, "Blocked all day, no signal gets through, though opioid rises to 250 %"),
        ({"opioid_gain": 0.8}, "with the gains set here no length of blockade does it"),
        ({"receptor_gain": 4}, "The mean is above baseline even with an opioid gain of 0"),
    ],
)
def test_corners_are_said_in_words(arguments, told):
    assert told in words(ReboundModel(**arguments))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"hours_blocked": 25}, r"hours_blocked = 25 h is not allowed: 0 to 24 h"),
        ({"dose_mg": 0.1}, r"dose_mg = 0\.1 mg is not allowed: 0\.5 to 100 mg"),
        ({"opioid_gain": -1}, r"opioid_gain = -1 × is not allowed: 0 to 5 ×"),
        ({"brake_percent": float("nan")}, r"brake_percent = nan % is not allowed"),
        ({"blocked": "always"}, r"blocked.*biophase.*always"),
        ({"window_days": 5}, r"window_days.*3, 7, 28"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        ReboundModel(**arguments)


def test_the_table_is_the_engines_settled_day():
    piece = ReboundModel(hours_blocked=6, receptor_gain=0.8)
    table = piece.table().set_index("time (h)")
    day = rebound_day(blocked_for(6), ReboundAssumptions(opioid_gain=1.5, receptor_gain=0.8))
    assert table["blocked (%)"].tolist() == [100.0] * 6 + [0.0] * 19
    assert table["signal (% of baseline)"][6] == pytest.approx(100 * day.signal.max(), abs=0.06)
    assert table["opioid (% of baseline)"][24] == table["opioid (% of baseline)"][0]


@pytest.mark.parametrize("arguments", [{}, {"blocked": "plasma", "window_days": 3}])
def test_the_picture_for_paper_is_sound_and_the_same_each_time(arguments):
    first, second = (ReboundModel(**arguments).picture() for _ in range(2))
    assert first == second
    root = ElementTree.fromstring(first)
    assert root.tag.endswith("svg")
    assert "of baseline" in first


def test_the_note_calls_it_a_hypothesis():
    assert "hypothesis" in ReboundModel().note_html

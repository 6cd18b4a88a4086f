"""Opioid timing's Python side: the warning that never leaves, the message of the default, arguments, table, picture."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import OpioidTiming
from ldn.pharmacology import naltrexone_level, opioid_effect, opioid_level


def words(piece: OpioidTiming) -> str:
    return piece.sentence().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("opioid", ["oxycodone", "morphine", "methadone", "buprenorphine"])
@pytest.mark.parametrize("hours", [0, 6, 72, 336])
def test_no_state_is_called_safe(opioid, hours):
    """Whatever is set, the label's interval is named and the model's is refused."""
    told = words(OpioidTiming(opioid=opioid, hours_since_opioid=hours))
    assert "Labels ask for at least 7–10 days without opioids" in told
    assert told.endswith("This picture gives no safe interval and no safe dose.")
    assert "Severe withdrawal has followed 1 mg." in told
    assert ("up to 14 days after" in told) == (opioid in ("methadone", "buprenorphine"))


def test_nothing_left_of_the_drug_is_not_called_safe():
    told = words(OpioidTiming(hours_since_opioid=72))
    assert "hardly a receptor is left for naltrexone to take" in told
    assert "That is not safety" in told
    assert "50 % is left" in told


@pytest.mark.parametrize("hours", [0, 24, 120])
def test_before_surgery_too_no_interval_is_offered(hours):
    told = words(OpioidTiming(first="naltrexone", hours_since_tablet=hours))
    assert told.endswith(
        "No tablet-free interval can be read from this picture: nobody has measured one at low doses."
    )


def test_the_untouched_default_carries_the_message():
    """A low dose, too, takes the effect away within hours."""
    level = opioid_level([10.0], held_at_peak=0.6, half_life_h=3.5)
    usual = opioid_effect(1.5, 0, tau=2)
    with_tablet = opioid_effect(level, naltrexone_level(4.5, [4.0], daily=False), tau=2) / usual
    without = opioid_effect(level, 0, tau=2) / usual
    told = words(OpioidTiming())
    assert f"after four hours {100 * with_tablet[0]:.0f} % (without: {100 * without[0]:.0f} %)" in told
    assert with_tablet[0] < 0.75 * without[0]


def test_the_trap_of_a_larger_dose_is_said():
    told = words(OpioidTiming(first="naltrexone"))
    assert "An amount raised until it worked would act like 2.1 usual doses, and 14 after 50 mg" in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"dose_mg": 60}, r"dose_mg = 60 mg is not allowed: 0\.5 to 50 mg"),
        ({"hours_since_opioid": -1}, r"hours_since_opioid = -1 h is not allowed: 0 to 336 h"),
        ({"held_percent": 100}, r"held_percent = 100 % is not allowed: 10 to 95 %"),
        ({"tau": float("nan")}, r"tau = nan is not allowed"),
        ({"opioid": "heroin"}, r"opioid.*oxycodone.*heroin"),
        ({"first": "both"}, r"first.*naltrexone.*both"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        OpioidTiming(**arguments)


def test_at_the_standard_dose_one_column_group_is_enough():
    assert len(OpioidTiming(dose_mg=50).table().columns) == 5
    assert len(OpioidTiming(dose_mg=4.5).table().columns) == 8


def test_before_the_tablet_the_table_starts_where_the_opioid_stands():
    first = OpioidTiming(hours_since_opioid=0).table().iloc[0]
    assert first["effect without naltrexone (% of its peak)"] == 100
    assert first["opioid holds, 4.5 mg (%)"] == 60
    assert first["naltrexone holds, 4.5 mg (%)"] == 0


@pytest.mark.parametrize("arguments", [{}, {"first": "naltrexone"}, {"opioid": "methadone", "dose_mg": 50}])
def test_the_picture_for_paper_is_sound_and_the_same_each_time(arguments):
    first, second = (OpioidTiming(**arguments).picture() for _ in range(2))
    assert first == second
    assert ElementTree.fromstring(first).tag.endswith("svg")


def test_the_note_forbids_its_use_for_a_decision():
    note = OpioidTiming().note_html
    assert "must not be used to decide when to take anything" in note
    assert "no safe interval" in note

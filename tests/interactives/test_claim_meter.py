"""The claim meter's Python side: arguments, what is told when, words, table and paper."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import ClaimMeter
from ldn.interactives.claim_meter_data import READINGS
from ldn.reference import claims, source
from ldn.reference.claim_schema import VERDICTS

ALL = {claim.id: 80 for claim in claims()}


def _verdicts_in(text: str) -> set[str]:
    return {verdict for verdict in VERDICTS if re.search(rf"\b{verdict}\b", text)}


def test_untouched_it_says_that_every_claim_comes_in_the_same_tone_and_rates_none():
    words = ClaimMeter().sentence()
    assert words == (
        "The article makes 14 claims, all in the same tone of voice. How sure are you of each? None is rated yet."
    )
    assert set(ClaimMeter().table()["your rating (0–100)"]) == {"not rated"}


def test_unrated_is_not_fifty():
    piece = ClaimMeter(before={"C9": 50, "C1": 90})
    assert "2 of the 14 claims, from 50 (C9) to 90 (C1); the middle rating is 70" in piece.sentence()
    assert sorted(piece.table()["your rating (0–100)"].unique()) == ["50", "90", "not rated"]


@pytest.mark.parametrize("stage", ["before", "after"])
def test_no_verdict_and_no_earlier_rating_shows_before_it_is_uncovered(stage):
    piece = ClaimMeter(stage=stage, before={"C9": 83}, after={"C9": 17})
    told = piece.sentence() + piece.table().to_csv()
    assert list(piece.table().columns) == ["claim", "words", "your rating (0–100)"]
    assert ("83" in told) == (stage == "before")
    assert ("17" in told) == (stage == "after")


def test_evidence_cannot_be_uncovered_at_the_first_stage():
    assert "verdict" not in ClaimMeter(stage="before", revealed=True).table().columns


def test_before_against_after_against_the_evidence():
    """C9 is misleading and C1 supported in the store; the thirds end at 33 and begin at 67."""
    verdicts = {claim.id: claim.verdict for claim in claims()}
    assert verdicts["C9"] in ("misleading", "unsupported")
    assert verdicts["C1"] in ("supported", "partly")
    piece = ClaimMeter(stage="after", revealed=True, before={"C9": 85, "C1": 40}, after={"C9": 60, "C1": 5})
    words = piece.sentence()
    assert "Of 2 claims rated twice you are now less sure of 2." in words
    assert "moved by 30 points in the middle case, most of all C1: from 40 to 5" in words
    assert "0 of your 2 ratings fit the evidence" in words
    assert f"surer than the evidence on C9 (60; {verdicts['C9']})" in words
    assert f"less sure than the evidence allows on C1 (5; {verdicts['C1']})" in words
    table = piece.table().set_index("claim")
    assert table.loc["C9", "change"] == "−25"
    assert list(table["verdict"]) == [verdicts[id] for id in table.index]


def test_a_rating_within_the_third_of_its_verdict_is_no_disagreement():
    ends = {reading.verdict: (reading.low, reading.high) for reading in READINGS}
    for end in (0, 1):
        fitting = {claim.id: ends[claim.verdict][end] for claim in claims()}
        words = ClaimMeter(stage="after", revealed=True, after=fitting).sentence()
        assert "14 of your 14 ratings fit the evidence" in words
        assert "surer" not in words


def test_every_verdict_has_a_reading_and_a_meaning():
    assert [reading.verdict for reading in READINGS] == list(VERDICTS)
    assert all(reading["meaning"] for reading in ClaimMeter().data["readings"])
    for shipped, claim in zip(ClaimMeter().data["claims"], claims(), strict=True):
        assert [link["address"] for link in shipped["sources"]] == [
            source(key).address for key in claim.sources
        ]
        assert all(link["label"] for link in shipped["sources"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"before": {"C15": 10}}, r"before rates 'C15', which is no claim; claims are C1 to C14"),
        ({"before": {"C1": 101}}, r"before\['C1'\] = 101 is not allowed: a whole number from 0 to 100"),
        ({"after": {"C1": -1}}, r"after\['C1'\] = -1 is not allowed"),
        ({"after": {"C1": 7.5}}, r"after\['C1'\] = 7\.5 is not allowed"),
        ({"after": {"C1": True}}, r"after\['C1'\] = True is not allowed"),
        ({"after": {"C1": float("nan")}}, r"after\['C1'\] = nan is not allowed"),
        ({"stage": "during"}, r"stage.*before.*during"),
        ({"order": "verdict"}, r"order.*article.*verdict"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        ClaimMeter(**arguments)


def test_zero_and_a_hundred_are_ratings():
    assert "from 0 (C1) to 100 (C2)" in ClaimMeter(before={"C1": 0, "C2": 100}).sentence()


def test_paper_shows_empty_scales_first_and_the_verdicts_last():
    first, last = ClaimMeter(), ClaimMeter(stage="after")
    drawn = {
        piece.stage: " ".join(ElementTree.fromstring(piece.picture()).itertext()) for piece in (first, last)
    }
    assert not _verdicts_in(drawn["before"])
    assert _verdicts_in(drawn["after"]) == {claim.verdict for claim in claims()}
    assert "not rated" in first.paper()
    assert all(claim.verdict in last.paper() for claim in claims())
    assert "the course finds" in last.paper()
    assert "own reading" in last.paper()
    assert last.picture() == ClaimMeter(stage="after").picture()


def test_paper_draws_the_ratings_it_is_given():
    empty, rated = (
        ClaimMeter(stage="after").picture(),
        ClaimMeter(stage="after", before=ALL, after=ALL).picture(),
    )
    assert rated.count("<use") > empty.count("<use")

"""The safety data: every figure has a source, a dose that it is about, and its published denominators."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from ldn.reference import safety, source
from ldn.reference.safety_schema import Opioid, SafetyFact


def test_every_topic_that_a_patient_may_ask_about_is_there():
    assert {fact.topic for fact in safety.facts()} >= {
        "contraindication",
        "opioid-free interval",
        "precipitated withdrawal",
        "lost tolerance",
        "surgery and acute pain",
        "interaction",
        "liver",
        "pregnancy and breastfeeding",
        "infection, cancer and immunity",
        "thyroid",
    }


def test_labels_intervals_are_as_printed():
    label = safety.fact("opioid_free_short_acting")
    assert (label.low, label.high, label.unit) == (7, 10, "days")
    assert safety.fact("opioid_free_long_acting").value == 14
    assert safety.fact("opioid_free_1984").high < label.low


def test_half_lives_span_what_was_published():
    published = {"oxycodone": 3.5, "morphine": 2.2, "buprenorphine": 26}
    for name, hours in published.items():
        assert safety.opioid(name).half_life_h == hours
    methadone = safety.opioid("methadone")
    assert methadone.half_life_h == pytest.approx((19.5 * 42.1) ** 0.5, abs=0.1)
    assert [one.name for one in safety.opioids() if one.warning] == ["methadone", "buprenorphine"]


def test_harms_are_the_study_stores_counts_lowest_dose_first():
    """Shares recomputed from the counts, against the percentages that the papers print."""
    found = {(harm.study.id, harm.outcome.id): harm for harm in safety.harms()}
    innova = found["innova2026", "any_adverse_event"]
    assert round(100 * safety.share(innova.drug), 1) == 68.8
    assert (round(100 * safety.share(innova.control)), innova.control_name) == (72, "Placebo")
    dreams = found["younger2013", "vivid_dreams"]
    assert (safety.share(dreams.drug), safety.share(dreams.control)) == (0.37, 0.13)
    assert found["smith2007", "sleep_disturbance"].control is None
    doses = [harm.dose_mg for harm in safety.harms()]
    assert doses == sorted(doses)


def test_nothing_recalled_is_carried_and_every_source_is_known():
    for entry in (*safety.facts(), *safety.opioids()):
        assert entry.confidence in {"seen-primary", "seen-secondary", "computed", "inferred"}
        assert all(source(key).citation for key in entry.sources)


@pytest.mark.parametrize(
    ("reader", "wrong", "message"),
    [
        (safety.fact, "opioid_free_short", "opioid_free_short_acting"),
        (safety.facts, "livers", "topics are"),
        (safety.opioid, "morphin", "morphine"),
    ],
)
def test_an_unknown_name_is_answered_with_the_known_ones(reader, wrong, message):
    with pytest.raises(ValueError, match=message):
        reader(wrong)


COMMON = {"id": "a", "sources": ["younger2013"], "confidence": "seen-primary", "unit": "days"}
FACT = {"topic": "liver", "about": "low dose", "statement": "x", **COMMON}
HALF_LIFE = {"name": "a", "half_life_h": 3, "low_h": 4, "high_h": 5, "population": "x", **COMMON}


@pytest.mark.parametrize(
    ("schema", "row", "message"),
    [
        (SafetyFact, {**FACT, "low": 3, "high": 2}, "not in order"),
        (SafetyFact, {**FACT, "confidence": "memory"}, "confidence"),
        (Opioid, HALF_LIFE, "outside its own range"),
    ],
)
def test_entries_that_contradict_themselves_are_refused(schema, row, message):
    with pytest.raises(ValidationError, match=message):
        schema.model_validate(row)

"""The store as tables."""

from __future__ import annotations

import pytest

from ldn.evidence import arm_results, evidence_map, individual_patients, published_pools, studies
from ldn.reference import study
from ldn.reference.studies import StudyStore, study_store


def test_studies_can_be_filtered_by_condition_and_design():
    every, fibromyalgia = studies(), studies("fibromyalgia")
    assert every.index.is_unique
    assert set(fibromyalgia["condition"]) == {"fibromyalgia"}
    assert list(studies("fibromyalgia", "parallel").index) == ["due_bruun2024", "innova2026"]
    assert fibromyalgia.loc["due_bruun2024", "dose_mg"] == 6
    assert fibromyalgia.loc["due_bruun2024", "n_randomised"] == 99
    assert fibromyalgia.loc["younger2013", "doi"] == "10.1002/art.37734"


def test_an_unknown_condition_lists_those_there_are():
    with pytest.raises(ValueError, match="fibromyalgia"):
        studies("fibro")
    with pytest.raises(ValueError, match="crossover"):
        studies(design="triangular")


def test_individual_patients_of_table_1():
    table = individual_patients("younger2009")
    assert table.columns.tolist() == ["age_years", "duration_years", "bmi", "fiq", "esr_mm_per_h"]
    assert table.index.tolist() == list(range(1, 11))
    assert table.loc[6].tolist() == [55, 5, 40.7, 60.8, 50]
    with pytest.raises(ValueError, match="younger2009"):
        individual_patients("younger2013")


def test_itch_of_three_people():
    table = individual_patients("frech2011")
    assert table[["itch_before", "itch_after"]].values.tolist() == [[10, 4], [6, 0], [8, 0]]


def test_arm_results_carry_source_and_confidence():
    table = arm_results("due_bruun2024")
    assert {"outcome", "arm", "value", "low", "high", "events", "n", "source", "confidence"} <= set(
        table.columns
    )
    assert table["source"].notna().all()
    assert set(table["confidence"]) <= {"seen-primary", "seen-secondary", "computed", "inferred"}


def test_the_published_pools_of_pain_in_fibromyalgia():
    table = published_pools()
    printed = set(zip(table["review"], table["estimate"], table["ci_low"], table["ci_high"], strict=True))
    assert printed == {
        ("vatvani2024", -0.86, -1.20, -0.51),
        ("saif2026", -0.46, -0.85, -0.06),
        ("nazir2025", -0.61, -1.14, -0.08),
        ("nazir2025", -0.87, -1.28, -0.46),
        ("ologunowa2025", -0.50, -1.19, 0.19),
        ("hegde2025", -0.34, -0.62, -0.06),
        ("rizwan2025", -0.851, -1.29, -0.412),
    }
    assert (table["kind"] == "between arms").all()


def test_pools_within_an_arm_come_only_when_asked_for():
    more = published_pools(within_arm=True)
    assert len(more) == len(published_pools()) + 1
    assert more.loc[more["kind"] == "within arm", "estimate"].tolist() == [-1.03]
    with pytest.raises(ValueError, match="vivid dreams"):
        published_pools("dreams")


def test_the_map_holds_every_low_dose_study_of_a_condition_once():
    table = evidence_map()
    assert table.index.is_unique
    wanted = {
        one.id
        for one in study_store().studies.values()
        if one.dose_band == "low" and one.area != "medicine use"
    }
    assert set(table.index) == wanted
    assert table.loc["smith2011", ["kind", "n", "direction"]].tolist() == [
        "randomised trials", 40, "better than comparator"
    ]  # fmt: skip
    assert table.loc["younger2009", "kind"] == "trials not randomised"
    assert table.loc["chopra2013", ["kind", "n"]].tolist() == ["cases", 2]
    assert table.loc["nct06306157", ["kind", "n", "direction"]].tolist() == ["no result yet", 40, "no result"]


def test_a_direction_never_contradicts_the_printed_comparison():
    """Where a trial prints p values between its arms for its primary outcomes, its direction follows from them."""
    checked = 0
    for one in study_store().studies.values():
        comparators = {arm.id for arm in one.arms if arm.role in ("placebo", "active")}
        p_values = [
            contrast.p.value
            for outcome in one.outcomes
            if outcome.role == "primary"
            for contrast in outcome.contrasts
            if contrast.against in comparators and contrast.p is not None
        ]
        if one.dose_band != "low" or not p_values:
            continue
        checked += 1
        if one.direction == "no difference":
            assert min(p_values) > 0.05, one.id
        elif one.direction in ("better than comparator", "worse than comparator"):
            assert max(p_values) < 0.05, one.id
        else:
            assert one.direction == "mixed", one.id
    assert checked >= 8


def test_arms_tested_against_their_own_past_alone_have_no_direction():
    """Two p values against baseline are no comparison of arms: lesson 07, on de Paula 2023."""
    never_compared = []
    for one in study_store().studies.values():
        primary = [c for outcome in one.outcomes if outcome.role == "primary" for c in outcome.contrasts]
        controlled = any(arm.role in ("placebo", "active") for arm in one.arms)
        if controlled and primary and all(contrast.kind == "within arm" for contrast in primary):
            never_compared.append(one.id)
            assert one.direction == "no comparison printed", one.id
    assert "paula2023" in never_compared


def test_a_direction_against_a_comparator_needs_one():
    for one in study_store().studies.values():
        if one.direction in ("better than comparator", "no difference", "worse than comparator"):
            assert any(arm.role in ("placebo", "active", "untreated") for arm in one.arms), one.id


def test_a_published_study_of_a_condition_has_a_direction():
    """The letter of Turel is the exception: its results were not seen."""
    table = evidence_map()
    assert list(table.index[table["direction"] == "not seen"]) == ["turel2015"]


def test_a_new_study_appears_on_the_map():
    new = study("smith2011").model_copy(update={"id": "smith2031", "condition": "gout", "year": 2031})
    own = study_store()
    more = StudyStore({**own.studies, "smith2031": new}, own.reviews, own.sources)
    table = evidence_map(store=more)
    assert len(table) == len(evidence_map()) + 1
    assert table.loc["smith2031", "condition"] == "gout"

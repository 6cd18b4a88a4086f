"""The store as tables."""

from __future__ import annotations

import pytest

from ldn.evidence import arm_results, individual_patients, published_pools, studies


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

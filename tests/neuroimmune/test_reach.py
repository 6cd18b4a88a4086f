"""The margin between dish and dose, against the review's own table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ldn.neuroimmune import compare_in_vitro, exposure_margin, free_peak_nM, peak_nM


@pytest.mark.parametrize(
    ("dose_mg", "total_nM", "free_nM"), [(1.5, 1.10, 0.9), (4.5, 3.31, 2.6), (50, 36.8, 29)]
)
def test_peaks_of_the_review(dose_mg, total_nM, free_nM):
    assert peak_nM(dose_mg) == pytest.approx(total_nM, rel=0.01)
    assert free_peak_nM(dose_mg) == pytest.approx(free_nM, rel=0.04)


@pytest.mark.parametrize(
    # The review's table is over total plasma; 21 % of naltrexone is bound.
    ("uM", "dose_mg", "over_total"),
    [(100, 1.5, 91_000), (200, 4.5, 60_000), (1.96, 4.5, 590), (100, 50, 2_700), (1.96, 50, 53)],
)
def test_margins_of_the_review(uM, dose_mg, over_total):
    assert exposure_margin(uM, dose_mg) * 0.79 == pytest.approx(over_total, rel=0.02)


@given(st.floats(1e-9, 1e4), st.floats(0.5, 100.0), st.floats(1.1, 10.0))
def test_margin_rises_with_the_dish_and_falls_with_the_dose(uM, dose_mg, factor):
    margin = exposure_margin(uM, dose_mg)
    assert exposure_margin(uM * factor, dose_mg) == pytest.approx(margin * factor, rel=1e-9)
    assert exposure_margin(uM, dose_mg * factor) == pytest.approx(margin / factor, rel=1e-4)


def test_a_dish_at_the_peak_has_no_margin():
    assert exposure_margin(free_peak_nM(4.5) / 1000, 4.5) == pytest.approx(1.0)


def test_the_comparison_keeps_positive_null_and_tiny_concentrations():
    table = compare_in_vitro(4.5).set_index("id")
    assert table.loc["kucic_bv2", "margin_low"] == pytest.approx(100_000 / 2.6, rel=0.02)
    assert table.loc["cant_tlr4", "outcome"] == "no effect"
    below = table[table["margin_low"] < 1]
    assert {"gabr_mixed_glia", "gabr_mixed_brain", "qin_femtomolar"} <= set(below.index)
    assert below.loc[below["retracted"]].index.tolist() == ["filamin_2008", "filamin_2009"]
    known = table["low_uM"].dropna()
    assert known.is_monotonic_increasing
    assert table["low_uM"].isna().iloc[-1]
    assert "not resolved" in set(table["arm"])


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ((-1, 4.5), ValueError, "in_vitro_uM = -1 µM"),
        ((100, 0), ValueError, "dose_mg = 0 mg"),
        ((100, 1001), ValueError, "dose_mg = 1001 mg"),
        ((100, "4.5"), TypeError, "dose_mg"),
        (("100", 4.5), TypeError, "in_vitro_uM"),
    ],
)
def test_errors_name_argument_value_and_range(arguments, error, words):
    with pytest.raises(error, match=words):
        exposure_margin(*arguments)

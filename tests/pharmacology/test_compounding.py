"""Dilution, slips and the test of uniformity against closed forms and the chapter's own rules."""

from __future__ import annotations

import numpy as np
import pytest

from ldn.pharmacology.compounding import (
    acceptance_value,
    capsule_contents,
    measured_dose,
    uniformity_test,
)


def test_a_tablet_in_fifty_millilitres_is_a_milligram_a_millilitre():
    dose = measured_dose(4.5, volume_mL=50, read_error_mL=0.3)
    assert dose.concentration_mg_per_mL == 1
    assert dose.volume_mL == 4.5
    assert dose.read_error_mg == pytest.approx(0.3)
    assert dose.read_error_percent == pytest.approx(100 * 0.3 / 4.5)


@pytest.mark.parametrize(
    ("volume_mL", "slip", "swallowed_mg"),
    [
        (50, "none", 4.5),
        (50, "ten_times", 45),
        (50, "a_tenth", 0.45),
        # At 1 mg/mL the two units are the same number; at 10 mg/mL the slip is tenfold.
        (50, "mL_for_mg", 4.5),
        (5, "mL_for_mg", 45),
        (500, "mL_for_mg", 0.45),
    ],
)
def test_what_a_slip_makes_of_a_dose(volume_mL, slip, swallowed_mg):
    assert measured_dose(4.5, volume_mL=volume_mL, slip=slip).swallowed_mg == pytest.approx(swallowed_mg)


def test_nobody_swallows_more_than_the_bottle_holds():
    assert measured_dose(10, volume_mL=50, slip="ten_times").swallowed_mg == 50
    assert measured_dose(10, volume_mL=50, slip="ten_times", tablet_mg=200).swallowed_mg == 100


def test_the_same_milligrams_matter_less_in_a_larger_dose():
    small, large = (measured_dose(dose, volume_mL=50, read_error_mL=0.3) for dose in (4.5, 50))
    assert small.read_error_mg == large.read_error_mg
    assert small.read_error_percent / large.read_error_percent == pytest.approx(50 / 4.5)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"dose_mg": 0, "volume_mL": 50}, r"dose_mg = 0 mg is not allowed: above 0 to 50 mg"),
        ({"dose_mg": 4.5, "volume_mL": 0}, r"volume_mL = 0 mL"),
        ({"dose_mg": 4.5, "volume_mL": 50, "slip": "other"}, r"slip = 'other'"),
        ({"dose_mg": 4.5, "volume_mL": 50, "read_error_mL": 51}, r"read_error_mL = 51 mL"),
    ],
)
def test_impossible_doses_are_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        measured_dose(**arguments)


# Ten units 95, 96 … 104 %: mean 99.5, inside 98.5–101.5, so AV = 2.4 s with s² = 82.5/9.
EVEN = np.arange(95, 105)


def test_acceptance_value_inside_the_reference_range_is_k_times_s():
    assert acceptance_value(EVEN) == pytest.approx(2.4 * np.sqrt(82.5 / 9))


@pytest.mark.parametrize(
    ("mean", "distance"), [(90.0, 8.5), (98.5, 0.0), (100.0, 0.0), (101.5, 0.0), (108.0, 6.5)]
)
def test_a_mean_outside_the_reference_range_adds_its_distance(mean, distance):
    contents = mean + np.array([-5, 5] * 5)
    s = np.sqrt(250 / 9)
    assert acceptance_value(contents) == pytest.approx(distance + 2.4 * s)


def test_thirty_units_take_the_smaller_constant():
    contents = 100 + np.array([-5, 5] * 15)
    assert acceptance_value(contents) == pytest.approx(2.0 * np.sqrt(750 / 29))


def test_the_first_ten_pass_without_the_others_being_looked_at():
    rest = np.full(20, 20.0)
    test = uniformity_test(np.concatenate([EVEN, rest]))
    assert (test.passed, test.units) == (True, 10)


def test_ten_that_do_not_pass_ask_for_twenty_more():
    contents = 100 + np.array([-8, 8] * 5)
    assert acceptance_value(contents) > 15
    assert uniformity_test(contents).passed is None
    calm = 100 + np.array([-2, 2] * 10)
    assert uniformity_test(np.concatenate([contents, calm])).passed is True


def test_one_capsule_far_out_fails_thirty_that_agree():
    """The rule on single units: 30 capsules with an acceptance value below 15 fail for one at 74 % of M."""
    first = 100 + np.array([-8, 8] * 5)
    rest = np.full(20, 100.0)
    assert uniformity_test(np.concatenate([first, rest])).passed is True
    rest[0] = 74.0
    test = uniformity_test(np.concatenate([first, rest]))
    assert test.acceptance_value < 15
    assert test.passed is False


def test_other_numbers_of_units_are_refused():
    with pytest.raises(ValueError, match="holds 12 units"):
        acceptance_value(np.full(12, 100.0))


def test_spreads_of_fill_and_mixing_multiply():
    """Var(content) = f² + m² + f² m² for independent factors with means of 1."""
    contents, weights = capsule_contents(100_000, 3, fill_sd_percent=6, mixing_sd_percent=8)
    assert contents.mean() == pytest.approx(100, abs=0.15)
    assert weights.std() == pytest.approx(6, rel=0.01)
    assert contents.std() == pytest.approx(100 * np.sqrt(0.06**2 + 0.08**2 + (0.06 * 0.08) ** 2), rel=0.01)


def test_weighing_cannot_see_how_the_powder_was_mixed():
    contents, weights = capsule_contents(30, 3, fill_sd_percent=0, mixing_sd_percent=10)
    assert np.ptp(weights) == 0
    assert np.ptp(contents) > 20


def test_the_same_seed_gives_the_same_capsules_and_the_mean_scales_them():
    first = capsule_contents(30, 5, fill_sd_percent=4, mixing_sd_percent=6)[0]
    again = capsule_contents(30, 5, fill_sd_percent=4, mixing_sd_percent=6, mean_percent=90)[0]
    np.testing.assert_allclose(again, 0.9 * first)

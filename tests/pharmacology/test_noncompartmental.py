"""Areas, slopes and bioavailability read off samples, against closed forms; the made-up volunteer against the model."""

import math

import numpy as np
import pytest

from ldn import pharmacology
from ldn.pharmacology.noncompartmental import RULES
from ldn.pharmacology.sampling import SCHEDULE_H

K = math.log(2) / 4


def test_trapezoids_by_hand():
    assert pharmacology.trapezoid_area([0, 1, 3, 4], [0, 6, 2, 0]) == pytest.approx(3 + 8 + 1)
    log_down = 3 + 2 * (6 - 2) / math.log(3) + 1
    assert pharmacology.trapezoid_area(
        [0, 1, 3, 4], [0, 6, 2, 0], rule="linear-up log-down"
    ) == pytest.approx(log_down)


def test_log_down_is_exact_for_one_exponential_and_straight_lines_come_from_above():
    time = np.array([0, 1, 2, 4, 8, 12.0])
    value = 10 * np.exp(-K * time)
    exact = 10 * (1 - math.exp(-12 * K)) / K
    assert pharmacology.trapezoid_area(time, value, rule="linear-up log-down") == pytest.approx(
        exact, rel=1e-12
    )
    straight = pharmacology.trapezoid_area(time, value)
    assert 1.02 < straight / exact < 1.1


def test_straight_lines_converge_with_the_square_of_the_step():
    def error(n):
        time = np.linspace(0, 12, n)
        return pharmacology.trapezoid_area(time, np.exp(-K * time)) - (1 - math.exp(-12 * K)) / K

    assert error(49) / error(97) == pytest.approx(4, rel=0.01)


@pytest.mark.parametrize("rule", RULES)
def test_area_to_infinity_of_one_exponential(rule):
    time = np.linspace(0, 10, 2001)
    area = pharmacology.area_under_curve(time, 10 * np.exp(-K * time), rule=rule)
    assert area.half_life_h == pytest.approx(4, rel=1e-9)
    assert area.total == pytest.approx(10 / K, rel=1e-6)
    assert area.extrapolated_share == pytest.approx(math.exp(-10 * K), rel=1e-6)


def test_a_slope_through_scatter_is_that_of_least_squares():
    time, value = [4, 6, 8, 12], [3.0, 2.3, 1.2, 0.7]
    centred = np.array(time) - np.mean(time)
    slope = (centred * np.log(value)).sum() / (centred**2).sum()
    assert pharmacology.terminal_rate(time, value, n_last=4) == pytest.approx(-slope)


@pytest.mark.parametrize(
    ("time_h", "concentration", "message"),
    [
        ([0, 1, 1, 2], [1, 2, 3, 1], "must rise"),
        ([0, 1, 2], [1, 2], "one length"),
        ([0], [1], "at least 3 are needed"),
        ([0, 1, 2, 3], [0, 3, 2, 0], "zero among the last"),
        ([0, 1, 2, 3], [1, 2, 3, 4], "do not decline"),
        ([0, 1, 2, 3], [1, 2, -1, 1], "concentration = -1 is not allowed"),
    ],
)
def test_samples_that_give_no_area_are_refused(time_h, concentration, message):
    with pytest.raises(ValueError, match=message):
        pharmacology.area_under_curve(time_h, concentration)


def test_an_unknown_rule_is_refused_by_name():
    with pytest.raises(ValueError, match="one of linear, linear-up log-down"):
        pharmacology.trapezoid_area([0, 1], [1, 1], rule="simpson")


def test_bioavailability_is_a_ratio_of_areas_per_dose():
    assert pharmacology.bioavailability_from_areas(40, 50, 4, 1) == pytest.approx(0.2)
    with pytest.raises(ValueError, match="dose_intravenous"):
        pharmacology.bioavailability_from_areas(40, 50, 4, 0)


def test_bioavailability_comes_back_from_dense_samples_of_the_model():
    times = np.arange(0.02, 96, 0.02)
    areas = [
        pharmacology.area_under_curve(
            *pharmacology.plasma_samples(50, route=route, time_h=times, assay_cv=0).T.to_numpy()
        ).total
        for route in ("oral", "intravenous")
    ]
    assert pharmacology.bioavailability_from_areas(areas[0], 50, areas[1], 50) == pytest.approx(
        0.195, rel=0.01
    )


def test_half_life_depends_on_the_window_in_which_it_is_read():
    """Evidence digest, section 1: 3.8 h apparent over 4 to 12 h, about 11 h over 8 to 24 h, off one curve."""
    curve = pharmacology.unit_response().naltrexone
    assert pharmacology.half_life_read(curve, 4, 12) == pytest.approx(3.8, abs=0.05)
    assert pharmacology.half_life_read(curve, 8, 24) == pytest.approx(11.3, abs=0.3)
    one = pharmacology.one_compartment_response().naltrexone
    late = [pharmacology.half_life_read(one, start, start + 8) for start in (12, 24, 36)]
    assert late == pytest.approx([math.log(2) * 1350 / 210] * 3, rel=1e-4)


def test_half_life_window_must_go_forward():
    curve = pharmacology.unit_response().naltrexone
    with pytest.raises(ValueError, match="above from_h = 8 h"):
        pharmacology.half_life_read(curve, 8, 4)
    assert pharmacology.half_life_read(curve, 0.1, 0.5) < 0


def test_peak_is_that_of_the_profile():
    height, time = pharmacology.peak_of(pharmacology.unit_response().naltrexone)
    row = pharmacology.simulate(50).summary().loc["naltrexone"]
    assert (50 * height, time) == pytest.approx((row["cmax_nM"], row["tmax_h"]), rel=1e-4)


def test_made_up_samples_scatter_about_the_model_and_repeat():
    samples = pharmacology.plasma_samples(50)
    assert samples.equals(pharmacology.plasma_samples(50))
    assert samples["time_h"].tolist() == [0, *SCHEDULE_H]
    assert samples["naltrexone_ng_per_mL"][0] == 0
    exact = pharmacology.plasma_samples(50, assay_cv=0)
    ratio = samples["naltrexone_ng_per_mL"][1:] / exact["naltrexone_ng_per_mL"][1:]
    assert 0.01 < np.log(ratio).std() < 0.08
    errors = [
        pharmacology.plasma_samples(50, time_h=[1.0], assay_cv=0.1, seed=seed)["naltrexone_ng_per_mL"][1]
        / exact.set_index("time_h")["naltrexone_ng_per_mL"][1.0]
        for seed in range(300)
    ]
    assert np.std(errors) == pytest.approx(0.1, abs=0.015)
    assert np.mean(errors) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    "arguments",
    [
        {"dose_mg": 0},
        {"dose_mg": 50, "route": "patch"},
        {"dose_mg": 50, "time_h": [0]},
        {"dose_mg": 50, "assay_cv": 4},
    ],
)
def test_impossible_studies_are_refused(arguments):
    with pytest.raises(ValueError, match="is not allowed"):
        pharmacology.plasma_samples(**arguments)

"""An opioid and naltrexone at the same receptor: closed forms, limits, and what each argument may be."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ldn.pharmacology import (
    acts_like_doses,
    dose_ratio,
    naltrexone_level,
    occupancy,
    opioid_effect,
    opioid_level,
    shared_receptors,
    simulate,
)


def test_two_drugs_share_the_receptors_as_gaddum_says():
    # One part opioid, two parts naltrexone, one part free: 1/4, 1/2, 1/4.
    held, blocked = shared_receptors(1.0, 2.0)
    assert (held, blocked) == (pytest.approx(0.25), pytest.approx(0.5))
    held, blocked = shared_receptors([0.0, 1e9], [3.0, 0.0])
    np.testing.assert_allclose(held, [0.0, 1.0], atol=1e-8)
    np.testing.assert_allclose(blocked, [0.75, 0.0], atol=1e-8)


def test_an_opioid_holds_its_share_at_the_peak_and_half_its_level_a_half_life_later():
    levels = opioid_level([0.0, 3.5, 7.0], held_at_peak=0.6, half_life_h=3.5)
    np.testing.assert_allclose(levels, [1.5, 0.75, 0.375])
    assert shared_receptors(levels[0], 0.0)[0] == pytest.approx(0.6)


def test_after_one_tablet_the_level_gives_the_occupancy_of_lesson_four():
    day = simulate(4.5)
    for link in ("biophase", "plasma"):
        level = naltrexone_level(4.5, day.time_h, daily=False, link=link)
        np.testing.assert_allclose(level / (1 + level), occupancy(day, link=link), rtol=1e-9, atol=1e-12)


def test_after_the_last_of_many_daily_tablets_it_is_that_of_a_long_course():
    """Forty tablets given one by one and then none, against the geometric sum."""
    course = simulate(50, n_doses=40, start_h=39 * 24.0, duration_h=120)
    level = naltrexone_level(50, course.time_h - 39 * 24.0, daily=True)
    np.testing.assert_allclose(level / (1 + level), occupancy(course), rtol=1e-6)


def test_the_level_is_linear_in_the_dose():
    low, high = (naltrexone_level(dose, [1.0, 24.0], daily=True) for dose in (5, 50))
    np.testing.assert_allclose(high, 10 * low)


def test_the_effect_is_the_share_held_times_efficacy_through_the_transducer():
    # E = τ ρ / (τ ρ + 1) with ρ = 1/4 and τ = 2.
    assert opioid_effect(1.0, 2.0, tau=2.0) == pytest.approx(0.5 / 1.5)
    assert opioid_effect(0.0, 2.0, tau=2.0) == 0


def test_raising_the_level_by_the_dose_ratio_restores_the_effect():
    blocked = 1.13
    ratio = float(dose_ratio(blocked, 1.0))
    assert opioid_effect(1.5 * ratio, blocked, tau=3.0) == pytest.approx(
        float(opioid_effect(1.5, 0.0, tau=3.0))
    )


def test_a_raised_dose_acts_like_ever_more_usual_ones():
    level = naltrexone_level(50, [24.0, 48.0, 2000.0], daily=True)
    acts = acts_like_doses(float(level[0]), level)
    assert acts[0] == pytest.approx(1.0)
    assert acts[0] < acts[1] < acts[2]
    assert acts[2] == pytest.approx(1 + level[0])


def test_receptors_in_reserve_hide_what_tolerance_uncovers():
    """The same tablet takes the larger part of the effect where there is no reserve."""
    lost = [
        1 - float(opioid_effect(1.5, 0.8, tau=tau) / opioid_effect(1.5, 0.0, tau=tau)) for tau in (20, 2, 0.5)
    ]
    assert lost == sorted(lost)
    assert lost[-1] > 3 * lost[0]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: shared_receptors(-1, 0), r"opioid_level = -1 is not allowed: at least 0"),
        (lambda: shared_receptors(0, math.nan), r"naltrexone_level = nan"),
        (lambda: opioid_level(-1, held_at_peak=0.5, half_life_h=3), r"hours_since_dose = -1 h"),
        (lambda: opioid_level(1, held_at_peak=1, half_life_h=3), r"held_at_peak = 1 as a fraction"),
        (lambda: opioid_level(1, held_at_peak=0.5, half_life_h=0), r"half_life_h = 0 h"),
        (lambda: naltrexone_level(-4.5, 1, daily=True), r"dose_mg = -4\.5 mg"),
        (lambda: naltrexone_level(4.5, 1, daily=True, link="slow_dissociation"), r"link.*biophase.*plasma"),
        (lambda: opioid_effect(1, 1, tau=-1), r"tau = -1 is not allowed"),
        (lambda: acts_like_doses(-1, 0), r"level_when_raised = -1"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(call, message):
    with pytest.raises(ValueError, match=message):
        call()

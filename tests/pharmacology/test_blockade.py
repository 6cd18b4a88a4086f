import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ldn.pharmacology import NaltrexoneParameters, blockade_half_time, hours_above, occupancy, simulate
from ldn.pharmacology.blockade import LINKS, RECEPTORS, time_at_or_above

links = st.sampled_from(LINKS)
receptors = st.sampled_from(RECEPTORS)
regimens = st.sampled_from([{"n_doses": 1}, {"n_doses": 3}, {"n_doses": math.inf}])


@settings(deadline=None, max_examples=60)
@given(dose=st.floats(0.0, 1000.0), link=links, receptor=receptors, regimen=regimens)
def test_occupancy_lies_between_0_and_1(dose, link, receptor, regimen):
    occupied = occupancy(simulate(dose, step_h=0.25, **regimen), receptor, link)
    assert (occupied >= -1e-12).all()
    assert (occupied <= 1.0).all()


@settings(deadline=None, max_examples=60)
@given(
    dose=st.floats(0.1, 200.0), more=st.floats(1.01, 5.0), link=links, receptor=receptors, regimen=regimens
)
def test_more_drug_never_occupies_less(dose, more, link, receptor, regimen):
    less = occupancy(simulate(dose, step_h=0.25, **regimen), receptor, link)
    greater = occupancy(simulate(dose * more, step_h=0.25, **regimen), receptor, link)
    assert (greater >= less - 1e-9).all()


@settings(deadline=None, max_examples=30)
@given(dose=st.floats(0.1, 200.0), link=links)
def test_mu_is_occupied_most_and_delta_least(dose, link):
    profile = simulate(dose, step_h=0.25)
    mu, kappa, delta = (occupancy(profile, receptor, link) for receptor in ("mu", "kappa", "delta"))
    assert (mu >= kappa - 1e-9).all()
    assert (kappa >= delta - 1e-9).all()


@pytest.mark.parametrize("link", LINKS)
def test_steady_state_is_the_limit_of_many_doses(link):
    steady = occupancy(simulate(4.5, n_doses=math.inf), link=link)
    late = occupancy(simulate(4.5, n_doses=60, start_h=59 * 24.0), link=link)
    np.testing.assert_allclose(late, steady, rtol=1e-8)


@pytest.mark.parametrize("link", LINKS)
def test_a_late_start_remembers_the_doses_before(link):
    whole = occupancy(simulate(4.5, n_doses=4), link=link)
    last_day = occupancy(simulate(4.5, n_doses=4, start_h=72.0), link=link)
    np.testing.assert_allclose(last_day, whole[-len(last_day) :], rtol=1e-9)


@pytest.mark.parametrize("link", LINKS)
def test_two_intervals_at_steady_state_are_alike(link):
    two = occupancy(simulate(4.5, n_doses=math.inf, duration_h=48.0), link=link)
    half = len(two) // 2
    np.testing.assert_allclose(two[: half + 1], two[half:], rtol=1e-9)


def test_biophase_and_plasma_links_are_one_site():
    profile = simulate(4.5)
    p = NaltrexoneParameters.typical()
    ce, c = profile.biophase_nM, profile.naltrexone_nM
    np.testing.assert_allclose(occupancy(profile), ce / (ce + p.ec50_nM))
    np.testing.assert_allclose(occupancy(profile, "delta"), ce / (ce + 79 * p.ec50_nM))
    np.testing.assert_allclose(occupancy(profile, "kappa", "plasma"), c / (c + 2 * p.ec50_plasma_nM))


@settings(deadline=None, max_examples=40)
@given(dose=st.floats(0.5, 100.0), low=st.floats(0.05, 0.9), link=links)
def test_fewer_hours_above_a_higher_threshold(dose, low, link):
    profile = simulate(dose, n_doses=math.inf, step_h=0.25)
    more, fewer = (hours_above(profile, threshold, link=link) for threshold in (low, low + 0.05))
    assert 0 <= fewer <= more + 1e-9 <= 24 + 2e-9


def test_hours_at_steady_state_are_per_interval():
    one = simulate(4.5, n_doses=math.inf)
    three = simulate(4.5, n_doses=math.inf, duration_h=72.0)
    assert hours_above(three, 0.5, link="plasma") == pytest.approx(hours_above(one, 0.5, link="plasma"))


def test_hours_of_a_course_are_those_of_the_whole_profile():
    one = hours_above(simulate(50.0, duration_h=48.0), 0.5)
    assert 24 < one < 48


def test_time_above_is_measured_between_the_times():
    times = np.array([0.0, 1.0, 2.0, 3.0])
    triangle = np.array([0.0, 1.0, 0.0, 0.0])
    assert time_at_or_above(times, triangle, 0.25) == pytest.approx(1.5)
    assert time_at_or_above(times, np.full(4, 0.5), 0.5) == 3.0
    assert time_at_or_above(times, triangle, 2.0) == 0.0


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda p: occupancy(p, "my"), ValueError, "receptor = 'my' .* mu, delta, kappa"),
        (lambda p: occupancy(p, link="B"), ValueError, "link = 'B' .* biophase, slow_dissociation, plasma"),
        (lambda p: occupancy(p.naltrexone_nM), TypeError, "profile must be a Profile"),
        (lambda p: hours_above(p, 50), ValueError, "occupancy_threshold = 50 as a fraction"),
        (lambda p: hours_above(p, 0), ValueError, "occupancy_threshold = 0"),
        (lambda p: hours_above(p, "half"), TypeError, "occupancy_threshold must be a number"),
    ],
)
def test_wrong_arguments_are_named(call, error, words):
    with pytest.raises(error, match=words):
        call(simulate(4.5))


def test_half_time_of_an_unsaturated_dose_is_that_of_its_slowest_step():
    # Far below the EC50 occupancy follows the biophase, which ends with its own half-life of ln 2 / ke0 = 19 h.
    profile = simulate(0.001, duration_h=800, step_h=0.1)
    late = occupancy(profile)[profile.time_h >= 200]
    assert late[0] / late[190] == pytest.approx(2.0, rel=0.01)
    assert blockade_half_time(simulate(50.0, duration_h=400)) > 2 * blockade_half_time(profile)


def test_half_time_says_when_the_profile_is_too_short():
    with pytest.raises(ValueError, match="at 24 h"):
        blockade_half_time(simulate(50.0))

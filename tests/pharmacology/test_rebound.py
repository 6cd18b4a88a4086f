"""The rebound model against closed forms, limits, conservation, and another solver."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from ldn.pharmacology import (
    ReboundAssumptions,
    blocked_by_dose,
    blocked_for,
    hours_above,
    longest_blocked_hours,
    occupancy,
    rebound_course,
    rebound_day,
    simulate,
    smallest_opioid_gain,
)


def closed_form(hours: float, gain: float, half_life_h: float, brake: float) -> tuple[float, float]:
    """Peak opioid and mean signal for one pool under a complete blockade, while production is not shut off.

    With x = E − 1: blocked, x runs to the gain at rate k; free, it decays at rate k (1 + brake·gain).
    """
    rate, free = math.log(2) / half_life_h, 24 - hours
    away = rate * (1 + brake * gain)
    kept_blocked, kept_free = math.exp(-rate * hours), math.exp(-away * free)
    peak = gain * (1 - kept_blocked) / (1 - kept_blocked * kept_free)
    return 1 + peak, (free + peak * (1 - kept_free) / away) / 24


@pytest.mark.parametrize("hours", [0.5, 5, 12.25, 23])
@pytest.mark.parametrize(
    ("gain", "half_life_h", "brake"), [(1.5, 24, 0), (0.6, 6, 0.4), (1, 96, 1), (5, 24, 0)]
)
def test_one_pool_follows_its_closed_form(hours, gain, half_life_h, brake):
    day = rebound_day(
        blocked_for(hours),
        ReboundAssumptions(opioid_gain=gain, opioid_half_life_h=half_life_h, brake=brake),
    )
    peak, mean = closed_form(hours, gain, half_life_h, brake)
    assert day.opioid.max() == pytest.approx(peak, rel=1e-6)
    assert day.mean_signal == pytest.approx(mean, rel=1e-6)
    assert day.hours_above_baseline == pytest.approx(24 - hours, abs=1e-6)


def test_receptors_turn_over_as_the_opioid_does():
    as_opioid = rebound_day(blocked_for(7), ReboundAssumptions(1.2, 0, 40, 72, 0.3))
    as_receptors = rebound_day(blocked_for(7), ReboundAssumptions(0, 1.2, 24, 40, 0.3))
    np.testing.assert_allclose(as_receptors.receptors, as_opioid.opioid, atol=1e-10)
    assert as_receptors.mean_signal == pytest.approx(as_opioid.mean_signal, abs=1e-10)


@pytest.mark.parametrize("hours", [0, 3, 24])
def test_without_feedback_the_blocked_hours_are_simply_lost(hours):
    day = rebound_day(blocked_for(hours), ReboundAssumptions(opioid_gain=0))
    assert day.mean_signal == pytest.approx(1 - hours / 24, abs=1e-12)
    assert day.signal.max() <= 1 + 1e-12


def test_blocked_all_day_the_pools_fill_and_nothing_gets_through():
    day = rebound_day(blocked_for(24), ReboundAssumptions(opioid_gain=1.5, receptor_gain=0.8))
    np.testing.assert_allclose(day.opioid, 2.5, atol=1e-9)
    np.testing.assert_allclose(day.receptors, 1.8, atol=1e-9)
    assert day.mean_signal == 0


@pytest.mark.parametrize("gain", [0.5, 3, 10])
def test_a_constant_partial_blockade_never_lifts_the_signal(gain):
    # The balance 1 + g (1 − E f) = E has E = (1 + g) / (1 + g f), f the free share.
    level = blocked_for(24)
    half = type(level)(level.step_h, level.start * 0.6, level.middle * 0.6, level.end * 0.6)
    day = rebound_day(half, ReboundAssumptions(opioid_gain=gain))
    expected = (1 + gain) / (1 + 0.4 * gain)
    np.testing.assert_allclose(day.opioid, expected, rtol=1e-9)
    assert day.mean_signal == pytest.approx(0.4 * expected)
    assert day.mean_signal < 1


@pytest.mark.parametrize("link", ["biophase", "slow_dissociation", "plasma"])
def test_a_thermostat_keeps_its_balance_and_never_overshoots_on_average(link):
    # Averaged over a steady day, production equals loss: mean E = 1 + g (1 − mean S), and S ≤ E.
    gain = 0.9
    for blockade in (blocked_for(5), blocked_by_dose(4.5, link)):
        chosen = ReboundAssumptions(opioid_gain=gain, opioid_half_life_h=12, brake=1)
        day = rebound_day(blockade, chosen)
        widths = np.diff(day.time_h)
        mean_opioid = float(widths @ (day.opioid[1:] + day.opioid[:-1]) / 2) / 24
        assert mean_opioid == pytest.approx(1 + gain * (1 - day.mean_signal), abs=1e-5)
        assert day.mean_signal < 1


def test_a_steady_day_ends_as_it_began():
    day = rebound_day(blocked_for(6), ReboundAssumptions(2, 1, 12, 240, 0.2))
    assert day.opioid[-1] == pytest.approx(day.opioid[0], abs=1e-9)
    assert day.receptors[-1] == pytest.approx(day.receptors[0], abs=1e-9)


def test_the_course_from_baseline_runs_into_the_steady_day():
    chosen = ReboundAssumptions(1.5, 0.5, 12, 48, 0.1)
    course = rebound_course(blocked_for(6), chosen, days=40)
    day = rebound_day(blocked_for(6), chosen)
    assert (course.opioid[0], course.receptors[0]) == (1, 1)
    assert course.time_h[-1] == pytest.approx(960)
    assert course.mean_signal == pytest.approx(day.mean_signal, abs=1e-4)
    assert course.opioid[-1] == pytest.approx(day.opioid[0], abs=1e-4)


@pytest.mark.parametrize(
    "chosen",
    [ReboundAssumptions(2, 0.8, 6, 72, 0), ReboundAssumptions(4, 3, 4, 12, 1)],
    ids=["lack", "shut-off"],
)
def test_another_solver_agrees_over_three_days(chosen):
    """SciPy's adaptive DOP853 with the blockade restarted at each jump; the second case shuts production off.

    Where production is shut off the slope has a corner, at which a fixed step loses some of its order.
    """
    rates = math.log(2) / chosen.opioid_half_life_h, math.log(2) / chosen.receptor_half_life_h

    def slopes(blocked):
        def slope(_time, state):
            lack = 1 - state[0] * state[1] * (1 - blocked)
            heard = max(lack, 0) + chosen.brake * min(lack, 0)
            gains = chosen.opioid_gain, chosen.receptor_gain
            return [
                rate * (max(0, 1 + gain * heard) - x)
                for rate, gain, x in zip(rates, gains, state, strict=True)
            ]

        return slope

    state = [1.0, 1.0]
    for _ in range(3):
        for blocked, length in ((1.0, 5.0), (0.0, 19.0)):
            found = solve_ivp(slopes(blocked), (0, length), state, method="DOP853", rtol=1e-10, atol=1e-12)
            state = found.y[:, -1]
    course = rebound_course(blocked_for(5), chosen, days=3)
    assert course.opioid[-1] == pytest.approx(state[0], abs=1e-5)
    assert course.receptors[-1] == pytest.approx(state[1], abs=1e-5)


@pytest.mark.parametrize("hours", [3, 6, 12])
def test_with_slow_turnover_the_gain_needed_is_the_day_over_its_free_hours(hours):
    # E stands still at 1 + g f, so (1 + g f)(1 − f) > 1 asks for g > 1 / (1 − f), f the blocked share of the day.
    chosen = ReboundAssumptions(opioid_half_life_h=2400)
    assert smallest_opioid_gain(blocked_for(hours), chosen) == pytest.approx(24 / (24 - hours), rel=2e-3)


def test_with_slow_turnover_the_hours_allowed_follow_from_the_gain():
    chosen = ReboundAssumptions(opioid_gain=2, opioid_half_life_h=2400)
    assert longest_blocked_hours(chosen) == pytest.approx(24 * (1 - 1 / 2), rel=2e-3)


def test_a_gain_of_one_or_less_never_pays_for_the_blocked_hours():
    assert longest_blocked_hours(ReboundAssumptions(opioid_gain=1)) is None
    assert smallest_opioid_gain(blocked_for(24)) is None
    assert smallest_opioid_gain(blocked_for(0)) is None


def test_receptors_that_answer_enough_leave_nothing_for_the_opioid_to_add():
    chosen = ReboundAssumptions(receptor_gain=3)
    assert smallest_opioid_gain(blocked_for(5), chosen) == 0


def test_lesson_four_leaves_room_for_a_rebound_in_model_c_alone():
    assert smallest_opioid_gain(blocked_by_dose(4.5, "biophase")) is None
    assert smallest_opioid_gain(blocked_by_dose(4.5, "slow_dissociation")) is None
    # Even there the blockade is partial and long-drawn, so more is asked than of five clean hours.
    needed = smallest_opioid_gain(blocked_by_dose(4.5, "plasma"))
    assert needed > 2 * smallest_opioid_gain(blocked_for(5))


@pytest.mark.parametrize("link", ["biophase", "plasma"])
def test_blockade_by_dose_is_the_occupancy_of_a_settled_day(link):
    blockade = blocked_by_dose(4.5, link)
    profile = simulate(4.5, n_doses=math.inf)
    occupied = occupancy(profile, link=link)
    assert blockade.mean == pytest.approx(np.trapezoid(occupied, profile.time_h) / 24, abs=1e-4)
    assert blockade.step_h.sum() == pytest.approx(24)
    assert blockade.start[0] == pytest.approx(blockade.end[-1], abs=1e-6)
    share = hours_above(profile, 0.5, link=link)
    assert float(blockade.step_h[blockade.middle > 0.5].sum()) == pytest.approx(share, abs=0.1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"opioid_gain": -1}, "opioid_gain = -1 is not allowed"),
        ({"receptor_gain": 11}, "receptor_gain = 11 is not allowed"),
        ({"opioid_half_life_h": 1}, "opioid_half_life_h = 1 h is not allowed"),
        ({"brake": 1.5}, "brake = 1.5 is not allowed"),
    ],
)
def test_impossible_assumptions_are_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        ReboundAssumptions(**arguments)


def test_impossible_blockades_are_refused():
    with pytest.raises(ValueError, match="hours = 25 h is not allowed"):
        blocked_for(25)
    with pytest.raises(ValueError, match="link = 'blood' is not allowed"):
        blocked_by_dose(4.5, "blood")
    with pytest.raises(ValueError, match="days = 0 is not allowed"):
        rebound_course(blocked_for(5), days=0)

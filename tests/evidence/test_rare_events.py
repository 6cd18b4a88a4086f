"""Few events or none, against statsmodels, hand-computed cases and the numbers of the safety digest."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ldn.evidence import (
    chance_of_an_event,
    effect_from_ci,
    event_upper_bound,
    number_needed_to_treat,
    people_to_see_an_event,
    risk_difference,
    risk_ratio,
    wilson_interval,
    zero_event_upper_bound,
)

COUNT = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNT)
def test_wilson_holds_the_proportion_and_mirrors(count):
    x, n = count
    low, high = wilson_interval(x, n)
    assert 0 <= low <= x / n <= high <= 1
    mirrored = wilson_interval(n - x, n)
    assert (mirrored.low, mirrored.high) == pytest.approx((1 - high, 1 - low))


@given(COUNT, st.floats(0.5, 0.999))
def test_wilson_against_statsmodels(count, level):
    from statsmodels.stats.proportion import proportion_confint

    theirs = proportion_confint(*count, alpha=1 - level, method="wilson")
    assert tuple(wilson_interval(*count, level=level)) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (14, 37, 0.24, 0.54),  # Gulf War illness, "38 % responders"
        (7, 17, 0.216, 0.640),  # sleep disturbance, Smith 2007
        (2, 38, 0.015, 0.173),  # stopped, O'Kelly 2022
        (2, 40, 0.014, 0.165),  # major events, Gironi 2008
        (5, 26, 0.085, 0.379),  # raised transaminases at 300 mg
    ],
)
def test_wilson_of_the_digest(x, n, low, high):
    places = 2 if (x, n) == (14, 37) else 3
    interval = wilson_interval(x, n)
    assert (round(interval.low, places), round(interval.high, places)) == (low, high)


@pytest.mark.parametrize(
    ("n", "exact_percent", "rule_percent"),
    [
        (144, 2.06, 2.08),
        (172, 1.73, 1.74),
        (192, 1.55, 1.56),
        (220, 1.35, 1.36),
        (393, 0.76, 0.76),
        (438, 0.68, 0.68),
        (698, 0.43, 0.43),
    ],
)
def test_no_event_in_n_people(n, exact_percent, rule_percent):
    assert round(100 * zero_event_upper_bound(n), 2) == exact_percent
    assert round(100 * zero_event_upper_bound(n, method="rule of three"), 2) == rule_percent


@given(st.integers(1, 10_000), st.floats(0.5, 0.999))
def test_at_the_bound_silence_is_just_unlikely_enough(n, level):
    bound = zero_event_upper_bound(n, level)
    assert (1 - bound) ** n == pytest.approx(1 - level, rel=1e-6)
    assert zero_event_upper_bound(n + 1, level) < bound


@pytest.mark.parametrize(("risk", "needed"), [(0.01, 299), (0.001, 2995), (0.0001, 29956)])
def test_people_needed_to_see_one_event(risk, needed):
    assert people_to_see_an_event(risk) == needed
    assert chance_of_an_event(risk, needed) >= 0.95
    assert chance_of_an_event(risk, needed - 1) < 0.95


def test_chance_of_seeing_a_one_in_a_thousand_event():
    assert round(chance_of_an_event(0.001, 172), 3) == 0.158
    assert round(chance_of_an_event(0.001, 698), 3) == 0.503
    assert chance_of_an_event(0.001, 0) == 0


def test_number_needed_of_final_runs_through_infinity():
    needed = number_needed_to_treat(risk_difference(20, 49, 13, 50))
    assert round(needed.number, 1) == 6.7
    assert needed.direction == "benefit"
    assert needed.unbounded
    assert [way for _, way in needed.ends] == ["benefit", "harm"]
    assert "through infinity" in str(needed)


def test_number_needed_with_a_clear_effect_stays_on_one_side():
    needed = number_needed_to_treat(risk_difference(50, 100, 20, 100))
    assert needed.number == pytest.approx(1 / 0.3)
    assert not needed.unbounded
    # The end nearest to benefit is told first, and is the smaller number.
    assert needed.ends[0][0] < needed.number < needed.ends[1][0]
    assert {way for _, way in needed.ends} == {"benefit"}


def test_an_undesirable_event_turns_the_direction():
    effect = risk_difference(4, 49, 3, 50)
    assert number_needed_to_treat(effect, event="undesirable").direction == "harm"
    assert number_needed_to_treat(effect).direction == "benefit"


def test_a_ratio_needs_the_risk_it_acts_on():
    ratio = risk_ratio(20, 49, 13, 50)
    needed = number_needed_to_treat(ratio, comparator_risk=0.26)
    assert needed.number == pytest.approx(1 / (0.26 * (ratio.estimate - 1)))
    with pytest.raises(ValueError, match="comparator_risk"):
        number_needed_to_treat(ratio)


def test_an_end_at_no_difference_is_infinite():
    effect = effect_from_ci(0.1, 0.0, 0.2, measure="risk difference")
    needed = number_needed_to_treat(effect)
    assert math.isinf(needed.ends[1][0])


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: wilson_interval(5, 4), ValueError, "x must be from 0 to 4, got 5"),
        (lambda: wilson_interval(0, 0), ValueError, "n must be at least 1, got 0"),
        (lambda: wilson_interval(1, 2, level=1), ValueError, "level must lie in (0, 1), got 1"),
        (lambda: zero_event_upper_bound(0), ValueError, "n must be at least 1, got 0"),
        (lambda: zero_event_upper_bound(20, method="guess"), ValueError, "'exact', 'rule of three'"),
        (lambda: people_to_see_an_event(0), ValueError, "risk must lie in (0, 1), got 0"),
        (lambda: number_needed_to_treat(0.1), TypeError, "effect must be an Effect"),
        (lambda: number_needed_to_treat(risk_difference(5, 20, 5, 20)), ValueError, "risk difference is 0"),
        (lambda: number_needed_to_treat(effect_from_ci(1, 0, 2)), ValueError, "got a difference"),
    ],
)
def test_impossible_numbers_are_refused_by_name(call, error, words):
    with pytest.raises(error) as caught:
        call()
    assert words in str(caught.value)


@given(COUNT, st.floats(0.5, 0.999))
def test_the_upper_bound_of_events_against_statsmodels_and_its_own_meaning(count, level):
    """Clopper and Pearson's two-sided interval at 2·level − 1 has the same upper end."""
    from scipy.stats import binom
    from statsmodels.stats.proportion import proportion_confint

    x, n = count
    bound = event_upper_bound(x, n, level)
    theirs = proportion_confint(x, n, alpha=2 * (1 - level), method="beta")[1]
    assert bound == pytest.approx(theirs, abs=1e-9)
    if x < n:
        assert binom.cdf(x, n, bound) == pytest.approx(1 - level, rel=1e-6)


def test_the_upper_bound_of_no_event_is_the_closed_form():
    for n in (1, 17, 144, 172, 15297):
        assert event_upper_bound(0, n) == pytest.approx(zero_event_upper_bound(n), rel=1e-9)


def test_more_events_than_people_are_refused():
    with pytest.raises(ValueError, match="x must be from 0 to 3, got 4"):
        event_upper_bound(4, 3)

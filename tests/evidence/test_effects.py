"""Effects against hand-computed cases, statsmodels and their own symmetries."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ldn.evidence import (
    Effect,
    effect_from_ci,
    effect_from_p,
    implied_correlation,
    mean_difference,
    odds_ratio,
    paired_difference,
    paired_difference_sd,
    rate_ratio,
    risk_difference,
    risk_ratio,
    sd_from_ci,
    sd_from_se,
    smd_standard_error,
    standardized_mean_difference,
)

ARM = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SPREAD = st.floats(0.1, 50)
VALUE = st.floats(-100, 100)


def test_risk_ratio_by_hand():
    # 10/100 against 20/100: ratio 0.5, SE² = 1/10 − 1/100 + 1/20 − 1/100 = 0.13.
    effect = risk_ratio(10, 100, 20, 100)
    assert effect.estimate == pytest.approx(0.5)
    assert effect.se == pytest.approx(math.sqrt(0.13))
    assert effect.ci_low == pytest.approx(0.5 * math.exp(-1.959964 * math.sqrt(0.13)), rel=1e-6)
    assert effect.p_value == pytest.approx(2 * stats.norm.sf(math.log(2) / math.sqrt(0.13)))


@pytest.mark.parametrize(
    ("table", "estimate", "low", "high"),
    [
        # Computed with R's metafor 3.8.1.
        ((5, 18, 3, 16), 1.4815, 0.4190, 5.2388),
        ((15, 18, 6, 16), 2.2222, 1.1423, 4.3231),
        # An empty cell: 0.5 is added to all four.
        ((4, 18, 0, 16), 8.0526, 0.4670, 138.8687),
    ],
)
def test_risk_ratio_as_metafor_has_it(table, estimate, low, high):
    effect = risk_ratio(*table)
    assert (effect.estimate, effect.ci_low, effect.ci_high) == pytest.approx((estimate, low, high), abs=1e-4)


def test_odds_ratio_and_its_error_against_statsmodels():
    from statsmodels.stats.contingency_tables import Table2x2

    effect = odds_ratio(20, 49, 13, 50)
    theirs = Table2x2(np.array([[20, 29], [13, 37]]))
    assert effect.estimate == pytest.approx(theirs.oddsratio)
    assert (effect.ci_low, effect.ci_high) == pytest.approx(theirs.oddsratio_confint())
    ratio = risk_ratio(20, 49, 13, 50)
    assert ratio.estimate == pytest.approx(theirs.riskratio)
    assert (ratio.ci_low, ratio.ci_high) == pytest.approx(theirs.riskratio_confint())


def test_only_the_table_with_the_empty_cell_is_corrected():
    assert risk_ratio(4, 18, 1, 16).note == ""
    assert "0.5" in risk_ratio(4, 18, 0, 16).note
    assert odds_ratio(18, 18, 3, 16).estimate == pytest.approx(18.5 * 13.5 / (0.5 * 3.5))


def test_risk_difference_keeps_its_estimate_with_empty_cells():
    effect = risk_difference(4, 18, 0, 16)
    assert effect.estimate == pytest.approx(4 / 18)
    assert effect.note == ""
    nobody = risk_difference(0, 20, 0, 20)
    assert nobody.estimate == 0
    assert nobody.se > 0


@pytest.mark.parametrize(
    ("table", "low", "high"),
    [
        # Examples of Newcombe, Stat Med 1998, method 10; statsmodels gives the same.
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0),
    ],
)
def test_newcombes_interval_of_his_own_examples(table, low, high):
    from statsmodels.stats.proportion import confint_proportions_2indep

    effect = risk_difference(*table, method="newcombe")
    assert (effect.ci_low, effect.ci_high) == pytest.approx((low, high), abs=5e-5)
    theirs = confint_proportions_2indep(*table, method="newcomb")
    assert (effect.ci_low, effect.ci_high) == pytest.approx(theirs, abs=1e-9)


def test_the_method_of_the_interval_leaves_estimate_and_error_alone():
    plain, newcombe = risk_difference(6, 18, 1, 13), risk_difference(6, 18, 1, 13, method="newcombe")
    assert (plain.estimate, plain.se, plain.p_value) == (newcombe.estimate, newcombe.se, newcombe.p_value)
    assert (plain.ci_low, newcombe.ci_low) == pytest.approx((-0.0051, -0.0514), abs=5e-5)
    with pytest.raises(ValueError, match="method"):
        risk_difference(6, 18, 1, 13, method="wilson")


@given(ARM, ARM)
def test_exchanging_the_arms_turns_the_effect_round(treated, compared):
    forward, back = risk_ratio(*treated, *compared), risk_ratio(*compared, *treated)
    assert forward.estimate * back.estimate == pytest.approx(1)
    assert forward.se == pytest.approx(back.se)
    assert forward.p_value == pytest.approx(back.p_value)
    assert forward.ci_low <= forward.estimate <= forward.ci_high
    assert risk_difference(*treated, *compared).estimate == pytest.approx(
        -risk_difference(*compared, *treated).estimate
    )


@given(ARM, ARM)
def test_the_odds_ratio_does_not_care_which_event_is_counted(treated, compared):
    (a, n_t), (c, n_c) = treated, compared
    event, other = odds_ratio(a, n_t, c, n_c), odds_ratio(n_t - a, n_t, n_c - c, n_c)
    assert event.estimate * other.estimate == pytest.approx(1)
    assert event.se == pytest.approx(other.se)


def test_mean_difference_by_hand_and_by_t_tests():
    plain = mean_difference(12.2, 8.4, 6, 22.8, 8.5, 6)
    assert plain.estimate == pytest.approx(-10.6)
    assert plain.se == pytest.approx(math.sqrt((8.4**2 + 8.5**2) / 6))
    for distribution, equal in (("student", True), ("welch", False)):
        ours = mean_difference(12.2, 8.4, 7, 22.8, 8.5, 5, distribution=distribution)
        theirs = stats.ttest_ind_from_stats(12.2, 8.4, 7, 22.8, 8.5, 5, equal_var=equal)
        assert ours.p_value == pytest.approx(theirs.pvalue)


def test_standardised_difference_against_statsmodels():
    from statsmodels.stats.meta_analysis import effectsize_smd

    ours = standardized_mean_difference(-1.3, 1.57, 49, -0.9, 1.58, 50)
    theirs, variance = effectsize_smd(-1.3, 1.57, 49, -0.9, 1.58, 50)
    assert ours.estimate == pytest.approx(theirs)
    # statsmodels has n − 3.94 in the last term where Borenstein has n: a fifth decimal here.
    assert ours.se == pytest.approx(math.sqrt(variance), rel=1e-3)
    cohen = standardized_mean_difference(-1.3, 1.57, 49, -0.9, 1.58, 50, small_sample_correction=False)
    assert ours.estimate == pytest.approx(cohen.estimate * (1 - 3 / (4 * 99 - 9)))


def test_pairing_narrows_the_interval_as_the_correlation_says():
    ignored = paired_difference(-28.8, 24.0, -18.0, 27.9, 28, within_r=0)
    respected = paired_difference(-28.8, 24.0, -18.0, 27.9, 28, within_r=0.64)
    assert respected.estimate == ignored.estimate == pytest.approx(-10.8)
    assert respected.se < ignored.se
    assert ignored.se == pytest.approx(math.sqrt((24.0**2 + 27.9**2) / 28))


@given(SPREAD, SPREAD, st.floats(-0.99, 0.99))
def test_the_implied_correlation_is_the_one_that_went_in(sd_t, sd_c, r):
    assert implied_correlation(sd_t, sd_c, paired_difference_sd(sd_t, sd_c, r)) == pytest.approx(r, abs=1e-9)


@given(SPREAD, st.integers(2, 500))
def test_deviations_come_back_from_errors_and_half_widths(sd, n):
    se = sd / math.sqrt(n)
    assert sd_from_se(se, n) == pytest.approx(sd)
    assert sd_from_ci(stats.t.ppf(0.975, n - 1) * se, n) == pytest.approx(sd)


@given(ARM, ARM)
def test_an_interval_gives_back_the_error_it_was_made_of(treated, compared):
    made = risk_ratio(*treated, *compared)
    read = effect_from_ci(made.estimate, made.ci_low, made.ci_high, ratio=True, measure="risk ratio")
    assert read.se == pytest.approx(made.se)
    assert read.p_value == pytest.approx(made.p_value, abs=1e-9)


@given(st.floats(0.05, 20), SPREAD, st.one_of(st.none(), st.integers(3, 200)))
def test_a_p_value_gives_back_the_error_it_was_made_of(z, se, df):
    spread = stats.norm if df is None else stats.t(df)
    p = float(2 * spread.sf(z))
    if p < 1e-12:
        return
    read = effect_from_p(-z * se, p, df=df)
    assert read.se == pytest.approx(se, rel=1e-6)
    assert read.estimate == pytest.approx(-z * se)


@given(VALUE, SPREAD, st.floats(0.01, 100), st.booleans())
def test_scaling_changes_the_unit_and_nothing_else(estimate, reach, factor, reverse):
    effect = effect_from_ci(estimate, estimate - reach, estimate + reach)
    scaled = effect.scaled(-factor if reverse else factor)
    assert scaled.p_value == effect.p_value
    assert scaled.ci_low <= scaled.estimate <= scaled.ci_high
    assert scaled.se == pytest.approx(effect.se * factor)


def test_a_rate_ratio_counts_events_not_people():
    effect = rate_ratio(8, 67, 52, 67)
    assert effect.estimate == pytest.approx(8 / 52)
    assert effect.se == pytest.approx(math.sqrt(1 / 8 + 1 / 52))
    assert rate_ratio(8, 67, 52, 134).estimate == pytest.approx(16 / 52)


def test_an_effect_tells_itself_in_a_sentence():
    effect = effect_from_ci(-0.34, -0.95, 0.27, measure="mean difference", label="FINAL")
    assert str(effect) == "FINAL: mean difference -0.34, 95% CI -0.95 to 0.27, p = 0.27"
    assert "p < 0.001" in str(rate_ratio(8, 67, 52, 67))


def test_smd_error_is_that_of_borenstein():
    assert smd_standard_error(-0.233, 49, 50) == pytest.approx(
        math.sqrt(99 / (49 * 50) + 0.233**2 / (2 * 99))
    )


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: risk_ratio(21, 20, 3, 16), ValueError, "events_t must be from 0 to 20, got 21"),
        (lambda: risk_ratio(1.5, 20, 3, 16), TypeError, "events_t must be a whole number"),
        (lambda: risk_ratio(1, 0, 3, 16), ValueError, "n_t must be at least 1, got 0"),
        (lambda: risk_ratio("5", 18, 3, 16), TypeError, "events_t"),
        (lambda: mean_difference(1, 0, 20, 1, 1, 20), ValueError, "sd_t must be above 0, got 0"),
        (lambda: mean_difference(1, 1, 20, 1, 1, 20, distribution="z"), ValueError, "'normal', 'welch'"),
        (lambda: mean_difference(math.nan, 1, 20, 1, 1, 20), ValueError, "m_t must be finite"),
        (lambda: effect_from_ci(1, 2, 3), ValueError, "ci_low ≤ estimate ≤ ci_high"),
        (lambda: effect_from_ci(1, -2, 3, ratio=True), ValueError, "ci_low must be above 0, got -2"),
        (lambda: effect_from_ci(1, 0.5, 3, level=95), ValueError, "level must lie in (0, 1), got 95"),
        (lambda: effect_from_ci(1, 0, 3, measure="risk ratio"), ValueError, "contradict"),
        (lambda: effect_from_p(0, 0.02), ValueError, "estimate must differ from 0"),
        (lambda: effect_from_p(1, 0.02, ratio=True), ValueError, "estimate must differ from 1"),
        (lambda: effect_from_p(2, 1.2), ValueError, "p must lie in (0, 1), got 1.2"),
        (lambda: effect_from_p(2, 0.02, df=0), ValueError, "df must be above 0"),
        (lambda: risk_ratio(5, 18, 3, 16).scaled(2), ValueError, "no unit"),
        (lambda: effect_from_p(2, 0.02).scaled(0), ValueError, "factor must differ from 0"),
        (lambda: paired_difference(1, 1, 1, 1, 20, within_r=1), ValueError, "within_r must be below 1"),
        (lambda: paired_difference(1, 1, 1, 1, 20, within_r=1.2), ValueError, "[-1, 1], got 1.2"),
        (lambda: rate_ratio(8, 0, 52, 67), ValueError, "exposure_t must be above 0"),
    ],
)
def test_impossible_numbers_are_refused_by_name(call, error, words):
    with pytest.raises(error) as caught:
        call()
    assert words in str(caught.value)


def test_an_effect_is_a_value_that_cannot_be_changed():
    effect = risk_ratio(5, 18, 3, 16)
    assert isinstance(effect, Effect)
    with pytest.raises(AttributeError):
        effect.estimate = 1.0

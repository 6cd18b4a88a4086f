import math

import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from ldn.pharmacology import dose_ratio, fractional_occupancy, operational_response, schild_regression

positive = st.floats(1e-4, 1e4)
slopes = st.floats(0.3, 4.0)


@given(concentration=st.floats(0.0, 1e12), kd=positive, hill=slopes)
def test_occupancy_is_a_fraction(concentration, kd, hill):
    assert 0.0 <= fractional_occupancy(concentration, kd, hill) <= 1.0


@given(kd=positive, hill=slopes)
def test_half_is_bound_at_kd(kd, hill):
    assert fractional_occupancy(kd, kd, hill) == pytest.approx(0.5)


def test_occupancy_by_hand():
    np.testing.assert_allclose(fractional_occupancy([0, 1, 3, 9], 1.0), [0, 0.5, 0.75, 0.9])
    assert fractional_occupancy(3.0, 1.0, hill=2.0) == pytest.approx(0.9)
    assert fractional_occupancy(1e300, 1e-3, hill=4.0) == 1.0


def test_shape_is_kept():
    assert fractional_occupancy(np.ones((2, 3)), 1.0).shape == (2, 3)
    assert operational_response(np.ones((2, 1)), tau=1, ka_nM=1, antagonist_nM=np.ones(3), kb_nM=1).shape == (
        2,
        3,
    )


@given(agonist=positive, tau=st.floats(0.01, 100), ka=positive, slope=slopes)
def test_operational_response_is_black_and_leff(agonist, tau, ka, slope):
    expected = (tau * agonist) ** slope / ((ka + agonist) ** slope + (tau * agonist) ** slope)
    assert operational_response(agonist, tau=tau, ka_nM=ka, n=slope) == pytest.approx(expected, rel=1e-9)


@given(tau=st.floats(0.01, 100), slope=slopes, emax=st.floats(0.1, 100))
def test_the_greatest_response_is_that_of_full_occupancy(tau, slope, emax):
    top = operational_response(1e30, tau=tau, ka_nM=1.0, n=slope, emax=emax)
    assert top == pytest.approx(emax * tau**slope / (1 + tau**slope), rel=1e-6)


@given(agonist=positive, tau=st.floats(0.1, 50), antagonist=positive, kb=positive)
def test_gaddum_the_dose_ratio_restores_the_response(agonist, tau, antagonist, kb):
    alone = operational_response(agonist, tau=tau, ka_nM=10.0)
    more = agonist * float(dose_ratio(antagonist, kb))
    against = operational_response(more, tau=tau, ka_nM=10.0, antagonist_nM=antagonist, kb_nM=kb)
    assert against == pytest.approx(float(alone), rel=1e-9)


def test_no_antagonist_no_shift():
    assert dose_ratio(0.0, 1.0) == 1.0
    assert dose_ratio(100.0, math.inf) == 1.0
    assert operational_response(1.0, tau=0.0, ka_nM=1.0) == 0.0
    assert operational_response(0.0, tau=3.0, ka_nM=1.0) == 0.0


def test_at_kb_the_agonist_must_be_doubled():
    assert dose_ratio(0.3, 0.3) == 2.0
    assert dose_ratio(0.3, 0.3, slope=1.7) == 2.0


@settings(deadline=None)  # the first call loads scipy
@given(kb=st.floats(1e-3, 1e3), slope=st.floats(0.5, 2.0))
def test_schild_finds_what_was_put_in(kb, slope):
    antagonist = kb * np.array([1.0, 3.0, 10.0, 30.0, 100.0])
    fit = schild_regression(antagonist, dose_ratio(antagonist, kb, slope))
    assert fit.slope == pytest.approx(slope, rel=1e-6)
    assert fit.pa2 == pytest.approx(9 - math.log10(kb), abs=1e-6)
    assert fit.slope_ci_low <= fit.slope <= fit.slope_ci_high


def test_schild_against_linregress():
    """Slope and interval from scipy's own regression, on dose ratios with scatter."""
    from scipy.stats import linregress
    from scipy.stats import t as students_t

    antagonist = np.array([1.0, 3.0, 10.0, 30.0, 100.0])
    ratios = np.array([2.1, 3.6, 12.5, 28.0, 118.0])
    fit = schild_regression(antagonist, ratios)
    line = linregress(np.log10(antagonist * 1e-9), np.log10(ratios - 1))
    half = students_t.ppf(0.975, 3) * line.stderr
    assert fit.slope == pytest.approx(line.slope)
    assert (fit.slope_ci_low, fit.slope_ci_high) == pytest.approx((line.slope - half, line.slope + half))
    assert fit.pa2 == pytest.approx(line.intercept / line.slope)
    assert fit.competitive
    assert "compatible with simple competition" in str(fit)


def test_schild_interval_covers_the_true_slope_about_95_times_in_100():
    rng = np.random.default_rng(4)
    antagonist = np.array([1.0, 3.0, 10.0, 30.0, 100.0])
    held = 0
    for _ in range(1000):
        log_shift = np.log10(antagonist) + rng.normal(0, 0.15, 5)
        fit = schild_regression(antagonist, 1 + 10**log_shift)
        held += fit.slope_ci_low <= 1.0 <= fit.slope_ci_high
    assert 930 <= held <= 970


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: fractional_occupancy(-1.0, 1.0), ValueError, "concentration_nM = -1 nM"),
        (lambda: fractional_occupancy(1.0, 0.0), ValueError, r"kd_nM = 0 nM .* above 0 nM"),
        (lambda: fractional_occupancy(1.0, 1.0, 0), ValueError, "hill = 0"),
        (lambda: fractional_occupancy("1", 1.0), TypeError, "concentration_nM must be numbers in nM"),
        (lambda: fractional_occupancy(math.nan, 1.0), ValueError, "concentration_nM = nan"),
        (lambda: operational_response(1.0, tau=-1, ka_nM=1.0), ValueError, "tau = -1"),
        (lambda: operational_response(1.0, tau=1, ka_nM=1.0, kb_nM=-2), ValueError, "kb_nM = -2 nM"),
        (lambda: dose_ratio(1.0, 1.0, slope=0), ValueError, "slope = 0"),
        (lambda: schild_regression([1, 2], [2, 3]), ValueError, "at least 3"),
        (lambda: schild_regression([1, 2, 3], [2, 3]), ValueError, "of one length"),
        (lambda: schild_regression([1, 2, 3], [1, 2, 3]), ValueError, "dose_ratios = 1 .* above 1"),
        (lambda: schild_regression([0, 2, 3], [2, 2, 3]), ValueError, "antagonist_nM = 0 nM"),
        (lambda: schild_regression([5, 5, 5], [2, 2, 3]), ValueError, "one concentration only"),
        (lambda: schild_regression([1, 2, 3], [2, 2, 2]), ValueError, "no pA2"),
    ],
)
def test_wrong_arguments_are_named(call, error, words):
    with pytest.raises(error, match=words):
        call()


def test_the_interval_of_pa2_holds_where_the_band_of_the_line_holds_zero():
    """Fieller's limits against their definition: there the line misses 0 by t times its standard error."""
    antagonist, ratios = [3.0, 10.0, 30.0, 100.0], [2.6, 5.4, 17.0, 49.0]
    fit = schild_regression(antagonist, ratios)
    x, y = np.log10(np.array(antagonist) * 1e-9), np.log10(np.array(ratios) - 1)
    line = scipy.stats.linregress(x, y)
    residual_sd = math.sqrt(((y - line.slope * x - line.intercept) ** 2).sum() / 2)
    t = scipy.stats.t.ppf(0.975, 2)
    for pa2 in (fit.pa2_ci_low, fit.pa2_ci_high):
        at = -pa2
        standard_error = residual_sd * math.sqrt(1 / 4 + (at - x.mean()) ** 2 / ((x - x.mean()) ** 2).sum())
        assert abs(line.intercept + line.slope * at) == pytest.approx(t * standard_error, rel=1e-9)
    assert fit.pa2_ci_low < fit.pa2 < fit.pa2_ci_high


def test_a_slope_that_may_be_zero_leaves_pa2_open():
    fit = schild_regression([1.0, 10.0, 100.0], [3.0, 20.0, 12.0])
    assert fit.slope_ci_low < 0 < fit.slope_ci_high
    assert (fit.pa2_ci_low, fit.pa2_ci_high) == (-math.inf, math.inf)

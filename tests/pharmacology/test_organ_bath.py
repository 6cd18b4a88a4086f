import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ldn.pharmacology import read_curve, schild_regression, shift_experiment


def _dose_ratios(table) -> np.ndarray:
    ec50 = np.array([read_curve(table.index, table[b]).ec50_nM for b in table.columns])
    return ec50[1:] / ec50[0]


@settings(max_examples=25, deadline=None)
@given(
    ec50=st.floats(0.1, 1000),
    top=st.floats(1, 200),
    hill=st.floats(0.5, 2.5),
)
def test_a_curve_without_error_is_read_exactly(ec50, top, hill):
    agonist = np.logspace(-3, 5, 25)
    reading = read_curve(agonist, top / (1 + (ec50 / agonist) ** hill))
    assert (reading.ec50_nM, reading.top, reading.hill) == pytest.approx((ec50, top, hill), rel=1e-3)


def test_without_error_the_experiment_gives_back_its_antagonist():
    table = shift_experiment(seed=0, noise_percent=0, kb_nM=2.0)
    ratios = _dose_ratios(table)
    np.testing.assert_allclose(ratios, [2.5, 6, 16, 51], rtol=1e-4)
    fit = schild_regression(table.columns[1:], ratios)
    assert fit.slope == pytest.approx(1, abs=1e-3)
    assert fit.pa2 == pytest.approx(-np.log10(2e-9), abs=1e-3)


def test_half_of_the_readings_errors_are_of_the_size_asked_for():
    """Maximum τ/(1 + τ) = 5/6 of the system's, error 2 % of it."""
    clean = shift_experiment(seed=1, noise_percent=0)
    noisy = shift_experiment(seed=1, noise_percent=2)
    assert clean.to_numpy().max() == pytest.approx(100 * 5 / 6, rel=0.01)
    assert (noisy - clean).to_numpy().std() == pytest.approx(2, rel=0.25)


def test_one_seed_one_experiment():
    assert shift_experiment(seed=7).equals(shift_experiment(seed=7))
    assert not shift_experiment(seed=7).equals(shift_experiment(seed=8))


def test_the_intervals_hold_the_truth_about_as_often_as_they_say():
    """95 % intervals, 200 experiments: by binomial chance 180 to 198 hits, were every assumption met."""
    fits = []
    for seed in range(200):
        table = shift_experiment(seed=seed, antagonist_nM=(0, 3, 10, 30, 100), kb_nM=2.0)
        fits.append(schild_regression(table.columns[1:], _dose_ratios(table)))
    # All ratios of one experiment share the reading of its control, so pA2 is missed a little more often.
    assert 178 <= sum(fit.slope_ci_low <= 1 <= fit.slope_ci_high for fit in fits) <= 199
    assert 165 <= sum(fit.pa2_ci_low <= -np.log10(2e-9) <= fit.pa2_ci_high for fit in fits) <= 199


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: shift_experiment([-1, 3], seed=1), r"antagonist_nM = -1 nM is not allowed"),
        (lambda: shift_experiment(seed=-1), r"seed = -1 is not allowed"),
        (lambda: shift_experiment(seed=1, kb_nM=0), r"kb_nM = 0 nM is not allowed"),
        (lambda: shift_experiment(seed=1, noise_percent=-2), r"noise_percent = -2 % is not allowed"),
        (lambda: shift_experiment([], seed=1), r"antagonist_nM must be a list of concentrations"),
        (lambda: read_curve([1, 2, 3], [1, 2, 3]), r"at least 4"),
        (lambda: read_curve([1, 2, 3, 4], [0, 0, -1, 0]), r"never rises above 0"),
        (lambda: read_curve([0, 2, 3, 4], [0, 1, 2, 3]), r"agonist_nM = 0 nM is not allowed"),
    ],
)
def test_bad_values_are_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()

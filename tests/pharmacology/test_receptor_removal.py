import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from ldn.pharmacology import dose_ratio, dose_ratio_after_removal, operational_response

fractions = st.floats(0.0, 0.999)
efficacies = st.floats(0.05, 1000.0)


@given(removed=fractions, tau=efficacies)
def test_the_ratio_solves_the_operational_model(removed, tau):
    """Against the response itself: half of the first maximum, found by root finding."""
    wanted = 0.5 * tau / (1 + tau)
    greatest = tau * (1 - removed) / (1 + tau * (1 - removed))
    ratio = float(dose_ratio_after_removal(removed, tau))
    if greatest < wanted * (1 - 1e-9):
        assert ratio == np.inf
        return
    if greatest < wanted * (1 + 1e-6):
        return

    def gap(log_agonist: float) -> float:
        return float(operational_response(10**log_agonist, tau=tau * (1 - removed), ka_nM=1.0)) - wanted

    first_ec50 = 1 / (1 + tau)
    assert ratio == pytest.approx(10 ** brentq(gap, -8, 14, xtol=1e-14) / first_ec50, rel=1e-5)


@given(removed=st.floats(0.0, 0.9))
def test_with_a_great_reserve_removal_looks_like_competition(removed):
    """A competitor that holds the same fraction q has B / KB = q / (1 − q)."""
    competitor = float(dose_ratio(removed / (1 - removed), 1.0))
    assert dose_ratio_after_removal(removed, 1e7) == pytest.approx(competitor, rel=1e-5)


def test_by_hand():
    """τ = 10: half of 10/11 is 5/11; with half of the receptors τ' = 5, so A = 5/11 / (5 − 5/11 · 6) = 0.2."""
    np.testing.assert_allclose(dose_ratio_after_removal([0.0, 0.5], 10.0), [1.0, 0.2 / (1 / 11)])
    # The last reachable half: (1 − q) · 12 = 1.
    assert np.isinf(dose_ratio_after_removal(11.1 / 12, 10.0))
    assert np.isfinite(dose_ratio_after_removal(10.9 / 12, 10.0))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((1.1, 10.0), r"fraction_removed = 1\.1 is not allowed: 0 to 1"),
        ((-0.1, 10.0), r"fraction_removed = -0\.1 is not allowed"),
        ((0.5, 0.0), r"tau = 0 is not allowed: above 0"),
    ],
)
def test_bad_values_are_named(arguments, message):
    with pytest.raises(ValueError, match=message):
        dose_ratio_after_removal(*arguments)

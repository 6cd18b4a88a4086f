"""Binding over time: the closed form against the equation it solves, its limits, and published half-lives."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ldn.pharmacology import (
    BindingKinetics,
    association,
    dissociation,
    fractional_occupancy,
    measured_kinetics,
)
from ldn.reference import observation

concentrations = st.floats(1e-3, 1e3)
rates = st.builds(
    BindingKinetics,
    kon_per_nM_n_s=st.floats(1e-4, 1.0),
    koff_per_s=st.floats(1e-4, 0.1),
    hill=st.floats(0.5, 2.0),
)
fractions = st.floats(0.0, 1.0)


@settings(max_examples=15, deadline=None)
@given(concentration=st.floats(0.01, 100), kinetics=rates, start=fractions)
def test_the_closed_form_solves_the_equation(concentration, kinetics, start):
    """Against a Runge–Kutta solution of dR/dt = kon C^n (1 − R) − koff R, written out anew."""
    from scipy.integrate import solve_ivp

    kon, koff, n = kinetics.kon_per_nM_n_s, kinetics.koff_per_s, kinetics.hill
    end = 5.0 / (kon * concentration**n + koff)
    solved = solve_ivp(
        lambda _, bound: kon * concentration**n * (1 - bound) - koff * bound,
        (0, end), [start], t_eval=np.linspace(0, end, 9), rtol=1e-9, atol=1e-11,
    )  # fmt: skip
    np.testing.assert_allclose(association(solved.t, concentration, kinetics, start), solved.y[0], atol=1e-7)


@given(concentration=concentrations, kinetics=rates, start=fractions)
def test_it_begins_at_the_start_and_settles_at_equilibrium(concentration, kinetics, start):
    settled = fractional_occupancy(concentration, kinetics.kd_nM, kinetics.hill)
    first, last = association([0.0, 1e9], concentration, kinetics, start)
    assert first == pytest.approx(start, abs=1e-12)
    assert last == pytest.approx(float(settled), abs=1e-12)


@given(kinetics=rates)
def test_at_kd_binding_and_leaving_are_equally_fast(kinetics):
    assert kinetics.kon_per_nM_n_s * kinetics.kd_nM**kinetics.hill == pytest.approx(kinetics.koff_per_s)
    assert kinetics.approach_rate_per_s(kinetics.kd_nM) == pytest.approx(2 * kinetics.koff_per_s)


@given(concentration=concentrations, kinetics=rates, start=fractions, time=st.floats(0, 1e5))
def test_a_pause_in_looking_changes_nothing(concentration, kinetics, start, time):
    """Half the way and then the other half is the whole way."""
    half_way = float(association(time / 2, concentration, kinetics, start))
    assert association(time / 2, concentration, kinetics, half_way) == pytest.approx(
        float(association(time, concentration, kinetics, start)), abs=1e-9
    )


@given(kinetics=rates, start=fractions)
def test_dissociation_halves_in_each_half_life(kinetics, start):
    times = kinetics.off_half_life_s * np.array([0, 1, 2, 3])
    np.testing.assert_allclose(
        dissociation(times, kinetics, start), start * np.array([1, 0.5, 0.25, 0.125]), atol=1e-12
    )


def test_by_hand():
    """kon 0.01 /(nM s), koff 0.02 /s: Kd 2 nM; at 6 nM it settles at 3/4 with rate 0.08 /s."""
    kinetics = BindingKinetics(kon_per_nM_n_s=0.01, koff_per_s=0.02)
    assert kinetics.kd_nM == pytest.approx(2.0)
    assert kinetics.off_half_life_s == pytest.approx(34.657, abs=1e-3)
    assert association(12.5, 6.0, kinetics) == pytest.approx(0.75 * (1 - math.exp(-1)))
    assert association(np.zeros((2, 3)), 6.0, kinetics).shape == (2, 3)


@pytest.mark.parametrize("ligand", ["naloxone", "fentanyl", "carfentanil"])
def test_the_printed_rates_give_the_published_constants(ligand):
    """kon is published per pM^n: read in the wrong unit, Kd would miss its bootstrap interval a thousandfold."""
    kinetics = measured_kinetics(ligand)
    kd, half_life = observation(f"ec50_{ligand}"), observation(f"off_half_life_{ligand}")
    assert kd.low < kinetics.kd_nM < kd.high
    assert kinetics.kd_nM == pytest.approx(kd.value, rel=0.01)
    assert half_life.low < kinetics.off_half_life_s / 60 < half_life.high
    assert kinetics.off_half_life_s / 60 == pytest.approx(half_life.value, rel=0.02)


def test_half_lives_span_two_orders_of_magnitude():
    ratio = measured_kinetics("carfentanil").off_half_life_s / measured_kinetics("naloxone").off_half_life_s
    # 0.03959 / 0.0002467, from the printed dissociation rates alone.
    assert ratio == pytest.approx(160.5, abs=0.1)


def test_rates_nobody_published_are_not_made_up():
    with pytest.raises(ValueError, match="'naltrexone' is not allowed: one of naloxone, fentanyl, carfent"):
        measured_kinetics("naltrexone")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda k: association(-1, 1, k), r"time_s = -1 s is not allowed: at least 0 s"),
        (lambda k: association(1, -2, k), r"concentration_nM = -2 nM is not allowed"),
        (lambda k: dissociation(1, k, 1.5), r"bound_at_start = 1.5 is not allowed: 0 to 1"),
        (lambda _: BindingKinetics(kon_per_nM_n_s=0, koff_per_s=1), r"kon_per_nM_n_s = 0 .* above 0"),
        (lambda _: BindingKinetics(kon_per_nM_n_s=1, koff_per_s=-1), r"koff_per_s = -1 1/s"),
        (lambda _: BindingKinetics(kon_per_nM_n_s=1, koff_per_s=1, hill=0), r"hill = 0 is not allowed"),
    ],
)
def test_wrong_values_are_refused_by_name_and_range(call, message):
    with pytest.raises(ValueError, match=message):
        call(BindingKinetics(kon_per_nM_n_s=1, koff_per_s=1))

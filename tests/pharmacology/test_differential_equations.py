"""The closed form against a general solver, which integrates the same equations written down afresh.

The constants are typed here from the literature review, not read from the library.
"""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from ldn.pharmacology import NaltrexoneParameters, occupancy, simulate

TYPICAL = {
    "ka": 1.2, "F": 0.195, "fabs": 0.96, "CL": 210.0, "Vc": 260.0, "Q": 100.0, "Vp": 1090.0,
    "fm": 0.5, "CLm": 32.5, "Vm": 90.0, "Qm": 35.0, "Vmp": 280.0, "ke0": 0.0364, "kon": 0.0723, "koff": 0.0122,
}  # fmt: skip
LIBRARY_NAME = {
    "ka": "ka_per_h", "F": "bioavailability", "fabs": "fraction_absorbed", "CL": "CL_L_per_h", "Vc": "Vc_L",
    "Q": "Q_L_per_h", "Vp": "Vp_L", "fm": "fraction_to_naltrexol", "CLm": "CLm_L_per_h", "Vm": "Vm_L",
    "Qm": "Qm_L_per_h", "Vmp": "Vmp_L", "ke0": "ke0_per_h", "kon": "kon_per_nM_h", "koff": "koff_per_h",
}  # fmt: skip
GUT, CENTRAL, PERIPHERAL, MET_CENTRAL, MET_PERIPHERAL, BIOPHASE, BOUND, LOST = range(8)


def integrate(p, dose_mg, times, interval_h=24.0, n_doses=1):
    """States (8, T) in µmol (biophase nM, bound a fraction) by LSODA, restarted at each dose."""

    def slope(_, y):
        c = 1000 * y[CENTRAL] / p["Vc"]
        absorbed = p["ka"] * y[GUT]
        out, back = p["Q"] / p["Vc"] * y[CENTRAL], p["Q"] / p["Vp"] * y[PERIPHERAL]
        met_out, met_back = p["Qm"] / p["Vm"] * y[MET_CENTRAL], p["Qm"] / p["Vmp"] * y[MET_PERIPHERAL]
        cleared = p["CL"] / p["Vc"] * y[CENTRAL]
        met_cleared = p["CLm"] / p["Vm"] * y[MET_CENTRAL]
        first_pass = (p["fabs"] - p["F"]) * absorbed
        return [
            -absorbed,
            p["F"] * absorbed - cleared - out + back,
            out - back,
            p["fm"] * (first_pass + cleared) - met_cleared - met_out + met_back,
            met_out - met_back,
            p["ke0"] * (c - y[BIOPHASE]),
            p["kon"] * c * (1 - y[BOUND]) - p["koff"] * y[BOUND],
            (1 - p["fabs"]) * absorbed + (1 - p["fm"]) * (first_pass + cleared) + met_cleared,
        ]

    state = np.zeros(8)
    pieces = []
    for dose in range(n_doses):
        state = state.copy()
        state[GUT] += dose_mg / 377.86 * 1000
        start = dose * interval_h
        end = times[-1] if dose == n_doses - 1 else start + interval_h
        last = dose == n_doses - 1
        here = times[(times >= start) & ((times <= end) if last else (times < end))]
        solved = solve_ivp(
            slope, (start, end), state, method="LSODA", t_eval=np.union1d(here, [end]), rtol=1e-11, atol=1e-14
        )
        assert solved.success
        pieces.append(solved.y[:, np.isin(solved.t, here)])
        state = solved.y[:, -1]
    return np.concatenate(pieces, axis=1)


def library(p):
    return NaltrexoneParameters.typical().replace(**{LIBRARY_NAME[name]: value for name, value in p.items()})


def assert_same(ours, theirs, tolerance=1e-6):
    """Relative agreement wherever there is any drug; where there is none yet, rounding error at most."""
    some = theirs > 0
    np.testing.assert_allclose(ours[some], theirs[some], rtol=tolerance)
    assert np.all(np.abs(ours[~some]) <= tolerance * 1e-2 * np.max(theirs))


def assert_all_compartments_agree(p, profile, states, tolerance=1e-6):
    assert_same(profile.naltrexone_nM, 1000 * states[CENTRAL] / p["Vc"], tolerance)
    assert_same(profile.naltrexol_nM, 1000 * states[MET_CENTRAL] / p["Vm"], tolerance)
    assert_same(profile.biophase_nM, states[BIOPHASE], tolerance)
    response, regimen, times = profile.response, profile.regimen, profile.time_h
    for exponentials, state, volume in (
        (response.naltrexone_peripheral, PERIPHERAL, "Vp"),
        (response.naltrexol_peripheral, MET_PERIPHERAL, "Vmp"),
    ):
        ours = profile.dose_mg * exponentials.superposed(regimen, times)
        assert_same(ours, 1000 * states[state] / p[volume], tolerance)


@pytest.mark.parametrize("dose_mg", [1.5, 4.5, 50.0, 100.0])
def test_single_dose_in_every_compartment(dose_mg):
    profile = simulate(dose_mg, duration_h=72.0)
    states = integrate(TYPICAL, dose_mg, profile.time_h)
    assert_all_compartments_agree(TYPICAL, profile, states)


@pytest.mark.parametrize("interval_h", [8.0, 24.0, 36.0])
def test_repeated_doses_in_every_compartment(interval_h):
    profile = simulate(4.5, interval_h=interval_h, n_doses=5, duration_h=5 * interval_h + 30, step_h=0.1)
    states = integrate(TYPICAL, 4.5, profile.time_h, interval_h, 5)
    assert_all_compartments_agree(TYPICAL, profile, states)


@pytest.mark.parametrize(("dose_mg", "n_doses"), [(4.5, 1), (50.0, 1), (4.5, 4), (50.0, 4)])
def test_slow_dissociation(dose_mg, n_doses):
    profile = simulate(dose_mg, n_doses=n_doses, duration_h=24.0 * n_doses + 24)
    states = integrate(TYPICAL, dose_mg, profile.time_h, 24.0, n_doses)
    assert_same(occupancy(profile, link="slow_dissociation"), states[BOUND])


@pytest.mark.parametrize(("receptor", "ratio"), [("delta", 79.0), ("kappa", 2.0)])
def test_slow_dissociation_at_other_receptors_divides_association(receptor, ratio):
    profile = simulate(50.0, n_doses=2)
    states = integrate({**TYPICAL, "kon": TYPICAL["kon"] / ratio}, 50.0, profile.time_h, 24.0, 2)
    assert_same(occupancy(profile, receptor, "slow_dissociation"), states[BOUND])


def test_slow_dissociation_is_of_fourth_order():
    exact = integrate(TYPICAL, 50.0, np.array([0.0, 24.0]))[BOUND, -1]
    errors = [
        abs(occupancy(simulate(50.0, step_h=step), link="slow_dissociation")[-1] - exact)
        for step in (2.0, 1.0)
    ]
    assert errors[0] / errors[1] > 10  # 16 for the fourth order, 4 for the second


def test_steady_state_is_what_the_solver_comes_to():
    times = np.linspace(29 * 24.0, 30 * 24.0, 49)
    states = integrate(TYPICAL, 4.5, times, 24.0, 30)
    steady = simulate(4.5, n_doses=math.inf, step_h=0.5)
    assert_same(steady.naltrexone_nM, 1000 * states[CENTRAL] / TYPICAL["Vc"])
    assert_same(steady.biophase_nM, states[BIOPHASE])


def test_cirrhosis():
    ill = {**TYPICAL, "F": 0.8, "CL": 105.0, "fm": 0.41}
    profile = simulate(100.0, duration_h=48.0, parameters=NaltrexoneParameters.cirrhosis())
    assert_all_compartments_agree(ill, profile, integrate(ill, 100.0, profile.time_h))


def disposition(p):
    total = p["CL"] / p["Vc"] + p["Q"] / p["Vc"] + p["Q"] / p["Vp"]
    root = math.sqrt(total**2 - 4 * p["CL"] / p["Vc"] * p["Q"] / p["Vp"])
    return (total + root) / 2, (total - root) / 2


@pytest.mark.parametrize("gap", [0.0, 1e-12, 1e-9, 1e-6, 9e-5, 1.1e-4, 1e-3])
@pytest.mark.parametrize(("rate", "phase"), [("ka", 0), ("ka", 1), ("ke0", 0), ("ke0", 1)])
def test_equal_and_nearly_equal_rates(gap, rate, phase):
    p = {**TYPICAL, rate: disposition(TYPICAL)[phase] * (1 + gap)}
    profile = simulate(4.5, duration_h=48.0, step_h=0.25, parameters=library(p))
    assert np.isfinite(profile.naltrexol_nM).all()
    assert_all_compartments_agree(p, profile, integrate(p, 4.5, profile.time_h))


def test_three_equal_rates():
    slow = disposition(TYPICAL)[1]
    p = {**TYPICAL, "ka": slow, "ke0": slow}
    profile = simulate(4.5, duration_h=48.0, step_h=0.25, parameters=library(p))
    assert_all_compartments_agree(p, profile, integrate(p, 4.5, profile.time_h), tolerance=1e-5)


def test_parent_and_metabolite_of_equal_rates():
    p = {**TYPICAL, "CLm": TYPICAL["CL"], "Vm": TYPICAL["Vc"], "Qm": TYPICAL["Q"], "Vmp": TYPICAL["Vp"]}
    profile = simulate(4.5, duration_h=48.0, step_h=0.25, parameters=library(p))
    assert_all_compartments_agree(p, profile, integrate(p, 4.5, profile.time_h))


def test_the_solver_keeps_the_mass():
    times = np.linspace(0.0, 72.0, 100)
    states = integrate(TYPICAL, 50.0, times)
    total = states[[GUT, CENTRAL, PERIPHERAL, MET_CENTRAL, MET_PERIPHERAL, LOST]].sum(axis=0)
    np.testing.assert_allclose(total, 50 / 377.86 * 1000, rtol=1e-8)


@settings(max_examples=25, deadline=None)
@given(
    factors=st.fixed_dictionaries({name: st.floats(0.3, 3.0) for name in TYPICAL if name not in ("F", "fabs", "fm")}),
    bioavailability=st.floats(0.02, 0.9),
    formed=st.floats(0.05, 1.0),
)  # fmt: skip
def test_any_constants(factors, bioavailability, formed):
    p = {name: value * factors.get(name, 1.0) for name, value in TYPICAL.items()}
    p |= {"F": bioavailability, "fm": formed}
    profile = simulate(4.5, duration_h=36.0, step_h=0.25, parameters=library(p))
    assert_all_compartments_agree(p, profile, integrate(p, 4.5, profile.time_h), tolerance=2e-6)

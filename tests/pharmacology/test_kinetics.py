import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ldn.pharmacology import NaltrexoneParameters, simulate, unit_response

doses = st.floats(0.1, 200.0)
intervals = st.sampled_from([6.0, 8.0, 12.0, 24.0, 48.0])
typical = NaltrexoneParameters.typical()
varied = st.builds(
    lambda **changes: typical.replace(**changes),
    ka_per_h=st.floats(0.05, 10.0),
    bioavailability=st.floats(0.01, 0.96),
    CL_L_per_h=st.floats(10.0, 800.0),
    Vc_L=st.floats(20.0, 2000.0),
    Q_L_per_h=st.floats(1.0, 800.0),
    Vp_L=st.floats(20.0, 5000.0),
    CLm_L_per_h=st.floats(3.0, 300.0),
    Vm_L=st.floats(10.0, 900.0),
    Qm_L_per_h=st.floats(1.0, 300.0),
    Vmp_L=st.floats(20.0, 2000.0),
    ke0_per_h=st.floats(0.005, 3.0),
)
series = ("naltrexone_nM", "naltrexol_nM", "biophase_nM")


@settings(deadline=None)
@given(parameters=varied)
def test_mass_balance_of_one_dose(parameters):
    """What reaches the circulation is cleared: CL · AUC = F · dose, and likewise for 6β-naltrexol."""
    response = unit_response(parameters)
    dose_nmol = 1e6 / 377.86
    entered = parameters.bioavailability * dose_nmol
    formed = parameters.fraction_to_naltrexol * (
        (parameters.fraction_absorbed - parameters.bioavailability) * dose_nmol + entered
    )
    assert parameters.CL_L_per_h * response.naltrexone.area_nM_h_per_mg == pytest.approx(entered, rel=1e-6)
    assert parameters.CLm_L_per_h * response.naltrexol.area_nM_h_per_mg == pytest.approx(formed, rel=1e-6)
    assert response.biophase.area_nM_h_per_mg == pytest.approx(response.naltrexone.area_nM_h_per_mg, rel=1e-6)


@settings(deadline=None)
@given(parameters=varied)
def test_peripheral_and_central_areas_are_equal(parameters):
    response = unit_response(parameters)
    assert response.naltrexone_peripheral.area_nM_h_per_mg == pytest.approx(
        response.naltrexone.area_nM_h_per_mg, rel=1e-6
    )
    assert response.naltrexol_peripheral.area_nM_h_per_mg == pytest.approx(
        response.naltrexol.area_nM_h_per_mg, rel=1e-6
    )


@settings(deadline=None)
@given(dose=doses, factor=st.floats(0.1, 5.0), parameters=varied)
def test_linear_in_dose(dose, factor, parameters):
    one = simulate(dose, step_h=0.5, parameters=parameters)
    other = simulate(dose * factor, step_h=0.5, parameters=parameters)
    for name in series:
        np.testing.assert_allclose(getattr(other, name), factor * getattr(one, name), rtol=1e-9, atol=1e-12)


@settings(deadline=None)
@given(dose=doses, interval=intervals, n=st.integers(2, 6))
def test_superposition(dose, interval, n):
    """n doses are n single doses, each shifted by its time."""
    many = simulate(dose, interval_h=interval, n_doses=n, step_h=0.5)
    times = many.time_h
    for name in ("naltrexone", "naltrexol", "biophase"):
        single = getattr(many.response, name)
        shifted = [
            np.where(times >= j * interval, single.after(np.maximum(times - j * interval, 0.0)), 0.0)
            for j in range(n)
        ]
        np.testing.assert_allclose(
            getattr(many, f"{name}_nM"), dose * np.sum(shifted, axis=0), rtol=1e-9, atol=1e-9
        )


@settings(deadline=None)
@given(interval=intervals, parameters=varied)
def test_steady_state_is_the_limit_of_many_doses(interval, parameters):
    slowest = min(
        getattr(unit_response(parameters), name).rates_per_h.min() for name in ("naltrexol", "biophase")
    )
    n = math.ceil(30.0 / (slowest * interval)) + 2
    steady = simulate(4.5, interval_h=interval, n_doses=math.inf, step_h=1.0, parameters=parameters)
    late = simulate(
        4.5, interval_h=interval, n_doses=n, start_h=(n - 1) * interval, step_h=1.0, parameters=parameters
    )
    for name in series:
        limit = getattr(steady, name)
        np.testing.assert_allclose(getattr(late, name), limit, rtol=1e-7, atol=1e-9 * limit.max())


@settings(deadline=None)
@given(parameters=varied)
def test_at_steady_state_an_interval_has_the_area_of_one_dose(parameters):
    summary = simulate(4.5, n_doses=math.inf, parameters=parameters).summary()
    np.testing.assert_allclose(summary["auc_nM_h"], summary["auc_per_dose_nM_h"], rtol=1e-6)


@settings(deadline=None)
@given(dose=doses, parameters=varied)
def test_concentrations_are_never_negative_and_start_at_nothing(dose, parameters):
    profile = simulate(dose, step_h=0.25, duration_h=240.0, parameters=parameters)
    for name in series:
        values = getattr(profile, name)
        assert np.isfinite(values).all()
        assert (values >= 0).all()
        assert values[0] <= 1e-7 * values.max()


def test_steady_state_repeats_itself():
    two = simulate(4.5, n_doses=math.inf, duration_h=48.0)
    assert two.steady_state
    half = len(two.time_h) // 2
    np.testing.assert_allclose(two.biophase_nM[: half + 1], two.biophase_nM[half:], rtol=1e-10)


def test_a_late_start_is_the_end_of_the_whole_course():
    whole = simulate(4.5, n_doses=7)
    day = simulate(4.5, n_doses=7, start_h=144.0)
    np.testing.assert_allclose(day.naltrexol_nM, whole.naltrexol_nM[-len(day.time_h) :], rtol=1e-10)


def test_the_unit_response_is_coefficients_and_rates_per_mg():
    response = unit_response()
    profile = simulate(4.5)
    for name, exponentials in (("naltrexone", 3), ("naltrexol", 5), ("biophase", 4)):
        curve = getattr(response, name)
        assert curve.rates_per_h.shape == curve.coefficients_nM_per_mg.shape == (exponentials,)
        by_hand = 4.5 * sum(
            c * np.exp(-r * profile.time_h)
            for c, r in zip(curve.coefficients_nM_per_mg, curve.rates_per_h, strict=True)
        )
        np.testing.assert_allclose(getattr(profile, f"{name}_nM"), by_hand, atol=1e-12)


def test_the_peak_lies_between_times_of_a_coarse_grid():
    coarse = simulate(50.0, step_h=1.0).summary().loc["naltrexone"]
    fine = simulate(50.0, step_h=0.01).summary().loc["naltrexone"]
    assert coarse["cmax_nM"] == pytest.approx(fine["cmax_nM"], rel=1e-5)
    assert coarse["tmax_h"] == pytest.approx(fine["tmax_h"], abs=5e-3)


def test_summary_agrees_with_the_curve():
    profile = simulate(4.5, duration_h=24.0, step_h=0.01)
    summary = profile.summary()
    trapezoid = np.trapezoid(profile.naltrexone_nM, profile.time_h)
    assert summary.loc["naltrexone", "auc_nM_h"] == pytest.approx(trapezoid, rel=1e-4)
    ratio = summary["cmax_ng_per_mL"] / summary["cmax_nM"]
    assert ratio["naltrexone"] == pytest.approx(0.34141, rel=1e-6)
    assert ratio["naltrexol"] == pytest.approx(0.343423, rel=1e-6)


def test_to_frame_has_units_in_its_columns():
    frame = simulate(4.5).to_frame()
    assert isinstance(frame, pd.DataFrame)
    assert list(frame.columns) == ["time_h", "naltrexone_nM", "naltrexol_nM", "biophase_nM"]
    assert len(frame) == 481


@pytest.mark.parametrize(
    ("regimen", "words"),
    [
        ({}, "Oral naltrexone 4.5 mg once: plasma naltrexone peaks at 3.31 nM (1.13 ng/mL) at 0.85 h"),
        ({"n_doses": math.inf}, "4.5 mg every 24 h at steady state"),
        ({"n_doses": 3, "interval_h": 12.0}, "4.5 mg every 12 h, 3 doses"),
    ],
)
def test_a_profile_reads_as_a_sentence(regimen, words):
    assert words in repr(simulate(4.5, **regimen))


def test_no_dose_gives_no_drug():
    assert simulate(0.0).naltrexone_nM.max() == 0.0


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"dose_mg": -1}, ValueError, r"dose_mg = -1 mg .* 0 to 1000 mg"),
        ({"dose_mg": 4500}, ValueError, r"dose_mg = 4500 mg"),
        ({"dose_mg": math.nan}, ValueError, "dose_mg = nan"),
        ({"dose_mg": "4.5"}, TypeError, "dose_mg must be a number in mg, got str"),
        ({"dose_mg": True}, TypeError, "dose_mg must be a number"),
        ({"interval_h": 0}, ValueError, r"interval_h = 0 h .* above 0"),
        ({"n_doses": 0}, ValueError, "n_doses = 0"),
        ({"n_doses": 1.5}, TypeError, "n_doses must be a whole number or math.inf"),
        ({"duration_h": 0}, ValueError, "duration_h = 0 h"),
        ({"step_h": 0}, ValueError, "step_h = 0 h"),
        ({"step_h": 25.0}, ValueError, r"step_h = 25 h .* 24 h"),
        ({"step_h": 1e-6}, ValueError, "step_h = 1e-06 h"),
        ({"start_h": -1}, ValueError, "start_h = -1 h"),
        ({"start_h": 24.0}, ValueError, "give duration_h"),
        ({"n_doses": math.inf, "start_h": 1.0}, ValueError, "0 h at steady state"),
        ({"n_doses": math.inf, "duration_h": 30.0}, ValueError, "whole number of intervals of 24 h"),
        ({"parameters": {"ka_per_h": 1}}, TypeError, "parameters must be NaltrexoneParameters"),
    ],
)
def test_wrong_arguments_are_named(arguments, error, words):
    with pytest.raises(error, match=words):
        simulate(**{"dose_mg": 4.5, **arguments})


def test_integers_and_numpy_numbers_are_numbers():
    assert simulate(np.float32(5), n_doses=np.int64(2)).dose_mg == 5.0


@pytest.mark.parametrize(
    "regimen", [{"n_doses": 1}, {"n_doses": 4}, {"n_doses": math.inf, "duration_h": 72.0}]
)
def test_the_area_is_the_integral_of_the_curve_from_0(regimen):
    profile = simulate(1.0, step_h=0.01, **regimen)
    area = profile.response.naltrexone.superposed_area(profile.regimen, profile.time_h)
    steps = (profile.naltrexone_nM[1:] + profile.naltrexone_nM[:-1]) / 2 * np.diff(profile.time_h)
    np.testing.assert_allclose(area, np.concatenate([[0.0], np.cumsum(steps)]), atol=1e-4 * area[-1])

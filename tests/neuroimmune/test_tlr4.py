"""The TLR4 model: against the same equations written afresh, against a digest made with another implementation,
and in the limits that biology demands of it.
"""

import math
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from ldn.neuroimmune import blocked_fraction, half_rise_min, peak_times_min, tlr4_response

# Constants typed here from the literature review, not read from the library.
C = {
    "del": 0.0299, "EC50": 3.0, "w_M": 1.0, "w_T": 0.863, "K_T": 1.2, "k_des": 0.00256, "k_rec": 0.001, "k_d": 0.0602,
    "k_b": 0.0681, "s0": 0.000242, "s1": 0.048, "g_m": 0.0307, "k_t": 0.145, "g_I": 0.00889, "k_f": 0.0264,
    "b0": 0.0002, "b_N": 0.0495, "b_3": 0.0412, "g_T": 0.0318, "k_s": 0.02, "g_P": 0.00725,
}  # fmt: skip
REST = {"nuclear_nfkb": 0.00971, "ikba_mrna": 0.00803, "tnf_mrna": 0.00644, "tnf": 0.0178}


def integrate(lps, t_end, *, w_M=None, b_3=None, s1=None, ec50=None, signal=1.0):
    """Runs to rest without endotoxin for 40 days, then to t_end with it; Radau rather than LSODA."""
    p = dict(C)
    for name, value in (("w_M", w_M), ("b_3", b_3), ("s1", s1), ("EC50", ec50)):
        if value is not None:
            p[name] = value

    def slope(L):
        h = L / (p["EC50"] + L)

        def f(_t, y):
            receptors, nfkb, im, ikb, tm, tnf = y
            a = h * receptors * signal
            kinase = p["w_M"] * a + p["w_T"] * tnf / (tnf + p["K_T"])
            export = p["k_b"] * ikb * nfkb / (p["del"] + nfkb)
            return [
                -p["k_des"] * h * receptors + p["k_rec"] * (1 - receptors),
                p["k_d"] * kinase * (1 - nfkb) - export,
                p["s0"] + p["s1"] * nfkb * nfkb - p["g_m"] * im,
                p["k_t"] * im - export - p["g_I"] * ikb - p["k_f"] * kinase * ikb,
                p["b0"] + p["b_N"] * nfkb * nfkb + p["b_3"] * a - p["g_T"] * tm,
                p["k_s"] * tm - p["g_P"] * tnf,
            ]

        return f

    tight = {"method": "Radau", "rtol": 1e-9, "atol": 1e-12}
    rest = solve_ivp(slope(0.0), (0, 57_600), [1, 0.01, 0.008, 0.045, 0.0064, 0.018], **tight).y[:, -1]
    return solve_ivp(slope(lps), (0, t_end), rest, t_eval=np.arange(0, t_end + 1, 10.0), **tight).y


@pytest.mark.parametrize(
    ("arguments", "as_constants"),
    [
        ({}, {}),
        ({"myd88": 0.0}, {"w_M": 0.0}),
        ({"trif": 0.0}, {"b_3": 0.0}),
        ({"inducible_ikba": 0.3}, {"s1": 0.048 * 0.3}),
        ({"antagonist_uM": 300.0, "ic50_uM": 100.0}, {"signal": 0.25}),
        ({"antagonist_uM": 300.0, "ic50_uM": 100.0, "competitive": True}, {"ec50": 12.0}),
        ({"antagonist_uM": 300.0, "ic50_uM": 100.0, "blocks": "trif"}, {"b_3": 0.0412 * 0.25}),
    ],
)
@pytest.mark.parametrize("lps", [0.1, 100.0])
def test_agrees_with_the_equations_written_afresh(lps, arguments, as_constants):
    response = tlr4_response(lps, duration_min=600, step_min=10, **arguments)
    _, nfkb, im, ikb, tm, tnf = integrate(lps, 600, **as_constants)
    for column, expected in [
        ("nuclear_nfkb", nfkb),
        ("ikba_total", ikb + 1 - nfkb),
        ("ikba_mrna", im),
        ("tnf_mrna", tm),
        ("tnf", tnf),
    ]:
        np.testing.assert_allclose(response[column], expected, rtol=2e-5, atol=1e-8, err_msg=column)


def test_without_stimulus_nothing_moves_from_the_published_rest():
    response = tlr4_response(0.0)
    for column, value in REST.items():
        np.testing.assert_allclose(response[column], value, rtol=5e-3, err_msg=column)
        assert np.ptp(response[column]) < 1e-6 * value


@pytest.mark.parametrize(
    ("lps", "percent"), [(0.01, 1.9), (0.1, 11.4), (1.0, 43.7), (10.0, 86.5)]
)  # peak TNF as % of its maximum, from the review's own implementation
def test_dose_response_of_the_digest(lps, percent):
    full = tlr4_response(1e5)["tnf"].max()
    assert 100 * tlr4_response(lps)["tnf"].max() / full == pytest.approx(percent, abs=0.6)


@pytest.mark.parametrize(
    ("arguments", "fall_percent"),
    [
        ({}, ["0.003", "0.024", "0.84", "7.7", "44", "59"]),
        ({"competitive": True}, ["0.0005", "0.004", "0.13", "1.3", "11", "20"]),
        ({"blocks": "trif"}, ["0.002", "0.019", "0.68", "6.3", "35", "47"]),
    ],
)
def test_concentration_gap_of_the_digest(arguments, fall_percent):
    """Fall of peak TNF at IC50 100 µM and LPS 10 ng/mL: 3.5 and 28 nM (4.5 mg), then 1 to 200 µM."""
    free = tlr4_response(10.0)["tnf"].max()
    for uM, printed in zip([0.0035, 0.028, 1, 10, 100, 200], fall_percent, strict=True):
        half_of_the_last_digit = 0.51 * 10.0 ** Decimal(printed).as_tuple().exponent
        blocked = tlr4_response(10.0, antagonist_uM=uM, ic50_uM=100.0, **arguments)["tnf"].max()
        assert 100 * (1 - blocked / free) == pytest.approx(float(printed), abs=half_of_the_last_digit)


def test_time_course_of_the_digest():
    response = tlr4_response(100.0).set_index("time_min")
    tnf = 100 * response["tnf"] / response["tnf"].max()
    assert [round(tnf[t]) for t in (60, 120, 240, 480, 960)] == [33, 68, 97, 92, 67]
    assert response["nuclear_nfkb"].max() == pytest.approx(0.72, abs=0.005)


# What biology demands


def test_a_trif_biased_blocker_spares_nfkb_and_still_lowers_tnf():
    free = tlr4_response(10.0)
    biased = tlr4_response(10.0, antagonist_uM=100.0, ic50_uM=100.0, blocks="trif")
    both = tlr4_response(10.0, antagonist_uM=100.0, ic50_uM=100.0, blocks="both")
    first = int(peak_times_min(free)[0] / 0.5)
    fall_of_first_peak = 1 - biased["nuclear_nfkb"][first] / free["nuclear_nfkb"][first]
    assert 0 < fall_of_first_peak < 0.03
    assert biased["tnf"].max() < 0.7 * free["tnf"].max()
    assert 1 - both["nuclear_nfkb"][first] / free["nuclear_nfkb"][first] > 5 * fall_of_first_peak


def test_without_both_arms_the_cell_is_deaf():
    deaf = tlr4_response(1000.0, myd88=0.0, trif=0.0)
    pd.testing.assert_frame_equal(deaf, tlr4_response(0.0), rtol=1e-6)


def test_without_myd88_nfkb_comes_late_and_not_without_trif():
    wild_type, knockout = tlr4_response(100.0), tlr4_response(100.0, myd88=0.0)
    assert half_rise_min(knockout) > half_rise_min(wild_type) + 15
    assert math.isnan(half_rise_min(tlr4_response(100.0, myd88=0.0, trif=0.0)))


def test_without_inducible_ikba_nfkb_stays_in_the_nucleus_and_does_not_oscillate():
    response = tlr4_response(100.0, inducible_ikba=0.0)
    assert peak_times_min(response).size == 0
    assert response["nuclear_nfkb"].iloc[-1] > 0.9


def test_tnf_oscillates_deeper_than_endotoxin():
    """Covert 2005: endotoxin gives stable, TNF oscillating NF-κB."""

    def trough_over_first_peak(response):
        first, second = (peak_times_min(response)[:2] / 0.5).astype(int)
        nfkb = response["nuclear_nfkb"].to_numpy()
        return nfkb[first:second].min() / nfkb[first]

    assert trough_over_first_peak(tlr4_response(0.0, tnf_clamp=20.0)) < 0.8 * trough_over_first_peak(
        tlr4_response(100.0)
    )


def test_a_clamp_holds_tnf():
    clamped = tlr4_response(10.0, tnf_clamp=2.0)
    np.testing.assert_allclose(clamped["tnf"], 2.0 * C["K_T"])
    assert tlr4_response(0.0, tnf_clamp=0.0)["nuclear_nfkb"].iloc[-1] < 1e-3


def test_more_endotoxin_overcomes_only_a_competitive_antagonist():
    blocker = {"antagonist_uM": 900.0, "ic50_uM": 100.0}
    free = tlr4_response(1e6)["tnf"].max()
    assert tlr4_response(1e6, competitive=True, **blocker)["tnf"].max() == pytest.approx(free, rel=1e-3)
    assert tlr4_response(1e6, **blocker)["tnf"].max() < 0.5 * free


def test_tnf_without_myd88_is_as_high_as_the_documentation_admits():
    ratio = tlr4_response(100.0, myd88=0.0)["tnf"].max() / tlr4_response(100.0)["tnf"].max()
    assert ratio == pytest.approx(0.83, abs=0.01)


levels = st.floats(0.0, 3.0)


@settings(max_examples=40, deadline=None)
@given(
    lps=st.floats(0.0, 1e5), myd88=levels, trif=levels, ikba=levels, clamp=st.none() | st.floats(0.0, 100.0)
)
def test_fractions_stay_fractions_and_nothing_is_negative(lps, myd88, trif, ikba, clamp):
    response = tlr4_response(
        lps, duration_min=300, myd88=myd88, trif=trif, inducible_ikba=ikba, tnf_clamp=clamp
    )
    assert response["nuclear_nfkb"].between(-1e-9, 1 + 1e-9).all()
    assert (response.min() >= -1e-9).all()
    assert np.isfinite(response.to_numpy()).all()


@settings(max_examples=25, deadline=None)
@given(
    low=st.floats(0.0, 500.0),
    more=st.floats(1.0, 500.0),
    how=st.sampled_from([{}, {"competitive": True}, {"blocks": "trif"}]),
)
def test_more_antagonist_never_raises_tnf(low, more, how):
    peaks = [
        tlr4_response(10.0, antagonist_uM=uM, ic50_uM=100.0, **how)["tnf"].max() for uM in (low, low + more)
    ]
    assert peaks[1] < peaks[0]


@settings(max_examples=25, deadline=None)
@given(low=st.floats(0.01, 300.0), factor=st.floats(1.1, 100.0))
def test_more_endotoxin_never_lowers_the_peak_of_tnf(low, factor):
    assert tlr4_response(low * factor)["tnf"].max() > tlr4_response(low)["tnf"].max()


def test_rows_follow_duration_and_step_and_the_values_do_not():
    coarse, fine = tlr4_response(10.0, duration_min=120, step_min=10), tlr4_response(10.0, duration_min=120)
    assert coarse["time_min"].tolist() == list(range(0, 121, 10))
    assert len(fine) == 241
    assert list(coarse) == ["time_min", "nuclear_nfkb", "ikba_total", "ikba_mrna", "tnf_mrna", "tnf"]
    pd.testing.assert_frame_equal(coarse, fine.iloc[::20].reset_index(drop=True), rtol=1e-5)
    assert tlr4_response(10.0, duration_min=25, step_min=10)["time_min"].tolist() == [0, 10, 20]


def test_half_of_the_signal_goes_at_the_ic50():
    assert blocked_fraction(100.0, 100.0) == 0.5
    assert blocked_fraction(0.0, None) == 0.0
    assert blocked_fraction(300.0, 100.0) == 0.75


def test_landmarks_of_a_known_curve():
    minutes = np.arange(0.0, 401.0, 1.0)
    wave = pd.DataFrame({"time_min": minutes, "nuclear_nfkb": 1 - np.cos(2 * np.pi * minutes / 100)})
    assert peak_times_min(wave).tolist() == [50, 150, 250, 350]
    assert half_rise_min(wave) == pytest.approx(25, abs=0.01)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"lps_ng_per_mL": -1}, ValueError, "lps_ng_per_mL = -1 ng/mL"),
        ({"lps_ng_per_mL": math.nan}, ValueError, "lps_ng_per_mL"),
        ({"lps_ng_per_mL": "100"}, TypeError, "lps_ng_per_mL"),
        ({"duration_min": 0}, ValueError, "duration_min = 0 min"),
        ({"step_min": -1}, ValueError, "step_min"),
        ({"myd88": -0.1}, ValueError, "myd88 = -0.1"),
        ({"myd88": True}, TypeError, "myd88"),
        ({"trif": 11}, ValueError, "trif = 11"),
        ({"inducible_ikba": math.inf}, ValueError, "inducible_ikba"),
        ({"tnf_clamp": -2}, ValueError, "tnf_clamp = -2"),
        ({"antagonist_uM": -5, "ic50_uM": 1}, ValueError, "antagonist_uM = -5 µM"),
        ({"antagonist_uM": 5}, ValueError, "ic50_uM = None.*antagonist_uM = 5 µM"),
        ({"antagonist_uM": 5, "ic50_uM": 0}, ValueError, "ic50_uM = 0 µM"),
        ({"blocks": "nfkb"}, ValueError, "blocks = 'nfkb'.*both, trif"),
        ({"competitive": 1}, TypeError, "competitive"),
        ({"competitive": True, "blocks": "trif"}, ValueError, "competitive.*both"),
    ],
)
def test_errors_name_argument_value_and_range(arguments, error, words):
    with pytest.raises(error, match=words):
        tlr4_response(**arguments)


def test_a_landmark_of_an_unknown_column_is_refused():
    with pytest.raises(ValueError, match=r"column = 'ifn_beta'.*nuclear_nfkb"):
        peak_times_min(tlr4_response(1.0, duration_min=10), "ifn_beta")


def test_a_damp_as_strong_as_endotoxin_is_endotoxin():
    """One half-maximal amount at full strength is EC50 = 3 ng/mL of endotoxin (the digest's constant)."""
    damp = tlr4_response(0.0, damp_per_ec50=1.0, duration_min=120)
    pd.testing.assert_frame_equal(damp, tlr4_response(3.0, duration_min=120), rtol=1e-6)


@pytest.mark.parametrize(("lps", "damp", "strength"), [(10.0, 5.0, 0.3), (0.0, 2.0, 0.5), (1.0, 40.0, 0.0)])
def test_two_ligands_share_the_receptors(lps, damp, strength):
    """Gaddum's competition, in the equations as written afresh: h = (L/EC50 + e D)/(1 + L/EC50 + D)."""
    h = (lps / C["EC50"] + strength * damp) / (1 + lps / C["EC50"] + damp)
    as_endotoxin = C["EC50"] * h / (1 - h)
    expected = integrate(as_endotoxin, 240)
    seen = tlr4_response(lps, damp_per_ec50=damp, damp_strength=strength, duration_min=240, step_min=10)
    np.testing.assert_allclose(seen["nuclear_nfkb"], expected[1], rtol=1e-5)
    np.testing.assert_allclose(seen["tnf"], expected[5], rtol=1e-5)


def test_a_weak_damp_lowers_the_answer_to_endotoxin_and_a_strong_one_raises_it():
    alone = tlr4_response(10.0)["tnf"].max()
    assert tlr4_response(10.0, damp_per_ec50=20, damp_strength=0.2)["tnf"].max() < alone
    assert tlr4_response(10.0, damp_per_ec50=20, damp_strength=1.0)["tnf"].max() > alone
    at_rest = tlr4_response(0.0)["tnf"].max()
    assert tlr4_response(0.0, damp_per_ec50=20, damp_strength=0.2)["tnf"].max() > at_rest


def test_a_competitive_blocker_holds_back_both_ligands_alike():
    """At A = IC50 both half-maximal concentrations double: the same as half of each ligand without blocker."""
    blocked = tlr4_response(
        8.0,
        damp_per_ec50=4,
        damp_strength=0.6,
        antagonist_uM=5,
        ic50_uM=5,
        competitive=True,
        duration_min=120,
    )
    half = tlr4_response(4.0, damp_per_ec50=2, damp_strength=0.6, duration_min=120)
    pd.testing.assert_frame_equal(blocked, half, rtol=1e-6)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"damp_per_ec50": -1}, r"damp_per_ec50 = -1 is not allowed: at least 0"),
        ({"damp_strength": 1.5}, r"damp_strength = 1\.5 is not allowed: 0 to 1"),
    ],
)
def test_an_impossible_damp_is_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        tlr4_response(10.0, **arguments)

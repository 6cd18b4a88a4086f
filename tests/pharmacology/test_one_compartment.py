"""The one-compartment model against its textbook form, its own differential equations, and its limits."""

import math

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from ldn import pharmacology
from ldn.pharmacology import NaltrexoneParameters, peak_of
from ldn.reference import observation

TYPICAL = NaltrexoneParameters.typical()
TIME_H = np.linspace(0, 48, 97)


def test_plasma_is_the_bateman_function():
    p = TYPICAL.replace(ka_per_h=3.05)
    V = p.Vc_L + p.Vp_L
    k = p.CL_L_per_h / V
    nmol = 1000 * 1000 / 377.86
    bateman = (
        nmol * p.bioavailability * 3.05 / (V * (3.05 - k)) * (np.exp(-k * TIME_H) - np.exp(-3.05 * TIME_H))
    )
    found = pharmacology.one_compartment_response(p).naltrexone.after(TIME_H)
    assert found == pytest.approx(bateman, rel=1e-12, abs=1e-12)


def test_metabolite_solves_its_differential_equations():
    p = TYPICAL
    V, nmol = p.Vc_L + p.Vp_L, 1000 * 1000 / 377.86

    def change(_, y):
        gut, parent, central, peripheral = y
        cleared = p.CL_L_per_h / V * parent
        formed = p.fraction_to_naltrexol * (
            (p.fraction_absorbed - p.bioavailability) * p.ka_per_h * gut + cleared
        )
        exchange = p.Qm_L_per_h * (central / p.Vm_L - peripheral / p.Vmp_L)
        return [
            -p.ka_per_h * gut,
            p.bioavailability * p.ka_per_h * gut - cleared,
            formed - p.CLm_L_per_h / p.Vm_L * central - exchange,
            exchange,
        ]

    solved = solve_ivp(
        change, (0, 48), [nmol, 0, 0, 0], t_eval=TIME_H, rtol=1e-10, atol=1e-10, method="LSODA"
    )
    found = pharmacology.one_compartment_response(p).naltrexol.after(TIME_H)
    assert found == pytest.approx(solved.y[2] / p.Vm_L, rel=1e-6, abs=1e-8)


def test_two_compartments_become_one_when_the_exchange_is_quick():
    """The limit Q → ∞ of the course's model is this one, for naltrexone and for its metabolite."""
    quick = TYPICAL.replace(Q_L_per_h=1e4)
    two = pharmacology.unit_response(quick)
    one = pharmacology.one_compartment_response(quick)
    later = TIME_H[4:49]
    assert two.naltrexone.after(later) == pytest.approx(one.naltrexone.after(later), rel=0.05)
    assert two.naltrexol.after(later) == pytest.approx(one.naltrexol.after(later), rel=0.05)
    slower = pharmacology.unit_response(TYPICAL.replace(Q_L_per_h=1e3))
    gap = np.abs(two.naltrexone.after(later) / one.naltrexone.after(later) - 1).max()
    assert gap < np.abs(slower.naltrexone.after(later) / one.naltrexone.after(later) - 1).max() / 5


def test_areas_do_not_know_the_number_of_compartments():
    one, two = pharmacology.one_compartment_response(), pharmacology.unit_response()
    dose_over_clearance = 0.195 * 1e6 / 377.86 / 210
    assert float(one.naltrexone.area_nM_h_per_mg) == pytest.approx(dose_over_clearance, rel=1e-9)
    for substance in ("naltrexone", "naltrexol"):
        areas = [float(getattr(response, substance).area_nM_h_per_mg) for response in (one, two)]
        assert areas[0] == pytest.approx(areas[1], rel=1e-6)
    bolus = pharmacology.intravenous_response()
    assert float(bolus.area_nM_h_per_mg) == pytest.approx(dose_over_clearance / 0.195, rel=1e-9)


def test_a_bolus_starts_at_dose_over_central_volume_and_ends_with_the_oral_half_life():
    bolus, oral = pharmacology.intravenous_response(), pharmacology.unit_response().naltrexone
    assert float(bolus.coefficients_nM_per_mg.sum()) == pytest.approx(1e6 / 377.86 / 260, rel=1e-9)
    assert float(bolus.rates_per_h.min()) == pytest.approx(float(oral.rates_per_h.min()), rel=1e-9)


@pytest.mark.parametrize("ka_per_h", [0.3, 1.2, 3.05, 20.0])
def test_peak_over_area_is_that_of_the_closed_form_and_below_the_rate(ka_per_h):
    p = TYPICAL.replace(ka_per_h=ka_per_h)
    curve = pharmacology.one_compartment_response(p).naltrexone
    height, time = peak_of(curve)
    k = p.CL_L_per_h / (p.Vc_L + p.Vp_L)
    assert time == pytest.approx(math.log(ka_per_h / k) / (ka_per_h - k), rel=1e-6)
    ratio = height / float(curve.area_nM_h_per_mg)
    assert ratio == pytest.approx(
        pharmacology.peak_to_area_of_one_compartment(math.log(2) / k, time), rel=1e-6
    )
    assert ratio < k


def test_published_peaks_over_areas_are_beyond_one_compartment():
    """Evidence digest, section 8: about 0.3 per h seen, at most 0.17 with a half-life of 4 h, 0.15 at 1 h."""
    most = pharmacology.peak_to_area_of_one_compartment(4)
    assert most == pytest.approx(0.173, abs=0.0005)
    assert pharmacology.peak_to_area_of_one_compartment(4, 1) == pytest.approx(0.146, abs=0.0005)
    for peak, area in (
        ("cmax_2_4mg", "auc_2_4mg"),
        ("cmax_50mg_be_test", "auc_50mg_be_test"),
        ("cmax_50mg_be_reference", "auc_50mg_be_reference"),
    ):
        assert observation(peak).value / observation(area).value > 1.4 * most
    height, _ = peak_of(pharmacology.unit_response().naltrexone)
    assert height / float(pharmacology.unit_response().naltrexone.area_nM_h_per_mg) == pytest.approx(
        0.3, abs=0.01
    )


def test_one_compartment_with_the_digest_s_numbers_peaks_at_half_of_what_was_seen():
    """Digest: half-life 4 h, peak at 1 h, CL 210, F 0.195 give 6.1 ng/mL against 13 to 17."""
    V = 210 * 4 / math.log(2)
    p = TYPICAL.replace(ka_per_h=3.05, Vc_L=260, Vp_L=V - 260)
    height, time = peak_of(pharmacology.one_compartment_response(p).naltrexone)
    assert time == pytest.approx(1.0, abs=0.02)
    assert 50 * height * 0.34141 == pytest.approx(6.1, abs=0.05)


@pytest.mark.parametrize(("half_life_h", "tmax_h"), [(0, 1), (-4, 1), (4, -1), (math.nan, 1)])
def test_impossible_times_are_refused(half_life_h, tmax_h):
    with pytest.raises(ValueError, match="is not allowed"):
        pharmacology.peak_to_area_of_one_compartment(half_life_h, tmax_h)

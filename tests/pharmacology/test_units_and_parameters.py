import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ldn.pharmacology import (
    NaltrexoneParameters,
    mg_to_umol,
    ng_per_mL_to_nM,
    nM_to_ng_per_mL,
    umol_to_mg,
)

values = st.floats(0.0, 1e6)


@given(value=values, molar_mass=st.floats(10.0, 1e5))
def test_concentration_there_and_back(value, molar_mass):
    assert nM_to_ng_per_mL(ng_per_mL_to_nM(value, molar_mass), molar_mass) == pytest.approx(value)


@given(dose=values)
def test_dose_there_and_back(dose):
    assert umol_to_mg(mg_to_umol(dose)) == pytest.approx(dose)


def test_published_conversions():
    assert ng_per_mL_to_nM(1.0, 341.41) == pytest.approx(2.93, abs=0.005)
    assert ng_per_mL_to_nM(1.0, 343.423) == pytest.approx(2.91, abs=0.005)
    assert mg_to_umol(50.0) == pytest.approx(132.3, abs=0.05)
    np.testing.assert_allclose(ng_per_mL_to_nM([0.584, 13.3], 341.41), [1.71, 39.0], atol=0.05)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: ng_per_mL_to_nM(-1, 341.41), ValueError, "value = -1 ng/mL"),
        (lambda: ng_per_mL_to_nM(1, 0), ValueError, "molar_mass_g_per_mol = 0 g/mol"),
        (lambda: nM_to_ng_per_mL("3", 341.41), TypeError, "value must be numbers in nM"),
        (lambda: mg_to_umol(-5), ValueError, "dose_mg = -5 mg"),
    ],
)
def test_wrong_units_are_named(call, error, words):
    with pytest.raises(error, match=words):
        call()


def test_parameters_are_frozen_and_varied_by_replace():
    typical = NaltrexoneParameters.typical()
    slow = typical.replace(CL_L_per_h=105)
    assert slow.CL_L_per_h == 105.0
    assert typical.CL_L_per_h == 210.0
    assert dataclasses.replace(slow, CL_L_per_h=210) == typical
    with pytest.raises(dataclasses.FrozenInstanceError):
        typical.CL_L_per_h = 1.0


def test_typical_values_are_those_of_the_review():
    """Typed from the literature review, section 8."""
    typical = NaltrexoneParameters.typical()
    published = {
        "ka_per_h": 1.2, "bioavailability": 0.195, "fraction_absorbed": 0.96, "CL_L_per_h": 210, "Vc_L": 260,
        "Q_L_per_h": 100, "Vp_L": 1090, "fraction_to_naltrexol": 0.5, "CLm_L_per_h": 32.5, "Vm_L": 90,
        "Qm_L_per_h": 35, "Vmp_L": 280, "ke0_per_h": 0.0364, "ec50_nM": 0.309, "kon_per_nM_h": 0.0723,
        "koff_per_h": 0.0122, "ec50_plasma_nM": 0.65, "delta_ratio": 79, "kappa_ratio": 2,
        "renal_CL_L_per_h": 7.62, "renal_CLm_L_per_h": 17.0,
    }  # fmt: skip
    assert dataclasses.asdict(typical) == published
    assert typical.biophase_half_life_h == pytest.approx(19.0, abs=0.05)


def test_cirrhosis_changes_three_parameters():
    changed = {
        name: value
        for name, value in dataclasses.asdict(NaltrexoneParameters.cirrhosis()).items()
        if value != getattr(NaltrexoneParameters.typical(), name)
    }
    assert changed == {"bioavailability": 0.8, "CL_L_per_h": 105.0, "fraction_to_naltrexol": 0.41}


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"bioavailability": 19.5}, ValueError, "bioavailability = 19.5 is not allowed: 0 to 1"),
        ({"bioavailability": 0.97}, ValueError, "at most fraction_absorbed = 0.96"),
        ({"CL_L_per_h": 0}, ValueError, "CL_L_per_h = 0 L/h"),
        ({"CL_L_per_h": "fast"}, TypeError, "CL_L_per_h must be a number in L/h"),
        ({"clearance": 210}, ValueError, "unknown parameter 'clearance'"),
        ({"ec50_nM": float("nan")}, ValueError, "ec50_nM = nan"),
    ],
)
def test_parameters_out_of_range_are_named(changes, error, words):
    with pytest.raises(error, match=words):
        NaltrexoneParameters.typical().replace(**changes)

import math

import numpy as np
import pandas as pd
import pytest

from ldn.pharmacology import (
    NaltrexoneParameters,
    hours_above,
    occupancy,
    simulate,
    simulate_patients,
    virtual_patients,
)
from ldn.pharmacology.blockade import LINKS

REGIMENS = [
    {"n_doses": 1},
    {"n_doses": 3, "interval_h": 12.0},
    {"n_doses": math.inf},
    {"n_doses": 5, "start_h": 96.0},
]


def one_by_one(patients, row):
    changes = {name: float(value) for name, value in patients.iloc[row].items()}
    return NaltrexoneParameters.typical().replace(**changes)


@pytest.mark.parametrize("regimen", REGIMENS)
def test_many_together_are_each_alone(regimen):
    patients = virtual_patients(300, 7)
    together = simulate_patients(4.5, patients, step_h=0.25, **regimen)
    for row in (0, 17, 255, 256, 299):
        alone = simulate(4.5, step_h=0.25, parameters=one_by_one(patients, row), **regimen)
        np.testing.assert_allclose(together.time_h, alone.time_h)
        for name in ("naltrexone_nM", "naltrexol_nM", "biophase_nM"):
            np.testing.assert_allclose(getattr(together, name)[row], getattr(alone, name), rtol=1e-9)
        for link in LINKS:
            for receptor in ("mu", "delta", "kappa"):
                np.testing.assert_allclose(
                    together.occupancy(receptor, link)[row],
                    occupancy(alone, receptor, link),
                    rtol=1e-9,
                    atol=1e-12,
                )
            assert together.hours_above(0.4, link=link)[row] == pytest.approx(
                hours_above(alone, 0.4, link=link), abs=1e-9
            )


def test_any_parameter_may_be_a_column():
    patients = pd.DataFrame(
        {"ec50_nM": [0.2, 0.4], "CL_L_per_h": [105.0, 210.0], "delta_ratio": [70.0, 90.0]}
    )
    together = simulate_patients(4.5, patients, step_h=0.5)
    for row in (0, 1):
        alone = simulate(4.5, step_h=0.5, parameters=one_by_one(patients, row))
        np.testing.assert_allclose(together.occupancy("delta")[row], occupancy(alone, "delta"), rtol=1e-9)


def test_the_same_seed_gives_the_same_patients():
    pd.testing.assert_frame_equal(virtual_patients(50, 3), virtual_patients(50, 3))
    assert not virtual_patients(50, 3).equals(virtual_patients(50, 4))
    pd.testing.assert_frame_equal(virtual_patients(100, 3).iloc[:50], virtual_patients(50, 3))


def test_patients_are_spread_as_the_literature_says():
    """Medians and log-SD typed from the literature review; 20,000 patients give them to about 1 %."""
    patients = virtual_patients(20_000, 1)
    published = {"bioavailability": (0.195, 0.40), "ka_per_h": (1.2, 0.50), "CLm_L_per_h": (32.5, 0.30)}
    assert set(patients.columns) == set(published)
    for name, (median, log_sd) in published.items():
        logs = np.log(patients[name])
        assert np.exp(logs.median()) == pytest.approx(median, rel=0.02)
        assert logs.std() == pytest.approx(log_sd, rel=0.02)
    assert patients["bioavailability"].max() <= 0.96
    correlation = np.log(patients).corr().to_numpy()
    assert np.abs(correlation - np.eye(3)).max() < 0.03


def test_the_spread_of_exposure_is_that_of_the_controls():
    """Bertolotti 1997: coefficient of variation of the area 48 % (n = 7; its 95 % interval is about 31–106 %)."""
    patients = simulate_patients(100.0, virtual_patients(4000, 2), step_h=0.5)
    area = np.trapezoid(patients.naltrexone_nM, patients.time_h, axis=1)
    assert 0.31 < area.std() / area.mean() < 1.06


def test_bioavailability_is_held_at_what_is_absorbed():
    high = NaltrexoneParameters.typical().replace(bioavailability=0.9)
    patients = virtual_patients(200, 1, parameters=high)
    assert patients["bioavailability"].max() == 0.96
    simulate_patients(4.5, patients, step_h=1.0)


def test_profiles_read_as_a_sentence():
    said = repr(simulate_patients(4.5, virtual_patients(100, 1)))
    assert said.startswith("100 virtual patients, oral naltrexone 4.5 mg once: plasma naltrexone peaks at")


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: virtual_patients(0, 1), ValueError, "n = 0"),
        (lambda: virtual_patients(10.5, 1), TypeError, "n must be a whole number"),
        (lambda: virtual_patients(10, -1), ValueError, "seed = -1"),
        (lambda: simulate_patients(4.5, [1, 2]), TypeError, "patients must be a DataFrame"),
        (lambda: simulate_patients(4.5, pd.DataFrame()), ValueError, "no rows or no columns"),
        (lambda: simulate_patients(4.5, pd.DataFrame({"weight": [70]})), ValueError, "no parameters: weight"),
        (
            lambda: simulate_patients(4.5, pd.DataFrame({"bioavailability": [0.2, 1.5]})),
            ValueError,
            r"patients\['bioavailability'\] = 1.5",
        ),
        (
            lambda: simulate_patients(4.5, pd.DataFrame({"bioavailability": [0.97]})),
            ValueError,
            "at most fraction_absorbed",
        ),
        (lambda: simulate_patients(-4.5, virtual_patients(2, 1)), ValueError, "dose_mg = -4.5 mg"),
        (
            lambda: simulate_patients(4.5, virtual_patients(2, 1)).hours_above(50),
            ValueError,
            "occupancy_threshold = 50",
        ),
        (
            lambda: simulate_patients(4.5, virtual_patients(2, 1)).occupancy("sigma"),
            ValueError,
            "receptor = 'sigma'",
        ),
    ],
)
def test_wrong_arguments_are_named(call, error, words):
    with pytest.raises(error, match=words):
        call()


def test_slow_dissociation_takes_each_patients_own_rates():
    """Over more than one block of patients computed together."""
    rates = np.linspace(0.05, 0.1, 400)
    patients = pd.DataFrame({"kon_per_nM_h": rates, "koff_per_h": rates / 6})
    together = simulate_patients(4.5, patients, step_h=1.0).occupancy(link="slow_dissociation")
    for row in (0, 255, 256, 399):
        alone = simulate(4.5, step_h=1.0, parameters=one_by_one(patients, row))
        np.testing.assert_allclose(together[row], occupancy(alone, link="slow_dissociation"), rtol=1e-9)

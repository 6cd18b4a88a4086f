"""A simulated binding experiment and the constants fitted to it: truth recovered, scatter honest, errors named."""

import numpy as np
import pytest

from ldn.pharmacology import fit_saturation, saturation_experiment


def fit_of(data):
    return fit_saturation(data["concentration_nM"], data["bound_fmol_per_mg"])


def test_without_scatter_the_truth_comes_back():
    fit = fit_of(saturation_experiment(kd_nM=0.4, bmax_fmol_per_mg=5000.0, scatter=0.0))
    assert fit.kd_nM == pytest.approx(0.4, rel=1e-3)
    assert fit.bmax_fmol_per_mg == pytest.approx(5000, rel=1e-3)


def test_the_data_are_one_site_binding():
    """At Kd half of the sites are filled, at 3 Kd three quarters."""
    data = saturation_experiment(
        kd_nM=2.0, bmax_fmol_per_mg=100.0, scatter=0.0, replicates=1, concentrations_nM=[2.0, 6.0, 18.0]
    )
    assert data["bound_fmol_per_mg"].tolist() == [50.0, 75.0, 90.0]


def test_the_same_seed_gives_the_same_readings_and_another_others():
    first = saturation_experiment(seed=7)
    assert first.equals(saturation_experiment(seed=7))
    assert not first.equals(saturation_experiment(seed=8))
    assert len(first) == 16


def test_the_fit_is_the_minimum_that_numpy_finds_on_a_grid():
    data = saturation_experiment(seed=7)
    c, bound = data["concentration_nM"].to_numpy(), data["bound_fmol_per_mg"].to_numpy()
    candidates = np.linspace(1.5, 3.5, 4001)
    shapes = c / (c + candidates[:, None])
    # For each Kd the best Bmax is linear algebra; what is left is one dimension.
    best = (shapes @ bound) / (shapes**2).sum(axis=1)
    left_over = ((bound - best[:, None] * shapes) ** 2).sum(axis=1)
    place = left_over.argmin()
    fit = fit_of(data)
    assert fit.kd_nM == pytest.approx(candidates[place], abs=6e-4)
    assert fit.bmax_fmol_per_mg == pytest.approx(best[place], rel=5e-4)


def test_standard_errors_are_what_repetition_shows():
    fits = [fit_of(saturation_experiment(seed=seed)) for seed in range(300)]
    kd = np.array([fit.kd_nM for fit in fits])
    assert kd.mean() == pytest.approx(2.2, abs=0.05)
    assert np.mean([fit.kd_se_nM for fit in fits]) == pytest.approx(kd.std(), rel=0.12)
    sites = np.array([fit.bmax_fmol_per_mg for fit in fits])
    assert np.mean([fit.bmax_se_fmol_per_mg for fit in fits]) == pytest.approx(sites.std(), rel=0.12)


def test_a_fit_says_itself_in_a_sentence():
    words = str(fit_of(saturation_experiment(seed=7)))
    assert words.startswith("Kd 2.2")
    assert "nM (standard error 0." in words


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: saturation_experiment(kd_nM=0), r"kd_nM = 0 nM is not allowed: above 0 nM"),
        (lambda: saturation_experiment(scatter=-1), r"scatter = -1 fmol/mg"),
        (lambda: saturation_experiment(replicates=0), r"replicates = 0 is not allowed: at least 1"),
        (lambda: saturation_experiment(concentrations_nM=[0, 1]), r"concentrations_nM = 0 nM"),
        (lambda: fit_saturation([1, 2, 3], [1, 2]), r"one length, got shapes \(3,\) and \(2,\)"),
        (lambda: fit_saturation([1, 1, 2], [5, 5, 7]), r"holds 2 different values; .* at least 3"),
    ],
)
def test_wrong_values_are_refused_by_name_and_range(call, message):
    with pytest.raises(ValueError, match=message):
        call()

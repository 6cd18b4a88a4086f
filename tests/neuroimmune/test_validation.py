"""The targets N01–N10: met by the course's constants, missed by wrong ones."""

from dataclasses import replace

import pytest

from ldn.neuroimmune import TLR4Constants
from ldn.neuroimmune.validation import checks, checks_frame
from ldn.pharmacology.validation import Check

# The bands of the literature review, typed here and not read from the library.
BANDS = {
    ("N01", "cubic_um"): (50, 62),
    ("N01", "close_packed_um"): (50, 62),
    ("N01", "drawn_um"): (50, 62),
    ("N01", "random_um"): (28, 32),
    ("N02", "first_peak_min"): (25, 45),
    ("N03", "period_min"): (90, 115),
    ("N04", "minimum_min"): (20, 45),
    ("N05", "first_peak_min"): (50, 70),
    ("N06", "peak_min"): (45, 180),
    ("N07", "peak_min"): (240, 480),
    ("N08", "delay_min"): (15, 45),
    ("N09", "over_total_peak"): (28_000, 45_000),
    ("N09", "over_free_peak"): (28_000 / 0.79, 45_000 / 0.79),
    ("N10", "share_percent"): (3, 4),
}


@pytest.fixture(scope="module")
def results():
    return {check.id: check for check in checks()}


@pytest.mark.parametrize(("id", "bound"), BANDS)
def test_published_band(results, id, bound):
    low, high = BANDS[id, bound]
    assert low <= results[id].values[bound] <= high


def test_every_target_is_checked_once_and_met(results):
    assert list(results) == [f"N{n:02d}" for n in range(1, 11)]
    assert all(type(check) is Check and check.passed for check in results.values())
    assert {(id, band.bound) for id, check in results.items() for band in check.target.accept} == set(BANDS)


@pytest.mark.parametrize(
    ("wrong", "missed"),
    [
        ({"k_d": 0.02}, "N02"),
        ({"g_m": 0.1}, "N03"),
        ({"k_t": 0.6}, "N04"),
        ({"g_m": 0.15}, "N05"),
        ({"g_T": 0.5}, "N06"),
        ({"g_P": 0.0001}, "N07"),
        ({"w_T": 0.2}, "N08"),
    ],
)
def test_wrong_constants_miss(wrong, missed):
    results = {c.id: c for c in checks(replace(TLR4Constants.published(), **wrong))}
    assert not results[missed].passed
    assert "missed" in str(results[missed])


def test_the_table_says_which_targets_were_fitted():
    table = checks_frame().set_index("id")
    assert table["used_in_fit"].tolist() == [False] + [True] * 7 + [False] * 2
    assert table["passed"].all()
    assert table.loc["N02", "model"] == "30.0 min"

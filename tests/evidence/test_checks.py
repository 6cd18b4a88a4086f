"""Granularity and table checks on numbers known to fit, and on numbers known not to."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ldn.evidence import (
    counts_behind,
    denominators_behind,
    grim_consistent,
    interval_centre,
    mcnemar_p_value,
    table_p_values,
    tables_behind,
)

COUNT = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNT, st.integers(0, 2))
def test_every_true_percentage_passes(count, decimals):
    x, n = count
    printed = round(100 * x / n, decimals)
    assert grim_consistent(printed, n, decimals)
    assert x in counts_behind(printed, n, decimals)


@given(st.integers(0, 100), st.integers(1, 60))
def test_the_counts_are_all_that_round_to_it(percentage, n):
    brute = tuple(x for x in range(n + 1) if abs(100 * x / n - percentage) <= 0.5 + 1e-9)
    assert counts_behind(percentage, n) == brute


@pytest.mark.parametrize(
    ("percentage", "n", "decimals"), [(12.5, 8, 1), (12, 8, 0), (13, 8, 0), (0, 5, 0), (100, 5, 0)]
)
def test_halves_may_have_been_rounded_either_way(percentage, n, decimals):
    assert grim_consistent(percentage, n, decimals)


def test_wide_samples_pass_everything():
    assert all(grim_consistent(p, 100) for p in range(101))
    assert not all(grim_consistent(p, 17) for p in range(101))


def test_mcnemar_is_a_sign_test():
    assert mcnemar_p_value(6, 0) == pytest.approx(2 * 0.5**6)
    assert mcnemar_p_value(0, 0) == 1
    assert mcnemar_p_value(9, 3) == pytest.approx(stats.binomtest(9, 12).pvalue)


def test_table_tests_by_hand():
    # 9/28 against 3/28: χ² = 56(9·25 − 3·19)²/(28·28·12·44).
    chi2 = 56 * (9 * 25 - 3 * 19) ** 2 / (28 * 28 * 12 * 44)
    p = table_p_values(9, 28, 3, 28)
    assert p["chi_square"] == pytest.approx(stats.chi2.sf(chi2, 1))
    assert p["fisher"] > p["chi_square"]
    assert math.isnan(table_p_values(0, 10, 0, 10)["chi_square"])
    assert table_p_values(0, 10, 0, 10)["fisher"] == 1


def test_tables_behind_finds_what_was_rounded():
    found = tables_behind(32, 11, sizes_t=range(28, 29), sizes_c=range(28, 29))
    assert found[["events_t", "events_c"]].values.tolist() == [[9, 3]]
    none = tables_behind(32, 11, sizes_t=range(28, 29), sizes_c=range(28, 29), p=0.5)
    assert none.empty
    assert list(none.columns) == list(found.columns)


def test_interval_centre():
    assert interval_centre(-0.95, 0.27) == pytest.approx(-0.34)
    assert interval_centre(0.5, 2, ratio=True) == pytest.approx(1)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: grim_consistent(101, 17), ValueError, "percentage must lie in [0, 100], got 101"),
        (lambda: grim_consistent(12.5, 17), ValueError, "more decimals than decimals=0"),
        (lambda: grim_consistent(50, 0), ValueError, "n must be at least 1"),
        (lambda: grim_consistent(50, 10, decimals=7), ValueError, "decimals must be from 0 to 6"),
        (lambda: denominators_behind(), ValueError, "at least 1 printed percentage"),
        (lambda: interval_centre(2, 1), ValueError, "ci_low must be below ci_high"),
        (lambda: interval_centre(-1, 1, ratio=True), ValueError, "ci_low must be above 0"),
        (
            lambda: tables_behind(50, 50, sizes_t=range(2, 4), sizes_c=range(2, 4), test="t"),
            ValueError,
            "test must be",
        ),
        (lambda: mcnemar_p_value(-1, 2), ValueError, "only_t must be at least 0"),
    ],
)
def test_impossible_numbers_are_refused_by_name(call, error, words):
    with pytest.raises(error) as caught:
        call()
    assert words in str(caught.value)

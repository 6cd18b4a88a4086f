"""Do the printed numbers fit each other? Tests that need nothing but the paper."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product

import pandas as pd
from scipy import stats

from ldn.evidence.arguments import between, finite, one_of, positive, probability, whole
from ldn.evidence.effects import two_by_two


def grim_consistent(percentage: float, n: int, decimals: int = 0) -> bool:
    """Whether a printed percentage can be a whole number of n people.

    The granularity test of Brown & Heathers (Soc Psychol Personal Sci 2017), for proportions. A half may
    have been rounded up or down: either is accepted.

    Parameters
    ----------
    percentage : as printed, 0 to 100.
    n : people, at least 1.
    decimals : decimal places printed, 0 to 6.

    Returns
    -------
    True if some count out of n rounds to the percentage.
    """
    return bool(counts_behind(percentage, n, decimals))


def counts_behind(percentage: float, n: int, decimals: int = 0) -> tuple[int, ...]:
    """The counts out of n that round to a printed percentage: none, one or several.

    Parameters as ``grim_consistent``.
    """
    printed, half = _printed(percentage, decimals)
    n = whole("n", n, least=1)
    first = math.floor((printed - half) * n / 100)
    last = math.ceil((printed + half) * n / 100)
    # Fractions keep exact halves exact, which floating point would put on either side.
    return tuple(
        count
        for count in range(max(0, first), min(n, last) + 1)
        if abs(Fraction(100 * count, n) - printed) <= half
    )


def _printed(percentage: float, decimals: int) -> tuple[Fraction, Fraction]:
    between("percentage", percentage, 0, 100)
    decimals = whole("decimals", decimals, most=6)
    scaled = percentage * 10**decimals
    if abs(scaled - round(scaled)) > 1e-6:
        raise ValueError(f"percentage {percentage!r} has more decimals than decimals={decimals}")
    return Fraction(round(scaled), 10**decimals), Fraction(1, 2 * 10**decimals)


def denominators_behind(*percentages: float, most: int = 100, decimals: int = 0) -> tuple[int, ...]:
    """The sample sizes up to ``most`` that could have produced all these percentages together.

    Parameters
    ----------
    percentages : one or more, as printed, 0 to 100.
    most : largest sample size to try, at least 1.
    decimals : decimal places printed.
    """
    if not percentages:
        raise ValueError("percentages must hold at least 1 printed percentage, got none")
    most = whole("most", most, least=1)
    return tuple(n for n in range(1, most + 1) if all(grim_consistent(p, n, decimals) for p in percentages))


_TESTS = ("fisher", "chi_square", "chi_square_yates")


def table_p_values(events_t: int, n_t: int, events_c: int, n_c: int) -> dict[str, float]:
    """Two-sided p values of a two-by-two table by the tests a paper may have used.

    Returns
    -------
    dict with "fisher" (exact), "chi_square" (Pearson) and "chi_square_yates" (continuity-corrected);
    NaN for the latter two if a row or column is empty.

    Raises
    ------
    ValueError
        If events are below 0 or above n, or an n is below 1.
    """
    a, b, c, d = two_by_two(events_t, n_t, events_c, n_c)
    table = [[a, b], [c, d]]
    empty = a + c == 0 or b + d == 0
    return {
        "fisher": float(stats.fisher_exact(table).pvalue),
        "chi_square": math.nan if empty else float(stats.chi2_contingency(table, correction=False).pvalue),
        "chi_square_yates": math.nan if empty else float(stats.chi2_contingency(table).pvalue),
    }


def tables_behind(
    percentage_t: float,
    percentage_c: float,
    *,
    sizes_t: range,
    sizes_c: range,
    decimals: int = 0,
    p: float | None = None,
    p_decimals: int = 3,
    test: str = "fisher",
) -> pd.DataFrame:
    """Every pair of counts that fits two printed percentages and, if given, the printed p value.

    Parameters
    ----------
    percentage_t, percentage_c : as printed, on treatment and on the comparator.
    sizes_t, sizes_c : the sample sizes to try.
    decimals : decimal places of the percentages.
    p, p_decimals : the printed p value and its decimal places; None accepts every p.
    test : the test that p must match: "fisher", "chi_square" or "chi_square_yates".

    Returns
    -------
    DataFrame with events_t, n_t, events_c, n_c and the three p values, one row a fitting table.
    """
    one_of("test", test, _TESTS)
    if p is not None:
        probability("p", p)
    half = 0.5 * 10.0 ** -whole("p_decimals", p_decimals, least=1)
    rows = []
    for n_t, n_c in product(sizes_t, sizes_c):
        for events_t, events_c in product(
            counts_behind(percentage_t, n_t, decimals), counts_behind(percentage_c, n_c, decimals)
        ):
            p_values = table_p_values(events_t, n_t, events_c, n_c)
            if p is None or abs(p_values[test] - p) <= half:
                rows.append({"events_t": events_t, "n_t": n_t, "events_c": events_c, "n_c": n_c, **p_values})
    return pd.DataFrame(rows, columns=["events_t", "n_t", "events_c", "n_c", *_TESTS])


def mcnemar_p_value(only_t: int, only_c: int) -> float:
    """Exact two-sided p value for paired yes/no results: a crossover trial's responders.

    Only people who differ between the two conditions count (McNemar, Psychometrika 1947): a sign test.

    Parameters
    ----------
    only_t : people who responded on treatment but not on the comparator.
    only_c : people who responded on the comparator but not on treatment.
    """
    only_t, only_c = whole("only_t", only_t), whole("only_c", only_c)
    if only_t + only_c == 0:
        return 1.0
    return float(stats.binomtest(only_t, only_t + only_c).pvalue)


def interval_centre(ci_low: float, ci_high: float, *, ratio: bool = False) -> float:
    """Where the estimate should stand in its interval: the middle, or the geometric mean for a ratio.

    A printed estimate far from it is a misprint, comes from another analysis, or from an interval that was
    not symmetrical to begin with.
    """
    check = positive if ratio else finite
    ci_low, ci_high = check("ci_low", ci_low), check("ci_high", ci_high)
    if ci_low >= ci_high:
        raise ValueError(f"ci_low must be below ci_high, got {ci_low:g} and {ci_high:g}")
    return math.sqrt(ci_low * ci_high) if ratio else (ci_low + ci_high) / 2

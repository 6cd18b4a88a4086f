"""Recompute what can be recomputed of the printed numbers of every study and review in the store.

Each rule below looks for one kind of redundancy (an interval and its p value, a percentage and its
denominator, …), so that a study added to the store is checked like the others. A mismatch is no accusation:
rounding, an adjusted model or an unprinted denominator may explain it. It says where to read on.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
from scipy import stats

from ldn.evidence.checks import counts_behind, interval_centre, table_p_values
from ldn.evidence.correlations import correlation_p_value
from ldn.evidence.effects import effect_from_ci, mean_difference, pooled_sd
from ldn.reference.studies import StudyStore, study_store
from ldn.reference.study_schema import ArmResult, Contrast, Outcome, PooledEstimate, PValue, Study

# A p value from a rounded interval is good to about a hundredth, a large one to two; an estimate should stand
# in the middle of its interval to about an eighth of the half-width.
_P_TOLERANCE, _LARGE_P_TOLERANCE, _LARGE_P = 0.01, 0.02, 0.1
_CENTRE_TOLERANCE = 0.125
_PERCENT_TOLERANCE = 0.5
# How a test is written in the store: F(3, 254) = 8.67.
F_TEST = re.compile(r"F\((?P<df1>\d+), ?(?P<df2>\d+)\) = (?P<f>\d+\.?\d*)")


@dataclass(frozen=True)
class Recomputation:
    """One printed number beside its recomputation."""

    entry: str
    outcome: str
    check: str
    printed: str
    recomputed: str
    agrees: bool
    source: str


def recomputations(
    entry: str | None = None, *, only_mismatches: bool = False, store: StudyStore | None = None
) -> pd.DataFrame:
    """Every printed number that other printed numbers imply, beside its recomputation.

    Parameters
    ----------
    entry : only this study or review, for example "smith2007".
    only_mismatches : True leaves out what agrees.
    store : a StudyStore other than the course's own.

    Returns
    -------
    DataFrame with entry, outcome, check, printed, recomputed, agrees, source; one row a check.

    Raises
    ------
    ValueError
        If entry names neither a study nor a review.
    """
    store = store or study_store()
    if entry is not None and entry not in store.reviews:
        store.study(entry)
    rows = [row for row in _all(store) if entry in (None, row.entry) and not (only_mismatches and row.agrees)]
    return pd.DataFrame(rows, columns=list(Recomputation.__dataclass_fields__))


def _all(store: StudyStore) -> Iterator[Recomputation]:
    for study in store.studies.values():
        for outcome in study.outcomes:
            for contrast in outcome.contrasts:
                yield from _of_interval(study.id, outcome.id, contrast)
                yield from _of_f_test(study.id, outcome.id, contrast)
            yield from _of_percentages(study, outcome)
            yield from _of_table(study, outcome)
            yield from _of_standardised(study, outcome)
            yield from _of_percent_change(study, outcome)
        yield from _of_correlations(study)
        yield from _of_individuals(study)
    for review in store.reviews.values():
        for pooled in review.pooled:
            yield from _of_interval(review.id, pooled.id, pooled)


def _of_interval(entry: str, outcome: str, printed: Contrast | PooledEstimate) -> Iterator[Recomputation]:
    """The estimate should stand in the middle of its interval, and the interval should give the p value."""
    if printed.low is None or printed.estimate is None:
        return
    ratio = printed.measure in ("risk ratio", "odds ratio", "rate ratio")
    centre = interval_centre(printed.low, printed.high, ratio=ratio)
    scale = math.log if ratio else float
    off = abs(scale(printed.estimate) - scale(centre)) / ((scale(printed.high) - scale(printed.low)) / 2)
    yield Recomputation(
        entry,
        outcome,
        "centre of the interval",
        f"{printed.estimate:g} ({printed.low:g} to {printed.high:g})",
        f"{centre:.2f}",
        off <= _CENTRE_TOLERANCE,
        printed.source,
    )
    if printed.p is not None:
        df = getattr(printed, "df", None)
        effect = effect_from_ci(printed.estimate, printed.low, printed.high, ratio=ratio, df=df)
        yield Recomputation(
            entry,
            outcome,
            "p from the interval",
            str(printed.p),
            f"{effect.p_value:.2g}",
            _p_agrees(printed.p, effect.p_value),
            printed.source,
        )


def _p_agrees(printed: PValue, recomputed: float) -> bool:
    if printed.bound == "=":
        tolerance = _P_TOLERANCE if printed.value < _LARGE_P else _LARGE_P_TOLERANCE
        return abs(recomputed - printed.value) <= tolerance
    return recomputed <= printed.value


def _of_f_test(entry: str, outcome: str, printed: Contrast) -> Iterator[Recomputation]:
    """An F statistic and its degrees of freedom give its p value."""
    found = F_TEST.search(printed.test)
    if found is None or printed.p is None:
        return
    p = float(stats.f.sf(float(found["f"]), int(found["df1"]), int(found["df2"])))
    agrees = _p_agrees(printed.p, p)
    yield Recomputation(
        entry, outcome, "p from F", f"{found[0]}, {printed.p}", f"{p:.2g}", agrees, printed.source
    )  # fmt: skip


def _of_percentages(study: Study, outcome: Outcome) -> Iterator[Recomputation]:
    """A percentage of people must be a whole number of them."""
    for result in outcome.results:
        n = result.n or _people(study, result)
        if result.percent is None or n is None:
            continue
        decimals = 0 if float(result.percent).is_integer() else 1
        counts = counts_behind(result.percent, n, decimals)
        agrees = bool(counts) if result.events is None else result.events in counts
        nearest = result.events if result.events is not None else round(result.percent * n / 100)
        yield Recomputation(
            study.id,
            outcome.id,
            f"percentage of {n} people ({result.arm})",
            f"{result.percent:g} %",
            f"{nearest}/{n} = {100 * nearest / n:.{decimals + 1}f} %",
            agrees,
            result.source,
        )


def _people(study: Study, result: ArmResult) -> int | None:
    """People in the arm, where the result itself does not say; not for an analysis of some of them."""
    if result.analysis is not None:
        return None
    arm = next((a for a in study.arms if a.id == result.arm), None)
    if arm is None:
        return None
    alone = study.participants if len(study.arms) == 1 else None
    return arm.analysed or arm.randomised or (alone and (alone.analysed or alone.enrolled))


def _of_table(study: Study, outcome: Outcome) -> Iterator[Recomputation]:
    """Counts by arm should give the printed p value by one of the usual tests."""
    tested = next((c for c in outcome.contrasts if c.measure == "test only" and c.p), None)
    if tested is None:
        return
    counts = []
    for arm in (tested.arm, tested.against):
        found = next((r for r in outcome.results if r.arm == arm and r.events is not None and r.n), None)
        if found is None:
            return
        counts += [found.events, found.n]
    tests = table_p_values(*counts)
    name, nearest = min(tests.items(), key=lambda item: abs(item[1] - tested.p.value))
    others = ", ".join(f"{test.replace('_', ' ')} {p:.2g}" for test, p in tests.items() if test != name)
    yield Recomputation(
        study.id,
        outcome.id,
        "p from the counts of two unpaired groups",
        str(tested.p),
        f"{name.replace('_', ' ')} {nearest:.2g} ({others})",
        _p_agrees(tested.p, nearest),
        tested.source,
    )


def _of_standardised(study: Study, outcome: Outcome) -> Iterator[Recomputation]:
    """A printed d should follow from means and SDs by one of the usual conventions."""
    printed = next((c for c in outcome.contrasts if c.measure == "standardised mean difference"), None)
    if printed is None:
        return
    before = [_level(outcome, arm, 0) for arm in (printed.arm, printed.against)]
    after = [_level(outcome, arm, printed.weeks) for arm in (printed.arm, printed.against)]
    ways: dict[str, float] = {}
    if all(after):
        ways["endpoint"] = (after[0].value - after[1].value) / _sd_of(after)
    if all(before) and all(after):
        change = (after[0].value - before[0].value) - (after[1].value - before[1].value)
        ways["raw change over the SD at baseline"] = change / _sd_of(before)
    difference = next((c for c in outcome.contrasts if c.measure == "mean difference"), None)
    if all(before) and difference is not None:
        ways["printed difference over the SD at baseline"] = difference.estimate / _sd_of(before)
    if not ways:
        return
    name, nearest = min(ways.items(), key=lambda item: abs(item[1] - printed.estimate))
    yield Recomputation(
        study.id,
        outcome.id,
        "standardised difference",
        f"{printed.estimate:g}",
        "; ".join(f"{way} {d:.2f}" for way, d in sorted(ways.items(), key=lambda item: item[0] != name)),
        abs(nearest - printed.estimate) <= 0.01,
        printed.source,
    )
    if printed.p is not None and all(after):
        t, c = after
        test = mean_difference(t.value, t.spread, t.n, c.value, c.spread, c.n, distribution="student")
        yield Recomputation(
            study.id,
            outcome.id,
            "p from the endpoints (t test)",
            str(printed.p),
            f"{test.p_value:.2g}",
            _p_agrees(printed.p, test.p_value),
            printed.source,
        )


def _level(outcome: Outcome, arm: str, weeks: float | None) -> ArmResult | None:
    return next(
        (
            r
            for r in outcome.results
            if (r.arm, r.statistic, r.weeks, r.spread_kind) == (arm, "level", weeks, "SD") and r.n
        ),
        None,
    )


def _sd_of(arms: list[ArmResult]) -> float:
    return pooled_sd(arms[0].spread, arms[0].n, arms[1].spread, arms[1].n)


def _of_percent_change(study: Study, outcome: Outcome) -> Iterator[Recomputation]:
    """A change in percent should be near the ratio of the means; a mean of single percentages is not it."""
    before = next((r for r in outcome.results if r.arm == "baseline" and r.statistic == "level"), None)
    after = next((r for r in outcome.results if r.arm == "ldn" and r.statistic == "level"), None)
    change = next((r for r in outcome.results if r.arm == "ldn" and r.statistic == "percent change"), None)
    if before is None or after is None or change is None:
        return
    ratio = 100 * (after.value / before.value - 1)
    yield Recomputation(
        study.id,
        outcome.id,
        "change in percent from the means",
        f"{change.value:g} %",
        f"{ratio:.1f} %",
        abs(ratio - change.value) <= _PERCENT_TOLERANCE,
        change.source,
    )


def _of_correlations(study: Study) -> Iterator[Recomputation]:
    """A correlation and its n give its p value."""
    for printed in study.correlations:
        if printed.p is None:
            continue
        p = correlation_p_value(printed.r, printed.n)
        yield Recomputation(
            study.id,
            printed.of,
            "p from r and n",
            str(printed.p),
            f"{p:.2g}",
            _p_agrees(printed.p, p),
            printed.source,
        )


def _of_individuals(study: Study) -> Iterator[Recomputation]:
    """Printed rows should give the printed means and SDs."""
    if study.individuals is None:
        return
    table = pd.DataFrame(study.individuals.rows, columns=list(study.individuals.columns))
    for column, (mean, sd) in study.individuals.printed_mean_sd.items():
        values = table[column].mean(), table[column].std()
        yield Recomputation(
            study.id,
            column,
            "mean (SD) of the printed rows",
            f"{mean:g} ({sd:g})",
            f"{values[0]:.2f} ({values[1]:.2f})",
            # One unit of the last printed place.
            max(abs(values[0] - mean), abs(values[1] - sd)) <= 0.1,
            study.individuals.source,
        )

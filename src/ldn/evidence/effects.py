"""Effects of a treatment: LDN minus comparator, or LDN over comparator.

A negative difference favours LDN where a higher value is worse; a ratio below 1 says that the event
was rarer on LDN. Ratios are analysed as natural logarithms: their standard errors are on the log scale.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from scipy import stats

from ldn.evidence.arguments import finite, one_of, positive, probability, whole

RATIOS = ("risk ratio", "odds ratio", "rate ratio", "ratio")


@dataclass(frozen=True)
class Effect:
    """One comparison with its uncertainty.

    Attributes
    ----------
    estimate : in the unit of the measure; ratios as ratios.
    se : standard error; of the natural logarithm for ratios.
    ci_low, ci_high : ends of the confidence interval at ``level``.
    p_value : two-sided, against a difference of 0 or a ratio of 1.
    measure : what was compared, for example "mean difference" or "risk ratio".
    label : whose effect it is, for example "Younger 2013".
    level : level of the interval, 0.95 unless told.
    df : degrees of freedom of the t distribution used, None where it was the normal.
    note : how it came about, where that is not plain from the measure.
    """

    estimate: float
    se: float
    ci_low: float
    ci_high: float
    p_value: float
    measure: str
    label: str = ""
    level: float = 0.95
    df: float | None = None
    note: str = ""

    @property
    def is_ratio(self) -> bool:
        """Whether the estimate is a ratio, analysed on the log scale."""
        return self.measure in RATIOS

    @property
    def analysed(self) -> float:
        """The estimate on the scale of the analysis: its natural logarithm for a ratio."""
        return math.log(self.estimate) if self.is_ratio else self.estimate

    def labelled(self, label: str) -> Effect:
        """The same effect under a name."""
        return replace(self, label=label)

    def scaled(self, factor: float, measure: str | None = None) -> Effect:
        """The effect in another unit: estimate, standard error and interval times ``factor``.

        For example from points of a 0–100 scale to points of a 0–10 scale with ``scaled(0.1)``, or the
        other direction of benefit with ``scaled(-1)``. Ratios cannot be scaled (ValueError).
        """
        factor = finite("factor", factor)
        if factor == 0:
            raise ValueError("factor must differ from 0, got 0")
        if self.is_ratio:
            raise ValueError(f"a {self.measure} has no unit to convert: scaled() is for differences")
        low, high = sorted((self.ci_low * factor, self.ci_high * factor))
        return replace(
            self,
            estimate=self.estimate * factor,
            se=self.se * abs(factor),
            ci_low=low,
            ci_high=high,
            measure=measure or self.measure,
        )

    def __str__(self) -> str:
        owner = f"{self.label}: " if self.label else ""
        return (
            f"{owner}{self.measure} {_short(self.estimate)}, {self.level:.0%} CI {_short(self.ci_low)} to "
            f"{_short(self.ci_high)}, p {p_text(self.p_value)}"
        )


def _short(value: float) -> str:
    return f"{value:.2f}" if abs(value) >= 0.1 or value == 0 else f"{value:.2g}"


def p_text(p: float) -> str:
    """A p value as a paper would print it: "= 0.016", "< 0.001"."""
    return "< 0.001" if p < 0.001 else f"= {p:.2g}" if p < 0.1 else f"= {p:.2f}"


def from_standard_error(
    analysed: float,
    se: float,
    measure: str,
    *,
    level: float = 0.95,
    df: float | None = None,
    label: str = "",
    note: str = "",
) -> Effect:
    """An effect from its estimate and standard error on the scale of the analysis.

    Parameters
    ----------
    analysed : the estimate; the natural logarithm of a ratio.
    se : its standard error, above 0.
    measure : "mean difference", "risk ratio", …; decides whether the estimate is a logarithm.
    level : level of the interval.
    df : degrees of freedom for t; None uses the normal distribution.
    """
    analysed, se = finite("analysed", analysed), positive("se", se)
    spread = stats.norm if df is None else stats.t(positive("df", df))
    reach = float(spread.ppf(0.5 + probability("level", level) / 2)) * se
    back = math.exp if measure in RATIOS else float
    return Effect(
        estimate=back(analysed),
        se=se,
        ci_low=back(analysed - reach),
        ci_high=back(analysed + reach),
        p_value=float(2 * spread.sf(abs(analysed) / se)),
        measure=measure,
        label=label,
        level=level,
        df=df,
        note=note,
    )


def two_by_two(events_t: int, n_t: int, events_c: int, n_c: int) -> tuple[float, float, float, float]:
    """The four cells, with and without the event on treatment and on the comparator, checked."""
    n_t, n_c = whole("n_t", n_t, least=1), whole("n_c", n_c, least=1)
    events_t = whole("events_t", events_t, most=n_t)
    events_c = whole("events_c", events_c, most=n_c)
    return events_t, n_t - events_t, events_c, n_c - events_c


_CORRECTED = "0.5 added to each cell of this table, which has an empty one"


def _corrected(cells: tuple[float, float, float, float]) -> tuple[tuple[float, ...], str]:
    if min(cells) == 0:
        return tuple(cell + 0.5 for cell in cells), _CORRECTED
    return cells, ""


def risk_ratio(
    events_t: int, n_t: int, events_c: int, n_c: int, *, level: float = 0.95, label: str = ""
) -> Effect:
    """Risk of an event on treatment over the risk on the comparator.

    Interval on the log scale with SE² = 1/a − 1/n_t + 1/c − 1/n_c (Katz et al., Biometrics 1978). If any
    cell of the table is empty, 0.5 is added to its four cells. Such a table says little when nobody in
    either arm had the event: the ratio then reflects the group sizes alone.

    Parameters
    ----------
    events_t, n_t : people with the event, and people, on treatment.
    events_c, n_c : the same on the comparator.
    level : level of the interval.
    label : whose effect it is.

    Returns
    -------
    Effect, its ``se`` on the log scale.

    Raises
    ------
    ValueError
        If events are below 0 or above n, or an n is below 1.
    """
    (a, b, c, d), note = _corrected(two_by_two(events_t, n_t, events_c, n_c))
    n_treated, n_compared = a + b, c + d
    se = math.sqrt(1 / a - 1 / n_treated + 1 / c - 1 / n_compared)
    log_ratio = math.log((a / n_treated) / (c / n_compared))
    return from_standard_error(log_ratio, se, "risk ratio", level=level, label=label, note=note)


def odds_ratio(
    events_t: int, n_t: int, events_c: int, n_c: int, *, level: float = 0.95, label: str = ""
) -> Effect:
    """Odds of an event on treatment over the odds on the comparator.

    Interval on the log scale with SE² = 1/a + 1/b + 1/c + 1/d (Woolf, Ann Hum Genet 1955); 0.5 is added
    to the four cells of a table with an empty one. Parameters, returns and raises as ``risk_ratio``.
    """
    (a, b, c, d), note = _corrected(two_by_two(events_t, n_t, events_c, n_c))
    se = math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    return from_standard_error(
        math.log(a * d / (b * c)), se, "odds ratio", level=level, label=label, note=note
    )


def risk_difference(
    events_t: int,
    n_t: int,
    events_c: int,
    n_c: int,
    *,
    method: str = "wald",
    level: float = 0.95,
    label: str = "",
) -> Effect:
    """Risk of an event on treatment minus the risk on the comparator, as a fraction (0.1 is 10 points).

    SE² = p_t(1 − p_t)/n_t + p_c(1 − p_c)/n_c, and the Wald interval of it. The estimate needs no correction
    for empty cells; where the standard error would be 0 (nobody or everybody in both arms), it is taken from
    the table with 0.5 added to each cell. "newcombe" makes the interval of the two Wilson intervals
    (Newcombe, Stat Med 1998, method 10), which holds in small arms and with few events; the standard error
    and p value stay Wald's, as a pool needs them.

    Parameters
    ----------
    events_t, n_t, events_c, n_c, level, label : as in ``risk_ratio``.
    method : of the interval, "wald" (as meta-analyses do) or "newcombe" (as a small trial should).

    Raises
    ------
    ValueError
        As ``risk_ratio``, or if the method is unknown.
    """
    one_of("method", method, ("wald", "newcombe"))
    cells = two_by_two(events_t, n_t, events_c, n_c)
    a, b, c, d = cells
    difference = a / (a + b) - c / (c + d)
    note = ""
    if a * b + c * d == 0:
        (a, b, c, d), note = tuple(cell + 0.5 for cell in cells), _CORRECTED
    se = math.sqrt(a * b / (a + b) ** 3 + c * d / (c + d) ** 3)
    wald = from_standard_error(difference, se, "risk difference", level=level, label=label, note=note)
    if method == "wald":
        return wald
    from ldn.evidence.rare_events import wilson_interval

    treated, compared = wilson_interval(events_t, n_t, level), wilson_interval(events_c, n_c, level)
    p_t, p_c = events_t / n_t, events_c / n_c
    return replace(
        wald,
        ci_low=difference - math.hypot(p_t - treated.low, compared.high - p_c),
        ci_high=difference + math.hypot(treated.high - p_t, p_c - compared.low),
        note="interval after Newcombe; standard error and p value after Wald",
    )


def rate_ratio(
    events_t: int,
    exposure_t: float,
    events_c: int,
    exposure_c: float,
    *,
    level: float = 0.95,
    label: str = "",
) -> Effect:
    """Rate of events (not people: one person may have several) on treatment over the rate on the comparator.

    Interval on the log scale with SE² = 1/events_t + 1/events_c, for Poisson counts (Cochrane Handbook
    6.7.1). 0.5 is added to both counts if one is 0.

    Parameters
    ----------
    events_t, events_c : events counted, 0 or more.
    exposure_t, exposure_c : observed time, or people watched equally long; same unit, above 0.
    level, label : as in ``risk_ratio``.
    """
    counts = whole("events_t", events_t), whole("events_c", events_c)
    exposure_t, exposure_c = positive("exposure_t", exposure_t), positive("exposure_c", exposure_c)
    note = ""
    if min(counts) == 0:
        counts, note = tuple(count + 0.5 for count in counts), "0.5 added to both counts, one of which is 0"
    log_ratio = math.log(counts[0] / exposure_t / (counts[1] / exposure_c))
    se = math.sqrt(1 / counts[0] + 1 / counts[1])
    return from_standard_error(log_ratio, se, "rate ratio", level=level, label=label, note=note)


def mean_difference(
    m_t: float,
    sd_t: float,
    n_t: int,
    m_c: float,
    sd_c: float,
    n_c: int,
    *,
    distribution: str = "normal",
    level: float = 0.95,
    label: str = "",
) -> Effect:
    """Mean on treatment minus mean on the comparator, of two independent groups.

    SE² = sd_t²/n_t + sd_c²/n_c (Cochrane Handbook 6.5.1.1). With "student" the standard deviation is
    pooled and t has n_t + n_c − 2 degrees of freedom; with "welch" they are Welch's.

    Parameters
    ----------
    m_t, sd_t, n_t : mean, standard deviation and number of people on treatment.
    m_c, sd_c, n_c : the same on the comparator, in the same unit.
    distribution : "normal" (as meta-analyses do), "welch" or "student" (as a small trial should).
    level, label : as in ``risk_ratio``.

    Raises
    ------
    ValueError
        If a standard deviation is not above 0, an n is below 2 or the distribution is unknown.
    """
    sd_t, sd_c = positive("sd_t", sd_t), positive("sd_c", sd_c)
    n_t, n_c = whole("n_t", n_t, least=2), whole("n_c", n_c, least=2)
    one_of("distribution", distribution, ("normal", "welch", "student"))
    v_t, v_c = sd_t**2 / n_t, sd_c**2 / n_c
    se, df = math.sqrt(v_t + v_c), None
    if distribution == "welch":
        df = (v_t + v_c) ** 2 / (v_t**2 / (n_t - 1) + v_c**2 / (n_c - 1))
    elif distribution == "student":
        df = n_t + n_c - 2
        se = pooled_sd(sd_t, n_t, sd_c, n_c) * math.sqrt(1 / n_t + 1 / n_c)
    difference = finite("m_t", m_t) - finite("m_c", m_c)
    return from_standard_error(difference, se, "mean difference", level=level, df=df, label=label)


def pooled_sd(sd_t: float, n_t: int, sd_c: float, n_c: int) -> float:
    """Standard deviation of both groups together, weighted by their degrees of freedom."""
    return math.sqrt(((n_t - 1) * sd_t**2 + (n_c - 1) * sd_c**2) / (n_t + n_c - 2))


def standardized_mean_difference(
    m_t: float,
    sd_t: float,
    n_t: int,
    m_c: float,
    sd_c: float,
    n_c: int,
    *,
    small_sample_correction: bool = True,
    level: float = 0.95,
    label: str = "",
) -> Effect:
    """Mean difference in units of the pooled standard deviation: Hedges' g, or Cohen's d without correction.

    g = d · (1 − 3/(4(n_t + n_c) − 9)) (Hedges, J Educ Stat 1981); see ``smd_standard_error``.

    Parameters
    ----------
    m_t, sd_t, n_t, m_c, sd_c, n_c : as in ``mean_difference``.
    small_sample_correction : True gives Hedges' g, False Cohen's d.
    level, label : as in ``risk_ratio``.
    """
    sd_t, sd_c = positive("sd_t", sd_t), positive("sd_c", sd_c)
    n_t, n_c = whole("n_t", n_t, least=2), whole("n_c", n_c, least=2)
    smd = (finite("m_t", m_t) - finite("m_c", m_c)) / pooled_sd(sd_t, n_t, sd_c, n_c)
    note = "Cohen's d"
    if small_sample_correction:
        smd *= 1 - 3 / (4 * (n_t + n_c) - 9)
        note = "Hedges' g"
    return from_standard_error(
        smd,
        smd_standard_error(smd, n_t, n_c),
        "standardised mean difference",
        level=level,
        label=label,
        note=note,
    )


def smd_standard_error(smd: float, n_t: int, n_c: int) -> float:
    """Standard error of a standardised mean difference of two independent groups.

    SE² = 1/n_t + 1/n_c + smd²/(2(n_t + n_c)) (Hedges & Olkin 1985; Borenstein et al. 2009, eq. 4.20).
    """
    n_t, n_c = whole("n_t", n_t, least=2), whole("n_c", n_c, least=2)
    return math.sqrt(1 / n_t + 1 / n_c + finite("smd", smd) ** 2 / (2 * (n_t + n_c)))


def paired_difference(
    m_t: float,
    sd_t: float,
    m_c: float,
    sd_c: float,
    n: int,
    *,
    within_r: float,
    level: float = 0.95,
    label: str = "",
) -> Effect:
    """Mean on treatment minus mean on the comparator, of the same people (a crossover trial).

    SE² = (sd_t² + sd_c² − 2·r·sd_t·sd_c)/n, t with n − 1 degrees of freedom (Elbourne et al., Int J
    Epidemiol 2002). With r = 0 the pairing is ignored, and the interval is too wide.

    Parameters
    ----------
    m_t, sd_t : mean and standard deviation on treatment.
    m_c, sd_c : the same on the comparator, in the same unit.
    n : people measured under both.
    within_r : correlation between a person's two results, −1 to 1.
    level, label : as in ``risk_ratio``.
    """
    from ldn.evidence.dispersion import paired_difference_sd

    n = whole("n", n, least=2)
    se = paired_difference_sd(sd_t, sd_c, within_r) / math.sqrt(n)
    difference = finite("m_t", m_t) - finite("m_c", m_c)
    return from_standard_error(difference, se, "mean difference", level=level, df=n - 1, label=label)


def effect_from_ci(
    estimate: float,
    ci_low: float,
    ci_high: float,
    *,
    ratio: bool = False,
    level: float = 0.95,
    df: float | None = None,
    measure: str | None = None,
    label: str = "",
) -> Effect:
    """The standard error and p value hidden in a printed confidence interval.

    SE = (high − low)/(2q), on the log scale for ratios, where q is the quantile of the normal, or of t if
    the paper used it (Cochrane Handbook 6.3.1). The printed ends are kept as they are.

    Parameters
    ----------
    estimate, ci_low, ci_high : as printed, in this order of size: low ≤ estimate ≤ high.
    ratio : True if they are ratios; then all three must be above 0.
    level : level of the printed interval.
    df : degrees of freedom, if the interval came from t; None for the normal distribution.
    measure : name of the measure; "ratio" or "difference" unless told.
    label : whose effect it is.

    Raises
    ------
    ValueError
        If the three are out of order, or a ratio is not above 0.
    """
    bounds = {"estimate": estimate, "ci_low": ci_low, "ci_high": ci_high}
    check = positive if ratio else finite
    estimate, ci_low, ci_high = (check(name, value) for name, value in bounds.items())
    if not (ci_low <= estimate <= ci_high and ci_low < ci_high):
        raise ValueError(
            f"ci_low ≤ estimate ≤ ci_high is needed, got {ci_low:g}, {estimate:g}, {ci_high:g}: "
            "is the interval printed the other way round, or of something else?"
        )
    measure = _measure(measure, ratio)
    spread = stats.norm if df is None else stats.t(positive("df", df))
    quantile = float(spread.ppf(0.5 + probability("level", level) / 2))
    to_analysed = math.log if ratio else float
    se = (to_analysed(ci_high) - to_analysed(ci_low)) / (2 * quantile)
    recomputed = from_standard_error(to_analysed(estimate), se, measure, level=level, df=df, label=label)
    return replace(
        recomputed, estimate=estimate, ci_low=ci_low, ci_high=ci_high, note="from a printed interval"
    )


def effect_from_p(
    estimate: float,
    p: float,
    *,
    df: float | None = None,
    ratio: bool = False,
    level: float = 0.95,
    measure: str | None = None,
    label: str = "",
) -> Effect:
    """The standard error and interval hidden in a printed two-sided p value.

    SE = |estimate|/q with q the quantile at 1 − p/2 of the normal, or of t with ``df`` degrees of freedom
    (n − 1 for a paired test of n people; Cochrane Handbook 6.3.2). A rounded p gives a rough answer.

    Parameters
    ----------
    estimate : the printed difference (not 0) or ratio (not 1).
    p : two-sided p value, 0 < p < 1. "p < 0.001" is a bound, not a value: use it only as such.
    df : degrees of freedom of the t test, None for a test on the normal distribution.
    ratio : True if the estimate is a ratio.
    level, measure, label : as in ``effect_from_ci``.

    Raises
    ------
    ValueError
        If p lies outside (0, 1), or the estimate shows no effect at all, which no p value can scale.
    """
    estimate = positive("estimate", estimate) if ratio else finite("estimate", estimate)
    p = probability("p", p)
    analysed = math.log(estimate) if ratio else estimate
    if analysed == 0:
        raise ValueError(
            f"estimate must differ from {'1' if ratio else '0'}, got {estimate:g}: "
            "without an effect, p tells nothing about the standard error"
        )
    spread = stats.norm if df is None else stats.t(positive("df", df))
    se = abs(analysed) / float(spread.isf(p / 2))
    return from_standard_error(
        analysed,
        se,
        _measure(measure, ratio),
        level=level,
        df=df,
        label=label,
        note="from a printed p value",
    )


def _measure(measure: str | None, ratio: bool) -> str:
    if measure is None:
        return "ratio" if ratio else "difference"
    if (measure in RATIOS) != ratio:
        raise ValueError(f"measure {measure!r} and ratio={ratio} contradict each other")
    return measure

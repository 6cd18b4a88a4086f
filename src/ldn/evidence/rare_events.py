"""Rates from few events, or from none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from scipy import stats

from ldn.evidence.arguments import one_of, probability, whole
from ldn.evidence.effects import Effect


class Interval(NamedTuple):
    """Both ends of an interval."""

    low: float
    high: float


def wilson_interval(x: int, n: int, level: float = 0.95) -> Interval:
    """Confidence interval of a proportion, sensible for small n and for 0 or n events.

    Wilson's score interval (J Am Stat Assoc 1927): the proportions that a normal test would not reject.

    Parameters
    ----------
    x : people with the event, 0 to n.
    n : people, at least 1.
    level : level of the interval.

    Returns
    -------
    Interval(low, high), fractions from 0 to 1.
    """
    n = whole("n", n, least=1)
    x = whole("x", x, most=n)
    z2 = float(stats.norm.ppf(0.5 + probability("level", level) / 2)) ** 2
    p = x / n
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    reach = math.sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n**2))) / (1 + z2 / n)
    # At the ends the sum is 0 or 1 but for the last digit of the arithmetic.
    return Interval(0.0 if x == 0 else centre - reach, 1.0 if x == n else centre + reach)


def zero_event_upper_bound(n: int, level: float = 0.95, *, method: str = "exact") -> float:
    """Highest risk that still fits having seen no event in n people.

    Exact: 1 − (1 − level)^(1/n), one-sided, from the binomial chance (1 − risk)^n of seeing none
    (Clopper & Pearson, Biometrika 1934). Rule of three: 3/n at 95 %, −ln(1 − level)/n in general (Hanley &
    Lippman-Hand, JAMA 1983).

    Parameters
    ----------
    n : people watched, at least 1.
    level : confidence, strictly between 0 and 1.
    method : "exact" or "rule of three".

    Returns
    -------
    A fraction from 0 to 1.
    """
    n, level = whole("n", n, least=1), probability("level", level)
    one_of("method", method, ("exact", "rule of three"))
    if method == "exact":
        return -math.expm1(math.log1p(-level) / n)
    # The rule rounds −ln 0.05 = 2.996 to the number it is named after.
    events = 3.0 if level == 0.95 else -math.log1p(-level)
    return min(1.0, events / n)


def event_upper_bound(x: int, n: int, level: float = 0.95) -> float:
    """Highest risk that still fits having seen as few as x events in n people.

    One-sided and exact: the risk at which x events or fewer come with a chance of 1 − level (Clopper & Pearson,
    Biometrika 1934), a quantile of the beta distribution. With x = 0 it is ``zero_event_upper_bound``.

    Parameters
    ----------
    x : people with the event, 0 to n.
    n : people watched, at least 1.
    level : confidence, strictly between 0 and 1.

    Returns
    -------
    A fraction from 0 to 1; 1 if everybody had the event.
    """
    n = whole("n", n, least=1)
    x, level = whole("x", x, most=n), probability("level", level)
    return 1.0 if x == n else float(stats.beta.ppf(level, x + 1, n - x))


def people_to_see_an_event(risk: float, chance: float = 0.95) -> int:
    """How many people must be watched to see at least one event with the given chance.

    The least n with 1 − (1 − risk)^n ≥ chance.

    Parameters
    ----------
    risk : each person's risk of the event, strictly between 0 and 1.
    chance : wanted probability of at least one event, strictly between 0 and 1.
    """
    needed = math.log1p(-probability("chance", chance)) / math.log1p(-probability("risk", risk))
    return math.ceil(needed - 1e-9)


def chance_of_an_event(risk: float, n: int) -> float:
    """Probability of at least one event among n people with the given risk each: 1 − (1 − risk)^n."""
    return -math.expm1(whole("n", n) * math.log1p(-probability("risk", risk)))


@dataclass(frozen=True)
class NumberNeededToTreat:
    """How many people treated for one to gain (benefit), or for one to be harmed.

    ``ends`` are the numbers at the ends of the risk difference's interval, each with its direction. Where
    the difference may be zero, ``unbounded`` is True: the interval runs from one end of benefit through
    infinity to harm, and not between the two numbers.
    """

    number: float
    direction: str
    ends: tuple[tuple[float, str], tuple[float, str]]
    unbounded: bool
    level: float = 0.95

    def __str__(self) -> str:
        (first, first_way), (second, second_way) = self.ends
        through = "through infinity to" if self.unbounded else "to"
        return (
            f"{self.number:.1f} treated for one {self.direction}; {self.level:.0%} CI "
            f"{first:.1f} ({first_way}) {through} {second:.1f} ({second_way})"
        )


def number_needed_to_treat(
    effect: Effect, *, event: str = "desirable", comparator_risk: float | None = None
) -> NumberNeededToTreat:
    """Number needed to treat from a risk difference, or from a ratio and the risk it acts on.

    1/|difference|; the interval after Altman (BMJ 1998): if the difference may be 0, it runs from benefit
    through infinity to harm.

    Parameters
    ----------
    effect : a risk difference; or a risk ratio together with ``comparator_risk``.
    event : "desirable" (response, remission) or "undesirable" (an adverse event).
    comparator_risk : risk without treatment, strictly between 0 and 1; only with a risk ratio.

    Raises
    ------
    TypeError
        If effect is no Effect.
    ValueError
        If its measure does not fit, or the difference is exactly 0: no number exists.
    """
    if not isinstance(effect, Effect):
        raise TypeError(f"effect must be an Effect, for example from risk_difference(), got {effect!r}")
    one_of("event", event, ("desirable", "undesirable"))
    difference, low, high = _risk_differences(effect, comparator_risk)
    if difference == 0:
        raise ValueError("the risk difference is 0: nobody gains or loses, and no number needed exists")
    sign = 1 if event == "desirable" else -1

    def needed(value: float) -> tuple[float, str]:
        way = "benefit" if value * sign > 0 else "harm"
        return (math.inf if value == 0 else 1 / abs(value)), way

    # The interval is told from the end nearest to benefit.
    ends = sorted((low, high), key=lambda value: -value * sign)
    number, direction = needed(difference)
    return NumberNeededToTreat(
        number=number,
        direction=direction,
        ends=(needed(ends[0]), needed(ends[1])),
        unbounded=low <= 0 <= high,
        level=effect.level,
    )


def _risk_differences(effect: Effect, comparator_risk: float | None) -> tuple[float, float, float]:
    values = effect.estimate, effect.ci_low, effect.ci_high
    if effect.measure == "risk difference" and comparator_risk is None:
        return values
    if effect.measure == "risk ratio" and comparator_risk is not None:
        risk = probability("comparator_risk", comparator_risk)
        return tuple(risk * (ratio - 1) for ratio in values)
    raise ValueError(
        "effect must be a risk difference, or a risk ratio together with comparator_risk; got "
        f"a {effect.measure}{'' if comparator_risk is None else f' with comparator_risk={comparator_risk:g}'}"
    )

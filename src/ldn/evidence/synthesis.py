"""Meta-analysis: several trials' effects as one, with what they disagree about."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import optimize, stats

from ldn.evidence.arguments import one_of, probability, whole
from ldn.evidence.effects import RATIOS, Effect, p_text

HETEROGENEITY = ("DL", "PM", "REML")


@dataclass(frozen=True)
class Pooled:
    """The common answer of several trials, and how far they agree.

    Attributes
    ----------
    estimate, ci_low, ci_high, p_value : of the pooled effect, in the unit of the trials (ratios as ratios).
    se : its standard error, on the log scale for ratios.
    tau2 : variance of the true effects between trials (log scale for ratios); 0 in a fixed-effect model.
    q, q_p_value : Cochran's Q and its p value on k − 1 degrees of freedom.
    i2 : I² in percent: the share of the scatter that chance within trials does not explain.
    k : number of trials.
    weights : each trial's share, adding up to 1, labelled.
    prediction_low, prediction_high : where the true effect of a new, similar trial would lie; NaN below
        three trials or in a fixed-effect model, which has nothing to say about it.
    """

    estimate: float
    se: float
    ci_low: float
    ci_high: float
    p_value: float
    tau2: float
    q: float
    q_p_value: float
    i2: float
    k: int
    weights: pd.Series
    prediction_low: float
    prediction_high: float
    measure: str
    model: str
    level: float
    effects: tuple[Effect, ...]

    def to_frame(self) -> pd.DataFrame:
        """One row a trial and one for the pool: estimate, interval and weight, as a forest plot lists them."""
        rows = [
            {
                "study": name,
                "estimate": e.estimate,
                "ci_low": e.ci_low,
                "ci_high": e.ci_high,
                "weight": weight,
            }
            for (name, weight), e in zip(self.weights.items(), self.effects, strict=True)
        ]
        pooled = {
            "study": "Pooled",
            "estimate": self.estimate,
            "ci_low": self.ci_low,
            "ci_high": self.ci_high,
            "weight": 1.0,
        }
        return pd.DataFrame([*rows, pooled])

    def __str__(self) -> str:
        sentence = (
            f"{self.k} trials, {self.model}: {self.measure} {self.estimate:.2f}, {self.level:.0%} CI "
            f"{self.ci_low:.2f} to {self.ci_high:.2f}, p {p_text(self.p_value)}; I² {self.i2:.0f}%."
        )
        if math.isnan(self.prediction_low):
            return sentence
        return (
            f"{sentence} A new trial's true effect may lie anywhere from {self.prediction_low:.2f} "
            f"to {self.prediction_high:.2f}."
        )


def pool(
    effects: Sequence[Effect] | Mapping[str, Effect],
    *,
    model: str = "random",
    tau2: str = "DL",
    hartung_knapp: bool = False,
    level: float = 0.95,
) -> Pooled:
    """Pool effects by inverse variance.

    Fixed effect: weights 1/se². Random effects: weights 1/(se² + τ²), with τ² after DerSimonian & Laird
    (Control Clin Trials 1986), Paule & Mandel (J Res Natl Bur Stand 1982) or restricted maximum
    likelihood (Viechtbauer, J Educ Behav Stat 2005). Hartung & Knapp (Stat Med 2001) replace the normal
    interval by t on k − 1 degrees of freedom and the variance by the weighted scatter of the trials about
    the pool: honest with few trials, and sometimes narrower than the normal interval when they agree by
    chance. The prediction interval is that of Higgins, Thompson & Spiegelhalter (J R Stat Soc A 2009), t on
    k − 2 degrees of freedom.

    Parameters
    ----------
    effects : two or more effects of one measure; a mapping names them, otherwise their labels do.
    model : "random" or "fixed".
    tau2 : "DL", "PM" or "REML"; how the variance between trials is estimated.
    hartung_knapp : only with the random-effects model.
    level : level of both intervals.

    Returns
    -------
    Pooled, which prints itself as a sentence.

    Raises
    ------
    ValueError
        If there are fewer than two effects, their measures differ, or an option is unknown.
    """
    effects = _named(effects)
    one_of("model", model, ("random", "fixed"))
    one_of("tau2", tau2, HETEROGENEITY)
    probability("level", level)
    if hartung_knapp and model == "fixed":
        raise ValueError("hartung_knapp=True needs model='random', got model='fixed'")

    y = np.array([e.analysed for e in effects])
    v = np.array([e.se**2 for e in effects])
    k = len(effects)
    q = _cochran_q(y, v)
    variance_between = _VARIANCE_BETWEEN[tau2](y, v) if model == "random" else 0.0
    weights = 1 / (v + variance_between)
    centre = float(np.average(y, weights=weights))
    se = float(1 / math.sqrt(weights.sum()))
    spread = stats.norm
    if hartung_knapp:
        se *= math.sqrt(float(weights @ (y - centre) ** 2) / (k - 1))
        spread = stats.t(k - 1)
    reach = float(spread.ppf(0.5 + level / 2)) * se
    predicted = _prediction_reach(se, variance_between, k, level) if model == "random" else math.nan

    measure = effects[0].measure
    back = math.exp if measure in RATIOS else float
    return Pooled(
        estimate=back(centre),
        se=se,
        ci_low=back(centre - reach),
        ci_high=back(centre + reach),
        p_value=float(2 * spread.sf(abs(centre) / se)) if se > 0 else math.nan,
        tau2=float(variance_between),
        q=q,
        q_p_value=float(stats.chi2.sf(q, k - 1)),
        i2=100 * max(0.0, (q - (k - 1)) / q) if q > 0 else 0.0,
        k=k,
        weights=pd.Series(weights / weights.sum(), index=[e.label for e in effects], name="weight"),
        prediction_low=back(centre - predicted),
        prediction_high=back(centre + predicted),
        measure=measure,
        model=_model_name(model, tau2, hartung_knapp),
        level=level,
        effects=effects,
    )


def _named(effects: Sequence[Effect] | Mapping[str, Effect]) -> tuple[Effect, ...]:
    if isinstance(effects, Mapping):
        effects = [effect.labelled(name) for name, effect in effects.items()]
    effects = list(effects)
    for effect in effects:
        if not isinstance(effect, Effect):
            raise TypeError(f"effects must hold Effect objects, got {type(effect).__name__}")
    if len(effects) < 2:
        raise ValueError(f"effects must hold at least 2 effects to pool, got {len(effects)}")
    measures = sorted({e.measure for e in effects})
    if len(measures) > 1:
        raise ValueError(f"effects must share one measure, got {', '.join(measures)}")
    return tuple(e if e.label else e.labelled(f"trial {i}") for i, e in enumerate(effects, start=1))


def _model_name(model: str, tau2: str, hartung_knapp: bool) -> str:
    if model == "fixed":
        return "fixed effect"
    return f"random effects ({tau2}, Hartung–Knapp)" if hartung_knapp else f"random effects ({tau2})"


def _cochran_q(y: np.ndarray, v: np.ndarray) -> float:
    return float(((y - np.average(y, weights=1 / v)) ** 2 / v).sum())


def _dersimonian_laird(y: np.ndarray, v: np.ndarray) -> float:
    w = 1 / v
    scale = w.sum() - (w**2).sum() / w.sum()
    return max(0.0, float((_cochran_q(y, v) - (len(y) - 1)) / scale))


def _paule_mandel(y: np.ndarray, v: np.ndarray) -> float:
    def excess(tau2: float) -> float:
        return _cochran_q(y, v + tau2) - (len(y) - 1)

    if excess(0.0) <= 0:
        return 0.0
    # Q falls as τ² grows, and at this value it is below k − 1: the root lies between. (The iteration of
    # statsmodels can stop before it is there.)
    return float(optimize.brentq(excess, 0.0, float(np.var(y, ddof=1)), xtol=1e-14))


def _restricted_maximum_likelihood(y: np.ndarray, v: np.ndarray) -> float:
    def negative_log_likelihood(tau2: float) -> float:
        w = 1 / (v + tau2)
        residual = y - np.average(y, weights=w)
        return 0.5 * float(np.log(v + tau2).sum() + math.log(w.sum()) + w @ residual**2)

    # The scatter of the estimates themselves bounds what can lie between the trials.
    most = 10 * float(np.var(y, ddof=1)) + float(v.max())
    fit = optimize.minimize_scalar(
        negative_log_likelihood, bounds=(0, most), method="bounded", options={"xatol": 1e-10 * most}
    )
    # The bounded search never tries the end itself.
    return float(fit.x) if fit.fun < negative_log_likelihood(0.0) else 0.0


_VARIANCE_BETWEEN = {
    "DL": _dersimonian_laird,
    "PM": _paule_mandel,
    "REML": _restricted_maximum_likelihood,
}


def _prediction_reach(se: float, tau2: float, k: int, level: float) -> float:
    if k < 3:
        return math.nan
    return float(stats.t.ppf(0.5 + level / 2, k - 2)) * math.sqrt(tau2 + se**2)


def mantel_haenszel_risk_ratio(tables: Sequence[tuple[int, int, int, int]]) -> float:
    """Risk ratio pooled over tables with the weights of Mantel & Haenszel, steady where events are few.

    Σ(a·n_c/N)/Σ(c·n_t/N) (Greenland & Robins, Biometrics 1985).

    Parameters
    ----------
    tables : (events_t, n_t, events_c, n_c) of each trial.

    Raises
    ------
    ValueError
        If there is no table, a count is impossible, or no comparator arm has an event.
    """
    if len(tables) == 0:
        raise ValueError("tables must hold at least 1 table, got 0")
    above = below = 0.0
    for events_t, n_t, events_c, n_c in tables:
        n_t, n_c = whole("n_t", n_t, least=1), whole("n_c", n_c, least=1)
        above += whole("events_t", events_t, most=n_t) * n_c / (n_t + n_c)
        below += whole("events_c", events_c, most=n_c) * n_t / (n_t + n_c)
    if below == 0:
        raise ValueError("no comparator arm has an event (events_c is 0 in every table): no ratio exists")
    return above / below

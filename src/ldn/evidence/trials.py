"""Simulated trials: what a true effect, or none, looks like through small samples."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy import special

from ldn.evidence.arguments import between, finite, one_of, positive, probability, whole


def simulate_trials(
    design: str,
    *,
    n: int,
    effect: float,
    sd: float,
    n_trials: int,
    seed: int,
    carry_over: float = 0.0,
    within_r: float = 0.5,
    drop_out: float = 0.0,
    level: float = 0.95,
) -> pd.DataFrame:
    """Run the same trial many times over and list what each run would have reported.

    Parallel: n people, half on each arm, one result each; difference of means, pooled standard deviation,
    t with n − 2 degrees of freedom. Crossover: n people, half of them LDN first, a result in each of two
    periods; mean of each person's difference, paired t with n − 1 degrees of freedom. Results are normal
    with variance ``sd``² within an arm and correlation ``within_r`` between a person's two (Senn,
    Cross-over Trials in Clinical Research, 2002). Carry-over is left in the placebo period of those who
    took LDN first; the analysis does not know of it, and loses half of it from the effect.

    Parameters
    ----------
    design : "parallel" or "crossover".
    n : people randomised, at least 4; the first arm or sequence has the odd one.
    effect : true difference LDN minus placebo, in the unit of the outcome.
    sd : standard deviation between people of one result, in the same unit, above 0.
    n_trials : trials to run, at least 1.
    seed : makes the runs repeatable.
    carry_over : share of the effect that is still there in the following placebo period, 0 to 1;
        without meaning in a parallel trial, where it must be 0.
    within_r : correlation between a person's two results, −1 < r < 1; the parallel design ignores it.
    drop_out : chance that a person leaves without a result, 0 to below 1, at random; completers are analysed.
    level : level of the confidence intervals; ``significant`` is p < 1 − level.

    Returns
    -------
    DataFrame, one row a trial: n_analysed, estimate, se, ci_low, ci_high, p_value, significant. A trial in
    which too few complete has NaN.

    Raises
    ------
    ValueError
        If an argument lies outside its range.
    """
    n, n_trials = whole("n", n, least=4), whole("n_trials", n_trials, least=1)
    drop_out = between("drop_out", drop_out, 0, 1, closed=(True, False))
    rng = np.random.default_rng(whole("seed", seed))
    normals = rng.standard_normal((n_trials, n))
    return trials_from_draws(
        design,
        normals,
        effect=effect,
        sd=sd,
        carry_over=carry_over,
        within_r=within_r,
        stayed=rng.random(normals.shape) >= drop_out if drop_out else None,
        level=level,
    )


def trials_from_draws(
    design: str,
    normals: np.ndarray,
    *,
    effect: float,
    sd: float,
    carry_over: float = 0.0,
    within_r: float = 0.5,
    stayed: np.ndarray | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """The trials of ``simulate_trials`` from given luck: the same people can meet another design.

    Parameters
    ----------
    design, effect, sd, carry_over, within_r, level : as in ``simulate_trials``.
    normals : standard normal draws, one row a trial and one column a person; the first half of the columns
        (the odd one included) is the LDN arm, or takes LDN first.
    stayed : which people have a result, same shape; None for all.

    Returns
    -------
    DataFrame as from ``simulate_trials``.
    """
    one_of("design", design, ("parallel", "crossover"))
    if normals.ndim != 2 or normals.shape[1] < 4:
        raise ValueError(
            f"normals must have one row a trial and at least 4 people, got shape {normals.shape}"
        )
    effect, sd = finite("effect", effect), positive("sd", sd)
    carry_over = between("carry_over", carry_over, 0, 1)
    within_r = between("within_r", within_r, -1, 1, closed=(False, False))
    level = probability("level", level)
    if design == "parallel" and carry_over:
        raise ValueError(f"carry_over must be 0 in a parallel trial, got {carry_over:g}: nobody crosses over")

    n = normals.shape[1]
    if stayed is None:
        stayed = np.ones(normals.shape, dtype=bool)
    # The first people are the LDN arm, or the LDN-first sequence.
    first = np.arange(n) < (n + 1) // 2
    if design == "parallel":
        results = sd * normals + effect * first
        estimate, se, df = _two_groups(results, stayed & first, stayed & ~first)
    else:
        # Only the difference is analysed, and it needs one draw a person, not two.
        differences = sd * math.sqrt(2 * (1 - within_r)) * normals + effect * (1 - carry_over * first)
        estimate, se, df = _one_group(differences, stayed)

    usable = df > 0
    estimate, se = np.where(usable, estimate, np.nan), np.where(usable, se, np.nan)
    df = np.where(usable, df, 1)
    with np.errstate(invalid="ignore"):
        p_value = 2 * special.stdtr(df, -np.abs(estimate / se))
    reach = special.stdtrit(df, 0.5 + level / 2) * se
    return pd.DataFrame(
        {
            "n_analysed": stayed.sum(axis=1),
            "estimate": estimate,
            "se": se,
            "ci_low": estimate - reach,
            "ci_high": estimate + reach,
            "p_value": p_value,
            "significant": p_value < 1 - level,
        }
    )


def _moments(values: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Number, mean and sum of squared deviations of the kept values of each trial."""
    count = kept.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(kept, values, 0.0).sum(axis=1) / count
    squares = np.where(kept, (values - mean[:, None]) ** 2, 0.0).sum(axis=1)
    return count, mean, squares


def _one_group(differences: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    count, mean, squares = _moments(differences, kept)
    df = count - 1
    with np.errstate(invalid="ignore", divide="ignore"):
        return mean, np.sqrt(squares / df / count), df


def _two_groups(
    results: np.ndarray, treated: np.ndarray, compared: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    n_t, mean_t, squares_t = _moments(results, treated)
    n_c, mean_c, squares_c = _moments(results, compared)
    df = np.where((n_t > 0) & (n_c > 0), n_t + n_c - 2, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return mean_t - mean_c, np.sqrt((squares_t + squares_c) / df * (1 / n_t + 1 / n_c)), df


def summarise_trials(trials: pd.DataFrame, effect: float) -> pd.Series:
    """What the simulated trials show together: power, and how wrong the significant ones are.

    Parameters
    ----------
    trials : from ``simulate_trials``.
    effect : the true difference that was simulated.

    Returns
    -------
    Series with
    power : share of significant trials (with a true effect of 0: the false alarms);
    mean_estimate, bias : average estimate, and its distance from the truth;
    coverage : share of intervals that hold the truth;
    exaggeration : mean |estimate| of the significant trials over |effect|, the winner's curse;
    wrong_sign : share of the significant trials that point the wrong way (Gelman & Carlin, Perspect
        Psychol Sci 2014). The last two are NaN without a true effect or a significant trial.
    """
    effect = finite("effect", effect)
    missing = {"estimate", "ci_low", "ci_high", "significant"} - set(trials.columns)
    if missing:
        raise ValueError(f"trials lacks the columns {', '.join(sorted(missing))}: use simulate_trials()")
    if trials.empty:
        raise ValueError("trials must hold at least 1 row, got none")
    found = trials.loc[trials["significant"], "estimate"]
    speak = effect != 0 and len(found) > 0
    return pd.Series(
        {
            "power": trials["significant"].mean(),
            "mean_estimate": trials["estimate"].mean(),
            "bias": trials["estimate"].mean() - effect,
            "coverage": ((trials["ci_low"] <= effect) & (effect <= trials["ci_high"])).mean(),
            "exaggeration": found.abs().mean() / abs(effect) if speak else math.nan,
            "wrong_sign": (found * effect < 0).mean() if speak else math.nan,
        }
    )

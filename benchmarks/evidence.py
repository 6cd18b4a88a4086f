"""How fast the evidence library is, as ratios and against the ceilings that the course needs.

Run with `python benchmarks/evidence.py`. Four measurements:

1. 10,000 crossover trials of 30 people: under 1 s, and at least 20 times faster per trial than a loop over
   `scipy.stats.ttest_rel`, which does the same test.
2. The ESR game: the best of 17 useless predictors in 10 people, 10,000 times: at least 20 times faster per trial
   than a loop over `scipy.stats.pearsonr`.
3. Pooling three trials: under 5 ms, so that a reader who ticks trials on and off never waits.
4. Reading and checking the whole study store: under 1 s.

The exit status is 1 when a ceiling is broken.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from scipy import stats

from ldn.evidence import best_of_many_correlations, pool, simulate_trials, trial_effects
from ldn.reference.studies import read_study_store

TRIALS = 10_000
LOOP_TRIALS = 200
RUNS = 5


@dataclass(frozen=True)
class Line:
    """One row of the table."""

    what: str
    measured: str
    ceiling: str
    held: bool


def main() -> int:
    rng = np.random.default_rng(1)
    crossover = _seconds(
        lambda: simulate_trials("crossover", n=30, effect=-0.5, sd=2, n_trials=TRIALS, seed=1, carry_over=0.2)
    )
    loop = _seconds(lambda: _crossover_loop(rng))
    predictors = _seconds(lambda: best_of_many_correlations(10, 17, n_trials=TRIALS, seed=1))
    predictor_loop = _seconds(lambda: _predictor_loop(rng))
    effects = trial_effects("pain", condition="fibromyalgia")
    pooling = _seconds(lambda: pool(effects, hartung_knapp=True))
    directory = files("ldn.reference").joinpath("data", "studies")
    reading = _seconds(lambda: read_study_store(directory))

    faster = (loop / LOOP_TRIALS) / (crossover / TRIALS)
    faster_predictors = (predictor_loop / LOOP_TRIALS) / (predictors / TRIALS)
    lines = [
        Line("10,000 crossover trials of 30", f"{crossover:.3f} s", "< 1 s", crossover < 1),
        Line("  against a loop over ttest_rel", f"{faster:.0f} times", ">= 20 times", faster >= 20),
        Line(
            "10,000 searches among 17 predictors, against pearsonr",
            f"{faster_predictors:.0f} times",
            ">= 20 times",
            faster_predictors >= 20,
        ),
        Line("pool of 3 trials, Hartung–Knapp", f"{1000 * pooling:.2f} ms", "< 5 ms", pooling < 0.005),
        Line("reading and checking the study store", f"{reading:.2f} s", "< 1 s", reading < 1),
    ]
    width = max(len(line.what) for line in lines)
    for line in lines:
        verdict = "held" if line.held else "BROKEN"
        print(f"{line.what:<{width}}  {line.measured:>12}  {line.ceiling:>12}  {verdict}")
    return 0 if all(line.held for line in lines) else 1


def _seconds(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _crossover_loop(rng: np.random.Generator) -> list[float]:
    covariance = [[4, 2], [2, 4]]
    people = (rng.multivariate_normal([-0.5, 0], covariance, size=30) for _ in range(LOOP_TRIALS))
    return [stats.ttest_rel(results[:, 0], results[:, 1]).pvalue for results in people]


def _predictor_loop(rng: np.random.Generator) -> list[float]:
    best = []
    for _ in range(LOOP_TRIALS):
        outcome, predictors = rng.normal(size=10), rng.normal(size=(17, 10))
        best.append(max(abs(stats.pearsonr(outcome, predictor).statistic) for predictor in predictors))
    return best


if __name__ == "__main__":
    sys.exit(main())

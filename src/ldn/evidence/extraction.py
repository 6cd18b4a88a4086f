"""Data extraction: from what the store holds of a trial to an effect that can be pooled."""

from __future__ import annotations

import math

from ldn.evidence.arguments import one_of
from ldn.evidence.dispersion import sd_from_ci, sd_from_se
from ldn.evidence.effects import (
    Effect,
    effect_from_ci,
    effect_from_p,
    from_standard_error,
    mean_difference,
    odds_ratio,
    risk_difference,
    risk_ratio,
    smd_standard_error,
    standardized_mean_difference,
)
from ldn.reference.studies import StudyStore, study_store
from ldn.reference.study_schema import ArmResult, Contrast, Outcome, Study

_OF_COUNTS = {"risk ratio": risk_ratio, "odds ratio": odds_ratio, "risk difference": risk_difference}
MEASURES = ("mean difference", "standardised mean difference", *_OF_COUNTS)


class ExtractionError(ValueError):
    """The study has the outcome but not the numbers that the effect needs."""


def trial_effects(
    outcome: str,
    measure: str = "mean difference",
    *,
    condition: str | None = None,
    comparator: str = "placebo",
    pairing: str = "respected",
    analysis: str = "ITT",
    time_point: str = "main",
    scale_points: float | None = 10.0,
    leave_out: tuple[str, ...] = (),
    store: StudyStore | None = None,
) -> list[Effect]:
    """The effect of every LDN trial in the store that printed enough for it, oldest first.

    Trials that have the outcome but not the numbers are left out silently; ``trial_effect`` says what one
    of them lacks. Parameters as ``trial_effect``, and

    Parameters
    ----------
    condition : only trials in this condition, for example "fibromyalgia".
    leave_out : ids of studies to leave out.

    Returns
    -------
    list of Effect, labelled with the studies' names; ready for ``pool``.
    """
    store = store or study_store()
    for id in leave_out:
        store.study(id)
    effects = []
    for study in sorted(store.studies.values(), key=lambda study: (study.year or math.inf, study.id)):
        wanted = study.dose_band == "low" and study.id not in leave_out
        if not wanted or (condition is not None and study.condition != condition):
            continue
        try:
            effects.append(
                trial_effect(
                    study.id,
                    outcome,
                    measure,
                    comparator=comparator,
                    pairing=pairing,
                    analysis=analysis,
                    time_point=time_point,
                    scale_points=scale_points,
                    store=store,
                )
            )
        except ExtractionError:
            continue
    return effects


def trial_effect(
    study: str,
    outcome: str,
    measure: str = "mean difference",
    *,
    comparator: str = "placebo",
    pairing: str = "respected",
    analysis: str = "ITT",
    time_point: str = "main",
    scale_points: float | None = 10.0,
    store: StudyStore | None = None,
) -> Effect:
    """The effect of LDN in one trial, from the best of what it printed.

    Differences of means: a printed difference with its interval; else with its p value; else the arms'
    means with their spreads. A difference in percent of baseline is turned into points with the baseline
    that was printed. Standardised differences: the printed one, with the standard error that its group
    sizes give; for a crossover trial the paired difference over the arms' root mean square deviation, or
    a printed rank effect size, roughly. Ratios and risk differences: the arms' counts. The first result
    listed is the one at the study's own main time point.

    Parameters
    ----------
    study : id, for example "younger2013".
    outcome : id, for example "pain", "responder_30" or "any_adverse_event".
    measure : "mean difference", "standardised mean difference", "risk ratio", "odds ratio", "risk difference".
    comparator : "placebo", "active" or "untreated".
    pairing : "respected", or "ignored" to treat a crossover trial's arms as different people.
    analysis : "ITT" or "complete case", where counts are given for both.
    time_point : "main", the study's own, or "last", the latest at which it printed a difference of means;
        for a study that printed one time point they are the same.
    scale_points : length of the scale on which differences are told; None keeps the trial's own.
    store : a StudyStore other than the course's own.

    Raises
    ------
    ValueError
        If the study is unknown or an option is; ExtractionError, a ValueError, if the numbers are missing.
    """
    one_of("measure", measure, MEASURES)
    one_of("comparator", comparator, ("placebo", "active", "untreated"))
    one_of("pairing", pairing, ("respected", "ignored"))
    one_of("analysis", analysis, ("ITT", "complete case"))
    one_of("time_point", time_point, ("main", "last"))
    record = (store or study_store()).study(study)
    found = record.outcome(outcome)
    if found is None:
        raise ExtractionError(
            f"{study} has no outcome {outcome!r}; it has {', '.join(o.id for o in record.outcomes)}"
        )
    trial = _Comparison(record, found, comparator, pairing, time_point)
    if measure in _OF_COUNTS:
        return trial.of_counts(measure, analysis)
    if measure == "standardised mean difference":
        return trial.standardised()
    return trial.of_means(scale_points)


class _Comparison:
    """One outcome of one trial, LDN against one comparator."""

    def __init__(
        self, study: Study, outcome: Outcome, comparator: str, pairing: str, time_point: str
    ) -> None:
        self.study = study
        self.outcome = outcome
        self.treated = next((arm.id for arm in study.arms if arm.role == "LDN"), None)
        self.compared = next((arm.id for arm in study.arms if arm.role == comparator), None)
        if self.treated is None or self.compared is None:
            raise ExtractionError(f"{study.id} has no comparison of LDN with {comparator}")
        self.pairing = pairing
        self.weeks = self._last_weeks() if time_point == "last" else None

    def of_counts(self, measure: str, analysis: str) -> Effect:
        counts = []
        for arm in (self.treated, self.compared):
            result = self._result(
                arm,
                lambda r: r.events is not None and r.n is not None and (r.analysis or analysis) == analysis,
                f"counts by arm ({analysis})",
            )
            counts += [result.events, result.n]
        return _OF_COUNTS[measure](*counts, label=self.study.name)

    def of_means(self, scale_points: float | None) -> Effect:
        factor = self._to_points(scale_points)
        effect = self._printed_difference()
        if effect is None:
            effect = self._difference_of_arms()
        return effect.scaled(factor, "mean difference")

    def standardised(self) -> Effect:
        printed = self._contrast("standardised mean difference")
        if printed is not None:
            n_t, n_c = (self._people(arm) for arm in (self.treated, self.compared))
            return self._smd(printed.estimate, smd_standard_error(printed.estimate, n_t, n_c), "as printed")
        ranks = self._contrast("rank effect size")
        if ranks is not None and ranks.paired:
            n = self.study.participants.analysed if self.study.participants else None
            if n is None:
                raise self._lacks("the number of people analysed")
            return self._smd(
                ranks.estimate,
                math.sqrt(1 / n + ranks.estimate**2 / (2 * n)),
                "a rank effect size read as a standardised difference of pairs: rough",
            )
        arms = [self._mean_with_spread(arm) for arm in (self.treated, self.compared)]
        sds = [self._sd(result) for result in arms]
        if self._paired():
            difference = self._printed_difference()
            if difference is None:
                difference = self._difference_of_arms()
            unit = math.sqrt((sds[0] ** 2 + sds[1] ** 2) / 2)
            return self._smd(
                difference.estimate / unit, difference.se / unit, "paired, over the arms' root mean square SD"
            )
        return standardized_mean_difference(
            arms[0].value, sds[0], arms[0].n, arms[1].value, sds[1], arms[1].n, label=self.study.name
        )

    def _smd(self, estimate: float, se: float, note: str) -> Effect:
        return from_standard_error(
            estimate, se, "standardised mean difference", label=self.study.name, note=note
        )

    def _paired(self) -> bool:
        return self.study.design == "crossover" and self.pairing == "respected"

    def _contrast(self, measure: str) -> Contrast | None:
        return next(
            (
                c
                for c in self.outcome.contrasts
                if c.measure == measure
                and (c.arm, c.against) == (self.treated, self.compared)
                and self._is_then(c)
            ),
            None,
        )

    def _last_weeks(self) -> float | None:
        """The time of the latest printed difference of means, if there are several; None asks for the first."""
        printed = [
            c.weeks
            for c in self.outcome.contrasts
            if c.measure == "mean difference" and (c.arm, c.against) == (self.treated, self.compared)
        ]
        return max(printed) if len(printed) > 1 and None not in printed else None

    def _is_then(self, reported: ArmResult | Contrast) -> bool:
        return self.weeks is None or reported.weeks == self.weeks

    def _printed_difference(self) -> Effect | None:
        printed = self._contrast("mean difference")
        if printed is None or (printed.paired and not self._paired()):
            return None
        named = {"measure": "mean difference", "label": self.study.name}
        if printed.low is not None:
            return effect_from_ci(printed.estimate, printed.low, printed.high, df=printed.df, **named)
        if printed.p is not None and printed.p.bound == "=":
            return effect_from_p(printed.estimate, printed.p.value, df=printed.df, **named)
        return None

    def _difference_of_arms(self) -> Effect:
        t, c = (self._mean_with_spread(arm) for arm in (self.treated, self.compared))
        if self._paired():
            # Without a spread of the differences, only the printed p tells how close the pairs were.
            test = self._contrast("test only")
            if test is None or test.p is None or test.p.bound != "=":
                raise self._lacks("a p value or a spread of the paired differences")
            return effect_from_p(
                t.value - c.value, test.p.value, df=t.n - 1, measure="mean difference", label=self.study.name
            )
        return mean_difference(t.value, self._sd(t), t.n, c.value, self._sd(c), c.n, label=self.study.name)

    def _to_points(self, scale_points: float | None) -> float:
        outcome = self.outcome
        percent = outcome.unit == "percent of baseline"
        if scale_points is None and not percent:
            return 1.0
        if outcome.scale_low is None or outcome.scale_high is None:
            raise self._lacks("the ends of its scale (scale_points=None keeps the trial's own)")
        length = outcome.scale_high - outcome.scale_low
        factor = (scale_points or length) / length
        if percent:
            baseline = self._result(
                "baseline", lambda r: r.statistic == "level", "the level at baseline"
            ).value
            factor *= baseline / 100
        return factor

    def _mean_with_spread(self, arm: str) -> ArmResult:
        return self._result(
            arm,
            lambda r: (
                r.n is not None
                and r.weeks != 0
                and self._is_then(r)
                and r.centre == "mean"
                and (
                    r.spread_kind in ("SD", "SE", "CI half-width")
                    or (r.value is not None and r.low is not None)
                )
            ),
            "arm means with a spread of known kind",
        )

    def _sd(self, result: ArmResult) -> float:
        if result.spread_kind == "SD":
            return result.spread
        if result.spread_kind == "SE":
            return sd_from_se(result.spread, result.n)
        half_width = result.spread if result.spread is not None else (result.high - result.low) / 2
        return sd_from_ci(half_width, result.n)

    def _people(self, arm: str) -> int:
        entry = next(a for a in self.study.arms if a.id == arm)
        n = entry.analysed or entry.randomised
        if n is None:
            raise self._lacks(f"the number of people in arm {arm!r}")
        return n

    def _result(self, arm: str, fits, wanted: str) -> ArmResult:
        found = next((r for r in self.outcome.results if r.arm == arm and fits(r)), None)
        if found is None:
            raise self._lacks(wanted)
        return found

    def _lacks(self, wanted: str) -> ExtractionError:
        return ExtractionError(f"{self.study.id}, {self.outcome.id}: not seen: {wanted}")

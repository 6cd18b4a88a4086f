"""Lesson 09: grades with reasons, a line-up with one real plot, a pool that grows, and the numbers of its prose."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from scipy import optimize, stats

from ldn import figures
from ldn.evidence import (
    effect_from_ci,
    effect_from_p,
    mean_difference,
    pool,
    published_pools,
    standardized_mean_difference,
    summary_of_findings,
    trial_effect,
    trial_effects,
)
from ldn.figures import small_pools
from ldn.interactives import ForestBuilder, forest_builder_data
from ldn.reference.certainty import DOMAINS, LEVELS, Certainty, certainties, certainty
from ldn.reference.studies import review

SMD = "standardised mean difference"


def _text(figure) -> str:
    return " ".join(" ".join(ElementTree.fromstring(figure.svg).itertext()).split())


# Certainty


def test_levels_follow_the_steps_and_never_fall_below_the_lowest():
    """Three serious faults take "high" to "very low"; a fourth finds nothing left to take."""
    assert certainty("pain").levels == ("moderate", "low", "low", "very low", "very low")
    assert certainty("responder_30").level == "very low"
    assert certainty("any_adverse_event").level == "moderate"
    graded = certainty("pain").model_dump()
    for step in graded["steps"]:
        step["step"] = -2
    assert Certainty.model_validate(graded).level == LEVELS[0]


def test_every_outcome_is_judged_on_all_five_questions_with_a_reason():
    for graded in certainties():
        assert tuple(step.domain for step in graded.steps) == DOMAINS
        assert all(len(step.reason) > 12 for step in graded.steps)
    unordered = certainty("pain").model_dump()
    unordered["steps"] = unordered["steps"][::-1]
    with pytest.raises(ValueError, match="the steps must be risk of bias, inconsistency"):
        Certainty.model_validate(unordered)


def test_the_findings_are_the_pools_of_the_evidence_digest():
    """Section 3 of the digest on pain: RR 1.05 [0.40, 2.73], I² 64 %; any adverse event RR 0.97 [0.84, 1.11]."""
    table = summary_of_findings()
    numbers = table[["estimate", "ci_low", "ci_high"]]
    assert tuple(numbers.loc["responder_30"]) == pytest.approx((1.05, 0.40, 2.73), abs=0.005)
    assert tuple(numbers.loc["any_adverse_event"]) == pytest.approx((0.97, 0.84, 1.11), abs=0.005)
    assert tuple(numbers.loc["pain_parallel"]) == pytest.approx((0.03, -0.78, 0.84), abs=0.006)
    assert dict(table["people"]) == {
        "pain": 28 + 99 + 96,
        "pain_parallel": 99 + 96,
        "responder_30": 99 + 96,
        "any_adverse_event": 99 + 98,
        "serious_adverse_event": 99,
    }


def test_reasons_agree_with_what_is_recomputed():
    table = summary_of_findings()
    for id, share in (("pain", "59 %"), ("pain_parallel", "61 %"), ("responder_30", "64 %")):
        inconsistency = certainty(id).steps[1].reason
        assert share in inconsistency
        assert f"{table.loc[id, 'i2_percent']:.0f} %" == share
    weights = pool(trial_effects("pain", condition="fibromyalgia")).weights
    assert weights.idxmax() == "Younger 2013"


def test_the_tables_say_whose_judgement_it_is_and_what_reviews_concluded():
    steps, findings = figures.grade_steps("pain"), figures.findings_table()
    for table in (steps, findings):
        assert "course’s own" in table.caption
    assert [row[2] for row in steps.rows] == ["high", *certainty("pain").levels]
    pain = findings.rows[0]
    assert pain[3] == "⊕◯◯◯ very low"
    for said in ("Vatvani 2024: Suggests efficacy", "Ologunowa 2025: No significant difference"):
        assert said in pain[5]
    assert len(findings.rows) == len(certainties())


# Pictures


def test_the_line_up_hides_the_real_trials_in_the_place_it_names(monkeypatch):
    drawn = []
    monkeypatch.setattr(small_pools, "show", lambda figure, **words: drawn.append((figure, words)))
    figures.funnel_line_up(real_place=6)
    figure, words = drawn[0]
    panels = [sorted(axes.lines[-1].get_xdata()) for axes in figure.axes]
    real = sorted(effect.estimate for effect in trial_effects("pain", SMD, condition="fibromyalgia"))
    matches = [np.allclose(panel, real, atol=1e-3) for panel in panels]
    assert matches.index(True) == 5
    assert matches.count(True) == 1
    assert "number 6" in words["alt"]


def test_the_growing_pool_widens_with_innova():
    """−0.48 [−0.83, −0.14] and Hartung–Knapp [−1.72, 0.76] before, −0.22 [−0.77, 0.32] and [−1.50, 1.05] after."""
    alt = figures.living_pool().alt
    assert (
        "Younger 2013 + FINAL, points of 10: −0.48 (−0.83 to −0.14); by Hartung and Knapp −1.72 to 0.75"
        in alt
    )
    assert "+ INNOVA, points of 10: −0.22 (−0.76 to 0.32); by Hartung and Knapp −1.50 to 1.05" in alt
    assert alt.count("+ INNOVA") == 2
    assert "Bested 2023" in _text(figures.living_pool())


@pytest.mark.parametrize("draw", [figures.funnel_line_up, figures.living_pool])
def test_each_figure_is_the_same_every_time(draw):
    assert draw().svg == draw().svg


# Numbers that stand in the prose


def test_weights_of_the_two_models():
    effects = trial_effects("pain", condition="fibromyalgia")
    fixed, random = pool(effects, model="fixed").weights, pool(effects).weights
    assert [round(100 * share) for share in fixed] == [58, 27, 15]
    assert [round(100 * share) for share in random] == [42, 33, 25]


def test_what_the_largest_published_pool_asks_of_the_other_trials():
    """Evidence digest, section 3: at most 32 % for FINAL, and −1.0 to −1.1 for the rest."""
    printed = next(p for p in review("vatvani2024").pooled if p.id == "pain")
    whole = effect_from_ci(printed.estimate, printed.low, printed.high)
    final = trial_effect("due_bruun2024", "pain")
    share = whole.se**2 / final.se**2
    assert share == pytest.approx(0.32, abs=0.005)
    assert (whole.estimate - share * final.estimate) / (1 - share) == pytest.approx(-1.10, abs=0.01)


def test_a_stronger_supposed_trial_makes_a_weaker_pool():
    """Half a point: Q is small and zero lies outside; a whole point: the trials disagree and zero lies inside."""
    effects = trial_effects("pain", condition="fibromyalgia")
    supposed = [mean_difference(points, 1.5, 200, 0, 1.5, 200) for points in (-0.5, -1.0)]
    half, whole = (pool([*effects, one]) for one in supposed)
    assert half.ci_high < 0 < whole.ci_high
    assert whole.estimate < half.estimate
    assert whole.tau2 > half.tau2
    assert whole.weights.iloc[-1] < 1 / 3


def test_three_trials_leave_their_disagreement_open():
    """Q profile (Viechtbauer, Stat Med 2007;26:37): the variances at which Q is no unlikely draw of chi-square."""
    effects = trial_effects("pain", condition="fibromyalgia")
    estimates, errors = (np.array([getattr(e, name) for e in effects]) for name in ("estimate", "se"))

    def q(tau2):
        weights = 1 / (errors**2 + tau2)
        return weights @ (estimates - np.average(estimates, weights=weights)) ** 2

    assert stats.chi2.sf(q(0), 2) == pytest.approx(0.08, abs=0.005)
    # A variance of 0 is not excluded from below, and the largest that fits leaves Q at its 2.5 % quantile.
    low, high = stats.chi2.ppf([0.025, 0.975], 2)
    assert q(0) < high
    largest = optimize.brentq(lambda tau2: q(tau2) - low, 0, 1000)
    assert largest == pytest.approx(11.8, abs=0.05)
    weights = 1 / errors**2
    typical = 2 * weights.sum() / (weights.sum() ** 2 - weights @ weights)
    assert largest / (largest + typical) == pytest.approx(0.99, abs=0.005)


def test_two_slips_and_what_each_does():
    """Digest on pain, section 3 (c): half-widths of 9.3 and 10.8 read as SDs; then the pairs as strangers too."""
    others = [trial_effect(id, "pain", SMD) for id in ("bested2023", "due_bruun2024")]
    unit = ((9.3**2 + 10.8**2) / 2) ** 0.5
    misread = effect_from_p(-10.8, 0.016, df=27).scaled(1 / unit, SMD)
    strangers = standardized_mean_difference(-28.8, 9.3, 28, -18.0, 10.8, 28)
    assert strangers.se < misread.se
    found = [
        pool([younger, *others]) for younger in (trial_effect("younger2013", "pain", SMD), misread, strangers)
    ]
    assert [round(one.estimate, 2) for one in found] == [-0.25, -0.32, -0.42]
    assert [round(one.i2) for one in (found[0], found[2])] == [0, 77]
    assert [one.ci_high < 0 for one in found] == [True, False, False]


def test_two_parallel_trials_by_hartung_and_knapp():
    """Digest on pain, section 3: −5.2 to 5.3."""
    two = trial_effects("pain", condition="fibromyalgia", leave_out=("younger2013",))
    careful = pool(two, hartung_knapp=True)
    assert (careful.ci_low, careful.ci_high) == pytest.approx((-5.2, 5.3), abs=0.06)


def test_how_far_the_nearest_published_estimate_misses():
    published = next(row for row in forest_builder_data.published() if row["name"] == "Hegde 2025")
    lowest = ForestBuilder().view().combinations[0].estimate
    missed = lowest - published["estimate"] * forest_builder_data.points_per_sd()
    assert missed == pytest.approx(0.04, abs=0.005)


def test_seven_pools_from_six_reviews():
    pools = published_pools()
    assert (len(pools), pools["review"].nunique()) == (7, 6)

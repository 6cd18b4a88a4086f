"""From the store to effects and pools; and pools that follow the store."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from ldn.evidence import pool, published_pools, recomputations, studies, trial_effect, trial_effects
from ldn.reference.studies import read_study_store

FIBROMYALGIA = {"condition": "fibromyalgia"}

NEW_TRIAL = """\
id: new2030
name: New 2030
condition: fibromyalgia
area: pain
year: 2030
design: parallel
randomised: true
blinding: double-blind
arms:
  - {id: ldn, name: LDN 4.5 mg, role: LDN, randomised: 200}
  - {id: placebo, name: Placebo, role: placebo, randomised: 200}
participants: {randomised: 400, confidence: seen-primary}
comparator: placebo
read: full text
outcomes:
  - id: pain
    name: Pain
    role: primary
    scale_low: 0
    scale_high: 100
    higher_is: worse
    contrasts:
      - {against: placebo, measure: mean difference, estimate: 0.0, low: -3.0, high: 3.0, confidence: seen-primary}
  - id: responder_30
    name: At least 30 % less pain
    role: secondary
    results:
      - {arm: ldn, events: 60, n: 200, percent: 31, confidence: seen-primary}
      - {arm: placebo, events: 60, n: 200, percent: 30, confidence: seen-primary}
sources:
  - {key: new2030, title: A later trial, year: 2030, doi: 10.1000/new2030, seen: full text}
"""


@pytest.fixture
def with_new_trial(tmp_path: Path):
    folder = tmp_path / "studies"
    shutil.copytree(Path(str(files("ldn.reference").joinpath("data", "studies"))), folder)
    (folder / "primary" / "new2030.yaml").write_text(NEW_TRIAL)
    return read_study_store(folder)


def labels(effects):
    return [effect.label for effect in effects]


def test_the_poolable_pain_trials_are_those_that_printed_enough():
    assert labels(trial_effects("pain", **FIBROMYALGIA)) == [
        "Younger 2013",
        "Due Bruun 2024 (FINAL)",
        "Rodríguez-Freire 2026 (INNOVA)",
    ]


def test_leaving_a_trial_out_and_ignoring_the_pairing():
    two = trial_effects("pain", leave_out=("younger2013",), **FIBROMYALGIA)
    assert len(two) == 2
    # Alternative C of the digest: the pairing of Younger 2013 ignored.
    ignored = trial_effects("pain", pairing="ignored", **FIBROMYALGIA)
    assert ignored[0].se == pytest.approx(0.353, abs=0.001)
    fixed, random = pool(ignored, model="fixed"), pool(ignored)
    assert (fixed.estimate, fixed.ci_low, fixed.ci_high) == pytest.approx((-0.21, -0.61, 0.19), abs=0.005)
    assert (random.estimate, random.ci_low, random.ci_high) == pytest.approx((-0.18, -0.74, 0.39), abs=0.006)
    assert random.i2 == pytest.approx(49.1, abs=0.3)


def test_parallel_trials_only():
    effects = trial_effects("pain", leave_out=("younger2013",), **FIBROMYALGIA)
    fixed, random = pool(effects, model="fixed"), pool(effects)
    assert (fixed.estimate, fixed.ci_low, fixed.ci_high) == pytest.approx((-0.04, -0.53, 0.45), abs=0.005)
    assert (random.estimate, random.ci_low, random.ci_high) == pytest.approx((0.03, -0.78, 0.84), abs=0.006)
    assert random.i2 == pytest.approx(60.8, abs=0.2)
    assert random.tau2 == pytest.approx(0.21, abs=0.005)
    knapp = pool(effects, hartung_knapp=True)
    assert (knapp.ci_low, knapp.ci_high) == pytest.approx((-5.2, 5.3), abs=0.06)


def test_before_innova():
    effects = trial_effects("pain", leave_out=("innova2026",), **FIBROMYALGIA)
    fixed = pool(effects, model="fixed")
    assert (fixed.estimate, fixed.ci_low, fixed.ci_high) == pytest.approx((-0.48, -0.83, -0.14), abs=0.006)
    assert pool(effects).i2 == 0
    knapp = pool(effects, hartung_knapp=True)
    assert (knapp.ci_low, knapp.ci_high) == pytest.approx((-1.72, 0.76), abs=0.01)


def test_standardised_differences_of_four_trials():
    # The digest stands on unrounded d values, the store on the printed ones: two decimals agree.
    effects = trial_effects("pain", "standardised mean difference", **FIBROMYALGIA)
    by_label = {e.label: e for e in effects}
    for label, estimate, se in (
        ("Younger 2013", -0.416, 0.162),
        ("Bested 2023", -0.13, 0.139),
        ("Due Bruun 2024 (FINAL)", -0.233, 0.202),
        ("Rodríguez-Freire 2026 (INNOVA)", 0.193, 0.205),
    ):
        assert by_label[label].estimate == pytest.approx(estimate, abs=0.004)
        assert by_label[label].se == pytest.approx(se, abs=0.001)
    fixed, random, knapp = pool(effects, model="fixed"), pool(effects), pool(effects, hartung_knapp=True)
    assert (fixed.estimate, fixed.ci_low, fixed.ci_high) == pytest.approx((-0.17, -0.34, -0.00), abs=0.006)
    assert (random.estimate, random.ci_low, random.ci_high) == pytest.approx((-0.16, -0.40, 0.07), abs=0.008)
    assert random.i2 == pytest.approx(46.7, abs=0.8)
    assert (knapp.ci_low, knapp.ci_high) == pytest.approx((-0.55, 0.23), abs=0.006)


def test_standardised_differences_before_innova():
    effects = trial_effects("pain", "standardised mean difference", leave_out=("innova2026",), **FIBROMYALGIA)
    fit, knapp = pool(effects), pool(effects, hartung_knapp=True)
    assert (fit.estimate, fit.ci_low, fit.ci_high) == pytest.approx((-0.25, -0.43, -0.06), abs=0.006)
    assert fit.i2 == 0
    assert (knapp.ci_low, knapp.ci_high) == pytest.approx((-0.63, 0.13), abs=0.006)


def test_responders_and_adverse_events():
    responders = trial_effects("responder_30", "risk ratio", **FIBROMYALGIA)
    fixed, random = pool(responders, model="fixed"), pool(responders)
    assert (fixed.estimate, fixed.ci_low, fixed.ci_high) == pytest.approx((1.23, 0.75, 2.03), abs=0.006)
    assert (random.estimate, random.ci_low, random.ci_high) == pytest.approx((1.05, 0.40, 2.73), abs=0.006)
    assert random.i2 == pytest.approx(64.2, abs=0.1)
    harms = pool(trial_effects("any_adverse_event", "risk ratio", **FIBROMYALGIA))
    assert (harms.estimate, harms.ci_low, harms.ci_high) == pytest.approx((0.97, 0.84, 1.11), abs=0.005)
    assert harms.i2 == 0


def test_complete_cases_are_not_the_people_randomised():
    itt = trial_effect("due_bruun2024", "responder_30", "risk difference")
    complete = trial_effect("due_bruun2024", "responder_30", "risk difference", analysis="complete case")
    assert itt.estimate == pytest.approx(20 / 49 - 13 / 50)
    assert complete.estimate == pytest.approx(20 / 44 - 13 / 46)
    assert complete.estimate > itt.estimate


def test_an_active_comparator_is_another_question():
    effect = trial_effect("srinivasan2021", "pain", comparator="active", scale_points=None)
    assert effect.se == pytest.approx(1.34, abs=0.01)
    with pytest.raises(ValueError, match="no comparison of LDN with placebo"):
        trial_effect("srinivasan2021", "pain")
    with pytest.raises(ValueError, match="ends of its scale"):
        trial_effect("srinivasan2021", "pain", comparator="active")


def test_a_crossover_without_spread_of_differences_stands_on_its_p_value():
    paired = trial_effect("beaudette2023", "pain_interference", scale_points=None)
    ignored = trial_effect("beaudette2023", "pain_interference", scale_points=None, pairing="ignored")
    assert paired.estimate == ignored.estimate == -1
    assert paired.se == pytest.approx(7.9, abs=0.05)
    assert ignored.se == pytest.approx(5.69, abs=0.01)


@pytest.mark.parametrize(
    ("study", "outcome", "measure", "lacks"),
    [
        ("paula2023", "pain", "mean difference", "arm means with a spread of known kind"),
        ("younger2009", "pain", "standardised mean difference", "arm means with a spread of known kind"),
        ("younger2013", "vivid_dreams", "risk ratio", "counts by arm"),
        ("lajevardi2020", "lppai", "mean difference", "ends of its scale"),
        ("due_bruun2024", "happiness", "mean difference", "has no outcome 'happiness'"),
    ],
)
def test_what_a_trial_did_not_print_is_named(study, outcome, measure, lacks):
    options = {} if study != "paula2023" else {"scale_points": None}
    with pytest.raises(ValueError, match=lacks):
        trial_effect(study, outcome, measure, **options)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"measure": "hazard ratio"}, "measure must be one of"),
        ({"comparator": "sugar"}, "comparator must be one of"),
        ({"pairing": "half"}, "pairing must be one of"),
        ({"analysis": "all"}, "analysis must be one of"),
        ({"study": "younger2031"}, "nearest: younger2013"),
    ],
)
def test_unknown_options_are_refused(options, words):
    with pytest.raises(ValueError, match=words):
        trial_effect(**{"study": "younger2013", "outcome": "pain", **options})
    with pytest.raises(ValueError, match="unknown study"):
        trial_effects("pain", leave_out=("nobody",))


def test_a_new_file_is_in_every_pool_and_table(with_new_trial):
    store = with_new_trial
    before, after = (
        pool(trial_effects("pain", store=s, **FIBROMYALGIA), model="fixed") for s in (None, store)
    )
    assert (before.k, after.k) == (3, 4)
    # 0 ± 3 of 100 points are 0 ± 0.3 of 10, and pull the pool towards nothing.
    assert after.effects[-1].ci_high == pytest.approx(0.3)
    assert abs(after.estimate) < abs(before.estimate)
    assert after.ci_high - after.ci_low < before.ci_high - before.ci_low
    responders = trial_effects("responder_30", "risk ratio", store=store, **FIBROMYALGIA)
    assert "New 2030" in labels(responders)
    assert "new2030" in studies("fibromyalgia", "parallel", store=store).index
    # And its printed percentage is checked: 60 of 200 are 30 %, not 31 %.
    wrong = recomputations("new2030", only_mismatches=True, store=store)
    assert wrong["printed"].tolist() == ["31 %"]


def test_a_review_can_be_added_as_well(with_new_trial):
    assert len(published_pools(store=with_new_trial)) == len(published_pools()) == 7


def test_innova_at_its_last_time_point_is_its_twelve_months():
    """0.37 (-0.53 to 1.26) at 12 months against 0.49 at 3; levels 7.38 (SD 1.86, n 47) and 7.10 (2.26, 49)."""
    year = trial_effect("innova2026", "pain", time_point="last")
    assert (year.estimate, year.ci_low, year.ci_high) == pytest.approx((0.37, -0.53, 1.26))
    assert trial_effect("innova2026", "pain").estimate == pytest.approx(0.49)
    standardised = trial_effect("innova2026", "pain", "standardised mean difference", time_point="last")
    assert standardised.estimate == pytest.approx(0.28 / 2.074 * (1 - 3 / (4 * 96 - 9)), abs=0.0005)


def test_a_trial_with_one_time_point_has_the_same_effect_at_its_last():
    for study in ("younger2013", "due_bruun2024"):
        assert trial_effect(study, "pain", time_point="last") == trial_effect(study, "pain")

"""The forest builder's Python side: what the default says, every switch, the combinations, arguments."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.evidence import pool, published_pools, trial_effect, trial_effects
from ldn.interactives import ForestBuilder
from ldn.interactives.forest_builder_data import points_per_sd, short_name
from ldn.interactives.forest_builder_wording import signed

SMD = "standardised mean difference"


def _words(piece: ForestBuilder) -> str:
    return piece.sentence().replace("\N{NO-BREAK SPACE}", " ")


def test_the_untouched_default_carries_the_message():
    """−0.22 [−0.77, 0.32], I² 60 %: evidence digest on pain, section 3, computed there by hand."""
    view = ForestBuilder().view()
    assert (view.pooled.estimate, view.pooled.ci_low, view.pooled.ci_high) == pytest.approx(
        (-0.22, -0.77, 0.32), abs=0.01
    )
    assert view.pooled.i2 == pytest.approx(59.5, abs=0.2)
    words = _words(ForestBuilder())
    assert "−0.22 points of 10 (95 % CI −0.76 to 0.32)" in words
    assert "6 of 7 published estimates lie below them all" in words


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({"model": "fixed"}, (-0.33, -0.65, -0.02)),
        ({"hartung_knapp": True}, (-0.22, -1.50, 1.05)),
        ({"model": "fixed", "crossover": "unpaired"}, (-0.21, -0.61, 0.19)),
        ({"crossover": "unpaired"}, (-0.18, -0.74, 0.39)),
        ({"trials": ["younger2013", "due_bruun2024"]}, (-0.48, -0.83, -0.14)),
        ({"trials": ["due_bruun2024", "innova2026"]}, (0.03, -0.78, 0.84)),
        ({"measure": SMD}, (-0.16, -0.40, 0.07)),
        ({"measure": SMD, "model": "fixed"}, (-0.17, -0.34, -0.00)),
        ({"measure": SMD, "hartung_knapp": True}, (-0.16, -0.55, 0.23)),
        ({"measure": SMD, "trials": ["younger2013", "bested2023", "due_bruun2024"]}, (-0.25, -0.43, -0.06)),
    ],
)
def test_each_switch_gives_the_pool_of_the_evidence_digest(state, expected):
    """Section 3 of the digest on pain, rounded there to hundredths."""
    pooled = ForestBuilder(**state).view().pooled
    assert (pooled.estimate, pooled.ci_low, pooled.ci_high) == pytest.approx(expected, abs=0.011)


def test_the_pool_is_the_librarys():
    effects = trial_effects("pain", condition="fibromyalgia", time_point="last")
    expected = pool(effects, tau2="PM", hartung_knapp=True)
    pooled = ForestBuilder(time_point="last", tau2="PM", hartung_knapp=True).view().pooled
    assert (pooled.estimate, pooled.tau2, pooled.prediction_low) == pytest.approx(
        (expected.estimate, expected.tau2, expected.prediction_low)
    )


def test_a_half_width_taken_for_a_deviation_more_than_doubles_the_standardised_effect():
    """10.8 points of baseline over a deviation of about 10 in place of about 26: Younger 2013."""
    slip, right = (
        next(
            row
            for row in ForestBuilder(measure=SMD, crossover=crossover).view().rows
            if row.id == "younger2013"
        )
        for crossover in ("misread", "unpaired")
    )
    assert right.effect.estimate == pytest.approx(-0.41, abs=0.005)
    deviation = math.sqrt((9.3**2 + 10.8**2) / 2)
    assert slip.effect.estimate == pytest.approx(-10.8 / deviation * (1 - 3 / 215), abs=0.001)
    assert ForestBuilder(measure=SMD, crossover="misread").view().rank is None


def test_combinations_are_every_choice_once():
    """Five models; pairing counts twice with Younger 2013 in the set, the time point with INNOVA in it."""
    combinations = ForestBuilder().view().combinations
    younger_final, younger_innova, final_innova, all_three = 2, 4, 2, 4
    assert len(combinations) == 5 * (younger_final + younger_innova + final_innova + all_three)
    assert len({one.choices for one in combinations}) == len(combinations)
    estimates = [one.estimate for one in combinations]
    assert estimates == sorted(estimates)
    assert min(estimates) == pytest.approx(-0.48, abs=0.005)


def test_the_readers_pool_is_found_whatever_changes_nothing():
    """A fixed effect knows no variance between trials, and FINAL has one time point."""
    plain = ForestBuilder(model="fixed").view()
    same = ForestBuilder(model="fixed", tau2="PM", hartung_knapp=True).view()
    assert plain.rank == same.rank is not None
    pair = ["younger2013", "due_bruun2024"]
    assert ForestBuilder(trials=pair).view().rank == ForestBuilder(trials=pair, time_point="last").view().rank


def test_published_pools_stand_as_printed_or_converted_by_the_spread_at_baseline():
    """SDs at baseline 1.3 and 1.6 (FINAL), 1.55 and 1.66 (INNOVA)."""
    assert points_per_sd() == pytest.approx(1.53, abs=0.01)
    printed = published_pools()
    for measure, factor in (("mean difference", points_per_sd()), (SMD, 1 / points_per_sd())):
        rows = ForestBuilder(measure=measure).view().published
        assert len(rows) == len(printed) == 7
        expected = [
            row.estimate if row.measure == measure else row.estimate * factor for row in printed.itertuples()
        ]
        assert sorted(row["estimate"] for row in rows) == pytest.approx(sorted(expected))
        assert sum(row["converted"] for row in rows) == (printed["measure"] != measure).sum()


def test_trials_without_numbers_are_shown_and_say_what_is_missing():
    table = ForestBuilder().table()
    missing = table[table["estimate"] == "not seen"]
    assert list(missing["which"]) == ["Younger & Mackey 2009", "Bested 2023", "de Paula 2023"]
    assert "the ends of its scale" in set(missing["note"])
    with pytest.raises(ValueError, match="not seen"):
        trial_effect("bested2023", "pain")


def test_fewer_than_two_trials_are_no_pool():
    alone = ForestBuilder(trials=["bested2023", "innova2026"])
    assert alone.view().pooled is None
    assert _words(alone).startswith("INNOVA 2026 alone is no pool")
    assert _words(ForestBuilder(trials=[], model="fixed")).startswith(
        "No trial is chosen; choose two, to be pooled by fixed effect."
    )
    assert "from two trials nothing can be predicted" in _words(
        ForestBuilder(trials=["due_bruun2024", "innova2026"])
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"trials": ["younger2009"]}, r"trials has 'younger2009'; allowed are younger2013, bested2023"),
        ({"trials": ["innova2026", "innova2026"]}, r"trials names a trial twice"),
        ({"measure": "odds ratio"}, r"measure.*odds ratio"),
        ({"tau2": "REML"}, r"tau2.*REML"),
        ({"crossover": "ignored"}, r"crossover.*ignored"),
    ],
)
def test_wrong_arguments_are_refused_by_name(arguments, message):
    with pytest.raises(TraitError, match=message):
        ForestBuilder(**arguments)


def test_names_and_signs():
    assert short_name("Due Bruun 2024 (FINAL)") == "FINAL 2024"
    assert short_name("Younger 2013") == "Younger 2013"
    assert [signed(value) for value in (-0.224, -0.001, 0.0, 0.49)] == ["−0.22", "0.00", "0.00", "0.49"]


def test_every_trial_and_review_can_be_followed_to_its_address():
    data = ForestBuilder().data
    for row in [*data["trials"], *data["published"]]:
        assert row["source"]["address"].startswith("https://"), row["name"]


@pytest.mark.parametrize("state", [{}, {"measure": SMD, "crossover": "misread"}, {"trials": []}])
def test_the_paper_figure_is_the_same_each_time_and_names_every_trial_and_review(state):
    piece = ForestBuilder(**state)
    picture = piece.picture()
    assert picture == ForestBuilder(**state).picture()
    text = " ".join("".join(ElementTree.fromstring(picture).itertext()).split())
    for name in [row.name for row in piece.view().rows] + [row["name"] for row in piece.view().published]:
        assert name in text

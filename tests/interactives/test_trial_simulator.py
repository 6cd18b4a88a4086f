"""The trial simulator in Python: the message of the default, the traps of each slider, settings from the store."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from scipy import stats
from traitlets import TraitError

from ldn.evidence import trial_effect
from ldn.interactives import TrialSimulator
from ldn.interactives.seeded import normals, uniforms
from ldn.interactives.trial_simulator_data import published


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def _power(view) -> float:
    return view.n_significant / 1000


def test_the_generator_is_the_one_it_says_and_its_draws_are_fair():
    """First numbers of mulberry32 with seed 0, as its public-domain listing gives them in any JavaScript engine."""
    known = [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]
    assert uniforms(np.arange(3)) == pytest.approx(known, abs=1e-9)
    numbers = np.arange(0, 300_000, 3)
    assert stats.kstest(uniforms(numbers), "uniform").pvalue > 0.001
    assert stats.kstest(normals(numbers), "norm").pvalue > 0.001
    assert abs(np.corrcoef(normals(numbers)[:-1], normals(numbers)[1:])[0, 1]) < 0.02


def test_the_untouched_default_carries_the_message():
    """A truth of −0.34, seen through trials like Younger 2013: one in three significant, and those show −0.55."""
    view = TrialSimulator().view()
    shift = 0.34 / (1.32 * math.sqrt(2 * (1 - 0.63) / 28))
    critical = stats.t.ppf(0.975, 27)
    power = stats.nct.sf(critical, 27, shift) + stats.nct.cdf(-critical, 27, shift)
    assert _power(view) == pytest.approx(power, abs=0.04)
    assert view.mean_size_of_significant == pytest.approx(0.55, abs=0.03)
    assert published()["younger2013"].estimate == pytest.approx(-0.55, abs=0.01)
    assert "1.7 times the truth" in _plain(TrialSimulator().sentence())


@pytest.mark.parametrize("id", ["younger2013", "due_bruun2024", "innova2026"])
def test_a_published_trial_is_simulated_as_unsure_as_it_was_printed(id):
    printed = trial_effect(id, "pain")
    view = TrialSimulator(like=id).view()
    assert view.trials["se"].mean() == pytest.approx(printed.se, rel=0.03)
    assert published()[id].estimate == pytest.approx(printed.estimate, abs=0.001)


def test_carry_over_makes_a_crossover_lie():
    """Half of it is lost (Senn 2002) and the intervals keep less than they promise; a parallel trial has none."""
    honest = TrialSimulator(effect=-1.0).view().summary
    lying = TrialSimulator(effect=-1.0, carry_over_percent=80).view().summary
    assert honest["mean_estimate"] == pytest.approx(-1.0, abs=0.03)
    assert lying["mean_estimate"] == pytest.approx(-0.6, abs=0.03)
    assert honest["coverage"] > 0.93 > 0.6 > lying["coverage"]
    assert "Carry-over pulls" in TrialSimulator(effect=-1.0, carry_over_percent=80).sentence()
    parallel = TrialSimulator(like="due_bruun2024", carry_over_percent=80)
    assert parallel.sentence() == TrialSimulator(like="due_bruun2024").sentence()


def test_without_correlation_a_crossover_is_worth_twice_its_people_and_no_more():
    crossover = TrialSimulator(like="chosen", design="crossover", n=100, within_r=0, effect=-0.5).view()
    parallel = TrialSimulator(like="chosen", design="parallel", n=200, effect=-0.5).view()
    assert crossover.parallel_n_as_sure == 200
    assert _power(crossover) == pytest.approx(_power(parallel), abs=0.06)


def test_people_needed_find_the_truth_in_four_trials_of_five():
    wanted = TrialSimulator(like="due_bruun2024").view().n_for_power
    view = TrialSimulator(like="chosen", n=round(wanted), sd=1.55).view()
    assert _power(view) == pytest.approx(0.8, abs=0.04)


def test_small_trials_exaggerate_and_large_ones_do_not():
    small = TrialSimulator(like="chosen", n=12, effect=-0.5).view()
    large = TrialSimulator(like="chosen", n=800, effect=-0.5).view()
    assert small.summary["exaggeration"] > 3 > 1.1 > large.summary["exaggeration"]
    assert small.n_wrong_sign > 0 == large.n_wrong_sign


def test_no_effect_gives_false_alarms_and_drop_out_takes_people():
    assert _power(TrialSimulator(effect=0).view()) == pytest.approx(0.05, abs=0.025)
    assert "all the same" in TrialSimulator(effect=0).sentence()
    fewer = TrialSimulator(like="due_bruun2024", drop_out_percent=30)
    assert "On average 69 people are left" in fewer.sentence()


def test_another_design_meets_the_same_people_and_a_new_draw_meets_others():
    piles = [
        TrialSimulator(like="chosen", design="crossover", within_r=r, effect=0).view() for r in (0, 0.75)
    ]
    sure, unsure = (view.trials["estimate"] for view in piles)
    assert np.allclose(sure, 2 * unsure)
    first, second = (TrialSimulator(draw=draw).view().trials["estimate"] for draw in (1, 2))
    assert not np.allclose(first, second)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"effect": -3}, r"effect = -3 points is not allowed: -2 to 1 points"),
        ({"sd": 0}, r"sd = 0 points is not allowed"),
        ({"within_r": 1}, r"within_r = 1 is not allowed: 0 to 0\.95"),
        ({"carry_over_percent": 101}, r"carry_over_percent = 101 %"),
        ({"n": 4}, r"n.*8|8.*n"),
        ({"design": "cluster"}, r"design.*crossover"),
        ({"like": "bested2023"}, r"like.*younger2013"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        TrialSimulator(**arguments)


def test_the_picture_is_deterministic_svg():
    first = TrialSimulator().picture()
    assert first == TrialSimulator().picture()
    assert ElementTree.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"
    assert "Younger 2013" in first
    assert "nan" not in re.sub(r"[A-Za-z]*nan[A-Za-z]+", "", first)


def test_the_note_asks_and_does_not_advise():
    note = TrialSimulator().note_html
    assert "Nobody knows the true difference" in note
    assert "advice" in note
    assert note.count("?") >= 6

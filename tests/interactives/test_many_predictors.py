"""The many-predictors game in Python: what the default says, and that its draws follow theory."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from scipy import stats
from traitlets import TraitError

from ldn.evidence import best_of_many_correlations
from ldn.interactives import ManyPredictors
from ldn.reference.studies import study


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_default_is_the_paper_and_says_that_chance_in_17_tries_is_not_enough():
    """1 − (1 − 0.00026)¹⁷ = 0.0044: the paper's p below 0.0005 and its 17 tests, by hand."""
    piece = ManyPredictors()
    (esr,) = (one for one in study("younger2009").correlations if "ESR" in one.of)
    assert (piece.n, piece.r) == (esr.n, esr.r) == (10, 0.91)
    view = piece.view()
    t = 0.91 * np.sqrt(8 / (1 - 0.91**2))
    assert view.chance_of_one == pytest.approx(2 * stats.t.sf(t, 8)) == pytest.approx(0.00026, abs=0.00001)
    assert view.chance_of_best == pytest.approx(0.0044, abs=0.0001)
    assert "0.91 or more in 0.44 % of draws, once in 230" in _plain(piece.sentence())


def test_chance_reaches_a_striking_correlation_in_every_second_draw():
    view = ManyPredictors(draws=500).view()
    assert np.median(view.best) == pytest.approx(view.median_best, abs=0.02)
    drawn = best_of_many_correlations(10, 17, n_trials=20_000, seed=4)
    assert np.median(drawn) == pytest.approx(view.median_best, abs=0.005)
    assert view.median_best > 0.6


def test_draws_follow_the_closed_form():
    view = ManyPredictors(draws=500).view()
    keep = view.expected_counts > 5
    expected = view.expected_counts[keep] * view.counts[keep].sum() / view.expected_counts[keep].sum()
    assert stats.chisquare(view.counts[keep], expected).pvalue > 0.001
    assert view.counts.sum() == 500 == pytest.approx(view.expected_counts.sum())


def test_fewer_people_and_more_tries_make_chance_strong():
    assert ManyPredictors(n=6).view().chance_of_best > 0.15
    assert ManyPredictors(n_predictors=85).view().chance_of_best == pytest.approx(5 * 0.0044, rel=0.02)
    assert ManyPredictors(n=40).view().chance_of_best < 1e-6
    assert "fewer than one draw in a million" in ManyPredictors(n=40).sentence()


def test_a_correlation_is_that_of_its_people():
    view = ManyPredictors(draws=3).view()
    outcome, *predictors = view.people(3)
    expected = [np.corrcoef(one, outcome)[0, 1] for one in predictors]
    assert view.correlations(3) == pytest.approx(expected)


def test_one_draw_more_leaves_the_others_as_they_were():
    assert ManyPredictors(draws=51).view().best[:50] == pytest.approx(ManyPredictors(draws=50).view().best)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"n": 4}, r"n.*5|5.*n"),
        ({"n_predictors": 101}, r"100"),
        ({"r": 1}, r"r = 1 is not allowed: 0\.3 to 0\.99"),
        ({"draws": 0}, r"draws"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        ManyPredictors(**arguments)


def test_the_picture_is_deterministic_svg_and_the_note_asks():
    first = ManyPredictors().picture()
    assert first == ManyPredictors().picture()
    assert ElementTree.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"
    note = ManyPredictors().note_html
    assert "advice" in note
    assert note.count("?") >= 5

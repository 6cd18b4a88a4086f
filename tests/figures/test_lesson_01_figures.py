"""The figures of lesson 01 say what was published, and say the same every time."""

from __future__ import annotations

import pytest

from ldn import figures


@pytest.mark.parametrize("draw", [figures.affinities_at_mu, figures.hill_exponents])
def test_a_figure_is_the_same_every_time(draw):
    assert draw().svg == draw().svg


def test_agonists_and_antagonists_share_the_axis_of_affinity():
    """Values typed from the evidence review: FDA rates, rat brain, and second-hand quotations named as such."""
    alt = figures.affinities_at_mu().alt
    for expected in (
        "fentanyl, agonist, 0.353 nM (human receptor)",
        "naloxone, antagonist, 0.585 nM (human receptor)",
        "naltrexone, antagonist, 0.5 nM (quoted, weak source)",
        "morphine, agonist, 1.2 nM (rat brain)",
    ):
        assert expected in alt
    tightest_first = [float(part.split(" nM")[0].rsplit(" ", 1)[1]) for part in alt.split("; ")]
    assert tightest_first == sorted(tightest_first)


def test_hill_exponents_become_spans_of_concentration():
    """81 to the power 1/n, by hand: 81^(1/0.858) = 168, 81^(1/0.8439) = 183, 81^(1/1.025) = 73."""
    alt = figures.hill_exponents().alt
    for expected in (
        "naloxone n = 0.858, 168-fold",
        "fentanyl n = 0.8439, 183-fold",
        "carfentanil n = 1.025, 73-fold",
    ):
        assert expected in alt

"""Lesson 10: shares with their denominators, and the doses that the big review is about."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from ldn import figures
from ldn.figures.harms import review_arms
from ldn.reference import safety


def _text(figure) -> str:
    return " ".join(" ".join(ElementTree.fromstring(figure.svg).itertext()).split())


def test_every_share_is_drawn_with_its_denominator_or_says_that_none_was_printed():
    """Counts: INNOVA 33/48, FINAL 41/49 and 4/49, Irwin 3/31, Smith 7/17, label 5/93, 300 mg 5/26."""
    text = _text(figures.harms_by_dose())
    for counts in ("33/48", "41/49", "4/49", "3/31", "7/17", "5/93", "5/26"):
        assert f"({counts})" in text
    assert "37 %" in text
    assert "37 % (" not in text
    assert safety.fact("liver_300mg").n == 26


def test_the_review_has_93_dose_arms_five_of_them_low():
    """Bolton 2019, table 1."""
    assert list(review_arms().values()) == [5, 7, 61, 12, 8]
    figure = figures.doses_of_the_review()
    assert "93 in all" in figure.alt
    assert "4.5 mg or less: 5" in figure.alt


@pytest.mark.parametrize("draw", [figures.harms_by_dose, figures.doses_of_the_review])
def test_each_figure_is_the_same_every_time(draw):
    assert draw().svg == draw().svg

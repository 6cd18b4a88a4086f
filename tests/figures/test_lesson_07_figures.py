"""Lesson 07: every placebo-controlled trial has a row, as printed or in words, and the ten women are the paper's."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from ldn import figures
from ldn.evidence import studies


def _text(figure) -> str:
    return " ".join(" ".join(ElementTree.fromstring(figure.svg).itertext()).split())


def test_positive_and_null_trials_stand_side_by_side():
    """−0.55 from p = 0.016 and 50.8 points at baseline; −0.34 and 0.49 as printed (evidence digest, section 2)."""
    figure = figures.fibromyalgia_results()
    for words in ("−0.55 (−0.99 to −0.11)", "−0.34 (−0.95 to +0.27)", "+0.49 (−0.32 to +1.31)"):
        assert words in figure.alt
        assert words in _text(figure)


def test_no_low_dose_trial_against_placebo_is_left_out():
    table = studies(condition="fibromyalgia")
    placebo = table[
        table["comparator"].str.contains("placebo", case=False) & (table.index != "younger2009_single_dose")
    ]
    controlled = placebo[
        placebo["design"].isin(["crossover", "parallel", "factorial", "fixed-order crossover"])
    ]
    assert len(controlled) == 6
    alt = figures.fibromyalgia_results().alt
    assert all(name in alt for name in controlled["name"])


def test_what_cannot_be_drawn_says_why():
    alt = figures.fibromyalgia_results().alt
    assert "no spread printed; main outcome severity, p = 0.003" in alt
    assert "p = 0.4" in alt
    assert "against their own past only" in alt


def test_the_ten_women_have_the_correlations_of_the_evidence_digest():
    """Digest, section 3d: r(ESR, BMI) = 0.77 and r(ESR, age) = 0.69."""
    figure = figures.esr_in_ten_women()
    assert "0.77" in figure.alt
    assert "0.69" in figure.alt
    assert _text(figure).split().count("10") >= 1


@pytest.mark.parametrize("draw", [figures.fibromyalgia_results, figures.esr_in_ten_women])
def test_each_figure_is_the_same_every_time(draw):
    assert draw().svg == draw().svg

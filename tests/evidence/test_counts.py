"""Counts behind printed results: as printed, as the percentages allow, or the nearest, and always said which."""

from __future__ import annotations

import pytest

from ldn.evidence import counts_behind, published_counts
from ldn.reference import study


@pytest.mark.parametrize(
    ("outcome", "table"),
    [
        # Safety digest, section 2: 14/16 v 6/15 has Fisher's p of 0.0091, printed 0.009; 14/18 v 5/18 Yates' of 0.0076,
        # printed 0.008; 33 and 8 % fit 6/18 and 1/12 or 1/13.
        ("response", (14, 16, (6, 15))),
        ("endoscopic_response", (14, 18, (5, 18))),
        ("endoscopic_remission", (6, 18, (1, 13))),
    ],
)
def test_counts_inferred_from_two_percentages(outcome, table):
    counts = published_counts("smith2011", outcome)
    assert counts[:3] == table
    printed = [result.percent for result in study("smith2011").outcome(outcome).results]
    assert counts.events in counts_behind(printed[0], counts.people)
    assert counts.placebo[0] in counts_behind(printed[1], counts.placebo[1])
    assert "not in the abstract" in counts.known


def test_counts_as_printed():
    assert published_counts("due_bruun2024", "responder_30")[:3] == (20, 49, (13, 50))
    assert published_counts("gironi2008", "progression")[:3] == (1, 40, None)


def test_a_count_that_follows_from_a_percentage():
    assert published_counts("smith2013", "response")[:3] == (8, 12, None)
    assert published_counts("polo2019", "positive_response")[:3] == (161, 218, None)


def test_where_no_count_fits_the_nearest_is_given_and_called_so():
    counts = published_counts("smith2007", "response")
    assert counts[:3] == (15, 17, None)
    assert "No whole number of the 17 enrolled gives it" in counts.known


@pytest.mark.parametrize(
    ("trial", "outcome"),
    [("cree2010", "mental_quality_of_life"), ("smith2011", "cured"), ("raknes2017_ms", "ms_drugs")],
)
def test_without_a_number_there_is_no_count(trial, outcome):
    with pytest.raises(ValueError, match="printed neither counts nor a percentage"):
        published_counts(trial, outcome)

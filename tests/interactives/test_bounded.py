"""Traits with a range take both ends, refuse what lies outside, and say what would be allowed."""

from __future__ import annotations

import pytest
from traitlets import HasTraits, TraitError

from ldn.interactives.bounded import Quantities, Quantity, Whole, ranges


class Tablet(HasTraits):
    dose_mg = Quantity(4.5, 0.5, 100, "mg")
    share = Quantity(0.5, 0, 1)
    people = Whole(172, 1, 1000, "people")
    times_h = Quantities([8.0], 0, 24, "h", most=2, noun="times")


@pytest.mark.parametrize("end", [0.5, 100])
def test_both_ends_are_allowed(end):
    assert Tablet(dose_mg=end).dose_mg == end


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"dose_mg": 100.5}, "dose_mg = 100.5 mg is not allowed: 0.5 to 100 mg."),
        ({"dose_mg": float("inf")}, "dose_mg = inf mg is not allowed: 0.5 to 100 mg."),
        ({"dose_mg": float("nan")}, "dose_mg = nan mg is not allowed: 0.5 to 100 mg."),
        ({"share": -1}, "share = -1 is not allowed: 0 to 1."),
        ({"people": 0}, "people = 0 people is not allowed: 1 to 1000 people."),
        ({"people": 2.5}, "people = 2.5 is not allowed: it must be a whole number."),
        ({"times_h": [8, 25]}, "times_h = 25 h is not allowed: 0 to 24 h."),
        ({"times_h": []}, "times_h has 0 times; allowed are 1 to 2."),
        ({"times_h": [1, 2, 3]}, "times_h has 3 times; allowed are 1 to 2."),
    ],
)
def test_an_error_names_trait_value_unit_and_range(arguments, message):
    with pytest.raises(TraitError) as raised:
        Tablet(**arguments)
    assert str(raised.value) == message


def test_one_bad_value_of_several_leaves_all_as_they_were():
    """As when a page sends a state: what fits is not kept beside what does not."""
    tablet = Tablet()

    def send() -> None:
        with tablet.hold_trait_notifications():
            tablet.share = 1
            tablet.dose_mg = 0

    with pytest.raises(TraitError):
        send()
    assert (tablet.share, tablet.dose_mg) == (0.5, 4.5)


def test_ranges_are_those_of_the_single_quantities():
    assert ranges(Tablet) == {"dose_mg": [0.5, 100], "people": [1, 1000], "share": [0, 1]}

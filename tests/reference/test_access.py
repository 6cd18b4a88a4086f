"""Approvals, prices, tests of quality: typed, sourced, and read by the right names."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from ldn.reference import access, source
from ldn.reference.access_schema import Approval, Price, QualityTest

GROUPS = [access.approvals, access.prices, access.quality_tests, access.parameters]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_every_entry_has_known_sources_and_a_level_of_confidence(group):
    assert group()
    for entry in group():
        assert entry.confidence in {"seen-primary", "seen-secondary", "computed", "inferred"}
        for key in entry.sources:
            assert source(key).citation


def test_every_approval_in_the_united_states_is_far_from_a_low_dose_or_of_a_combination():
    """The labels: 50 mg alone (Revia 2009), 8 mg only beside bupropion."""
    alone = [a for a in access.approvals("approval") if "bupropion" not in a.form]
    assert {strength for approval in alone for strength in approval.strengths_mg} == {50}
    assert {a.year for a in alone} == {1984, 1994}
    assert 4.5 in {s for a in access.approvals("compounded") for s in a.strengths_mg}


def test_what_a_manufacturer_makes_without_approval_is_neither_compounded_nor_approved():
    """Norway's tablet came from one manufacturer; Britain's regulator calls low-dose naltrexone unlicensed."""
    places = {entry.place for entry in access.approvals("made without approval")}
    assert places == {"Norway", "United Kingdom"}
    assert not places & {
        entry.place for kind in ("approval", "compounded") for entry in access.approvals(kind)
    }


def test_a_designation_is_not_counted_as_an_approval():
    (designation,) = access.approvals("designation")
    assert designation.strengths_mg == ()
    assert designation not in access.approvals("approval")


def test_a_month_is_thirty_doses_in_the_currency_printed():
    prices = {price.id: price for price in access.prices()}
    assert prices["us_capsules"].month == pytest.approx((15, 45))
    assert prices["us_pilot_2009"].month == (40, 40)
    assert prices["uk_tablet_2025"].month == pytest.approx((90, 90))
    assert {price.currency for price in access.prices()} == {"USD", "GBP"}


def test_the_failures_of_missouri_are_the_percentage_that_the_board_printed():
    """205 satisfactory (74.8 %) and 69 unsatisfactory (25.2 %) of 274: Missouri Board of Pharmacy, February 2007."""
    (missouri,) = (test for test in access.quality_tests() if test.id == "missouri_2006")
    assert missouri.tested - missouri.failed == 205
    assert round(100 * missouri.failed / missouri.tested, 1) == 25.2


@pytest.mark.parametrize(
    ("schema", "change"),
    [
        (Price, {"low": 50, "high": 40}),
        (Price, {"doses": 0}),
        (Price, {"currency": "NOK"}),
        (QualityTest, {"failed": 30}),
        (Approval, {"strengths_mg": []}),
        (Approval, {"surprise": 1}),
    ],
)
def test_an_entry_that_contradicts_itself_is_refused(schema, change):
    group = {Price: access.prices, QualityTest: access.quality_tests, Approval: access.approvals}[schema]
    good = group()[0].model_dump()
    schema.model_validate(good)
    with pytest.raises(ValidationError):
        schema.model_validate({**good, **change})


def test_an_unknown_parameter_or_kind_is_named():
    with pytest.raises(ValueError, match="highest_acceptance_value"):
        access.parameter("highest_acceptance")
    with pytest.raises(ValueError, match="approval, compounded, designation"):
        access.approvals("licence")

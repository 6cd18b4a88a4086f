"""Verdicts on numbers and credit for the other types, against rules stated here by hand."""

import math
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from item_entries import right_response

from ldn.questions.grading import (
    NumericKey,
    Trap,
    credit_for_multiple,
    credit_for_order,
    credit_for_pairs,
    grade_number,
    grade_numbers,
    parse_number,
)
from ldn.questions.marking import mark

KEY = NumericKey(80.0, 4.0, "nM", {"µM": 1000.0}, (Trap(8.0, 0.4, "a tenth"), Trap(160.0, 8.0, "double")))


@pytest.mark.parametrize(
    ("value", "unit", "kind", "trap"),
    [
        (80, None, "right", None),
        (84, "nM", "right", None),
        (76, "nM", "right", None),
        (0.08, "µM", "right", None),
        (84.01, "nM", "near", None),
        (92, "nM", "near", None),
        (92.01, "nM", "high", None),
        (67.9, "nM", "low", None),
        (8.2, "nM", "trap", 0),
        (0.16, "µM", "trap", 1),
        (-80, "nM", "low", None),
    ],
)
def test_verdict_on_one_number(value, unit, kind, trap):
    verdict = grade_number(value, KEY, unit)
    assert (verdict.kind, verdict.trap) == (kind, trap)


def test_an_unknown_unit_is_not_graded():
    with pytest.raises(KeyError):
        grade_number(1, KEY, "mg")


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ((1, 2, 3), "right"),
        ((10, 20, 30), "trap"),
        ((1.2, 2, 3), "near"),
        ((0, 2, 2), "low"),
        ((1, 5, 3), "high"),
        ((0, 5, 3), "off"),
    ],
)
def test_a_list_is_graded_as_a_whole(values, kind):
    key = NumericKey(
        (1.0, 2.0, 3.0), (0.1, 0.1, 0.1), "h", {}, (Trap((10.0, 20.0, 30.0), (1.0, 1.0, 1.0), "ten"),)
    )
    assert grade_numbers(values, key).kind == kind


def test_lists_of_another_length_are_not_graded():
    with pytest.raises(ValueError, match="2 numbers given, 1 wanted"):
        grade_numbers((1, 2), NumericKey((1.0,), (0.1,), "h", {}))


def test_traps_may_touch_neither_the_right_answer_nor_one_another():
    with pytest.raises(ValueError, match="touches the right answer"):
        NumericKey(80.0, 4.0, "nM", {}, (Trap(86.0, 2.0, ""),))
    with pytest.raises(ValueError, match="touches trap 1"):
        NumericKey(80.0, 4.0, "nM", {}, (Trap(8.0, 1.0, ""), Trap(9.5, 1.0, "")))


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_gets_exactly_one_verdict(value):
    verdict = grade_number(value, KEY)
    assert verdict.right == (76 <= value <= 84)
    assert (verdict.trap is not None) == (7.6 <= value <= 8.4 or 152 <= value <= 168)
    if verdict.kind in ("low", "high"):
        assert (verdict.kind == "low") == (value < 80)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4.5", 4.5),
        ("4,5", 4.5),
        (" 1 250 ", 1250),
        ("1\u202f250.5", 1250.5),
        ("−3", -3),
        ("+2.", 2),
        (".5", 0.5),
        ("1e-3", 0.001),
        ("", None),
        ("4.5 mg", None),
        ("1,250.5", None),
        ("1,2,3", None),
        ("1e999", None),
        ("nan", None),
        ("inf", None),
        ("0x10", None),
        ("--1", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text, number):
    assert parse_number(text) == number


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_python_writes_is_read_back(number):
    assert parse_number(repr(number)) == number


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_the_reading(text):
    number = parse_number(text)
    assert number is None or math.isfinite(number)


@pytest.mark.parametrize(
    ("chosen", "credit"),
    [("ac", 1.0), ("a", 0.5), ("ab", 0.0), ("abc", 0.5), ("b", 0.0), ("bd", 0.0), ("", 0.0)],
)
def test_credit_for_several_options(chosen, credit):
    assert credit_for_multiple(set(chosen), set("ac"), set("abcd")) == credit


def test_credit_for_order_and_pairs():
    assert credit_for_order("abc", "abc") == 1
    assert credit_for_order("acb", "abc") == pytest.approx(1 / 3)
    with pytest.raises(ValueError, match="not those of the item"):
        credit_for_order("ab", "abc")
    assert credit_for_pairs({"x": "1", "y": "3"}, {"x": "1", "y": "2"}) == 0.5


def test_the_right_response_to_each_type_has_full_credit(specimens):
    assert {item.type for item in specimens.values()} == set(WRONG)
    for item in specimens.values():
        assert mark(item, right_response(item)).right


WRONG = {
    "single": [("a", 0.0)],
    "multiple": [(["a"], 0.5), (["b", "d"], 0.0)],
    "true_false": [(True, 0.0)],
    "numeric": [({"text": "500", "unit": "%"}, 0.0)],
    "ordering": [(["b", "a", "c", "d"], 0.5)],
    "matching": [([2, 0, 2], 2 / 3), ([None, None, None], 0.0)],
}


@pytest.mark.parametrize(
    ("kind", "response", "credit"), [(k, *one) for k, many in WRONG.items() for one in many]
)
def test_wrong_and_partly_right_responses(specimens, kind, response, credit):
    (item,) = [item for item in specimens.values() if item.type == kind]
    assert mark(item, response).credit == pytest.approx(credit)


@pytest.mark.parametrize(
    "response", [None, "z", 3, [], ["z"], {}, {"text": "x", "unit": "%"}, [[]], [9, 9, 9], {"a": 1}]
)
def test_a_response_of_another_form_is_refused_and_never_marked_right(specimens, response):
    for item in specimens.values():
        with suppress(ValueError, TypeError, KeyError, IndexError):
            assert not mark(item, response).right

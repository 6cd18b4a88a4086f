"""Marks a response to an item: credit from 0 to 1. js/questions/marking.js says the same in the page.

Responses are plain JSON, one form a type: single, the option's key; multiple, a list of keys;
true_false, true or false; numeric, ``{"text": "4,5", "unit": "nM"}``; ordering, the keys in the order
given; matching, for each left side the place of a right side in ``item.rights()``, or null.
"""

from __future__ import annotations

from dataclasses import dataclass

from ldn.questions import grading
from ldn.questions.schema import (
    Item,
    MatchingItem,
    MultipleItem,
    NumericItem,
    OrderingItem,
    SingleItem,
    TrueFalseItem,
)


@dataclass(frozen=True)
class Mark:
    """The credit for a response, and for a number what kind of number it was."""

    credit: float
    verdict: grading.Verdict | None = None

    @property
    def right(self) -> bool:
        """Whether nothing is missing and nothing is wrong."""
        return self.credit == 1.0


def mark(item: Item, response: object) -> Mark:
    """Mark ``response`` to ``item``.

    Raises:
        ValueError, TypeError, KeyError: if the response has not the form of the item's type, as one that
            was kept by another revision may have.
    """
    if isinstance(item, SingleItem):
        return Mark(float(_option(item, response).correct))
    if isinstance(item, MultipleItem):
        right = {option.key for option in item.options if option.correct}
        offered = {option.key for option in item.options}
        return Mark(grading.credit_for_multiple(set(response), right, offered))
    if isinstance(item, TrueFalseItem):
        if not isinstance(response, bool):
            raise ValueError(f"{item.id}: true or false is wanted, got {response!r}")
        return Mark(float(response is item.answer))
    if isinstance(item, NumericItem):
        number = grading.parse_number(response["text"])
        if number is None:
            raise ValueError(f"{item.id}: {response['text']!r} is not a number")
        verdict = grading.grade_number(number, item.numeric.resolve(), response["unit"])
        return Mark(float(verdict.right), verdict)
    if isinstance(item, OrderingItem):
        return Mark(grading.credit_for_order(response, [step.key for step in item.sequence]))
    if isinstance(item, MatchingItem):
        offered = item.rights()
        given = {
            pair.left: offered[place]
            for pair, place in zip(item.pairs, response, strict=True)
            if place is not None
        }
        return Mark(grading.credit_for_pairs(given, {pair.left: pair.right for pair in item.pairs}))
    raise TypeError(f"no item type {type(item).__name__}")


def _option(item: SingleItem, key: object):
    for option in item.options:
        if option.key == key:
            return option
    raise ValueError(f"{item.id}: no option is called {key!r}")

"""Grading: pure functions from an answer to a verdict. js/quiz-grading.js says the same in the page.

A number is compared, in this order, with the right value, with the wrong routes that its author
foresaw (traps), and with a margin of three tolerances around the right value (near). What is left is
too low or too high. A list of numbers is graded as a whole: it is right, or a trap, when every element is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Number = float | tuple[float, ...]

#: Within this many tolerances of the right value an answer is called near: a slip of rounding, mostly.
NEAR_TOLERANCES = 3.0


@dataclass(frozen=True)
class Trap:
    """A wrong number whose route is known: value and absolute tolerance in the answer's unit."""

    value: Number
    tolerance: Number
    feedback: str
    misconception: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class NumericKey:
    """The right number (or numbers), absolute tolerance, unit, other units by factor, and the traps."""

    value: Number
    tolerance: Number
    unit: str
    factors: Mapping[str, float]
    traps: tuple[Trap, ...] = ()

    def __post_init__(self):
        taken: list[tuple[str, Number, Number]] = [("the right answer", self.value, self.tolerance)]
        for value, tolerance in _pairs(self.value, self.tolerance):
            if not (math.isfinite(value) and math.isfinite(tolerance) and tolerance > 0):
                raise ValueError(f"{value:g} ± {tolerance:g} {self.unit}: both finite, the tolerance above 0")
        for index, trap in enumerate(self.traps, start=1):
            name = f"trap {index} ({trap.name})" if trap.name else f"trap {index}"
            for other, value, tolerance in taken:
                if _touch(trap.value, trap.tolerance, value, tolerance):
                    at, there = _show(trap.value), _show(value)
                    raise ValueError(f"{name} at {at} {self.unit} touches {other} at {there} {self.unit}")
            taken.append((name, trap.value, trap.tolerance))


@dataclass(frozen=True)
class Verdict:
    """What a number turned out to be: ``right``, ``trap`` (with its index), ``near``, ``low`` or ``high``.

    A list may also be ``off``: wrong, and neither all too low nor all too high.
    """

    kind: str
    trap: int | None = None

    @property
    def right(self) -> bool:
        """Whether the answer is the right one."""
        return self.kind == "right"


def grade_number(value: float, key: NumericKey, unit: str | None = None) -> Verdict:
    """Grade one number given in ``unit`` (the key's own unit by default)."""
    factor = 1.0 if unit in (None, key.unit) else key.factors[unit]
    return grade_numbers((value * factor,), _as_list(key))


def grade_numbers(values: Sequence[float], key: NumericKey) -> Verdict:
    """Grade a list of numbers against a key whose value is a list of the same length."""
    if len(values) != len(key.value):
        raise ValueError(f"{len(values)} numbers given, {len(key.value)} wanted")
    if _within(values, key.value, key.tolerance):
        return Verdict("right")
    for index, trap in enumerate(key.traps):
        if _within(values, trap.value, trap.tolerance):
            return Verdict("trap", index)
    if _within(values, key.value, tuple(NEAR_TOLERANCES * tolerance for tolerance in key.tolerance)):
        return Verdict("near")
    outside = [
        given - right
        for given, right, tolerance in zip(values, key.value, key.tolerance, strict=True)
        if not abs(given - right) <= tolerance
    ]
    if all(difference < 0 for difference in outside):
        return Verdict("low")
    return Verdict("high" if all(difference > 0 for difference in outside) else "off")


def credit_for_multiple(chosen: set[str], right: set[str], offered: set[str]) -> float:
    """Return the share of the right options taken, less one share for each that does not belong, 0 to 1."""
    if not chosen <= offered:
        raise ValueError(f"no option is called {', '.join(sorted(chosen - offered))}")
    return max(0.0, (len(chosen & right) - len(chosen - right)) / len(right))


def credit_for_order(given: Sequence[str], right: Sequence[str]) -> float:
    """Return the share of steps that stand in their right place, 0 to 1."""
    if sorted(given) != sorted(right):
        raise ValueError(f"the steps {' '.join(given)} are not those of the item, {' '.join(right)}")
    return sum(one == other for one, other in zip(given, right, strict=True)) / len(right)


def credit_for_pairs(given: Mapping[str, str], right: Mapping[str, str]) -> float:
    """Return the share of left sides that have their right side, 0 to 1."""
    return sum(given.get(left) == matched for left, matched in right.items()) / len(right)


_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\u00a0\u2007\u2009\u202f]")


def parse_number(text: str) -> float | None:
    """Read a number as people write it: decimal comma or point, a true minus, spaces between thousands.

    Returns:
        The number, or None for text that is none. ``1,234`` is read as 1.234, as a decimal comma is.
    """
    bare = _SPACES.sub("", text).replace("−", "-")
    if bare.count(",") == 1 and "." not in bare:
        bare = bare.replace(",", ".")
    if not _NUMBER.fullmatch(bare):
        return None
    number = float(bare)
    return number if math.isfinite(number) else None


def _as_list(key: NumericKey) -> NumericKey:
    if isinstance(key.value, tuple):
        return key
    traps = tuple(Trap((trap.value,), (trap.tolerance,), trap.feedback) for trap in key.traps)
    return NumericKey((key.value,), (key.tolerance,), key.unit, key.factors, traps)


def _within(values: Sequence[float], centre: Sequence[float], tolerance: Sequence[float]) -> bool:
    return all(
        abs(one - middle) <= reach for one, middle, reach in zip(values, centre, tolerance, strict=True)
    )


def _pairs(value: Number, tolerance: Number):
    return zip(value, tolerance, strict=True) if isinstance(value, tuple) else [(value, tolerance)]


def _touch(value: Number, tolerance: Number, other: Number, other_tolerance: Number) -> bool:
    """Whether some answer would count as both."""
    return all(
        abs(one - two) <= reach + other_reach
        for (one, reach), (two, other_reach) in zip(
            _pairs(value, tolerance), _pairs(other, other_tolerance), strict=True
        )
    )


def _show(value: Number) -> str:
    return ", ".join(f"{one:g}" for one in value) if isinstance(value, tuple) else f"{value:g}"

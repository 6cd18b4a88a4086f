"""Reads what a learner hands to a checker, whatever it is, without ever raising.

An answer is a number, a list of numbers, or a mapping from part to one of these; it may arrive as a
Python or NumPy number, a list, an array, a Series, a DataFrame, a dict, or as something else by mistake.
"""

from __future__ import annotations

import math
import numbers
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Unread:
    """Why an answer could not be read, in words for the learner (Markdown)."""

    reason: str


class Blank:
    """Nothing was handed in: a placeholder, None, NaN, or an empty container."""


Reading = tuple[float, ...] | Unread | Blank

_PLACEHOLDERS = {"", "...", "…"}
_TOO_LONG = 10_000


def read_numbers(answer: object) -> Reading:
    """Read one number or a list of numbers as a tuple of finite floats."""
    try:
        return _read(answer)
    except (
        Exception
    ) as problem:  # A learner's object may raise anything when touched; that is no answer either.
        return Unread(f"Reading it failed with {type(problem).__name__}. {_wanted(answer)}")


def read_parts(answer: object, keys: Sequence[str]) -> dict[str, Reading] | Unread | Blank:
    """Read a mapping, Series, DataFrame (one column a key), record, or a list in the order of ``keys``."""
    try:
        return _read_parts(answer, keys)
    except Exception as problem:  # As in read_numbers.
        return Unread(f"Reading it failed with {type(problem).__name__}. {_wanted(answer)}")


def show(value: Sequence[float], unit: str) -> str:
    """Return the learner's own number, or numbers, as words."""
    if len(value) == 1:
        return f"{value[0]:.4g} {unit}".rstrip()
    shown = ", ".join(f"{one:.4g}" for one in value[:4])
    return f"{shown}{', …' if len(value) > 4 else ''} {unit}".rstrip()


def _read(answer: object) -> Reading:
    if _is_blank(answer):
        return Blank()
    if isinstance(answer, bool) or type(answer).__name__ == "bool_":
        return Unread(f"You gave {bool(answer)}, a truth value. Give the number itself.")
    if isinstance(answer, str | bytes):
        return Unread("You gave text. Give a number, without quotation marks.")
    if isinstance(answer, numbers.Real):
        return _finite([float(answer)])
    if isinstance(answer, numbers.Complex):
        return Unread("You gave a complex number. Give a real one.")
    if hasattr(answer, "magnitude") and hasattr(answer, "units"):
        return Unread(
            "You gave a quantity with a unit of its own. Give the bare number in the unit asked for."
        )
    if callable(answer) and not hasattr(answer, "__array__"):
        return Unread("You gave a function. Call it, with parentheses, and give what it returns.")
    if isinstance(answer, Mapping):
        return Unread("You gave a mapping. Give the number itself.")
    elements = _elements(answer)
    if elements is None:
        return Unread(_wanted(answer))
    if all(_is_blank(element) for element in elements):
        return Blank()
    if any(_is_blank(element) for element in elements):
        return Unread("Some of its elements are empty. Fill them all.")
    if not all(isinstance(element, numbers.Real) and not isinstance(element, bool) for element in elements):
        return Unread("Some of its elements are not numbers.")
    return _finite([float(element) for element in elements])


def _read_parts(answer: object, keys: Sequence[str]) -> dict[str, Reading] | Unread | Blank:
    if _is_blank(answer):
        return Blank()
    if callable(getattr(answer, "_asdict", None)):
        answer = answer._asdict()
    if type(answer).__name__ == "DataFrame" and hasattr(answer, "columns"):
        answer = {column: answer[column] for column in answer.columns}
    elif type(answer).__name__ == "Series" and hasattr(answer, "to_dict"):
        labelled = answer.to_dict()
        answer = labelled if any(key in labelled for key in keys) else list(answer)
    if isinstance(answer, Mapping):
        missing = [key for key in keys if key not in answer]
        if len(missing) == len(keys):
            return Unread(f"None of the names asked for is in it. They are {_listed(keys)}.")
        return {
            key: Unread(f"`{key}` is missing.") if key in missing else read_numbers(answer[key])
            for key in keys
        }
    elements = None if isinstance(answer, str | bytes) else _elements(answer)
    if elements is None:
        given = "text" if isinstance(answer, str | bytes) else _kind(answer)
        return Unread(f"You gave {given}. Give a dict with {_listed(keys)}.")
    if all(_is_blank(element) for element in elements):
        return Blank()
    if len(elements) != len(keys):
        return Unread(
            f"You gave {len(elements)} values; {len(keys)} are wanted. A dict with {_listed(keys)} is best."
        )
    return {key: read_numbers(element) for key, element in zip(keys, elements, strict=True)}


def _elements(answer: object) -> list | None:
    """The elements of a list-like, or of a table of one column or one row; None for anything else."""
    if hasattr(answer, "to_numpy"):
        answer = answer.to_numpy()
    if hasattr(answer, "ndim") and hasattr(answer, "tolist"):
        if sum(length > 1 for length in answer.shape) > 1 or answer.size > _TOO_LONG:
            return None
        flat = answer.ravel().tolist()
        return [element.item() if hasattr(element, "item") else element for element in flat]
    if isinstance(answer, Sequence) and not isinstance(answer, str | bytes) and len(answer) <= _TOO_LONG:
        return [element.item() if hasattr(element, "item") else element for element in answer]
    return None


def _is_blank(answer: object) -> bool:
    if answer is None or answer is Ellipsis or answer is NotImplemented:
        return True
    if isinstance(answer, str):
        return answer.strip().strip("_") in _PLACEHOLDERS
    if isinstance(answer, numbers.Real):
        return math.isnan(answer)
    if type(answer).__name__ in ("NAType", "NaTType"):
        return True
    if hasattr(answer, "size") and isinstance(answer.size, int):
        return answer.size == 0
    if isinstance(answer, Mapping):
        return all(_is_blank(value) for value in answer.values())
    return isinstance(answer, Sequence | set | frozenset) and len(answer) == 0


def _finite(values: list[float]) -> Reading:
    if not all(math.isfinite(value) for value in values):
        return Unread("It holds an infinite number. Look for a division by zero.")
    return tuple(values)


def _wanted(answer: object) -> str:
    return f"You gave {_kind(answer)}. Give a number, or a list of numbers where several are asked for."


def _kind(answer: object) -> str:
    return f"an object of type `{type(answer).__name__}`"


def _listed(keys: Sequence[str]) -> str:
    quoted = [f"`{key}`" for key in keys]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"

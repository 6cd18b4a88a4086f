"""Checks of arguments: an error names the argument, the value, the unit and the range allowed."""

from __future__ import annotations

import math
from collections.abc import Collection
from numbers import Integral, Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]


def number(
    name: str,
    value: Any,
    unit: str = "",
    *,
    low: float = -math.inf,
    high: float = math.inf,
    above: bool = False,
) -> float:
    """The value as a float within [low, high], or (low, high] when `above` is set.

    Raises TypeError when it is not a real number, ValueError when it is outside the range or not finite.
    """
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real):
        raise TypeError(f"{name} must be a number{_in(unit)}, got {type(value).__name__}: {value!r}")
    result = float(value)
    inside = low < result if above else low <= result
    if not (math.isfinite(result) and inside and result <= high):
        raise ValueError(f"{name} = {result:g}{_unit(unit)} is not allowed: {_range(low, high, above, unit)}")
    return result


def array(
    name: str,
    value: ArrayLike,
    unit: str = "",
    *,
    low: float = -math.inf,
    high: float = math.inf,
    above: bool = False,
    infinite: bool = False,
) -> FloatArray:
    """The values as an array of floats, each within [low, high], or (low, high] when `above` is set.

    Raises TypeError when they are not numbers, ValueError naming the first value outside the range.
    """
    try:
        raw = np.asarray(value)
        if raw.dtype.kind not in "iuf" and not (raw.dtype == object and raw.size):
            raise TypeError
        result = raw.astype(float)
    except (TypeError, ValueError):
        raise TypeError(f"{name} must be numbers{_in(unit)}, got {value!r}") from None
    bad = np.isnan(result) | (result <= low if above else result < low) | (result > high)
    if not infinite:
        bad |= np.isinf(result)
    if bad.any():
        first = result[bad].flat[0]
        raise ValueError(f"{name} = {first:g}{_unit(unit)} is not allowed: {_range(low, high, above, unit)}")
    return result


def count(name: str, value: Any, *, low: int = 1, infinite: bool = False) -> float:
    """A whole number of at least `low`; with `infinite`, also math.inf."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real):
        raise TypeError(f"{name} must be a whole number, got {type(value).__name__}: {value!r}")
    if infinite and value == math.inf:
        return math.inf
    if not isinstance(value, Integral):
        also = " or math.inf" if infinite else ""
        raise TypeError(f"{name} must be a whole number{also}, got {value!r}")
    if value < low:
        raise ValueError(f"{name} = {value} is not allowed: at least {low}")
    return int(value)


def choice(name: str, value: Any, allowed: Collection[str]) -> str:
    """One of the allowed words."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be text, got {type(value).__name__}: {value!r}")
    if value not in allowed:
        raise ValueError(f"{name} = {value!r} is not allowed: one of {', '.join(allowed)}")
    return value


def _unit(unit: str) -> str:
    return f" {unit}" if unit else ""


def _in(unit: str) -> str:
    return f" in {unit}" if unit else ""


def _range(low: float, high: float, above: bool, unit: str) -> str:
    if math.isinf(low) and math.isinf(high):
        return "it must be finite"
    if math.isinf(high):
        return f"{'above' if above else 'at least'} {low:g}{_unit(unit)}"
    if math.isinf(low):
        return f"at most {high:g}{_unit(unit)}"
    return f"{'above ' if above else ''}{low:g} to {high:g}{_unit(unit)}"

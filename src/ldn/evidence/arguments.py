"""Checks of arguments, so that an impossible number is refused where it enters, by name."""

from __future__ import annotations

import math
from numbers import Integral, Real


def finite(name: str, value: float) -> float:
    """The value as a float; TypeError if it is no number, ValueError if it is infinite or not a number."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{name} must be a number, got {value!r} ({type(value).__name__})")
    if not math.isfinite(value):
        raise ValueError(f"{name} must be finite, got {value!r}")
    return float(value)


def positive(name: str, value: float, unit: str = "") -> float:
    """The value as a float; ValueError unless it is above 0."""
    number = finite(name, value)
    if number <= 0:
        raise ValueError(f"{name} must be above 0{unit and ' ' + unit}, got {value!r}")
    return number


def between(
    name: str, value: float, low: float, high: float, *, closed: tuple[bool, bool] = (True, True)
) -> float:
    """The value as a float; ValueError unless it lies between low and high (ends included if closed)."""
    number = finite(name, value)
    above = number >= low if closed[0] else number > low
    below = number <= high if closed[1] else number < high
    if not (above and below):
        opening, closing = "[" if closed[0] else "(", "]" if closed[1] else ")"
        raise ValueError(f"{name} must lie in {opening}{low:g}, {high:g}{closing}, got {value!r}")
    return number


def probability(name: str, value: float) -> float:
    """The value as a float; ValueError unless it lies strictly between 0 and 1."""
    return between(name, value, 0, 1, closed=(False, False))


def whole(name: str, value: int, *, least: int = 0, most: int | None = None) -> int:
    """The value as an int; TypeError unless it is a whole number, ValueError outside least … most."""
    if isinstance(value, bool) or not isinstance(value, (Integral, Real)):
        raise TypeError(f"{name} must be a whole number, got {value!r} ({type(value).__name__})")
    if not isinstance(value, Integral) and not float(value).is_integer():
        raise TypeError(f"{name} must be a whole number, got {value!r}")
    number = int(value)
    if number < least or (most is not None and number > most):
        allowed = f"at least {least}" if most is None else f"from {least} to {most}"
        raise ValueError(f"{name} must be {allowed}, got {value!r}")
    return number


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """The value; ValueError unless it is one of the allowed words."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(map(repr, allowed))}, got {value!r}")
    return value

"""Traits that know their range and unit, and say both when a value lies outside."""

from __future__ import annotations

from typing import Any

from traitlets import Float, HasTraits, List, TraitError


class Quantity(Float):
    """A number between two ends, both allowed.

    Parameters
    ----------
    default, low, high : float
        Value when nobody sets it, lowest and highest value.
    unit : str
        Unit that an error names; empty for a number without one.

    Raises
    ------
    traitlets.TraitError
        On a value that is out of range, infinite or not a number; the message names trait, value, unit and range.
    """

    def __init__(self, default: float, low: float, high: float, unit: str = "", **kwargs: Any) -> None:
        super().__init__(default, **kwargs)
        self.low, self.high, self.unit = low, high, unit

    def validate(self, obj: Any, value: Any) -> float:
        value = super().validate(obj, value)
        _check_range(self.name, value, self.low, self.high, self.unit)
        return value


class Whole(Quantity):
    """A whole number between two ends, both allowed; parameters and errors as `Quantity`."""

    def validate(self, obj: Any, value: Any) -> int:
        value = super().validate(obj, value)
        if not value.is_integer():
            raise TraitError(f"{self.name} = {value:g} is not allowed: it must be a whole number.")
        return int(value)


class Quantities(List):
    """One to `most` numbers, each between two ends, both allowed.

    Parameters
    ----------
    default : list of float
        Values when nobody sets them.
    low, high : float
        Lowest and highest value of each.
    unit : str
        Unit that an error names.
    most : int
        How many there may be.
    noun : str
        What they are, in the plural, for the error about their count.

    Raises
    ------
    traitlets.TraitError
        On too few, too many, or a value that is out of range or not a number.
    """

    def __init__(
        self, default: list[float], low: float, high: float, unit: str, *, most: int, noun: str
    ) -> None:
        super().__init__(Float(), default)
        self.low, self.high, self.unit, self.most, self.noun = low, high, unit, most, noun

    def validate(self, obj: Any, value: Any) -> list[float]:
        values = super().validate(obj, value)
        if not 1 <= len(values) <= self.most:
            raise TraitError(f"{self.name} has {len(values)} {self.noun}; allowed are 1 to {self.most}.")
        for one in values:
            _check_range(self.name, one, self.low, self.high, self.unit)
        return values


def ranges(piece: type[HasTraits]) -> dict[str, list[float]]:
    """Lowest and highest value of every `Quantity` of a class, by name."""
    return {
        name: [trait.low, trait.high]
        for name, trait in piece.class_traits().items()
        if isinstance(trait, Quantity)
    }


def _check_range(name: str, value: float, low: float, high: float, unit: str) -> None:
    # Written so that NaN, which compares false with everything, is refused too.
    if not low <= value <= high:
        space = f" {unit}" if unit else ""
        raise TraitError(f"{name} = {value:g}{space} is not allowed: {low:g} to {high:g}{space}.")

"""Numbers as a reader meets them; ``js/kit/format.js`` has the same functions for the page."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\N{NO-BREAK SPACE}"


def fixed(value: float, decimals: int) -> str:
    """A number with so many decimals, halves rounded up as JavaScript's ``toFixed`` does."""
    return format(Decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP), "f")


def significant(value: float, digits: int = 3) -> str:
    """A number with so many significant digits, without trailing zeros and never in powers of ten."""
    if value == 0:
        return "0"
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = fixed(value, min(decimals, 12))
    return text.rstrip("0").rstrip(".") if "." in text else text


def thousands(value: float) -> str:
    """A whole number with a comma between thousands: 2995 → "2,995"."""
    return f"{int(fixed(value, 0)):,}"


def milligrams(dose_mg: float) -> str:
    """4.5 → "4.5 mg", with a space that does not break."""
    return f"{significant(dose_mg, 4)}{NBSP}mg"


def per_cent(share: float) -> str:
    """A share from 0 to 1 as a whole per cent."""
    return f"{fixed(share * 100, 0)}{NBSP}%"


def nanomolar(concentration_nM: float) -> str:
    """A concentration with two significant digits; far below any assay, only that."""
    if concentration_nM < 0.001:
        return f"under 0.001{NBSP}nM"
    return f"{significant(concentration_nM, 2)}{NBSP}nM"


def hours(time_h: float) -> str:
    """A time with at most one decimal, from 100 h on with none."""
    return fixed(time_h, 1 if time_h < 99.95 else 0).removesuffix(".0") + f"{NBSP}h"


def span(low: float, high: float, written: Callable[[float], str]) -> str:
    """Low to high with the unit once, or one value when both are written alike."""
    first, last = written(low), written(high)
    return first if first == last else f"{first.split(NBSP)[0]}–{last}"


def sentence_list(items: Sequence[str]) -> str:
    """["a", "b", "c"] → "a, b and c"."""
    return ", ".join(items[:-1]) + " and " + items[-1] if len(items) > 1 else "".join(items)

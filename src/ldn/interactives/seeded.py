"""Luck that a page and Python share: numbered draws, each found from its number alone.

``js/kit/random.js`` does the same. A draw needs no draws before it, so that a picture can take one more person or
one more trial without changing the luck of the others.
"""

from __future__ import annotations

import numpy as np

_STEP = np.uint32(0x6D2B79F5)


def uniforms(numbers: np.ndarray) -> np.ndarray:
    """Draws between 0 and 1, both excluded, by their numbers (0 to 2³² − 1): the generator mulberry32.

    The n-th draw of mulberry32 seeded with 0 (T. Ettinger, public domain), moved by half a step away from 0.
    """
    state = (np.asarray(numbers).astype(np.uint32) + np.uint32(1)) * _STEP
    mixed = (state ^ (state >> np.uint32(15))) * (state | np.uint32(1))
    mixed ^= mixed + (mixed ^ (mixed >> np.uint32(7))) * (mixed | np.uint32(61))
    mixed ^= mixed >> np.uint32(14)
    return (mixed.astype(float) + 0.5) / 2.0**32


def normals(numbers: np.ndarray) -> np.ndarray:
    """Standard normal draws, each from the uniform draws of its number and the next (Box and Muller 1958)."""
    numbers = np.asarray(numbers, dtype=np.int64)
    return np.sqrt(-2 * np.log(uniforms(numbers))) * np.cos(2 * np.pi * uniforms(numbers + 1))

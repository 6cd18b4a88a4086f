"""Natural frequencies as people, one small figure each, for paper; ``js/kit/icon_array.js`` draws the same live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ldn.figures.style import INK, MUTED, PAPER

LOOKS = ("full", "faint", "empty")
_FAINT_SHARE = 0.28
# In a crowd a person is a few points wide: corners look like curves, and take a third of the page's weight.
_MANY = 200


@dataclass(frozen=True)
class IconGroup:
    """People who share a fate. ``look``: "full", it happened; "faint", it may happen; "empty", it did not.

    Raises ValueError for a count below 0 or an unknown look.
    """

    count: int
    look: str = "full"
    colour: str = INK

    def __post_init__(self) -> None:
        if self.count != int(self.count) or self.count < 0:
            raise ValueError(f"count must be a whole number of people, 0 or more, got {self.count!r}")
        if self.look not in LOOKS:
            raise ValueError(f"look must be one of {', '.join(LOOKS)}, got {self.look!r}")


def icon_rows(people: int, columns: int) -> int:
    """Rows that so many people take."""
    return ceil(people / columns)


def draw_icons(
    axes: Axes,
    groups: Sequence[IconGroup],
    *,
    columns: int = 10,
    left: float = 0.0,
    top: float = 0.0,
    pitch: float = 1.0,
) -> None:
    """Draw people in rows, group after group, in data coordinates; the vertical axis must point down.

    Parameters
    ----------
    axes : where; set its limits and an equal aspect yourself.
    groups : in the order in which they fill the rows.
    columns : people in a row.
    left, top : upper left corner. pitch : side of one person's cell.
    """
    person = _person() if sum(group.count for group in groups) <= _MANY else _plain_person()
    placed = 0
    for group in groups:
        if group.count == 0:
            continue
        cells = np.arange(placed, placed + group.count)
        placed += group.count
        people = [
            Path(person.vertices * pitch + (left + (cell % columns + 0.5) * pitch,
                                            top + (cell // columns + 0.5) * pitch),
                 person.codes)
            for cell in cells
        ]  # fmt: skip
        fill, edge = _ink(group)
        axes.add_patch(PathPatch(Path.make_compound_path(*people), fc=fill, ec=edge, lw=0.7))


def _ink(group: IconGroup) -> tuple[object, object]:
    if group.look == "empty":
        return "none", MUTED
    if group.look == "full":
        return group.colour, group.colour
    ground, colour = np.array(to_rgb(PAPER)), np.array(to_rgb(group.colour))
    return tuple(ground + _FAINT_SHARE * (colour - ground)), group.colour


@cache
def _person() -> Path:
    """A head and shoulders in a cell of side 1 around its middle; down is positive."""
    head = Path.circle((0, -0.24), 0.17)
    arc = Path.arc(180, 360)
    shoulders = arc.vertices * 0.29 + (0, 0.22)
    body = Path(
        np.vstack([shoulders, (0.29, 0.42), (-0.29, 0.42), shoulders[0]]),
        np.concatenate([arc.codes, [Path.LINETO, Path.LINETO, Path.CLOSEPOLY]]),
    )
    return Path.make_compound_path(head, body)


@cache
def _plain_person() -> Path:
    """The same with corners instead of curves."""
    turns = np.linspace(0, 2 * np.pi, 6, endpoint=False)
    head = 0.17 * np.column_stack([np.cos(turns), np.sin(turns)]) + (0, -0.24)
    body = np.array([(-0.29, 0.42), (-0.29, 0.22), (-0.14, -0.03), (0.14, -0.03), (0.29, 0.22), (0.29, 0.42)])
    return Path.make_compound_path(*(_closed(corners) for corners in (head, body)))


def _closed(corners: np.ndarray) -> Path:
    codes = [Path.MOVETO, *[Path.LINETO] * (len(corners) - 1), Path.CLOSEPOLY]
    return Path(np.vstack([corners, corners[:1]]), codes)

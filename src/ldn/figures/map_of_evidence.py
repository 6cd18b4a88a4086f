"""The evidence map: every study of a low dose by condition, kind of evidence, size and direction, on one page."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Wedge

from ldn.evidence import evidence_map as mapped
from ldn.evidence.tables import MAP_COLUMNS
from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, PAPER, STANDARD_DOSE, house_style, new_figure
from ldn.reference.studies import StudyStore

# Everything is placed in points on a page of the text's width, so that studies stand side by side without touching.
_WIDTH = 518.4
_ROW, _HEAD, _AREA = 21.0, 62.0, 17.0
_LEFTS = (128.0, 175.0, 263.0, 326.0, 434.0, _WIDTH)
_AREA_PER_PERSON, _SMALLEST_AREA = 0.42, 9.0

# How a direction looks: fill, edge, and whether the fill is kept to one half.
_LOOKS = {
    "better than comparator": (LOW_DOSE, LOW_DOSE, False),
    "no difference": (PAPER, INK, False),
    "worse than comparator": (STANDARD_DOSE, STANDARD_DOSE, False),
    "mixed": (LOW_DOSE, INK, True),
    "better than before": (f"{LOW_DOSE}47", LOW_DOSE, False),
    "unchanged": (PAPER, INK, False),
    "worse than before": (STANDARD_DOSE, STANDARD_DOSE, False),
    "no comparison printed": (GRID, MUTED, False),
    "not seen": (GRID, MUTED, False),
    "no result": ("none", MUTED, False),
}
_UNKNOWN = ("no comparison printed", "not seen")
_KEY = (
    ("better than comparator", "better than a comparator"),
    ("mixed", "mixed"),
    ("no difference", "no difference, unchanged"),
    ("worse than before", "worse"),
    ("better than before", "better than before, compared with nobody"),
    ("no comparison printed", "no comparison seen"),
    ("no result", "no result yet"),
)
_HEADINGS = ("Cases", "Charts, registers", "Trials, not\nrandomised", "Randomised\ntrials", "No result\nyet")


def evidence_map(*, store: StudyStore | None = None) -> PrintedFigure:
    """Conditions by kind of evidence; a circle a study, its area its people, its fill its direction.

    Parameters
    ----------
    store : a StudyStore other than the course's own.
    """
    table = mapped(store=store)
    areas = _in_order(table)
    rows = sum(len(conditions) for conditions in areas.values())
    height = _HEAD + _ROW * rows + _AREA * len(areas) + 6
    with house_style():
        figure, axes = new_figure(_WIDTH / 72, height / 72)
        figure.set_layout_engine("none")
        axes.set_position([0, 0, 1, 1])
        axes.set_xlim(0, _WIDTH)
        axes.set_ylim(height, 0)
        axes.axis("off")
        _draw_key(axes)
        bottom = _draw_rows(axes, table, areas)
        for place, heading in enumerate(_HEADINGS):
            axes.text(
                _LEFTS[place] + 4,
                _HEAD - 3,
                heading,
                va="bottom",
                fontsize=8,
                weight="bold",
                color=INK,
                linespacing=1.05,
            )
            axes.plot([_LEFTS[place]] * 2, [_HEAD - 2, bottom], color=GRID, lw=0.8, zorder=0)
        return show(figure, alt=_told(table), caption=_CAPTION)


_CAPTION = (
    "Every study of a low dose that the course knows, by condition and kind of evidence, stronger kinds to the right. "
    "A circle's area is the number of people (the smallest are raised to be seen; without a result, the people "
    "planned). Its fill is our reading of the primary outcome."
)


def _in_order(table: pd.DataFrame) -> dict[str, list[str]]:
    """Areas with their conditions; what has randomised people comes first."""
    randomised = table[table["kind"] == "randomised trials"]
    people = randomised.groupby("condition")["n"].sum()

    def most(condition: str) -> tuple[float, str]:
        return -float(people.get(condition, 0)), condition

    groups = {area: sorted(part["condition"].unique(), key=most) for area, part in table.groupby("area")}
    order = sorted(
        groups, key=lambda area: (-float(randomised.loc[randomised["area"] == area, "n"].sum()), area)
    )
    return {area: groups[area] for area in order}


def _draw_rows(axes: Axes, table: pd.DataFrame, areas: dict[str, list[str]]) -> float:
    y = _HEAD
    for area, conditions in areas.items():
        axes.text(
            4,
            y + _AREA - 5,
            area[0].upper() + area[1:],
            fontsize=8,
            color=MUTED,
            style="italic",
            va="baseline",
        )
        y += _AREA
        for condition in conditions:
            axes.plot([0, _WIDTH], [y, y], color=GRID, lw=0.5, zorder=0)
            axes.text(_LEFTS[0] - 6, y + _ROW / 2, _short(condition), ha="right", va="center", fontsize=8.6)
            for place, kind in enumerate(MAP_COLUMNS):
                studies = table[(table["condition"] == condition) & (table["kind"] == kind)]
                _draw_cell(axes, studies, _LEFTS[place] + 4, _LEFTS[place + 1] - 2, y + _ROW / 2)
            y += _ROW
    return y


def _draw_cell(axes: Axes, studies: pd.DataFrame, left: float, right: float, y: float) -> None:
    # A question mark needs room to be read.
    radii = [
        max(_radius(n), 4.2 if direction in _UNKNOWN else 0)
        for n, direction in zip(studies["n"], studies["direction"], strict=True)
    ]
    widths = [
        2 * radius + 3 + 4.3 * len(_count(n)) + 5 for radius, n in zip(radii, studies["n"], strict=True)
    ]
    # A cell with more studies than room sets them closer; none is left out.
    squeeze = min(1.0, (right - left) / sum(widths)) if widths else 1.0
    x = left
    for (_, study), radius, width in zip(studies.iterrows(), radii, widths, strict=True):
        _draw_study(axes, x + radius, y, radius, study["direction"])
        axes.text(x + 2 * radius + 2, y, _count(study["n"]), fontsize=7.4, color=MUTED, va="center")
        x += width * squeeze


def _draw_study(axes: Axes, x: float, y: float, radius: float, direction: str) -> None:
    fill, edge, half = _LOOKS[direction]
    dashed = (0, (1.6, 1.4)) if direction == "no result" else "-"
    axes.add_patch(Circle((x, y), radius, fc=PAPER if half else fill, ec=edge, lw=0.9, ls=dashed, zorder=3))
    if half:
        axes.add_patch(Wedge((x, y), radius, 90, 270, fc=fill, ec=edge, lw=0.9, zorder=4))
    if direction in _UNKNOWN:
        axes.text(x, y + 0.2, "?", fontsize=6.5, ha="center", va="center_baseline", color=INK, zorder=5)


def _draw_key(axes: Axes) -> None:
    x, y = 4.0, 9.0
    for direction, words in _KEY:
        width = 17 + 4.35 * len(words)
        if x + width > _WIDTH:
            x, y = 4.0, y + 15
        _draw_study(axes, x + 5, y, 4.5, direction)
        axes.text(x + 12.5, y, words, fontsize=7.6, va="center")
        x += width + 6


def _radius(n: float) -> float:
    area = _SMALLEST_AREA if math.isnan(n) else max(_SMALLEST_AREA, _AREA_PER_PERSON * n)
    return min(math.sqrt(area / math.pi) + 0.6, _ROW / 2 - 0.5)


def _count(n: float) -> str:
    return "?" if math.isnan(n) else f"{n:.0f}"


def _short(condition: str) -> str:
    """A condition that fits its place; the first letter is set large unless the name begins with an acronym."""
    words = {
        "fibromyalgia and opioid-induced hyperalgesia": "fibromyalgia with opioids",
        "rheumatoid and seropositive arthritis": "rheumatoid arthritis",
        "post-traumatic trigeminal neuropathic pain": "trigeminal nerve injury",
        "complex regional pain syndrome": "CRPS",
        "painful diabetic neuropathy": "diabetic neuropathy",
        "chronic musculoskeletal pain": "musculoskeletal pain",
        "inflammatory bowel disease": "inflammatory bowel dis.",
    }.get(condition, condition)
    return words[0].upper() + words[1:]


def _told(table: pd.DataFrame) -> str:
    trials = table[table["kind"] == "randomised trials"]
    counted = trials["direction"].value_counts()
    told = "; ".join(
        f"{row['name']} in {row['condition']}, {_count(row['n'])} people: {row['direction']}"
        for _, row in trials.iterrows()
    )
    sums = ", ".join(f"{counted[direction]} {direction}" for direction in counted.index)
    return (
        f"Map of {len(table)} studies in {table['condition'].nunique()} conditions. Randomised trials with a result: "
        f"{len(trials)} ({sums}). {told}."
    )

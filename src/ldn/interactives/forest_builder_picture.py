"""The forest builder on paper: trials, pool, published pools and every combination, as one deterministic SVG."""

from __future__ import annotations

import math

from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.rows import name_row
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, PAPER
from ldn.interactives.forest_builder_view import View
from ldn.interactives.forest_builder_wording import UNITS, signed

_LIMITS = {"mean difference": (-2.1, 1.5), "standardised mean difference": (-1.4, 1.0)}
_PITCH = {"mean difference": 0.09, "standardised mean difference": 0.04}


def paper_picture(view: View) -> str:
    """SVG of a view, row by row as the page draws it."""
    rows = len(view.rows) + 2 + len(view.published) + 2.5
    depth = _PITCH[view.measure] * len(view.combinations)
    with house_style():
        figure, axes = new_figure(7.4, 0.9 + 0.24 * (rows + depth))
        place = 0.0
        for row in view.rows:
            _trial(axes, place, row, _LIMITS[view.measure])
            place += 1
        _pooled(axes, place, view)
        place += 2.5
        for row in view.published:
            _published(axes, place, row, _LIMITS[view.measure])
            place += 1
        place += 0.7
        _combinations(axes, place, view)
        axes.axvline(0, color=INK, lw=0.9, zorder=0)
        axes.set_ylim(place + depth + 0.3, -0.8)
        axes.set_xlim(*_LIMITS[view.measure])
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color=GRID, lw=0.8, zorder=0)
        axes.set_xlabel(f"LDN minus placebo ({UNITS[view.measure]}); left: less pain on LDN", fontsize=9)
        return svg_markup(figure)


def _span(axes: Axes, place: float, low: float, high: float, limits: tuple[float, float], **look) -> None:
    axes.plot(
        [max(low, limits[0]), min(high, limits[1])], [place, place], **{"color": INK, "lw": 1.4, **look}
    )


def _numbers(axes: Axes, place: float, text: str, color: str = INK) -> None:
    axes.annotate(text, (1, place), (6, 0), xycoords=("axes fraction", "data"), textcoords="offset points",
                  va="center", fontsize=8, color=color, annotation_clip=False)  # fmt: skip


def _trial(axes: Axes, place: float, row, limits: tuple[float, float]) -> None:
    name_row(axes, place, [row.name])
    if row.effect is None:
        axes.annotate("cannot be pooled: numbers not seen", (limits[0] + 0.05, place), va="center", fontsize=8,
                      color=MUTED)  # fmt: skip
        return
    used = row.weight is not None
    _span(axes, place, row.effect.ci_low, row.effect.ci_high, limits, color=INK if used else MUTED)
    size = 5 + 8 * math.sqrt(row.weight) if used else 5
    axes.plot(row.effect.estimate, place, "s", color=INK if used else MUTED, ms=round(size, 2))
    share = f"{100 * row.weight:.0f} %" if used else "out"
    text = (
        f"{signed(row.effect.estimate)} [{signed(row.effect.ci_low)}, {signed(row.effect.ci_high)}] {share}"
    )
    _numbers(axes, place, text, INK if used else MUTED)


def _pooled(axes: Axes, place: float, view: View) -> None:
    pooled = view.pooled
    if pooled is None:
        name_row(axes, place, ["Your pool: two trials needed"])
        return
    limits = _LIMITS[view.measure]
    low, high = max(pooled.ci_low, limits[0]), min(pooled.ci_high, limits[1])
    corners = [(low, place), (pooled.estimate, place - 0.35), (high, place), (pooled.estimate, place + 0.35)]
    axes.fill([x for x, _ in corners], [y for _, y in corners], color=LOW_DOSE, lw=0, zorder=3)
    axes.axvline(pooled.estimate, color=LOW_DOSE, lw=1, ls=(0, (3, 3)), zorder=0)
    name_row(axes, place, ["Your pool"])
    _numbers(
        axes,
        place,
        f"{signed(pooled.estimate)} [{signed(pooled.ci_low)}, {signed(pooled.ci_high)}]",
        LOW_DOSE,
    )
    if not math.isnan(pooled.prediction_low):
        name_row(axes, place + 0.95, ["A new trial’s effect"])
        _span(
            axes, place + 0.95, pooled.prediction_low, pooled.prediction_high, limits, color=LOW_DOSE, lw=2.4
        )
        _numbers(
            axes,
            place + 0.95,
            f"[{signed(pooled.prediction_low)}, {signed(pooled.prediction_high)}]",
            LOW_DOSE,
        )


def _published(axes: Axes, place: float, row: dict, limits: tuple[float, float]) -> None:
    name_row(axes, place, [row["name"]])
    _span(axes, place, row["low"], row["high"], limits)
    axes.plot(row["estimate"], place, "o", color=INK, mfc=PAPER if row["converted"] else INK, ms=6, mew=1.5)
    _numbers(axes, place, f"{signed(row['estimate'])} [{signed(row['low'])}, {signed(row['high'])}]")


def _combinations(axes: Axes, top: float, view: View) -> None:
    pitch = _PITCH[view.measure]
    low, high = _LIMITS[view.measure]
    places = [top + pitch * i for i in range(len(view.combinations))]
    starts = [round(max(one.low, low), 4) for one in view.combinations]
    ends = [round(min(one.high, high), 4) for one in view.combinations]
    axes.hlines(places, starts, ends, color=MUTED, lw=0.5, alpha=0.5)
    axes.plot([round(one.estimate, 4) for one in view.combinations], places, "_", color=INK, ms=3, mew=1.2)
    name_row(
        axes, (places[0] + places[-1]) / 2, ["Every combination", "of the choices:", f"{len(places)} pools"]
    )
    if view.rank is not None:
        own = view.combinations[view.rank - 1]
        axes.plot(own.estimate, places[view.rank - 1], "o", color=LOW_DOSE, ms=6)

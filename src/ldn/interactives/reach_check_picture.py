"""The reach check on paper: levels, receptors and reports on one logarithmic axis, as one deterministic SVG."""

from __future__ import annotations

from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, MUTED, PAPER, SERIES
from ldn.interactives.reach_check_data import receptors
from ldn.interactives.reach_check_view import HIGHEST_NM, LOWEST_NM, View
from ldn.interactives.wording import milligrams

_TICKS = {1e-6: "1 fM", 1e-3: "1 pM", 1.0: "1 nM", 1e3: "1 µM", 1e6: "1 mM"}
_ROW_IN = 0.215


def paper_picture(view: View) -> str:
    """SVG of a view: a row for each receptor constant and report, a line for the level of each dose."""
    rows = [(receptor["name"], receptor["nM"], receptor["nM"], "receptor") for receptor in receptors()]
    rows += [
        (f"{report['cited']}, {report['agent']}, {report['target']}", report["low_nM"], report["high_nM"],
         report["outcome"])
        for report in view.shown
    ]  # fmt: skip
    with house_style():
        figure, axes = new_figure(7.4, 1.0 + _ROW_IN * len(rows))
        for index, (dose, level) in enumerate(zip(view.doses_mg, view.levels_nM, strict=True)):
            axes.axvline(min(round(level, 6), HIGHEST_NM), color=SERIES[index], lw=2,
                         ls=("-", (0, (4, 2)), (0, (1.2, 1.6)))[index])  # fmt: skip
            axes.annotate(milligrams(dose), (min(round(level, 6), HIGHEST_NM), 1), (0, 4 + 11 * index),
                          xycoords=("data", "axes fraction"), textcoords="offset points", ha="center",
                          color=SERIES[index], weight="bold", fontsize=9)  # fmt: skip
        for place, (_, low, high, outcome) in enumerate(rows):
            _draw_row(axes, place, low, high, outcome)
        axes.set_yticks(range(len(rows)), [name for name, *_ in rows], fontsize=7.8)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xscale("log")
        axes.set_xlim(LOWEST_NM, HIGHEST_NM)
        axes.set_xticks(list(_TICKS), list(_TICKS.values()))
        axes.minorticks_off()
        axes.grid(axis="x", color=GRID, lw=0.8)
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.set_xlabel(
            "filled: effect; hollow: no effect; cross: retracted; diamond: receptor",
            loc="right",
            fontsize=8.5,
        )
        return svg_markup(figure)


def _draw_row(axes: Axes, place: int, low: float, high: float, outcome: str) -> None:
    if outcome == "retracted":
        axes.plot(low, place, "x", color=MUTED, ms=6, mew=1.6, clip_on=False)
        return
    if outcome == "receptor":
        axes.plot(low, place, "D", color=INK, ms=5)
        return
    if low < high:
        axes.plot([low, high], [place, place], color=INK, lw=1.6)
    fill = INK if outcome == "effect" else PAPER
    axes.plot(
        sorted({low, high}),
        [place] * len({low, high}),
        "o",
        ls="",
        color=INK,
        mfc=fill,
        ms=5.5,
        clip_on=False,
    )

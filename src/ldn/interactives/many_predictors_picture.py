"""The many-predictors game on paper: the newest draw's best predictor, and the best of every draw."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, MUTED, SERIES
from ldn.interactives.many_predictors_view import BIN_WIDTH, N_BINS, View
from ldn.interactives.wording import fixed


def paper_picture(view: View) -> str:
    """SVG of a view."""
    with house_style():
        figure, (newest, every) = new_figure(7.2, 3.4, ncols=2, width_ratios=[1, 1.7])
        _draw_newest(newest, view)
        _draw_every(every, view)
        return svg_markup(figure)


def _draw_newest(axes: Axes, view: View) -> None:
    correlations = view.correlations(view.draws)
    best = int(np.abs(correlations).argmax())
    outcome, *predictors = np.round(view.people(view.draws), 3)
    axes.plot(predictors[best], outcome, "o", color=INK, ms=4.5)
    axes.set_xlabel(f"predictor {best + 1} of {view.n_predictors}")
    axes.set_ylabel("response (standardised)")
    axes.set_title(f"Newest draw: r {fixed(float(correlations[best]), 2).replace('-', '−')}", fontsize=9.5)


def _draw_every(axes: Axes, view: View) -> None:
    edges = np.arange(N_BINS + 1) * BIN_WIDTH
    middle = edges[:-1] + BIN_WIDTH / 2
    axes.bar(middle, view.counts, BIN_WIDTH * 0.9, color=GRID)
    reached, _ = np.histogram(view.best[view.best >= view.r], edges)
    axes.bar(middle, reached, BIN_WIDTH * 0.9, color=SERIES[1])
    axes.plot(middle, np.round(view.expected_counts, 2), color=SERIES[0], lw=1.8)
    axes.axvline(view.r, color=INK, lw=1.2)
    axes.annotate(f"|r| {fixed(view.r, 2)}", (view.r, 1), (-4, -2), xycoords=("data", "axes fraction"),
                  textcoords="offset points", ha="right", va="top", fontsize=8.5)  # fmt: skip
    peak = int(view.expected_counts.argmax())
    axes.annotate("expected", (middle[peak], view.expected_counts[peak]), (-6, 6), textcoords="offset points",
                  ha="right", fontsize=8.5, color=MUTED)  # fmt: skip
    axes.set_xlim(0, 1)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("best |r| of a draw")
    axes.set_title(f"Draws of {view.draws}", fontsize=9.5)

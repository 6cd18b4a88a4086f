"""The trial simulator on paper: where a thousand results fall, twenty of them with their intervals, and the papers."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, MUTED, SERIES
from ldn.interactives.trial_simulator_data import SHOWN_TRIALS, published
from ldn.interactives.trial_simulator_view import View
from ldn.interactives.trial_simulator_wording import points

N_BINS = 60
_FOR, _AGAINST = SERIES[0], SERIES[3]


def paper_picture(view: View) -> str:
    """SVG of a view."""
    with house_style():
        figure, (pile, single) = new_figure(7.2, 5.2, nrows=2, sharex=True, height_ratios=[1, 1.25])
        _draw_pile(pile, view)
        _draw_trials(single, view)
        single.set_xlim(-view.half_width, view.half_width)
        single.set_xlabel("LDN minus placebo (points of 0–10 pain); left favours LDN")
        return svg_markup(figure)


def _colours(view: View) -> np.ndarray:
    found, estimate = view.trials["significant"], view.trials["estimate"]
    return np.where(~found, MUTED, np.where(estimate < 0, _FOR, _AGAINST))


def _draw_pile(axes: Axes, view: View) -> None:
    reach = view.half_width
    estimates = view.trials["estimate"].clip(-reach, reach - 1e-9).fillna(0)
    found, below = view.trials["significant"], estimates < 0
    axes.hist(
        [estimates[found & below], estimates[found & ~below], estimates[~found]],
        bins=np.linspace(-reach, reach, N_BINS + 1),
        stacked=True,
        color=[_FOR, _AGAINST, GRID],
    )
    axes.axvline(view.effect, color=INK, lw=1.2)
    axes.annotate(f"truth {points(view.effect)}", (view.effect, 1), (5, -3), xycoords=("data", "axes fraction"),
                  textcoords="offset points", va="top", fontsize=8.5)  # fmt: skip
    if view.n_significant and view.effect:
        mean = view.mean_size_of_significant * (-1 if view.effect < 0 else 1)
        axes.axvline(mean, color=_FOR if mean < 0 else _AGAINST, lw=1.2, ls=(0, (4, 2)))
        axes.annotate(f"significant ones\n{points(mean)}", (mean, 1), (-5, -3), xycoords=("data", "axes fraction"),
                      textcoords="offset points", va="top", ha="right", fontsize=8.5)  # fmt: skip
    axes.set_ylabel("trials of 1,000")


def _draw_trials(axes: Axes, view: View) -> None:
    colours = _colours(view)
    for row, trial in enumerate(view.trials.head(SHOWN_TRIALS).round(4).itertuples()):
        if np.isfinite(trial.estimate):
            axes.plot([trial.ci_low, trial.ci_high], [row, row], color=colours[row], lw=1.2)
            axes.plot(trial.estimate, row, "o", color=colours[row], ms=3.2)
    axes.axvline(view.effect, color=INK, lw=1.2)
    axes.axvline(0, color=MUTED, lw=0.8, ls=(0, (1, 2)))
    for place, one in enumerate(published().values()):
        row = SHOWN_TRIALS + 1.5 + 2 * place
        axes.plot([one.ci_low, one.ci_high], [row, row], color=INK, lw=1)
        axes.plot(one.estimate, row, "D", color=INK, ms=4)
        axes.annotate(
            one.name, (one.ci_high, row), (6, 0), textcoords="offset points", va="center", fontsize=8
        )
    axes.set_ylim(SHOWN_TRIALS + 2 * len(published()) + 1, -1)
    axes.set_yticks([SHOWN_TRIALS / 2 - 0.5, SHOWN_TRIALS + 3.5], ["first 20\ntrials", "printed"])
    axes.tick_params(axis="y", length=0)
    axes.set_title("Each with its 95 % confidence interval", fontsize=9.5)

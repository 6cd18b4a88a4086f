"""Opioid timing on paper: what the two drugs do to each other, and why no interval can be read, as one SVG."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import FOURTH, INK, MUTED, SERIES
from ldn.interactives.opioid_timing_data import interval_days, onset_min
from ldn.interactives.opioid_timing_view import (
    AFTER_LAST_TABLET_H,
    AFTER_RAISED_H,
    AFTER_TABLET_H,
    DAYS,
    MOST_DAYS,
    View,
)
from ldn.interactives.wording import milligrams

_DASHES = ("-", (0, (5, 2)))


def paper_picture(view: View) -> str:
    """SVG of a view."""
    with house_style():
        figure, (left, right) = new_figure(7.4, 3.7, ncols=2, width_ratios=[1.25, 1])
        if view.opioid_first:
            _draw_the_day_after(left, view)
            _draw_the_days_before(right, view)
        else:
            _draw_the_opioid_that_follows(left, view)
            _draw_the_raised_dose(right, view)
        return svg_markup(figure)


def _draw_the_day_after(axes: Axes, view: View) -> None:
    begin, end = (minutes / 60 for minutes in onset_min())
    axes.axvspan(begin, end, color=INK, alpha=0.12, lw=0)
    plain = _percent(view.after_tablet(0.0, AFTER_TABLET_H).effect)
    axes.plot(AFTER_TABLET_H, plain, color=INK, lw=1.2, ls=(0, (1, 2)), label="without naltrexone")
    for place, dose_mg in enumerate(view.doses_mg):
        effect = _percent(view.after_tablet(dose_mg, AFTER_TABLET_H).effect)
        axes.plot(AFTER_TABLET_H, effect, color=SERIES[place], ls=_DASHES[place], label=milligrams(dose_mg))
    _finish(axes, "hours after one naltrexone tablet", "opioid effect (% of its peak)", 24)
    axes.set_xticks(range(0, 25, 6))
    axes.set_title("Grey: when withdrawal began", fontsize=9.5)


def _draw_the_days_before(axes: Axes, view: View) -> None:
    low, typical, high = (_percent(shares) for shares in view.opioid_left(DAYS))
    axes.fill_between(DAYS, low, high, color=INK, alpha=0.15, lw=0)
    axes.plot(DAYS, typical, color=INK, lw=1.8, label=f"held by {view.opioid}")
    axes.plot(
        DAYS,
        _percent(view.adaptation_left(DAYS)),
        color=FOURTH,
        ls=(0, (5, 2, 1, 2)),
        label="adaptation (assumed)",
    )
    axes.axvline(view.hours_since_opioid / 24, color=INK, lw=0.9, ls=(0, (1, 2)))
    _, end = interval_days()
    axes.plot([0, end], [104, 104], color=SERIES[1], lw=4, solid_capstyle="butt", clip_on=False)
    _finish(axes, "days since the last opioid", "left (%)", MOST_DAYS, "center right")
    axes.set_xticks([0, 7, 10, 14])
    axes.set_title("Bar: label, at least 7–10 days", fontsize=9.5)


def _draw_the_opioid_that_follows(axes: Axes, view: View) -> None:
    for place, dose_mg in enumerate(view.doses_mg):
        effect = _percent(view.after_last_tablet(dose_mg, AFTER_LAST_TABLET_H).effect)
        axes.plot(AFTER_LAST_TABLET_H, effect, color=SERIES[place], ls=_DASHES[place],
                  label=f"{milligrams(dose_mg)} a day, model B")  # fmt: skip
    plasma = _percent(view.after_last_tablet(view.dose_mg, AFTER_LAST_TABLET_H, "plasma").effect)
    axes.plot(
        AFTER_LAST_TABLET_H, plasma, color=SERIES[0], lw=0.9, label=f"{milligrams(view.dose_mg)}, model C"
    )
    axes.axvline(view.hours_since_tablet, color=INK, lw=0.9, ls=(0, (1, 2)))
    _finish(
        axes, "hours since the last daily tablet", "effect of a usual opioid dose (%)", 120, "lower right"
    )
    axes.set_xticks(range(0, 121, 24))


def _draw_the_raised_dose(axes: Axes, view: View) -> None:
    for place, dose_mg in enumerate(view.doses_mg):
        doses = np.round(view.raised_acts_like(dose_mg, AFTER_RAISED_H), 4)
        axes.plot(AFTER_RAISED_H, doses, color=SERIES[place], ls=_DASHES[place], label=milligrams(dose_mg))
    axes.axhline(1, color=INK, lw=0.8, ls=(0, (1, 2)))
    axes.set_yscale("log")
    axes.set_yticks([1, 2, 5, 10, 20, 50], ["1", "2", "5", "10", "20", "50"])
    axes.minorticks_off()
    axes.set_ylim(0.8, 60)
    axes.set_xlim(0, 168)
    axes.set_xticks(range(0, 169, 48))
    axes.set_xlabel("hours after the dose was raised")
    axes.set_title("Acts like … usual doses", fontsize=9.5)


def _finish(axes: Axes, xlabel: str, ylabel: str, right: float, legend_at: str = "upper right") -> None:
    axes.set_xlim(0, right)
    axes.set_ylim(0, 108)
    axes.set_xlabel(xlabel)
    axes.set_ylabel(ylabel)
    axes.legend(fontsize=8, loc=legend_at, labelcolor=MUTED)


def _percent(shares: np.ndarray) -> np.ndarray:
    # Rounded, so that the last digits of two machines' arithmetic cannot tell their pictures apart.
    return np.round(100 * shares, 3)

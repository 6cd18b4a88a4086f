"""The rebound model on paper: the first days, and the day's mean against what is blocked, as one deterministic SVG."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import INK, MUTED, SERIES
from ldn.interactives.rebound_model_view import LETTERS, View, mean_signal
from ldn.interactives.rebound_model_wording import named
from ldn.pharmacology import ReboundCourse

_POINTS_A_DAY = 24


def paper_picture(view: View) -> str:
    """SVG of a view."""
    with house_style():
        figure, (days, need) = new_figure(7.4, 3.6, ncols=2, width_ratios=[1.35, 1])
        _draw_days(days, view)
        _draw_need(need, view)
        return svg_markup(figure)


def _draw_days(axes: Axes, view: View) -> None:
    for place, course in enumerate(view.courses()):
        amount = (view.amount, view.other_amount)[place]
        times, signal, unblocked = _thinned(course)
        axes.plot(times / 24, unblocked, color=SERIES[place], lw=0.8)
        axes.plot(times / 24, signal, color=SERIES[place], lw=2, ls=("-", (0, (4, 2)))[place],
                  label=named(view, amount))  # fmt: skip
    axes.axhline(100, color=INK, lw=0.8, ls=(0, (1, 2)))
    axes.set_xlim(0, view.window_days)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("days of blockade")
    axes.set_ylabel("opioid signal (% of baseline)")
    axes.set_title("Thin: if nothing were blocked", fontsize=9.5)


def _thinned(course: ReboundCourse) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Times, signal and opioid × receptors in per cent: an even grid, and both sides of every jump."""
    even = np.isclose(
        np.round(course.time_h * _POINTS_A_DAY / 24) * 24 / _POINTS_A_DAY, course.time_h, atol=1e-6
    )
    jump = np.isclose(np.diff(course.time_h), 0, atol=1e-12)
    kept = even | np.append(jump, False) | np.append(False, jump)
    # Rounded, so that the last digits of two machines' arithmetic cannot tell their pictures apart.
    return (
        np.round(course.time_h[kept], 4),
        np.round(100 * course.signal[kept], 3),
        np.round(100 * (course.opioid * course.receptors)[kept], 3),
    )


def _draw_need(axes: Axes, view: View) -> None:
    if view.by_hours:
        amounts = np.arange(0, 24.1, 1.0)
        shares = [round(100 * mean_signal("hours", hours, view.assumptions), 3) for hours in amounts]
        axes.plot(amounts, shares, color=INK, lw=1.8)
        axes.plot([0, 24], [100, 0], color=MUTED, lw=0.8)
        axes.annotate("no feedback", (13, 46), (-6, -12), textcoords="offset points", ha="right", fontsize=8.5,
                      color=MUTED)  # fmt: skip
        axes.set_xticks(range(0, 25, 6))
        axes.set_xlabel("hours blocked a day")
    else:
        amounts = np.geomspace(0.5, 100, 13)
        for link, letter in LETTERS.items():
            shares = [round(100 * mean_signal(link, float(dose), view.assumptions), 3) for dose in amounts]
            axes.plot(amounts, shares, color=INK, lw=1.8 if link == view.blocked else 0.8)
            axes.annotate(letter, (amounts[-1], shares[-1]), (4, 0), textcoords="offset points", va="center",
                          fontsize=8, color=MUTED, annotation_clip=False)  # fmt: skip
        axes.set_xscale("log")
        ticks = [0.5, 2, 5, 15, 50]
        axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
        axes.minorticks_off()
        axes.set_xlabel("daily dose (mg)")
    for place, (amount, regimen) in enumerate(((view.amount, view.own), (view.other_amount, view.other))):
        axes.plot(
            amount, round(100 * regimen.day.mean_signal, 3), "o", color=SERIES[place], ms=7, clip_on=False
        )
    axes.axhline(100, color=INK, lw=0.8, ls=(0, (1, 2)))
    axes.set_ylim(bottom=0)
    axes.set_title("Mean of a settled day (%)", fontsize=9.5)

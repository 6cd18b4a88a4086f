"""The rule of three on paper: a thousand people, and the bound against the size of the study, as one SVG."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ldn.evidence import event_upper_bound
from ldn.figures import IconGroup, draw_icons, house_style, new_figure, svg_markup
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED
from ldn.interactives.rule_of_three_view import LARGEST_STUDY, OF, View
from ldn.interactives.rule_of_three_wording import risk
from ldn.interactives.wording import thousands

_COLUMNS = 40


def paper_picture(view: View) -> str:
    """SVG of a view."""
    with house_style():
        figure, (people, curve) = new_figure(7.4, 3.9, ncols=2, width_ratios=[1.15, 1])
        _draw_people(people, view)
        _draw_curve(curve, view)
        return svg_markup(figure)


def _draw_people(axes: Axes, view: View) -> None:
    might = max(0, view.could_have_it - view.had_it)
    groups = [
        IconGroup(view.had_it, "full", LOW_DOSE),
        IconGroup(might, "faint", LOW_DOSE),
        IconGroup(OF - view.had_it - might, "empty"),
    ]
    draw_icons(axes, groups, columns=_COLUMNS)
    axes.set_xlim(0, _COLUMNS)
    axes.set_ylim(OF / _COLUMNS, 0)
    axes.set_aspect("equal")
    axes.axis("off")
    had = f"{thousands(view.had_it)} had it, " if view.events else ""
    axes.set_title(
        f"Of {thousands(OF)} people: {had}up to {thousands(view.could_have_it)} could", fontsize=9.5
    )


def _draw_curve(axes: Axes, view: View) -> None:
    sizes = np.unique(np.round(np.geomspace(max(1, view.events), LARGEST_STUDY, 41)).astype(int))
    bounds = [round(100 * event_upper_bound(view.events, int(size)), 6) for size in sizes]
    axes.plot(sizes, bounds, color=INK, lw=2)
    if not view.events:
        axes.plot([3, LARGEST_STUDY], [100, 300 / LARGEST_STUDY], color=MUTED, lw=1, ls=(0, (4, 2)))
        axes.annotate("3 ÷ people", (5, 62), fontsize=8.5, color=MUTED)
    axes.axhline(100 / view.one_in, color=MUTED, lw=0.9, ls=(0, (1, 2)))
    axes.annotate(f"1 in {thousands(view.one_in)}", (1, 100 / view.one_in), (3, 4), textcoords="offset points",
                  fontsize=8.5, color=MUTED)  # fmt: skip
    axes.plot(view.people, round(100 * view.upper, 6), "o", color=LOW_DOSE, ms=8, zorder=3)
    axes.annotate(f"{thousands(view.people)} people: up to {risk(view.upper)}", (view.people, 100 * view.upper),
                  (7, 8), textcoords="offset points", fontsize=9, weight="bold", color=LOW_DOSE)  # fmt: skip
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlim(1, LARGEST_STUDY)
    axes.set_ylim(100 / LARGEST_STUDY, 130)
    axes.set_xticks([1, 10, 100, 1000, 10_000, 100_000], ["1", "10", "100", "1,000", "10,000", "100,000"])
    axes.set_yticks([0.001, 0.01, 0.1, 1, 10, 100], ["0.001", "0.01", "0.1", "1", "10", "100"])
    axes.minorticks_off()
    axes.grid(color=GRID, lw=0.8)
    axes.set_xlabel("people watched")
    axes.set_ylabel("highest risk that fits (%)")

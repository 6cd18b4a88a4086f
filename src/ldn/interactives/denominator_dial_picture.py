"""The denominator dial on paper: rates with their intervals, and a hundred people, as one deterministic SVG."""

from __future__ import annotations

from matplotlib.axes import Axes

from ldn.figures import IconGroup, draw_icons, house_style, new_figure, svg_markup
from ldn.figures.style import GRID, LOW_DOSE, MUTED, STANDARD_DOSE
from ldn.interactives.denominator_dial_view import View
from ldn.interactives.wording import NBSP, per_cent

_COLUMNS = 10


def paper_picture(view: View) -> str:
    """SVG of a view."""
    with house_style():
        figure, (rates, people) = new_figure(7.4, 3.0, ncols=2, width_ratios=[1.25, 1])
        _draw_rates(rates, view)
        _draw_people(people, view)
        return svg_markup(figure)


def _draw_rates(axes: Axes, view: View) -> None:
    rows = [("on LDN", view.ldn, LOW_DOSE)]
    if view.placebo is not None:
        rows.append(("on placebo", view.placebo, MUTED))
    for place, (name, rate, colour) in enumerate(rows):
        low, high = (round(100 * end, 4) for end in (rate.low, rate.high))
        axes.plot([low, high], [place, place], color=colour, lw=7, alpha=0.28, solid_capstyle="butt")
        axes.plot(round(100 * rate.share, 4), place, "o", color=colour, ms=9)
        axes.annotate(f"{name}: {rate.events} of {rate.people}, {per_cent(rate.share)}", (0, place), (0, 15),
                      textcoords="offset points", color=colour, weight="bold", fontsize=9.5)  # fmt: skip
    if view.placebo is None:
        axes.annotate("on placebo: nobody knows", (0, 1), (0, 15), textcoords="offset points", color=MUTED,
                      fontsize=9.5)  # fmt: skip
    axes.set_xlim(0, 100)
    axes.set_ylim(1.5, -0.75)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xticks(range(0, 101, 20))
    axes.grid(axis="x", color=GRID, lw=0.8)
    axes.set_xlabel(f"with the result (%); bar: 95{NBSP}% interval", loc="right")


def _draw_people(axes: Axes, view: View) -> None:
    if view.placebo is None:
        groups = [IconGroup(view.ldn.of_100, "faint", LOW_DOSE), IconGroup(100 - view.ldn.of_100, "empty")]
        title = f"Of 100 on LDN: {view.ldn.of_100}, for whatever reason"
    else:
        anyway, more, fewer = view.of_100
        groups = [
            IconGroup(anyway, "full", MUTED),
            IconGroup(more, "full", LOW_DOSE),
            IconGroup(fewer, "faint", STANDARD_DOSE),
            IconGroup(100 - anyway - more - fewer, "empty"),
        ]
        title = f"Of 100 on LDN: {anyway} on placebo too, " + (f"{fewer} fewer" if fewer else f"{more} more")
    draw_icons(axes, groups, columns=_COLUMNS)
    axes.set_xlim(0, _COLUMNS)
    axes.set_ylim(100 / _COLUMNS, 0)
    axes.set_aspect("equal")
    axes.axis("off")
    axes.set_title(title, fontsize=9.5)

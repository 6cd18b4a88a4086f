"""Risk differences with their intervals, and above them the number needed to treat on a scale through infinity."""

from __future__ import annotations

from ldn.evidence import number_needed_to_treat, published_counts, risk_difference
from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, house_style, new_figure

_ROWS = (
    ("response", "response"),
    ("endoscopic_response", "endoscopic response"),
    ("endoscopic_remission", "endoscopic remission"),
)
_NEEDED = {-20: "5", -10: "10", 0: "∞", 10: "10", 20: "5", 33.333: "3", 50: "2", 66.667: "1.5"}


def needed_to_treat() -> PrintedFigure:
    """The three yes/no results of the Crohn's trial of 2011, as far as its percentages allow counts."""
    told = []
    with house_style():
        figure, axes = new_figure(7.2, 2.7)
        axes.axvline(0, color=INK, lw=1)
        for row, (outcome, name) in enumerate(_ROWS):
            counts = published_counts("smith2011", outcome)
            effect = risk_difference(counts.events, counts.people, *counts.placebo, method="newcombe")
            middle, low, high = (
                round(100 * value, 4) for value in (effect.estimate, effect.ci_low, effect.ci_high)
            )
            axes.plot([low, high], [row, row], color=LOW_DOSE, lw=7, alpha=0.3, solid_capstyle="butt")
            axes.plot(middle, row, "o", color=LOW_DOSE, ms=9)
            tally = f"{counts.events} of {counts.people} v {counts.placebo[0]} of {counts.placebo[1]}"
            axes.annotate(f"{name}: {tally}", (0, row), (5, 12), textcoords="offset points", fontsize=9.5)
            told.append(f"{name}, {tally}: {number_needed_to_treat(effect)}")
        axes.set_xlim(-25, 82)
        axes.set_ylim(len(_ROWS) - 0.55, -0.75)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.set_xticks(range(-20, 81, 20), ["−20", "0", "20", "40", "60", "80"])
        axes.grid(axis="x", color=GRID, lw=0.8)
        axes.set_xlabel("more people of 100 with the result on LDN than on placebo", loc="right")
        above = axes.secondary_xaxis("top")
        above.set_xticks(list(_NEEDED), list(_NEEDED.values()))
        above.spines["top"].set_visible(False)
        above.tick_params(length=3, color=MUTED)
        above.set_xlabel("one fewer  ←  number needed to treat  →  one more", fontsize=9.5)
        return show(
            figure,
            alt="Three results of Smith 2011 in Crohn's disease. " + "; ".join(told) + ".",
            caption="Below, the difference; above, the same scale as a number needed to treat. At a difference of "
            "nothing the number is infinite, and an interval that crosses the line crosses infinity. The counts are "
            "inferred from the printed percentages; intervals after Newcombe.",
        )

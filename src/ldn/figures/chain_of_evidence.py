"""The chain from a low dose to less pain, each link at its grade, and the rival explanations at theirs."""

from __future__ import annotations

from textwrap import wrap

from ldn.figures.output import PrintedFigure, show
from ldn.figures.rows import name_row
from ldn.figures.style import GRID, INK, MUTED, PAPER, house_style, new_figure
from ldn.reference import neuroimmune

GRADES = ("contradicted", "none", "weak", "moderate", "strong")


def evidence_chain(kind: str = "chain") -> PrintedFigure:
    """Every link of one kind at the strength of its evidence.

    Parameters
    ----------
    kind : {"chain", "alternative"}
        The links from a low dose over TLR4 on microglia to less pain, or the rival explanations.
    """
    links = neuroimmune.links(kind)
    chained = kind == "chain"
    with house_style():
        figure, axes = new_figure(7.2, 0.8 + 0.42 * len(links))
        places = [GRADES.index(link.strength) for link in links]
        if chained:
            axes.plot(places, range(len(links)), color=GRID, lw=2.5, zorder=1)
        for row, (link, place) in enumerate(zip(links, places, strict=True)):
            broken = place < GRADES.index("weak")
            axes.plot(place, row, "o", ms=10, mfc=PAPER if broken else INK, mew=2.2,
                      mec=INK, zorder=2)  # fmt: skip
            axes.annotate(link.strength, (place, row), (9, 0), textcoords="offset points", va="center",
                          fontsize=8.5, color=INK if broken else MUTED)  # fmt: skip
            name_row(axes, row, wrap(link.claim.rstrip("."), 46))
        axes.set_yticks([])
        axes.set_ylim(len(links) - 0.4, -0.6)
        axes.set_xlim(-0.3, len(GRADES) - 0.1)
        axes.set_xticks(range(len(GRADES)), GRADES)
        axes.xaxis.tick_top()
        axes.tick_params(axis="both", length=0)
        for side in ("left", "bottom"):
            axes.spines[side].set_visible(False)
        told = "; ".join(f"{link.claim.rstrip('.')}: {link.strength}" for link in links)
        return show(
            figure,
            alt=f"Links by the strength of their evidence. {told}.",
            caption="Each link at the strength of its evidence; hollow, where nothing carries it or evidence is "
            "against it. The grading is ours."
            + (" A chain is no stronger than its weakest link." if chained else ""),
        )

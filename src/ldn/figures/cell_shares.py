"""Microglia as a share of cells: what was counted, what is repeated, and what the denominator does to it."""

from __future__ import annotations

import numpy as np

from ldn.figures.output import PrintedFigure, show
from ldn.figures.rows import name_row
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, PAPER, house_style, new_figure
from ldn.neuroimmune import share_of_all_cells
from ldn.reference import neuroimmune

# What a row is called, in the order from counting to hearsay.
_ROWS = {
    "share_human_regions": "all cells, human,\nby region",
    "share_non_neuronal": "non-neuronal cells,\n33 mammals",
    "share_all_cells_computed": "all cells, computed\nfrom the row above",
    "share_glia_review": "glia,\na review",
    "share_brain_review_5_10": "“brain cells”,\na review",
    "share_brain_review_10_15": "“all brain cells”,\nthe phrase",
}
_COUNTED = ("share_human_regions", "share_non_neuronal", "share_all_cells_computed")


def microglia_share() -> PrintedFigure:
    """Published shares of microglia with their denominators, and the share of all cells against the cell ratio."""
    figures = {figure.id: figure for figure in neuroimmune.cell_figures("share")}
    with house_style():
        figure, (shares, ratios) = new_figure(7.4, 3.7, ncols=2, width_ratios=[1.35, 1])
        for row, id in enumerate(_ROWS):
            name_row(shares, row, _ROWS[id].split("\n"))
            _draw_share(shares, row, figures[id], counted=id in _COUNTED)
        shares.set_yticks([])
        shares.set_ylim(len(_ROWS) - 0.5, -0.5)
        shares.set_xlim(0, 24)
        shares.set_xticks([0, 5, 10, 15, 20])
        shares.grid(axis="x", color=GRID)
        shares.spines["left"].set_visible(False)
        shares.set_xlabel("microglia (%)", loc="left")
        shares.set_title("A share of what?", fontsize=9.5)
        _draw_ratio(ratios)
        told = "; ".join(
            f"{label.replace(chr(10), ' ')}: {_span(figures[id])} %" for id, label in _ROWS.items()
        )
        return show(
            figure,
            alt=f"Microglia as a share of cells. {told}. With 7 % of non-neuronal cells, the share of all cells is "
            "3.5 % at one non-neuronal cell for each neuron and never reaches 10 %.",
            caption="Left: filled, counted or computed from counts; hollow, repeated in reviews. Right: 7 % of the "
            "non-neuronal cells as a share of all cells, against how many of these there are for each neuron.",
        )


def _draw_share(axes, row: int, figure, *, counted: bool) -> None:
    low, high = _ends(figure)
    face = INK if counted else PAPER
    if low < high:
        axes.plot([low, high], [row, row], color=INK if counted else MUTED, lw=2)
    ends = sorted({low, high})
    axes.plot(ends, [row] * len(ends), "o", ls="", ms=6.5, mfc=face, mec=INK if counted else MUTED, mew=1.6)
    axes.annotate(
        f"{_span(figure)} %", (high, row), (9, 0), textcoords="offset points", va="center", fontsize=9
    )


def _draw_ratio(axes) -> None:
    ratio = np.logspace(-1, 1, 81)
    percent = [round(100 * share_of_all_cells(non_neuronal_per_neuron=float(one)), 4) for one in ratio]
    axes.plot(np.round(ratio, 5), percent, color=LOW_DOSE)
    axes.axhspan(10, 15, color=MUTED, alpha=0.16, lw=0)
    axes.annotate("the phrase", (0.11, 12.5), va="center", color=MUTED, fontsize=9)
    here = 100 * share_of_all_cells()
    axes.plot(1, here, "o", color=INK, ms=6)
    axes.annotate(f"{here:g} %", (1, here), (7, -11), textcoords="offset points", fontsize=9)
    axes.set_xscale("log")
    axes.set_xticks([0.1, 1, 10], ["0.1", "1", "10"])
    axes.minorticks_off()
    axes.set_ylim(0, 16)
    axes.set_xlabel("non-neuronal cells for each neuron", loc="left")
    axes.set_ylabel("microglia (% of all cells)")
    axes.set_title("The denominator moves it", fontsize=9.5)


def _ends(figure) -> tuple[float, float]:
    return (figure.value, figure.value) if figure.value is not None else (figure.low, figure.high)


def _span(figure) -> str:
    low, high = _ends(figure)
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"

"""What a Hill exponent away from 1 does to a binding curve."""

from __future__ import annotations

import numpy as np

from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, STANDARD_DOSE, THIRD, house_style, new_figure
from ldn.pharmacology import fractional_occupancy
from ldn.reference import observation

_COLOURS = {"naloxone": LOW_DOSE, "fentanyl": STANDARD_DOSE, "carfentanil": THIRD}
# From a tenth to nine tenths bound a curve with n = 1 needs 81 times the concentration: (0.9 / 0.1)².
_SPAN = 81.0


def hill_exponents() -> PrintedFigure:
    """Binding curves of naloxone and of one site (n = 1), and the 10-to-90 % span of all measured ligands."""
    told = []
    with house_style():
        figure, (curves, spans) = new_figure(7.2, 3.2, ncols=2, width_ratios=[1.15, 1])
        ratio = np.geomspace(1e-3, 1e3, 121)
        naloxone = observation("hill_naloxone").value
        curves.plot(ratio, (100 * fractional_occupancy(ratio, 1.0)).round(3), color=INK, linewidth=1.4)
        curves.plot(
            ratio, (100 * fractional_occupancy(ratio, 1.0, naloxone)).round(3), color=LOW_DOSE, linewidth=2.4,
            linestyle=(0, (4, 2)),
        )  # fmt: skip
        curves.annotate("n = 1", (2.3, 80), color=INK, weight="bold", ha="right")
        curves.annotate(f"naloxone\nn = {naloxone:g}", (0.008, 19), color=LOW_DOSE, weight="bold")
        curves.set_xscale("log")
        curves.set_xticks(
            [0.001, 0.01, 0.1, 1, 10, 100, 1000], ["0.001", "0.01", "0.1", "1", "10", "100", "1000"]
        )
        curves.minorticks_off()
        curves.set_xlim(1e-3, 1e3)
        curves.set_ylim(0, 100)
        curves.set_yticks([0, 10, 50, 90, 100])
        curves.grid(axis="y", color=GRID, linewidth=0.8)
        curves.set_axisbelow(True)
        curves.set_xlabel("concentration / Kd")
        curves.set_title("receptors held (%)", fontsize=9.5, fontweight="normal")
        for place, (ligand, colour) in enumerate(_COLOURS.items()):
            hill = observation(f"hill_{ligand}")
            fold, least, most = (_SPAN ** (1 / n) for n in (hill.value, hill.high, hill.low))
            spans.plot([least, most], [place, place], color=colour, linewidth=1.6)
            spans.plot(fold, place, "o", color=colour, markersize=7)
            spans.annotate(f"{ligand}, {fold:.0f}-fold", (least, place), (0, 9), textcoords="offset points",
                           color=colour, weight="bold", fontsize=9.5)  # fmt: skip
            told.append(f"{ligand} n = {hill.value:g}, {fold:.0f}-fold ({least:.0f} to {most:.0f})")
        spans.axvline(_SPAN, color=MUTED, linewidth=1, linestyle=(0, (1, 2)))
        spans.annotate("81-fold: one ligand, one site", (_SPAN, 2.62), (5, 0), textcoords="offset points",
                       color=MUTED, fontsize=9)  # fmt: skip
        spans.set_xscale("log")
        spans.set_xlim(50, 1000)
        spans.set_xticks([50, 100, 200, 500, 1000], ["50", "100", "200", "500", "1000"])
        spans.minorticks_off()
        spans.set_ylim(2.75, -0.6)
        spans.set_yticks([])
        spans.spines["left"].set_visible(False)
        spans.set_xlabel("times the concentration")
        spans.set_title("from 10 % to 90 % held", fontsize=9.5, fontweight="normal")
        return show(
            figure,
            alt=(
                "Left: against concentration over Kd, naloxone's binding curve is flatter than that of one site and "
                "crosses it at a half. Right: concentration range from 10 to 90 % held: " + "; ".join(told) +
                "; one ligand on one site 81-fold."
            ),
            caption=(
                "Left: an exponent below 1 stretches the curve about its middle. Right: bars are the ranges of 2000 "
                "published bootstrap sets; only naloxone's leaves the simple 81-fold outside."
            ),
        )  # fmt: skip

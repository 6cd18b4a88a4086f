"""The ligands of the mu receptor by how tightly they bind, agonists and antagonists on one axis."""

from __future__ import annotations

from dataclasses import dataclass

from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import GRID, LOW_DOSE, MUTED, STANDARD_DOSE, house_style, new_figure
from ldn.reference import observation

_AGONIST, _ANTAGONIST = STANDARD_DOSE, LOW_DOSE


@dataclass(frozen=True)
class _Row:
    ligand: str
    figure: str
    kind: str
    origin: str


_ROWS = (
    _Row("carfentanil", "ec50_carfentanil", "agonist", "human receptor"),
    _Row("fentanyl", "ec50_fentanyl", "agonist", "human receptor"),
    _Row("naltrexone", "ki_naltrexone_mu", "antagonist", "quoted, weak source"),
    _Row("naloxone", "ec50_naloxone", "antagonist", "human receptor"),
    _Row("β-endorphin", "ki_beta_endorphin", "agonist", "quoted, weak source"),
    _Row("naltrexone, rat", "ic50_rat_naltrexone", "antagonist", "rat brain, IC50"),
    _Row("morphine", "ki_morphine_rat", "agonist", "rat brain"),
    _Row("6β-naltrexol", "ki_naltrexol_mu", "antagonist", "quoted, weak source"),
)


def affinities_at_mu() -> PrintedFigure:
    """Kd or Ki (nM) of agonists and antagonists at the mu receptor, with range and origin where there are any."""
    told = []
    with house_style():
        figure, axes = new_figure(7.2, 3.5)
        for place, row in enumerate(_ROWS):
            found = observation(row.figure)
            colour = _AGONIST if row.kind == "agonist" else _ANTAGONIST
            measured = row.origin == "human receptor"
            if found.low is not None:
                axes.plot([found.low, found.high], [place, place], color=colour, linewidth=1.6)
            axes.plot(
                found.value, place, "o" if row.kind == "agonist" else "s", color=colour, markersize=7,
                markerfacecolor=colour if measured else "none", markeredgewidth=1.6,
            )  # fmt: skip
            axes.annotate(row.origin, (1.01, place), xycoords=("axes fraction", "data"), va="center",
                          color=MUTED, fontsize=8.5, annotation_clip=False)  # fmt: skip
            told.append(f"{row.ligand}, {row.kind}, {found.value:g} nM ({row.origin})")
        axes.set_yticks(range(len(_ROWS)), [row.ligand for row in _ROWS])
        for label, row in zip(axes.get_yticklabels(), _ROWS, strict=True):
            label.set_color(_AGONIST if row.kind == "agonist" else _ANTAGONIST)
        axes.set_ylim(len(_ROWS) - 0.4, -0.6)
        axes.set_xscale("log")
        axes.set_xlim(0.01, 10)
        axes.set_xticks([0.01, 0.1, 1, 10], ["0.01", "0.1", "1", "10"])
        axes.minorticks_off()
        axes.grid(axis="x", color=GRID, linewidth=0.8)
        axes.set_axisbelow(True)
        axes.spines["left"].set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.set_xlabel(
            "concentration that holds half of the mu receptors (nM): tighter to the left", loc="left"
        )
        return show(
            figure,
            alt="Affinity at the mu receptor, tightest first. " + "; ".join(told) + ".",
            caption=(
                "Circles: agonists. Squares: antagonists. Filled: measured at the human receptor, with the range of "
                "its bootstrap. Hollow: rat brain, or quoted at second hand. No constant of 6-MAM was found."
            ),
        )

"""Response and remission in every study of LDN in inflammatory bowel disease that printed a rate."""

from __future__ import annotations

from matplotlib.axes import Axes

from ldn.evidence import published_counts, wilson_interval
from ldn.evidence.extraction import ExtractionError
from ldn.figures.output import PrintedFigure, show
from ldn.figures.rows import name_row
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, PAPER, house_style, new_figure
from ldn.reference.studies import StudyStore, study_store

# In the order of a row, top to bottom: outcome, what it is called, fill.
_OUTCOMES = (
    ("response", "response", LOW_DOSE),
    ("clinical_remission", "remission", PAPER),
    ("endoscopic_remission", "endoscopic remission", "#bcd9ea"),
)
_STEP = 0.34


def bowel_rates(*, store: StudyStore | None = None) -> PrintedFigure:
    """Rates on LDN with their intervals, and on placebo where one was printed.

    Parameters
    ----------
    store : a StudyStore other than the course's own.
    """
    store = store or study_store()
    rows, told = [], []
    for study in sorted(store.studies.values(), key=lambda study: (study.year or 0, study.id)):
        found = [] if study.area != "gut" else _rates(study.id, store)
        if found:
            rows.append((study, found))
    with house_style():
        figure, axes = new_figure(7.2, 0.8 + 0.66 * len(rows))
        for row, (study, found) in enumerate(rows):
            against = "no comparison printed" if study.randomised else "nobody to compare with"
            design = "with placebo" if any(counts.placebo for *_, counts in found) else against
            name_row(axes, row, [study.name, design])
            for place, (name, fill, counts) in enumerate(found):
                y = row + (place - (len(found) - 1) / 2) * _STEP
                if counts.placebo:
                    _draw(axes, y + 0.13, *counts.placebo, MUTED, MUTED, "D")
                share = _draw(axes, y, counts.events, counts.people, LOW_DOSE, fill, "o")
                axes.annotate(f"{name}, {counts.people}", (100, y), (6, 0), textcoords="offset points", va="center",
                              fontsize=8, color=INK, annotation_clip=False)  # fmt: skip
                other = (
                    f", placebo {100 * counts.placebo[0] / counts.placebo[1]:.0f} %" if counts.placebo else ""
                )
                told.append(f"{study.name}, {name}: {share:.0f} % of {counts.people}{other}")
        axes.set_yticks([])
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(0, 100)
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color=GRID, lw=0.8)
        for row in range(1, len(rows)):
            axes.axhline(row - 0.5, color=GRID, lw=0.6)
        axes.set_xlabel("with the result (%), with 95 % interval; right: outcome and people", loc="right")
        return show(
            figure,
            alt="Rates in inflammatory bowel disease. " + "; ".join(told) + ".",
            caption="Full: response. Hollow: remission. Pale: endoscopic remission. Grey diamonds: placebo, in the one "
            "trial that printed it. Where counts were not printed they are inferred, or the nearest.",
        )


def _rates(study: str, store: StudyStore) -> list[tuple]:
    found = []
    for outcome, name, fill in _OUTCOMES:
        try:
            found.append((name, fill, published_counts(study, outcome, store=store)))
        except ExtractionError:
            continue
    return found


def _draw(axes: Axes, y: float, events: int, people: int, colour: str, fill: str, marker: str) -> float:
    low, high = (round(100 * end, 3) for end in wilson_interval(events, people))
    share = round(100 * events / people, 3)
    axes.plot([low, high], [y, y], color=colour, lw=1.6, solid_capstyle="butt", zorder=2)
    axes.plot(share, y, marker, ms=6.5 if marker == "o" else 5, mec=colour, mfc=fill, mew=1.4, zorder=3)
    return share

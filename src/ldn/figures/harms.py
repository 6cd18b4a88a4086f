"""Lesson 10's figures: unwanted effects by dose with their denominators, and which doses the big review is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matplotlib.axes import Axes

from ldn.evidence import wilson_interval
from ldn.figures.output import PrintedFigure, show
from ldn.figures.rows import name_row
from ldn.figures.style import FOURTH, GRID, LOW_DOSE, MUTED, PAPER, STANDARD_DOSE, house_style, new_figure
from ldn.reference import review, safety
from ldn.reference.study_schema import ArmResult

# Counts of low doses that are drawn, as study and outcome, with the name of the row.
_TRIALS = (
    ("younger2013", "vivid_dreams", "vivid dreams"),
    ("younger2013", "headache", "headache"),
    ("smith2007", "sleep_disturbance", "disturbed sleep"),
    ("innova2026", "any_adverse_event", "any, 12 months"),
    ("due_bruun2024", "any_adverse_event", "any, 12 weeks"),
    ("due_bruun2024", "stopped_for_adverse_event", "stopped for harm"),
    ("irwin2024", "stopped_for_adverse_event", "stopped for harm"),
)
# And of higher doses, as fact with dose, colour and the name of the row.
_FACTS = (
    ("label_nausea", 50, STANDARD_DOSE, "stopped for nausea"),
    ("liver_300mg", 300, FOURTH, "transaminases up"),
)


@dataclass(frozen=True)
class _Counted:
    """A share of people, with its counts where they were printed."""

    percent: float
    counts: tuple[int, int] | None

    @classmethod
    def of(cls, result: ArmResult) -> _Counted:
        counted = result.events is not None and result.n is not None
        return cls(100 * safety.share(result), (result.events, result.n) if counted else None)

    def __str__(self) -> str:
        if self.counts is None:
            return f"{self.percent:.0f} %"
        return f"{self.percent:.0f} % ({self.counts[0]}/{self.counts[1]})"


@dataclass(frozen=True)
class _Row:
    name: str
    dose: str
    colour: str
    drug: _Counted
    control: _Counted | None


def harms_by_dose() -> PrintedFigure:
    """Shares of people with an unwanted effect, by dose, beside placebo where there was one, with 95 % intervals."""
    rows = _rows()
    with house_style():
        figure, axes = new_figure(7.2, 4.6)
        for place, row in enumerate(rows):
            name_row(axes, place, [row.name, row.dose])
            _draw(axes, place + (0.17 if row.control else 0), row.drug, row.colour, filled=True)
            if row.control:
                _draw(axes, place - 0.17, row.control, MUTED, filled=False)
        axes.set_yticks([])
        axes.set_ylim(len(rows) - 0.5, -0.6)
        axes.set_xlim(0, 104)
        axes.grid(axis="x", color=GRID)
        axes.spines["left"].set_visible(False)
        axes.set_xlabel("people with the effect (%)", loc="left")
        told = "; ".join(
            f"{row.name}, {row.dose}: {row.drug}"
            + (f" against {row.control} on placebo" if row.control else "")
            for row in rows
        )
        return show(
            figure,
            alt=f"Unwanted effects by dose. {told}.",
            caption="Filled: naltrexone, blue up to 10 mg, orange 50 mg, purple 300 mg. Hollow: placebo. Lines: 95 % "
            "intervals, where counts were printed. A row without a hollow point has nothing to compare with.",
        )


def doses_of_the_review() -> PrintedFigure:
    """The dose arms of the largest review of naltrexone's serious harms, by dose."""
    arms = review_arms()
    total = sum(arms.values())
    with house_style():
        figure, axes = new_figure(6.4, 2.5)
        for place, (dose, count) in enumerate(arms.items()):
            colour = LOW_DOSE if place == 0 else STANDARD_DOSE if dose == "50 mg" else MUTED
            name_row(axes, place, [dose])
            axes.barh(place, count, height=0.62, color=colour)
            axes.annotate(
                f"{count}", (count, place), (5, 0), textcoords="offset points", va="center", fontsize=9.5
            )
        axes.set_yticks([])
        axes.set_ylim(len(arms) - 0.5, -0.5)
        axes.set_xlim(0, 70)
        axes.spines["left"].set_visible(False)
        axes.set_xlabel("dose arms of the review", loc="left")
        told = ", ".join(f"{dose}: {count}" for dose, count in arms.items())
        return show(
            figure,
            alt=f"Dose arms of the largest review of naltrexone's serious harms, {total} in all. {told}.",
            caption=f"Of {total} dose arms {next(iter(arms.values()))} were at 4.5 mg or less. A pooled ratio is about "
            "the doses that are in the pool.",
        )


def review_arms() -> dict[str, int]:
    """How many dose arms of the review lie in each band of dose, as the review's own table counts them."""
    told = next(one.text for one in review("bolton2019").findings if one.text.startswith("By dose"))
    counted = re.findall(r"([^:;,]+): (\d+)", told)
    return {_band(name.strip()): int(count) for name, count in counted}


def _short(name: str) -> str:
    """A trial's own name where it has one in brackets."""
    own = re.search(r"\((.+)\)", name)
    return own[1] if own else name


def _band(name: str) -> str:
    return "over 100 mg" if name == "more" else name.removeprefix("arms at ")


def _rows() -> list[_Row]:
    found = {(harm.study.id, harm.outcome.id): harm for harm in safety.harms()}
    rows = []
    for study_id, outcome_id, name in _TRIALS:
        harm = found[study_id, outcome_id]
        dose = f"{harm.dose_mg:g} mg" if harm.study.dose.mg else f"under {harm.dose_mg:g} mg"
        control = None if harm.control is None else _Counted.of(harm.control)
        rows.append(
            _Row(name, f"{dose}, {_short(harm.study.name)}", LOW_DOSE, _Counted.of(harm.drug), control)
        )
    for fact_id, dose_mg, colour, name in _FACTS:
        fact = safety.fact(fact_id)
        counts = (int(fact.value), fact.n)
        rows.append(_Row(name, f"{dose_mg} mg", colour, _Counted(100 * counts[0] / counts[1], counts), None))
    return rows


def _draw(axes: Axes, place: float, counted: _Counted, colour: str, *, filled: bool) -> None:
    end = counted.percent
    if counted.counts:
        low, high = wilson_interval(*counted.counts)
        end = 100 * high
        axes.plot([round(100 * low, 3), round(end, 3)], [place, place], color=colour, lw=1.6 if filled else 1)
    axes.plot(round(counted.percent, 3), place, "o", ms=6.5 if filled else 5.5, mec=colour, mew=1.5,
              mfc=colour if filled else PAPER, clip_on=False)  # fmt: skip
    if filled:
        axes.annotate(
            str(counted), (end, place), (7, 0), textcoords="offset points", va="center", fontsize=8.5
        )

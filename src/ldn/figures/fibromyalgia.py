"""The placebo-controlled fibromyalgia trials side by side, and the ten women behind the sedimentation rate."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ldn.evidence import individual_patients, trial_effect
from ldn.evidence.extraction import ExtractionError
from ldn.figures.output import PrintedFigure, show
from ldn.figures.rows import name_row
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, PAPER, house_style, new_figure
from ldn.reference.studies import study_store
from ldn.reference.study_schema import Study

# Where a trial printed no difference in pain with a spread: what stands in its row instead.
_INSTEAD = {
    "younger2009": "no spread printed; main outcome severity, p = {p}",
    "bested2023": "medians of a summed rating, p = {p}",
    "paula2023": "arms tested against their own past only",
}
_PRIMARY = {"younger2009": "overall_severity", "bested2023": "pain"}
_OTHERWISE = "no difference in pain with a spread was printed"
_REACH = 1.7
_IN_WORDS = [
    "No",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
]


def fibromyalgia_results() -> PrintedFigure:
    """Pain, LDN minus placebo, in points of 0–10 with 95 % intervals; trials without such a number in words."""
    told, trials = [], _placebo_controlled()
    with house_style():
        figure, axes = new_figure(7.2, 0.9 + 0.5 * len(trials))
        for row, trial in enumerate(trials):
            name_row(axes, row, [trial.name.replace("Rodríguez-Freire", "Rodríguez-F."), _design(trial)])
            told.append(_draw_row(axes, row, trial))
        axes.axvline(0, color=MUTED, lw=0.8)
        axes.set_xlim(-_REACH, _REACH)
        axes.set_ylim(len(trials) - 0.4, -0.6)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color=GRID, lw=0.8)
        axes.set_xlabel("pain, LDN minus placebo (points of 0–10)")
        axes.annotate("← favours LDN", (0, 1.01), xycoords="axes fraction", fontsize=8.5, color=MUTED)
        axes.annotate("favours placebo →", (1, 1.01), xycoords="axes fraction", fontsize=8.5, color=MUTED,
                      ha="right")  # fmt: skip
        return show(
            figure,
            alt=f"{_in_words(len(trials))} trials of low-dose naltrexone against placebo in fibromyalgia. "
            + " ".join(told),
            caption=(
                "Diamonds: difference in pain with its 95 % interval. Younger 2013 printed per cent of baseline and "
                "a p value; both are turned into points here, with a baseline known second-hand. The ends of "
                "INNOVA's interval are second-hand too. "
                f"{_in_words(sum('points' not in line for line in told))} trials printed nothing that could be drawn."
            ),
        )


def _placebo_controlled() -> list[Study]:
    """The low-dose trials in fibromyalgia that compared with placebo and report pain, oldest first."""
    found = [
        study
        for study in study_store().studies.values()
        if (study.condition, study.dose_band) == ("fibromyalgia", "low")
        and study.outcome("pain") is not None
        and {"LDN", "placebo"} <= {arm.role for arm in study.arms}
    ]
    return sorted(found, key=lambda study: (study.year, study.id))


def _in_words(count: int) -> str:
    return _IN_WORDS[count] if count < len(_IN_WORDS) else str(count)


def _design(trial: Study) -> str:
    people = trial.participants
    design = "2 × 2 with tDCS" if trial.design == "factorial" else trial.design
    n = people.randomised if people.confidence == "inferred" else people.analysed
    return f"{design}, {trial.blinding}, n = {n}"


def _draw_row(axes: Axes, row: int, trial: Study) -> str:
    try:
        effect = trial_effect(trial.id, "pain")
    except ExtractionError:
        words = _INSTEAD.get(trial.id, _OTHERWISE).format(p=_printed_p(trial))
        axes.annotate(words, (0, row), ha="center", va="center", fontsize=8.5, color=MUTED,
                      bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5})  # fmt: skip
        return f"{trial.name}: {words}."
    axes.plot([effect.ci_low, effect.ci_high], [row, row], color=INK, lw=1.4)
    axes.plot(effect.estimate, row, "D", color=LOW_DOSE, ms=7)
    text = f"{effect.estimate:+.2f} ({effect.ci_low:+.2f} to {effect.ci_high:+.2f})".replace("-", "−")
    axes.annotate(text, (effect.estimate, row), (0, 8), textcoords="offset points", ha="center", fontsize=8.5)
    return f"{trial.name}: {text} points."


def _printed_p(trial: Study) -> str:
    outcome = trial.outcome(_PRIMARY.get(trial.id, "pain"))
    contrast = next((c for c in outcome.contrasts if c.against == "placebo" and c.p), None)
    return f"{contrast.p.value:g}" if contrast else ""


def esr_in_ten_women() -> PrintedFigure:
    """ESR against body mass index and age, for the ten women of Younger & Mackey 2009."""
    women = individual_patients("younger2009")
    told = []
    with house_style():
        figure, axes = new_figure(7.2, 3.0, ncols=2, sharey=True)
        for place, (column, words) in zip(
            axes, (("bmi", "body mass index (kg/m²)"), ("age_years", "age (years)")), strict=True
        ):
            r = float(np.corrcoef(women[column], women["esr_mm_per_h"])[0, 1])
            place.plot(women[column], women["esr_mm_per_h"], "o", color=INK, ms=6)
            for participant, x, y in zip(women.index, women[column], women["esr_mm_per_h"], strict=True):
                place.annotate(
                    str(participant), (x, y), (6, 2), textcoords="offset points", fontsize=8, color=MUTED
                )
            place.set_xlabel(words)
            place.set_title(f"r = {r:.2f}")
            place.set_ylim(-4, 58)
            told.append(f"with {words.split(' (')[0]} it correlates at {r:.2f}")
        axes[0].set_ylabel("ESR (mm/h)")
        return show(
            figure,
            alt=f"Sedimentation rate of ten women, from 0 to 50 mm per hour; {' and '.join(told)}.",
            caption=(
                "Each dot is a woman, with her number in Table 1 of the paper. "
                "Their responses were printed only as a drawing."
            ),
        )

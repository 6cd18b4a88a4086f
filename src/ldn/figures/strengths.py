"""Which strengths of naltrexone are made under an approval, which are made up, and which doses trials have used."""

from __future__ import annotations

from collections import Counter

from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, PAPER, STANDARD_DOSE, house_style, new_figure
from ldn.reference import access
from ldn.reference.studies import study_store

# A low dose, with room above the course's own limit of 6 mg a day.
_LOWEST_MG, _HIGHEST_MG = 0.4, 80.0
_LOW_DOSE_FROM_MG, _LOW_DOSE_TO_MG = 0.5, 6.0
_TICKS_MG = (0.5, 1, 2, 3, 4.5, 6, 10, 20, 50)
_DESIGNS = {"parallel", "crossover", "factorial"}


def strengths_and_trials() -> PrintedFigure:
    """Strengths on an axis of milligrams above; randomised trials of low-dose naltrexone, a dot each, below."""
    rows = _made()
    trials = trial_doses_mg()
    with house_style():
        figure, (made, tried) = new_figure(7.2, 4.6, nrows=2, sharex=True, height_ratios=(1.15, 1.15))
        for row, (name, strengths, approved) in enumerate(rows):
            colour = STANDARD_DOSE if approved else LOW_DOSE
            made.plot(strengths, [row] * len(strengths), "s", color=colour, ms=9,
                      mfc=colour if approved else PAPER, mew=1.8)  # fmt: skip
            made.text(_LOWEST_MG * 1.06, row - 0.42, name, fontsize=9, color=INK, va="center")
        made.set_ylim(len(rows) - 0.5, -0.8)
        made.set_yticks([])
        made.spines["left"].set_visible(False)
        made.spines["bottom"].set_visible(False)
        made.tick_params(axis="x", length=0)
        made.set_title("Made: strengths in mg (filled: under an approval)", fontsize=10)
        for dose, count in trials.items():
            tried.plot([dose] * count, range(1, count + 1), "o", color=LOW_DOSE, ms=6)
            tried.annotate(str(count), (dose, count), (0, 7), textcoords="offset points", ha="center",
                           fontsize=8.5, color=MUTED)  # fmt: skip
        tried.set_ylim(0, max(trials.values()) + 2)
        tried.set_yticks([])
        tried.spines["left"].set_visible(False)
        tried.set_title("Studied: randomised trials of a low daily dose, one dot each", fontsize=10)
        tried.set_xscale("log")
        tried.set_xlim(_LOWEST_MG, _HIGHEST_MG)
        tried.set_xticks(_TICKS_MG, [f"{tick:g}" for tick in _TICKS_MG])
        tried.minorticks_off()
        tried.set_xlabel("naltrexone hydrochloride (mg)")
        for axes in (made, tried):
            axes.grid(axis="x", color=GRID, lw=0.8)
            axes.set_axisbelow(True)
        told = "; ".join(f"{name}: {_listed(strengths)} mg" for name, strengths, _ in rows)
        doses = ", ".join(f"{count} at {dose:g} mg" for dose, count in trials.items())
        return show(
            figure,
            alt=f"Strengths that are made. {told}. Randomised trials by their highest daily dose: {doses}.",
            caption=(
                "In the countries shown, the strength that trials use most is made under no approval. "
                "The strengths made up for a prescription are examples; "
                "a trial is drawn at its highest daily dose, up to 6 mg."
            ),
        )


def trial_doses_mg() -> dict[float, int]:
    """How many randomised trials in the study store used which highest daily dose, from 0.5 to 6 mg."""
    doses = Counter(
        study.dose.mg
        for study in study_store().studies.values()
        if study.randomised
        and study.design in _DESIGNS
        and study.dose is not None
        and study.dose.mg is not None
        and _LOW_DOSE_FROM_MG <= study.dose.mg <= _LOW_DOSE_TO_MG
        and "single dose" not in study.dose.schedule
    )
    return dict(sorted(doses.items()))


def _made() -> list[tuple[str, tuple[float, ...], bool]]:
    """Rows of the upper panel: name, strengths, and whether an approval stands behind them."""
    approved = access.approvals("approval")
    alone = sorted({mg for entry in approved if "bupropion" not in entry.form for mg in entry.strengths_mg})
    beside = sorted({mg for entry in approved if "bupropion" in entry.form for mg in entry.strengths_mg})
    made_up = {entry.place: entry.strengths_mg for entry in access.approvals("compounded")}
    unapproved = {entry.place: entry.strengths_mg for entry in access.approvals("made without approval")}
    return [
        ("approved tablet, United States", tuple(alone), True),
        ("approved beside bupropion", tuple(beside), True),
        ("one manufacturer's tablet, Norway, no approval", unapproved["Norway"], False),
        ("unlicensed film, United Kingdom", unapproved["United Kingdom"], False),
        ("made up for a prescription, United States", made_up["United States"], False),
    ]


def _listed(strengths: tuple[float, ...]) -> str:
    return ", ".join(f"{mg:g}" for mg in strengths)

"""How long blockade lasts after one dose: three models beside what scans of people showed."""

from __future__ import annotations

import numpy as np

from ldn import pharmacology
from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import INK, LOW_DOSE, MUTED, STANDARD_DOSE, house_style, new_figure
from ldn.reference import observation

_DURATION_H = 144.0
# Colour belongs to the dose; the models are told apart by dash and by name.
_LINKS = {
    "slow_dissociation": ("A slow dissociation", (0, (6, 2))),
    "biophase": ("B slow biophase", "-"),
    "plasma": ("C plasma", (0, (1.5, 1.5))),
}
# Hours after the dose, and whether the interim analysis of cpt2005 found a significant blockade.
_SEEN = {12.5: {3: True, 24: True, 72: False}, 50.0: {3: True, 24: True, 72: True}}
_LABEL_HOUR = {"slow_dissociation": 126.0, "biophase": 60.0, "plasma": 13.0}


def duration_of_blockade() -> PrintedFigure:
    """Mu occupancy for six days after one dose of 12.5 and of 50 mg by models A, B and C, with the scans."""
    with house_style():
        figure, panels = new_figure(7.2, 3.7, ncols=2, sharey=True)
        told = [_panel(axes, dose, colour) for axes, dose, colour in
                zip(panels, (50.0, 12.5), (STANDARD_DOSE, LOW_DOSE), strict=True)]  # fmt: skip
        _draw_half_time(panels[0])
        panels[0].set_ylabel("mu receptors occupied (%)")
        return show(
            figure,
            alt=" ".join(told) + " The measured half-time of blockade is 72 to 108 hours in five people.",
            caption=(
                "One dose, three models. Symbols along the top: a scan found significant blockade (filled) or "
                "did not (open); interim analysis of a trial with 12.5 mg (n = 4) and 50 or 100 mg (n = 5). "
                "Bar: range of the half-time of blockade in five volunteers."
            ),
        )


def _panel(axes, dose_mg: float, colour: str) -> str:
    profile = pharmacology.simulate(dose_mg, duration_h=_DURATION_H, step_h=0.25)
    told = []
    for link, (name, dash) in _LINKS.items():
        occupied = 100 * pharmacology.occupancy(profile, link=link)
        axes.plot(profile.time_h, occupied, color=colour, linestyle=dash)
        hour = _LABEL_HOUR[link]
        at = float(np.interp(hour, profile.time_h, occupied))
        axes.annotate(
            name[0], (hour, at), xytext=(3, 5), textcoords="offset points", weight="bold", color=INK
        )
        at_72 = float(np.interp(72, profile.time_h, occupied))
        told.append(f"model {name} {at_72:.0f} %")
    for hour, seen in _SEEN[dose_mg].items():
        axes.plot(
            hour, 110, "D", color=INK, markersize=6, fillstyle="full" if seen else "none", clip_on=False
        )
    last_hour, last_seen = list(_SEEN[dose_mg].items())[-1]
    axes.annotate(
        "blocked" if last_seen else "not detected", (last_hour, 110), xytext=(8, 0),
        textcoords="offset points", va="center", color=MUTED, fontsize=9,
    )  # fmt: skip
    axes.set_title(f"{dose_mg:g} mg once", color=INK)
    axes.set_xlim(0, _DURATION_H)
    axes.set_ylim(0, 118)
    axes.set_yticks(range(0, 101, 25))
    axes.set_xticks(range(0, 145, 24))
    axes.spines["left"].set_bounds(0, 100)
    axes.set_xlabel("hours after the dose")
    return f"Mu occupancy 72 hours after {dose_mg:g} mg: {', '.join(told)}."


def _draw_half_time(axes) -> None:
    half_time = observation("blockade_half_time")
    axes.plot(
        [half_time.low, half_time.high], [45, 45], color=INK, linewidth=4, solid_capstyle="butt", zorder=5
    )
    axes.annotate(
        f"half-time measured\n{half_time.low:g}–{half_time.high:g} h (n = {half_time.n})",
        (_DURATION_H, 50), ha="right", va="bottom", fontsize=9, color=INK,
    )  # fmt: skip

"""Lesson 05: what decided in mice, hours and not milligrams, and how strong an answer a rebound would need."""

from __future__ import annotations

from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, STANDARD_DOSE, THIRD, house_style, new_figure
from ldn.pharmacology import ReboundAssumptions, blocked_for, smallest_opioid_gain
from ldn.reference import observation

# Regimen, observation of the hours blocked, ending of the ids of tumour incidence and survival.
_REGIMENS = (
    ("0.1 mg/kg once", "mouse_0_1mg_kg", "mouse_0_1mg_kg"),
    ("10 mg/kg once", "mouse_10mg_kg", "mouse_10mg_kg"),
    ("0.1 mg/kg once", "mouse_single_dose", "mouse_0_1mg_kg_once"),
    ("0.4 mg/kg once", "mouse_single_dose", "mouse_0_4mg_kg_once"),
    ("0.1 mg/kg every 6 h", "mouse_divided_dose", "mouse_divided"),
)
_ROWS = (0, 1, 2.6, 3.6, 4.6)
_GAIN_HOURS = (0.5, 2, 4, 6, 8, 10, 12)
_BRAKES = ((0.0, "-", "no brake"), (0.1, (0, (5, 2)), "brake 10 %"), (0.25, (0, (1.5, 1.5)), "brake 25 %"))


def mouse_duration() -> PrintedFigure:
    """Hours of blockade, tumour incidence and survival in five groups of mice, brief and day-long blockade apart."""
    told = []
    with house_style():
        figure, (hours, tumours, survival) = new_figure(
            7.2, 3.5, ncols=3, sharey=True, width_ratios=[1.25, 1, 1]
        )
        for row, (regimen, blocked, group) in zip(_ROWS, _REGIMENS, strict=True):
            duration = observation(blocked)
            all_day = duration.value == 24
            colour = STANDARD_DOSE if all_day else LOW_DOSE
            longest = duration.value or duration.high
            hours.barh(row, longest, height=0.55, color=colour, alpha=1 if duration.low or all_day else 0.45)
            if duration.low:
                hours.barh(
                    row, longest - duration.low, left=duration.low, height=0.55, color="white", alpha=0.45
                )
                span = f"{duration.low:g}–{duration.high:g} h"
            else:
                span = "24 h" if all_day else f"under {duration.high:g} h"
            hours.annotate(
                span, (longest, row), (-5 if all_day else 5, 0), textcoords="offset points", va="center",
                ha="right" if all_day else "left", fontsize=9, color="white" if all_day else INK,
            )  # fmt: skip
            incidence = observation(f"tumours_{group}").value
            ratio = observation(f"survival_{group}").value
            for axes, value, text in (
                (tumours, incidence, f"{incidence:g} %"),
                (survival, 100 * (ratio - 1), f"{100 * (ratio - 1):+.0f} %".replace("-", "−")),
            ):
                axes.plot(value, row, "o", color=colour, markersize=7)
                left = value > 70 or value < 0
                axes.annotate(
                    text, (value, row), (-8 if left else 8, 0), textcoords="offset points", va="center",
                    ha="right" if left else "left", fontsize=9,
                )  # fmt: skip
            told.append(
                f"{regimen}: blocked {span}, tumours in {incidence:g} %, survival {100 * (ratio - 1):+.0f} %."
            )
        hours.set_yticks(_ROWS, [regimen for regimen, _, _ in _REGIMENS])
        hours.set_ylim(5.3, -1)
        for row, text in ((-0.62, "first study"), (1.98, "second study")):
            hours.text(0, row, text, fontsize=8.5, color=MUTED, va="center")
        for axes, title, low, high, ticks in (
            (hours, "Blocked a day (h)", 0, 24, (0, 6, 12, 18, 24)),
            (tumours, "Tumours (% of mice)", 0, 108, (0, 50, 100)),
            (survival, "Survival time (%)", -52, 62, (-40, -20, 0, 20, 40)),
        ):
            axes.set_title(title, fontsize=10)
            axes.set_xlim(low, high)
            axes.set_xticks(ticks)
            axes.spines["left"].set_visible(False)
            axes.tick_params(axis="y", length=0)
            axes.grid(axis="x", color=GRID)
            axes.set_axisbelow(True)
        survival.axvline(0, color=INK, linewidth=0.8)
        return show(
            figure,
            alt=" ".join(told) + " Survival against controls, of which all had tumours.",
            caption=(
                "Mice with an implanted neuroblastoma. Blue: naltrexone blocked morphine for part of the day; orange: "
                "all day. 0.4 mg/kg once and 0.1 mg/kg every 6 h are the same daily total. Untreated controls: "
                "tumours in all."
            ),
        )


def gain_needed() -> PrintedFigure:
    """The smallest gain of one pool that lifts the day's mean above baseline, by hours blocked and by brake."""
    receptors = observation("upregulation_mu_mice")
    patients, controls = observation("beta_endorphin_full_dose"), observation("beta_endorphin_controls")
    seen = (
        (receptors.value / 100, "mu receptors, mice", THIRD),
        (patients.value / controls.value - 1, "β-endorphin, people on full dose", STANDARD_DOSE),
    )
    told = []
    with house_style():
        figure, axes = new_figure(7.2, 3.6)
        mouse = observation("mouse_0_1mg_kg")
        axes.axvspan(mouse.low, mouse.high, color=LOW_DOSE, alpha=0.13, linewidth=0)
        axes.text(
            (mouse.low + mouse.high) / 2, 2.9, "mice", ha="center", va="top", color=LOW_DOSE, fontsize=9
        )
        for brake, dash, name in _BRAKES:
            needed = [
                smallest_opioid_gain(blocked_for(hours), ReboundAssumptions(brake=brake))
                for hours in _GAIN_HOURS
            ]
            axes.plot(_GAIN_HOURS, [round(gain, 3) for gain in needed], color=INK, linestyle=dash)
            axes.annotate(
                name, (_GAIN_HOURS[-1], needed[-1]), (5, 0), textcoords="offset points", va="center", fontsize=9,
                annotation_clip=False,
            )  # fmt: skip
            told.append(f"with {name} {needed[_GAIN_HOURS.index(6)]:.1f}")
        for gain, name, colour in seen:
            axes.axhline(gain, color=colour, linewidth=1.6)
            axes.annotate(
                f"{name}: +{100 * gain:.0f} %", (_GAIN_HOURS[-1], gain), (-2, 3 if colour == THIRD else -4),
                textcoords="offset points", ha="right", va="bottom" if colour == THIRD else "top", fontsize=9,
            )  # fmt: skip
        axes.set_xlim(0, _GAIN_HOURS[-1])
        axes.set_ylim(0, 3)
        axes.set_xlabel("hours of complete blockade a day")
        axes.set_ylabel("gain needed (one pool)")
        return show(
            figure,
            alt=(
                f"Gain that one pool needs at 6 hours of blockade a day: {'; '.join(told)}. Measured under blockade "
                + " and ".join(f"{name} plus {100 * gain:.0f} %" for gain, name, _ in seen)
                + "; both lie below every curve."
            ),
            caption=(
                "Above a curve the day's mean signal exceeds baseline. One pool answers, with a half-life of 24 h; "
                "gain 1 doubles production. Horizontal lines: rises measured under lasting blockade, in other species "
                "or at other doses, for scale and not for proof."
            ),
        )

"""What few trials can tell: a line-up of funnel plots, and a pool that grows by one trial at a time."""

from __future__ import annotations

import numpy as np

from ldn.evidence import Pooled, pool, trial_effects
from ldn.figures.output import PrintedFigure, show
from ldn.figures.rows import name_row
from ldn.figures.style import GRID, INK, LOW_DOSE, MUTED, PAPER, house_style, new_figure

_SMD = "standardised mean difference"
_ROWS, _COLUMNS = 2, 4


def funnel_line_up(seed: int = 4, real_place: int = 6) -> PrintedFigure:
    """Funnel plots of four trials: one real, the others simulated without any bias.

    Each simulated plot draws the same four standard errors about the real pool, with the real pool's variance
    between trials: nothing is missing and nothing is selected.

    Parameters
    ----------
    seed : seed of the simulation.
    real_place : which panel, from 1, holds the real trials.
    """
    effects = trial_effects("pain", _SMD, condition="fibromyalgia")
    pooled = pool(effects)
    errors = np.array([effect.se for effect in effects])
    random = np.random.default_rng(seed)
    spread = np.sqrt(errors**2 + pooled.tau2)
    panels = [random.normal(pooled.estimate, spread) for _ in range(_ROWS * _COLUMNS)]
    panels[real_place - 1] = np.array([effect.estimate for effect in effects])
    reach = np.array([0.0, 0.3])
    with house_style():
        figure, grid = new_figure(7.4, 4.1, nrows=_ROWS, ncols=_COLUMNS, sharex=True, sharey=True)
        for place, (axes, estimates) in enumerate(zip(grid.flat, panels, strict=True), start=1):
            for side in (-1, 1):
                axes.plot(pooled.estimate + side * 1.96 * reach, reach, color=MUTED, lw=0.9, ls=(0, (3, 3)))
            axes.axvline(pooled.estimate, color=GRID, lw=1.2)
            axes.plot(np.round(estimates, 4), np.round(errors, 4), "o", color=INK, ms=6)
            axes.set_title(str(place), fontsize=10)
            axes.set_ylim(0.26, 0.0)
            axes.set_xlim(-1.0, 0.7)
            axes.set_xticks([-0.5, 0, 0.5], ["−0.5", "0", "0.5"])
            axes.set_yticks([0, 0.1, 0.2])
        for axes in grid[:, 0]:
            axes.set_ylabel("standard error")
        figure.supxlabel("LDN minus placebo (standard deviations)", fontsize=10, color=INK)
        return show(
            figure,
            alt="Eight funnel plots of four dots each, with standard errors from "
            f"{min(errors):.2f} to {max(errors):.2f}. Seven are simulated without bias, and by eye none stands out. "
            f"The real one is number {real_place}.",
            caption="One of these funnel plots is real. In the other seven nobody hid anything: they are chance. Which "
            "would you accuse? Dashed: where 95 of 100 trials would lie if all shared one truth.",
        )


def living_pool() -> PrintedFigure:
    """The pool of pain after each new trial, with the normal and with the Hartung–Knapp interval."""
    panels = (
        ("mean difference", "points of 10", (-2.2, 1.4)),
        (_SMD, "standard deviations", (-1.1, 0.7)),
    )
    with house_style():
        figure, grid = new_figure(7.4, 3.3, nrows=2, height_ratios=[2, 3])
        told = []
        for axes, (measure, unit, limits) in zip(grid, panels, strict=True):
            stages = _stages(measure)
            for row, (name, plain, careful) in enumerate(stages):
                name_row(axes, row, [name])
                _bar(axes, row + 0.16, careful, limits, INK, MUTED)
                _bar(axes, row - 0.16, plain, limits, LOW_DOSE, None)
                told.append(
                    f"{name}, {unit}: {plain.estimate:.2f} ({plain.ci_low:.2f} to {plain.ci_high:.2f}); by Hartung and "
                    f"Knapp {careful.ci_low:.2f} to {careful.ci_high:.2f}".replace("-", "−")
                )
            axes.axvline(0, color=INK, lw=0.9, zorder=0)
            axes.set_ylim(len(stages) - 0.4, -0.6)
            axes.set_xlim(*limits)
            axes.set_yticks([])
            axes.spines["left"].set_visible(False)
            axes.grid(axis="x", color=GRID)
            axes.set_xlabel(f"LDN minus placebo ({unit})", loc="right", fontsize=9)
        return show(
            figure,
            alt=f"The pool after each new trial. {'. '.join(told)}.",
            caption="Thick: random effects with the usual interval. Thin: the same trials by Hartung and Knapp. Each "
            "row adds the trial that it names to those above it.",
        )


def _stages(measure: str) -> list[tuple[str, Pooled, Pooled]]:
    effects = trial_effects("pain", measure, condition="fibromyalgia")
    found = []
    for k in range(2, len(effects) + 1):
        first = " + ".join(_short(effect.label) for effect in effects[:2])
        name = first if k == 2 else f"+ {_short(effects[k - 1].label)}"
        found.append((name, pool(effects[:k]), pool(effects[:k], hartung_knapp=True)))
    return found


def _short(label: str) -> str:
    """ "Due Bruun 2024 (FINAL)" → "FINAL"."""
    return label.partition("(")[2].rstrip(")") or label


def _bar(axes, row: float, pooled: Pooled, limits: tuple[float, float], color: str, thin: str | None) -> None:
    ends = [round(max(pooled.ci_low, limits[0]), 4), round(min(pooled.ci_high, limits[1]), 4)]
    axes.plot(ends, [row, row], color=thin or color, lw=1.2 if thin else 4, solid_capstyle="butt")
    axes.plot(round(pooled.estimate, 4), row, "D", color=thin or color, mfc=PAPER if thin else color, ms=5)

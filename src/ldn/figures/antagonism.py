"""Curves under an antagonist: a family and its Schild plot, antagonists that can and cannot be overcome, monkeys."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.axes import Axes

from ldn import pharmacology
from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import (
    FOURTH,
    GRID,
    INK,
    LOW_DOSE,
    MUTED,
    PAPER,
    STANDARD_DOSE,
    house_style,
    new_figure,
)
from ldn.pharmacology import SchildFit
from ldn.reference import observation, parameter

# A family as a textbook draws it: an agonist with some reserve, an antagonist of 1 nM.
_TAU, _KB_NM = 5.0, 1.0
_FAMILY_NM = (1.0, 3.0, 10.0, 30.0, 100.0)
_AGONIST = np.logspace(-3, 4, 141)
_MONKEY_DOSES = ("0_0032", "0_01", "0_032")
_MONKEY_SERIES = {"tail": "tail withdrawal", "heroin_lever": "choice of the heroin lever"}


def shifted_family() -> PrintedFigure:
    """An agonist's curves at rising concentrations of a competitive antagonist, and the Schild plot they make."""
    ratios = pharmacology.dose_ratio(_FAMILY_NM, _KB_NM)
    with house_style():
        figure, (curves, schild) = new_figure(7.2, 3.5, ncols=2, width_ratios=[1.3, 1])
        _curve(curves, _TAU, color=STANDARD_DOSE, linestyle=(0, (4, 2)))
        for antagonist, ratio in zip(_FAMILY_NM, ratios, strict=True):
            _curve(curves, _TAU, antagonist, color=LOW_DOSE)
            _named_on_rise(curves, f"{antagonist:g}", ratio)
        middle = 1 / (1 + _TAU), 50 * _TAU / (1 + _TAU)
        curves.annotate("alone", middle, (-9, 0), textcoords="offset points", ha="right", va="center",
                        weight="bold")  # fmt: skip
        _response_axes(curves, "agonist (multiples of its KA)")
        curves.set_xlim(0.01, 3000)
        curves.set_xticks([0.01, 0.1, 1, 10, 100, 1000], ["0.01", "0.1", "1", "10", "100", "1000"])
        schild.axhline(0, color=MUTED, linewidth=0.8)
        line = np.array([0.3, 200.0])
        schild.plot(line, np.round(np.log10(line / _KB_NM), 4), color=INK, linewidth=1.2)
        schild.plot(_FAMILY_NM, np.round(np.log10(ratios - 1), 4), "o", color=LOW_DOSE, markersize=7)
        schild.annotate("crosses 0 at the concentration\nthat doubles the agonist:\n−log of it (in mol/L) is pA2 = 9",
                        (1.0, 0), (1.45, -0.12), textcoords="data", va="top", fontsize=8.5)  # fmt: skip
        schild.annotate(
            "slope 1", (12, 1.08), (14, -10), textcoords="offset points", fontsize=9, weight="bold"
        )
        schild.set_xscale("log")
        schild.set_xlim(0.3, 200)
        schild.set_xticks([1, 10, 100], ["1", "10", "100"])
        schild.minorticks_off()
        schild.set_ylim(-1, 2.5)
        schild.set_xlabel("antagonist (nM)")
        schild.set_ylabel("log₁₀(dose ratio − 1)")
        listed = ", ".join(f"{b:g} nM gives {r:g}" for b, r in zip(_FAMILY_NM, ratios, strict=True))
        return show(
            figure,
            alt=(
                "Left: curves of an agonist alone and with 1, 3, 10, 30 and 100 nM of a competitive antagonist, "
                f"parallel and of one height. Dose ratios: {listed}. Right: the logarithm of dose ratio less one "
                "against the antagonist's concentration is a straight line of slope 1 that crosses 0 at 1 nM."
            ),
            caption=(
                "A competitive antagonist moves the curve and changes nothing else. Each number is the antagonist "
                "in nM. Right: the same shifts as a Schild plot. Computed, with a KB of 1 nM and a τ of 5."
            ),
        )


def surmountable_or_not() -> PrintedFigure:
    """A competitor, and an antagonist that removes receptors with and without reserve, at the same occupancies."""
    held = (0.5, 0.8, 0.95)
    panels = (
        ("Comes and goes", 20.0, True),
        ("Removes receptors,\nlarge reserve (τ = 20)", 20.0, False),
        ("Removes receptors,\nno reserve (τ = 1)", 1.0, False),
    )
    told = []
    with house_style():
        figure, row = new_figure(7.2, 3.3, ncols=3, sharey=True)
        for axes, (title, tau, competitive) in zip(row, panels, strict=True):
            _curve(axes, tau, color=STANDARD_DOSE, linestyle=(0, (4, 2)))
            for fraction in held:
                if competitive:
                    _curve(axes, tau, _KB_NM * fraction / (1 - fraction), color=LOW_DOSE)
                else:
                    _curve(axes, tau * (1 - fraction), color=FOURTH)
            top = 100 * tau / (1 + tau)
            last = top if competitive else 100 * tau * 0.05 / (1 + tau * 0.05)
            told.append(
                f"{title.replace(chr(10), ' ')}: greatest response {top:.0f} %, at 95 % held {last:.0f} %"
            )
            _response_axes(axes, "agonist (multiples of KA)")
            axes.set_title(title, fontsize=9.5)
            axes.set_xticks([0.01, 1, 100], ["0.01", "1", "100"])
        for axes in row[1:]:
            axes.set_ylabel("")
        return show(
            figure,
            alt=(
                "An agonist alone and with half, 80 and 95 % of the receptors held, three panels. "
                + "; ".join(told)
                + "."
            ),
            caption=(
                "Dashed: agonist alone. Solid: with 50, 80 and 95 % of the receptors held (left) or gone "
                "(middle, right). A large reserve makes a loss of receptors look like competition, up to a point."
            ),
        )


def schild_in_monkeys() -> PrintedFigure:
    """Schild plots of naltrexone against morphine in rhesus monkeys, from the published ED50 values."""
    told = []
    with house_style():
        figure, axes = new_figure(7.2, 3.6)
        axes.plot([0.002, 0.037], [0, 0], color=MUTED, linewidth=0.8)
        for (endpoint, name), marker, colour in zip(
            _MONKEY_SERIES.items(), ("o", "D"), (LOW_DOSE, STANDARD_DOSE), strict=True
        ):
            doses, ratios, fit = monkey_schild(endpoint)
            logs = np.round(np.log10(np.array(ratios) - 1), 4)
            ends = np.array([0.002, 0.037])
            molar = np.log10(ends) - 3 - math.log10(parameter("molar_mass_hydrochloride_g_per_mol").value)
            axes.plot(ends, np.round(fit.slope * (molar + fit.pa2), 4), color=colour, linewidth=1.3)
            axes.plot(doses, logs, marker, color=INK, markersize=6)
            axes.annotate(f"{name}\nslope {fit.slope:.2f}, apparent pA2 {fit.pa2:.2f}", (0.041, logs[-1]),
                          (0, -6 if endpoint == "tail" else 12), textcoords="offset points", va="center",
                          fontsize=9, weight="bold", annotation_clip=False)  # fmt: skip
            listed = ", ".join(f"{ratio:.1f}" for ratio in ratios)
            told.append(f"{name}: dose ratios {listed}, slope {fit.slope:.2f}, apparent pA2 {fit.pa2:.2f}")
        axes.set_xscale("log")
        axes.set_xlim(0.002, 0.12)
        axes.set_xticks([0.0032, 0.01, 0.032], ["0.0032", "0.01", "0.032"])
        axes.minorticks_off()
        axes.set_ylim(-0.5, 1.6)
        axes.spines["bottom"].set_bounds(0.002, 0.037)
        axes.set_xlabel("naltrexone (mg/kg): a dose", loc="left")
        axes.set_ylabel("log₁₀(dose ratio − 1)")
        return show(
            figure,
            alt="Naltrexone against morphine in three rhesus monkeys. " + "; ".join(told) + ".",
            caption=(
                "Ink: dose ratios of mean ED50 values in three monkeys each (Bowen and others 2002). Lines: least "
                "squares, by us. The horizontal axis is a dose per kilogram, so the crossing is a dose as well."
            ),
        )


def monkey_schild(endpoint: str) -> tuple[list[float], list[float], SchildFit]:
    """Doses of naltrexone (mg/kg), dose ratios of morphine and Schild fit of one published experiment.

    endpoint: "tail" or "heroin_lever". The fit is in mol/kg where it says mol/L.
    """
    alone = observation(f"morphine_ed50_{endpoint}_alone").value
    shifted = [observation(f"morphine_ed50_{endpoint}_naltrexone_{dose}") for dose in _MONKEY_DOSES]
    doses = [one.dose_mg_per_kg for one in shifted]
    ratios = [one.value / alone for one in shifted]
    nmol_per_kg = 1000 * pharmacology.mg_to_umol(np.array(doses))
    return doses, ratios, pharmacology.schild_regression(nmol_per_kg, ratios)


def _curve(axes: Axes, tau: float, antagonist_nM: float = 0.0, **look) -> None:
    response = pharmacology.operational_response(
        _AGONIST, tau=tau, ka_nM=1.0, antagonist_nM=antagonist_nM, kb_nM=_KB_NM
    )
    axes.plot(_AGONIST, np.round(100 * response, 3), **look)


def _named_on_rise(axes: Axes, text: str, ratio: float) -> None:
    """A label in the middle of a curve, on a patch of paper."""
    patch = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.2}
    axes.annotate(text, (ratio / (1 + _TAU), 50 * _TAU / (1 + _TAU)), ha="center", va="center", fontsize=8.5,
                  weight="bold", bbox=patch)  # fmt: skip


def _response_axes(axes: Axes, x_title: str) -> None:
    axes.set_xscale("log")
    axes.set_xlim(_AGONIST[0], _AGONIST[-1])
    axes.minorticks_off()
    axes.set_ylim(0, 100)
    axes.set_yticks([0, 25, 50, 75, 100])
    axes.grid(axis="y", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel(x_title)
    axes.set_ylabel("response (% of maximum)")

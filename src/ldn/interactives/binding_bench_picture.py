"""The binding bench on paper: receptors and curves as one deterministic SVG."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from ldn.figures import house_style, new_figure, svg_markup
from ldn.figures.style import FOURTH, GRID, INK, LOW_DOSE, MUTED, STANDARD_DOSE, THIRD
from ldn.interactives.binding_bench_data import N_RECEPTORS, fill_order, in_people
from ldn.interactives.binding_bench_view import Balance, Course, held_at
from ldn.interactives.wording import per_cent, significant
from ldn.pharmacology import fractional_occupancy, operational_response

KIND_COLOURS = {"antagonist": LOW_DOSE, "partial agonist": FOURTH, "full agonist": STANDARD_DOSE}
LIGAND_COLOURS = {"naloxone": LOW_DOSE, "fentanyl": STANDARD_DOSE, "carfentanil": THIRD}
_LIGAND_DASHES = {"naloxone": "-", "fentanyl": (0, (4, 2)), "carfentanil": (0, (1.2, 1.6))}
_REFERENCE_TAUS = (1.0, 30.0)
# Shares (%) at which the curves over time are named.
_LABEL_LEVELS = (15, 29, 15)
_TIME_TICKS = {1: "1 s", 60: "1 min", 3600: "1 h", 86_400: "1 day", 864_000: "10 days"}


def balance_picture(shown: Balance) -> str:
    """SVG of the equilibrium view: receptors with what sits in them, and held and response against concentration."""
    colour = KIND_COLOURS[shown.kind]
    with house_style():
        figure, (receptors, curves) = new_figure(7.4, 3.5, ncols=2, width_ratios=[1, 1.5])
        _draw_receptors(receptors, shown.occupied, colour, columns=10)
        receptors.set_title(
            f"{per_cent(shown.occupied)} held, response {per_cent(shown.response)}", fontsize=9.5
        )
        concentration = np.geomspace(1e-3, 1e4, 141)
        for tau in _REFERENCE_TAUS:
            faint = 100 * operational_response(concentration, tau=tau, ka_nM=shown.kd_nM)
            curves.plot(concentration, faint.round(3), color=MUTED, lw=0.7)
        held = 100 * fractional_occupancy(concentration, shown.kd_nM)
        curves.plot(concentration, held.round(3), color=INK, lw=2)
        response = 100 * operational_response(concentration, tau=shown.tau, ka_nM=shown.kd_nM)
        curves.plot(concentration, response.round(3), color=colour, lw=2.4, ls=(0, (4, 2)))
        for share, shade in ((shown.occupied, INK), (shown.response, colour)):
            curves.plot(shown.concentration_nM, round(100 * share, 3), "o", color=shade, ms=6)
        curves.axvline(shown.concentration_nM, color=MUTED, lw=0.8, ls=(0, (1, 2)))
        side, at = (1, 1.9) if shown.kd_nM < 30 else (-1, 3.0)
        curves.annotate("receptors held", (at * shown.kd_nM, 100 * at / (1 + at)), (side * 6, -4),
                        textcoords="offset points", ha="left" if side > 0 else "right", fontsize=9,
                        fontweight="bold")  # fmt: skip
        curves.annotate(f"response, τ = {significant(shown.tau)}", (8e3, max(100 * shown.greatest, 12)), (0, -13),
                        textcoords="offset points", ha="right", fontsize=9, fontweight="bold",
                        color=colour)  # fmt: skip
        curves.set_xscale("log")
        curves.set_xlim(1e-3, 1e4)
        curves.set_xticks([0.001, 0.1, 10, 1000], ["0.001", "0.1", "10", "1000"])
        curves.minorticks_off()
        curves.set_xlabel("free concentration (nM)")
        _share_axis(curves)
        return svg_markup(figure)


def course_picture(shown: Course) -> str:
    """SVG of the view over time: three fields of receptors at one moment, and held against time."""
    with house_style():
        figure, axes = new_figure(7.4, 4.4, nrows=2, ncols=3, height_ratios=[1, 2.1])
        for place, (ligand, share) in enumerate(shown.held.items()):
            _draw_receptors(axes[0, place], share, LIGAND_COLOURS[ligand], columns=10, number=50)
            axes[0, place].set_title(f"{ligand} {per_cent(share)}", fontsize=9.5)
            axes[1, place].remove()
        curves = figure.add_subplot(axes[1, 0].get_gridspec()[1, :])
        times = np.geomspace(0.1, 864_000, 281)
        for (ligand, colour), level in zip(LIGAND_COLOURS.items(), _LABEL_LEVELS, strict=True):
            held = 100 * held_at(ligand, shown.phase, shown.times_kd, times)
            curves.plot(times, held.round(3), color=colour, lw=2.2, ls=_LIGAND_DASHES[ligand])
            at = int(np.argmin(np.abs(held - level)))
            curves.annotate(ligand, (times[at], level), (6, -3), textcoords="offset points", fontsize=9,
                            fontweight="bold", color=colour)  # fmt: skip
        curves.axvline(shown.time_s, color=MUTED, lw=0.8, ls=(0, (1, 2)))
        if shown.phase == "washed_away":
            _draw_in_people(curves)
        curves.set_xscale("log")
        curves.set_xlim(0.1, 864_000)
        curves.set_xticks(list(_TIME_TICKS), list(_TIME_TICKS.values()))
        curves.minorticks_off()
        curves.set_xlabel(
            "time since the wash" if shown.phase == "washed_away" else "time since the drug was added"
        )
        _share_axis(curves)
        curves.set_ylabel("receptors held (%)")
        return svg_markup(figure)


def _draw_in_people(axes: Axes) -> None:
    for place in in_people():
        axes.plot([place["low_s"], place["high_s"]], [50, 50], color=INK, lw=1.6)
        if place["time_s"] is not None:
            axes.plot(place["time_s"], 50, "o", color=INK, ms=4.5)
        axes.annotate(f"{place['name']}\nin people", (place["time_s"] or place["low_s"], 50), (-6, 8),
                      textcoords="offset points", fontsize=8.5, color=INK)  # fmt: skip


def _draw_receptors(
    axes: Axes, share: float, colour: str, *, columns: int, number: int = N_RECEPTORS
) -> None:
    order: Sequence[int] = [place for place in fill_order() if place < number]
    filled = order[: round(share * number)]
    places = np.arange(number)
    x, y = places % columns, places // columns
    axes.scatter(x, y, s=34, facecolors="none", edgecolors=MUTED, linewidths=0.9)
    axes.scatter(x[filled], y[filled], s=20, color=colour, linewidths=0)
    axes.set_xlim(-0.7, columns - 0.3)
    axes.set_ylim(number / columns - 0.3, -0.7)
    axes.set_aspect("equal")
    axes.axis("off")


def _share_axis(axes: Axes) -> None:
    axes.set_ylim(0, 104)
    axes.set_yticks([0, 25, 50, 75, 100])
    axes.grid(axis="y", color=GRID, lw=0.8)
    axes.set_axisbelow(True)

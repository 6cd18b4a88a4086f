"""The laboratories' areas under the curve of one drug, brought to one dose."""

from __future__ import annotations

from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import INK, MUTED, PAPER, house_style, new_figure
from ldn.reference import Observation, observation

# From the smallest to the largest per milligram, with the words by which a reader can find the source.
_AREAS = (
    ("auc_50mg_from_clearance_1984", "crossover of 1984 (implied by its F and CL)"),
    ("auc_50mg_from_depot_label", "depot exposure and its label (implied)"),
    ("auc_2_4mg", "Johnson 2010, 2.4 mg solution"),
    ("auc_50mg_be_test", "Chinese crossover, domestic tablet"),
    ("auc_50mg_be_reference", "Chinese crossover, imported tablet"),
    ("auc_100mg_controls", "Bertolotti 1997, 100 mg"),
)


def published_areas(dose_mg: float = 50.0) -> PrintedFigure:
    """Published areas under the curve of naltrexone by mouth, scaled to one dose.

    Parameters
    ----------
    dose_mg : mg of naltrexone hydrochloride to which areas at other doses are scaled in proportion.
    """
    told = []
    values = []
    with house_style():
        figure, axes = new_figure(7.2, 3.2)
        for row, (id, name) in enumerate(_AREAS):
            one = observation(id)
            low, value, high = _scaled(one, dose_mg / one.dose_mg)
            measured = one.confidence != "computed" and abs(one.dose_mg - dose_mg) < 0.01 * dose_mg
            if low is not None:
                axes.plot(
                    [low, high],
                    [row, row],
                    color=INK,
                    lw=1.6 if one.value is not None else 4,
                    solid_capstyle="butt",
                )
            if one.value is not None:
                axes.plot(value, row, "o", color=INK, mfc=INK if measured else PAPER, ms=7, zorder=3)
            values.append(value)
            printed = f"{value:.0f}" if one.value is not None else f"{low:.0f}–{high:.0f}"
            people = "" if one.n is None else f", n = {one.n}"
            axes.annotate(f"{printed}{people}", (162, row), va="center", ha="left", fontsize=9, color=MUTED,
                          annotation_clip=False)  # fmt: skip
            told.append(f"{name}: {printed} ng·h/mL")
        axes.set_yticks(range(len(_AREAS)), [name for _, name in _AREAS])
        axes.set_ylim(len(_AREAS) - 0.4, -0.6)
        axes.set_xlim(0, 160)
        axes.set_xticks(range(0, 161, 40))
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.set_xlabel(f"area under the curve of naltrexone per {dose_mg:g} mg (ng·h/mL)", loc="left")
        return show(
            figure,
            alt=f"Areas per {dose_mg:g} mg by laboratory: " + "; ".join(told) + ".",
            caption=(
                f"One drug, one dose of {dose_mg:g} mg: the largest area is {max(values) / min(values):.1f} times the "
                "smallest. Full: measured at this dose; open: scaled from another dose or implied by other printed "
                "figures. Lines: SD; thick bar: range."
            ),
        )


def _scaled(one: Observation, factor: float) -> tuple[float | None, float, float | None]:
    if one.value is None:
        return one.low * factor, (one.low + one.high) / 2 * factor, one.high * factor
    value = one.value * factor
    if one.sd is None:
        return None, value, None
    return value - one.sd * factor, value, value + one.sd * factor

"""The curve shifter: an agonist's curve under an antagonist, and the Schild plot collected beside it."""

from __future__ import annotations

import math
from typing import Any, ClassVar

import numpy as np
import pandas as pd
from traitlets import Enum, Float, List, TraitError, validate

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantity
from ldn.interactives.curve_shifter_data import MOST_POINTS, dose_ratio_read, shipped_data
from ldn.interactives.curve_shifter_view import (
    HIGHEST_AGONIST,
    LOWEST_AGONIST,
    View,
    antagonist_near_receptor_nM,
)
from ldn.interactives.curve_shifter_wording import sentence
from ldn.interactives.wording import fixed, significant
from ldn.pharmacology import SchildFit

# Four readings of the model's own dose ratios, so that a plot stands there before anybody has moved anything.
DEFAULT_POINTS = [[0.3, 1.988], [1.0, 4.405], [3.0, 9.873], [10.0, 33.14]]
HIGHEST_RATIO = 1e6


class CurveShifter(ComputedInteractive):
    """Shift an agonist's concentration–response curve and collect the Schild plot.

    Parameters
    ----------
    given : {"concentration", "tablet_lowest", "tablet_highest"}
        Whether the antagonist is set as a concentration near the receptor or as naltrexone tablets taken daily,
        at steady state, when the biophase (model B) is at its lowest or highest of the day.
    antagonist_nM : float
        Concentration near the receptor, 0.03 to 300 nM.
    dose_mg : float
        Daily dose of naltrexone hydrochloride, 0.5 to 100 mg.
    antagonism : {"competitive", "insurmountable"}
        An antagonist that comes and goes, or one that takes the same receptors away for good.
    reserve : float
        Efficacy τ of the agonist in the operational model, 0.5 to 100; an assumption.
    reading_error_percent : float
        Spread of a dose ratio that is read off, 0 to 40 %; an assumption.
    competitive_points, insurmountable_points : list of [antagonist_nM, dose ratio]
        Points kept on the Schild plot of each antagonist, at most 12, ratios above 1.
    predict : str, optional
        A question to which the reader first commits a guess, as a number of times.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name, unit and allowed range.
    TypeError
        An unknown argument.

    Examples
    --------
    >>> CurveShifter(given="tablet_lowest", dose_mg=4.5).dose_ratio()  # doctest: +SKIP
    """

    piece: ClassVar[str] = "curve_shifter"
    heading: ClassVar[str] = "How far does the antagonist move the curve?"
    model_note: ClassVar[str] = """\
Nothing here is advice: not on naltrexone, and least of all on opioids. To discuss:

- The agonist has no name. Its concentration is counted in multiples of its own dissociation constant, because no
  operational constants of morphine in people were found. What would you have to measure to put numbers on the axis?
- The reserve is one number, and an **assumption**. One person has many tissues. Could the same blockade leave breathing
  and pain relief with different reserves?
- Agonist and antagonist are taken to be in balance with the receptor at every moment. With an agonist that lets go in
  three quarters of an hour, what would a quick experiment show instead?
- The body's own opioids are left out. Where they are at work, what is the curve "without antagonist"?
- Tablets act through model B of the course, for a typical healthy adult. At 4.5 mg a day nobody has measured occupancy,
  and nobody has measured a dose ratio. Which of the two would you measure first?
- The readings' errors are drawn once and for all, so that everybody sees the same. How would a real reading go wrong?
"""

    given = Enum(["concentration", "tablet_lowest", "tablet_highest"], "concentration").tag(
        sync=True, argument=True
    )
    antagonist_nM = Quantity(2.78, 0.03, 300.0, "nM").tag(sync=True, argument=True)
    dose_mg = Quantity(4.5, 0.5, 100.0, "mg").tag(sync=True, argument=True)
    antagonism = Enum(["competitive", "insurmountable"], "competitive").tag(sync=True, argument=True)
    reserve = Quantity(10.0, 0.5, 100.0).tag(sync=True, argument=True)
    reading_error_percent = Quantity(10.0, 0.0, 40.0, "%").tag(sync=True, argument=True)
    competitive_points = List(List(Float()), DEFAULT_POINTS).tag(sync=True, argument=True)
    insurmountable_points = List(List(Float()), []).tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    @validate("competitive_points", "insurmountable_points")
    def _points_on_a_schild_plot(self, proposal: dict[str, Any]) -> list[list[float]]:
        name, points = proposal["trait"].name, proposal["value"]
        if len(points) > MOST_POINTS:
            raise TraitError(f"{name} has {len(points)} points; allowed are 0 to {MOST_POINTS}.")
        for point in points:
            if len(point) != 2 or not 0 < point[0] <= 1e6 or not 1 < point[1] <= HIGHEST_RATIO:
                raise TraitError(
                    f"{name} holds {point}; allowed are pairs [antagonist_nM, dose ratio], "
                    f"the concentration above 0 and the ratio above 1."
                )
        return points

    def view(self) -> View:
        """What is shown now, computed by `ldn.pharmacology`."""
        points = self.competitive_points if self.antagonism == "competitive" else self.insurmountable_points
        return View(
            given=self.given,
            dose_mg=self.dose_mg,
            antagonism=self.antagonism,
            reserve=self.reserve,
            points=tuple((antagonist, ratio) for antagonist, ratio in points),
            antagonist_nM=antagonist_near_receptor_nM(self.given, self.antagonist_nM, self.dose_mg),
        )

    def dose_ratio(self) -> float:
        """The dose ratio shown now; infinite where half of the first maximum is out of reach."""
        return self.view().ratio

    def keep(self) -> None:
        """Read the dose ratio that is shown now, with its error, and keep it on the Schild plot.

        Raises ValueError where there is nothing to read, where the reading shows no shift, and when the plot is full.
        """
        view = self.view()
        if len(view.points) >= MOST_POINTS:
            raise ValueError(f"the Schild plot has {MOST_POINTS} points and takes no more")
        if view.ratio > HIGHEST_RATIO:
            raise ValueError("half of the first greatest response is out of reach: there is no dose ratio")
        read = float(
            significant(dose_ratio_read(view.ratio, len(view.points), self.reading_error_percent), 4)
        )
        if read <= 1:
            raise ValueError(
                f"the dose ratio was read as {read:g}: no shift, and no logarithm of it less one"
            )
        point = [float(significant(view.antagonist_nM, 4)), read]
        name = f"{self.antagonism}_points"
        setattr(self, name, [*getattr(self, name), point])

    def fit(self) -> SchildFit | None:
        """The Schild fit of the points shown; None while fewer than three concentrations are kept."""
        return self.view().fit

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        view = self.view()
        agonist = np.logspace(math.log10(LOWEST_AGONIST), math.log10(HIGHEST_AGONIST), 15)
        return pd.DataFrame(
            {
                "agonist (multiples of its KA)": [float(significant(one, 3)) for one in agonist],
                "response alone (%)": _percents(view.response(agonist, 0.0)),
                "response with the antagonist (%)": _percents(view.response(agonist, view.antagonist_nM)),
            }
        )

    def table_caption(self) -> str:
        return "Response against the agonist’s concentration"

    def picture(self) -> str:
        from ldn.interactives.curve_shifter_picture import paper_picture

        return paper_picture(self.view())


def _percents(shares: np.ndarray) -> list[float]:
    return [float(fixed(share * 100, 1)) for share in shares]

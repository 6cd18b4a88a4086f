"""The dose comparison: naltrexone at up to four doses, over time and against dose, by three rival models."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd
from traitlets import Enum

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantities, Quantity
from ldn.interactives.dose_comparison_data import shipped_data
from ldn.interactives.dose_comparison_table import comparison_table, hours_above_table
from ldn.interactives.dose_comparison_view import View, evaluate
from ldn.interactives.dose_comparison_wording import sentence


class DoseComparison(ComputedInteractive):
    """Compare doses of oral naltrexone by what they do at the receptor.

    Parameters
    ----------
    doses_mg : list of float
        One to four doses of the hydrochloride, 0.5 to 100 mg.
    regimen : {"daily_steady_state", "one_dose", "daily"}
        Daily for so long that each day is like the last; one dose; daily from the first dose.
    quantity : {"occupancy", "naltrexone", "naltrexol"}
        Receptor occupancy, or plasma naltrexone or 6β-naltrexol in nM.
    receptor : {"mu", "delta", "kappa"}
    window_h : {24, 72, 336}
        Hours shown.
    threshold_percent : float
        Occupancy, 1 to 99 %, above which hours are counted.
    band : {"models", "people", "none"}
        Ground between the rival models, between the 5th and 95th percentile of virtual people, or none.
    concentration_axis : {"linear", "log"}
    pet_regimen : {"one_dose", "daily_steady_state"}
        After which regimen the panel against dose is read; human measurements exist for both.
    predict : str, optional
        A question to which the reader first commits a guess in per cent.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name, unit and allowed range.
    TypeError
        An unknown argument.

    Examples
    --------
    >>> DoseComparison(doses_mg=[4.5, 50], regimen="one_dose").hours_above()  # doctest: +SKIP
    """

    piece: ClassVar[str] = "dose_comparison"
    heading: ClassVar[str] = "How much of the receptor does each dose hold?"
    model_note: ClassVar[str] = """\
Occupancy is not an effect. Nothing here says what a dose does to pain, mood or disease, and nothing here is advice
on dosing. To discuss:

- Between 2 and 5 mg stand four scans, each after a *single* dose and within 8 hours. What is drawn at 1.5 to 4.5 mg a
  day, and what happens between scans, is extrapolation. Which measurement would you ask for first?
- The lines are for a typical healthy adult without food. What would liver disease, a meal or another drug change?
- 6β-naltrexol is left out at brain receptors, because given into a vein it left central opioid effects in people
  untouched. Receptors of the gut are outside this picture. Would they see the same blockade?
- Receptors are counted, not the body's own opioids that compete for them. Could the same occupancy mean different
  things in two people?
- Models A, B and C were fitted to the same eight human points. What would an experiment have to show to rule one out?
"""

    doses_mg = Quantities([4.5, 50.0], 0.5, 100.0, "mg", most=4, noun="doses").tag(sync=True, argument=True)
    regimen = Enum(["one_dose", "daily", "daily_steady_state"], "daily_steady_state").tag(
        sync=True, argument=True
    )
    quantity = Enum(["occupancy", "naltrexone", "naltrexol"], "occupancy").tag(sync=True, argument=True)
    receptor = Enum(["mu", "delta", "kappa"], "mu").tag(sync=True, argument=True)
    window_h = Enum([24, 72, 336], 24).tag(sync=True, argument=True)
    threshold_percent = Quantity(50.0, 1, 99, "%").tag(sync=True, argument=True)
    band = Enum(["models", "people", "none"], "models").tag(sync=True, argument=True)
    concentration_axis = Enum(["linear", "log"], "linear").tag(sync=True, argument=True)
    pet_regimen = Enum(["one_dose", "daily_steady_state"], "one_dose").tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def view(self) -> View:
        """The curves that are shown now, computed by `ldn.pharmacology`."""
        return evaluate(
            doses_mg=self.doses_mg,
            regimen=self.regimen,
            quantity=self.quantity,
            receptor=self.receptor,
            window_h=self.window_h,
            threshold_percent=self.threshold_percent,
        )

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return comparison_table(self.view(), people=self.band == "people")

    def table_caption(self) -> str:
        return self.view().caption

    def hours_above(self) -> pd.DataFrame:
        """Hours above the threshold by each model: a day at steady state, else of the window shown."""
        return hours_above_table(self.view())

    def picture(self) -> str:
        from ldn.interactives.dose_comparison_picture import paper_picture

        return paper_picture(
            self.view(), band=self.band, pet_regimen=self.pet_regimen, log=self.concentration_axis == "log"
        )

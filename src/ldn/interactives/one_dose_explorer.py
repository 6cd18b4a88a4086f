"""The one-dose explorer: one tablet of naltrexone, in a body of one or of two compartments, beside published values."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from traitlets import Bool, Enum, TraitError

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantity, ranges
from ldn.interactives.one_dose_explorer_data import healthy, shipped_data
from ldn.interactives.one_dose_explorer_table import explorer_table
from ldn.interactives.one_dose_explorer_view import View, evaluate
from ldn.interactives.one_dose_explorer_wording import sentence


class OneDoseExplorer(ComputedInteractive):
    """Follow one oral dose of naltrexone through absorption, distribution and elimination.

    Parameters
    ----------
    dose_mg : float
        Milligrams of the hydrochloride, 0.5 to 100.
    bioavailability_percent : float
        F, the part of the dose that reaches the circulation as naltrexone, 1 to 96 %.
    ka_per_h : float
        Absorption rate constant, 0.2 to 6 per h.
    CL_L_per_h : float
        Clearance, 20 to 400 L/h.
    V_L : float
        Volume of distribution: of the one compartment, or of the two together, 100 to 3000 L.
    Vc_L : float
        Of it, the volume that blood reaches at once, 20 to 3000 L. Not below V_L, the two compartments are one.
    Q_L_per_h : float
        Exchange between the two compartments, 5 to 500 L/h.
    compartments : {"both", "one", "two"}
        Which of the two bodies is drawn.
    naltrexol : bool
        Whether 6β-naltrexol is drawn as well.
    axis : {"linear", "log"}
        Axis of the concentration.
    window_h : {12, 24, 48}
        Hours shown.
    read_from_h, read_to_h : float
        Window in which a half-life is read, from 0.5 to 47 h up to 1 to 48 h, the first below the second.
    liver : {"healthy", "cirrhosis"}
        Sets the fraction of cleared naltrexone that becomes 6β-naltrexol. In the page it also sets F and CL.
    predict : str, optional
        A question to which the reader first commits a guess in ng/mL.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name, unit and allowed range.
    TypeError
        An unknown argument.

    Examples
    --------
    >>> OneDoseExplorer(dose_mg=4.5, axis="log").readings()  # doctest: +SKIP
    """

    piece: ClassVar[str] = "one_dose_explorer"
    heading: ClassVar[str] = "One dose on its way through the body"
    model_note: ClassVar[str] = """\
Nothing here is advice on dosing. To discuss:

- No published plasma level of a person on 1.5 to 4.5 mg was found. Every point at these doses is scaled from 2.4, 50 or
  100 mg, and drawn open. What would make the scaling fail?
- *F* and clearance are tied: blood by mouth shows *F*·dose/*CL* and nothing else. Which study tells them apart?
- *ka*, the central volume and the exchange *Q* were fitted by us to height, time and slope of published curves. A model
  that was fitted to a slope cannot be praised for having it. What else does it say that was not put in?
- "Compartment" is a word for how quickly places fill, not for a place. Which tissues might the second be?
- A meal, the gut's own metabolism and the return of drug with the bile are left out, and so is a slow phase of about
  96 hours that some authors saw. Which of them would the late part of the curve show?
"""

    dose_mg = Quantity(50.0, 0.5, 100, "mg").tag(sync=True, argument=True)
    bioavailability_percent = Quantity(healthy("bioavailability_percent"), 1, 96, "%").tag(
        sync=True, argument=True
    )
    ka_per_h = Quantity(healthy("ka_per_h"), 0.2, 6, "1/h").tag(sync=True, argument=True)
    CL_L_per_h = Quantity(healthy("CL_L_per_h"), 20, 400, "L/h").tag(sync=True, argument=True)
    V_L = Quantity(healthy("V_L"), 100, 3000, "L").tag(sync=True, argument=True)
    Vc_L = Quantity(healthy("Vc_L"), 20, 3000, "L").tag(sync=True, argument=True)
    Q_L_per_h = Quantity(healthy("Q_L_per_h"), 5, 500, "L/h").tag(sync=True, argument=True)
    compartments = Enum(["both", "one", "two"], "both").tag(sync=True, argument=True)
    naltrexol = Bool(False).tag(sync=True, argument=True)
    axis = Enum(["linear", "log"], "linear").tag(sync=True, argument=True)
    window_h = Enum([12, 24, 48], 24).tag(sync=True, argument=True)
    read_from_h = Quantity(4.0, 0.5, 47, "h").tag(sync=True, argument=True)
    read_to_h = Quantity(12.0, 1, 48, "h").tag(sync=True, argument=True)
    liver = Enum(["healthy", "cirrhosis"], "healthy").tag(sync=True, argument=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._window_goes_forward(self.read_from_h, self.read_to_h)

    @classmethod
    def shipped_data(cls) -> dict[str, Any]:
        return {**shipped_data(), "ranges": ranges(cls)}

    @staticmethod
    def _window_goes_forward(read_from_h: float, read_to_h: float) -> None:
        if read_to_h <= read_from_h:
            raise TraitError(
                f"read_to_h = {read_to_h:g} h is not allowed: above read_from_h = {read_from_h:g} h."
            )

    def view(self) -> View:
        """The curves that are shown now, computed by `ldn.pharmacology`."""
        return evaluate(
            dose_mg=self.dose_mg,
            bioavailability=self.bioavailability_percent / 100,
            ka_per_h=self.ka_per_h,
            CL_L_per_h=self.CL_L_per_h,
            V_L=self.V_L,
            Vc_L=self.Vc_L,
            Q_L_per_h=self.Q_L_per_h,
            liver=self.liver,
            read_from_h=self.read_from_h,
            read_to_h=self.read_to_h,
            compartments=self.compartments,
            naltrexol=self.naltrexol,
            window_h=self.window_h,
        )

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return explorer_table(self.view())

    def table_caption(self) -> str:
        return "Concentrations in plasma over time"

    def readings(self) -> pd.DataFrame:
        """Peak, its time, area, peak over area and half-lives, one row a model and substance."""
        view = self.view()
        return pd.DataFrame(
            [
                {"compartments": body.compartments, "substance": name, **reading.as_row()}
                for body in view.bodies
                for name, reading in (("naltrexone", body.naltrexone), ("6β-naltrexol", body.naltrexol))
            ]
        )

    def picture(self) -> str:
        from ldn.interactives.one_dose_explorer_picture import paper_picture

        return paper_picture(self.view(), log=self.axis == "log")

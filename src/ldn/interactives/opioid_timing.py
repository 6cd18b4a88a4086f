"""Opioid timing: what an opioid and naltrexone do to each other at the mu receptor, whichever came first."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from traitlets import Enum

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantity, ranges
from ldn.interactives.opioid_timing_data import OPIOIDS, shipped_data
from ldn.interactives.opioid_timing_table import caption, timing_table
from ldn.interactives.opioid_timing_view import View
from ldn.interactives.opioid_timing_wording import sentence


class OpioidTiming(ComputedInteractive):
    """An opioid and naltrexone compete for the mu receptor: withdrawal one way, lost pain relief the other.

    A teaching model of competition. It gives no safe interval, and shows why no model of the two drugs can.

    Parameters
    ----------
    first : {"opioid", "naltrexone"}
        Which was taken first: an opioid, and then one naltrexone tablet; or daily naltrexone, and then an opioid.
    dose_mg : float
        Naltrexone hydrochloride, 0.5 to 50 mg.
    opioid : {"oxycodone", "morphine", "methadone", "buprenorphine"}
        Whose half-life in plasma is used.
    hours_since_opioid : float
        From the opioid's last peak to the naltrexone tablet, 0 to 336 h.
    hours_since_tablet : float
        From the last naltrexone tablet to the opioid, 0 to 120 h.
    held_percent : float
        Share of mu receptors that the opioid holds at its peak, 10 to 95 %. Assumed.
    tau : float
        Efficacy of the opioid in its system, 0.5 to 20. Assumed.
    adaptation_half_life_days : float
        How long the body's adaptation to the opioid takes to fall by half, 0.5 to 10 days. Assumed.
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
    >>> OpioidTiming(first="naltrexone", hours_since_tablet=12).sentence()  # doctest: +SKIP
    """

    piece: ClassVar[str] = "opioid_timing"
    heading: ClassVar[str] = "When naltrexone and an opioid meet"
    model_note: ClassVar[str] = """\
This model must not be used to decide when to take anything. **It gives no safe interval, in either direction.** The
interval before naltrexone is set by labels (at least 7–10 days without opioids, longer after methadone or
buprenorphine) and by a clinician who tests; pain relief on naltrexone is planned by a team that knows about it. To
discuss:

- Dependence is not in the competition. The dashed line of adaptation is an assumption that we drew, with a half-life
  that nobody has measured in this form. What would you have to measure to draw it from data?
- The body's own opioids are left out. Why might naltrexone be felt
  even when the opioid is long gone?
- Binding is taken to be at equilibrium at every moment. Of buprenorphine bound in a test tube,
  half was still there after an hour. Would the fall in its effect be slower or faster than drawn?
- Buprenorphine here is a tablet under the tongue. Injections of it act for weeks. What would the left-hand picture
  look like for them, and what would two weeks mean?
- Naltrexone's arrival is model B's, fitted to scans read hours after the dose. Its first hour is a guess.
- How much of the receptor an opioid holds, and how much reserve there is behind it, differ between people, doses and
  years of use. Move both: between which values does the fall at one hour lie?
- The blockade after low daily doses has been measured in nobody. Models B and C are drawn beside each other. What
  would you measure, and when, to choose between them?
"""

    first = Enum(["opioid", "naltrexone"], "opioid").tag(sync=True, argument=True)
    dose_mg = Quantity(4.5, 0.5, 50.0, "mg").tag(sync=True, argument=True)
    opioid = Enum(list(OPIOIDS), "oxycodone").tag(sync=True, argument=True)
    hours_since_opioid = Quantity(6.0, 0.0, 336.0, "h").tag(sync=True, argument=True)
    hours_since_tablet = Quantity(24.0, 0.0, 120.0, "h").tag(sync=True, argument=True)
    held_percent = Quantity(60.0, 10.0, 95.0, "%").tag(sync=True, argument=True)
    tau = Quantity(2.0, 0.5, 20.0).tag(sync=True, argument=True)
    adaptation_half_life_days = Quantity(3.0, 0.5, 10.0, "days").tag(sync=True, argument=True)

    @classmethod
    def shipped_data(cls) -> dict[str, Any]:
        return {**shipped_data(), "ranges": ranges(cls)}

    def view(self) -> View:
        """What is shown now, computed by `ldn.pharmacology`."""
        return View(
            first=self.first,
            dose_mg=self.dose_mg,
            opioid=self.opioid,
            hours_since_opioid=self.hours_since_opioid,
            hours_since_tablet=self.hours_since_tablet,
            held_at_peak=self.held_percent / 100,
            tau=self.tau,
            adaptation_half_life_days=self.adaptation_half_life_days,
        )

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return timing_table(self.view())

    def table_caption(self) -> str:
        return caption(self.view())

    def picture(self) -> str:
        from ldn.interactives.opioid_timing_picture import paper_picture

        return paper_picture(self.view())

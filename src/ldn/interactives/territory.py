"""Territories of microglia on a plane: who answers an injury, how soon all is visited, what share of cells they are."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd
from traitlets import Enum

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantity
from ldn.interactives.territory_data import (
    HIGHEST_DENSITY,
    LONGEST_H,
    LOWEST_DENSITY,
    WINDOW_UM,
    shipped_data,
)
from ldn.interactives.territory_view import CAPTION, View, territory_table
from ldn.interactives.territory_wording import sentence


class Territory(ComputedInteractive):
    """See how microglia share out the tissue, how soon neighbours can reach an injury, and how soon all is visited.

    Parameters
    ----------
    density_per_mm3 : float
        Somata per mm³, 4,000 to 12,000; published counts lie between 8,500 and 9,550.
    arrangement : {"regular", "random"}
        Close-packed with small displacements, or a Poisson process.
    injury_x_um, injury_y_um : float
        Place of a small injury in the window of 360 × 240 µm.
    time_min : float
        Minutes since the injury, 0 to 30.
    watched_h : float
        Hours for which one territory is watched without an injury, 0 to 12.
    tip_width_um : float
        Width that the tip of a process feels, 0.5 to 5 µm; an assumption.
    predict : str, optional
        A question to which the reader first commits a guess in µm: the distance between neighbours.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name, unit and allowed range.
    TypeError
        An unknown argument.

    Examples
    --------
    >>> Territory(arrangement="random").arrivals()  # doctest: +SKIP
    """

    piece: ClassVar[str] = "territory"
    heading: ClassVar[str] = "Who looks after which piece of the brain?"
    model_note: ClassVar[str] = """\
A drawing of arithmetic, not of a microscope slide. To discuss:

- A territory here is all that lies nearer to one soma than to any other. Real processes leave gaps and no cell is a
  polyhedron. What would you stain to see the difference?
- Of the counts marked on the scale, 8,500 per mm³ in mouse is from a review. The rat's 9,060 to 9,550 are *our reading*
  of a table that prints an impossible unit. Everything else on the slider is a what-if. No human count per mm³ is here.
  Which would you look for first?
- "Regular" is an ideal lattice, shaken a little; the amount is a choice for drawing. Would you expect one lattice in
  grey and white matter?
- Processes move at the speed measured at rest in slices of mouse hippocampus. Nobody told them that something happened:
  no signal has to spread, nothing speeds up. In which direction would a real answer differ?
- Only the cell on the spot and its neighbours answer. Who else could, and what would stop them?
- **How much of a territory has been visited is a supposition worked out, not an observation.** Every process of the
  published median moves all the time, at the speed seen in slices, and probes at random; how wide a tip feels is your
  assumption. Real processes return to places they know, follow vessels and synapses, and rest. Mice that are awake
  survey less than mice under anaesthesia. In which direction does each of these move the curve?
- The dots compare four statements with four different denominators. "10–15 %" is a phrase that reviews repeat, and
  nobody counted all brain cells for it. How would you write the sentence for a leaflet?
"""

    density_per_mm3 = Quantity(8500.0, LOWEST_DENSITY, HIGHEST_DENSITY, "cells/mm³").tag(
        sync=True, argument=True
    )
    arrangement = Enum(["regular", "random"], "regular").tag(sync=True, argument=True)
    injury_x_um = Quantity(180.0, 0.0, WINDOW_UM[0], "µm").tag(sync=True, argument=True)
    injury_y_um = Quantity(120.0, 0.0, WINDOW_UM[1], "µm").tag(sync=True, argument=True)
    time_min = Quantity(10.0, 0.0, 30.0, "min").tag(sync=True, argument=True)
    watched_h = Quantity(2.0, 0.0, LONGEST_H, "h").tag(sync=True, argument=True)
    tip_width_um = Quantity(2.0, 0.5, 5.0, "µm").tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def view(self) -> View:
        """What is shown now, computed by `ldn.neuroimmune`."""
        return View(**{name: getattr(self, name) for name in View.__dataclass_fields__})

    def arrivals(self) -> pd.DataFrame:
        """When the processes of the cell on the spot and of its neighbours can arrive, min."""
        return self.view().answering.reset_index(drop=True)

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return territory_table(self.view())

    def table_caption(self) -> str:
        return CAPTION

    def picture(self) -> str:
        from ldn.interactives.territory_picture import paper_picture

        return paper_picture(self.view())

"""TLR4 signalling: endotoxin in, two arms, one feedback, and a blocker whose strength nobody has established."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd
from traitlets import Bool, Enum

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.bounded import Quantity
from ldn.interactives.tlr4_signalling_data import shipped_data
from ldn.interactives.tlr4_signalling_view import CAPTION, View, response_table
from ldn.interactives.tlr4_signalling_wording import sentence


class TLR4Signalling(ComputedInteractive):
    """Follow NF-κB, IκBα and TNF after endotoxin, without and with a what-if blocker.

    Parameters
    ----------
    lps_ng_per_mL : float
        Endotoxin (lipopolysaccharide) that arrives at time 0 and stays, 0 to 1000 ng/mL.
    damp_per_ec50 : float
        A supposed signal from damaged tissue (DAMP) on the same receptor, in multiples of its own half-maximal
        concentration, 0 to 100; an assumption.
    damp_strength : float
        How strongly a receptor that holds it signals, endotoxin being 1, 0 to 1; an assumption.
    myd88, trif, inducible_ikba : bool
        Whether the MyD88 arm, the TRIF arm and the NF-κB-driven synthesis of IκBα are there.
    given : {"person", "dish", "chosen"}
        Blocker at the free plasma peak after 4.5 mg in a person, at the 100 µM of an in-vitro paper, or at
        `antagonist_uM`.
    antagonist_uM : float
        Concentration of the blocker if chosen, 0.0001 to 1000 µM.
    ic50_uM : float
        Its half-maximal concentration, 0.001 to 1000 µM: a what-if, for none is established for naltrexone.
    blocks : {"trif", "both"}
        Whether it takes away the TRIF arm alone or the signal of both arms.
    window_h : {8, 16}
        Hours shown.
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
    >>> TLR4Signalling(given="dish", blocks="both").fall_percent()  # doctest: +SKIP
    """

    piece: ClassVar[str] = "tlr4_signalling"
    heading: ClassVar[str] = "What would a blocker of TLR4 signalling have to do?"
    model_note: ClassVar[str] = """\
A model with six states and 21 constants, fitted for this course; none was measured, and others would fit as well. It
says nothing about what any drug does in a person, and nothing here is advice. To discuss:

- **The blocker is not naltrexone.** No IC50 of naltrexone at TLR4 is established, so that knob is a *what if*. In
  rodent microglia the (+)-isomers lowered the TRIF arm and left NF-κB alone. In human blood cells naltrexone at 1 to
  200 µM did not change the answer of TLR4 at all. What would you have to measure before you wrote a name on the bar?
- The person's concentration is free drug in plasma at its peak. Nobody has measured it in the brain after a low dose.
  How much would have to accumulate to close the gap?
- No time course of microglia was found. The ink is from macrophages, blood and volunteers, and papers on the same cell
  line put the peak of TNF mRNA at 45 minutes and at 6 hours. Which would you believe, and why?
- The curves are an average cell. Single cells differ, some do not answer at all. What does an average hide?
- A second pulse soon after the first meets a tired cell in the laboratory, not here: A20 is missing. So are
  interleukin-10 and interferon-β. Which of them would change what you conclude?
- Without MyD88 the model still makes four fifths of the TNF, probably too much. Where could you look that up?
- **The DAMP is an assumption**: a molecule that damaged cells let out, taken here for a second ligand of the same
  site, with an amount and a strength of your choice. No published figure stands behind either. Real candidates differ,
  some bind other receptors too or need partners, and early reports that they act on TLR4 could not always rule out
  traces of endotoxin. How would you tell the two apart?
- A weak DAMP *lowers* the answer to endotoxin here, as a partial agonist does in lesson 01. Which part of the
  assumption makes it do so, and what would happen if the two did not share a site?
"""

    lps_ng_per_mL = Quantity(10.0, 0.0, 1000.0, "ng/mL").tag(sync=True, argument=True)
    damp_per_ec50 = Quantity(0.0, 0.0, 100.0).tag(sync=True, argument=True)
    damp_strength = Quantity(0.5, 0.0, 1.0).tag(sync=True, argument=True)
    myd88 = Bool(True).tag(sync=True, argument=True)
    trif = Bool(True).tag(sync=True, argument=True)
    inducible_ikba = Bool(True).tag(sync=True, argument=True)
    given = Enum(["person", "dish", "chosen"], "person").tag(sync=True, argument=True)
    antagonist_uM = Quantity(1.0, 0.0001, 1000.0, "µM").tag(sync=True, argument=True)
    ic50_uM = Quantity(100.0, 0.001, 1000.0, "µM").tag(sync=True, argument=True)
    blocks = Enum(["trif", "both"], "trif").tag(sync=True, argument=True)
    window_h = Enum([8, 16], 8).tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def view(self) -> View:
        """What is shown now, computed by `ldn.neuroimmune`."""
        return View(**{name: getattr(self, name) for name in View.__dataclass_fields__})

    def fall_percent(self) -> dict[str, float]:
        """By how many per cent the blocker lowers the peaks of TNF and of nuclear NF-κB."""
        view = self.view()
        return {name: view.fall_percent(name) for name in ("tnf", "nuclear_nfkb")}

    def sentence(self) -> str:
        return sentence(self.view())

    def table(self) -> pd.DataFrame:
        return response_table(self.view())

    def table_caption(self) -> str:
        return CAPTION

    def picture(self) -> str:
        from ldn.interactives.tlr4_signalling_picture import paper_picture

        return paper_picture(self.view())

"""The binding bench: how much of a receptor a drug holds, what it does there, and how fast it comes and goes."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd
from traitlets import Enum

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.binding_bench_data import shipped_data
from ldn.interactives.binding_bench_table import equilibrium_table, time_table
from ldn.interactives.binding_bench_view import Balance, Course, balance, course
from ldn.interactives.binding_bench_wording import balance_sentence, course_sentence
from ldn.interactives.bounded import Quantity


class BindingBench(ComputedInteractive):
    """Fill receptors, see what the cell makes of it, and watch the receptors empty.

    Parameters
    ----------
    view : {"equilibrium", "time"}
        How much is bound and what it does, at equilibrium; or how fast three measured ligands come and go.
    concentration_nM, kd_nM : float
        Free concentration, 0.001 to 10 000 nM, and dissociation constant, 0.01 to 1000 nM, of a drug.
    tau : float
        Efficacy τ of the operational model, 0 (antagonist) to 100: a choice for teaching, measured for no drug here.
    phase : {"washed_away", "added"}
        After a wash of full receptors, or after the drug was added to empty ones.
    times_kd : float
        Concentration of each ligand when added, 0.1 to 100 times its own Kd.
    time_s : float
        Moment at which the receptors are drawn, 0.1 to 864 000 s (ten days).
    predict : str, optional
        A question to which the reader first commits a guess: a response in per cent, or in the view over time
        minutes.

    Raises
    ------
    traitlets.TraitError
        A value out of range, with its name, unit and allowed range.
    TypeError
        An unknown argument.
    """

    piece: ClassVar[str] = "binding_bench"
    heading: ClassVar[str] = "The binding bench"
    model_note: ClassVar[str] = """\
Efficacy here is the τ of the operational model, and every τ on this bench is a choice made for teaching. To discuss:

- One τ stands for the drug *and* for the tissue: more receptors, or better coupled ones, raise it. Could the same drug
  be a full agonist in one tissue and a partial one in another?
- The receptors bind one drug at a time and do not tire. What would desensitisation, or a receptor that signals with
  nothing bound, change?
- Below τ = 9 the bench says "partial agonist": the drug then stays short of nine tenths of the greatest response.
  Where would you draw the line, and against which full agonist?
- The rates over time are those of a dish, at one temperature, with drug in plenty. In a brain, a drug that has let go
  can bind again next door before it is carried off. Which way would that move the curves?
- Naltrexone is missing from the curves over time because its rates at the human mu receptor were not found. Would you
  expect it nearer to naloxone or to carfentanil, and why is that a guess?
"""

    view = Enum(["equilibrium", "time"], "equilibrium").tag(sync=True, argument=True)
    concentration_nM = Quantity(1.0, 0.001, 10_000.0, "nM").tag(sync=True, argument=True)
    kd_nM = Quantity(1.0, 0.01, 1000.0, "nM").tag(sync=True, argument=True)
    tau = Quantity(30.0, 0.0, 100.0).tag(sync=True, argument=True)
    phase = Enum(["washed_away", "added"], "washed_away").tag(sync=True, argument=True)
    times_kd = Quantity(10.0, 0.1, 100.0).tag(sync=True, argument=True)
    time_s = Quantity(60.0, 0.1, 864_000.0, "s").tag(sync=True, argument=True)

    shipped_data = staticmethod(shipped_data)

    def balance(self) -> Balance:
        """Receptors held and response at equilibrium, as the bench stands, computed by `ldn.pharmacology`."""
        return balance(self.concentration_nM, self.kd_nM, self.tau)

    def course(self) -> Course:
        """Fraction of receptors that each measured ligand holds at `time_s`, computed by `ldn.pharmacology`."""
        return course(self.phase, self.times_kd, self.time_s)

    def sentence(self) -> str:
        if self.view == "equilibrium":
            return balance_sentence(self.balance())
        return course_sentence(self.course())

    def table(self) -> pd.DataFrame:
        if self.view == "equilibrium":
            return equilibrium_table(self.kd_nM, self.tau)
        return time_table(self.phase, self.times_kd)

    def table_caption(self) -> str:
        if self.view == "equilibrium":
            return "Receptors held and response at equilibrium"
        return "Receptors held over time"

    def picture(self) -> str:
        from ldn.interactives.binding_bench_picture import balance_picture, course_picture

        return (
            balance_picture(self.balance()) if self.view == "equilibrium" else course_picture(self.course())
        )

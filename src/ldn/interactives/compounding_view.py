"""What the compounding piece shows now, computed by `ldn.pharmacology.compounding`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ldn.interactives.compounding_data import batches, constants, occupancy_percent
from ldn.pharmacology.compounding import (
    SLIPS,
    MeasuredDose,
    Slip,
    UniformityTest,
    acceptance_value,
    measured_dose,
    uniformity_test,
)


@dataclass(frozen=True)
class View:
    """A dose drawn from a liquid, and a batch of capsules of the same strength; settings as in `Compounding`."""

    dose_mg: float
    volume_mL: float
    slip: Slip
    read_error_mL: float
    fill_sd_percent: float
    mixing_sd_percent: float
    mean_percent: float
    batch: int

    @cached_property
    def measured(self) -> MeasuredDose:
        """The dose as it is meant and as it is swallowed."""
        return self._after(self.slip)

    @property
    def slips(self) -> dict[Slip, float]:
        """What each slip would have swallowed, mg."""
        return {slip: self._after(slip).swallowed_mg for slip in SLIPS}

    @property
    def meant_percent(self) -> float:
        """Mean mu occupancy over the day with the dose that was meant."""
        return occupancy_percent(self.dose_mg)

    @property
    def swallowed_percent(self) -> float:
        """Mean mu occupancy over the day with the dose that the slip made, were it taken every day."""
        return occupancy_percent(self.measured.swallowed_mg)

    @cached_property
    def weights(self) -> np.ndarray:
        """Fill weight of each capsule, per cent of what was meant."""
        return 100 * (1 + self.fill_sd_percent / 100 * np.array(batches()[self.batch - 1]["fill"]))

    @cached_property
    def contents(self) -> np.ndarray:
        """Drug in each capsule, per cent of the label."""
        strength = 1 + self.mixing_sd_percent / 100 * np.array(batches()[self.batch - 1]["strength"])
        return np.maximum(self.mean_percent * self.weights / 100 * strength, 0)

    @cached_property
    def assayed(self) -> UniformityTest:
        """The pharmacopoeia's verdict on the contents."""
        return uniformity_test(self.contents)

    @property
    def first_value(self) -> float:
        """Acceptance value of the first ten capsules by assay."""
        return acceptance_value(self.contents[:10])

    @property
    def weighed_value(self) -> float:
        """Acceptance value that the first ten would have if their weight stood for their content."""
        return acceptance_value(self.mean_percent * self.weights[:10] / 100)

    @property
    def limit(self) -> float:
        return constants()["highest_acceptance_value"]

    def _after(self, slip: Slip) -> MeasuredDose:
        return measured_dose(
            self.dose_mg,
            volume_mL=self.volume_mL,
            slip=slip,
            read_error_mL=self.read_error_mL,
            tablet_mg=constants()["tablet_mg"],
        )

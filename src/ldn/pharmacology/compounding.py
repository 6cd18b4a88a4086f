"""Errors of a dose made from something larger: dilution, slips, misread syringes, capsules that differ.

For teaching arithmetic and statistics. Nothing here says how to prepare a medicine.

The test of uniformity is that of the harmonised pharmacopoeial chapter (USP 〈905〉, Ph. Eur. 2.9.40), with a target
content of 100 % of the label; its constants stand in `ldn.reference.access`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ldn.pharmacology.arguments import FloatArray, array, choice, count, number
from ldn.reference import access

Slip = Literal["none", "ten_times", "a_tenth", "mL_for_mg"]
SLIPS: tuple[Slip, ...] = ("none", "ten_times", "a_tenth", "mL_for_mg")

_MOST_CAPSULES = 100_000


@dataclass(frozen=True)
class MeasuredDose:
    """A dose measured out of a liquid: what was meant and what was swallowed.

    concentration_mg_per_mL : drug in the liquid; volume_mL : what had to be drawn; swallowed_mg : what the slip made
    of it, never more than the liquid holds; read_error_mg : the dose in a misreading of the syringe.
    """

    intended_mg: float
    concentration_mg_per_mL: float
    volume_mL: float
    swallowed_mg: float
    read_error_mg: float

    @property
    def read_error_percent(self) -> float:
        """The misreading in per cent of the dose that was meant."""
        return 100 * self.read_error_mg / self.intended_mg


def measured_dose(
    dose_mg: float,
    *,
    volume_mL: float,
    slip: Slip = "none",
    read_error_mL: float = 0.0,
    tablet_mg: float | None = None,
) -> MeasuredDose:
    """A dose drawn from a liquid that holds one tablet.

    Parameters
    ----------
    dose_mg : dose that is meant, mg, above 0.
    volume_mL : volume in which the tablet's drug is evenly spread, mL, above 0.
    slip : none; ten_times or a_tenth (a decimal point moved); mL_for_mg (as many mL are drawn as mg were meant).
    read_error_mL : by how much the syringe is misread, mL, 0 or more.
    tablet_mg : drug in the liquid, mg; None for the approved tablet.

    Returns a `MeasuredDose`. Concentration is amount over volume, volume dose over concentration; nobody can
    swallow more than the liquid holds.
    Raises TypeError or ValueError naming the argument, the value and the allowed range.
    """
    tablet = access.parameter("tablet_mg").value if tablet_mg is None else tablet_mg
    tablet = number("tablet_mg", tablet, "mg", low=0, high=1000, above=True)
    dose = number("dose_mg", dose_mg, "mg", low=0, high=tablet, above=True)
    volume = number("volume_mL", volume_mL, "mL", low=0, high=10_000, above=True)
    misread = number("read_error_mL", read_error_mL, "mL", low=0, high=volume)
    slip = choice("slip", slip, SLIPS)
    concentration = tablet / volume
    factor = {"none": 1.0, "ten_times": 10.0, "a_tenth": 0.1, "mL_for_mg": concentration}[slip]
    return MeasuredDose(
        intended_mg=dose,
        concentration_mg_per_mL=concentration,
        volume_mL=dose / concentration,
        swallowed_mg=min(factor * dose, tablet),
        read_error_mg=misread * concentration,
    )


@dataclass(frozen=True)
class UniformityTest:
    """The pharmacopoeia's verdict on units whose content is given in per cent of the label.

    acceptance_value : that of the first 10, or of all 30 where the first did not pass and 30 are given;
    units : how many it was computed from; mean_percent and sd_percent : of these; reference_percent : M;
    passed : True or False, or None where 20 more units have to be assayed first.
    """

    acceptance_value: float
    units: int
    mean_percent: float
    sd_percent: float
    reference_percent: float
    passed: bool | None


def acceptance_value(contents_percent: ArrayLike) -> float:
    """Acceptance value AV = \\|M − x̄\\| + k s of 10 or 30 units, per cent of the label.

    M is the mean x̄ held between 98.5 and 101.5 %, s the standard deviation (n − 1), k 2.4 for 10 and 2.0 for 30.
    Source: USP 〈905〉, table 2, for a target content of 100 %. Raises ValueError for any other number of units.
    """
    contents = array("contents_percent", contents_percent, "% of label", low=0)
    k = {
        int(access.parameter("first_sample").value): access.parameter("k_first").value,
        int(access.parameter("full_sample").value): access.parameter("k_full").value,
    }.get(contents.size)
    if contents.ndim != 1 or k is None:
        raise ValueError(f"contents_percent holds {contents.size} units; the test takes 10 or 30 in a row")
    mean = float(contents.mean())
    return abs(_reference_value(mean) - mean) + k * float(contents.std(ddof=1))


def uniformity_test(contents_percent: ArrayLike) -> UniformityTest:
    """Ten units, and twenty more if these do not pass: do they hold nearly the same?

    The first 10 pass with an acceptance value of at most L1 = 15.0. Otherwise all 30 must have one of at most 15.0,
    and none of them may lie more than L2 = 25 % of M away from M. Source: USP 〈905〉, criteria.

    Parameters
    ----------
    contents_percent : content of 10 or 30 units, per cent of the label, in the order in which they are assayed.

    Returns a `UniformityTest`. Raises TypeError or ValueError for other numbers of units or negative contents.
    """
    contents = array("contents_percent", contents_percent, "% of label", low=0)
    limit = access.parameter("highest_acceptance_value").value
    first = contents[: int(access.parameter("first_sample").value)]
    value = acceptance_value(first)
    if value <= limit or contents.size == first.size:
        return _verdict(first, value, passed=True if value <= limit else None)
    value = acceptance_value(contents)
    reference = _reference_value(float(contents.mean()))
    farthest = access.parameter("farthest_unit_percent").value / 100 * reference
    near = bool((np.abs(contents - reference) <= farthest).all())
    return _verdict(contents, value, passed=value <= limit and near)


def capsule_contents(
    n: int,
    seed: int,
    *,
    fill_sd_percent: float,
    mixing_sd_percent: float,
    mean_percent: float = 100.0,
) -> tuple[FloatArray, FloatArray]:
    """Contents and fill weights of capsules drawn by chance, both in per cent of what was meant.

    A capsule's content is mean × fill weight × local strength of the powder; fill weight and strength vary
    independently and normally about 1. Weighing sees the first and never the second.

    Parameters
    ----------
    n : number of capsules. seed : of the random numbers.
    fill_sd_percent, mixing_sd_percent : standard deviation of the fill weight and of the powder's strength from
        place to place, per cent, 0 to 30.
    mean_percent : mean strength of the powder, per cent of the label, 0 to 200.

    Returns contents and weights, arrays of n. Raises TypeError or ValueError naming argument, value and range.
    """
    capsules = int(count("n", n, low=1))
    if capsules > _MOST_CAPSULES:
        raise ValueError(f"n = {n} is not allowed: at most {_MOST_CAPSULES}")
    fill_sd = number("fill_sd_percent", fill_sd_percent, "%", low=0, high=30) / 100
    mixing_sd = number("mixing_sd_percent", mixing_sd_percent, "%", low=0, high=30) / 100
    mean = number("mean_percent", mean_percent, "% of label", low=0, high=200)
    fill, strength = standard_deviates(capsules, seed)
    weights = 1 + fill_sd * fill
    return mean * np.maximum(weights * (1 + mixing_sd * strength), 0), 100 * weights


def standard_deviates(n: int, seed: int) -> FloatArray:
    """Two rows of n independent standard normal numbers: for fill weights and for the powder's strength."""
    return np.random.default_rng(int(count("seed", seed, low=0))).standard_normal((2, n))


def _reference_value(mean_percent: float) -> float:
    low = access.parameter("reference_low_percent").value
    high = access.parameter("reference_high_percent").value
    return min(max(mean_percent, low), high)


def _verdict(units: FloatArray, value: float, passed: bool | None) -> UniformityTest:
    mean = float(units.mean())
    return UniformityTest(
        acceptance_value=value,
        units=int(units.size),
        mean_percent=mean,
        sd_percent=float(units.std(ddof=1)),
        reference_percent=_reference_value(mean),
        passed=passed,
    )

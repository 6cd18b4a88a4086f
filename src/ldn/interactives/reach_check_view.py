"""What a reach check shows: levels that doses give, and how far each concentration in a dish lies above them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ldn.interactives.reach_check_data import reports
from ldn.neuroimmune import free_peak_nM, peak_nM

# The femtomolar reports belong to the picture, so the axis begins at a femtomolar.
LOWEST_NM, HIGHEST_NM = 1e-6, 1e6


@dataclass(frozen=True)
class View:
    """One setting of the reach check; see `ReachCheck` for the arguments.

    levels_nM: for each dose the peak in plasma times the build-up. report: the one that is read out.
    """

    doses_mg: tuple[float, ...]
    plasma: str
    build_up: float
    agents: str
    report: dict[str, Any]
    levels_nM: tuple[float, ...]

    @property
    def shown(self) -> list[dict[str, Any]]:
        """The reports that name a concentration and are not filtered out."""
        return [report for report in self.listed if report["low_nM"] is not None]

    @property
    def listed(self) -> list[dict[str, Any]]:
        """The reports of the table: those shown, and those that name no concentration."""
        return [report for report in reports() if self.agents == "all" or report["agent"] == "naltrexone"]

    @property
    def standing(self) -> list[dict[str, Any]]:
        """Those shown that are not retracted."""
        return [report for report in self.shown if report["outcome"] != "retracted"]

    @property
    def reached(self) -> list[dict[str, Any]]:
        """Standing reports whose lowest concentration the first dose reaches."""
        return [report for report in self.standing if report["low_nM"] <= self.levels_nM[0]]

    def margins(self, report: dict[str, Any]) -> list[tuple[float, float]]:
        """Lowest and highest concentration of a report over the level of each dose."""
        return [(report["low_nM"] / level, report["high_nM"] / level) for level in self.levels_nM]


def evaluate(doses_mg: list[float], plasma: str, build_up: float, agents: str, report_id: str) -> View:
    """The view of a state."""
    peak = free_peak_nM if plasma == "free" else peak_nM
    return View(
        doses_mg=tuple(doses_mg),
        plasma=plasma,
        build_up=build_up,
        agents=agents,
        report=next(report for report in reports() if report["id"] == report_id),
        levels_nM=tuple(peak(dose_mg) * build_up for dose_mg in doses_mg),
    )

"""From what a trial prints to what it shows: effects, pools, rare events, checks and simulated trials."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_NAMES_OF = {
    "checks": (
        "counts_behind",
        "denominators_behind",
        "grim_consistent",
        "interval_centre",
        "mcnemar_p_value",
        "table_p_values",
        "tables_behind",
    ),
    "correlations": (
        "best_of_many_correlations",
        "chance_of_best_correlation",
        "correlation_bounds",
        "correlation_interval",
        "correlation_p_value",
    ),
    "counts": ("Counts", "published_counts"),
    "dispersion": ("implied_correlation", "paired_difference_sd", "sd_from_ci", "sd_from_se"),
    "effects": (
        "Effect",
        "effect_from_ci",
        "effect_from_p",
        "mean_difference",
        "odds_ratio",
        "paired_difference",
        "rate_ratio",
        "risk_difference",
        "risk_ratio",
        "smd_standard_error",
        "standardized_mean_difference",
    ),
    "extraction": ("trial_effect", "trial_effects"),
    "findings": ("summary_of_findings",),
    "rare_events": (
        "NumberNeededToTreat",
        "chance_of_an_event",
        "event_upper_bound",
        "number_needed_to_treat",
        "people_to_see_an_event",
        "wilson_interval",
        "zero_event_upper_bound",
    ),
    "reproduction": ("recomputations",),
    "synthesis": ("Pooled", "mantel_haenszel_risk_ratio", "pool"),
    "tables": ("arm_results", "evidence_map", "individual_patients", "published_pools", "studies"),
    "trials": ("simulate_trials", "summarise_trials", "trials_from_draws"),
}
_MODULE_OF = {name: module for module, names in _NAMES_OF.items() for name in names}

__all__ = sorted(_MODULE_OF)


def __getattr__(name: str) -> Any:
    # SciPy, statsmodels and pandas take seconds to import: they load with the first function used.
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__

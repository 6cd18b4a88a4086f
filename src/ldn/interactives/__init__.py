"""Interactives: one Python class and one ES module a piece, live in JupyterLab and the book, a picture on paper."""

from __future__ import annotations

from importlib import import_module

_HOME = {
    "BindingBench": "binding_bench",
    "ClaimMeter": "claim_meter",
    "Compounding": "compounding",
    "CurveShifter": "curve_shifter",
    "ForestBuilder": "forest_builder",
    "DenominatorDial": "denominator_dial",
    "Interactive": "base",
    "DoseComparison": "dose_comparison",
    "ManyPredictors": "many_predictors",
    "OneDoseExplorer": "one_dose_explorer",
    "OpioidTiming": "opioid_timing",
    "ReachCheck": "reach_check",
    "ReboundModel": "rebound_model",
    "RuleOfThree": "rule_of_three",
    "TLR4Signalling": "tlr4_signalling",
    "Territory": "territory",
    "TrialSimulator": "trial_simulator",
}

__all__ = sorted(_HOME)


def __getattr__(name: str):
    # ipywidgets and pandas take a good part of a second to import, so they are loaded when a piece is first named.
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__

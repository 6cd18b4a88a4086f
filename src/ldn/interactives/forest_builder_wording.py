"""The sentences of a forest builder; ``js/forest_builder/wording.js`` says the same for the page."""

from __future__ import annotations

import math

from ldn.interactives.forest_builder_view import Choices, View
from ldn.interactives.wording import NBSP, fixed, sentence_list

READING = {"paired": "", "unpaired": ", pairs ignored", "misread": ", ± taken for SD"}
UNITS = {"mean difference": "points of 10", "standardised mean difference": "standard deviations"}


def sentence(view: View) -> str:
    """What the picture shows now."""
    return " ".join([pool_sentence(view), spread_sentence(view), combination_sentence(view)]).replace(
        "  ", " "
    )


def pool_sentence(view: View) -> str:
    """The reader's own pool."""
    pooled = view.pooled
    if pooled is None:
        alone = next((row.name for row in view.rows if row.id in view.choices.trials), None)
        return (
            f"{alone} alone is no pool; choose another trial" if alone else "No trial is chosen; choose two"
        ) + f", to be pooled by {choice_words(view.choices)}."
    names = sentence_list([row.name for row in view.used])
    return (
        f"{names}, {choice_words(view.choices)}: LDN minus placebo {signed(pooled.estimate)} "
        f"{UNITS[view.measure]} (95{NBSP}% CI {interval(pooled.ci_low, pooled.ci_high)})."
    )


def spread_sentence(view: View) -> str:
    """How far the trials agree, and what that leaves for the next one."""
    pooled = view.pooled
    if pooled is None:
        return ""
    i2 = f"I² is {fixed(pooled.i2, 0)}{NBSP}%"
    if pooled.model == "fixed effect":
        return f"{i2}; a fixed effect leaves no room for a new trial's effect to differ."
    tau = f"{i2}, τ {fixed(math.sqrt(pooled.tau2), 2)}"
    if math.isnan(pooled.prediction_low):
        return f"{tau}; from two trials nothing can be predicted for a third."
    return (
        f"{tau}; the true effect in a new trial may lie anywhere from "
        f"{interval(pooled.prediction_low, pooled.prediction_high)}."
    )


def combination_sentence(view: View) -> str:
    """Where it stands among all that could have been made, and among what was published."""
    every, published = view.combinations, view.published
    lowest, highest = every[0].estimate, every[-1].estimate
    for_ldn = sum(one.high < 0 for one in every)
    beyond = sum(row["estimate"] < lowest for row in published)
    return (
        f"The choices here make {len(every)} pools, from {interval(lowest, highest)}; "
        f"{for_ldn or 'none'} of them {'has its' if for_ldn == 1 else 'have their'} whole interval below zero. "
        f"{beyond} of {len(published)} published estimates lie below them all."
    )


def choice_words(choices: Choices) -> str:
    """ "fixed effect, pairs ignored, last time point"."""
    last = ", last time point" if choices.time_point == "last" else ""
    return f"{model_words(choices.model)}{READING[choices.crossover]}{last}"


def model_words(model: tuple[str, str, bool]) -> str:
    """ "random effects with Hartung–Knapp"."""
    kind, tau2, hartung_knapp = model
    if kind == "fixed":
        return "fixed effect"
    estimator = "" if tau2 == "DL" else " (Paule–Mandel)"
    return f"random effects{estimator}{' with Hartung–Knapp' if hartung_knapp else ''}"


def signed(value: float, decimals: int = 2) -> str:
    """A number with a true minus sign, and none before a zero."""
    text = fixed(abs(value), decimals)
    return f"−{text}" if value < 0 and float(text) > 0 else text


def interval(low: float, high: float) -> str:
    """Both ends in words."""
    return f"{signed(low)} to {signed(high)}"

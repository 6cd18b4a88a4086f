"""Certainty after GRADE in words: the steps of one outcome, and all outcomes as a summary of findings."""

from __future__ import annotations

import math
import re

import pandas as pd

from ldn.evidence import summary_of_findings
from ldn.figures.tables_of_words import PrintedTable
from ldn.reference import source
from ldn.reference.certainty import LEVELS, Certainty, certainties, certainty

NBSP = "\N{NO-BREAK SPACE}"
_MEASURES = {"mean difference": "points of 10", "risk ratio": "risk ratio"}


def grade_steps(id: str = "pain") -> PrintedTable:
    """From "high" down, step by step, with the reason for each.

    Parameters
    ----------
    id : an outcome that the course grades, for example "pain" or "any_adverse_event".
    """
    graded = certainty(id)
    rows = [("start", "", "high", "Randomised trials begin here.")]
    rows += [
        (step.domain, str(step.step or "0").replace("-", "−"), level, step.reason)
        for step, level in zip(graded.steps, graded.levels, strict=True)
    ]
    return PrintedTable(
        f"{graded.outcome}: how certain? The course’s own judgement",
        ["question", "step", "certainty now", "reason"],
        rows,
    )


def findings_table() -> PrintedTable:
    """Every graded outcome of LDN against placebo in fibromyalgia, recomputed from the studies."""
    table = summary_of_findings()
    return PrintedTable(
        "LDN against placebo in fibromyalgia: summary of findings. Certainty is the course’s own judgement",
        [
            "outcome",
            "trials (people)",
            "effect (95 % CI)",
            "certainty",
            "why not higher",
            "what reviews concluded",
        ],
        (_row(one, table.loc[one.id]) for one in certainties()),
    )


def _row(graded: Certainty, found: pd.Series) -> tuple[str, ...]:
    # Unbroken, so that a narrow column does not take a number from its sign or its interval.
    low, high = _signed(found.ci_low), _signed(found.ci_high)
    numbers = f"{_signed(found.estimate)} ({low}{NBSP}to{NBSP}{high})"
    spread = "" if math.isnan(found.i2_percent) else f"; I²{NBSP}{found.i2_percent:.0f}{NBSP}%"
    faults = [
        f"{step.domain} ({step.step}): {step.reason}".replace("(-", "(−")
        for step in graded.steps
        if step.step
    ]
    reviews = [f"{_cited(other.source)}: {other.says}" for other in graded.others]
    filled = LEVELS.index(graded.level) + 1
    return (
        graded.outcome,
        f"{found.trials} ({found.people})",
        f"{_MEASURES[graded.measure]} {numbers}{spread}",
        f"{'⊕' * filled}{'◯' * (4 - filled)} {graded.level}",
        " ".join(faults) or "no step down",
        " ".join(reviews) or "none seen",
    )


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _cited(key: str) -> str:
    cited = source(key)
    surname = re.split(r"[ ,]+(?:[A-Z]{1,3}\b|et al)", cited.authors or cited.title, maxsplit=1)[0]
    return f"{surname} {cited.year}"

"""What the reach check ships to the page: plasma peak of a milligram, receptor constants, every report in vitro."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ldn.neuroimmune import free_peak_nM, peak_nM
from ldn.reference import neuroimmune, observation, source

NM_PER_UM = 1000.0


@cache
def shipped_data() -> dict[str, Any]:
    """Everything the ES module computes with; it does not depend on the state."""
    return {
        # The model is linear, so that one milligram says it all.
        "peak_nM_per_mg": {"free": free_peak_nM(1.0), "total": peak_nM(1.0)},
        "receptors": receptors(),
        "reports": reports(),
    }


@cache
def receptors() -> list[dict[str, Any]]:
    """Naltrexone's constants at the opioid receptors, nM, tightest first."""
    mu = observation("ki_naltrexone_mu")
    kappa = observation("ki_naltrexone_kappa")
    ratio = observation("naltrexone_delta_over_mu")
    return [
        {"name": "mu receptor, Ki", "nM": mu.value},
        {"name": "kappa receptor, Ki", "nM": kappa.value},
        {"name": f"delta receptor, {ratio.value:g} × mu", "nM": mu.value * ratio.value},
    ]


@cache
def reports() -> list[dict[str, Any]]:
    """Every report of `ldn.reference.neuroimmune.in_vitro_findings`, lowest concentration first.

    Those whose concentration was not in the text that was read come last, with neither ``low_nM`` nor ``high_nM``.
    """
    entries = [
        {
            "id": finding.id,
            "cited": _cited(finding.sources[0]),
            "agent": finding.agent,
            "target": _target(finding),
            "system": finding.system,
            "readout": finding.readout,
            "outcome": "retracted" if finding.retracted else finding.outcome,
            "through_review": finding.confidence == "seen-secondary",
            "low_nM": None if finding.low_uM is None else finding.low_uM * NM_PER_UM,
            "high_nM": None if finding.high_uM is None else finding.high_uM * NM_PER_UM,
            "ic50": finding.role == "IC50",
            "statement": finding.statement,
        }
        for finding in neuroimmune.in_vitro_findings()
    ]
    return sorted(entries, key=_by_concentration)


def placed_reports() -> list[dict[str, Any]]:
    """The reports that name a concentration."""
    return [report for report in reports() if report["low_nM"] is not None]


def _by_concentration(report: dict[str, Any]) -> tuple[bool, float, float]:
    if report["low_nM"] is None:
        return True, 0.0, 0.0
    return False, report["low_nM"], report["high_nM"]


def _cited(key: str) -> str:
    """Surname and year; where no authors were seen the journal and year, and failing that the source's key."""
    cited = source(key)
    if cited.authors:
        surname = re.split(r"[ ,]+(?:[A-Z]{1,3}\b|et al)", cited.authors, maxsplit=1)[0]
        return f"{surname} {cited.year}" if cited.year else surname
    if cited.journal and cited.year:
        return f"{cited.journal.replace('Journal of ', 'J ')} {cited.year}"
    return re.sub(r"([a-z]+)(\d{4}).*", lambda part: f"{part[1].capitalize()} {part[2]}", key)


def _target(finding: neuroimmune.InVitroFinding) -> str:
    """The arm of signalling that a report is about, or where it did not resolve one, what it read first."""
    target = re.split(r"[,;]", finding.readout)[0] if finding.arm == "not resolved" else finding.arm
    # Spelled out where it would be read as a word.
    return {"NF-kB": "NF-κB", "NO": "nitric oxide"}.get(target, target)

"""One evidence card as HTML: everything the store holds of a study or a review, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd

from ldn.publishing import evidence_wording as wording
from ldn.publishing.evidence_tables import (
    Surroundings,
    capital,
    correlations_table,
    individuals_table,
    outcomes_table,
    pools_table,
    results_table,
)
from ldn.publishing.sources_page import short_address, what_was_read
from ldn.reference.study_schema import Arm, Reported, Review, RiskOfBias, Study

_TRIAL_NUMBER = re.compile(r"\b(NCT\d{8})\b")
_DOMAINS = {
    "randomisation": "Randomisation",
    "deviations": "Deviations from the plan",
    "missing_data": "Missing data",
    "measurement": "Measurement",
    "selective_reporting": "Selective reporting",
    "overall": "Overall",
}
_READ_OF_STUDY = {
    "full text": "The full text was read.",
    "abstract": "Only the abstract was read.",
    "registry record": "Only a registry record was seen.",
    "secondary report": "Only reports by others were seen.",
}
_READ_OF_REVIEW = {**_READ_OF_STUDY, "title page": "Only the title page was seen."}


def card(entry: Study | Review, around: Surroundings) -> str:
    """The body of an entry's card (its heading is made by the page)."""
    of_its_kind = _study if isinstance(entry, Study) else _review
    return f'<div class="evidence-card">{of_its_kind(entry, around)}</div>'


def _study(study: Study, around: Surroundings) -> str:
    primary = [outcome for outcome in study.outcomes if outcome.role == "primary"]
    others = [outcome for outcome in study.outcomes if outcome.role != "primary"]
    if not primary:
        primary, others = others, []
    return "".join(
        [
            f'<p class="evidence-line">{escape(capital(wording.design(study)))}. {_status(study)}</p>',
            _paragraph(study.reading, "evidence-reading"),
            _facts(_study_facts(study)),
            outcomes_table(primary, study, around, "Results as printed"),
            _folded(
                len(others),
                outcomes_table(others, study, around, "Other results as printed"),
            ),
            correlations_table(study.correlations, study, around),
            individuals_table(study.individuals),
            _risk_of_bias(study.risk_of_bias, study),
            _doubts(study, around.recomputed),
            _sources(study, around),
            _cited_in(around.cited_in),
        ]
    )


def _status(study: Study) -> str:
    read = _READ_OF_STUDY[study.read]
    return read if study.status == "published" else f"{capital(study.status)}. {read}"


def _study_facts(study: Study) -> list[tuple[str, str]]:
    people, dose = study.participants, study.dose
    analysed = "; ".join(f"{arm.name}: {_arm_numbers(arm)}" for arm in study.arms if _arm_numbers(arm))
    return [
        ("Condition", escape(capital(study.condition))),
        ("Design", escape(study.design_detail)),
        ("Population", escape(study.population)),
        ("Country", escape(study.country)),
        ("People", _with_note(wording.people(people), people)),
        ("Arms", escape(analysed or "; ".join(arm.name for arm in study.arms))),
        ("Dose", _with_note(wording.dose(dose), dose)),
        ("Duration", escape(wording.duration(study))),
        ("Comparator", escape(study.comparator)),
        ("Primary outcome", _direction(study)),
        ("Registration", _registrations(study.registrations)),
        ("Funding", escape(study.funding)),
    ]


def _direction(study: Study) -> str:
    """Which way the primary outcome points: our reading of what was printed, and marked so."""
    if study.status in ("ongoing", "no results found"):
        return ""  # The first line of the card says it.
    return f'{escape(study.direction)} <span class="evidence-level">our reading</span>'


def _arm_numbers(arm: Arm) -> str:
    stages = [
        f"{getattr(arm, stage)} {stage}"
        for stage in ("randomised", "analysed")
        if getattr(arm, stage) is not None
    ]
    return ", ".join(stages)


def _with_note(text: str, figure: Reported | None) -> str:
    if figure is None or text == "not seen":
        return escape(text)
    note = f' <span class="evidence-note">{escape(figure.note)}</span>' if figure.note else ""
    return f'{escape(text)} <span class="evidence-level">{figure.confidence}</span>{note}'


def _registrations(registrations: tuple[str, ...]) -> str:
    if not registrations:
        return "not seen"
    linked = r'<a href="https://clinicaltrials.gov/study/\1">\1</a>'
    return "; ".join(_TRIAL_NUMBER.sub(linked, escape(number)) for number in registrations)


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<div><dt>{name}</dt><dd>{text}</dd></div>" for name, text in facts if text)
    return f'<dl class="evidence-facts">{rows}</dl>'


def _paragraph(text: str, style: str) -> str:
    return f'<p class="{style}">{escape(text)}</p>' if text else ""


def _folded(count: int, body: str) -> str:
    what = "other outcome" if count == 1 else "other outcomes, with harms"
    return f"<details><summary>{count} {what}</summary>{body}</details>" if body else ""


def _risk_of_bias(judged: RiskOfBias, study: Study) -> str:
    limits = "".join(f"<li>{escape(limit)}</li>" for limit in judged.limits)
    limits = f"<ul>{limits}</ul>" if limits else ""
    if not study.randomised and judged.judged_by is None:
        words = (
            "<p>RoB 2 judges randomised trials; this study is none. No review’s judgement of it was seen.</p>"
        )
        return f"<h4>Risk of bias</h4>{words}{limits}"
    cells = ""
    for domain, name in _DOMAINS.items():
        cell = getattr(judged, domain)
        cells += f'<div><dt>{name}</dt><dd class="{cell.replace(" ", "-")}">{cell}</dd></div>'
    title = "Risk of bias (RoB 2), as published reviews judged it"
    return f'<h4>{title}</h4><dl class="evidence-bias">{cells}</dl>{limits}'


def _doubts(entry: Study | Review, recomputed: pd.DataFrame) -> str:
    """What does not add up: what a reader of the paper noticed, and what the recomputation found."""
    said = "".join(f"<li>{escape(doubt)}</li>" for doubt in entry.doubts)
    said = f"<ul>{said}</ul>" if said else ""
    off = recomputed[~recomputed["agrees"].astype(bool)]
    table = ""
    if len(off):
        rows = "".join(
            f'<tr><th scope="row">{escape(_checked(row, entry))}</th>'
            f"<td>{escape(_minus(row.printed))}</td><td>{escape(_minus(row.recomputed))}</td></tr>"
            for row in off.itertuples()
        )
        caption = "Printed figures that other printed figures do not give"
        table = results_table(caption, ("Figure", "Printed", "Recomputed"), f"<tbody>{rows}</tbody>")
    if not (said or len(recomputed)):
        return ""
    agree = ""
    if len(recomputed):
        agree = (
            f'<p class="evidence-note">{len(recomputed) - len(off)} of {len(recomputed)} printed figures that other '
            "printed figures imply come out as printed.</p>"
        )
    title = "What does not add up" if said or len(off) else "Does it add up?"
    return f"<h4>{title}</h4>{said}{table}{agree}"


def _checked(row, entry: Study | Review) -> str:
    """What a recomputation is about: the outcome by its name, then the check, arms by theirs."""
    outcome = entry.outcome(row.outcome) if isinstance(entry, Study) else None
    name = outcome.name if outcome else capital(row.outcome.replace("_", " "))
    if not isinstance(entry, Study):
        return f"{name}: {row.check}"
    check = re.sub(r"\((\w+)\)$", lambda arm: f"({wording.arm_name(arm[1], entry)})", row.check)
    return f"{name}: {check}"


def _sources(entry: Study | Review, around: Surroundings) -> str:
    """The paper first, with its way out of the book; sources that others share lead to their own entry."""
    items = []
    for source in entry.sources:
        out, shown = "", short_address(source) if source.address else ""
        if source.address:
            out = f' <a href="{escape(source.address)}">{escape(shown)}</a>'
        if source.registration and source.registration not in shown:
            out += f" {escape(source.registration)}."
        seen = f'<span class="evidence-note">{escape(what_was_read(source.seen))}</span>'
        note = f' <span class="evidence-note">{escape(source.note)}</span>' if source.note else ""
        items.append(f"<li>{escape(source.citation)}{out} {seen}{note}</li>")
    own = {source.key for source in entry.sources}
    items += [
        f'<li><a href="{escape(around.address_of(key))}">{escape(around.name_of(key))}</a></li>'
        for key in entry.source_keys
        if key not in own
    ]
    return f'<h4>Where it was read</h4><ul class="evidence-sources">{"".join(items)}</ul>'


def _cited_in(pages: Sequence[tuple[str, str]]) -> str:
    if not pages:
        return ""
    links = " · ".join(f'<a href="{escape(address)}">{escape(title)}</a>' for title, address in pages)
    return f'<p class="evidence-cited">Cited in {links}</p>'


def _review(review: Review, around: Surroundings) -> str:
    facts = [
        ("Condition", escape(capital(review.condition))),
        ("Studies", "not seen" if review.k_studies is None else str(review.k_studies)),
        ("People", "not seen" if review.n_participants is None else str(review.n_participants)),
        ("Searched to", escape(review.searched_to or "not seen")),
        ("Model", escape(review.model)),
        ("Registration", escape(review.registration or "not seen")),
    ]
    read = _READ_OF_REVIEW[review.read]
    return "".join(
        [
            f'<p class="evidence-line">{escape(capital(wording.kind(review.kind)))}. {read}</p>',
            _facts(facts),
            pools_table(review, around),
            _doubts(review, around.recomputed),
            _sources(review, around),
            _cited_in(around.cited_in),
        ]
    )


def _minus(text: str) -> str:
    return re.sub(r"(?<![\w–])-(?=\d)", "−", text)

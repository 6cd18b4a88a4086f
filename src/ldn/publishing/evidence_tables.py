"""The tables of an evidence card: what was printed, for whom, and how each figure is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from ldn.publishing import evidence_wording as wording
from ldn.reference.study_schema import Correlation, IndividualTable, Outcome, Reported, Review, Study


@dataclass(frozen=True)
class Surroundings:
    """What a card needs to know besides its own entry.

    ``address_of`` gives the address in the book of a source that belongs to another entry, ``name_of`` its
    short name; ``cited_in`` holds title and address of each page that cites the entry; ``recomputed`` its
    rows of ``ldn.evidence.recomputations``.
    """

    name_of: Callable[[str], str]
    address_of: Callable[[str], str]
    cited_in: Sequence[tuple[str, str]]
    recomputed: pd.DataFrame


def results_table(caption: str, heads: Sequence[str], body: str) -> str:
    """A table of the card's kind around rows that are already HTML."""
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f'<table class="evidence-results"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead>{body}</table>"
    )


def outcomes_table(outcomes: Sequence[Outcome], study: Study, around: Surroundings, title: str) -> str:
    """Results by arm, comparisons and findings of some outcomes, or nothing."""
    if not outcomes:
        return ""
    groups = "".join(_outcome(outcome, study, around) for outcome in outcomes)
    return results_table(title, ("Who", "What was printed", "How it is known"), groups)


def _outcome(outcome: Outcome, study: Study, around: Surroundings) -> str:
    main = study.source_keys[0]
    head = (
        f'<tr class="evidence-outcome"><th colspan="3" scope="rowgroup" id="{study.id}-{outcome.id}">'
        f'{escape(outcome.name)} <span class="evidence-scale">{escape(wording.scale(outcome))}</span></th></tr>'
    )
    rows = [
        _row(
            wording.arm_name(result.arm, study),
            wording.circumstances(result),
            wording.arm_result(result, outcome),
            result,
            main,
            around,
        )
        for result in outcome.results
    ]
    for printed in outcome.contrasts:
        who = f"{wording.arm_name(printed.arm, study)} against {_lower_first(wording.arm_name(printed.against, study))}"
        said = wording.contrast(printed, outcome)
        if printed.kind == "within arm":
            said += " (before against after in one group: compares with nobody)"
        rows.append(_row(who, wording.circumstances(printed), said, printed, main, around))
    rows += [_row("In words", "", finding.text, finding, main, around) for finding in outcome.findings]
    return f"<tbody>{head}{''.join(rows)}</tbody>"


def _row(who: str, when: str, said: str, figure: Reported, main: str, around: Surroundings) -> str:
    when = f' <span class="evidence-note">{escape(when)}</span>' if when else ""
    note = f' <span class="evidence-note">{escape(figure.note)}</span>' if figure.note else ""
    return (
        f'<tr><th scope="row">{escape(who)}{when}</th><td>{escape(said)}{note}</td>'
        f"<td>{_known(figure, main, around)}</td></tr>"
    )


def _known(figure: Reported, main: str, around: Surroundings) -> str:
    """The level of confidence, and the source where it is not the entry's main one."""
    level = f'<span class="evidence-level">{figure.confidence}</span>'
    if figure.source == main:
        return level
    name, address = escape(around.name_of(figure.source)), escape(around.address_of(figure.source))
    return f'{level} <a class="evidence-note" href="{address}">{name}</a>'


def correlations_table(correlations: Sequence[Correlation], study: Study, around: Surroundings) -> str:
    """Printed correlations, or nothing."""
    if not correlations:
        return ""
    rows = "".join(
        _row(
            f"{capital(each.of)}, with {each.with_}",
            f"n = {each.n}",
            f"r = {wording.number(each.r)}" + (f"; {wording.p_value(each.p)}" if each.p else ""),
            each,
            study.source_keys[0],
            around,
        )
        for each in correlations
    )
    heads = ("Between", "What was printed", "How it is known")
    return results_table("Correlations as printed", heads, f"<tbody>{rows}</tbody>")


def individuals_table(table: IndividualTable | None) -> str:
    """Rows of single people behind a fold, or nothing."""
    if table is None:
        return ""
    head = "".join(f'<th scope="col">{escape(column.replace("_", " "))}</th>' for column in table.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{wording.number(value)}</td>" for value in row) + "</tr>" for row in table.rows
    )
    note = (
        f'<p class="evidence-note">{escape(table.note)} '
        f'<span class="evidence-level">{table.confidence}</span></p>'
    )
    return (
        f"<details><summary>Rows of {len(table.rows)} single people</summary>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}</details>"
    )


def pools_table(review: Review, around: Surroundings) -> str:
    """What a review pooled and found, or nothing."""
    main = review.source_keys[0]
    pools = "".join(
        _row(
            capital(printed.outcome),
            ", ".join(
                part
                for part in (
                    printed.condition,
                    "before against after: compares with nobody"
                    if printed.kind == "within arm"
                    else f"against {printed.comparator}",
                    f"{printed.k} trials" if printed.k else "",
                    f"n = {printed.n}" if printed.n else "",
                    "sensitivity analysis" if printed.sensitivity_analysis else "",
                )
                if part
            ),
            wording.pooled(printed),
            printed,
            main,
            around,
        )
        for printed in review.pooled
    )
    findings = "".join(
        _row("In words", "", finding.text, finding, main, around) for finding in review.findings
    )
    if not (pools or findings):
        return ""
    heads = ("What", "What was printed", "How it is known")
    return results_table("Results as printed", heads, f"<tbody>{pools}{findings}</tbody>")


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text

"""``{evidence-index}``: all studies and reviews in one table that can be filtered and saved, and as a CSV file."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pandas as pd
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ldn.publishing import evidence_chapters
from ldn.publishing.evidence_tables import capital
from ldn.publishing.evidence_wording import duration, kind, number
from ldn.publishing.raw_html import raw_html
from ldn.reference.studies import StudyStore, study_store
from ldn.reference.study_schema import Review, Study

CSV_FILE = "studies.csv"
SCRIPT = "evidence.mjs"


def records(store: StudyStore | None = None) -> pd.DataFrame:
    """Every study and review, one row each: the columns of ``ldn.evidence.studies`` and those of reviews.

    A review's ``design`` is its kind, its ``n_analysed`` the people in it. ``direction`` is our reading of a study's
    primary outcome, ``card`` the card's address as seen from the index. Studies come first; each part is in the order
    of condition, year and id.
    """
    from ldn.evidence import studies

    store = store or study_store()
    trials = studies(store=store).reset_index()
    trials.insert(1, "kind", "study")
    reviews = pd.DataFrame(
        {
            "id": review.id,
            "kind": "review",
            "name": review.name,
            "condition": review.condition,
            "area": review.area,
            "dose_band": review.dose_band,
            "year": review.year,
            "design": review.kind,
            "n_analysed": review.n_participants,
            "k_studies": review.k_studies,
            "read": review.read,
            "registration": review.registration,
            "doi": review.sources[0].doi if review.sources else None,
        }
        for review in sorted(store.reviews.values(), key=lambda each: (each.condition, each.year, each.id))
    )
    table = pd.concat([trials, reviews], ignore_index=True).convert_dtypes()
    entries = evidence_chapters.entries(store)
    table["direction"] = [getattr(entries[id], "direction", None) for id in table["id"]]
    table["card"] = [f"{evidence_chapters.chapter_of(entries[id])}.html#{id}" for id in table["id"]]
    return table


def csv(store: StudyStore | None = None) -> str:
    """The records as CSV; what was not seen is empty."""
    return records(store).to_csv(index=False, lineterminator="\r\n")


def table_html(card_address: Callable[[str], str], store: StudyStore | None = None) -> str:
    """The table, complete without JavaScript. ``card_address`` gives the address of an entry's card."""
    rows = []
    for id, entry in evidence_chapters.entries(store).items():
        rows.append((_sort_key(entry), _row(entry, card_address(id))))
    body = "".join(row for _, row in sorted(rows))
    heads = ("Study", "Condition", "Design", "People", "mg a day", "Weeks", "Read")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return f'<table class="evidence-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _sort_key(entry: Study | Review) -> tuple:
    chapter = list(evidence_chapters.CHAPTERS).index(evidence_chapters.chapter_of(entry))
    return (chapter, entry.condition.lower(), isinstance(entry, Review), entry.year or 9999, entry.id)


def _row(entry: Study | Review, address: str) -> str:
    if isinstance(entry, Study):
        how = entry.design if entry.blinding == "not stated" else f"{entry.design}, {entry.blinding}"
        design, figures = entry.design, _figures(entry)
        more = [entry.comparator, entry.country, *entry.registrations, entry.status]
    else:
        how = kind(entry.kind) + (f" of {entry.k_studies} studies" if entry.k_studies else "")
        # A review has no dose or duration of its own.
        design, figures = entry.kind, [_figure(entry.n_participants), "", ""]
        more = [entry.registration]
    cells = [escape(capital(entry.condition)), escape(how), *figures, entry.read]
    return (
        f'<tr data-id="{entry.id}" data-condition="{escape(entry.condition)}" data-design="{escape(design)}" '
        f'data-more="{escape(" ".join(part for part in more if part))}">'
        f'<th scope="row"><a href="{escape(address)}">{escape(entry.name)}</a></th>'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "</tr>"
    )


def _figures(study: Study) -> list[str]:
    """People, dose and weeks of a study as cells."""
    people, dose = study.participants, study.dose
    stages = people and (people.randomised or people.enrolled or people.analysed or people.planned)
    daily = _figure(dose and dose.mg)
    if dose and dose.mg is None and dose.high_mg is not None:
        daily = (
            f"{number(dose.low_mg)}–{number(dose.high_mg)}" if dose.low_mg else f"to {number(dose.high_mg)}"
        )
    weeks = _figure(study.duration_weeks)
    if study.duration_weeks is None and duration(study) != "not seen":
        weeks = "see card"
    return [_figure(stages), daily, weeks]


def _figure(value: float | None) -> str:
    return '<span class="evidence-note">not seen</span>' if value is None else number(value)


def filter_html(csv_address: str, store: StudyStore | None = None) -> str:
    """The form above the table. It works with JavaScript only and is hidden without; the whole file is always there."""
    entries = evidence_chapters.entries(store).values()
    by_chapter = "".join(
        f'<optgroup label="{escape(title)}">{_options(evidence_chapters.of_chapter(chapter, store))}</optgroup>'
        for chapter, title in evidence_chapters.CHAPTERS.items()
    )
    designs = sorted({entry.design for entry in entries if isinstance(entry, Study)})
    kinds = sorted({entry.kind for entry in entries if isinstance(entry, Review)})
    by_design = "".join(
        f'<optgroup label="{label}">{_options(values)}</optgroup>'
        for label, values in (("Studies", designs), ("Reviews", kinds))
    )
    address = escape(csv_address)
    return (
        '<form class="evidence-filter needs-script" aria-label="Filter the table">'
        f'<label>Condition <select name="condition"><option value="">All</option>{by_chapter}</select></label>'
        f'<label>Design <select name="design"><option value="">All</option>{by_design}</select></label>'
        '<label class="words">Words <input type="search" name="words" autocomplete="off" spellcheck="false"></label>'
        f'<p><span role="status"></span> <button type="button" data-csv="{address}">Download these as CSV</button></p>'
        f'</form><p class="evidence-download"><a href="{address}" download>Download the whole table as CSV</a></p>'
    )


def _options(values) -> str:
    return "".join(
        f'<option value="{escape(value)}">{escape(capital(kind(value)))}</option>' for value in values
    )


class EvidenceIndex(SphinxDirective):
    """Places the filter and the table."""

    def run(self) -> list[nodes.Node]:
        builder, here = self.env.app.builder, self.env.docname
        entries = evidence_chapters.entries()

        def card_address(id: str) -> str:
            return f"{builder.get_relative_uri(here, evidence_chapters.page_of(entries[id]))}#{id}"

        return [raw_html(filter_html(CSV_FILE) + table_html(card_address))]


def write_csv(app, failure: Exception | None) -> None:
    """Put the file beside the index page."""
    folder = Path(app.outdir, evidence_chapters.FOLDER)
    if failure is None and app.builder.format == "html" and folder.is_dir():
        (folder / CSV_FILE).write_text(csv(), encoding="utf-8", newline="")


def setup(app) -> None:
    app.add_directive("evidence-index", EvidenceIndex)
    app.connect("build-finished", write_csv)

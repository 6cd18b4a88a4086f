"""Each study and review of the store has a card; a card shows what the store holds and nothing else."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import get_args

import pandas as pd
import pytest
import yaml
from docutils import nodes

from ldn.publishing import evidence_chapters
from ldn.publishing.evidence_card import card
from ldn.publishing.evidence_cards import evidence_card, sections
from ldn.publishing.evidence_index import csv, filter_html, records, table_html
from ldn.publishing.evidence_tables import Surroundings
from ldn.reference.studies import study_store
from ldn.reference.study_schema import Area, Review, RiskOfBias

ROOT = Path(__file__).parents[2]
ENTRIES = evidence_chapters.entries()
NOTHING_RECOMPUTED = pd.DataFrame(
    columns=["entry", "outcome", "check", "printed", "recomputed", "agrees", "source"]
)


def made(entry, **known) -> str:
    around = {
        "name_of": lambda key: f"name of {key}",
        "address_of": lambda key: f"where.html#{key}",
        "cited_in": (),
        "recomputed": NOTHING_RECOMPUTED,
        **known,
    }
    return card(entry, Surroundings(**around))


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_every_area_has_a_chapter_and_every_chapter_a_page_in_the_contents():
    for area in (*get_args(Area), "any"):
        entry = study_store().review("fhi2015").model_copy(update={"area": area, "condition": "something"})
        assert evidence_chapters.chapter_of(entry) in evidence_chapters.CHAPTERS
    contents = (ROOT / "_toc.yml").read_text()
    for chapter in evidence_chapters.CHAPTERS:
        page = ROOT / f"{evidence_chapters.FOLDER}/{chapter}.md"
        assert f"```{{evidence-cards}} {chapter}\n" in page.read_text(encoding="utf-8")
        assert f"{evidence_chapters.FOLDER}/{chapter}" in contents


def test_each_study_and_review_has_one_card_under_its_condition():
    anchors = []
    for chapter in evidence_chapters.CHAPTERS:
        for condition in sections(chapter):
            for place in condition.findall(evidence_card):
                assert place.parent["ids"] == [place["entry"]]
                entry = ENTRIES[place["entry"]]
                assert condition.next_node(nodes.title).astext().lower() == entry.condition.lower()
                assert place.parent.next_node(nodes.title).astext() == entry.name
                anchors.append(place["entry"])
    assert sorted(anchors) == sorted([*study_store().studies, *study_store().reviews])


@pytest.mark.parametrize("id", sorted(ENTRIES))
def test_a_card_holds_each_figure_once_with_its_level_and_its_source(id):
    entry, html = ENTRIES[id], made(ENTRIES[id])
    if isinstance(entry, Review):
        figures = [*entry.pooled, *entry.findings]
    else:
        ordered = sorted(entry.outcomes, key=lambda outcome: outcome.role != "primary")
        figures = [f for o in ordered for f in (*o.results, *o.contrasts, *o.findings)] + [
            *entry.correlations
        ]
        for outcome in entry.outcomes:
            assert html.count(f'id="{id}-{outcome.id}"') == 1
    last_cells = re.findall(r"<tr><th scope=\"row\">.*?<td>((?:(?!<td>).)*?)</td></tr>", html)
    main = entry.source_keys[0]
    shown = [
        figure.confidence + ("" if figure.source == main else f" name of {figure.source}")
        for figure in figures
    ]
    assert [text_of(cell) for cell in last_cells] == shown
    for doubt in entry.doubts:
        assert " ".join(doubt.split()) in text_of(html)
    for source in entry.sources:
        assert source.address is None or f'href="{source.address}"' in html


def test_a_card_says_the_figures_of_younger_2013_as_they_were_printed():
    said = text_of(made(study_store().study("younger2013")))
    assert "Crossover, randomised, double-blind. Only the abstract was read." in said
    assert "People 31 randomised, 29 completed, 28 analysed" in said
    assert "change −28.8 % of baseline" in said
    assert "change −18 % of baseline; 95 % confidence interval ± 10.8 seen-secondary" not in said
    assert "change −18 % of baseline; 95 % confidence interval ± 10.8" in said
    assert "mean difference −10.8 % of baseline; p = 0.016; within people" in said
    assert "Primary outcome better than comparator our reading" in said
    assert "9.3 and 10.8 are half-widths of confidence intervals" in said


def test_what_was_not_seen_is_said_and_what_does_not_exist_is_left_out():
    lift = study_store().study("lift")
    said = text_of(made(lift))
    assert "No results found." in said
    assert "Primary outcome" not in said
    assert "Results as printed" not in said
    assert "Country" not in text_of(made(lift.model_copy(update={"country": ""})))
    bested = text_of(made(study_store().study("bested2023")))
    assert "Registration not seen" in bested
    assert "Overall not seen" in bested
    assert bested.count("not seen") >= 7
    assert "Population" not in bested  # The store has none.


def test_a_published_judgement_stands_in_its_cell():
    cells = {"randomisation": "low", "overall": "high", "judged_by": "saif2026"}
    judged = study_store().study("bested2023").model_copy(update={"risk_of_bias": RiskOfBias(**cells)})
    said = text_of(made(judged))
    assert "Randomisation low" in said
    assert "Overall high" in said
    assert "Missing data not seen" in said


def test_a_mismatch_is_shown_beside_its_recomputation_with_outcome_and_arm_by_name():
    from ldn.evidence import recomputations

    said = text_of(made(study_store().study("smith2007"), recomputed=recomputations("smith2007")))
    assert "Response: percentage of 17 people (LDN 4.5 mg) 89 % 15/17 = 88.2 %" in said
    assert "0 of 2 printed figures" in said


def test_a_card_names_the_pages_that_cite_it():
    html = made(study_store().study("younger2013"), cited_in=[("A <lesson>", "../notebooks/07.html")])
    assert '<a href="../notebooks/07.html">A &lt;lesson&gt;</a>' in html
    assert "Cited in" not in made(study_store().study("younger2013"))


def test_the_table_holds_every_entry_and_offers_what_can_be_chosen():
    html = table_html(lambda id: f"x.html#{id}")
    assert re.findall(r'data-id="(\w+)"', html)[0] in ENTRIES
    assert sorted(re.findall(r'data-id="(\w+)"', html)) == sorted(ENTRIES)
    options = set(map(unescape, re.findall(r'<option value="([^"]+)"', filter_html("all.csv"))))
    assert options == {e.condition for e in ENTRIES.values()} | {
        getattr(e, "design", None) or e.kind for e in ENTRIES.values()
    }


def test_the_file_holds_what_the_library_lists():
    from io import StringIO

    from ldn.evidence import studies

    table = pd.read_csv(StringIO(csv()), index_col="id")
    trials = table[table["kind"] == "study"]
    assert sorted(trials.index) == sorted(studies().index)
    assert trials.loc["due_bruun2024", "n_randomised"] == 99
    assert trials.loc["due_bruun2024", "card"] == "fibromyalgia.html#due_bruun2024"
    assert table.loc["vatvani2024", "design"] == "meta-analysis"
    assert len(records()) == len(ENTRIES)


def test_an_id_shared_by_a_study_and_a_review_is_an_error():
    store = study_store()
    twice = type(store)(
        store.studies, {**store.reviews, "younger2013": store.review("saif2026")}, store.sources
    )
    with pytest.raises(ValueError, match="both called younger2013"):
        evidence_chapters.entries(twice)


def test_the_contents_list_the_cards_below_their_index():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text())
    chapters = [chapter for part in contents["parts"] for chapter in part["chapters"]]
    index = next(chapter for chapter in chapters if chapter["file"] == evidence_chapters.INDEX)
    assert [each["file"].rsplit("/", 1)[-1] for each in index["sections"]] == list(evidence_chapters.CHAPTERS)


def test_a_dose_of_which_one_end_is_known_says_so():
    from ldn.publishing.evidence_wording import dose
    from ldn.reference.study_schema import Dose

    known = {"source": "x", "confidence": "seen-primary"}
    assert dose(Dose(high_mg=12.5, **known)) == "up to 12.5 mg"
    assert dose(Dose(low_mg=1.5, **known)) == "from 1.5 mg"
    assert dose(Dose(mg=4.5, low_mg=3, high_mg=4.5, **known)) == "4.5 mg a day; range 3 to 4.5 mg"
    assert dose(Dose(mg=50, schedule="a single dose", **known)) == "50 mg; a single dose"
    assert dose(Dose(**known)) == dose(None) == "not seen"

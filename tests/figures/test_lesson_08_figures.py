"""The evidence map: made from the store, every study on it, and a new one too."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from ldn import evidence, figures
from ldn.figures.map_of_evidence import _short
from ldn.reference import study
from ldn.reference.studies import StudyStore, study_store


def _texts(figure) -> list[str]:
    nodes = ElementTree.fromstring(figure.svg).iter()
    return ["".join(node.itertext()).strip() for node in nodes if node.tag.endswith("}text")]


def test_every_condition_and_every_number_of_people_is_on_the_map():
    texts, table = _texts(figures.evidence_map()), evidence.evidence_map()
    for condition in table["condition"].unique():
        assert _short(condition) in texts
    printed = sorted(text for text in texts if re.fullmatch(r"\d+", text))
    assert printed == sorted(f"{n:.0f}" for n in table["n"].dropna())


def test_the_words_tell_each_randomised_trial_and_the_count():
    table = evidence.evidence_map()
    trials = table[table["kind"] == "randomised trials"]
    alt = figures.evidence_map().alt
    assert f"Map of {len(table)} studies in {table['condition'].nunique()} conditions" in alt
    for _, trial in trials.iterrows():
        assert (
            f"{trial['name']} in {trial['condition']}, {trial['n']:.0f} people: {trial['direction']}" in alt
        )


def test_a_new_trial_appears_by_itself():
    new = study("smith2011").model_copy(update={"id": "smith2031", "name": "Smith 2031", "condition": "gout"})
    own = study_store()
    figure = figures.evidence_map(
        store=StudyStore({**own.studies, "smith2031": new}, own.reviews, own.sources)
    )
    assert "Gout" in _texts(figure)
    assert "Smith 2031 in gout, 40 people: better than comparator" in figure.alt


def test_a_number_of_people_that_was_only_inferred_is_not_drawn():
    """Bested 2023 prints 58 randomised; the 52 analysed were worked out from a later review."""
    assert "Bested 2023 in fibromyalgia, 58 people" in figures.evidence_map().alt


def test_the_map_is_the_same_each_time():
    assert figures.evidence_map().svg == figures.evidence_map().svg


def test_the_number_needed_of_remission_runs_through_infinity_and_those_of_response_do_not():
    alt = figures.needed_to_treat().alt
    remission = alt[alt.index("endoscopic remission") :]
    assert alt.count("through infinity") == 1
    assert "6 of 18 v 1 of 13" in remission
    assert "through infinity" in remission


def test_rates_of_bowel_disease_are_those_of_the_store_and_only_one_study_has_placebo():
    figure = figures.bowel_rates()
    assert "Lie 2018, response: 74 % of 47" in figure.alt
    assert "Smith 2011, response: 88 % of 16, placebo 40 %" in figure.alt
    assert [part for part in figure.alt.split(";") if "placebo" in part and "Smith 2011" not in part] == []
    texts = _texts(figure)
    assert texts.count("nobody to compare with") == 3
    assert texts.count("with placebo") == texts.count("no comparison printed") == 1

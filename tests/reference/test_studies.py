"""The study store: every file follows the schema, every figure leads to a source, nothing is recalled."""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from ldn.reference.schema import Entry
from ldn.reference.studies import read_study_store, review, study, study_sources, study_store
from ldn.reference.study_schema import Reported, Study

DATA = Path(str(files("ldn.reference").joinpath("data", "studies")))
STORE = study_store()
ENTRIES = [*STORE.studies.values(), *STORE.reviews.values()]

# Addresses that copy papers rather than publish them.
MIRRORS = re.compile(
    r"47\.251|suppr\.|wilddata|booksci|druglib|meddatax|medpath|ichgcp|lausr|thehealththread|sureserver|"
    r"sciencegate|zendy|daneshyari|ai-bt|studylib|peeref|clincosm|trialcompass|inclinicaltrials"
)

MINIMAL = """\
id: new2030
name: New 2030
condition: fibromyalgia
area: pain
year: 2030
design: parallel
randomised: true
blinding: double-blind
arms:
  - {id: ldn, name: LDN 4.5 mg, role: LDN, randomised: 100}
  - {id: placebo, name: Placebo, role: placebo, randomised: 100}
participants: {randomised: 200, confidence: seen-primary}
comparator: placebo
read: full text
outcomes:
  - id: pain
    name: Pain
    role: primary
    scale_low: 0
    scale_high: 10
    higher_is: worse
    contrasts:
      - {against: placebo, measure: mean difference, estimate: -0.2, low: -0.6, high: 0.2, confidence: seen-primary}
sources:
  - {key: new2030, title: A later trial, year: 2030, doi: 10.1000/new2030, seen: full text}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path / "studies")
    return tmp_path / "studies"


def reported_in(part: object):
    """Every figure of an entry, with where it stands."""
    if isinstance(part, Reported):
        yield part
    if isinstance(part, Entry):
        for name in type(part).model_fields:
            yield from reported_in(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from reported_in(item)


def texts_in(part: object):
    if isinstance(part, Reported) and part.note:
        yield part.note
    if isinstance(part, Entry):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if name in ("text", "reading") and value:
                yield value
            elif name in ("doubts", "limits"):
                yield from value
            else:
                yield from texts_in(value)
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_in(item)


def test_the_studies_the_lessons_argue_about_are_there():
    lessons = {
        "younger2009",
        "younger2013",
        "bested2023",
        "paula2023",
        "due_bruun2024",
        "innova2026",
        "bruun_plesner2020",
        "parkitny2017",
        "smith2007",
        "smith2011",
        "smith2013",
        "lie2018",
        "gironi2008",
        "cree2010",
        "sharafaddinzadeh2010",
        "raknes2017_ms",
        "chopra2013",
        "nct06306157",
        "srinivasan2021",
        "beaudette2023",
        "mischoulon2017",
        "lajevardi2020",
        "traore2011_art",
        "peters2022",
        "brewer2018",
        "polo2019",
        "isman2024",
    }
    assert lessons <= set(STORE.studies)
    reviews = [
        "vatvani2024",
        "saif2026",
        "nazir2025",
        "ologunowa2025",
        "hegde2025",
        "rizwan2025",
        "bolton2019",
        "parker2018",
    ]
    assert set(reviews) <= set(STORE.reviews)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_figure_leads_to_a_source_that_can_be_found(entry):
    assert entry.source_keys
    for key in entry.source_keys:
        source = STORE.sources[key]
        printed = source.journal and source.volume and source.pages
        assert source.address or source.registration or source.publisher or printed, key
    for figure in reported_in(entry):
        assert figure.source in STORE.sources


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_text_is_a_whole_sentence(entry):
    # A comma in an unquoted YAML list would cut a sentence in two without any error.
    for text in texts_in(entry):
        assert re.match(r"[A-Z0-9−“\"]|β|Δ", text), text
        assert re.search(r"[.!?][)\"”]?$", text), text


@pytest.mark.parametrize("key", sorted(STORE.sources))
def test_no_source_points_to_a_mirror(key):
    url = STORE.sources[key].url
    assert url is None or not MIRRORS.search(url)


def test_keys_do_not_clash_with_the_sources_of_the_models():
    models = yaml.safe_load((DATA.parent / "sources.yaml").read_text(encoding="utf-8"))
    assert not {source["key"] for source in models} & {source.key for source in study_sources()}


def test_nothing_is_carried_from_memory():
    for file in DATA.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        assert "from memory" not in text
        assert "confidence: memory" not in text
    # The Cochrane counts of the adult Crohn trial were recalled, never seen: only printed percentages are here.
    assert all(result.events is None for outcome in study("smith2011").outcomes for result in outcome.results)
    assert review("parker2018").pooled == ()


def test_risk_of_bias_is_left_empty_where_no_judgement_was_seen():
    for entry in STORE.studies.values():
        cells = entry.risk_of_bias.model_dump(exclude={"judged_by", "limits"}).values()
        assert set(cells) == {"not seen"}, entry.id


def test_figures_of_final_are_those_of_its_abstract():
    pain = study("due_bruun2024").outcome("pain")
    primary = pain.contrasts[0]
    assert (primary.estimate, primary.low, primary.high, primary.p.value) == (-0.34, -0.95, 0.27, 0.27)
    assert primary.confidence == "seen-primary"
    harms = study("due_bruun2024").outcome("any_adverse_event").results
    assert [(r.events, r.n) for r in harms] == [(41, 49), (43, 50)]


def test_table_1_of_younger_and_mackey():
    table = study("younger2009").individuals
    assert len(table.rows) == 10
    assert table.columns == ("participant", "age_years", "duration_years", "bmi", "fiq", "esr_mm_per_h")
    assert [row[-1] for row in table.rows] == [0, 45, 2, 8, 28, 50, 27, 20, 28, 31]


def test_the_spread_that_others_took_for_a_deviation_is_marked_as_half_width():
    spreads = [(r.spread, r.spread_kind) for r in study("younger2013").outcome("pain").results if r.spread]
    assert spreads == [(9.3, "CI half-width"), (10.8, "CI half-width")]


def test_a_new_study_is_one_new_file(folder):
    (folder / "primary" / "new2030.yaml").write_text(MINIMAL)
    store = read_study_store(folder)
    assert len(store.studies) == len(STORE.studies) + 1
    assert store.study("new2030").outcomes[0].contrasts[0].source == "new2030"
    assert "new2030" in store.sources


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("name: New 2030", "name: New 2030\nsample_size: 3"), "sample_size"),
        (("against: placebo", "against: sugar"), "unknown arms sugar"),
        (("low: -0.6, high: 0.2", "low: 0.6, high: 0.2"), "above high"),
        (("low: -0.6, high: 0.2", "low: -0.6"), "both low and high"),
        (("confidence: seen-primary}\nsources", "confidence: memory}\nsources"), "confidence"),
        (("estimate: -0.2, ", ""), "has no estimate"),
        (
            ("measure: mean difference, estimate", "source: nobody, measure: mean difference, estimate"),
            "nobody",
        ),
        (("doi: 10.1000/new2030, ", ""), "needs a DOI"),
        (("id: new2030", "id: newer2030"), "named after its id"),
        (("{key: new2030", "{key: younger2009"), "given twice"),
        (("design: parallel", "design: triangular"), "design"),
    ],
)
def test_a_faulty_file_is_refused_by_name(folder, change, message):
    assert change[0] in MINIMAL
    (folder / "primary" / "new2030.yaml").write_text(MINIMAL.replace(*change))
    with pytest.raises(ValueError, match=message):
        read_study_store(folder)


def test_a_judgement_of_bias_names_its_judge():
    row = yaml.safe_load(MINIMAL)
    with pytest.raises(ValueError, match="judged_by"):
        Study.model_validate({**row, "risk_of_bias": {"randomisation": "low"}})
    judged = Study.model_validate({**row, "risk_of_bias": {"randomisation": "low", "judged_by": "new2030"}})
    assert judged.risk_of_bias.randomisation == "low"
    assert judged.risk_of_bias.overall == "not seen"


@pytest.mark.parametrize(
    ("printed", "value", "bound", "text"),
    [
        (0.016, 0.016, "=", "p = 0.016"),
        ("<0.001", 0.001, "<", "p < 0.001"),
        ("≤0.001", 0.001, "≤", "p ≤ 0.001"),
    ],
)
def test_a_p_value_may_be_a_bound(printed, value, bound, text):
    row = yaml.safe_load(MINIMAL)
    row["outcomes"][0]["contrasts"][0]["p"] = printed
    p = Study.model_validate(row).outcomes[0].contrasts[0].p
    assert (p.value, p.bound, str(p)) == (value, bound, text)


def test_more_events_than_people_are_refused():
    row = yaml.safe_load(MINIMAL)
    row["outcomes"][0]["results"] = [{"arm": "ldn", "events": 5, "n": 4, "confidence": "seen-primary"}]
    with pytest.raises(ValueError, match="5 events in 4 people"):
        Study.model_validate(row)


def test_unknown_ids_name_the_nearest():
    with pytest.raises(ValueError, match="younger2013"):
        study("younger2031")
    with pytest.raises(ValueError, match="vatvani2024"):
        review("vatvani")
    with pytest.raises(TypeError, match="text"):
        study(2013)

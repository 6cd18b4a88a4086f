"""The neuroimmune data: whole, typed, sourced, and fair to both sides."""

import re
from dataclasses import fields
from importlib.resources import files

import pytest
from pydantic import ValidationError

from ldn.neuroimmune import TLR4Constants
from ldn.reference import neuroimmune as reference
from ldn.reference import source
from ldn.reference.neuroimmune_schema import CellFigure, InVitroFinding, Link, TimePoint

GROUPS = [
    reference.parameters,
    reference.cell_figures,
    reference.time_points,
    reference.in_vitro_findings,
    reference.endotoxin_studies,
    reference.imaging_studies,
    reference.animal_findings,
    reference.links,
    reference.targets,
]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_every_entry_has_known_sources_and_a_level_of_confidence(group):
    assert group()
    for entry in group():
        assert entry.confidence in {"seen-primary", "seen-secondary", "computed", "inferred"}
        for key in entry.sources:
            assert source(key).citation


def test_every_publication_is_cited_or_limits_what_is_said():
    cited = {key for group in GROUPS for entry in group() for key in entry.sources}
    only_background = {
        "nimmerjahn2005", "davalos2005", "stowell2019", "liu2019", "ginhoux2010", "askew2017", "paolicelli2022",
        "basal_ganglia_microglia2017", "lee2009", "ashall2009", "krishna2006", "park2009", "lps_contamination2010",
        "piccinini2010", "luong2012",
    }  # fmt: skip
    assert {p.key for p in reference.publications()} - cited == only_background


def test_nothing_recalled_is_carried_and_no_mirror_is_cited():
    for path in files("ldn.reference").joinpath("data").iterdir():
        if path.name.startswith("neuroimmune"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"from memory|confidence: memory|not-found", text), path.name
            assert not re.search(r"suppr\.|scilit|wilddata|medluna|proxy|47\.251", text), path.name


def test_the_model_finds_exactly_its_constants():
    ids = {p.id for p in reference.parameters()}
    constants = {field.name for field in fields(TLR4Constants)}
    assert constants <= ids
    assert ids - constants == {
        "microglia_per_non_neuronal_cell",
        "non_neuronal_cells_per_neuron",
        "process_speed_um_per_min",
    }
    assert {reference.parameter(name).confidence for name in constants} == {"inferred"}


def test_both_sides_are_there():
    naltrexone = [f for f in reference.in_vitro_findings() if f.agent == "naltrexone" and f.low_uM]
    assert {f.outcome for f in naltrexone} == {"effect", "no effect"}
    concentrations = [f.low_uM for f in reference.in_vitro_findings() if f.low_uM]
    assert min(concentrations) <= 1e-9, "the femtomolar report is missing"
    assert any(1e-4 <= c <= 1e-3 for c in concentrations), "the pico- and nanomolar reports are missing"
    pain = [s.outcome for s in reference.endotoxin_studies("pain")]
    assert (pain.count("positive"), pain.count("mixed"), pain.count("trend"), pain.count("null")) == (
        5,
        1,
        1,
        1,
    )
    assert {f.bearing for f in reference.animal_findings()} == {"for", "against", "limits", "neutral"}


def test_the_trif_bias_is_carried_as_two_findings():
    wang = {f.arm: f.outcome for f in reference.in_vitro_findings() if "wang2016" in f.sources}
    assert wang == {"TRIF": "effect", "NF-kB": "no effect"}


def test_the_chain_is_graded_link_by_link():
    chain, rivals = reference.links("chain"), reference.links("alternative")
    assert (len(chain), len(rivals)) == (10, 5)
    assert {link.id: link.strength for link in chain}["blocks_nfkb"] == "contradicted"
    assert [link.id for link in rivals if link.strength == "none"] == ["filamin_a"]


def test_both_filamin_papers_are_marked_as_retracted_wherever_they_appear():
    retracted = {p.key for p in reference.publications() if p.retracted}
    assert retracted == {"wang2008_filamin", "wang2009_filamin"}
    for finding in reference.in_vitro_findings():
        assert finding.retracted == bool(retracted & set(finding.sources))
        assert finding.statement.startswith("RETRACTED") == finding.retracted


def test_a_finding_that_hides_a_retraction_is_refused():
    honest = next(f for f in reference.in_vitro_findings() if f.retracted)
    hiding = honest.model_copy(update={"retracted": False})
    with pytest.raises(ValueError, match=r"filamin_2008.*retracted"):
        reference._check_retraction(hiding, [source(key) for key in hiding.sources])


def test_a_share_names_its_denominator():
    shares = reference.cell_figures("share")
    assert {s.denominator for s in shares} >= {"all cells", "glia", "non-neuronal cells"}
    bare = shares[0].model_dump() | {"denominator": ""}
    with pytest.raises(ValidationError, match="denominator"):
        CellFigure.model_validate(bare)


@pytest.mark.parametrize(
    ("schema", "entry", "change", "words"),
    [
        (CellFigure, reference.cell_figures()[0], {"low": 20.0}, "above high"),
        (CellFigure, reference.cell_figures()[0], {"colour": "blue"}, "Extra inputs"),
        (CellFigure, reference.cell_figures()[0], {"confidence": "memory"}, "confidence"),
        (CellFigure, reference.cell_figures()[0], {"sources": []}, "sources"),
        (TimePoint, reference.time_points()[0], {"unit": "h"}, "unit"),
        (TimePoint, reference.time_points()[0], {"value": None}, "needs a value"),
        (InVitroFinding, reference.in_vitro_findings()[0], {"high_uM": None}, "both low_uM and high_uM"),
        (InVitroFinding, reference.in_vitro_findings()[0], {"low_uM": 200.0}, "above high_uM"),
        (Link, reference.links()[1], {"sources": []}, "needs a source"),
    ],
)
def test_the_schema_refuses(schema, entry, change, words):
    with pytest.raises(ValidationError, match=words):
        schema.model_validate(entry.model_dump() | change)


def test_unknown_names_are_refused_with_the_known_ones():
    with pytest.raises(ValueError, match=r"unknown neuroimmune parameter 'w_m'; nearest: w_M"):
        reference.parameter("w_m")
    with pytest.raises(ValueError, match="nearest: cant2017"):
        source("cant2018")
    with pytest.raises(ValueError, match=r"unknown topic 'speed'; known are density, motility"):
        reference.cell_figures("speed")
    with pytest.raises(ValueError, match="N01"):
        reference.target("N1")

"""The data files of the pharmacology: they read, they hang together, and they say what was printed."""

import re
from collections import Counter

import pytest
import yaml
from pydantic import ValidationError

from ldn import reference
from ldn.reference import Band, Observation, Parameter, Source, Target

FILES = ("sources", "naltrexone_parameters", "observations", "validation_targets")
CONFIDENCE = {"seen-primary", "seen-secondary", "computed", "inferred"}


def texts():
    from importlib.resources import files

    return {
        name: files("ldn.reference").joinpath("data", f"{name}.yaml").read_text("utf-8") for name in FILES
    }


def everything():
    return (*reference.parameters(), *reference.observations(), *reference.targets("pharmacology"))


@pytest.mark.parametrize("name", FILES)
def test_every_row_of_a_file_is_read(name):
    rows = yaml.safe_load(texts()[name])
    read = {
        "sources": lambda: reference.sources("dose"),
        "naltrexone_parameters": reference.parameters,
        "observations": reference.observations,
        "validation_targets": lambda: reference.targets("pharmacology"),
    }[name]()
    assert len(rows) == len(read) > 10


def test_every_source_key_resolves():
    for entry in everything():
        for key in entry.sources:
            assert reference.source(key).key == key


def test_no_source_stands_unused():
    used = {key for entry in everything() for key in entry.sources}
    # A figure may also rest on a source of another collection.
    assert {source.key for source in reference.sources("dose")} <= used


def test_every_figure_says_how_it_is_known():
    assert {entry.confidence for entry in everything()} <= CONFIDENCE


def test_what_follows_from_others_says_how():
    for entry in (*reference.parameters(), *reference.observations()):
        if entry.confidence == "computed" and not entry.id.startswith("off_half_life"):
            assert entry.note, entry.id


def test_nothing_recalled_is_carried():
    for name, text in texts().items():
        assert not re.search(r"\bmemory\b|not.found:|\brecalled\b", text), name


def test_no_link_leads_to_a_copy_on_another_host():
    mirrors = ("proxy", "mirror", "riteme", "profilbaru", "zendy", "kiphub", "deno.dev", "acnpsearch", "staging",
               "generika", "rxreasoner", "researcher.life", "47.251", "globalrph", "studyres", "skyscape")  # fmt: skip
    for source in reference.sources():
        assert not any(host in (source.address or "") for host in mirrors), source.key


def test_sources_can_be_cited():
    for source in reference.sources():
        assert source.title.strip("[] ") in source.citation
        assert source.citation.endswith(".")
        assert source.address or source.registration or (source.journal and source.volume and source.pages)


def test_addresses_are_unique():
    addresses = Counter(source.address for source in reference.sources() if source.address)
    assert {address: n for address, n in addresses.items() if n > 1} == {}


UNITS = {
    "ng/mL", "ng·h/mL", "h", "min", "weeks", "%", "% of dose", "nM", "L", "L/h", "mL/min", "mg", "mg/kg", "fold",
    "ratio", "text", "1/s", "1/(pM^n s)", "−log mol/kg", "g/mol", "1", "1/h", "1/(nM h)", "points", "pg/mL",
}  # fmt: skip


def test_units_are_of_the_known_kinds():
    used = {entry.unit for entry in (*reference.parameters(), *reference.observations())}
    used |= {band.unit for target in reference.targets("pharmacology") for band in target.accept}
    assert used <= UNITS
    for observation in reference.observations():
        assert (observation.unit == "text") == bool(observation.statement), observation.id


def test_values_are_possible_in_their_unit():
    for observation in reference.observations():
        numbers = [x for x in (observation.value, observation.low, observation.high) if x is not None]
        assert all(x > 0 for x in numbers), observation.id
        if observation.unit in ("%", "% of dose"):
            assert all(x <= 100 for x in numbers), observation.id
        if observation.unit == "h" and observation.group in ("plasma", "elimination"):
            assert all(x <= 96 for x in numbers), observation.id


def test_units_in_the_names_are_the_units_of_the_values():
    suffixes = {"_per_h": {"1/h", "L/h"}, "_L_per_h": {"L/h"}, "_L": {"L"}, "_nM": {"nM"}, "_per_nM_h": {"1/(nM h)"},
                "_g_per_mol": {"g/mol"}}  # fmt: skip
    for parameter in reference.parameters():
        longest = max((s for s in suffixes if parameter.id.endswith(s)), key=len, default="")
        assert parameter.unit in suffixes.get(longest, {"1"}), parameter.id


# Typed from the literature review by hand, independently of the data files: (value, unit[, sd or range]).
PUBLISHED = {
    "cmax_50mg_swiss": (13.3, "ng/mL"),
    "cmax_50mg_be_test": (17.2, "ng/mL", 2.6),
    "cmax_50mg_be_reference": (16.6, "ng/mL", 1.6),
    "auc_50mg_be_test": (64.7, "ng·h/mL", 9.4),
    "auc_50mg_be_reference": (66.2, "ng·h/mL", 8.4),
    "auc_100mg_controls": (200, "ng·h/mL", 97),
    "auc_100mg_cirrhosis": (1610, "ng·h/mL", 629),
    "auc_naltrexol_100mg_controls": (2467, "ng·h/mL", 730),
    "ratio_2h_controls": (10.91, "ratio", 4.80),
    "ratio_2h_cirrhosis": (0.39, "ratio", 0.18),
    "cmax_2_4mg": (0.584, "ng/mL"),
    "auc_2_4mg": (1.954, "ng·h/mL"),
    "cmax_naltrexol_50mg_swiss": (108, "ng/mL"),
    "half_life_naltrexol_iv": (11.1, "h", 2.4),
    "mu_2mg": (27, "%"),
    "mu_5mg_a": (43, "%"),
    "mu_5mg_b": (46, "%"),
    "mu_5mg_c": (58, "%"),
    "mu_15mg": (61, "%"),
    "mu_50mg_a": (92, "%"),
    "mu_50mg_b": (98, "%"),
    "mu_50mg_daily": (94.9, "%", 4.9),
    "delta_50mg_daily": (21.1, "%", 14.49),
    "kappa_100mg_daily": (92, "%"),
    "nalmefene_half_time": (28.7, "h", 5.9),
    "naloxone_half_time": (2.0, "h", 1.6),
    "renal_clearance_naltrexone": (127, "mL/min"),
    "renal_clearance_naltrexol": (283, "mL/min"),
    "ki_morphine_rat": (1.2, "nM"),
    "ec50_carfentanil": (0.0229, "nM"),
    "kon_naloxone": (1.669e-4, "1/(pM^n s)"),
    "koff_fentanyl": (0.004331, "1/s"),
    "hill_carfentanil": (1.025, "1"),
    "relative_efficacy_morphine": (0.58, "ratio"),
    "off_half_life_buprenorphine_1985": (166, "min"),
}
PUBLISHED_RANGES = {
    "blockade_half_time": (72, 108, "h"),
    "mu_48h_every_other_day": (70, 80, "%"),
    "mouse_0_1mg_kg": (4, 6, "h"),
    "nude_mouse": (6, 8, "h"),
    "bioavailability_label": (5, 40, "%"),
}


@pytest.mark.parametrize("id", PUBLISHED)
def test_the_store_says_what_was_printed(id):
    value, unit, *sd = PUBLISHED[id]
    found = reference.observation(id)
    assert (found.value, found.unit) == (value, unit)
    assert found.sd == (sd[0] if sd else None)


@pytest.mark.parametrize("id", PUBLISHED_RANGES)
def test_the_store_gives_the_printed_range(id):
    found = reference.observation(id)
    assert (found.low, found.high, found.unit) == PUBLISHED_RANGES[id]


def test_computed_figures_follow_from_the_printed_ones():
    """Re-derived here: F, renal clearances, peripheral volume, CLm and what the depot label implies."""
    value = {parameter.id: parameter.value for parameter in reference.parameters()}
    dose_ng = 50 / 377.86 * 341.41 * 1e6
    area = value["bioavailability"] * dose_ng / (value["CL_L_per_h"] * 1000)
    assert area == pytest.approx(41.9, abs=0.1)
    low, high = (x * value["CL_L_per_h"] * 1000 / dose_ng for x in (24, 66))
    bioavailability = reference.parameter("bioavailability")
    assert (bioavailability.low, bioavailability.high) == pytest.approx((low, high), abs=0.001)
    assert value["renal_CL_L_per_h"] == pytest.approx(127 * 60 / 1000)
    assert value["renal_CLm_L_per_h"] == pytest.approx(283 * 60 / 1000, abs=0.05)
    assert value["Vc_L"] + value["Vp_L"] == 1350
    assert value["CLm_L_per_h"] / value["fraction_to_naltrexol"] == pytest.approx(65.1, abs=0.2)
    assert value["fraction_unbound"] == pytest.approx(1 - 0.21)
    depot = reference.observation("auc_50mg_from_depot_label")
    assert (depot.low, depot.high) == pytest.approx((148 * 24 / 28 / 4, 148 * 24 / 28 / 3), abs=0.5)
    assert reference.observation("half_life_terminal_iv_licko").value == pytest.approx(
        0.693147 / 0.00106 / 60, abs=0.05
    )


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: reference.parameter("ec50"), "unknown parameter 'ec50'; nearest: ec50_nM"),
        (lambda: reference.parameter("ka"), "nearest: ka_per_h"),
        (lambda: reference.source("rabiner"), "unknown source 'rabiner'; nearest: rabiner2011"),
        (lambda: reference.observations("pet"), "groups are .*occupancy"),
        (lambda: reference.targets("kinetics"), "modules are .*pharmacology"),
        (lambda: reference.target("V99"), "unknown validation target 'V99'"),
        (lambda: reference.observation("mu_2_mg"), "nearest: mu_2mg"),
    ],
)
def test_unknown_ids_are_answered_with_the_nearest(call, words):
    with pytest.raises(ValueError, match=words):
        call()


def test_an_id_is_text():
    with pytest.raises(TypeError, match="the id of a parameter is text, got int"):
        reference.parameter(3)


GOOD = {"id": "x", "name": "x", "value": 1.0, "unit": "h", "sources": ["a"], "confidence": "inferred"}


@pytest.mark.parametrize(
    "changes",
    [
        {"confidence": "memory"},
        {"confidence": "not-found"},
        {"sources": []},
        {"unit": ""},
        {"colour": "blue"},
        {"low": 2.0, "high": 3.0},
        {"low": 0.5},
    ],
)
def test_a_parameter_that_breaks_the_schema_is_refused(changes):
    assert Parameter.model_validate(GOOD).value == 1.0
    with pytest.raises(ValidationError):
        Parameter.model_validate({**GOOD, **changes})


def test_entries_that_say_nothing_are_refused():
    with pytest.raises(ValidationError, match="needs a DOI"):
        Source(key="a", title="A study", seen="abstract")
    with pytest.raises(ValidationError, match="needs a value"):
        Observation(
            id="a", group="plasma", quantity="Cmax", unit="ng/mL", sources=("a",), confidence="seen-primary"
        )
    with pytest.raises(ValidationError, match="neither low nor high"):
        Band(bound="a", label="a", unit="h")
    with pytest.raises(ValidationError):
        Target(id="V1", module="pharmacology", quantity="a", published="a", accept=(), sources=("a",),
               confidence="seen-primary")  # fmt: skip


def test_entries_do_not_change():
    with pytest.raises(ValidationError):
        reference.parameter("ka_per_h").value = 2.0


def test_entries_read_as_a_line():
    assert str(reference.parameter("CL_L_per_h")) == (
        "Total clearance of naltrexone: 210 L/h (range 94–211); seen-primary, licko1981, meyer1984, dunbar2007"
    )
    assert str(reference.source("lee1988")).startswith("Lee MC, Wagner HN")

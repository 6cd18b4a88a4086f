"""The one-dose explorer's Python side: arguments, message of the default, tables, picture, data that reach the page."""

from __future__ import annotations

import math
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import OneDoseExplorer
from ldn.pharmacology import simulate
from ldn.reference import observation


def _words(piece: OneDoseExplorer) -> str:
    return piece.sentence().replace("\N{NO-BREAK SPACE}", " ")


def _readings(substance: str = "naltrexone", **arguments):
    table = OneDoseExplorer(**arguments).readings()
    return table[table["substance"] == substance].set_index("compartments")


def test_the_untouched_default_carries_the_message():
    """One compartment peaks at a third of what was measured, two near it; both have one area (digest, section 8)."""
    read = _readings()
    assert read.loc["one", "peak_ng_per_mL"] == pytest.approx(4.8, abs=0.05)
    assert read.loc["two", "peak_ng_per_mL"] == pytest.approx(12.6, abs=0.05)
    assert read.loc["one", "area_ng_h_per_mL"] == pytest.approx(read.loc["two", "area_ng_h_per_mL"], rel=1e-6)
    assert read.loc["two", "half_life_read_h"] == pytest.approx(3.8, abs=0.05)
    assert 9 < read.loc["two", "terminal_half_life_h"] < 12
    assert _words(OneDoseExplorer()).startswith(
        "Of 50 mg, 9.8 mg reaches the circulation as naltrexone, and both models have an area of 42 ng·h/mL. "
        "One compartment peaks at 4.8 ng/mL after 2 h; two compartments peak at 12.6 ng/mL after 0.8 h. "
        "Measured in healthy people: 8.6–17.2 ng/mL."
    )


def test_no_bioavailability_and_no_absorption_takes_one_compartment_past_its_bound():
    bound = 210 / 1350
    for percent in (5.0, 40.0, 96.0):
        assert _readings(bioavailability_percent=percent).loc["one", "peak_over_area_per_h"] == pytest.approx(
            _readings().loc["one", "peak_over_area_per_h"], rel=1e-6
        )
    quick = _readings(ka_per_h=6.0).loc["one", "peak_over_area_per_h"]
    assert _readings().loc["one", "peak_over_area_per_h"] < quick < bound


def test_a_central_volume_as_large_as_the_whole_is_one_compartment():
    read = _readings(V_L=900.0, Vc_L=900.0)
    assert read.loc["two"].drop("substance").tolist() == read.loc["one"].drop("substance").tolist()
    near = _readings(V_L=900.0, Vc_L=895.0)
    assert near.loc["two", "peak_ng_per_mL"] == pytest.approx(near.loc["one", "peak_ng_per_mL"], rel=0.01)


def test_a_low_dose_has_no_measured_peak():
    assert "No published peak at 4.5 mg was found" in _words(OneDoseExplorer(dose_mg=4.5))
    assert "Measured in healthy people: 0.58 ng/mL" in _words(OneDoseExplorer(dose_mg=2.4))


def test_the_metabolite_is_there_when_asked_for():
    piece = OneDoseExplorer(naltrexol=True, compartments="two")
    assert "6β-Naltrexol peaks at 98.8 ng/mL after 1.2 h" in _words(piece)
    row = simulate(50).summary().loc["naltrexol"]
    assert _readings("6β-naltrexol").loc["two", "peak_ng_per_mL"] == pytest.approx(
        row["cmax_ng_per_mL"], rel=1e-4
    )
    assert list(piece.table().columns) == [
        "time (h)",
        "naltrexone, two compartments (ng/mL)",
        "6β-naltrexol, two compartments (ng/mL)",
    ]


def test_a_sick_liver_gives_eight_times_the_area_and_hardly_another_half_life():
    """Bertolotti 1997: 1610 against 200 ng·h/mL, half-lives not different."""
    livers = OneDoseExplorer().data["livers"]
    healthy, sick = (_readings(liver=name, **livers[name]) for name in ("healthy", "cirrhosis"))
    ratio = sick / healthy.drop(columns="substance")
    published = observation("auc_100mg_cirrhosis").value / observation("auc_100mg_controls").value
    assert ratio.loc["two", "area_ng_h_per_mL"] == pytest.approx(published, rel=0.05)
    assert ratio.loc["two", "half_life_read_h"] < 1.2
    assert ratio.loc["one", "half_life_read_h"] > 1.9


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"dose_mg": 200}, r"dose_mg = 200 mg is not allowed: 0\.5 to 100 mg"),
        ({"bioavailability_percent": 0.2}, r"bioavailability_percent = 0\.2 % is not allowed: 1 to 96 %"),
        ({"bioavailability_percent": 100}, r"bioavailability_percent = 100 % is not allowed"),
        ({"CL_L_per_h": 3.5}, r"CL_L_per_h = 3\.5 L/h is not allowed: 20 to 400 L/h"),
        ({"V_L": math.nan}, r"V_L = nan L is not allowed"),
        (
            {"read_from_h": 12.0, "read_to_h": 4.0},
            r"read_to_h = 4 h is not allowed: above read_from_h = 12 h",
        ),
        ({"compartments": "three"}, r"compartments.*both.*three"),
        ({"window_h": 36}, r"window_h.*12, 24, 48"),
        ({"liver": "fatty"}, r"liver.*healthy.*fatty"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        OneDoseExplorer(**arguments)


def test_the_table_is_the_engines():
    table = OneDoseExplorer(dose_mg=4.5, window_h=48).table().set_index("time (h)")
    profile = simulate(4.5, duration_h=48)
    for hour in (0.25, 1, 6, 24, 48):
        expected = 0.34141 * profile.naltrexone_nM[round(hour / 0.05)]
        assert table.loc[hour, "naltrexone, two compartments (ng/mL)"] == pytest.approx(expected, rel=6e-3)


def test_published_points_reach_the_page_with_spread_and_source():
    points = {point["letter"]: point for point in OneDoseExplorer().data["published"]}
    assert points["a"]["peak"] == {
        "value": 17.2,
        "low": pytest.approx(14.6),
        "high": pytest.approx(19.8),
        "range": False,
    }
    assert points["a"]["area"]["value"] == 64.7
    assert points["c"]["dose_mg"] == 2.4
    assert points["g"]["area"] == {"value": 37, "low": 32, "high": 42, "range": True}
    assert points["h"]["text"] == (
        "Bertolotti 1997, 100 mg: area 200 (SD 97) ng·h/mL (migraine patients, normal liver, n = 7)"
    )
    assert all(point["text"].startswith(point["label"]) for point in points.values())


def test_every_knob_says_what_is_published_of_it_or_that_it_is_assumed():
    notes = OneDoseExplorer().data["notes"]
    assert notes["CL_L_per_h"] == "published: 94, 140, 211 L/h"
    assert notes["bioavailability_percent"] == "published: 5 to 40 %"
    assert {name for name, note in notes.items() if "assumption" in note} == {"ka_per_h", "Vc_L", "Q_L_per_h"}


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"dose_mg": 4.5, "axis": "log", "naltrexol": True, "window_h": 48},
        {"compartments": "one", "read_from_h": 0.5, "read_to_h": 1.0},
        {"liver": "cirrhosis", "bioavailability_percent": 80.0, "CL_L_per_h": 105.0},
    ],
)
def test_the_picture_is_deterministic_svg(arguments):
    first = OneDoseExplorer(**arguments).picture()
    assert first == OneDoseExplorer(**arguments).picture()
    assert ElementTree.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"
    assert "nan" not in re.sub(r"[A-Za-z]*nan[A-Za-z]+", "", first)


def test_two_processes_write_the_same_html():
    script = (
        "from ldn.interactives import OneDoseExplorer; print(OneDoseExplorer(naltrexol=True).static_html())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert 'data-ldn-id="one-dose-explorer-1"' in runs[0]


def test_the_note_says_what_the_picture_may_not_be_used_for():
    note = OneDoseExplorer().note_html
    assert "advice" in note
    assert note.count("?") >= 5

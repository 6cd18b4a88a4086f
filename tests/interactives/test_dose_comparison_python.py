"""The flagship's Python side: arguments, message of the default, tables, picture, data that reach the page."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import DoseComparison
from ldn.pharmacology import hours_above, occupancy, simulate
from ldn.reference import observation


def test_the_untouched_default_carries_the_message():
    """1/11 of the dose, far more than 1/11 of the occupancy; the ranges are those of the evidence digest, section 8."""
    piece = DoseComparison()
    low, high = piece.view().curves
    assert (100 * low.main.min(), 100 * low.main.max()) == pytest.approx((53, 64), abs=1)
    assert (100 * high.main.min(), 100 * high.main.max()) == pytest.approx((93, 95), abs=1)
    words = piece.sentence().replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith(
        "Daily at steady state, 4.5 mg holds 53–64 % of mu receptors and 50 mg, 11 times the dose,"
    )


def test_the_models_disagree_about_hours_of_blockade():
    """The open conflict: all day by models B and A, about four hours by model C."""
    hours = DoseComparison().hours_above().set_index("dose_mg").loc[4.5]
    assert hours["model_B_h"] == hours["model_A_h"] == 24
    assert 3 < hours["model_C_h"] < 5


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"doses_mg": [4.5, 200]}, r"doses_mg = 200 mg is not allowed: 0\.5 to 100 mg"),
        ({"doses_mg": [0.1]}, r"doses_mg = 0\.1 mg is not allowed"),
        ({"doses_mg": []}, r"doses_mg has 0 doses; allowed are 1 to 4"),
        ({"doses_mg": [1, 2, 3, 4, 5]}, r"doses_mg has 5 doses; allowed are 1 to 4"),
        ({"doses_mg": [float("nan")]}, r"doses_mg = nan mg is not allowed"),
        ({"doses_mg": "4.5"}, r"doses_mg"),
        ({"threshold_percent": 120}, r"threshold_percent = 120 % is not allowed: 1 to 99 %"),
        ({"window_h": 48}, r"window_h.*24, 72, 336"),
        ({"regimen": "weekly"}, r"regimen.*one_dose.*weekly"),
        ({"receptor": "sigma"}, r"receptor.*mu.*sigma"),
        ({"quantity": "effect"}, r"quantity.*occupancy.*effect"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        DoseComparison(**arguments)


def test_a_wrong_value_later_leaves_the_state_as_it_was():
    piece = DoseComparison()
    with pytest.raises(TraitError, match=r"doses_mg = 0\.2 mg"):
        piece.doses_mg = [0.2, 50]
    assert piece.doses_mg == [4.5, 50]


def test_the_table_is_the_engines():
    piece = DoseComparison(doses_mg=[3.0], regimen="one_dose", receptor="kappa", window_h=72)
    table = piece.table().set_index("time (h)")
    profile = simulate(3.0, duration_h=72)
    for link, letter in {"biophase": "B", "slow_dissociation": "A", "plasma": "C"}.items():
        shares = occupancy(profile, "kappa", link)
        for hour in (0, 6, 24, 72):
            expected = 100 * shares[round(hour / 0.05)]
            assert table.loc[hour, f"3 mg, model {letter} (%)"] == pytest.approx(expected, abs=0.051)
    assert piece.hours_above().loc[0, "model_A_h"] == pytest.approx(
        hours_above(profile, 0.5, "kappa", "slow_dissociation"), abs=0.01
    )


def test_plasma_rows_scale_with_the_dose():
    table = DoseComparison(doses_mg=[2, 20], regimen="one_dose", quantity="naltrexol").table()
    assert table.loc[0, ["2 mg (nM)", "20 mg (nM)"]].tolist() == [0, 0]
    ratio = table["20 mg (nM)"][1:] / table["2 mg (nM)"][1:]
    assert ratio.to_numpy() == pytest.approx(10, rel=0.02)


def test_spread_between_people_lies_about_the_typical_person():
    table = DoseComparison(band="people", doses_mg=[4.5]).table()
    typical = table["4.5 mg, model B (%)"]
    assert (table["4.5 mg, 5th percentile of people (%)"] < typical).all()
    assert (table["4.5 mg, 95th percentile of people (%)"] > typical).all()


def test_human_measurements_reach_the_page_with_value_spread_and_source():
    pet = DoseComparison().data["pet"]
    single = sorted((p["dose_mg"], p["percent"]) for p in pet if p["regimen"] == "one_dose")
    # Rabiner 2011 as tabulated by Trøstheim 2022: 27; 43, 46, 58; 61; 92, 98 %.
    assert single == [(2, 27), (5, 43), (5, 46), (5, 58), (15, 61), (50, 92), (50, 98)]
    (steady,) = (p for p in pet if p["receptor"] == "mu" and p["regimen"] == "daily_steady_state")
    stored = observation("mu_50mg_daily")
    assert (steady["percent"], steady["percent_high"] - steady["percent"]) == pytest.approx(
        (stored.value, stored.sd)
    )
    assert steady["source"] == "Weerts 2008"
    assert all(p["source"] and p["setting"] for p in pet)


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"regimen": "daily", "window_h": 336, "band": "people", "doses_mg": [1.5, 3, 25, 100]},
        {"quantity": "naltrexone", "regimen": "one_dose", "concentration_axis": "log", "band": "people"},
        {"receptor": "delta", "pet_regimen": "daily_steady_state", "band": "none", "window_h": 72},
    ],
)
def test_the_picture_is_deterministic_svg(arguments):
    first = DoseComparison(**arguments).picture()
    assert first == DoseComparison(**arguments).picture()
    assert ElementTree.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"
    assert "<dc:date>" not in first
    assert "nan" not in re.sub(r"[A-Za-z]*nan[A-Za-z]+", "", first)


def test_two_processes_write_the_same_html():
    script = "from ldn.interactives import DoseComparison; print(DoseComparison(band='people').static_html())"
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert 'data-ldn-id="dose-comparison-1"' in runs[0]


def test_the_note_says_what_the_picture_may_not_be_used_for():
    note = DoseComparison().note_html
    assert "Occupancy is not an effect" in note
    assert "advice" in note
    assert note.count("?") >= 5

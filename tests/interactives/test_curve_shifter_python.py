"""The curve shifter's Python side: arguments, message of the default, readings, picture."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import CurveShifter


def words(piece: CurveShifter) -> str:
    return piece.sentence().replace("\N{NO-BREAK SPACE}", " ")


def test_the_untouched_default_carries_the_message():
    """Nine tenths of the receptors held, ten times the agonist, the same greatest response."""
    assert words(CurveShifter()).startswith(
        "Naltrexone at 2.78 nM holds 90 % of the receptors. The same response takes 10 times the agonist, "
        "and the greatest response stays 91 %. Schild plot, 4 points: slope 0.98"
    )


@pytest.mark.parametrize(
    ("dose_mg", "lowest", "highest"), [(1.5, 1.4, 1.6), (3, 1.8, 2.2), (4.5, 2.1, 2.8), (50, 14, 21)]
)
def test_tablets_give_the_dose_ratios_of_the_fact_base(dose_mg, lowest, highest):
    """Evidence digest, section 8: Gaddum dose ratio at steady state in model B."""
    assert CurveShifter(given="tablet_lowest", dose_mg=dose_mg).dose_ratio() == pytest.approx(
        lowest, rel=0.05
    )
    assert CurveShifter(given="tablet_highest", dose_mg=dose_mg).dose_ratio() == pytest.approx(
        highest, rel=0.05
    )


def test_reserve_changes_the_curve_but_not_a_competitors_dose_ratio():
    few, many = CurveShifter(reserve=1), CurveShifter(reserve=50)
    assert few.dose_ratio() == many.dose_ratio()
    assert few.view().top < many.view().top


def test_reserve_decides_what_removed_receptors_do():
    few = CurveShifter(antagonism="insurmountable", reserve=2, antagonist_nM=1)
    many = CurveShifter(antagonism="insurmountable", reserve=100, antagonist_nM=1)
    assert math.isinf(few.dose_ratio())
    assert "out of reach" in words(few)
    assert many.dose_ratio() == pytest.approx(CurveShifter(antagonist_nM=1).dose_ratio(), rel=0.05)


def test_points_are_read_and_fitted():
    piece = CurveShifter(competitive_points=[], reading_error_percent=0)
    for concentration in (0.3, 3, 30):
        piece.antagonist_nM = concentration
        piece.keep()
    assert piece.fit().slope == pytest.approx(1, abs=1e-3)
    assert piece.fit().pa2 == pytest.approx(-math.log10(piece.data["kb_nM"] * 1e-9), abs=1e-3)


def test_the_default_points_are_what_keeping_them_gives():
    piece = CurveShifter(competitive_points=[])
    for concentration, _ in CurveShifter().competitive_points:
        piece.antagonist_nM = concentration
        piece.keep()
    assert piece.competitive_points == CurveShifter().competitive_points


def test_each_antagonist_has_its_own_plot():
    piece = CurveShifter(antagonism="insurmountable", reserve=50)
    piece.keep()
    assert len(piece.insurmountable_points) == 1
    assert piece.competitive_points == CurveShifter().competitive_points


def test_what_cannot_be_read_is_not_kept():
    with pytest.raises(ValueError, match="out of reach"):
        CurveShifter(antagonism="insurmountable", antagonist_nM=100).keep()
    with pytest.raises(ValueError, match="no shift"):
        CurveShifter(
            antagonist_nM=0.03, reading_error_percent=40, competitive_points=[[1.0, 4.0], [2.0, 7.0]]
        ).keep()
    full = CurveShifter(competitive_points=[[1.0, 4.0]] * 12)
    with pytest.raises(ValueError, match="12 points"):
        full.keep()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"antagonist_nM": 0}, r"antagonist_nM = 0 nM is not allowed: 0\.03 to 300 nM"),
        ({"dose_mg": 200}, r"dose_mg = 200 mg is not allowed: 0\.5 to 100 mg"),
        ({"reserve": 0.1}, r"reserve = 0\.1 is not allowed: 0\.5 to 100"),
        ({"reading_error_percent": 90}, r"reading_error_percent = 90 % is not allowed: 0 to 40 %"),
        ({"reserve": float("nan")}, r"reserve = nan is not allowed"),
        ({"antagonism": "allosteric"}, r"antagonism.*competitive.*allosteric"),
        ({"given": "injection"}, r"given.*concentration.*injection"),
        ({"competitive_points": [[1.0, 0.9]]}, r"competitive_points holds \[1\.0, 0\.9\]; allowed are pairs"),
        ({"competitive_points": [[1.0]]}, r"competitive_points holds \[1\.0\]"),
        ({"insurmountable_points": [[1.0, 4.0]] * 13}, r"has 13 points; allowed are 0 to 12"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        CurveShifter(**arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"given": "tablet_lowest", "competitive_points": []},
        {"antagonism": "insurmountable", "antagonist_nM": 100},
        {"competitive_points": [[1.0, 3.0], [10.0, 20.0], [100.0, 12.0]]},
    ],
)
def test_the_picture_is_deterministic_svg(arguments):
    first = CurveShifter(**arguments).picture()
    assert first == CurveShifter(**arguments).picture()
    assert ElementTree.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"


def test_the_note_says_what_is_assumed_and_that_it_is_no_advice():
    note = CurveShifter().note_html
    assert "advice" in note
    assert "assumption" in note
    assert note.count("?") >= 5

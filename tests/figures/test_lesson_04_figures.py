"""The figures of lesson 04 say what the model and the scans say."""

import xml.etree.ElementTree as ET

import pytest

from ldn import figures, pharmacology
from ldn.figures.dose_chain import dose_chain
from ldn.figures.sensitivity import draw_tornado

DRAWN = {
    "ratio_ladder": lambda: figures.ratio_ladder(4.5, 50.0),
    "receptor_profile": figures.receptor_profile,
    "duration_of_blockade": figures.duration_of_blockade,
    "tornado": figures.tornado,
}


@pytest.mark.parametrize("name", DRAWN)
def test_each_figure_is_well_formed_and_described(name):
    printed = DRAWN[name]()
    ET.fromstring(printed.svg)
    assert len(printed.alt) > 80
    assert printed.caption.endswith(".")


def test_what_is_linear_keeps_the_ratio_of_the_doses_and_occupancy_does_not():
    chain = {rung.name: rung for rung in dose_chain(5.0, 50.0)}
    for name in ("dose", "peak in plasma", "area under the curve"):
        assert chain[name].ratio == pytest.approx(0.1, rel=1e-9)
    assert chain["mean mu occupancy"].ratio > 0.5
    assert 0.1 < chain["mean delta occupancy"].ratio < 0.15


def test_the_chain_of_the_lesson_has_the_published_model_values():
    # pkpd digest, section 8: steady state of model B, trough to peak.
    chain = {rung.name: rung for rung in dose_chain(4.5, 50.0)}
    assert 53 <= chain["mean mu occupancy"].low <= 64
    assert 93 <= chain["mean mu occupancy"].standard <= 95
    assert chain["hours a day above 50 % mu"].low == pytest.approx(24)
    assert chain["hours a day above 90 % mu"].low == 0


def test_the_scans_are_drawn_where_they_were_read():
    alt = figures.receptor_profile().alt
    assert "scan of mu at 50 mg: 94.9 % (SD 4.9)" in alt
    assert "scan of delta at 50 mg: 21.1 % (SD 14.5)" in alt
    assert "scan of kappa at 100 mg: 92 %" in alt


def test_the_tornado_puts_the_widest_bar_first():
    outcome = pharmacology.mean_occupancy(4.5)
    table = pharmacology.sensitivity(outcome)
    assert list(table["swing"]) == sorted(table["swing"], reverse=True)
    assert table["parameter"].iloc[0] == "bioavailability"
    printed = draw_tornado(table.head(2), 4.5, "mu")
    assert printed.svg.index("bioavailability") < printed.svg.index("clearance")

"""The territory piece in Python: the message of the default, scaling, arrivals, and which figures are data."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import Territory
from ldn.neuroimmune import expected_spacing_um, share_of_all_cells
from ldn.reference import neuroimmune


def test_the_untouched_default_stands_on_a_published_count():
    piece = Territory()
    counts = {figure.value for figure in neuroimmune.cell_figures("density")}
    assert piece.density_per_mm3 in counts
    assert "outside the published counts" not in piece.sentence()
    assert "outside the published counts" in Territory(density_per_mm3=6500).sentence()


def test_random_cells_lie_closer_than_even_ones():
    """Closed forms: 2^(1/6) and 0.554 times density^(-1/3); shaking brings the nearest of twelve a little closer."""
    even, random = (Territory(arrangement=kind).view().spacing_um for kind in ("regular", "random"))
    assert even == pytest.approx(expected_spacing_um(8500), rel=0.15)
    assert random == pytest.approx(expected_spacing_um(8500, "random"), rel=0.15)
    assert random < 0.7 * even


def test_spacing_goes_with_the_cube_root_of_density():
    thin, dense = (Territory(density_per_mm3=density).view() for density in (4500, 9000))
    assert thin.spacing_um / dense.spacing_um == pytest.approx(2 ** (1 / 3))
    assert len(thin.tiles) == len(dense.tiles)


def test_the_cell_on_the_spot_is_first_and_only_neighbours_answer():
    arrivals = Territory(injury_x_um=60, injury_y_um=200).arrivals()
    assert arrivals["ring"].tolist() == [0] + [1] * (len(arrivals) - 1)
    assert arrivals.loc[0, "earliest_min"] == 0
    assert (arrivals["earliest_min"] <= arrivals["latest_min"]).all()
    assert 3 <= len(arrivals) - 1 <= 12


def test_more_have_arrived_the_later_it_is_and_all_by_their_own_time():
    counts = [Territory(time_min=minute).view().arrived for minute in (0, 5, 10, 20, 30)]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert counts[-1] == Territory().view().neighbours
    assert Territory().data["speed_um_per_min"] == 3.26


def test_more_is_visited_the_longer_the_denser_and_the_wider():
    shares = [Territory(watched_h=hours).view().visited() for hours in (0, 1, 2, 6, 12)]
    assert shares[0] == 0
    assert shares == sorted(shares)
    usual = Territory().view().visited()
    assert (
        Territory(density_per_mm3=12000).view().visited() > usual > Territory(tip_width_um=1).view().visited()
    )


def test_the_width_of_a_tip_decides_the_answer_and_is_called_an_assumption():
    """1 − exp(−n v π w²/4 ρ t), by hand: 20 and 59 % after two hours for 1 and 2 µm, from nobody's measurement."""
    thin, usual = (Territory(tip_width_um=width).sentence() for width in (1, 2))
    assert "20\N{NO-BREAK SPACE}% of a territory has been visited" in thin
    assert "59\N{NO-BREAK SPACE}% of a territory has been visited" in usual
    assert "an assumption" in usual
    assert Territory().data["processes"] == {"value": 86.5, "low": 55, "high": 160}


def test_the_dots_carry_what_was_measured_counted_and_only_said():
    shares = Territory().data["shares"]
    # Mittelbronn 2001; 7 % of half of all cells; the phrase.
    assert [(s["low"], s["high"], s["kind"]) for s in shares] == [
        (0.5, 0.5, "measured"),
        (3.5, 3.5, "counting"),
        (10, 15, "phrase"),
        (16.6, 16.6, "measured"),
    ]
    assert shares[1]["low"] == pytest.approx(100 * share_of_all_cells())


def test_counts_that_are_our_reading_are_marked():
    marked = {count["per_mm3"]: count["inferred"] for count in Territory().data["counted"]}
    assert marked == {8500: False, 9060: True, 9120: True, 9550: True}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"density_per_mm3": 500},
            r"density_per_mm3 = 500 cells/mm³ is not allowed: 4000 to 12000 cells/mm³",
        ),
        ({"injury_x_um": 361}, r"injury_x_um = 361 µm is not allowed: 0 to 360 µm"),
        ({"injury_y_um": -1}, r"injury_y_um = -1 µm"),
        ({"time_min": float("nan")}, r"time_min = nan min"),
        ({"watched_h": 13}, r"watched_h = 13 h is not allowed: 0 to 12 h"),
        ({"tip_width_um": 0.1}, r"tip_width_um = 0\.1 µm is not allowed: 0\.5 to 5 µm"),
        ({"arrangement": "cubic"}, r"arrangement.*regular.*cubic"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        Territory(**arguments)


def test_the_picture_is_deterministic_svg():
    first = Territory(arrangement="random").picture()
    assert first == Territory(arrangement="random").picture()
    assert ElementTree.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"
    assert "nan" not in re.sub(r"[A-Za-z]*nan[A-Za-z]+", "", first)


def test_what_the_page_is_sent_is_small_and_the_note_asks():
    assert len(Territory().static_html("territory-1").split("</script>")[0]) < 36_000
    note = Territory().note_html
    assert "our reading" in note
    assert "supposition worked out, not an observation" in note
    assert "phrase" in note
    assert note.count("?") >= 6

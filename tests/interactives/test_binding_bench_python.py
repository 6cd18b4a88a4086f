"""The binding bench's Python side: arguments, message of the default, tables, picture, data that reach the page."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import BindingBench
from ldn.reference import observation


def words(**arguments) -> str:
    return BindingBench(**arguments).sentence().replace("\N{NO-BREAK SPACE}", " ")


def test_the_untouched_default_says_that_held_is_not_response():
    """At Kd half is held; τ/(2 + τ) = 30/32 of the greatest response comes of it."""
    assert words() == (
        "At 1 nM, a drug with a Kd of 1 nM holds 50 % of the receptors. "
        "As a full agonist (τ = 30) it gives 94 % of the greatest response."
    )


def test_an_antagonist_holds_as_many_and_does_nothing():
    assert words(tau=0).endswith(
        "holds 50 % of the receptors. As an antagonist (τ = 0) it gives no response."
    )


def test_a_partial_agonist_has_a_ceiling():
    assert (
        "As a partial agonist (τ = 1) it gives 50 % of the greatest response, and never more than 50 %"
        in words(tau=1, concentration_nM=10_000)
    )


def test_over_time_the_default_shows_three_half_lives():
    """Half-lives from the printed dissociation rates: ln 2 over 0.03959, 0.004331 and 0.0002467 per second."""
    text = words(view="time")
    for expected in ("17.5 s", "2.67 min", "46.8 min"):
        assert f"half-life {expected}" in text
    assert text.startswith("60 s after the drug around them is washed away")
    assert "naloxone 9 %" in text


def test_at_one_half_life_half_is_left():
    assert "naloxone 50 %" in words(view="time", time_s=17.508)
    assert "carfentanil 50 %" in words(view="time", time_s=2810)


def test_what_lets_go_slowly_fills_slowly_too():
    held = BindingBench(view="time", phase="added", time_s=3).course().held
    assert held["naloxone"] > 5 * held["fentanyl"] > 25 * held["carfentanil"]


def test_times_are_written_in_the_unit_a_reader_would_choose():
    for time_s, written in (
        (0.1, "0.1 s"),
        (99, "99 s"),
        (100, "1.67 min"),
        (7200, "2 h"),
        (864_000, "10 days"),
    ):
        assert words(view="time", time_s=time_s).startswith(f"{written} after")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"concentration_nM": 0}, r"concentration_nM = 0 nM is not allowed: 0\.001 to 10000 nM"),
        ({"kd_nM": 2000}, r"kd_nM = 2000 nM is not allowed: 0\.01 to 1000 nM"),
        ({"tau": -1}, r"tau = -1 is not allowed: 0 to 100"),
        ({"times_kd": float("nan")}, r"times_kd = nan is not allowed: 0\.1 to 100"),
        ({"time_s": 1e9}, r"time_s = 1e\+09 s is not allowed: 0\.1 to 864000 s"),
        ({"view": "dose"}, r"view.*equilibrium.*dose"),
        ({"phase": "gone"}, r"phase.*washed_away.*gone"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        BindingBench(**arguments)


def test_the_tables_are_by_hand():
    table = BindingBench(kd_nM=10, tau=9).table().set_index("concentration (nM)")
    assert table.loc[10].tolist() == [50.0, pytest.approx(100 * 9 / 11, abs=0.05)]
    assert table.loc[30, "receptors held (%)"] == 75.0
    over_time = BindingBench(view="time").table().set_index("time (s)")
    assert over_time.loc[60, "naloxone (%)"] == pytest.approx(100 * 2 ** (-60 / 17.508), abs=0.06)


def test_measurements_in_people_reach_the_page_with_their_spread():
    naloxone, naltrexone = BindingBench().data["in_people"]
    stored = observation("naloxone_half_time")
    assert naloxone["time_s"] == stored.value * 3600
    assert (naloxone["high_s"] - naloxone["low_s"]) / 7200 == pytest.approx(stored.sd)
    assert (naltrexone["low_s"], naltrexone["high_s"]) == (72 * 3600, 108 * 3600)
    assert "8 people" in naloxone["text"]


def test_every_receptor_fills_once():
    assert sorted(BindingBench().data["fill_order"]) == list(range(100))


@pytest.mark.parametrize(
    "arguments",
    [{}, {"tau": 0, "kd_nM": 500}, {"view": "time"}, {"view": "time", "phase": "added", "times_kd": 0.5}],
)
def test_the_picture_is_deterministic_svg(arguments):
    first = BindingBench(**arguments).picture()
    assert first == BindingBench(**arguments).picture()
    assert ElementTree.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"

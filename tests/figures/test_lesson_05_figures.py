"""Figures of lesson 05 say in words what they draw, and the words are those of the data and the engine."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from ldn import figures
from ldn.pharmacology import ReboundAssumptions, blocked_for, smallest_opioid_gain


def alt(figure) -> str:
    ET.fromstring(figure.svg)
    assert figure.caption.endswith(".")
    return figure.alt


def test_the_mice_show_one_daily_total_with_two_outcomes():
    """Zagon 1983 and the study of 1984, as their abstracts print them."""
    told = alt(figures.mouse_duration())
    assert "0.1 mg/kg once: blocked 4–6 h, tumours in 33 %, survival +36 %" in told
    assert "10 mg/kg once: blocked 24 h, tumours in 100 %, survival -19 %" in told
    assert "0.4 mg/kg once: blocked under 10 h, tumours in 60 %, survival +24 %" in told
    assert "0.1 mg/kg every 6 h: blocked 24 h, tumours in 100 %, survival -17 %" in told


def test_the_gain_needed_is_the_engines_and_above_what_was_seen():
    told = alt(figures.gain_needed())
    for brake, name in ((0, "no brake"), (0.1, "brake 10 %"), (0.25, "brake 25 %")):
        gain = smallest_opioid_gain(blocked_for(6), ReboundAssumptions(brake=brake))
        assert f"with {name} {gain:.1f}" in told
        assert gain > 0.8
    assert "mu receptors, mice plus 80 %" in told
    assert "people on full dose plus 61 %" in told

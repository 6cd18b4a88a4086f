"""Lesson 06: shares with their denominators, links at their grades, and no false arrow."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest

from ldn import figures
from ldn.figures.signalling_arms import _ARROWS
from ldn.reference import neuroimmune


def _text(figure) -> str:
    return " ".join(" ".join(ElementTree.fromstring(figure.svg).itertext()).split())


def test_every_share_is_drawn_with_its_numbers():
    """0.5–16.6 % Mittelbronn 2001; 7 % Dos Santos 2020; 3.5 % follows; the rest is repeated in reviews."""
    text = _text(figures.microglia_share())
    for span in ("0.5–16.6 %", "7 %", "3.5 %", "5–20 %", "5–10 %", "10–15 %"):
        assert span in text
    assert len(neuroimmune.cell_figures("share")) == 6


@pytest.mark.parametrize("kind", ["chain", "alternative"])
def test_every_link_stands_at_its_grade(kind):
    figure = figures.evidence_chain(kind)
    text = _text(figure)
    for link in neuroimmune.links(kind):
        assert f"{link.claim.rstrip('.')}: {link.strength}" in figure.alt
        assert link.claim.split()[0] in text


def test_the_link_to_nf_kb_is_drawn_as_contradicted():
    assert re.search(r"NF-κB in microglia: contradicted", figures.evidence_chain().alt)


def test_no_drug_stands_at_the_tail_of_an_arrow():
    """The false arrow of many reviews: naltrexone ⊣ TLR4 → NF-κB."""
    names = {name for start, end, _ in _ARROWS for name in (start, end)}
    assert not [name for name in names if "naltrexone" in name or "naloxone" in name]
    assert ("endotoxin", "TLR4 · MD-2") in {(start, end) for start, end, _ in _ARROWS}
    assert "no block of NF-κB is drawn" in figures.two_arms().alt


@pytest.mark.parametrize("draw", [figures.microglia_share, figures.evidence_chain, figures.two_arms])
def test_each_figure_is_the_same_every_time(draw):
    assert draw().svg == draw().svg


@pytest.mark.parametrize("kind", ["chain", "alternative"])
def test_the_table_of_links_has_every_link_with_its_grade(kind):
    table = figures.evidence_table(kind)
    assert [row[:2] for row in table.rows] == [
        (link.claim, link.strength) for link in neuroimmune.links(kind)
    ]
    assert ElementTree.fromstring(table._repr_html_()).get("tabindex") == "0"


def test_positive_trend_and_null_studies_stand_side_by_side():
    """Evidence digest, section 4: six with lower thresholds (one of them in part), one trend, one null."""
    results = [row[2] for row in figures.endotoxin_table("pain").rows]
    assert sorted(results) == sorted(["positive"] * 5 + ["mixed", "trend", "null"])

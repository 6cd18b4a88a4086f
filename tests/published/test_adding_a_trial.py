"""Adding a trial is adding one file: a copy of the package with one more file in its store, and nothing else changed.

The trial is invented. Its numbers are round so that what follows from them can be worked out by hand.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRIAL = """
id: invented2031
name: Invented 2031
condition: fibromyalgia
area: pain
year: 2031
design: parallel
randomised: true
blinding: double-blind
arms:
  - {id: ldn, name: LDN 4.5 mg, role: LDN, randomised: 100, analysed: 100}
  - {id: placebo, name: Placebo, role: placebo, randomised: 100, analysed: 100}
participants: {randomised: 200, analysed: 200, confidence: seen-primary}
dose: {mg: 4.5, confidence: seen-primary}
duration_weeks: 12
comparator: placebo
direction: better than comparator
read: abstract
outcomes:
  - id: pain
    name: Pain
    role: primary
    unit: points
    scale_low: 0
    scale_high: 10
    higher_is: worse
    contrasts:
      - {against: placebo, measure: mean difference, estimate: -2, low: -2.5, high: -1.5, confidence: seen-primary}
sources:
  - {key: invented2031, title: An invented trial, year: 2031, journal: J, doi: 10.1234/invented, seen: abstract}
"""
ASK = """
import json
from html import unescape
import ldn
from ldn.evidence import recomputations, studies, trial_effects, pool
from ldn.figures import evidence_map, fibromyalgia_results, living_pool
from ldn.interactives import ForestBuilder
from ldn.publishing.evidence_cards import sections, evidence_card
from ldn.publishing.evidence_index import csv, filter_html, table_html
from ldn.publishing.source_links import destination, key_of_address

effects = trial_effects("pain", condition="fibromyalgia")
piece = ForestBuilder()
print(json.dumps({
    "package": ldn.__file__,
    "studies": [*studies("fibromyalgia").index],
    "effects": {effect.label: effect.estimate for effect in effects},
    "pooled": pool(effects).estimate,
    "recomputed": [*recomputations("invented2031")["recomputed"]],
    "cards": [place["entry"] for section in sections("fibromyalgia") for place in section.findall(evidence_card)],
    "csv": csv(),
    "table": table_html(lambda id: f"page#{id}"),
    "link": destination(key_of_address()["https://doi.org/10.1234/invented"], "book/sources"),
    "figure": fibromyalgia_results().alt,
    "map": evidence_map().alt,
    "pools": living_pool().alt,
    "interactive": piece.static_html(),
}))
"""


@pytest.fixture(scope="module")
def with_one_more(tmp_path_factory) -> dict:
    """What the package says of itself once its store holds one more file."""
    folder = tmp_path_factory.mktemp("source")
    shutil.copytree(
        ROOT / "src" / "ldn", folder / "ldn", ignore=shutil.ignore_patterns("js", "__pycache__", "theme")
    )
    (folder / "ldn/reference/data/studies/primary/invented2031.yaml").write_text(TRIAL, encoding="utf-8")
    answer = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    said = json.loads(answer.stdout)
    assert said["package"].startswith(str(folder))
    return said


def test_tables_and_pools_hold_it(with_one_more):
    from ldn.evidence import pool, trial_effects

    assert "invented2031" in with_one_more["studies"]
    assert with_one_more["effects"]["Invented 2031"] == pytest.approx(-2)
    before = pool(trial_effects("pain", condition="fibromyalgia")).estimate
    assert -2 < with_one_more["pooled"] < before


def test_it_is_recomputed_like_the_others(with_one_more):
    assert with_one_more["recomputed"] == ["-2.00"]  # The middle of its interval.


def test_it_has_a_card_a_row_a_line_and_links_lead_to_it(with_one_more):
    assert with_one_more["cards"].count("invented2031") == 1
    assert '<a href="page#invented2031">Invented 2031</a>' in with_one_more["table"]
    line = next(line for line in with_one_more["csv"].splitlines() if line.startswith("invented2031,"))
    assert ",fibromyalgia,pain,low,2031," in line
    assert line.endswith(",fibromyalgia.html#invented2031")
    assert with_one_more["link"] == ["book/evidence/fibromyalgia", "invented2031"]


def test_figures_and_interactives_draw_it(with_one_more):
    assert "Invented 2031: −2.00 (−2.50 to −1.50) points." in with_one_more["figure"]
    assert "Seven trials" in with_one_more["figure"]
    assert "Invented 2031 in fibromyalgia, 200 people: better than comparator" in with_one_more["map"]
    assert "+ Invented 2031, points of 10" in with_one_more["pools"]
    assert "Invented 2031" in with_one_more["interactive"]

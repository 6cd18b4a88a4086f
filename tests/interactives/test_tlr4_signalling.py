"""The TLR4 piece in Python: message of the default, switches, what is published and what is supposed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import TLR4Signalling
from ldn.neuroimmune import peak_nM
from ldn.reference import neuroimmune, parameter


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_untouched_default_carries_the_message():
    """At the free peak after 4.5 mg nothing moves, even if an IC50 of 100 µM is granted."""
    piece = TLR4Signalling()
    free = peak_nM(4.5) * parameter("fraction_unbound").value
    assert piece.view().concentration_uM == pytest.approx(free / 1000)
    assert all(abs(fall) < 0.01 for fall in piece.fall_percent().values())
    words = _plain(piece.sentence())
    assert words.startswith(
        "At 2.6 nM, the free peak after 4.5 mg in a person, a blocker of the TRIF arm with a supposed "
        "IC50 of 100 µM moves nothing"
    )


def test_the_dish_moves_tnf_and_the_trif_arm_spares_the_first_peak_of_nfkb():
    """Evidence digest, section 8: at 100 µM TRIF alone takes 35 % of TNF and 1.6 % of NF-κB, both arms 44 % of TNF."""
    trif = TLR4Signalling(given="dish").fall_percent()
    assert (trif["tnf"], trif["nuclear_nfkb"]) == pytest.approx((35, 1.6), abs=0.5)
    both = TLR4Signalling(given="dish", blocks="both").fall_percent()
    assert both["tnf"] == pytest.approx(44, abs=0.5)
    assert both["nuclear_nfkb"] > 10 * trif["nuclear_nfkb"]


def test_an_ic50_at_the_persons_concentration_would_move_something():
    """The surprise is the concentration, not a model that cannot move: at A = IC50 half the signal is gone."""
    granted = TLR4Signalling(ic50_uM=0.0026).fall_percent()["tnf"]
    assert granted == pytest.approx(TLR4Signalling(given="dish").fall_percent()["tnf"], abs=0.5)


def test_switches_do_what_knockouts_do():
    """Without MyD88 NF-κB comes about half an hour or more later; without inducible IκBα it does not come down."""
    late = TLR4Signalling(myd88=False).view()
    assert late.peak_min("nuclear_nfkb") > TLR4Signalling().view().peak_min("nuclear_nfkb") + 30
    stuck = TLR4Signalling(inducible_ikba=False).view().without["nuclear_nfkb"]
    normal = TLR4Signalling().view().without["nuclear_nfkb"]
    assert stuck.iloc[480] > 90 > 60 > normal.iloc[480]
    deaf = TLR4Signalling(myd88=False, trif=False)
    assert "does not hear endotoxin" in deaf.sentence()
    assert deaf.table().iloc[0, 1:].tolist() == deaf.table().iloc[-1, 1:].tolist()
    assert "that arm is off" in TLR4Signalling(trif=False, given="dish").sentence()


def test_a_supposed_damp_is_called_one_and_a_weak_one_lowers_the_answer():
    """Partial agonism: competing for the same receptors, a weaker ligand takes more than it gives."""
    assert "DAMP" not in TLR4Signalling().sentence()
    weak = TLR4Signalling(damp_per_ec50=30, damp_strength=0.1)
    strong = TLR4Signalling(damp_per_ec50=30, damp_strength=1.0)
    assert weak.view().damp_rise_percent < 0 < strong.view().damp_rise_percent
    words = _plain(weak.sentence())
    assert "10 % of endotoxin's strength, both assumptions, lowers peak TNF by" in words
    assert "against endotoxin alone" in words
    alone = TLR4Signalling(lps_ng_per_mL=0, damp_per_ec50=5)
    assert "No endotoxin, but a supposed DAMP, no blocker" in _plain(alone.sentence())
    assert "all there is to hear" in alone.sentence()


def test_without_any_stimulus_the_cell_rests_and_no_endotoxin_paper_is_drawn():
    silent = TLR4Signalling(lps_ng_per_mL=0, given="dish")
    assert "nothing signals" in silent.sentence()
    assert silent.table().iloc[0, 1:].tolist() == silent.table().iloc[-1, 1:].tolist()
    assert "volunteers" in TLR4Signalling().picture()
    assert "volunteers" not in silent.picture()


def test_published_times_reach_the_page_and_no_model_passes_for_data():
    shown = TLR4Signalling().data["time_points"]
    stored = {(p.variable, p.value) for p in neuroimmune.time_points() if p.kind != "published model"}
    assert {(p["variable"], p["low_min"]) for p in shown if p["low_min"] == p["high_min"]} <= stored
    mrna = sorted(p["low_min"] for p in shown if p["variable"] == "tnf_mrna")
    # Taffet 1989, human blood 1990, mouse marrow, RAW 264.7 2018.
    assert mrna == [45, 120, 180, 360]
    (volunteers,) = (p for p in shown if p["living"])
    assert (volunteers["variable"], volunteers["low_min"]) == ("tnf", 120)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"lps_ng_per_mL": -1}, r"lps_ng_per_mL = -1 ng/mL is not allowed: 0 to 1000 ng/mL"),
        ({"damp_per_ec50": 101}, r"damp_per_ec50 = 101 is not allowed: 0 to 100"),
        ({"damp_strength": 2}, r"damp_strength = 2 is not allowed: 0 to 1"),
        ({"ic50_uM": 1e4}, r"ic50_uM = 10000 µM is not allowed: 0\.001 to 1000 µM"),
        ({"antagonist_uM": float("nan")}, r"antagonist_uM = nan µM"),
        ({"blocks": "myd88"}, r"blocks.*trif.*myd88"),
        ({"given": "mouse"}, r"given.*person.*mouse"),
        ({"window_h": 24}, r"window_h"),
        ({"trif": "yes"}, r"trif"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        TLR4Signalling(**arguments)


def test_the_picture_is_deterministic_svg_and_names_no_drug_on_the_blocker():
    first = TLR4Signalling().picture()
    assert first == TLR4Signalling().picture()
    assert ElementTree.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"
    assert "naltrexone" not in first.lower()
    assert "supposed IC50" in first
    assert "nan" not in re.sub(r"[A-Za-z]*nan[A-Za-z]+", "", first)


def test_the_note_says_what_is_supposed_and_asks():
    note = TLR4Signalling().note_html
    assert "The blocker is not naltrexone" in note
    assert "The DAMP is an assumption" in note
    assert "left NF-κB alone" in note
    assert "advice" in note
    assert note.count("?") >= 6

"""The reach check's Python side: message of the default, arguments, every report in the table, the words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from traitlets import TraitError

from ldn.interactives import ReachCheck
from ldn.interactives.reach_check_wording import concentration, distance, times
from ldn.neuroimmune import exposure_margin, free_peak_nM, peak_nM
from ldn.reference import neuroimmune


def _words(piece: ReachCheck) -> str:
    return piece.sentence().replace("\N{NO-BREAK SPACE}", " ")


def test_the_untouched_default_carries_the_message():
    """Free peaks 2.6 and 29 nM, and 30,000-fold for total: evidence digest on pharmacokinetics, section 4."""
    piece = ReachCheck()
    assert piece.view().levels_nM == pytest.approx((2.6, 29), rel=0.02)
    words = _words(piece)
    assert "peaks at 2.6 nM after 4.5 mg and 29 nM after 50 mg" in words
    assert "38,000 times the level after 4.5 mg" in words
    assert "30,000 times the level after 4.5 mg" in _words(ReachCheck(plasma="total"))


def test_margins_are_those_of_the_engine():
    view = ReachCheck(report="kucic_bv2", doses_mg=[1.5, 4.5, 50]).view()
    assert [low for low, _ in view.margins(view.report)] == pytest.approx(
        [exposure_margin(100, dose) for dose in (1.5, 4.5, 50)]
    )


def test_free_is_below_total_by_the_fraction_unbound():
    free, total = (ReachCheck(plasma=kind, doses_mg=[4.5]).view().levels_nM[0] for kind in ("free", "total"))
    assert free == pytest.approx(free_peak_nM(4.5))
    assert total == pytest.approx(peak_nM(4.5))
    assert free / total == pytest.approx(0.79)


def test_positive_null_and_retracted_reports_are_all_there():
    findings = neuroimmune.in_vitro_findings()
    table = ReachCheck().table()
    assert len(table) == len(findings) + 3
    outcomes = table["read out: outcome"].str.split(": ").str[-1].value_counts()
    assert outcomes["retracted"] == sum(finding.retracted for finding in findings) == 2
    assert outcomes["no effect"] == sum(finding.outcome == "no effect" for finding in findings)
    unstated = (table["lowest (nM)"] == "not stated").sum()
    assert unstated == sum(finding.low_uM is None for finding in findings)


def test_nothing_on_naltrexone_itself_is_within_reach_unless_it_is_retracted():
    """The least concentration of naltrexone in a report that stands is 1 µM (Cant 2017)."""
    view = ReachCheck(agents="naltrexone").view()
    assert min(report["low_nM"] for report in view.standing) == pytest.approx(1000)
    assert view.reached == []
    assert "None of the 3 reports shown that still stand begins" in _words(ReachCheck(agents="naltrexone"))
    assert "naltrexone itself is not among them" in _words(ReachCheck())


def test_a_retracted_report_is_never_counted_and_says_so():
    piece = ReachCheck(report="filamin_2009")
    assert "RETRACTED" in _words(piece)
    assert all(report["outcome"] != "retracted" for report in piece.view().reached)


def test_build_up_multiplies_every_level_and_is_called_a_supposition():
    piece = ReachCheck(build_up=1000)
    assert piece.view().levels_nM[0] == pytest.approx(1000 * free_peak_nM(4.5))
    assert "Suppose tissue held 1,000 times as much: 2.6 µM and 29 µM." in _words(piece)
    assert "Suppose" not in _words(ReachCheck())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"doses_mg": [4.5, 200]}, r"doses_mg = 200 mg is not allowed: 0\.5 to 100 mg"),
        ({"doses_mg": []}, r"doses_mg has 0 doses; allowed are 1 to 3"),
        ({"doses_mg": [1, 2, 3, 4]}, r"doses_mg has 4 doses; allowed are 1 to 3"),
        ({"doses_mg": [float("nan")]}, r"doses_mg = nan mg is not allowed"),
        ({"build_up": 0.5}, r"build_up = 0\.5 is not allowed: 1 to 100000"),
        ({"plasma": "brain"}, r"plasma.*free.*brain"),
        ({"report": "wang2016_nfkb"}, r"report.*wang2016_nfkb"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        ReachCheck(**arguments)


def test_an_unknown_argument_is_refused():
    with pytest.raises(TypeError, match="no argument 'dose'"):
        ReachCheck(dose=4.5)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.2, 0.9, "at or below the level"),
        (0.2, 382, "from within reach up to 380 times the level"),
        (382, 76391, "380 to 76,000 times the level"),
        (38195.5, 38195.5, "38,000 times the level"),
        (9.96, 9.96, "10 times the level"),
    ],
)
def test_a_margin_in_words(low, high, words):
    assert distance(low, high) == words


def test_numbers_keep_their_unit():
    shown = [
        concentration(nM, 3).replace("\N{NO-BREAK SPACE}", " ") for nM in (1e-6, 1e-4, 0.1, 1, 1960, 1e5, 1e6)
    ]
    assert shown == ["1 fM", "100 fM", "100 pM", "1 nM", "1.96 µM", "100 µM", "1 mM"]
    assert [times(ratio) for ratio in (1, 2.345, 99.6, 1234567)] == ["1", "2.3", "100", "1,200,000"]


def test_the_paper_figure_is_the_same_each_time_and_names_every_report_shown():
    piece = ReachCheck()
    picture = piece.picture()
    assert picture == ReachCheck().picture()
    text = " ".join("".join(ElementTree.fromstring(picture).itertext()).split())
    for report in piece.view().shown:
        assert report["cited"] in text
    assert re.search(r"4\.5.mg", text)

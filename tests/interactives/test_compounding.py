"""The compounding piece's Python side: message of the default, arguments, words, picture."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from traitlets import TraitError

from ldn.interactives import Compounding
from ldn.pharmacology import NaltrexoneParameters, mean_occupancy


def _words(piece: Compounding) -> str:
    return piece.sentence().replace("\N{NO-BREAK SPACE}", " ")


def test_the_untouched_default_carries_the_message():
    """A slip of the point takes 4.5 to 45 mg; occupancy by the engine, 0.3 of 4.5 and of 50 by hand."""
    typical = NaltrexoneParameters.typical()
    meant, slipped = (round(100 * mean_occupancy(dose)(typical)) for dose in (4.5, 45))
    words = _words(Compounding())
    assert "4.5 mg out of a liquid of 1 mg/mL are 4.5 mL" in words
    assert f"becomes 45 mg and occupies {slipped} % of mu receptors instead of {meant} %" in words
    assert "0.3 mg off: 6.7 % of 4.5 mg, but 0.6 % of 50 mg" in words


def test_by_weight_the_default_passes_and_by_assay_it_does_not():
    view = Compounding().view()
    assert view.weighed_value < view.limit < view.first_value
    assert view.assayed.passed is False
    assert "not passed. Weighed only" in _words(Compounding())


def test_ten_times_the_dose_is_not_ten_times_the_occupancy():
    view = Compounding().view()
    assert view.measured.swallowed_mg == pytest.approx(10 * view.dose_mg)
    assert view.swallowed_percent < 1.7 * view.meant_percent


def test_taking_millilitres_for_milligrams_is_harmless_at_one_strength_only():
    assert "nothing changes: at 1 mg/mL" in _words(Compounding(slip="mL_for_mg"))
    assert "it becomes 45 mg" in _words(Compounding(slip="mL_for_mg", volume_mL=5))
    assert "it becomes 0.45 mg" in _words(Compounding(slip="mL_for_mg", volume_mL=500))


def test_a_slip_cannot_give_more_than_the_bottle():
    piece = Compounding(dose_mg=10)
    assert piece.view().measured.swallowed_mg == 50
    assert "50 mg, all that the bottle holds," in _words(piece)


def test_perfect_fill_and_mixing_make_equal_capsules_of_the_wrong_strength():
    view = Compounding(fill_sd_percent=0, mixing_sd_percent=0, mean_percent=90).view()
    np.testing.assert_allclose(view.contents, 90)
    assert view.first_value == pytest.approx(8.5)


def test_how_often_luck_passes_a_batch_differs_from_batch_to_batch():
    passed = [Compounding(batch=batch).view().assayed.passed for batch in range(1, 13)]
    assert 0 < sum(passed) < 12


def test_every_price_is_in_the_table_with_its_currency():
    table = Compounding().table()
    rows = table[table["what"].str.startswith("month of doses")]
    assert set(rows["unit"]) == {"$", "£"}
    assert len(rows) == 5
    assert "15–45" in set(rows["value"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"dose_mg": 50}, r"dose_mg = 50 mg is not allowed: 0\.5 to 10 mg"),
        ({"volume_mL": 1}, r"volume_mL = 1 mL is not allowed: 5 to 500 mL"),
        ({"read_error_mL": 2}, r"read_error_mL = 2 mL"),
        ({"mixing_sd_percent": -1}, r"mixing_sd_percent = -1 %"),
        ({"slip": "hundredfold"}, r"slip.*hundredfold"),
        ({"batch": 13}, r"batch.*13"),
    ],
)
def test_wrong_arguments_are_refused_by_name_and_range(arguments, message):
    with pytest.raises(TraitError, match=message):
        Compounding(**arguments)


def test_an_unknown_argument_is_refused():
    with pytest.raises(TypeError, match="no argument 'recipe'"):
        Compounding(recipe=True)


def test_the_paper_figure_is_the_same_each_time_and_says_that_it_is_no_recipe():
    picture = Compounding().picture()
    assert picture == Compounding().picture()
    text = " ".join("".join(ElementTree.fromstring(picture).itertext()).split())
    assert "not instructions" in text
    assert "does not say how to make a medicine" in Compounding.model_note

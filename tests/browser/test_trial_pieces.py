"""The trial simulator and the many-predictors game under a reader's hand: what only these two do."""

from __future__ import annotations

from ldn.interactives import ManyPredictors, TrialSimulator


def value_of(opened, name: str) -> str:
    return opened.piece.get_by_role("textbox", name=name).input_value()


def test_a_published_trial_fills_the_sliders_and_a_slider_leaves_it(piece):
    opened = piece(TrialSimulator())
    opened.piece.get_by_role("radio", name="FINAL 2024").press("Space")
    opened.settle()
    assert value_of(opened, "People, people") == "99"
    assert "as sure as FINAL 2024" in opened.words()
    assert opened.piece.get_by_role("slider", name="Carry-over into the placebo period").is_hidden()
    opened.piece.get_by_role("slider", name="People", exact=True).press("ArrowRight")
    opened.settle()
    assert opened.piece.get_by_role("radio", name="own choice").is_checked()
    assert "as sure as" not in opened.words()
    assert "parallel trials of 120 people" in opened.words()


def test_carry_over_moves_the_pile_off_the_truth_and_says_so(piece):
    opened = piece(TrialSimulator(effect=-1.0))
    assert "Carry-over" not in opened.words()
    opened.piece.get_by_role("slider", name="Carry-over into the placebo period").press("End")
    opened.settle()
    assert "Carry-over pulls the average" in opened.words()
    assert opened.words() == " ".join(TrialSimulator(effect=-1.0, carry_over_percent=100).sentence().split())


def test_new_trials_are_other_trials_of_the_same_truth(piece):
    opened = piece(TrialSimulator())
    before = opened.shown()
    opened.click("Draw 1,000 new trials")
    assert opened.shown() != before
    assert "a true difference of −0.34" in opened.words()
    assert opened.words() == " ".join(TrialSimulator(draw=2).sentence().split())


def test_one_more_draw_keeps_the_others(piece):
    opened = piece(ManyPredictors(draws=50))
    opened.click("Draw once more")
    assert opened.words() == " ".join(ManyPredictors(draws=51).sentence().split())
    opened.piece.get_by_role("slider", name="People", exact=True).press("Home")
    opened.settle()
    assert "in 5 people" in opened.words()

"""The rebound model under a reader's hand."""

from __future__ import annotations

from playwright.sync_api import expect

from ldn.interactives import ReboundModel


def test_the_default_carries_the_message(piece):
    assert "above baseline for 19 h" in piece(ReboundModel()).words()


def test_a_brake_takes_the_excess_away(piece):
    opened = piece(ReboundModel())
    assert "104 %" in opened.words()
    brake = opened.slider("Brake on excess (assumed)")
    opened.drag(brake, 0.5)
    assert 30 < float(opened.piece.get_by_label("Brake on excess (assumed), per cent").input_value()) < 70
    assert "above baseline for 19 h" in opened.words()
    assert "104 %" not in opened.words()


def test_a_dose_takes_the_place_of_hours(piece):
    opened = piece(ReboundModel())
    opened.choose("a dose, model B")
    assert "53–64 % of receptors are blocked" in opened.words()
    assert "no opioid gain up to 10 is enough" in opened.words()
    expect(opened.slider("Blocked a day (assumed)")).to_be_hidden()
    expect(opened.slider("Daily dose")).to_be_visible()


def test_the_table_follows(piece):
    opened = piece(ReboundModel()).press("Blocked a day (assumed)", "ArrowRight")
    expected = ReboundModel(hours_blocked=5.5).table()
    head, *rows = opened.table()
    assert head == list(expected.columns)
    assert [[float(cell) for cell in row] for row in rows] == expected.to_numpy().tolist()


def test_the_guess_is_set_beside_the_model(piece):
    opened = piece(ReboundModel(predict="What will the **mean** be?"))
    opened.press("Your guess", "End").click("Commit my guess")
    assert "You guessed 200 %. The model says 104 %" in opened.page.locator(".ldn-guess-result").inner_text()

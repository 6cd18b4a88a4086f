"""The binding bench under a reader's hand."""

from __future__ import annotations

import pytest

from ldn.interactives import BindingBench


def filled(opened) -> int:
    opened.settle()
    return opened.piece.locator(".ldn-live .ldn-drug").count()


def by_field(opened) -> list[int]:
    opened.settle()
    fields = opened.piece.locator(".ldn-live .ldn-receptors")
    return [fields.nth(i).locator(".ldn-drug").count() for i in range(3)]


def test_the_kind_of_drug_changes_the_response_and_not_the_receptors(piece):
    opened = piece(BindingBench())
    assert "holds 50 % of the receptors. As a full agonist (τ = 30) it gives 94 %" in opened.words()
    assert filled(opened) == 50
    opened.choose("partial agonist")
    assert "gives 33 % of the greatest response, and never more than 50 %" in opened.words()
    opened.choose("antagonist")
    assert "it gives no response" in opened.words()
    assert filled(opened) == 50
    assert opened.piece.get_by_label("Efficacy, a teaching choice, tau").input_value() == "0"


def test_receptors_fill_and_empty_with_the_concentration(piece):
    opened = piece(BindingBench())
    opened.drag(opened.slider("Concentration"), 0.97)
    assert filled(opened) > 97
    opened.drag(opened.slider("Concentration"), 0.03)
    assert filled(opened) == 0


def test_over_time_each_field_empties_at_its_own_pace(piece):
    opened = piece(BindingBench(view="time"))
    assert "naloxone 9 %" in opened.words()
    assert by_field(opened) == [5, 39, 49]
    assert opened.slider("Concentration, times Kd").is_hidden()
    opened.type("Look at, seconds", "7200")
    assert opened.words().startswith("2 h after the drug around them is washed away")
    assert by_field(opened) == [0, 0, 8]
    assert "in people" in opened.piece.locator(".ldn-panels").inner_text()


def test_bad_typing_is_explained(piece):
    opened = piece(BindingBench()).type("Kd, nanomolar", "0")
    complaint = opened.piece.locator(".ldn-error").filter(has_text="Kd").inner_text()
    assert complaint == "Kd: “0” nM is outside the range. Type a number from 0.01 to 1000 nM."
    assert "Kd of 1 nM" in opened.words()


def test_the_table_follows(piece):
    head, *rows = piece(BindingBench()).press("Kd", "ArrowRight").table()
    expected = BindingBench(kd_nM=1.2).table()
    assert head == list(expected.columns)
    assert [[float(cell) for cell in row] for row in rows] == expected.to_numpy().tolist()


def test_a_view_over_time_is_passed_on(piece):
    opened = piece(BindingBench())
    opened.choose("how fast does it come and go?").choose("added").press("Look at", "ArrowLeft")
    said = opened.words()
    assert opened.go(opened.link()).words() == said


@pytest.mark.parametrize(
    ("view", "label", "guess", "answer"),
    [
        ("equilibrium", "Your guess, per cent", "50", "You guessed 50 %. With 50 % of the receptors held"),
        ("time", "Your guess, minutes", "5", "You guessed 5 min. Measured in people: 120 min (SD 96)."),
    ],
)  # fmt: skip
def test_the_guess_is_set_beside_the_answer(piece, view, label, guess, answer):
    opened = piece(BindingBench(view=view, predict="How much?")).type(label, guess).click("Commit my guess")
    assert opened.page.locator(".ldn-guess-result").inner_text().replace("\xa0", " ").startswith(answer)
    opened.settle()
    assert opened.page.locator(".ldn-guess-line").count() == 1

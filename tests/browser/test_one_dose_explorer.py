"""The one-dose explorer under a reader's hand."""

from __future__ import annotations

import pytest

from ldn.interactives import OneDoseExplorer


def peak_over_area(opened) -> list[str]:
    opened.settle()
    rows = opened.piece.locator(".ldn-live .ldn-readout tbody tr")
    return rows.filter(has_text="Peak over area").inner_text().split("\t")


def test_the_untouched_default_says_what_the_lesson_is_about(piece):
    opened = piece(OneDoseExplorer())
    assert (
        "One compartment peaks at 4.8 ng/mL after 2 h; two compartments peak at 12.6 ng/mL" in opened.words()
    )
    assert peak_over_area(opened) == ["Peak over area (per h)", "0.11", "0.30", "0.25–0.30"]


def test_bioavailability_leaves_the_ring_on_its_line(piece):
    opened = piece(OneDoseExplorer())
    ring = opened.piece.locator(".ldn-live .ldn-panel-area .ldn-own[data-series='3']")
    first = ring.get_attribute("cx"), ring.get_attribute("cy")
    opened.drag(opened.slider("Bioavailability F"), 0.45)
    opened.settle()
    assert (ring.get_attribute("cx"), ring.get_attribute("cy")) != first
    assert peak_over_area(opened)[1] == "0.11"


@pytest.mark.parametrize("checked", ["both", "linear", "24 h", "healthy"])
def test_each_choice_changes_the_picture(piece, checked):
    opened = piece(OneDoseExplorer())
    first = opened.piece.get_by_role("radio", name=checked, exact=True)
    choices = first.locator("xpath=ancestor::fieldset").get_by_role("radio").count()
    first.focus()
    pictures = {opened.picture()}
    for _ in range(choices - 1):
        opened.page.keyboard.press("ArrowRight")
        pictures.add(opened.picture())
    assert len(pictures) == choices


def test_a_sick_liver_sets_bioavailability_and_clearance(piece):
    opened = piece(OneDoseExplorer()).choose("decompensated cirrhosis")
    assert "an area of 344 ng·h/mL" in opened.words()
    assert opened.piece.get_by_label("Bioavailability F, per cent").input_value() == "80"
    assert opened.piece.get_by_label("Clearance CL, litres per hour").input_value() == "105"
    assert ">i</text>" in opened.piece.locator(".ldn-live .ldn-panel-area").inner_html()


def test_the_reading_window_pushes_its_other_end(piece):
    opened = piece(OneDoseExplorer()).type("Read the half-life from, hours", "20")
    assert "Half-life read between 20 and 21 h: 4.5 h in one and 11.4 h in two" in opened.words()
    assert opened.piece.get_by_label("to, hours").input_value() == "21"
    opened.type("to, hours", "3").settle()
    assert opened.piece.get_by_label("Read the half-life from, hours").input_value() == "2.5"


def test_a_link_that_contradicts_itself_is_set_right(piece):
    opened = piece(OneDoseExplorer(), fragment="#one-dose-explorer-1?dose_mg=9e9&read_from_h=12&data=1")
    assert "Of 50 mg, 9.8 mg" in opened.words()
    assert "between 12 and 12.5 h" in opened.words()


def test_points_are_full_where_measured_and_open_where_scaled(piece):
    opened = piece(OneDoseExplorer())
    time = opened.piece.locator(".ldn-live .ldn-panel-time")
    assert time.locator(".ldn-measured-points .ldn-point").count() == 3
    assert time.locator(".ldn-scaled-points .ldn-point").count() == 0
    opened.type("Dose, milligrams", "4.5").settle()
    assert time.locator(".ldn-scaled-points .ldn-point").count() == 3
    assert time.locator(".ldn-measured-points .ldn-point").count() == 0
    opened.choose("6β-naltrexol as well").settle()
    assert time.locator(".ldn-point").count() == 4
    assert opened.piece.locator(".ldn-live .ldn-metabolite").count() == 2


def test_the_table_agrees_with_python(piece):
    head, *rows = piece(OneDoseExplorer()).table()
    expected = OneDoseExplorer().table()
    assert head == list(expected.columns)
    assert [[float(cell) for cell in row] for row in rows] == expected.to_numpy().tolist()


def test_the_guess_is_set_beside_the_answer(piece):
    opened = piece(OneDoseExplorer(predict="How high is the peak of **one** compartment?"))
    opened.type("Your guess, nanograms per millilitre", "15").click("Commit my guess")
    result = opened.page.locator(".ldn-guess-result").inner_text().replace("\xa0", " ")
    assert result.startswith(
        "You guessed 15 ng/mL. As the controls stand now, one compartment peaks at 4.8 ng/mL"
    )

"""The denominator dial and the rule of three under a reader's hand: what only they do."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from ldn.interactives import DenominatorDial, RuleOfThree


def _people(opened, look: str, series: int | None = None) -> int:
    """People drawn with a look in the last picture: a head and a body each."""
    colour = "" if series is None else f'[data-series="{series}"]'
    path = opened.piece.locator(f".ldn-live svg .ldn-icons-{look}{colour}").last.get_attribute("d")
    return path.count("M") // 2


def test_a_published_result_sets_its_counts_and_names_its_source(piece):
    opened = piece(DenominatorDial())
    menu = opened.piece.get_by_label("Published result")
    menu.select_option("crohn_endoscopic_remission")
    assert "On LDN 6 of 18: 33 % (95 % CI 16 to 56 %)." in opened.words()
    assert "the data allow 5 fewer to 49 more" in opened.words()
    known = opened.piece.locator(".ldn-known")
    expect(known).to_contain_text("12 tables, this the largest of them, fit")
    expect(known.get_by_role("link", name="Smith 2011")).to_have_attribute(
        "href", re.compile("10.1007/s10620")
    )
    expect(opened.piece.locator(".ldn-effects")).to_contain_text("through infinity to 19 for one fewer")


def test_a_moved_count_is_the_readers_own(piece):
    opened = piece(DenominatorDial())
    opened.press("With the result, on placebo", "ArrowRight")
    expect(opened.piece.get_by_label("Published result")).to_have_value("own")
    expect(opened.piece.locator(".ldn-known")).to_have_text("Your own numbers.")
    assert "On placebo 7 of 15" in opened.words()


def test_without_placebo_nobody_can_say_and_the_slider_of_events_ends_at_the_people(piece):
    opened = piece(DenominatorDial(result="crps"))
    assert "nobody can say" in opened.words()
    expect(opened.slider("With the result, on placebo")).to_have_count(0)
    assert _people(opened, "faint") == 100
    opened.press("People on LDN", "ArrowRight", "ArrowRight").press("With the result, on LDN", "End")
    assert "On LDN 4 of 4: 100 %" in opened.words()
    opened.press("People on LDN", "Home")
    assert "On LDN 1 of 1: 100 %" in opened.words()
    opened.choose("a placebo arm beside it")
    assert "On placebo" in opened.words()


def test_the_same_rates_in_other_numbers_do_not_drift(piece):
    opened = piece(DenominatorDial())
    opened.click("5 people").click("17 people")
    assert "On LDN 15 of 17" in opened.words()
    opened.click("100 people")
    assert "On LDN 88 of 100" in opened.words()
    assert "On placebo 40 of 100" in opened.words()
    assert _people(opened, "full", series=0) == 48


def test_the_guess_is_set_beside_the_placebo_rate(piece):
    opened = piece(DenominatorDial(predict="How many?"))
    opened.press("Your guess", "ArrowRight", "ArrowRight").click("Commit my guess")
    result = opened.page.locator(".ldn-guess-result").inner_text()
    assert result == "You guessed 2 of 100. As the controls stand now, 40 of 100 had the result on placebo."


def test_rule_of_three_shades_as_many_as_it_says(piece):
    opened = piece(RuleOfThree())
    path = opened.piece.locator(".ldn-live .ldn-icons-faint").get_attribute("d")
    assert path.count("M") // 2 == 17
    opened.piece.get_by_label("Who was watched?").select_option("gironi")
    assert "Of 40 people 2 had the event, 5 %." in opened.words()
    expect(opened.piece.locator(".ldn-live .ldn-by-rule")).to_have_count(0)
    full = opened.piece.locator(".ldn-live .ldn-icons-full").get_attribute("d")
    assert full.count("M") // 2 == 50


def test_rule_of_three_never_shows_more_events_than_people(piece):
    opened = piece(RuleOfThree(events=5, people=10))
    opened.type("People who were watched, people", "3")
    assert "Of 3 people 3 had the event, 100 %." in opened.words()
    expect(opened.piece.get_by_label("People who had the event, people")).to_have_value("3")

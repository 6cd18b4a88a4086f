"""Opioid timing under a reader's hand: the refusal of an interval stays in sight, whatever is set."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ldn.interactives import OpioidTiming

REFUSAL = "it gives no safe interval, in either direction"


def test_the_refusal_stays_through_every_interval(piece):
    opened = piece(OpioidTiming())
    slider = opened.slider("Opioid taken before the tablet")
    for key in ("Home", "End"):
        slider.press(key)
        assert "Labels ask for at least 7–10 days without opioids" in opened.words()
        expect(opened.piece.locator(".ldn-no-interval")).to_contain_text(REFUSAL)
        expect(opened.piece.locator(".ldn-no-interval")).to_be_visible()
    assert "That is not safety" in opened.words()
    opened.choose("methadone")
    assert "warn of withdrawal for up to 14 days after methadone" in opened.words()


def test_turning_the_order_round_swaps_pictures_and_controls(piece):
    opened = piece(OpioidTiming())
    before = opened.picture()
    opened.choose("daily naltrexone, then an opioid")
    assert opened.picture() != before
    assert opened.words() == " ".join(OpioidTiming(first="naltrexone").sentence().split())
    expect(opened.slider("Opioid taken before the tablet")).to_be_hidden()
    opened.press("Last tablet before the opioid", "End")
    assert "No tablet-free interval can be read from this picture" in opened.words()
    assert opened.piece.locator(".ldn-readout tbody tr").count() == 2
    opened.press("Naltrexone", "End")
    assert opened.piece.locator(".ldn-readout tbody tr").count() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_second_view_is_accessible_and_fits_a_phone(piece, axe_violations, theme):
    opened = piece(OpioidTiming(first="naltrexone"))
    opened.page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    opened.page.set_viewport_size({"width": 320, "height": 700})
    opened.settle()
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert axe_violations(opened.page) == []

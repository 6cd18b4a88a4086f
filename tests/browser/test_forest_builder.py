"""The forest builder under a reader's hand; what every piece owes its reader is in test_contract.py."""

from __future__ import annotations

from ldn.interactives import ForestBuilder


def test_switches_change_the_pool_and_a_walk_sets_the_switches(piece):
    opened = piece(ForestBuilder())
    assert "−0.22 points of 10" in opened.words()
    opened.piece.get_by_role("checkbox", name="Hartung–Knapp interval").check()
    assert "95 % CI −1.50 to 1.05" in opened.words()
    opened.piece.get_by_role("slider", name="Walk through every pool").press("Home")
    assert "Younger 2013 and FINAL 2024, fixed effect" in opened.words()
    assert opened.piece.get_by_role("radio", name="fixed effect").is_checked()
    assert not opened.piece.get_by_role("checkbox", name="INNOVA 2026").is_checked()
    assert opened.piece.get_by_role("checkbox", name="Hartung–Knapp interval").is_disabled()


def test_a_trial_without_an_effect_cannot_be_chosen_and_says_why(piece):
    opened = piece(ForestBuilder())
    assert opened.piece.get_by_role("checkbox", name="Bested 2023").is_disabled()
    assert "not seen: the ends of its scale" in opened.piece.locator(".ldn-live svg").text_content()
    opened.choose("standard deviations")
    assert opened.piece.get_by_role("checkbox", name="Bested 2023").is_enabled()
    assert "Bested 2023" in opened.words()


def test_a_slip_is_no_combination_and_one_trial_no_pool(piece):
    opened = piece(ForestBuilder(measure="standardised mean difference"))
    opened.choose("its ± taken for SD (a slip)")
    assert "± taken for SD" in opened.words()
    assert "yours is not among them" in opened.piece.locator(".ldn-live svg").text_content()
    opened.choose("points of 10")
    for name in ("Younger 2013", "FINAL 2024"):
        opened.piece.get_by_role("checkbox", name=name).uncheck()
    assert opened.words().startswith("INNOVA 2026 alone is no pool")


def test_every_trial_and_review_is_linked(piece):
    opened = piece(ForestBuilder())
    opened.piece.get_by_text("The trials and the reviews").click()
    links = opened.piece.locator(".ldn-forest-sources a")
    assert links.count() == 12
    assert all(links.nth(i).get_attribute("href").startswith("https://") for i in range(links.count()))

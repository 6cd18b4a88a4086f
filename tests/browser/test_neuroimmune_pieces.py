"""Territory and TLR4 signalling under a reader's hand."""

from __future__ import annotations

import pytest

from ldn.interactives import Territory, TLR4Signalling


def numbers(rows: list[list[str]]) -> list[list[float]]:
    return [[float(cell) for cell in row] for row in rows]


def test_the_trif_arm_alone_spares_nfkb_on_the_page_and_in_its_table(piece):
    opened = piece(TLR4Signalling()).choose("in-vitro paper, 100 µM")
    assert "lowers peak TNF by 35 % and lowers peak nuclear NF-κB by 1.6 %" in opened.words()
    assert numbers(opened.table()[1:]) == TLR4Signalling(given="dish").table().to_numpy().tolist()


def test_moving_a_slider_leaves_the_preset(piece):
    opened = piece(TLR4Signalling()).press("Concentration of the blocker", "ArrowLeft")
    assert opened.piece.get_by_role("radio", name="own choice").is_checked()
    for arm in ("MyD88 arm", "TRIF arm"):
        opened.piece.get_by_role("checkbox", name=arm).press("Space")
    assert "does not hear endotoxin" in opened.words()


def test_no_wire_of_the_blocker_reaches_nfkb_while_it_blocks_trif(piece):
    wiring = piece(TLR4Signalling()).piece.locator("svg[aria-label^=Wiring]")
    assert "The what-if blocker acts on the TRIF arm alone." in wiring.get_attribute("aria-label")
    assert "naltrexone" not in wiring.evaluate("one => one.outerHTML").lower()


def test_a_damp_is_offered_as_a_supposition_and_can_stand_alone(piece):
    opened = piece(TLR4Signalling())
    wiring = opened.piece.locator("svg[aria-label^=Wiring]")
    assert "DAMP" not in wiring.get_attribute("aria-label")
    assert not opened.slider("Suppose its strength").is_visible()
    opened.press("Suppose a DAMP", "End")
    assert "A supposed DAMP acts on TLR4 as a second ligand, an assumption." in wiring.get_attribute(
        "aria-label"
    )
    opened.press("Suppose its strength", "Home")
    assert "0 % of endotoxin's strength, both assumptions, lowers peak TNF" in opened.words()
    opened.press("Endotoxin (LPS)", "Home")
    assert "nothing signals" in opened.words()


def test_the_injury_is_placed_by_mouse_and_by_number(piece):
    opened = piece(Territory())
    before = opened.picture()
    opened.piece.locator("svg[aria-label^=Territories]").click(position={"x": 60, "y": 50})
    assert opened.picture() != before
    left, top = "Injury, from the left, micrometres", "Injury, from the top, micrometres"
    assert 0 < float(opened.piece.get_by_label(left).input_value()) < 120
    assert 0 < float(opened.piece.get_by_label(top).input_value()) < 100
    opened.type(left, "300").type(top, "30")
    expected = Territory(injury_x_um=300, injury_y_um=30).table().to_numpy().tolist()
    table = [[row[0], *map(float, row[1:3]), row[3]] for row in opened.table()[1:]]
    assert table == [[" ".join(row[0].split()), *row[1:]] for row in expected]


def test_time_moves_only_by_hand_and_fills_territories(piece):
    opened = piece(Territory())
    opened.page.emulate_media(reduced_motion="no-preference")
    first = opened.picture()
    opened.page.wait_for_timeout(300)
    assert opened.picture() == first
    reached = opened.piece.locator(".ldn-territory.ldn-there")
    opened.press("Time since the injury", "Home").settle()
    assert reached.count() == 1
    opened.press("Time since the injury", "End")
    assert opened.slider("Time since the injury").get_attribute("aria-valuetext") == "30 minutes"
    assert "8 of 8 neighbours" in opened.words()
    assert reached.count() == 9


def test_a_territory_that_is_watched_fills_by_hand_and_says_on_which_supposition(piece):
    opened = piece(Territory())
    visited = opened.piece.locator("path.ldn-visited")
    opened.press("Hours watched", "Home").settle()
    assert visited.get_attribute("d") == ""
    assert "0 % of a territory has been visited" in opened.words()
    opened.press("Hours watched", "End").press(
        "Suppose the tip of a process feels a width of", "End"
    ).settle()
    assert opened.piece.locator("path.ldn-unvisited").get_attribute("d") == ""
    assert "100 % of a territory has been visited" in opened.words()
    assert "an assumption" in opened.words()


def test_density_and_arrangement_move_the_mosaic(piece):
    opened = piece(Territory()).press("Density", "Home")
    assert "At 4,000 cells/mm³, a density outside the published counts" in opened.words()
    opened.choose("at random")
    assert "placed at random" in opened.words()


@pytest.mark.parametrize(
    ("made", "state", "expected"),
    [
        (Territory, "density_per_mm3=9120&time_min=3", "At 9,120 cells/mm³"),
        (TLR4Signalling, "given=%22dish%22&blocks=%22both%22", "a blocker of both arms"),
    ],
)
def test_links_restore_a_view(piece, made, state, expected):
    name = "territory-1" if made is Territory else "tlr4-signalling-1"
    assert expected in piece(made(), fragment=f"#{name}?{state}").words()


def test_the_guess_is_set_beside_the_model(piece):
    opened = piece(TLR4Signalling(predict="By how many per cent does peak TNF fall?"))
    opened.type("Your guess, per cent", "40").click("Commit my guess")
    result = opened.page.locator(".ldn-guess-result").inner_text().replace("\xa0", " ")
    assert result.startswith("You guessed 40 %.")
    assert "peak TNF changes by less than 0.01 %" in result

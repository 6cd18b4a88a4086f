"""The compounding piece in a browser: its face, the slips, and the test that weighing cannot replace."""

from __future__ import annotations

from ldn.interactives import Compounding


def test_it_says_on_its_face_that_it_is_no_recipe(piece):
    opened = piece(Compounding())
    notice = opened.piece.locator(".ldn-live .ldn-compounding-notice")
    assert notice.is_visible()
    assert "Nothing here says how to make a medicine" in notice.inner_text()


def test_the_same_slip_is_harmless_at_one_strength_and_tenfold_at_another(piece):
    opened = piece(Compounding())
    opened.choose("mL for mg")
    assert "nothing changes: at 1 mg/mL the two are the same number" in opened.words()
    opened.type("Liquid that holds 50 mg, millilitres", "5")
    assert "it becomes 45 mg" in opened.words()
    opened.choose("none")
    assert "it becomes" not in opened.words()


def test_mixing_fails_by_assay_what_passes_by_weight(piece):
    opened = piece(Compounding(fill_sd_percent=0))
    verdict = opened.piece.locator(".ldn-capsule-verdict")
    assert "By assay: not passed" in verdict.inner_text()
    assert "By weight: would pass (0.0)" in verdict.inner_text()
    opened.press("Suppose the powder's strength varies by (SD)", "Home").settle()
    assert "By assay: passed (0.0)" in verdict.inner_text()


def test_another_batch_is_another_sample_of_the_same_powder(piece):
    opened = piece(Compounding())
    words = opened.words()
    opened.piece.get_by_label("Batch, drawn by chance").select_option("6")
    assert opened.words() != words
    assert "Batch 6:" in opened.words()


def test_a_guess_is_compared_with_the_slip(piece):
    opened = piece(Compounding(predict="What will 45 mg keep occupied?"))
    opened.type("Your guess, per cent", "100")
    opened.click("Commit my guess")
    assert "You guessed 100 %" in opened.piece.locator(".ldn-guess-result").inner_text()
    assert "94" in opened.piece.locator(".ldn-guess-result").inner_text()

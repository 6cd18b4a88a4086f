"""The reach check under a reader's hand."""

from __future__ import annotations

from playwright.sync_api import expect

from ldn.interactives import DoseComparison, ReachCheck


def test_the_untouched_default_reads_out_the_margin(piece):
    opened = piece(ReachCheck())
    assert "38,000 times the level after 4.5 mg; 3,400 times the level after 50 mg" in opened.words()
    assert opened.piece.locator(".ldn-live .ldn-report").count() == 14
    assert opened.piece.locator(".ldn-live .ldn-retracted").count() == 2


def test_every_control_changes_what_is_said(piece):
    opened = piece(ReachCheck())
    seen = [opened.words()]

    def changed() -> None:
        seen.append(opened.words())
        assert seen[-1] != seen[-2]

    opened.press("Dose 1", "End")
    changed()
    assert "after 100 mg" in seen[-1]
    opened.click("Add a dose")
    changed()
    expect(opened.piece.get_by_role("button", name="Add a dose")).to_be_disabled()
    opened.click("Remove dose 3")
    changed()
    opened.piece.get_by_label("Report whose margin is read out").select_option("cant_tlr4")
    changed()
    assert "TLR4: no effect" in seen[-1]
    opened.press("Suppose tissue holds", *["ArrowRight"] * 9)
    changed()
    assert "Suppose tissue held 1,000 times as much" in seen[-1]
    opened.choose("bound and free")
    changed()
    opened.choose("naltrexone as prescribed")
    changed()
    assert opened.piece.locator(".ldn-live .ldn-report").count() == 4
    opened.click("Reset")
    assert opened.words() == seen[0]


def test_a_row_chosen_with_the_mouse_is_read_out(piece):
    opened = piece(ReachCheck())
    opened.piece.locator('[data-report="qin_femtomolar"] .ldn-row').click()
    assert "Qin 2005 (naloxone at 1 fM to 100 fM" in opened.words()


def test_the_guess_is_set_beside_the_margin(piece):
    opened = piece(ReachCheck(predict="How many zeros?"))
    opened.press("Your guess", *["ArrowRight"] * 3).click("Commit my guess")
    result = opened.page.locator(".ldn-guess-result").inner_text().replace("\xa0", " ")
    assert result.startswith("You guessed 3 zeros, that is 1,000 times.")
    assert "38,000 times the level after 4.5 mg" in result


def test_pieces_of_two_kinds_keep_their_own_choices_and_ids(piece):
    """Each piece is a bundle of its own; radios of one name would be one group over the whole page."""
    opened = piece(ReachCheck(), DoseComparison())
    opened.settle()
    checked = opened.page.evaluate(
        "() => [...document.querySelectorAll('fieldset:has([type=radio])')]"
        ".map(group => group.querySelectorAll(':checked').length)"
    )
    assert len(checked) > 3
    assert set(checked) == {1}
    ids = opened.page.evaluate("() => [...document.querySelectorAll('.ldn-piece [id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))

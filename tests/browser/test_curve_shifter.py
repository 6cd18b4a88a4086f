"""The curve shifter under a reader's hand."""

from __future__ import annotations

from playwright.sync_api import expect

from ldn.interactives import CurveShifter

NALTREXONE, DOSE = "Naltrexone near the receptor", "Naltrexone a day, by mouth"
RESERVE, ERROR = "Receptor reserve of the agonist, τ (an assumption)", "Error of a reading (an assumption)"
INSURMOUNTABLE = "insurmountable (removes receptors)"


def said(shifter: CurveShifter) -> str:
    return " ".join(shifter.sentence().split())


def drawn(opened, panel: str) -> str:
    opened.settle()
    return opened.piece.locator(f".ldn-panel-{panel} svg").inner_html()


def keep_at(opened, *concentrations_nM: str) -> None:
    for concentration in concentrations_nM:
        opened.piece.get_by_label(f"{NALTREXONE}, nanomolar").fill(concentration)
        opened.settle()
        opened.piece.get_by_role("button", name="Keep this point").press("Enter")
        opened.settle()


def test_each_way_of_giving_it_is_told_as_python_tells_it(piece):
    opened = piece(CurveShifter()).choose("as tablets, day’s lowest")
    assert opened.words() == said(CurveShifter(given="tablet_lowest"))
    opened.choose(INSURMOUNTABLE)
    assert opened.words() == said(CurveShifter(given="tablet_lowest", antagonism="insurmountable"))
    assert "did not let go" in opened.words()


def test_a_tablet_moves_the_curve_and_the_plot(piece):
    opened = piece(CurveShifter()).choose("as tablets, day’s highest")
    before = drawn(opened, "time"), drawn(opened, "dose")
    opened.drag(opened.slider(DOSE), 0.9)
    assert float(opened.piece.get_by_label(f"{DOSE}, milligrams").input_value()) > 20
    assert drawn(opened, "time") != before[0]
    assert drawn(opened, "dose") != before[1]


def test_reserve_moves_the_curves_and_leaves_the_schild_plot(piece):
    opened = piece(CurveShifter())
    curves, schild = drawn(opened, "time"), drawn(opened, "dose")
    opened.press(RESERVE, "End")
    assert drawn(opened, "time") != curves
    assert drawn(opened, "dose") == schild


def test_a_plot_is_collected_by_keyboard_and_taken_back(piece):
    opened = piece(CurveShifter())
    opened.piece.get_by_role("button", name="Clear the plot").press("Enter")
    assert "0 points: a line with its interval needs three" in opened.words()
    expect(opened.piece.get_by_role("button", name="Take back the last")).to_be_disabled()
    keep_at(opened, "0.3", "3", "30")
    python = CurveShifter(competitive_points=[])
    for concentration_nM in (0.3, 3, 30):
        python.antagonist_nM = concentration_nM
        python.keep()
    assert opened.words() == said(python)
    opened.piece.locator("summary", has_text="The points kept").click()
    rows = opened.piece.get_by_role("region", name="Points kept").locator("tbody tr").all()
    assert [float(row.locator("td").first.inner_text()) for row in rows] == [
        ratio for _, ratio in python.competitive_points
    ]
    opened.click("Take back the last")
    assert "2 points" in opened.words()


def test_an_insurmountable_antagonist_has_a_plot_of_its_own_and_an_end(piece):
    opened = piece(CurveShifter()).choose(INSURMOUNTABLE)
    assert "0 points" in opened.words()
    opened.type(f"{RESERVE}, tau", "20")
    keep_at(opened, "0.3", "1", "3", "5")
    assert "4 points: slope 1." in opened.words()
    opened.type(f"{NALTREXONE}, nanomolar", "30")
    assert "out of reach" in opened.words()
    expect(opened.piece.get_by_role("button", name="Keep this point")).to_be_disabled()
    opened.press(RESERVE, "ArrowRight")
    assert "0 points" in opened.words()
    opened.choose("competitive")
    assert "4 points: slope 0.98" in opened.words()


def test_a_reading_without_a_shift_is_refused_in_words(piece):
    opened = piece(CurveShifter())
    keep_at(opened, "0.3")
    opened.click("Clear the plot").type(f"{ERROR}, per cent", "40")
    keep_at(opened, "3", "3", "0.03")
    assert "no shift to be seen" in opened.piece.locator(".ldn-keeping-words").inner_text()
    assert "2 points" in opened.words()


def test_the_table_follows(piece):
    opened = piece(CurveShifter()).choose("as tablets, day’s lowest").type(f"{DOSE}, milligrams", "50")
    expected = CurveShifter(given="tablet_lowest", dose_mg=50).table()
    assert [[float(cell) for cell in row] for row in opened.table()[1:]] == expected.to_numpy().tolist()


def test_the_guess_is_set_beside_the_answer(piece):
    opened = piece(CurveShifter(predict="By how many times must **morphine** be raised?"))
    opened.type("Your guess, times", "2").click("Commit my guess")
    result = opened.page.locator(".ldn-guess-result").inner_text().replace("\xa0", " ")
    assert result == "You guessed 2 times. As the controls stand now it is 10 times."

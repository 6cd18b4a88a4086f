"""The curve shifter under a reader's hand: mouse, keyboard, kept points, links, damaged store, themes, small phone."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ldn.interactives import CurveShifter
from ldn.interactives.base import STATIC

ROOT = Path(__file__).parents[2]
QUESTION = "By how many times must **morphine** be raised?"

_PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Curve shifter</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="ldn/interactive.css">
<style>body {{ margin: 0; padding: 8px; background: #fff }}
html[data-theme="dark"] body {{ background: #14181e; color: #e9e6df }}</style>
</head><body><main><h1>Shifter</h1>{piece}</main><script type="module" src="ldn/host.mjs"></script></body></html>"""

NALTREXONE, DOSE = "Naltrexone near the receptor", "Naltrexone a day, by mouth"
RESERVE, ERROR = "Receptor reserve of the agonist, τ (an assumption)", "Error of a reading (an assumption)"


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def shifter_url(tmp_path_factory) -> str:
    """A bare static site: the piece, the host script, the style sheet, and nothing of the book's theme."""
    site = tmp_path_factory.mktemp("shifter")
    shutil.copytree(STATIC, site / "ldn")
    shutil.copy(ROOT / "src" / "ldn" / "publishing" / "static" / "host.mjs", site / "ldn")
    for name, piece in {"plain": CurveShifter(), "asking": CurveShifter(predict=QUESTION)}.items():
        (site / f"{name}.html").write_text(_PAGE.format(piece=piece.static_html("curve-shifter-1")))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def plain(page, shifter_url):
    page.goto(f"{shifter_url}/plain.html")
    page.wait_for_selector(".ldn-piece .ldn-curve")
    yield page
    assert page.problems.all() == []


def settle(page) -> None:
    """Wait until the next frame is painted."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def words(page) -> str:
    settle(page)
    return page.locator(".ldn-sentence").inner_text().replace("\xa0", " ").replace("\n", " ")


def drawn(page, panel: str) -> str:
    settle(page)
    return page.locator(f".ldn-panel-{panel} svg").inner_html()


def choose(page, choice: str) -> None:
    page.get_by_role("radio", name=choice, exact=True).check()


def keep_at(page, *concentrations_nM: str) -> None:
    for concentration in concentrations_nM:
        page.get_by_label(f"{NALTREXONE}, nanomolar").fill(concentration)
        settle(page)
        page.get_by_role("button", name="Keep this point").click()
        settle(page)


def test_the_page_says_what_python_says(plain):
    assert words(plain) == CurveShifter().sentence().replace("\xa0", " ")
    choose(plain, "as tablets, day’s lowest")
    assert words(plain) == CurveShifter(given="tablet_lowest").sentence().replace("\xa0", " ")
    choose(plain, "insurmountable (removes receptors)")
    python = CurveShifter(given="tablet_lowest", antagonism="insurmountable")
    assert words(plain) == python.sentence().replace("\xa0", " ")


def test_mouse_and_keyboard_move_every_control(plain):
    for name, spoken in ((NALTREXONE, "nanomolar"), (RESERVE, "tau"), (ERROR, "per cent")):
        slider = plain.get_by_role("slider", name=name, exact=True)
        before = slider.get_attribute("aria-valuetext")
        slider.focus()
        plain.keyboard.press("ArrowRight")
        assert slider.get_attribute("aria-valuetext") != before
        assert slider.get_attribute("aria-valuetext").endswith(spoken)
    choose(plain, "as tablets, day’s highest")
    slider = plain.get_by_role("slider", name=DOSE)
    before = drawn(plain, "time"), drawn(plain, "dose")
    box = slider.bounding_box()
    plain.mouse.click(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
    assert float(plain.get_by_label(f"{DOSE}, milligrams").input_value()) > 20
    after = drawn(plain, "time"), drawn(plain, "dose")
    assert before[0] != after[0]
    assert before[1] != after[1]
    radio = plain.get_by_role("radio", name="competitive", exact=True)
    radio.focus()
    plain.keyboard.press("ArrowRight")
    assert "did not let go" in words(plain)


def test_reserve_moves_the_curves_and_leaves_the_schild_plot(plain):
    curves, schild = drawn(plain, "time"), drawn(plain, "dose")
    plain.get_by_role("slider", name=RESERVE).press("End")
    assert drawn(plain, "time") != curves
    assert drawn(plain, "dose") == schild


def test_a_plot_is_collected_by_keyboard_and_taken_back(plain):
    plain.get_by_role("button", name="Clear the plot").press("Enter")
    assert "0 points: a line with its interval needs three" in words(plain)
    assert plain.get_by_role("button", name="Take back the last").is_disabled()
    for concentration in ("0.3", "3", "30"):
        plain.get_by_label(f"{NALTREXONE}, nanomolar").fill(concentration)
        settle(plain)
        plain.get_by_role("button", name="Keep this point").press("Enter")
        settle(plain)
    python = CurveShifter(competitive_points=[])
    for concentration in (0.3, 3, 30):
        python.antagonist_nM = concentration
        python.keep()
    assert words(plain) == python.sentence().replace("\xa0", " ")
    plain.locator("summary", has_text="The points kept").click()
    rows = plain.get_by_role("region", name="Points kept").locator("tbody tr").all()
    assert [float(row.locator("td").first.inner_text()) for row in rows] == [
        ratio for _, ratio in python.competitive_points
    ]
    plain.get_by_role("button", name="Take back the last").click()
    assert "2 points" in words(plain)


def test_an_insurmountable_antagonist_has_a_plot_of_its_own_and_an_end(plain):
    choose(plain, "insurmountable (removes receptors)")
    assert "0 points" in words(plain)
    plain.get_by_label(f"{RESERVE}, tau").fill("20")
    keep_at(plain, "0.3", "1", "3", "5")
    assert "4 points: slope 1." in words(plain)
    plain.get_by_label(f"{NALTREXONE}, nanomolar").fill("30")
    assert "out of reach" in words(plain)
    assert plain.get_by_role("button", name="Keep this point").is_disabled()
    plain.get_by_role("slider", name=RESERVE).press("ArrowRight")
    assert "0 points" in words(plain)
    choose(plain, "competitive")
    assert "4 points: slope 0.98" in words(plain)


def test_a_reading_without_a_shift_is_refused_in_words(plain):
    keep_at(plain, "0.3")
    plain.get_by_role("button", name="Clear the plot").click()
    plain.get_by_label(f"{ERROR}, per cent").fill("40")
    keep_at(plain, "3", "3", "0.03")
    assert "no shift to be seen" in plain.locator(".ldn-keeping-words").inner_text()
    assert "2 points" in words(plain)


def test_live_region_table_reset_and_link_follow(plain, shifter_url):
    choose(plain, "as tablets, day’s lowest")
    plain.get_by_label(f"{DOSE}, milligrams").fill("50")
    shown = words(plain)
    plain.wait_for_function(
        "() => /50\\smg a day/.test(document.querySelector('.ldn-piece > [role=status]').textContent)"
    )
    plain.locator(".ldn-piece summary", has_text="Show data").click()
    settle(plain)
    expected = CurveShifter(given="tablet_lowest", dose_mg=50).table()
    rows = plain.get_by_role("region", name="Data table").locator("tbody tr").all()
    assert [
        [float(cell.inner_text()) for cell in row.locator("th, td").all()] for row in rows
    ] == expected.to_numpy().tolist()
    plain.get_by_role("button", name="Link to this view").click()
    link = plain.get_by_label("Address of this view").input_value()
    plain.get_by_role("button", name="Reset").click()
    assert words(plain) == CurveShifter().sentence().replace("\xa0", " ")
    plain.goto("about:blank")
    plain.goto(link)
    plain.wait_for_selector(".ldn-piece .ldn-curve")
    assert words(plain) == shown


def test_a_damaged_link_and_store_do_no_harm(page, shifter_url):
    page.goto(
        f"{shifter_url}/plain.html#curve-shifter-1?competitive_points=[[0,9]]&reserve=900&given=7&antagonism={{"
    )
    page.wait_for_selector(".ldn-piece .ldn-curve")
    assert words(page) == CurveShifter().sentence().replace("\xa0", " ")
    page.goto(f"{shifter_url}/asking.html")
    page.get_by_role("button", name="Skip").click()
    page.evaluate("() => Object.keys(localStorage).forEach(key => localStorage.setItem(key, '{'))")
    page.reload()
    expect(page.get_by_role("button", name="Skip")).to_be_visible()
    assert page.problems.all() == []


def test_predicting_comes_before_looking(page, shifter_url):
    page.goto(f"{shifter_url}/asking.html")
    page.wait_for_selector(".ldn-predict")
    assert page.locator(".ldn-panels").is_hidden()
    page.get_by_label("Your guess, times").fill("2")
    page.get_by_role("button", name="Commit my guess").click()
    result = page.locator(".ldn-guess-result").inner_text().replace("\xa0", " ")
    assert result == "You guessed 2 times. As the controls stand now it is 10 times."
    expect(page.locator(".ldn-panels")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_a_small_phone_scrolls_one_way(plain, axe_violations, theme):
    plain.set_viewport_size({"width": 320, "height": 640})
    plain.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)
    for summary in plain.locator("summary:visible").all():
        summary.click()
    choose(plain, "insurmountable (removes receptors)")
    settle(plain)
    plain.wait_for_timeout(200)
    assert axe_violations(plain) == []
    assert plain.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_everything_that_takes_the_focus_is_safe_in_jupyterlab(plain):
    bare = plain.evaluate(
        """() => [...document.querySelectorAll('.ldn-piece :is(a, button, input, select, summary, [tabindex])')]
          .filter(el => el.dataset.lmSuppressShortcuts !== 'true').map(el => el.outerHTML)"""
    )
    assert bare == []
    small = plain.evaluate(
        """() => [...document.querySelectorAll('.ldn-piece :is(button, input, summary)')]
          .map(el => [el.outerHTML.slice(0, 60), el.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
    )
    assert small == []
    assert "ldn-own" in drawn(plain, "dose")

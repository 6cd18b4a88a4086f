"""The one-dose explorer under a reader's hand: mouse, keyboard, links, damaged store, both themes, small phone."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ldn.interactives import OneDoseExplorer
from ldn.interactives.base import STATIC

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
QUESTION = "How high is the peak of **one** compartment?"
NUMBERS = {
    "Dose": "dose_mg",
    "Bioavailability F": "bioavailability_percent",
    "Clearance CL": "CL_L_per_h",
    "Volume V, all of it": "V_L",
    "Absorption rate ka": "ka_per_h",
    "Of V, filled at once": "Vc_L",
    "Exchange Q": "Q_L_per_h",
    "Read the half-life from": "read_from_h",
    "to": "read_to_h",
}

_PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>One dose</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="ldn/interactive.css">
<style>body {{ margin: 0; padding: 8px; background: #fff }}
html[data-theme="dark"] body {{ background: #14181e; color: #e9e6df }}</style>
</head><body><main><h1>One dose</h1>{piece}</main><script type="module" src="ldn/host.mjs"></script></body></html>"""


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def explorer_url(tmp_path_factory) -> str:
    """A bare static site: the piece, the host script, the style sheet, and nothing of the book's theme."""
    site = tmp_path_factory.mktemp("explorer")
    shutil.copytree(STATIC, site / "ldn")
    shutil.copy(ROOT / "src" / "ldn" / "publishing" / "static" / "host.mjs", site / "ldn")
    for name, piece in {"plain": OneDoseExplorer(), "asking": OneDoseExplorer(predict=QUESTION)}.items():
        html = piece.static_html("one-dose-explorer-1")
        (site / f"{name}.html").write_text(_PAGE.format(piece=html))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def plain(page, explorer_url):
    page.goto(f"{explorer_url}/plain.html")
    page.wait_for_selector(".ldn-piece .ldn-curve")
    yield page
    assert page.problems.all() == []


def settle(page) -> None:
    """Wait until the next frame is painted."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def words(page) -> str:
    """The sentence over the picture, with ordinary spaces."""
    settle(page)
    return page.locator(".ldn-sentence").inner_text().replace("\xa0", " ").replace("\n", " ")


def picture(page) -> str:
    settle(page)
    return page.locator(".ldn-panels").inner_html()


def shown_table(page) -> list[list[str]]:
    settle(page)
    rows = page.locator(".ldn-table tr").all()
    return [[cell.inner_text() for cell in row.locator("th, td").all()] for row in rows]


def test_the_untouched_default_says_what_the_lesson_is_about(plain):
    assert "One compartment peaks at 4.8 ng/mL after 2 h; two compartments peak at 12.6 ng/mL" in words(plain)
    ratio = plain.locator(".ldn-readout tbody tr").filter(has_text="Peak over area").inner_text().split("\t")
    assert ratio == ["Peak over area (per h)", "0.11", "0.30", "0.25–0.30"]
    assert plain.locator(".ldn-paper").is_hidden()


def test_every_number_moves_by_keyboard_and_changes_picture_words_and_table(plain):
    plain.locator(".ldn-piece summary", has_text="Show data").click()
    for label, name in NUMBERS.items():
        slider = plain.get_by_role("slider", name=label, exact=True)
        before = picture(plain), words(plain), shown_table(plain)
        slider.focus()
        for _ in range(6):
            plain.keyboard.press("ArrowRight")
        after = picture(plain), words(plain), shown_table(plain)
        assert after[0] != before[0], name
        assert slider.get_attribute("data-lm-suppress-shortcuts") == "true"
        if name not in ("Q_L_per_h", "Vc_L", "ka_per_h"):
            assert after[1] != before[1], name
        if not name.startswith("read_"):
            assert after[2] != before[2], name


def test_bioavailability_moves_by_mouse_and_leaves_the_ring_on_its_line(plain):
    def ring() -> tuple[float, float]:
        settle(plain)
        one = plain.locator(".ldn-panel-area .ldn-own[data-series='3']")
        return float(one.get_attribute("cx")), float(one.get_attribute("cy"))

    box = plain.get_by_role("slider", name="Bioavailability F").bounding_box()
    first = ring()
    plain.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] / 2)
    plain.mouse.down()
    plain.mouse.move(box["x"] + box["width"] * 0.45, box["y"] + box["height"] / 2, steps=4)
    plain.mouse.up()
    assert ring() != first
    ratio = plain.locator(".ldn-readout tbody tr").filter(has_text="Peak over area").inner_text().split("\t")
    assert ratio[1] == "0.11"


@pytest.mark.parametrize("checked", ["both", "linear", "24 h", "healthy"])
def test_each_choice_changes_the_picture(plain, checked):
    first = plain.get_by_role("radio", name=checked, exact=True)
    group = first.locator("xpath=ancestor::fieldset")
    first.focus()
    pictures = {picture(plain)}
    for _ in range(group.get_by_role("radio").count() - 1):
        plain.keyboard.press("ArrowRight")
        pictures.add(picture(plain))
    assert len(pictures) == group.get_by_role("radio").count()


def test_a_sick_liver_sets_bioavailability_and_clearance(plain):
    plain.get_by_role("radio", name="decompensated cirrhosis").click()
    settle(plain)
    assert plain.get_by_label("Bioavailability F, per cent").input_value() == "80"
    assert plain.get_by_label("Clearance CL, litres per hour").input_value() == "105"
    assert "an area of 344 ng·h/mL" in words(plain)
    assert ">i</text>" in plain.locator(".ldn-panel-area").inner_html()


def test_the_reading_window_pushes_its_other_end(plain):
    field = plain.get_by_label("Read the half-life from, hours")
    field.fill("20")
    field.press("Tab")
    settle(plain)
    assert plain.get_by_label("to, hours").input_value() == "21"
    assert "Half-life read between 20 and 21 h: 4.5 h in one and 11.4 h in two" in words(plain)
    other = plain.get_by_label("to, hours")
    other.fill("3")
    other.press("Tab")
    settle(plain)
    assert field.input_value() == "2.5"


def test_points_are_full_where_measured_and_open_where_scaled(plain):
    assert plain.locator(".ldn-panel-time .ldn-measured-points .ldn-point").count() == 3
    assert plain.locator(".ldn-panel-time .ldn-scaled-points .ldn-point").count() == 0
    plain.get_by_label("Dose, milligrams").fill("4.5")
    settle(plain)
    assert plain.locator(".ldn-panel-time .ldn-scaled-points .ldn-point").count() == 3
    assert plain.locator(".ldn-measured-points .ldn-point").count() == 0
    plain.get_by_role("checkbox", name="6β-naltrexol as well").click()
    settle(plain)
    assert plain.locator(".ldn-panel-time .ldn-point").count() == 4
    assert plain.locator(".ldn-metabolite").count() == 2


def test_table_agrees_with_python_and_reset_brings_the_first_view_back(plain):
    first, sentence = picture(plain), words(plain)
    plain.locator(".ldn-piece summary", has_text="Show data").click()
    expected = OneDoseExplorer().table()
    table = shown_table(plain)
    assert table[0] == list(expected.columns)
    assert [[float(cell) for cell in row] for row in table[1:]] == expected.to_numpy().tolist()
    plain.get_by_role("slider", name="Clearance CL").press("End")
    plain.get_by_role("radio", name="one compartment").click()
    assert picture(plain) != first
    plain.get_by_role("button", name="Reset").click()
    assert picture(plain) == first
    assert words(plain) == sentence


def test_a_link_restores_the_view_and_a_damaged_one_does_no_harm(plain, explorer_url):
    plain.get_by_role("slider", name="Dose", exact=True).press("Home")
    plain.get_by_role("radio", name="log").click()
    plain.get_by_role("checkbox", name="6β-naltrexol as well").click()
    shown = words(plain)
    plain.get_by_role("button", name="Link to this view").click()
    link = plain.get_by_label("Address of this view").input_value()
    plain.goto("about:blank")
    plain.goto(link)
    plain.wait_for_selector(".ldn-piece .ldn-curve")
    assert words(plain) == shown
    plain.goto("about:blank")
    plain.goto(
        f"{explorer_url}/plain.html#one-dose-explorer-1?dose_mg=9e9&V_L=null&axis=%22polar%22&naltrexol=3&read_from_h=12&data=1"
    )
    plain.wait_for_selector(".ldn-piece .ldn-curve")
    assert "Of 50 mg, 9.8 mg" in words(plain)
    assert "between 12 and 12.5 h" in words(plain)


def test_predicting_comes_before_looking_and_a_damaged_store_does_no_harm(page, explorer_url):
    page.goto(f"{explorer_url}/asking.html")
    page.wait_for_selector(".ldn-predict")
    assert page.locator(".ldn-panels").is_hidden()
    page.get_by_label("Your guess, nanograms per millilitre").fill("15")
    page.get_by_role("button", name="Commit my guess").click()
    result = page.locator(".ldn-guess-result").inner_text().replace("\xa0", " ")
    assert result.startswith(
        "You guessed 15 ng/mL. As the controls stand now, one compartment peaks at 4.8 ng/mL"
    )
    expect(page.locator(".ldn-panels")).to_be_visible()
    for rubbish in ("{", "[]", '{"guess": 1e9}'):
        page.evaluate(
            "(text) => Object.keys(localStorage).forEach(key => localStorage.setItem(key, text))", rubbish
        )
        page.reload()
        page.wait_for_selector(".ldn-predict")
        expect(page.get_by_role("button", name="Skip")).to_be_visible()
    assert page.problems.all() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["plain", "asking"])
def test_axe_finds_nothing(page, explorer_url, theme, name):
    page.goto(f"{explorer_url}/{name}.html")
    page.wait_for_selector(".ldn-piece")
    page.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)
    for summary in page.locator("summary:visible").all():
        summary.click()
    settle(page)
    page.wait_for_timeout(200)
    page.evaluate(AXE.read_text())
    found = page.evaluate("() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    assert page.problems.all() == []


@pytest.mark.parametrize("name", ["plain", "asking"])
def test_a_small_phone_needs_no_sideways_scrolling(page, explorer_url, name):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{explorer_url}/{name}.html")
    page.wait_for_selector(".ldn-piece")
    for summary in page.locator("summary:visible").all():
        summary.click()
    settle(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_without_javascript_the_picture_and_its_table_stand(page, explorer_url):
    context = page.context.browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"{explorer_url}/plain.html")
    assert "4.8" in bare.locator(".ldn-paper img").get_attribute("alt")
    assert bare.locator(".ldn-paper img").bounding_box()["height"] > 150
    context.close()

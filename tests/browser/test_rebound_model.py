"""The rebound model under a reader's hand: mouse, keyboard, links, a damaged store, both themes, a phone."""

from __future__ import annotations

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ldn.interactives import ReboundModel
from ldn.interactives.base import STATIC

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

_PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Rebound</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="ldn/interactive.css">
<style>
body {{ margin: 0; padding: 8px; background: #fff }}
html[data-theme="dark"] body {{ background: #14181e; color: #e9e6df }}
</style></head><body><main><h1>Rebound</h1>{piece}</main>
<script type="module" src="ldn/host.mjs"></script></body></html>"""


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def piece_url(tmp_path_factory) -> str:
    site = tmp_path_factory.mktemp("rebound")
    shutil.copytree(STATIC, site / "ldn")
    shutil.copy(ROOT / "src" / "ldn" / "publishing" / "static" / "host.mjs", site / "ldn")
    pages = {"plain": ReboundModel(), "asking": ReboundModel(predict="What will the **mean** be?")}
    for name, piece in pages.items():
        (site / f"{name}.html").write_text(_PAGE.format(piece=piece.static_html("rebound-model-1")))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def opened(page, address: str):
    page.goto(address)
    page.wait_for_selector(".ldn-interactive[data-ldn-state=live]")
    return page


@pytest.fixture
def plain(page, piece_url):
    yield opened(page, f"{piece_url}/plain.html")
    assert page.problems.all() == []


def settle(page) -> None:
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def words(page) -> str:
    settle(page)
    return page.locator(".ldn-sentence").inner_text().replace("\xa0", " ").replace("\n", " ")


def picture(page) -> str:
    settle(page)
    return page.locator(".ldn-panels").inner_html()


def test_the_default_says_what_python_says(plain):
    said = ReboundModel().sentence().replace("\xa0", " ")
    assert words(plain) == said
    assert "above baseline for 19 h" in said
    assert plain.locator(".ldn-paper").is_hidden()


SLIDERS = (
    "Blocked a day (assumed)",
    "Opioid gain (assumed)",
    "Brake on excess (assumed)",
    "Receptor gain (assumed)",
    "Opioid half-life (assumed)",
)


def test_every_slider_answers_to_the_keyboard_and_changes_picture_and_words(plain):
    for name in SLIDERS:
        before, said = picture(plain), words(plain)
        slider = plain.get_by_role("slider", name=name)
        slider.focus()
        plain.keyboard.press("ArrowRight")
        plain.keyboard.press("ArrowRight")
        assert picture(plain) != before, name
        assert words(plain) != said, name
    # The receptors' half-life shows once receptors answer, which they do since their gain was raised.
    before = picture(plain)
    plain.get_by_role("slider", name="Receptor half-life (assumed)").press("ArrowRight")
    assert picture(plain) != before


def test_a_slider_answers_to_the_mouse(plain):
    box = plain.get_by_role("slider", name="Brake on excess (assumed)").bounding_box()
    plain.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
    plain.mouse.down()
    plain.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] / 2, steps=4)
    plain.mouse.up()
    assert 30 < float(plain.get_by_label("Brake on excess (assumed), per cent").input_value()) < 70
    assert "above baseline for 19 h" in words(plain)
    assert "104 %" not in words(plain)


def test_choices_change_the_picture_and_swap_hours_for_dose(plain):
    radio = plain.get_by_role("radio", name="a clean blockade")
    radio.focus()
    pictures = {picture(plain)}
    for _ in range(3):
        plain.keyboard.press("ArrowRight")
        pictures.add(picture(plain))
    assert len(pictures) == 4
    assert plain.get_by_role("slider", name="Blocked a day (assumed)").is_hidden()
    expect(plain.get_by_role("slider", name="Daily dose")).to_be_visible()
    plain.get_by_role("radio", name="a dose, model B").check()
    assert "53–64 % of receptors are blocked" in words(plain)
    assert "no opioid gain up to 10 is enough" in words(plain)
    before = picture(plain)
    plain.get_by_role("radio", name="28", exact=True).check()
    assert picture(plain) != before


def test_the_table_follows(plain):
    plain.locator(".ldn-piece summary", has_text="Show data").click()
    plain.get_by_role("slider", name="Blocked a day (assumed)").press("ArrowRight")
    settle(plain)
    rows = plain.locator(".ldn-table tr").all()
    table = [[cell.inner_text() for cell in row.locator("th, td").all()] for row in rows]
    expected = ReboundModel(hours_blocked=5.5).table()
    assert table[0] == list(expected.columns)
    assert [[float(cell) for cell in row] for row in table[1:]] == expected.to_numpy().tolist()


def test_a_link_restores_the_view_and_a_damaged_one_does_nothing(plain, piece_url):
    first = words(plain)
    plain.get_by_role("slider", name="Opioid gain (assumed)").press("End")
    plain.get_by_role("radio", name="a dose, model C").check()
    shown = words(plain)
    plain.get_by_role("button", name="Link to this view").click()
    link = plain.get_by_label("Address of this view").input_value()
    plain.goto("about:blank")
    assert words(opened(plain, link)) == shown
    plain.get_by_role("button", name="Reset").click()
    plain.goto("about:blank")
    damaged = "blocked=%22always%22&opioid_gain=99&brake_percent=null&window_days=5&data=1"
    assert words(opened(plain, f"{piece_url}/plain.html#rebound-model-1?{damaged}")) == first


def test_the_guess_is_asked_first_and_kept(page, piece_url):
    opened(page, f"{piece_url}/asking.html")
    assert page.locator(".ldn-sentence").is_hidden()
    page.get_by_role("slider", name="Your guess").press("End")
    page.get_by_role("button", name="Commit my guess").click()
    assert "You guessed 200 %. The model says 104 %" in page.locator(".ldn-guess-result").inner_text()
    page.reload()
    page.wait_for_selector(".ldn-interactive[data-ldn-state=live]")
    expect(page.locator(".ldn-sentence")).to_be_visible()
    page.evaluate(
        """() => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{"guess":'); }"""
    )
    page.reload()
    page.wait_for_selector(".ldn-interactive[data-ldn-state=live]")
    expect(page.get_by_role("button", name="Skip")).to_be_visible()
    assert page.problems.all() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(plain, theme):
    plain.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    for summary in plain.locator(".ldn-piece summary").all():
        summary.click()
    plain.add_script_tag(path=str(AXE))
    found = plain.evaluate("() => axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    assert [(v["id"], [node["html"] for node in v["nodes"]][:3]) for v in found] == [], json.dumps(found)[
        :2000
    ]


def test_a_phone_needs_no_sideways_scrolling(plain):
    plain.set_viewport_size({"width": 320, "height": 700})
    settle(plain)
    assert plain.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert plain.locator(".ldn-panel svg").first.bounding_box()["width"] <= 320

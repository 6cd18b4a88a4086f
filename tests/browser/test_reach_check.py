"""The reach check under a reader's hand: mouse, keyboard, a link, a damaged store, both themes, a small phone."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ldn.interactives import ReachCheck, TLR4Signalling
from ldn.interactives.base import STATIC

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

_PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Reach</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="ldn/interactive.css">
<style>
body {{ margin: 0; padding: 8px; background: #fff }}
html[data-theme="dark"] body {{ background: #14181e; color: #e9e6df }}
</style></head><body><main><h1>Reach check</h1>{piece}</main>
<script type="module" src="ldn/host.mjs"></script></body></html>"""


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site_url(tmp_path_factory) -> str:
    site = tmp_path_factory.mktemp("reach")
    shutil.copytree(STATIC, site / "ldn")
    shutil.copy(ROOT / "src" / "ldn" / "publishing" / "static" / "host.mjs", site / "ldn")
    pages = {"plain": ReachCheck(), "asking": ReachCheck(predict="How many zeros?")}
    for name, piece in pages.items():
        (site / f"{name}.html").write_text(_PAGE.format(piece=piece.static_html("reach-check-1")))
    neighbours = TLR4Signalling().static_html("tlr4-signalling-1") + ReachCheck().static_html("reach-check-1")
    (site / "neighbours.html").write_text(_PAGE.format(piece=neighbours))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def plain(page, site_url):
    page.goto(f"{site_url}/plain.html")
    page.wait_for_selector(".ldn-interactive[data-ldn-state=live]")
    yield page
    assert page.problems.all() == []


def settle(page) -> None:
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def words(page) -> str:
    settle(page)
    return page.locator(".ldn-sentence").inner_text().replace("\xa0", " ").replace("\n", " ")


def choose(page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).check()


def test_the_untouched_default_reads_out_the_margin(plain):
    assert "38,000 times the level after 4.5 mg; 3,400 times the level after 50 mg" in words(plain)
    assert plain.locator(".ldn-report").count() == 14
    assert plain.locator(".ldn-retracted").count() == 2


def test_every_control_changes_what_is_said(plain):
    seen = [words(plain)]

    def changed() -> None:
        seen.append(words(plain))
        assert seen[-1] != seen[-2]

    plain.get_by_role("slider", name="Dose 1").focus()
    plain.keyboard.press("End")
    changed()
    assert "after 100 mg" in seen[-1]
    plain.get_by_role("button", name="Add a dose").click()
    changed()
    assert plain.get_by_role("button", name="Add a dose").is_disabled()
    plain.get_by_role("button", name="Remove dose 3").click()
    changed()
    plain.get_by_label("Report whose margin is read out").select_option("cant_tlr4")
    changed()
    assert "TLR4: no effect" in seen[-1]
    plain.get_by_role("slider", name="Suppose tissue holds").focus()
    for _ in range(9):
        plain.keyboard.press("ArrowRight")
    changed()
    assert "Suppose tissue held 1,000 times as much" in seen[-1]
    choose(plain, "bound and free")
    changed()
    choose(plain, "naltrexone as prescribed")
    changed()
    assert plain.locator(".ldn-report").count() == 4
    plain.get_by_role("button", name="Reset").click()
    assert words(plain) == seen[0]


def test_a_row_chosen_with_the_mouse_is_read_out_and_the_table_follows(plain):
    plain.locator('[data-report="qin_femtomolar"] .ldn-row').click()
    assert "Qin 2005 (naloxone at 1 fM to 100 fM" in words(plain)
    plain.locator(".ldn-piece").get_by_text("Show data").click()
    settle(plain)
    before = plain.locator(".ldn-table").inner_text()
    plain.get_by_role("slider", name="Dose 1").focus()
    plain.keyboard.press("ArrowRight")
    settle(plain)
    assert plain.locator(".ldn-table").inner_text() != before


def test_a_link_restores_the_view_and_a_damaged_one_does_no_harm(plain, site_url):
    plain.get_by_label("Report whose margin is read out").select_option("gabr_mixed_glia")
    said = words(plain)
    plain.get_by_role("button", name="Link to this view").click()
    address = plain.locator(".ldn-link").input_value()
    for target, expected in (
        (address, said),
        (
            f"{site_url}/plain.html#reach-check-1?report=%22wang2016_nfkb%22&doses_mg=%5B900%5D",
            "38,000 times",
        ),
    ):
        plain.goto("about:blank")
        plain.goto(target)
        plain.wait_for_selector(".ldn-interactive[data-ldn-state=live]")
        assert expected in words(plain)


def test_the_guess_comes_first_and_survives_rubbish_in_the_store(page, site_url):
    page.goto(f"{site_url}/asking.html")
    page.wait_for_selector(".ldn-predict")
    assert page.locator(".ldn-sentence").is_hidden()
    page.get_by_role("slider", name="Your guess").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Commit my guess").click()
    result = page.locator(".ldn-guess-result").inner_text().replace("\xa0", " ")
    assert result.startswith("You guessed 3 zeros, that is 1,000 times.")
    assert "38,000 times the level after 4.5 mg" in result
    page.evaluate("() => Object.keys(localStorage).forEach(key => localStorage.setItem(key, '{'))")
    page.reload()
    page.wait_for_selector(".ldn-predict")
    expect(page.get_by_role("button", name="Skip")).to_be_visible()
    assert page.problems.all() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_a_small_phone_does_not_scroll_sideways(plain, theme):
    plain.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)
    for summary in plain.locator("summary:visible").all():
        summary.click()
    plain.set_viewport_size({"width": 320, "height": 640})
    settle(plain)
    plain.wait_for_timeout(150)
    assert plain.evaluate("() => document.documentElement.scrollWidth") <= 320
    plain.evaluate(AXE.read_text())
    found = plain.evaluate(
        "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})"
    )
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []


def test_pieces_on_one_page_keep_their_own_choices_and_ids(page, site_url):
    """Each piece is a bundle of its own; radios of one name would be one group over the whole page."""
    page.goto(f"{site_url}/neighbours.html")
    page.wait_for_function("() => document.querySelectorAll('[data-ldn-state=live]').length === 2")
    settle(page)
    checked = page.evaluate(
        "() => [...document.querySelectorAll('fieldset:has([type=radio])')]"
        ".map(group => group.querySelectorAll(':checked').length)"
    )
    assert len(checked) > 3
    assert set(checked) == {1}
    ids = page.evaluate("() => [...document.querySelectorAll('.ldn-piece [id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
    assert page.problems.all() == []

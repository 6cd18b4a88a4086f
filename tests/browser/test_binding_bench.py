"""The binding bench under a reader's hand: mouse, keyboard, links, a damaged store, both themes, a phone."""

from __future__ import annotations

import csv
import re
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ldn.interactives import BindingBench
from ldn.interactives.base import STATIC

ROOT = Path(__file__).parents[2]

_PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Bench</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="ldn/interactive.css">
<style>
body {{ margin: 0; padding: 8px; background: #fff }}
html[data-theme="dark"] body {{ background: #14181e; color: #e9e6df }}
</style></head><body><main><h1>Binding bench</h1>{piece}</main>
<script type="module" src="ldn/host.mjs"></script></body></html>"""
_LIVE = ".ldn-interactive[data-ldn-state=live]"


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def bench_url(tmp_path_factory) -> str:
    """A bare static site: the piece, the host script, the style sheet, and nothing of the book's theme."""
    site = tmp_path_factory.mktemp("bench")
    shutil.copytree(STATIC, site / "ldn")
    shutil.copy(ROOT / "src" / "ldn" / "publishing" / "static" / "host.mjs", site / "ldn")
    benches = {
        "plain": BindingBench(),
        "time": BindingBench(view="time"),
        "asking": BindingBench(predict="Half of the receptors are held. What is the response?"),
        "asking-time": BindingBench(view="time", predict="After how many minutes is half gone?"),
    }
    for name, bench in benches.items():
        (site / f"{name}.html").write_text(_PAGE.format(piece=bench.static_html("binding-bench-1")))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def open_bench(page, bench_url):
    def opened(name: str):
        page.goto(f"{bench_url}/{name}.html")
        page.wait_for_selector(_LIVE)
        return page

    yield opened
    assert page.problems.all() == []


def settle(page) -> None:
    """Wait until the next frame is painted."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def words(page) -> str:
    """The sentence over the picture, with ordinary spaces."""
    settle(page)
    return page.locator(".ldn-sentence").inner_text().replace("\xa0", " ")


def picture(page) -> str:
    settle(page)
    return page.locator(".ldn-panels").inner_html()


def filled(page) -> int:
    settle(page)
    return page.locator(".ldn-drug").count()


def choose(page, choice: str) -> None:
    page.get_by_role("radio", name=choice, exact=True).check()


def test_the_kind_of_drug_changes_the_response_and_not_the_receptors(open_bench):
    page = open_bench("plain")
    assert "holds 50 % of the receptors. As a full agonist (τ = 30) it gives 94 %" in words(page)
    assert filled(page) == 50
    assert page.locator(".ldn-paper").is_hidden()
    choose(page, "partial agonist")
    assert "gives 33 % of the greatest response, and never more than 50 %" in words(page)
    choose(page, "antagonist")
    assert "it gives no response" in words(page)
    assert filled(page) == 50
    assert page.get_by_label("Efficacy, a teaching choice, tau").input_value() == "0"


def test_receptors_fill_and_empty_with_the_concentration_by_mouse(open_bench):
    page = open_bench("plain")
    box = page.get_by_role("slider", name="Concentration").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.42, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.97, box["y"] + box["height"] / 2, steps=4)
    assert filled(page) > 97
    page.mouse.move(box["x"] + box["width"] * 0.03, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    assert filled(page) == 0


@pytest.mark.parametrize("name", ["plain", "time"])
def test_every_control_moves_the_picture_by_keyboard(open_bench, name):
    page = open_bench(name)
    if name == "time":
        choose(page, "added")
    sliders = page.get_by_role("slider").all()
    assert len([slider for slider in sliders if slider.is_visible()]) == (3 if name == "plain" else 2)
    for slider in sliders:
        if not slider.is_visible():
            continue
        before = picture(page)
        slider.focus()
        page.keyboard.press("ArrowRight")
        assert picture(page) != before
        assert re.match(
            r"[\d.]+ (nanomolar|tau|seconds|times its Kd)$", slider.get_attribute("aria-valuetext")
        )
    for checked in page.locator("input[type=radio]:checked").all():
        if not checked.is_visible():
            continue
        before = picture(page)
        checked.focus()
        page.keyboard.press("ArrowRight")
        assert picture(page) != before
    for control in page.locator(".ldn-piece :is(input, button, summary)").all():
        assert control.get_attribute("data-lm-suppress-shortcuts") == "true"


def test_over_time_each_field_empties_at_its_own_pace(open_bench):
    page = open_bench("time")
    assert "naloxone 9 %" in words(page)
    fields = page.locator(".ldn-receptors")
    assert [fields.nth(i).locator(".ldn-drug").count() for i in range(3)] == [5, 39, 49]
    assert page.get_by_role("slider", name="Concentration, times Kd").is_hidden()
    field = page.get_by_label("Look at, seconds")
    field.fill("7200")
    field.press("Tab")
    assert words(page).startswith("2 h after the drug around them is washed away")
    assert [fields.nth(i).locator(".ldn-drug").count() for i in range(3)] == [0, 0, 8]
    assert "in people" in page.locator(".ldn-panels").inner_text()


def test_bad_typing_is_explained(open_bench):
    page = open_bench("plain")
    field = page.get_by_label("Kd, nanomolar")
    field.fill("0")
    field.press("Tab")
    complaint = page.locator(".ldn-error").filter(has_text="Kd").inner_text()
    assert complaint == "Kd: “0” nM is outside the range. Type a number from 0.01 to 1000 nM."
    assert "Kd of 1 nM" in words(page)


def test_live_text_and_table_follow(open_bench, tmp_path):
    page = open_bench("plain")
    page.locator(".ldn-piece summary", has_text="Show data").click()
    page.get_by_role("slider", name="Kd").press("ArrowRight")
    rows = [
        [cell.inner_text() for cell in row.locator("th, td").all()]
        for row in page.locator(".ldn-live .ldn-table tr").all()
    ]
    expected = BindingBench(kd_nM=1.2).table()
    assert rows[0] == list(expected.columns)
    assert [[float(cell) for cell in row] for row in rows[1:]] == expected.to_numpy().tolist()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    download.value.save_as(tmp_path / "data.csv")
    with (tmp_path / "data.csv").open(newline="") as file:
        assert list(csv.reader(file)) == rows
    page.wait_for_function(
        "() => document.querySelector('.ldn-piece > [role=status]').textContent.includes('a Kd of 1.2')"
    )
    assert "a Kd of 1.2" in page.locator("svg[role=img]").first.get_attribute("aria-label").replace(
        "\xa0", " "
    )


def test_reset_and_link_restore_the_view(open_bench, bench_url):
    page = open_bench("plain")
    first = picture(page)
    choose(page, "how fast does it come and go?")
    choose(page, "added")
    page.get_by_role("slider", name="Look at").press("ArrowLeft")
    shown = words(page)
    page.get_by_role("button", name="Link to this view").click()
    link = page.get_by_label("Address of this view").input_value()
    page.get_by_role("button", name="Reset").click()
    assert picture(page) == first
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_selector(_LIVE)
    assert words(page) == shown


def test_damaged_link_and_store_are_as_if_they_were_not_there(open_bench, page, bench_url):
    page.goto(f"{bench_url}/asking.html")
    page.evaluate(
        "() => localStorage.setItem('a-tenth-of-the-dose/guess/asking.html/binding-bench-1', '{\"guess\": 1e9')"
    )
    page.goto(f"{bench_url}/asking.html#binding-bench-1?tau=-5&view=7&kd_nM=[&time_s=null")
    page.reload()
    page.wait_for_selector(_LIVE)
    assert page.locator(".ldn-panels").is_hidden()
    page.get_by_role("button", name="Skip").click()
    assert "(τ = 30) it gives 94 %" in words(page)


@pytest.mark.parametrize(
    ("name", "label", "guess", "answer"),
    [
        ("asking", "Your guess, per cent", "50", "You guessed 50 %. With 50 % of the receptors held, the response"),
        ("asking-time", "Your guess, minutes", "5", "You guessed 5 min. Measured in people: 120 min (SD 96)."),
    ],
)  # fmt: skip
def test_predicting_comes_before_looking(open_bench, name, label, guess, answer):
    page = open_bench(name)
    assert page.locator(".ldn-panels").is_hidden()
    page.get_by_label(label).fill(guess)
    page.get_by_role("button", name="Commit my guess").click()
    assert page.locator(".ldn-guess-result").inner_text().replace("\xa0", " ").startswith(answer)
    settle(page)
    assert page.locator(".ldn-guess-line").count() == 1


@pytest.mark.parametrize("name", ["plain", "time"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_needs_no_sideways_scroll(open_bench, axe_violations, name, theme):
    page = open_bench(name)
    page.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)
    page.set_viewport_size({"width": 320, "height": 700})
    for summary in page.locator(".ldn-piece summary").all():
        summary.click()
    settle(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert axe_violations(page) == []


def test_paper_shows_the_picture_and_its_words(page, bench_url):
    context = page.context.browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"{bench_url}/time.html")
    image = bare.locator(".ldn-paper img")
    assert image.bounding_box()["height"] > 150
    assert "carfentanil 99" in image.get_attribute("alt")
    context.close()

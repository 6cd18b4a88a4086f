"""Pieces on a bare page, with the host script and nothing of the book's theme, and what a reader does there."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

from playwright.sync_api import Locator, Page

from ldn.interactives.base import STATIC, Interactive

HOST = Path(__file__).parents[2] / "src" / "ldn" / "publishing" / "static" / "host.mjs"

_PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Pieces</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="ldn/interactive.css">
<style>
body {{ margin: 0; padding: 8px; background: #fff; --ldn-paper: #fff; font-family: sans-serif }}
html[data-theme="dark"] body {{ background: #14181e; color: #e9e6df; --ldn-paper: #14181e }}
</style></head><body><main><h1>Pieces</h1>{pieces}</main>
<script type="module" src="ldn/host.mjs"></script></body></html>"""

# Everything of a piece that answers to its state: words, pictures, readouts and the table, open or not.
_SHOWN = """(piece) => [...piece.querySelectorAll('svg, .ldn-sentence, .ldn-table')]
    .map((part) => part instanceof SVGElement ? part.outerHTML : part.textContent).join('\\n')"""


# Stands for JupyterLab's: `sent` records what is sent, `model.hear` lets Python speak up, `end` takes the piece away.
_KERNEL = """async (name) => {
  const listeners = {};
  const state = JSON.parse(document.querySelector(".ldn-state").textContent);
  window.sent = [];
  window.model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; },
    save_changes: () => window.sent.push(JSON.parse(JSON.stringify(state))),
    on: (event, act) => { listeners[event] = act; },
    off: (event) => { delete listeners[event]; },
    hear: (name, value) => { state[name] = value; listeners.change?.(); listeners[`change:${name}`]?.(); },
    listening: () => Object.keys(listeners),
  };
  const el = document.createElement("div");
  el.dataset.ldnHost = "lab";
  document.querySelector(".ldn-interactive").replaceChildren(el);
  const piece = await import(new URL(`ldn/${name}.mjs`, location.href).href);
  window.end = piece.default.render({ model: window.model, el });
}"""


def identity(piece: Interactive) -> str:
    """The name that a piece gets when it is the first of its kind on a page."""
    return f"{piece.piece.replace('_', '-')}-1"


class PiecePage:
    """One page with pieces; `page` is Playwright's. What a reader's hand does here waits until it is drawn."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.piece = page.locator(".ldn-interactive").first

    def go(self, fragment: str = "") -> PiecePage:
        """Open the page, anew if it is open, and wait until every piece is alive."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}{fragment}")
        self.page.wait_for_function(
            "() => [...document.querySelectorAll('.ldn-interactive')].every(e => e.dataset.ldnState === 'live')"
        )
        return self

    def mount_on_kernel(self, module: str) -> None:
        """Put the page's first piece on a model that stands for a kernel: see the page's `sent`, `model` and `end`."""
        self.page.evaluate(_KERNEL, module)

    def settle(self) -> None:
        """Wait until the next frame is painted."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def words(self) -> str:
        """The sentence that says what the picture shows, with ordinary spaces."""
        self.settle()
        return " ".join(self.piece.locator(".ldn-sentence").first.inner_text().split())

    def shown(self) -> str:
        """Words, pictures and table as they are now."""
        self.settle()
        return self.piece.locator(".ldn-live").evaluate(_SHOWN)

    def picture(self) -> str:
        """The drawings as they are now."""
        self.settle()
        return "".join(
            self.piece.locator(".ldn-live svg").evaluate_all("all => all.map(one => one.outerHTML)")
        )

    def table(self) -> list[list[str]]:
        """The cells of the data table, its head first, whether the reader has opened it or not."""
        self.open_data()
        self.settle()
        return [
            [" ".join(cell.split()) for cell in row.locator("th, td").all_inner_texts()]
            for row in self._data().locator(".ldn-table tr").all()
        ]

    def open_data(self) -> None:
        """Unfold "Show data"."""
        details = self._data()
        if details.get_attribute("open") is None:
            details.locator("summary").click()

    def _data(self) -> Locator:
        return self.piece.locator(".ldn-live details", has_text="Show data").last

    def slider(self, name: str) -> Locator:
        return self.piece.get_by_role("slider", name=name)

    def press(self, name: str, *keys: str) -> PiecePage:
        """Press keys on the slider of that name."""
        for key in keys:
            self.slider(name).press(key)
        self.settle()
        return self

    def drag(self, slider: Locator, share: float) -> None:
        """Take a slider's thumb with the mouse to a share of its length."""
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        across = box["y"] + box["height"] / 2
        self.page.mouse.move(box["x"] + box["width"] / 2, across)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + box["width"] * share, across, steps=3)
        self.page.mouse.up()
        self.settle()

    def type(self, label: str, text: str) -> PiecePage:
        """Type into a field and leave it."""
        field = self.piece.get_by_label(label)
        field.fill(text)
        field.press("Tab")
        self.settle()
        return self

    def choose(self, name: str) -> PiecePage:
        """Choose the first radio button, or tick the first box, of that name."""
        choices = self.piece.get_by_role("radio", name=name, exact=True)
        choices.or_(self.piece.get_by_role("checkbox", name=name, exact=True)).first.check()
        self.settle()
        return self

    def click(self, name: str) -> PiecePage:
        self.piece.get_by_role("button", name=name).click()
        self.settle()
        return self

    def link(self) -> str:
        """What "Link to this view" offers, without the page's own address."""
        self.click("Link to this view")
        return "#" + self.piece.get_by_label("Address of this view").input_value().split("#", 1)[1]


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_) -> None:
        """Requests are no news."""


class PieceSite:
    """A folder that is served and to which pages with pieces can be added at any time."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address
        self._numbers = count(1)

    def add(self, *pieces: Interactive) -> str:
        """Write a page with these pieces; its address."""
        kinds = [piece.piece for piece in pieces]
        html = [
            piece.static_html(f"{piece.piece.replace('_', '-')}-{kinds[: i + 1].count(piece.piece)}")
            for i, piece in enumerate(pieces)
        ]
        name = f"page-{next(self._numbers)}.html"
        (self.folder / name).write_text(_PAGE.format(pieces="".join(html)), encoding="utf-8")
        return f"{self.address}/{name}"


@contextmanager
def piece_site(folder: Path) -> Iterator[PieceSite]:
    """Serve the built pieces from a folder of their own."""
    shutil.copytree(STATIC, folder / "ldn")
    shutil.copy(HOST, folder / "ldn")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield PieceSite(folder, f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()

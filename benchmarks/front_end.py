"""How soon a moved slider is seen: the dose comparison beside the same picture made with Bokeh and with Plotly.

Run with `python benchmarks/front_end.py`. One headless Chromium opens four static pages: the dose comparison by
itself, the dose comparison on the cover of the book, and two rivals (benchmarks/rivals) that draw two doses with
their model bands over a day and nothing else. In each the first dose's slider is moved by real key presses and by
a real drag of the mouse, at full speed and with the processor slowed down six times, in turns, so that what
else the machine does meets all of them alike. For every move:

- input to paint: from the time stamp of the input event to the end of the frame in which the curve has changed
  (script, style, layout and paint done). It contains the wait for the screen's next refresh, up to 16.7 ms.
- work: processor time of the page's main thread for the move, script, style, layout and paint, without any wait;
  script: JavaScript's share of it. Both are Chromium's own counters, so other programs lengthen them little.

The mouse is dragged at full speed only. The exit status is 1 when the work of a move of the dose comparison takes
16 ms or more at the 95th percentile at full speed, or when a page asks for anything outside this machine.
"""

from __future__ import annotations

import gzip
import random
import shutil
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from rivals import bokeh_page, plotly_page

from ldn.interactives import DoseComparison
from ldn.interactives.base import STATIC
from ldn.publishing.build import build_book, project_root
from ldn.publishing.chromium import launch_arguments, obtain_chromium
from ldn.publishing.serve import BookServer

ROUNDS = 5
MOVES_A_ROUND = 24
THROTTLES = (1, 6)
CEILING_MS = 16.0
REFRESH_MS = 1000 / 60
SETTLED_FRAMES = 2

_OURS = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Doses</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="ldn/interactive.css"></head><body><main>{piece}</main>
<script type="module" src="ldn/host.mjs"></script></body></html>"""

# Runs in the page. `picture` reads what changes when the curve of the moved dose does.
_METER = """
(() => {
  const picture = () => %(picture)s;
  const moves = [];
  const after = (task) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = task;
    channel.port2.postMessage(null);
  };
  const start = (event) => {
    if (!event.isTrusted || !window.meter.armed) return;
    window.meter.armed = false;
    let [shown, quiet] = [picture(), 0];
    const move = { changed: false };
    const frame = () => {
      after(() => {
        const closed = performance.now();
        const now = picture();
        quiet = now === shown ? quiet + 1 : 0;
        if (now !== shown) Object.assign(move, { changed: true, paint: closed - event.timeStamp });
        shown = now;
        if (quiet < %(settled)d) requestAnimationFrame(frame);
        else { moves.push(move); window.meter.finish?.(); }
      });
    };
    requestAnimationFrame(frame);
  };
  window.meter = {
    armed: false,
    arm() { this.armed = true; this.done = new Promise((finish) => { this.finish = finish; }); },
    taken: () => moves.splice(0),
  };
  for (const kind of ["keydown", "pointermove"]) window.addEventListener(kind, start, { capture: true });
})();
"""


@dataclass(frozen=True)
class Contestant:
    """One page that is measured."""

    name: str
    path: str
    slider: str
    picture: str
    extra_script: str = ""


_PIECE = {
    "slider": ".ldn-slider input[type=range]",
    "picture": "document.querySelector('.ldn-panel-time .ldn-main')?.getAttribute('d')",
}
CONTESTANTS = (
    Contestant("dose comparison", "ours.html", **_PIECE),
    Contestant("dose comparison, on the cover", "book/index.html", **_PIECE),
    Contestant(
        "Bokeh CustomJS",
        "bokeh.html",
        bokeh_page.SLIDER,
        bokeh_page.PICTURE_JS,
        bokeh_page.COUNT_STROKES_JS,
    ),
    Contestant("Plotly", "plotly.html", plotly_page.SLIDER, plotly_page.PICTURE_JS),
)


@dataclass
class Measured:
    """What each move of one slider took, in ms."""

    paint: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    script: list[float] = field(default_factory=list)


class Meter:
    """Moves the first dose's slider of one open page, and listens to what it takes."""

    def __init__(self, browser: Browser, address: str, contestant: Contestant) -> None:
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
        self.outside: list[str] = []
        self.script_bytes: list[bytes] = []
        self._contestant = contestant
        self._random = random.Random(1)
        self._page_is_here()
        code = _METER % {"picture": contestant.picture, "settled": SETTLED_FRAMES}
        self.page.add_init_script(contestant.extra_script + code)
        self.page.goto(address + contestant.path, wait_until="networkidle")
        self.slider = self.page.locator(contestant.slider).first
        self.slider.wait_for()
        inline = (
            "() => [...document.scripts].filter((s) => !s.src && !/json/.test(s.type)).map((s) => s.text)"
        )
        self.script_bytes += [text.encode() for text in self.page.evaluate(inline)]
        self.session: CDPSession = self.page.context.new_cdp_session(self.page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def _page_is_here(self) -> None:
        def heard(response) -> None:
            if response.request.resource_type == "script":
                self.script_bytes.append(response.body())

        def asked(request) -> None:
            parts = urlsplit(request.url)
            if parts.scheme not in {"data", "blob"} and parts.hostname != "127.0.0.1":
                self.outside.append(request.url)

        self.page.on("response", heard)
        self.page.on("request", asked)

    def throttle(self, rate: int) -> None:
        self.session.send("Emulation.setCPUThrottlingRate", {"rate": rate})

    def by_keyboard(self, into: Measured) -> None:
        """Half the moves up, half down, one key press each."""
        self.page.bring_to_front()
        self.slider.focus()
        for i in range(MOVES_A_ROUND):
            key, code = ("ArrowRight", 39) if i < MOVES_A_ROUND // 2 else ("ArrowLeft", 37)
            about = {"key": key, "code": key, "windowsVirtualKeyCode": code}
            self._move(into, lambda about=about: self._key("rawKeyDown", about))
            self._key("keyUp", about)
        self._collect(into)

    def by_mouse(self, into: Measured) -> None:
        """A drag along the slider, there and back."""
        self.page.bring_to_front()
        self.slider.scroll_into_view_if_needed()
        box = self.slider.bounding_box()
        # A handle is small and marks where it stands; a range input is as long as its track.
        handle = box["width"] < 60
        x, y = box["x"] + box["width"] * 0.5, box["y"] + box["height"] / 2
        self._mouse("mouseMoved", x, y, 0)
        self._mouse("mousePressed", x, y, 1)
        time.sleep(0.2)
        step = 6.0 if handle else box["width"] / 100
        for i in range(MOVES_A_ROUND):
            x += step if i < MOVES_A_ROUND // 2 else -step
            self._move(into, lambda x=x: self._mouse("mouseMoved", x, y, 1))
        self._mouse("mouseReleased", x, y, 0)
        self._collect(into)

    def _move(self, into: Measured, act) -> None:
        self._evaluate("window.meter.arm()")
        before = self._seconds()
        # Readers do not press in time with the screen.
        time.sleep(self._random.uniform(0, REFRESH_MS) / 1000)
        act()
        self._evaluate("window.meter.done")
        task, script = (1000 * (now - then) for now, then in zip(self._seconds(), before, strict=True))
        into.work.append(task)
        into.script.append(script)

    def _collect(self, into: Measured) -> None:
        moves = self.page.evaluate("() => window.meter.taken()")
        seen = [move for move in moves if move["changed"]]
        if len(seen) < 0.9 * MOVES_A_ROUND:
            raise RuntimeError(
                f"{self._contestant.name}: only {len(seen)} of {MOVES_A_ROUND} moves were seen"
            )
        into.paint += [move["paint"] for move in seen]

    def _key(self, kind: str, about: dict) -> None:
        self.session.send("Input.dispatchKeyEvent", {"type": kind, **about})

    def _mouse(self, kind: str, x: float, y: float, buttons: int) -> None:
        held = "left" if buttons or kind == "mouseReleased" else "none"
        about = {"x": x, "y": y, "buttons": buttons, "button": held}
        self.session.send("Input.dispatchMouseEvent", {"type": kind, "clickCount": 1, **about})

    def _evaluate(self, expression: str) -> None:
        self.session.send("Runtime.evaluate", {"expression": expression, "awaitPromise": True})

    def _seconds(self) -> tuple[float, float]:
        """Processor time of the main thread so far: all tasks, script."""
        metrics = {m["name"]: m["value"] for m in self.session.send("Performance.getMetrics")["metrics"]}
        return metrics["TaskDuration"], metrics["ScriptDuration"]


def write_site(folder: Path, book: Path) -> None:
    """The pages, each with everything it needs, in one folder."""
    shutil.copytree(STATIC, folder / "ldn")
    shutil.copy(project_root() / "src" / "ldn" / "publishing" / "static" / "host.mjs", folder / "ldn")
    (folder / "ours.html").write_text(_OURS.format(piece=DoseComparison().static_html("doses")), "utf-8")
    (folder / "bokeh.html").write_text(bokeh_page.page(), "utf-8")
    (folder / "plotly.html").write_text(plotly_page.page(), "utf-8")
    shutil.copytree(book, folder / "book")


def percentile(values: list[float], per_cent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[per_cent - 1]


def measure(address: str) -> tuple[dict[tuple[int, str, str], Measured], list[Meter]]:
    """All moves on all pages; the pages take turns."""
    results: dict[tuple[int, str, str], Measured] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=obtain_chromium(), args=launch_arguments())
        meters = [Meter(browser, address, contestant) for contestant in CONTESTANTS]
        for round_number in range(ROUNDS + 1):
            for rate in THROTTLES:
                for contestant, meter in zip(CONTESTANTS, meters, strict=True):
                    meter.throttle(rate)
                    ways = {"keyboard": meter.by_keyboard} | ({"mouse": meter.by_mouse} if rate == 1 else {})
                    for way, moved in ways.items():
                        # The first round warms up the compilers and is thrown away.
                        kept = results.setdefault((rate, way, contestant.name), Measured())
                        moved(kept if round_number else Measured())
                    meter.throttle(1)
        browser.close()
    return results, meters


def print_table(results: dict[tuple[int, str, str], Measured]) -> None:
    kinds = {"paint": "input to paint, ms", "work": "work, ms", "script": "script, ms"}
    print(f"{'':<52}" + "".join(f"{title:>25}" for title in kinds.values()))
    columns = f"{'median':>10}{'p95':>8}{'ratio':>7}" * len(kinds)
    print(f"{'CPU':<5}{'moved by':<10}{'page':<31}{'moves':>6}{columns}")
    for (rate, way, name), measured in results.items():
        ours = results[rate, way, CONTESTANTS[0].name]
        row = f"1/{rate:<3}{way:<10}{name:<31}{len(measured.paint):>6}"
        for kind in kinds:
            values = getattr(measured, kind)
            median = statistics.median(values)
            ratio = median / statistics.median(getattr(ours, kind))
            row += f"{median:>10.1f}{percentile(values, 95):>8.1f}{ratio:>7.1f}"
        print(row)


def print_weights(meters: list[Meter]) -> None:
    print(f"\n{'script on the page':<31}{'kB':>8}{'ratio':>7}{'kB, gzip':>10}{'ratio':>7}")
    weights = [
        (sum(map(len, meter.script_bytes)), sum(len(gzip.compress(text)) for text in meter.script_bytes))
        for meter in meters
    ]
    for contestant, (raw, packed) in zip(CONTESTANTS, weights, strict=True):
        print(
            f"{contestant.name:<31}{raw / 1000:>8.0f}{raw / weights[0][0]:>7.1f}"
            f"{packed / 1000:>10.1f}{packed / weights[0][1]:>7.1f}"
        )


def main() -> int:
    book = build_book(project_root())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, book)
        with BookServer(folder) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            results, meters = measure(server.address)
            server.shutdown()
    print_table(results)
    print_weights(meters)
    outside = [address for meter in meters for address in meter.outside]
    work = max(percentile(results[1, way, CONTESTANTS[0].name].work, 95) for way in ("keyboard", "mouse"))
    print(f"\nwork of a move at the 95th percentile: {work:.1f} ms; ceiling {CEILING_MS:.0f} ms")
    for address in outside:
        print(f"outside request: {address}")
    return 0 if work < CEILING_MS and not outside else 1


if __name__ == "__main__":
    sys.exit(main())

"""How long the book takes to build, and what each of its pages weighs over the wire."""

from __future__ import annotations

import sys
import threading
import time

from playwright.sync_api import sync_playwright

from ldn.publishing.build import build_book, project_root
from ldn.publishing.chromium import launch_arguments, obtain_chromium
from ldn.publishing.serve import BookServer

CEILING_KB = 400.0


def seconds(task) -> float:
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


def page_weights(server: BookServer, pages: list[str]) -> dict[str, tuple[int, float, float]]:
    """Requests, kB over the wire and kB of script of each page, each in a browser that has seen nothing yet."""
    weights = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=obtain_chromium(), args=launch_arguments())
        for name in pages:
            page = browser.new_context().new_page()
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            kinds: dict[str, str] = {}
            sizes: dict[str, float] = {}
            session.on(
                "Network.responseReceived", lambda e, kinds=kinds: kinds.update({e["requestId"]: e["type"]})
            )
            session.on(
                "Network.loadingFinished",
                lambda e, sizes=sizes: sizes.update({e["requestId"]: e["encodedDataLength"]}),
            )
            page.goto(f"{server.address}{name}.html")
            page.wait_for_load_state("networkidle")
            wire = {key: size for key, size in sizes.items() if size > 0}
            script = sum(size for key, size in wire.items() if kinds.get(key) == "Script")
            weights[name] = (len(wire), sum(wire.values()) / 1000, script / 1000)
            page.context.close()
        browser.close()
    return weights


def main() -> int:
    root = project_root()
    cold = seconds(lambda: build_book(root, force=True))
    unchanged = seconds(lambda: build_book(root))
    print(f"build: {cold:.1f} s; unchanged: {unchanged:.2f} s")
    folder = root / "_build" / "html"
    pages = sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.html"))
    with BookServer(folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        weights = page_weights(server, pages)
        server.shutdown()
    print(f"{'page':<40}{'requests':>9}{'kB':>9}{'script kB':>11}")
    for name, (requests, weight, script) in weights.items():
        print(f"{name:<40}{requests:>9}{weight:>9.0f}{script:>11.1f}")
    heaviest = max(weight for _, weight, _ in weights.values())
    print(f"heaviest page {heaviest:.0f} kB; ceiling {CEILING_KB:.0f} kB")
    return 0 if heaviest <= CEILING_KB else 1


if __name__ == "__main__":
    sys.exit(main())

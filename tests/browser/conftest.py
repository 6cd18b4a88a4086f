"""The built book in a real browser that can reach nothing but this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from piece_page import PiecePage, PieceSite, piece_site
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    Route,
)

from ldn.publishing.build import build_book
from ldn.publishing.serve import BookServer

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
LOCAL = {"127.0.0.1", "localhost"}


@dataclass
class Problems:
    """What a page must not do, collected while it is open."""

    console: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def all(self) -> list[str]:
        return [*self.console, *(f"outside request: {address}" for address in self.outside)]


@pytest.fixture(scope="session")
def book_folder() -> Path:
    """The built book; a warning while building is an error."""
    return build_book(ROOT)


@pytest.fixture(scope="session")
def book_url(book_folder: Path) -> Iterator[str]:
    """Address of the served book, with a slash at its end."""
    with BookServer(book_folder) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


def watched_page(context: BrowserContext) -> Page:
    """A new page that reports errors and requests in ``page.problems`` and reaches only this machine."""
    page = context.new_page()
    problems = Problems()
    page.problems = problems

    def guard(route: Route) -> None:
        address = route.request.url
        parts = urlsplit(address)
        if parts.scheme in {"data", "blob"} or parts.hostname in LOCAL:
            problems.requests.append(address)
            route.continue_()
        else:
            problems.outside.append(address)
            route.abort()

    page.route("**/*", guard)

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            problems.console.append(message.text)

    def judge(response: Response) -> None:
        if response.status >= 400:
            problems.console.append(f"{response.status} {response.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: problems.console.append(str(error)))
    page.on("response", judge)
    return page


@pytest.fixture
def new_page(browser: Browser) -> Iterator:
    """Opens pages in contexts of their own: ``new_page(color_scheme="dark", viewport=…)``."""
    contexts = []

    def opened(**options) -> Page:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        return watched_page(context)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page) -> Page:
    """A page in the light theme on a desktop screen."""
    return new_page(color_scheme="light")


def settle(page: Page) -> None:
    """Wait until everything asked for has come, every piece is alive and the fonts are in."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.ldn-interactive')].every((e) => e.dataset.ldnState === 'live')"
    )
    page.evaluate("() => document.fonts.ready.then(() => undefined)")


@pytest.fixture
def open_page(book_url: str):
    """``open_page(page, "book/about")``: go to a page of the book and wait until it is ready."""

    def go(page: Page, name: str) -> Page:
        page.goto(f"{book_url}{name}.html")
        settle(page)
        return page

    return go


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[PieceSite]:
    """A bare site for pieces: the host script and the style sheet, and nothing of the book's theme."""
    with piece_site(tmp_path_factory.mktemp("pieces")) as served:
        yield served


@pytest.fixture
def piece(page: Page, site: PieceSite) -> Iterator:
    """``piece(DoseComparison(doses_mg=[4.5]))``: a page with that piece, open and alive, as a `PiecePage`.

    Several pieces may be given. At the end the page must have reported no error and asked for nothing outside.
    """

    def opened(*pieces, fragment: str = "") -> PiecePage:
        return PiecePage(page, site.add(*pieces)).go(fragment)

    yield opened
    assert page.problems.all() == []


@pytest.fixture
def axe_violations():
    """``axe_violations(page)``: what axe-core objects to, one line a node; all its rules are on."""

    def check(page: Page, within: str | None = None) -> list[str]:
        page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
        outcome = page.evaluate("(within) => axe.run(within ?? document)", within)
        return [
            f"{violation['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
            for violation in outcome["violations"]
            for node in violation["nodes"]
        ]

    return check

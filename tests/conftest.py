"""The one browser of a test run: Playwright's synchronous interface can be started only once in a process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """A headless Chromium, for the built book and for JupyterLab alike."""
    from playwright.sync_api import sync_playwright

    from ldn.publishing.chromium import launch_arguments, obtain_chromium

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=obtain_chromium(), args=launch_arguments())
        yield chromium
        chromium.close()

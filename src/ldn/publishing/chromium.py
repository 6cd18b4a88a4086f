"""``python -m ldn.publishing.chromium``: finds a Chromium or Chrome on this machine; with ``--obtain``, gets one."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
# Nothing may leave the machine, not even what a browser asks its maker by itself.
QUIET_ARGUMENTS = (
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-features=OptimizationHints,MediaRouter,Translate",
)


def find_chromium() -> str | None:
    """The browser to test with: ``LDN_CHROMIUM``, an installed Chromium or Chrome, else Playwright's own."""
    chosen = os.environ.get("LDN_CHROMIUM")
    if chosen:
        return chosen
    for command in _COMMANDS:
        found = shutil.which(command)
        if found:
            return found
    for place in (*_PLACES, _playwright_place()):
        if place and Path(place).is_file():
            return place
    return None


def _playwright_place() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def launch_arguments() -> list[str]:
    """Arguments for a quiet headless browser; root has no sandbox to be in."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET_ARGUMENTS, *(["--no-sandbox"] if as_root else [])]


def obtain_chromium() -> str:
    """A browser, installed now if there is none: Debian's package where that is possible, else Playwright's.

    Raises
    ------
    RuntimeError
        If neither way gave a browser.
    """
    found = find_chromium()
    if found:
        return found
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if as_root and shutil.which("apt-get") and _is_debian():
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update"], env=environment, check=False)
        install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
        subprocess.run(install, env=environment, check=False)
    if not find_chromium():
        download = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(download + (["--with-deps"] if as_root else []), check=False)
    found = find_chromium()
    if not found:
        raise RuntimeError(
            "no browser to test with: install Chromium or Chrome, or set LDN_CHROMIUM to its path"
        )
    return found


def _is_debian() -> bool:
    # Ubuntu has a package of the same name that holds no browser.
    try:
        return "ID=debian" in Path("/etc/os-release").read_text().splitlines()
    except OSError:
        return False


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Find a browser for the tests.")
    parser.add_argument("--obtain", action="store_true", help="install one if there is none")
    options = parser.parse_args(arguments)
    try:
        browser = obtain_chromium() if options.obtain else find_chromium()
    except RuntimeError as failure:
        print(failure, file=sys.stderr)
        return 1
    print(browser or "no browser found")
    return 0 if browser else 1


if __name__ == "__main__":
    raise SystemExit(main())

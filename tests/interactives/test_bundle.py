"""The committed bundle is what its source gives, and light enough for a phone."""

from __future__ import annotations

import gzip
import os
import subprocess
import sysconfig
from pathlib import Path

import pytest

from ldn import interactives

ROOT = Path(__file__).parents[2]
JS = ROOT / "src" / "ldn" / "interactives" / "js"
STATIC = ROOT / "src" / "ldn" / "interactives" / "static"
PUBLISHING = ROOT / "src" / "ldn" / "publishing"
HOST = PUBLISHING / "static" / "host.mjs"
THEME = PUBLISHING / "theme" / "static"
BUDGET_BYTES = 60_000


@pytest.fixture(scope="module")
def node_scripts() -> Path:
    """Where node and npm are; the build tools are installed from the lock file if they are not there yet."""
    scripts = Path(sysconfig.get_path("scripts"))
    if not (ROOT / "node_modules" / "esbuild").is_dir():
        environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
        subprocess.run([scripts / "npm", "ci"], cwd=ROOT, env=environment, check=True, capture_output=True)
    return scripts


def test_the_bundle_matches_its_source(node_scripts, tmp_path):
    subprocess.run([node_scripts / "node", JS / "build.mjs", tmp_path], check=True, capture_output=True)
    built, committed = (
        {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.*")}
        for folder in (tmp_path, STATIC)
    )
    assert sorted(built) == sorted(committed)
    for name, content in built.items():
        assert content == committed[name], f"{name} is not what its source gives: run `npm run build`"


def test_every_piece_has_a_bundle():
    pieces = {f"{file.stem}.mjs" for file in JS.glob("*.js")}
    assert {file.name for file in STATIC.glob("*.mjs")} == pieces
    assert {file.name for file in (STATIC / "book").iterdir()} == {*pieces, "kit.mjs"}


def test_front_end_of_a_lesson_page_is_within_its_budget():
    """Everything that a lesson of the book runs or is dressed with, gzipped: its pieces and what every page has."""
    sizes = {
        file.name: len(gzip.compress(file.read_bytes(), mtime=0))
        for file in [HOST, *THEME.glob("*.mjs"), *STATIC.glob("*.css"), *(STATIC / "book").iterdir()]
    }
    pieces = {name: Path(f"{getattr(interactives, name).piece}.mjs").name for name in interactives.__all__}
    everywhere = set(sizes) - set(pieces.values()) - {"draft_check.mjs"}
    for notebook in (ROOT / "notebooks").glob("*.ipynb"):
        text = notebook.read_text(encoding="utf-8")
        own = {file for name, file in pieces.items() if f"{name}(" in text and file in sizes}
        weight = sum(sizes[name] for name in everywhere | own)
        assert weight < BUDGET_BYTES, (notebook.name, weight, sorted(own))


def test_bundles_name_no_address_outside():
    for file in STATIC.rglob("*.*"):
        addresses = file.read_text().replace("http://www.w3.org/2000/svg", "")
        assert "http://" not in addresses, file.name
        assert "https://" not in addresses, file.name


def test_the_lock_file_says_versions_and_checksums_but_not_where_from():
    lock = (ROOT / "package-lock.json").read_text()
    assert '"integrity"' in lock
    assert '"resolved"' not in lock
    assert "http" not in lock

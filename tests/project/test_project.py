"""What the files at the root promise one another."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def test_conda_environment_installs_this_package_with_its_ranges():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    *conda, pip = environment["dependencies"]
    # Any range written here a second time would have to be kept equal; so there is only Python's.
    assert conda == [f"python{PROJECT['requires-python']}", "pip"]
    (install,) = pip["pip"]
    extras = re.fullmatch(r"-e \.\[([a-z,]+)\]", install)[1].split(",")
    assert extras == ["lab", "book"]
    assert set(extras) <= set(PROJECT["optional-dependencies"])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_lock_has_hashes_and_no_addresses(lock):
    text = lock.read_text()
    assert "://" not in text
    assert not re.search(r"^(-i|--index|--extra-index|--find-links|-f) ", text, re.MULTILINE)
    pinned = re.findall(r"^[a-z0-9][^\s=]*==\S+", text, re.MULTILINE)
    assert len(pinned) > 100
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_lock_lies_within_the_ranges_of_the_package(lock):
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    pinned = {
        canonicalize_name(name): version
        for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock.read_text(), re.MULTILINE)
    }
    extras = {"book": ["lab", "book", "build"], "test": ["lab", "book", "build", "test"]}.get(
        lock.stem, list(PROJECT["optional-dependencies"])
    )
    wanted = PROJECT["dependencies"] + [
        text for extra in extras for text in PROJECT["optional-dependencies"][extra]
    ]
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{lock.name} lacks {requirement.name}; run `make lock`"
        assert requirement.specifier.contains(version), f"{lock.name}: {requirement.name} {version}"


def test_wider_locks_contain_the_narrower_ones():
    book, test, bench = (
        set(
            re.findall(
                r"^[a-z0-9][^\s]*==\S+", (ROOT / "requirements" / f"{name}.txt").read_text(), re.MULTILINE
            )
        )
        for name in ("book", "test", "bench")
    )
    assert book <= test <= bench


def test_citation_file_says_what_reference_managers_need():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "authors", "type"} <= set(citation)
    assert citation["type"] in {"software", "dataset"}
    assert citation["version"] == PROJECT["version"]
    assert date.fromisoformat(citation["date-released"])
    assert all("name" in author or "family-names" in author for author in citation["authors"])
    import ldn

    assert ldn.__version__ == PROJECT["version"]


def test_every_command_of_the_makefile_is_in_the_readme():
    makefile = (ROOT / "Makefile").read_text()
    commands = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split()) - {"help"}
    readme = (ROOT / "README.md").read_text()
    assert commands >= {"book", "lab", "test", "outputs", "lock", "bench", "clean"}
    assert [command for command in sorted(commands) if f"`make {command}`" not in readme] == []
    documented = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    assert documented == commands | {"help"}


def test_continuous_integration_runs_the_whole_test_command():
    script = (ROOT / ".ci" / "run").read_text()
    lines = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test"]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100


def test_imports_run_one_way():
    outcome = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout


def test_every_package_has_a_place_in_the_order_of_imports():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    layered = {part.strip() for layer in contract["layers"] for part in layer.replace("|", ":").split(":")}
    packages = {f"ldn.{folder.parent.name}" for folder in (ROOT / "src" / "ldn").glob("*/__init__.py")}
    assert packages <= layered


def test_import_loads_nothing_heavy():
    heavy = ["numpy", "pandas", "scipy", "matplotlib", "anywidget", "pydantic", "statsmodels", "sphinx"]
    code = f"import sys, ldn; print([name for name in {heavy!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"


def test_typefaces_have_their_licences_beside_them():
    fonts = ROOT / "src" / "ldn" / "publishing" / "theme" / "static" / "fonts"
    styles = (fonts.parent / "book.css").read_text()
    used = set(re.findall(r"url\(fonts/([^)]+)\)", styles))
    assert used == {file.name for file in fonts.glob("*.woff2")}
    for licence in ("OFL-Literata.txt", "OFL-Source-Sans-3.txt"):
        assert "SIL Open Font License" in (fonts / licence).read_text()


def test_style_sheets_and_scripts_of_the_theme_ask_nobody_outside():
    theme = ROOT / "src" / "ldn" / "publishing" / "theme"
    for file in theme.rglob("*"):
        if file.suffix in {".css", ".mjs", ".html"}:
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"url\(['\"]?(https?:)?//|@import|src=\"(https?:)?//", text), file.name


def test_package_file_at_the_root_does_not_reach_into_the_environment():
    # "type": "module" here would turn every .js below it into an ES module, those of .venv included
    # (JupyterLab's yarn, KaTeX's server), and they would not start.
    assert "type" not in json.loads((ROOT / "package.json").read_text())
    scripts = ROOT / "src" / "ldn" / "interactives" / "js" / "package.json"
    assert json.loads(scripts.read_text()) == {"type": "module"}

"""``python -m ldn.publishing.build``: builds the book, warnings as errors, and only when something has changed."""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Everything a page can be made of. The package counts as well: directives print what it computes.
_INPUTS = ("_config.yml", "_toc.yml", "index.md", "book", "notebooks", "src/ldn", "requirements/book.txt")
_IGNORED_FOLDERS = {"__pycache__", ".ipynb_checkpoints", "js"}
_WAIT_FOR_OTHER_BUILD_SECONDS = 600


def project_root() -> Path:
    """The folder of the repository.

    Raises
    ------
    FileNotFoundError
        If the package is not installed from a checkout (``pip install -e .``).
    """
    for folder in (Path.cwd(), *Path.cwd().parents, Path(__file__).parents[3]):
        if (folder / "_toc.yml").is_file() and (folder / "src" / "ldn").is_dir():
            return folder
    raise FileNotFoundError("the book is built from a checkout of the repository; none was found here")


def fingerprint(root: Path) -> str:
    """A digest of everything the book is made of: equal digests, equal books."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _INPUTS:
        for file in _files(root / name):
            digest.update(file.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if name not in _IGNORED_FOLDERS)
        yield from (Path(folder) / name for name in sorted(names) if not name.endswith(".pyc"))


@contextmanager
def _alone(build_folder: Path) -> Iterator[None]:
    """Let one build run at a time: test processes start together."""
    build_folder.mkdir(parents=True, exist_ok=True)
    lock = build_folder / ".building"
    started = time.monotonic()
    while True:
        try:
            lock.mkdir()
            break
        except FileExistsError:
            if time.time() - lock.stat().st_mtime > _WAIT_FOR_OTHER_BUILD_SECONDS:
                lock.rmdir()  # Left behind by a build that was killed.
            elif time.monotonic() - started > _WAIT_FOR_OTHER_BUILD_SECONDS:
                raise TimeoutError(f"another build has held {lock} for too long") from None
            time.sleep(0.2)
    try:
        yield
    finally:
        lock.rmdir()


def build_book(root: Path | None = None, *, force: bool = False) -> Path:
    """Build the book unless it is up to date, and return the folder of its pages.

    Raises
    ------
    RuntimeError
        If the build fails; a warning is a failure.
    """
    root = root or project_root()
    build_folder = root / "_build"
    pages = build_folder / "html"
    stamp = build_folder / "fingerprint"
    with _alone(build_folder):
        current = fingerprint(root)
        if (
            not force
            and (pages / "index.html").is_file()
            and stamp.is_file()
            and stamp.read_text() == current
        ):
            return pages
        stamp.unlink(missing_ok=True)
        command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()"]
        # --all: Sphinx cannot know that the package, whose numbers the pages print, has changed.
        command += ["build", str(root), "--all", "-W", "-n", "--keep-going", "--quiet"]
        outcome = subprocess.run(command, cwd=root, check=False)
        if outcome.returncode != 0:
            raise RuntimeError("the book did not build; the messages above say why")
        stamp.write_text(current)
    return pages


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Build the book.")
    parser.add_argument("--force", action="store_true", help="build even if nothing has changed")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        pages = build_book(force=options.force)
    except RuntimeError as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"The book is in {pages} ({time.monotonic() - started:.1f} s).")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

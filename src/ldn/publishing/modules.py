"""Puts the scripts and the style of the interactives beside the pages that load them."""

from __future__ import annotations

import shutil
from pathlib import Path

HOST = "ldn/host.mjs"
STYLESHEET = "ldn/interactive.css"
_HOST_FOLDER = Path(__file__).parent / "static"
_STYLE_FOLDER = Path(__file__).parents[1] / "interactives" / "static"
# For a page with several pieces: what they share is a module of its own, fetched once.
_PIECES_FOLDER = _STYLE_FOLDER / "book"


def copy_modules(app, exception: Exception | None) -> None:
    """Copy the host and every bundled piece to ``_static/ldn`` of the built book.

    They are not in a static path of Sphinx, because Jupyter Book would load everything it finds there on every page.
    """
    if exception is not None or app.builder.format != "html":
        return
    target = Path(app.outdir) / "_static" / "ldn"
    target.mkdir(parents=True, exist_ok=True)
    scripts = [*_HOST_FOLDER.glob("*.mjs"), *_PIECES_FOLDER.glob("*.mjs")]
    for file in sorted([*scripts, *_STYLE_FOLDER.glob("*.css")]):
        shutil.copyfile(file, target / file.name)


def setup(app) -> None:
    app.connect("build-finished", copy_modules)

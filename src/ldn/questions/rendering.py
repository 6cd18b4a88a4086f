"""An item as the page needs it: its Markdown set as HTML, its key as numbers, its evidence as links."""

from __future__ import annotations

import hashlib
from typing import Any

from ldn.questions import evidence
from ldn.questions.grading import NumericKey
from ldn.questions.markup import block_html, inline_html, plain_text
from ldn.questions.schema import (
    Item,
    MatchingItem,
    MultipleItem,
    NumericItem,
    OrderingItem,
    SingleItem,
    TrueFalseItem,
)


def page_item(item: Item) -> dict[str, Any]:
    """Return one item as plain JSON data, texts as HTML."""
    page = {
        "id": item.id,
        "rev": item.rev,
        "type": item.type,
        "stem": inline_html(item.stem),
        "name": plain_text(item.stem),
        "explanation": block_html(item.explanation),
        "hints": [inline_html(hint) for hint in item.hints],
        "evidence": evidence_links(item.evidence),
        **_of_type(item),
    }
    if item.figure:
        page["figure"] = item.figure.model_dump()
    if item.plain:
        page["plain"] = inline_html(item.plain)
    return page


def evidence_links(ids: tuple[str, ...]) -> list[dict[str, str | None]]:
    """Return “why we say so” as plain JSON data: key, label and address of each source."""
    return [{"key": link.key, "label": link.label, "address": link.address} for link in evidence.links(ids)]


def page_key(key: NumericKey) -> dict[str, Any]:
    """Return a numeric key as plain JSON data; numbers as lists, rounded so that all machines agree."""
    return {
        "value": _numbers(key.value),
        "tolerance": _numbers(key.tolerance),
        "unit": key.unit,
        "factors": dict(key.factors),
        "traps": [
            {
                "value": _numbers(trap.value),
                "tolerance": _numbers(trap.tolerance),
                "feedback": inline_html(trap.feedback),
            }
            for trap in key.traps
        ],
    }


def _of_type(item: Item) -> dict[str, Any]:
    if isinstance(item, SingleItem | MultipleItem):
        options = [
            {
                "key": option.key,
                "text": inline_html(option.text),
                "correct": option.correct,
                "feedback": inline_html(option.feedback),
            }
            for option in item.options
        ]
        return {"options": _scattered(item, options)}
    if isinstance(item, TrueFalseItem):
        return {
            "answer": item.answer,
            "feedback_if_true": inline_html(item.feedback_if_true),
            "feedback_if_false": inline_html(item.feedback_if_false),
        }
    if isinstance(item, NumericItem):
        return {"numeric": page_key(item.numeric.resolve())}
    if isinstance(item, OrderingItem):
        steps = [
            {
                "key": step.key,
                "text": inline_html(step.text),
                "name": plain_text(step.text),
                "feedback": inline_html(step.feedback),
            }
            for step in item.sequence
        ]
        return {"sequence": steps, "shown": list(item.shown())}
    assert isinstance(item, MatchingItem)
    rights = item.rights()
    return {
        "pairs": [
            {
                "left": inline_html(pair.left),
                "right": rights.index(pair.right),
                "feedback": inline_html(pair.feedback),
            }
            for pair in item.pairs
        ],
        "rights": [plain_text(right) for right in rights],
    }


def _scattered(item: Item, options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As authored, or in an order that the item's id decides once and for all."""
    if not item.shuffle:
        return options
    return sorted(options, key=lambda option: hashlib.sha256(f"{item.id}/{option['key']}".encode()).digest())


def _numbers(value) -> list[float]:
    return [float(f"{one:.10g}") for one in (value if isinstance(value, tuple) else (value,))]

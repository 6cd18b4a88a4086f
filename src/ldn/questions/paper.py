"""A quiz on paper, and where no script runs: stems and options as real text, the answers at the end."""

from __future__ import annotations

from html import escape
from typing import Any

_ASK = {
    "single": "Choose one.",
    "multiple": "Choose all that apply.",
    "true_false": "True or false?",
    "numeric": "Give a number.",
    "ordering": "Put them in order.",
    "matching": "Say which belongs to which.",
}


def quiz_html(title: str, pages: list[dict[str, Any]]) -> str:
    """Return the questions of a quiz, then their answers, as HTML.

    Parameters:
        title: heading of the quiz.
        pages: items as ``rendering.page_item`` gives them.
    """
    questions = "".join(f"<li>{_question(page)}</li>" for page in pages)
    answers = "".join(f"<li>{_answer(page)}{page['explanation']}{_evidence(page)}</li>" for page in pages)
    return (
        '<div class="ldn-paper ldn-paper-quiz">'
        f"<p><strong>{escape(title)}</strong></p><ol>{questions}</ol>"
        f"<p><strong>Answers</strong></p><ol>{answers}</ol></div>"
    )


def exercise_html(page: dict[str, Any]) -> str:
    """Return an exercise's task and hints as HTML; its solution follows the hints."""
    hints = "".join(f"<li>{hint}</li>" for hint in page["hints"])
    parts = "".join(
        f"<li>{part['label']}: ______ {escape(part['numeric']['unit'])}</li>" for part in page["parts"]
    )
    return (
        '<div class="ldn-paper ldn-paper-exercise">'
        f"<p><strong>Exercise: {escape(page['heading'])}</strong></p>{page['task']}<ul>{parts}</ul>"
        f"<p><strong>Hints</strong></p><ol>{hints}</ol>"
        f"<p><strong>Solution</strong></p><pre><code>{escape(page['solution']['code'])}</code></pre>"
        f"{page['solution']['explanation']}</div>"
    )


def _question(page: dict[str, Any]) -> str:
    kind = page["type"]
    body = f"<p>{page['stem']}</p><p><em>{_ASK[kind]}</em></p>"
    if kind in ("single", "multiple"):
        body += _lettered(f"{option['text']}" for option in page["options"])
    elif kind == "numeric":
        body += f"<p>______ {escape(page['numeric']['unit'])}</p>"
    elif kind == "ordering":
        texts = {step["key"]: step["text"] for step in page["sequence"]}
        body += _lettered(texts[key] for key in page["shown"])
    elif kind == "matching":
        body += "<ul>" + "".join(f"<li>{pair['left']}</li>" for pair in page["pairs"]) + "</ul>"
        body += _lettered(escape(right) for right in page["rights"])
    return body


def _answer(page: dict[str, Any]) -> str:
    kind = page["type"]
    if kind in ("single", "multiple"):
        each = "".join(
            f"<li>{'Right' if option['correct'] else 'Not right'}. {option['feedback']}</li>"
            for option in page["options"]
        )
        return f'<ol type="a">{each}</ol>'
    if kind == "true_false":
        right = page["feedback_if_true"] if page["answer"] else page["feedback_if_false"]
        return f"<p><strong>{'True' if page['answer'] else 'False'}.</strong> {right}</p>"
    if kind == "numeric":
        key = page["numeric"]
        value, tolerance = key["value"][0], key["tolerance"][0]
        return f"<p><strong>{value:.3g} {escape(key['unit'])}</strong> (within {tolerance:.2g})</p>"
    if kind == "ordering":
        each = "".join(f"<li>{step['text']}. {step['feedback']}</li>" for step in page["sequence"])
        return f"<ol>{each}</ol>"
    rights = [f"<strong>{escape(page['rights'][pair['right']])}</strong>" for pair in page["pairs"]]
    each = "".join(
        f"<li>{pair['left']}: {right}. {pair['feedback']}</li>"
        for pair, right in zip(page["pairs"], rights, strict=True)
    )
    return f"<ul>{each}</ul>"


def _evidence(page: dict[str, Any]) -> str:
    return "<p>Why we say so: " + "; ".join(_link(link) for link in page["evidence"]) + ".</p>"


def _link(link: dict[str, str | None]) -> str:
    label = escape(link["label"])
    return f'<a href="{escape(link["address"])}">{label}</a>' if link["address"] else label


def _lettered(texts) -> str:
    return '<ol type="a">' + "".join(f"<li>{text}</li>" for text in texts) + "</ol>"

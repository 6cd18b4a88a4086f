"""Turns the Markdown of items into HTML and into plain text, simple maths included.

Maths between dollars is set with plain HTML (italics, subscripts, signs), so that a page of questions
needs no typesetting script: ``$C/(C + K_d)$``. What this small set cannot write is refused when an item
is loaded, rather than shown raw.
"""

from __future__ import annotations

import html
import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_SIGNS = {
    "times": " × ", "cdot": " · ", "approx": " ≈ ", "le": " ≤ ", "ge": " ≥ ", "to": " → ", "pm": " ± ",
    "infty": "∞", "alpha": "α", "beta": "β", "delta": "δ", "Delta": "Δ", "kappa": "κ", "lambda": "λ",
    "mu": "μ", "pi": "π", "sigma": "σ", "tau": "τ", "ln": "ln", "log": "log", "exp": "exp",
    ",": " ", "%": "%",
}  # fmt: skip
_TOKEN = re.compile(r"\\([A-Za-z]+|[,%])|([A-Za-zα-ωΑ-Ω]+)|(\s+)|(.)", re.DOTALL)


def maths_to_html(formula: str) -> str:
    """Set a formula in a small subset of TeX as HTML.

    Parameters:
        formula: letters, numbers, signs, ``_`` and ``^`` with a sign or a braced group, ``\\frac``,
            ``\\text`` and a few named signs.

    Returns:
        HTML in which single letters are italic and longer words upright.

    Raises:
        ValueError: if the formula uses anything else.
    """
    rendered, rest = _group(formula, formula)
    if rest:
        raise ValueError(f"maths ${formula}$: a closing brace too many")
    return f'<span class="ldn-maths">{rendered.strip()}</span>'


def _group(text: str, whole: str, upright: bool = False) -> tuple[str, str]:
    """Set ``text`` up to an unmatched closing brace; return the HTML and what follows the brace."""
    out = []
    while text and text[0] != "}":
        token = _TOKEN.match(text)
        command, word, space, sign = token.groups()
        text = text[token.end() :]
        if command in ("frac", "text", "mathrm"):
            first, text = _argument(text, whole, upright=command != "frac")
            if command == "frac":
                second, text = _argument(text, whole)
                first = f"{_bracketed(first)}/{_bracketed(second)}"
            out.append(first)
        elif command:
            if command not in _SIGNS:
                raise ValueError(f"maths ${whole}$: \\{command} is not among the signs that items may use")
            out.append(_SIGNS[command])
        elif word:
            out.append(word if upright or len(word) > 1 else f"<i>{word}</i>")
        elif space:
            out.append(" ")
        elif sign in "_^":
            inner, text = _argument(text, whole, upright=True)
            out.append(f"<sub>{inner}</sub>" if sign == "_" else f"<sup>{inner}</sup>")
        elif sign == "{":
            inner, text = _group(text, whole, upright)
            text = _closed(text, whole)
            out.append(inner)
        elif sign in "+=<>":
            out.append(f" {html.escape(sign)} ")
        elif sign == "-":
            out.append(" − " if "".join(out).strip() else "−")
        elif sign in "&\\$#~":
            raise ValueError(f"maths ${whole}$: {sign} is not among the signs that items may use")
        else:
            out.append(html.escape(sign))
    return re.sub(" +", " ", "".join(out)), text


def _argument(text: str, whole: str, upright: bool = False) -> tuple[str, str]:
    """Take the braced group or the single sign at the head of ``text``."""
    if text.startswith("{"):
        inner, rest = _group(text[1:], whole, upright)
        return inner.strip(), _closed(rest, whole)
    if not text or text[0] in "\\_^}":
        raise ValueError(f"maths ${whole}$: something is missing after a sign that needs it")
    return (text[0] if upright or not text[0].isalpha() else f"<i>{text[0]}</i>"), text[1:]


def _closed(text: str, whole: str) -> str:
    if not text.startswith("}"):
        raise ValueError(f"maths ${whole}$: a closing brace is missing")
    return text[1:]


def _bracketed(inner: str) -> str:
    return f"({inner})" if " " in inner else inner


def _maths_rule(state: StateInline, silent: bool) -> bool:
    found = re.compile(r"\$(?=\S)([^$]*\S)\$(?!\d)").match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = maths_to_html(found.group(1))
    state.pos = found.end()
    return True


#: A number and its unit stay on one line.
_UNIT = re.compile(
    r"(?<=\d) (?=(?:%|°|[nµμm]?[gML]\b|[nµμm]g/|mmol|nmol|h\b|min\b|d\b|kg\b|years?\b|days?\b))"
)


def _joined(markdown: str) -> str:
    return _UNIT.sub("\u00a0", markdown)


@cache
def _renderer() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False})
    markdown.inline.ruler.before("escape", "maths", _maths_rule)
    return markdown


def block_html(markdown: str) -> str:
    """Return HTML of one or more paragraphs."""
    return _renderer().render(_joined(markdown)).strip()


def inline_html(markdown: str) -> str:
    """Return HTML of a run of text that is set inside a line."""
    return _renderer().renderInline(_joined(markdown)).strip()


def plain_text(markdown: str) -> str:
    """Return the words without marks, for a terminal, an alternative text or a select list."""
    return re.sub(r"[ \t\u00a0]+", " ", html.unescape(re.sub(r"<[^>]+>", "", block_html(markdown)))).strip()

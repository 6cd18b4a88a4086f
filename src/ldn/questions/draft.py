"""Reads a learner's rewrite of the article by the rules of data/draft_rules.yaml; the page does the same.

It looks for words. It cannot tell whether a sentence is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ldn.questions.draft_schema import Rule, draft_rules

_SPACES = "\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))
# One sign for one sign, so that a place in a plain sentence is the same place in the learner's own.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•‣◦·", "*"),
        **dict.fromkeys(_SPACES, " "),
    }
)
_SPACE = re.compile(rf"[\s{_SPACES}]+", re.ASCII)
_BOUNDARY = re.compile(r"([.!?]+[\"')\]]*)\s+(?:[-*]\s+)?|\n\s*\n\s*(?:[-*]\s+)?|\n\s*[-*]\s+", re.ASCII)
_WORD = re.compile(r"\S*[A-Za-z0-9]\S*", re.ASCII)
_CUT = re.compile(r"[,;:()]| - | but ", re.ASCII | re.IGNORECASE)
_LAST_TOKEN = re.compile(r"[A-Za-z.]+", re.ASCII)
_WORDS_BEFORE = 8
_WORDS_QUOTED = 24


class Sentence(NamedTuple):
    """One sentence in the learner's own signs, and the same with plain quotation marks, dashes and spaces."""

    own: str
    plain: str


#: Number of a sentence, and where in it something begins and ends.
Place = tuple[int, int, int]


@dataclass(frozen=True)
class Finding:
    """One thing that the checker noticed.

    rule: id of the rule. kind: "mend", "consider" or "good". quote: the learner's own words, empty if something is
    missing. message, why: what it is, and why it matters. lesson: where it is taught. claim: the claim it is about.
    """

    rule: str
    kind: str
    name: str
    quote: str
    message: str
    why: str
    lesson: str
    claim: str | None = None

    def __str__(self) -> str:
        heading = {"mend": "To mend", "consider": "To consider", "good": "Done well"}[self.kind]
        return f"{heading}: {self.message} {self.why} (Lesson {self.lesson})"


def check_draft(text: str) -> list[Finding]:
    """What the rules find in a draft: first what to mend, then what to consider, then what is done well.

    Parameters
    ----------
    text : str
        The learner's rewrite of the article, plain text. An empty one has no findings.

    Returns
    -------
    list of Finding
        In the order of the rules, and within a rule in the order of the text.

    Raises
    ------
    TypeError
        If the draft is no text.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be the draft as a string, not {type(text).__name__}")
    number = count_words(text)
    if number == 0:
        return []
    sentences = split_sentences(text)
    found = [_length(number)]
    taken: list[Place] = []
    for rule in draft_rules().rules:
        found += _apply(rule, sentences, taken)
    found.append(_coverage(sentences))
    return [one for kind in ("mend", "consider", "good") for one in found if one.kind == kind]


def count_words(text: str) -> int:
    """How many words a draft has: runs of signs between spaces with a letter or a digit in them."""
    return len(_WORD.findall(text.translate(_PLAIN)))


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a draft, each on one line with single spaces."""
    plain = text.translate(_PLAIN)
    spans, start = [], 0
    for boundary in _BOUNDARY.finditer(plain):
        mark = boundary[1] or ""
        if mark == "." and _last_token(plain[start : boundary.start()]) in draft_rules().abbreviations:
            continue
        spans.append((start, boundary.start() + len(mark)))
        start = boundary.end()
    spans.append((start, len(plain)))
    lines = (_SPACE.sub(" ", text[first:last]).strip(" ") for first, last in spans)
    return [Sentence(line, line.translate(_PLAIN)) for line in lines if line]


def _last_token(before: str) -> str:
    tokens = _LAST_TOKEN.findall(before[-12:])
    return tokens[-1].lower() if tokens and before.endswith(tokens[-1]) else ""


def _apply(rule: Rule, sentences: list[Sentence], taken: list[Place]) -> Iterator[Finding]:
    """What one rule finds. Words that an earlier rule has objected to are not objected to twice."""
    places = list(_places(rule, sentences))
    if rule.when == "absent":
        if not places:
            yield _finding(rule, rule.kind, "", rule.message)
            return
        quote = _quoted(sentences, places[0])
        yield _finding(rule, "good", quote, rule.praise.replace("{quote}", quote))
        return
    given = 0
    for place in places:
        if rule.kind != "good":
            if any(place[0] == at and place[1] < end and begin < place[2] for at, begin, end in taken):
                continue
            taken.append(place)
        quote = _quoted(sentences, place)
        yield _finding(rule, rule.kind, quote, rule.message.replace("{quote}", quote))
        given += 1
        if given == rule.most:
            return


def _places(rule: Rule, sentences: list[Sentence]) -> Iterator[Place]:
    """Where a rule's words stand and nothing excuses them."""
    if any(_compiled(pattern).search(one.plain) for pattern in rule.unless_draft for one in sentences):
        return
    wanted = _compiled("|".join(f"(?:{pattern})" for pattern in rule.find), rule.case_sensitive)
    for number, (_, sentence) in enumerate(sentences):
        if rule.kind != "good" and rule.when == "present" and sentence.endswith("?"):
            continue
        if not all(_compiled(pattern).search(sentence) for pattern in rule.require):
            continue
        if any(_compiled(pattern).search(sentence) for pattern in rule.unless):
            continue
        for match in wanted.finditer(sentence):
            if rule.unless_before and _is_negated(sentence[: match.start()]):
                continue
            yield (number, 0, len(sentence)) if rule.quotes == "sentence" else (number, *match.span())


def _is_negated(before: str) -> bool:
    """Whether the words just before, in the same part of the sentence, take back what follows."""
    words = _CUT.split(before)[-1].split(" ")
    near = [word for word in words if word][-_WORDS_BEFORE:]
    return _compiled(draft_rules().negation).search(" ".join(near)) is not None


def _quoted(sentences: list[Sentence], place: Place) -> str:
    number, first, last = place
    words = [word for word in sentences[number].own[first:last].split(" ") if word]
    return " ".join(words[:_WORDS_QUOTED]) + (" …" if len(words) > _WORDS_QUOTED else "")


def _finding(rule: Rule, kind: str, quote: str, message: str) -> Finding:
    return Finding(
        rule=rule.id,
        kind=kind,
        name=rule.name,
        quote=quote,
        message=message,
        why=rule.why,
        lesson=rule.lesson,
        claim=rule.claim,
    )


def _length(number: int) -> Finding:
    rules = draft_rules()
    over = number - rules.words_allowed
    message = rules.length.message if over > 0 else rules.length.praise
    return Finding(
        rule="length",
        kind="mend" if over > 0 else "good",
        name="Length",
        quote="",
        message=message.replace("{number}", str(number)).replace("{over}", str(over)),
        why=rules.length.why,
        lesson=rules.length.lesson,
    )


def _coverage(sentences: list[Sentence]) -> Finding:
    rules = draft_rules()
    missing = [
        claim
        for claim, patterns in rules.claims.items()
        if not any(_compiled(pattern).search(one.plain) for pattern in patterns for one in sentences)
    ]
    named = ", ".join(missing[:-1]) + " and " + missing[-1] if len(missing) > 1 else "".join(missing)
    return Finding(
        rule="coverage",
        kind="consider" if missing else "good",
        name="Claims",
        quote="",
        message=rules.coverage.message.replace("{claims}", named) if missing else rules.coverage.praise,
        why=rules.coverage.why,
        lesson=rules.coverage.lesson,
    )


@cache
def _compiled(pattern: str, case_sensitive: bool = False) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII if case_sensitive else re.ASCII | re.IGNORECASE)

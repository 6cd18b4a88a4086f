"""In each lesson the first use of a glossary term, in running text, leads to the glossary and shows the definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

GLOSSARY = "book/glossary"
LESSONS = "notebooks/"

# Terms that every other sentence uses in their everyday sense: a link there would explain what nobody asked.
EVERYDAY = frozenset({"model", "claim"})
# Words before a term that give it another meaning: a normal distribution is not what the body does to a drug.
OTHER_MEANING_AFTER: Mapping[str, frozenset[str]] = {
    "distribution": frozenset(
        {
            "normal",
            "t",
            "sampling",
            "probability",
            "binomial",
            "beta",
            "uniform",
            "prior",
            "predictive",
            "null",
        }
        | {"lognormal", "log-normal", "chi-square", "age", "frequency"}
    ),
    "approval": frozenset({"ethics", "ethical"}),
    "parameter": frozenset({"shape"}),
}
# The same for words after a term: powers of ten are no power of a trial.
OTHER_MEANING_BEFORE: Mapping[str, frozenset[str]] = {"power": frozenset({"of ten", "of two"})}

# No term is looked for inside these: headings, code, formulas, links, tables, pictures and quotations.
_CLOSED = (
    nodes.title,
    nodes.literal,
    nodes.literal_block,
    nodes.math,
    nodes.math_block,
    nodes.raw,
    nodes.reference,
    nodes.table,
    nodes.figure,
    nodes.caption,
    nodes.block_quote,
    addnodes.pending_xref,
)
_QUOTED_BLOCKS = frozenset({"claim", "specimen"})
_ABBREVIATION = re.compile(r"^([A-Z][A-Z0-9]{1,4})\. ")
_TAG = re.compile(r"</?[a-z]+>")  # The glossary writes subscripts in HTML.
_PLAIN = re.compile(r"^[\w -]+$")


@dataclass(frozen=True)
class Term:
    """A glossary term: how it is written there, its anchor and its definition as plain text."""

    name: str
    anchor: str
    definition: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """Regular expressions of the ways in which a text may write it: the plural, and its abbreviation."""
        ways = [_spelling(self.name)] if _PLAIN.match(self.name) else []
        if found := _ABBREVIATION.match(self.definition):
            ways.append(re.escape(found[1]))
        return tuple(ways)


def _spelling(name: str) -> str:
    """A term with its regular plural; its first letter may open a sentence unless capitals are part of the name."""
    stem = re.escape(name)
    if name[0].islower():
        stem = f"[{name[0]}{name[0].upper()}]{re.escape(name[1:])}"
    if name.endswith("life"):
        return f"{stem[:-2]}(?:fe|ves)"
    if name.endswith("y"):
        return f"{stem[:-1]}(?:y|ies)"
    return f"{stem}(?:e?s)?" if name[-1].islower() else stem


class Finder:
    """Finds the first use of each term in the order of the text; longer terms go before shorter ones."""

    def __init__(self, terms: Iterable[Term]) -> None:
        spelled = [
            (spelling, term) for term in terms if term.name not in EVERYDAY for spelling in term.spellings
        ]
        spelled.sort(key=lambda pair: len(pair[0]), reverse=True)
        self._terms = [term for _, term in spelled]
        joined = "|".join(f"({spelling})" for spelling, _ in spelled)
        self._any = re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])") if spelled else re.compile(r"(?!)")
        self._seen: set[str] = set()

    def first_uses(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Start, end and term of each first use in the next piece of running text."""
        for use in self._any.finditer(text):
            term = self._terms[use.lastindex - 1]
            if term.name in self._seen or _means_something_else(term, text[: use.start()], text[use.end() :]):
                continue
            self._seen.add(term.name)
            yield use.start(), use.end(), term


def _means_something_else(term: Term, before: str, after: str) -> bool:
    word = re.search(r"([\w-]+)\s+$", before)
    if word and word[1].lower() in OTHER_MEANING_AFTER.get(term.name, ()):
        return True
    return any(after.lstrip().startswith(words) for words in OTHER_MEANING_BEFORE.get(term.name, ()))


def terms_of(glossary: nodes.document) -> list[Term]:
    """The terms of the glossary page."""
    found = []
    for item in glossary.findall(nodes.definition_list_item):
        written = item.next_node(nodes.definition).astext()
        definition = " ".join(_TAG.sub("", written).split())
        found += [
            Term(term.astext(), term["ids"][0], definition)
            for term in item.findall(nodes.term)
            if term["ids"]
        ]
    return found


def _running_text(doctree: nodes.document) -> Iterator[nodes.Text]:
    """The paragraphs below the lesson's sections; its opening, with outcomes and prerequisites, stays free of links."""
    for text in doctree.findall(nodes.Text):
        around = list(_ancestors(text))
        closed = any(
            isinstance(each, _CLOSED) or _QUOTED_BLOCKS & set(each.get("classes", ())) for each in around
        )
        in_paragraph = any(isinstance(each, nodes.paragraph) for each in around)
        if in_paragraph and not closed and sum(isinstance(each, nodes.section) for each in around) > 1:
            yield text


def _ancestors(node: nodes.Node) -> Iterator[nodes.Element]:
    while node.parent is not None:
        node = node.parent
        yield node


def link_first_uses(doctree: nodes.document, terms: Iterable[Term], glossary_address: str) -> None:
    """Turn the first use of each term into a link to its entry, with the definition as the link's title."""
    finder = Finder(terms)
    for text in list(_running_text(doctree)):
        said, pieces, end = text.astext(), [], 0
        for start, stop, term in finder.first_uses(said):
            link = nodes.reference(
                "",
                said[start:stop],
                refuri=f"{glossary_address}#{term.anchor}",
                internal=True,
                reftitle=term.definition,
                classes=["term"],
            )
            pieces += [nodes.Text(said[end:start]), link] if start > end else [link]
            end = stop
        if pieces:
            rest = [nodes.Text(said[end:])] if end < len(said) else []
            text.parent.replace(text, [*pieces, *rest])


def link_terms(app, doctree: nodes.document, docname: str) -> None:
    """Link the terms of a lesson; other pages keep their text as it is."""
    if not docname.startswith(LESSONS) or GLOSSARY not in app.env.found_docs:
        return
    if not hasattr(app, "ldn_terms"):
        app.ldn_terms = terms_of(app.env.get_doctree(GLOSSARY))
    link_first_uses(doctree, app.ldn_terms, app.builder.get_relative_uri(docname, GLOSSARY))


def setup(app) -> None:
    # After links and quotations have become what they are.
    app.connect("doctree-resolved", link_terms, priority=700)

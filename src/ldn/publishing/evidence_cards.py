"""``{evidence-cards} gut``: a card for each study and review of a chapter, under the conditions, from the store."""

from __future__ import annotations

from functools import cache

import pandas as pd
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ldn.publishing import evidence_chapters
from ldn.publishing.evidence_card import card
from ldn.publishing.evidence_tables import Surroundings, capital
from ldn.publishing.raw_html import raw_html
from ldn.publishing.source_links import address_in_book, pages_citing, short_name
from ldn.reference.studies import StudyStore


class evidence_card(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes in lower case)
    """Stands for the body of a card until every page that may cite it has been read."""


class EvidenceCards(SphinxDirective):
    """Places the cards of one chapter (see ``ldn.publishing.evidence_chapters``)."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        chapter = self.arguments[0]
        if chapter not in evidence_chapters.CHAPTERS:
            raise self.error(f"no chapter {chapter!r}; there are {', '.join(evidence_chapters.CHAPTERS)}")
        return sections(chapter)


def sections(chapter: str, store: StudyStore | None = None) -> list[nodes.section]:
    """A section for each condition of a chapter, and in it one for each study or review, its id the anchor."""
    found = []
    for condition, held in evidence_chapters.of_chapter(chapter, store).items():
        title = capital(condition)
        section = nodes.section("", nodes.title("", title), ids=[f"in-{nodes.make_id(condition)}"], names=[])
        for entry in held:
            section += nodes.section(
                "", nodes.title("", entry.name), evidence_card(entry=entry.id), ids=[entry.id], names=[]
            )
        found.append(section)
    return found


@cache
def _recomputed() -> pd.DataFrame:
    from ldn.evidence import recomputations

    return recomputations()


def fill_cards(app, doctree: nodes.document, docname: str) -> None:
    """Put the cards where their places are held."""
    for place in list(doctree.findall(evidence_card)):
        entry = evidence_chapters.entries()[place["entry"]]
        around = Surroundings(
            name_of=short_name,
            address_of=lambda key: address_in_book(app, docname, key),
            cited_in=pages_citing(app, {source.key for source in entry.sources}, docname),
            recomputed=_recomputed()[_recomputed()["entry"] == entry.id],
        )
        place.replace_self(raw_html(card(entry, around)))


def setup(app) -> None:
    app.add_node(evidence_card)
    app.add_directive("evidence-cards", EvidenceCards)
    app.connect("doctree-resolved", fill_cards, priority=500)

"""``{sources} dose``: one collection of the bibliography, with links back to the pages that cite each entry."""

from __future__ import annotations

from urllib.parse import urlsplit

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ldn.publishing import evidence_chapters
from ldn.publishing.source_links import LEADS_OUT, address_in_book, anchor, pages_citing

# What was read of a source, in words a reader understands.
READ = {
    "full text": "Read in full.",
    "abstract": "Only the abstract was read.",
    "label": "The product label was read.",
    "table": "The tables were read.",
    "data and code": "Data and code were read.",
    "quoted elsewhere": "Not read itself: quoted by another source.",
}


def what_was_read(seen: str) -> str:
    """A sentence on how much of a source was read."""
    return READ.get(seen) or f"What was seen: {seen}."


class source_list(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes in lower case)
    """Stands for the bibliography until every page has been read."""


class SourcesDirective(SphinxDirective):
    """Places one collection of the bibliography (see ``ldn.reference.bibliography.collections``)."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        from ldn.reference.bibliography import collections

        if self.arguments[0] not in collections():
            raise self.error(f"no collection {self.arguments[0]!r}; there are {', '.join(collections())}")
        return [source_list(collection=self.arguments[0])]


def source_entry(
    source, cited_by: list[tuple[str, str]], card: tuple[str, str] | None = None
) -> nodes.list_item:
    """One entry: the citation, its address, what was read of it, and who cites it.

    ``cited_by`` holds the title and the address of each citing page. ``card`` is the name and the address of the
    evidence card that says all this of a study's source; the entry then leaves it out.
    """
    line = nodes.paragraph("", source.citation)
    if source.address:
        shown = short_address(source)
        line += nodes.Text(" ")
        line += nodes.reference("", shown, refuri=source.address, internal=False, classes=[LEADS_OUT])
    if retraction := getattr(source, "retracted", ""):
        line += nodes.Text(" ")
        line += nodes.strong("", f"Retracted: {retraction.rstrip('.')}.")
    if card is not None:
        line += nodes.Text(" ")
        line += nodes.inline(
            "",
            "Evidence card: ",
            nodes.reference("", card[0], refuri=card[1], internal=True),
            classes=["backlinks"],
        )
        return nodes.list_item("", line, ids=[anchor(source.key)])
    if source.registration:
        line += nodes.Text(f" Registration {source.registration}.")
    line += nodes.Text(" ")
    line += nodes.inline("", what_was_read(source.seen), classes=["seen"])
    if cited_by:
        back = nodes.inline("", "Cited in ", classes=["backlinks"])
        for position, (title, address) in enumerate(cited_by):
            if position:
                back += nodes.Text(" · ")
            back += nodes.reference("", title, refuri=address, internal=True)
        line += nodes.Text(" ")
        line += back
    return nodes.list_item("", line, ids=[anchor(source.key)])


def short_address(source) -> str:
    """What a link to the source shows: its identifier, else the host it is on."""
    if source.doi:
        return f"doi:{source.doi}"
    if source.pmid:
        return f"PubMed {source.pmid}"
    return source.pmcid or urlsplit(source.address).hostname.removeprefix("www.")


def _sort_key(source) -> tuple[str, int, str]:
    # A title in square brackets is ours: the bracket is no letter to sort by.
    return ((source.authors or source.title).lstrip("[").lower(), source.year or 0, source.title)


def fill_source_lists(app, doctree: nodes.document, docname: str) -> None:
    """Put the entries where the directive stood."""
    places = list(doctree.findall(source_list))
    if not places:
        return
    from ldn import reference

    for place in places:
        entries = nodes.bullet_list(classes=["source-list"])
        for source in sorted(reference.sources(place["collection"]), key=_sort_key):
            owner = evidence_chapters.owner_of_source().get(source.key)
            card = owner and (owner.name, address_in_book(app, docname, source.key))
            entries += source_entry(source, pages_citing(app, {source.key}, docname), card)
        place.replace_self(entries)


def setup(app) -> None:
    app.add_node(source_list)
    app.add_directive("sources", SourcesDirective)
    app.connect("doctree-resolved", fill_source_lists, priority=500)

"""Turns every link to a known source into a link to what the book knows of it.

Lessons cite with plain links to a DOI, which work in JupyterLab. In the book the same link leads to the evidence
card, if the source belongs to a study or review, else to its entry on the sources page. Both say what of the source
was read and lead on to it. The link's title shows the citation.
"""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape, unescape
from urllib.parse import unquote

from docutils import nodes

from ldn.publishing import evidence_chapters

# Set on links that lead out of the book: those of the sources page itself.
LEADS_OUT = "leads-out"


def normalised(address: str) -> str:
    """An address in the form in which sources are compared: https, unescaped, no trailing slash, lower case."""
    return (
        unquote(address.strip())
        .rstrip("/")
        .replace("http://", "https://", 1)
        .replace("//dx.doi.org", "//doi.org")
        .lower()
    )


@cache
def key_of_address() -> dict[str, str]:
    """Each address under which a source can be cited, with the source's key."""
    from ldn import reference

    keys = {}
    for source in reference.sources():
        addresses = [source.url, source.address]
        if source.doi:
            addresses.append(f"https://doi.org/{source.doi}")
        if source.pmid:
            addresses.append(f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}")
        if source.pmcid:
            addresses.append(f"https://pmc.ncbi.nlm.nih.gov/articles/{source.pmcid}")
        keys.update({normalised(address): source.key for address in addresses if address})
    return keys


def anchor(key: str) -> str:
    """The id of a source's entry on the sources page."""
    return f"source-{key.replace('_', '-')}"


def _citing_links(doctree: nodes.document):
    for link in doctree.findall(nodes.reference):
        if LEADS_OUT in link["classes"]:
            continue
        key = key_of_address().get(normalised(link.get("refuri", "")))
        if key is not None:
            yield link, key


def destination(key: str, sources_page: str) -> tuple[str, str]:
    """Page and anchor at which the book tells of a source."""
    owner = evidence_chapters.owner_of_source().get(key)
    if owner is not None:
        return evidence_chapters.page_of(owner), owner.id
    return sources_page, anchor(key)


def address_in_book(app, page: str, key: str) -> str:
    """The address, seen from a page, at which the book tells of a source."""
    there, place = destination(key, app.config.ldn_sources_page)
    return f"{app.builder.get_relative_uri(page, there) if there != page else ''}#{place}"


# What follows the first author's surname, which may be two words: initials, a comma, or the others.
_INITIALS_OR_OTHERS = re.compile(r",|\s+(?:[A-Z]{1,4}\b|et al|and others)")


def short_name(key: str) -> str:
    """A source in a few words: the study's own name, else who, where or the start of its title; and when."""
    from ldn import reference

    owner = evidence_chapters.owner_of_source().get(key)
    if owner is not None and owner.sources[0].key == key:
        return owner.name
    source = reference.source(key)
    if source.authors:
        name = _INITIALS_OR_OTHERS.split(source.authors, maxsplit=1)[0]
    else:
        place = source.journal or source.publisher or " ".join(source.title.split()[:4])
        name = place.split(",")[0]
    return f"{name} {source.year}" if source.year else name


def _citing_links(doctree: nodes.document):
    for link in doctree.findall(nodes.reference):
        if LEADS_OUT in link["classes"]:
            continue
        key = key_of_address().get(normalised(link.get("refuri", "")))
        if key is not None:
            yield link, key


# A study or source that a cell of code or the state of an interactive names. All ids with a digit, and only those:
# a word such as "lift" would be found in any text.
_QUOTED = re.compile(r"""["']([a-z][a-z_]*\d[a-z0-9_]*)["']""")


@cache
def _key_of_name() -> dict[str, str]:
    from ldn import reference

    names = {source.key: source.key for source in reference.sources()}
    return {id: entry.source_keys[0] for id, entry in evidence_chapters.entries().items()} | names


def _named_in_code(doctree: nodes.document):
    for block in doctree.findall(lambda node: isinstance(node, nodes.literal_block | nodes.raw)):
        if isinstance(block, nodes.raw) and 'class="ldn-state"' not in block.astext():
            continue
        for name in _QUOTED.findall(block.astext()):
            if name in _key_of_name():
                yield _key_of_name()[name]


def note_citations(app, doctree: nodes.document) -> None:
    """Remember which sources a page cites, in its text, its code or its interactives, so as to link back."""
    cited = [key for _, key in _citing_links(doctree)]
    citations(app.env)[app.env.docname] = list(dict.fromkeys([*cited, *_named_in_code(doctree)]))


def pages_citing(app, keys: set[str], seen_from: str) -> list[tuple[str, str]]:
    """Title, with a lesson's number, and address of each page that cites one of these sources, in reading order."""
    return [
        (_numbered(page) + app.env.titles[page].astext(), app.builder.get_relative_uri(seen_from, page))
        for page in _in_reading_order(app)
        if keys & set(citations(app.env).get(page, ()))
    ]


def _numbered(page: str) -> str:
    lesson = re.match(r"notebooks/(\d\d)_", page)
    return f"{lesson[1]} " if lesson else ""


def _in_reading_order(app) -> list[str]:
    pages: list[str] = []

    def walk(page: str) -> None:
        pages.append(page)
        for below in app.env.toctree_includes.get(page, ()):
            walk(below)

    walk(app.config.root_doc)
    return pages


def link_to_entries(app, doctree: nodes.document, docname: str) -> None:
    """Point each citing link to the source's card or entry."""
    from ldn import reference

    for link, key in list(_citing_links(doctree)):
        link["refuri"] = address_in_book(app, docname, key)
        link["reftitle"] = reference.source(key).citation
        link["classes"].append("citation")


_STATE = re.compile(r'(<script type="application/json" class="ldn-state">)(.*?)(</script>)', re.DOTALL)
_LINK = re.compile(r'href="(https?://[^"]+)"')
_ADDRESS = re.compile(r'"https?://[^"\\]+"')


def link_outputs(app, page: str, body: str) -> str:
    """Do the same for what is no text of a page: the state of interactives, and links in the output of cells.

    The sources page and the cards themselves keep their links, which lead out of the book.
    """
    if page == app.config.ldn_sources_page or page.startswith(f"{evidence_chapters.FOLDER}/"):
        return body

    def in_book(address: str) -> str | None:
        key = key_of_address().get(normalised(address))
        return None if key is None else address_in_book(app, page, key)

    def in_state(address: re.Match) -> str:
        found = in_book(json.loads(address.group()))
        return address.group() if found is None else json.dumps(found)

    def in_link(link: re.Match) -> str:
        found = in_book(unescape(link[1]))
        return link.group() if found is None else f'href="{escape(found)}"'

    body = _STATE.sub(lambda part: part[1] + _ADDRESS.sub(in_state, part[2]) + part[3], body)
    return _LINK.sub(in_link, body)


def citations(env) -> dict[str, list[str]]:
    """Keys of the sources each page cites, by page."""
    if not hasattr(env, "ldn_citations"):
        env.ldn_citations = {}
    return env.ldn_citations


def _forget(app, env, docname: str) -> None:
    citations(env).pop(docname, None)


def _merge(app, env, docnames: set[str], other) -> None:
    citations(env).update({name: citations(other)[name] for name in docnames if name in citations(other)})


def setup(app) -> None:
    app.add_config_value("ldn_sources_page", "book/sources", "env")
    app.connect("doctree-read", note_citations)
    app.connect("doctree-resolved", link_to_entries, priority=600)
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)

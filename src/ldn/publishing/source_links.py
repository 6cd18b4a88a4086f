"""Turns every link to a known source into a link to its entry on the sources page.

Lessons cite with plain links to a DOI, which work in JupyterLab. In the book the same link leads to the entry
that also says what of the source was read, and its title shows the citation.
"""

from __future__ import annotations

from functools import cache
from urllib.parse import unquote

from docutils import nodes

# Set on the sources page itself, whose links lead out of the book.
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


def note_citations(app, doctree: nodes.document) -> None:
    """Remember which sources a page cites, for the sources page to link back."""
    cited = list(dict.fromkeys(key for _, key in _citing_links(doctree)))
    citations(app.env)[app.env.docname] = cited


def link_to_entries(app, doctree: nodes.document, docname: str) -> None:
    """Point each citing link to the entry on the sources page."""
    from ldn import reference

    page = app.builder.get_relative_uri(docname, app.config.ldn_sources_page)
    for link, key in list(_citing_links(doctree)):
        link["refuri"] = f"{page}#{anchor(key)}"
        link["reftitle"] = reference.source(key).citation
        link["classes"].append("citation")


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

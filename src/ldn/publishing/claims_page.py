"""``{claims}``: the verdict on every claim of the article, with its reason, its sources and where it is worked out.

``{claims} verdicts`` lists the words of verdict, what each means and which claims received it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ldn.publishing.lesson_cards import read_lessons
from ldn.publishing.source_links import address_in_book, short_name
from ldn.publishing.specimen_article import claim_anchor, place_in_article


def spoken_date(day: date) -> str:
    """A day as one writes it: 22 November 2026."""
    return f"{day.day} {day:%B %Y}"


def verdict_list(claims) -> nodes.definition_list:
    """Each verdict with its meaning and links to the claims that received it."""
    from ldn.reference.claim_schema import VERDICTS

    entries = nodes.definition_list(classes=["verdict-list"])
    for verdict, meaning in VERDICTS.items():
        received = nodes.paragraph("", f"{meaning} ")
        for position, claim in enumerate(claim for claim in claims if claim.verdict == verdict):
            if position:
                received += nodes.Text(", ")
            received += nodes.reference("", claim.id, refuri=f"#{claim_anchor(claim.id)}", internal=True)
        entries += nodes.definition_list_item(
            "", nodes.term("", "", _verdict(verdict)), nodes.definition("", received)
        )
    return entries


class ClaimsDirective(SphinxDirective):
    """Places the verdicts: all of them at length, or the list of the words."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        from ldn import reference

        if self.arguments and self.arguments[0] != "verdicts":
            raise self.error(f"claims: {self.arguments[0]!r} is not known; write verdicts, or nothing")
        if self.arguments:
            return [verdict_list(reference.claims())]
        return [self._entry(claim) for claim in reference.claims()]

    def _entry(self, claim) -> nodes.container:
        entry = nodes.container(classes=["judged-claim"], ids=[claim_anchor(claim.id)])
        entry += nodes.paragraph("", "", *self._heading(claim), classes=["judged-claim-head"])
        entry += nodes.paragraph("", claim.words, classes=["judged-claim-words"])
        entry += nodes.paragraph("", claim.reason)
        entry += nodes.paragraph("", "", *self._evidence(claim), classes=["judged-claim-notes"])
        entry += nodes.paragraph("", "", *self._lessons(claim), classes=["judged-claim-notes"])
        return entry

    def _heading(self, claim) -> list[nodes.Node]:
        article = self.env.app.builder.get_relative_uri(self.env.docname, self.config.ldn_article_page)
        place = nodes.reference(
            "",
            claim.id,
            refuri=f"{article}#{place_in_article(claim.id)}",
            internal=True,
            reftitle=f"Claim {claim.id} in the article",
        )
        return [place, nodes.Text(" "), _verdict(claim.verdict)]

    def _evidence(self, claim) -> list[nodes.Node]:
        from ldn import reference

        parts: list[nodes.Node] = [nodes.Text("Evidence: ")]
        for position, key in enumerate(claim.sources):
            if position:
                parts.append(nodes.Text(" · "))
            # With its own address it is counted among the page's citations and linked like any other.
            address = reference.source(key).address or address_in_book(self.env.app, self.env.docname, key)
            parts.append(nodes.reference("", short_name(key), refuri=address, internal=False))
        parts.append(nodes.Text(f". Last looked at on {spoken_date(claim.evidence_date)}."))
        return parts

    def _lessons(self, claim) -> list[nodes.Node]:
        """Where a claim is worked out; the anchors of the headings are filled in once every page is read."""
        parts: list[nodes.Node] = [nodes.Text("Worked out in ")]
        pages = self._pages()
        for position, (number, heading) in enumerate(claim.sections.items()):
            if position:
                parts.append(nodes.Text("; "))
            spoken = f"lesson {number}, {heading}" if heading else f"lesson {number}"
            if page := pages.get(number):
                address = self.env.app.builder.get_relative_uri(self.env.docname, page)
                parts.append(
                    nodes.reference(
                        "", spoken, refuri=address, internal=True, ldn_page=page, ldn_heading=heading
                    )
                )
            else:
                parts.append(nodes.Text(spoken))
        parts.append(nodes.Text("." if not parts[-1].astext().endswith("?") else ""))
        return parts

    def _pages(self) -> dict[str, str]:
        lessons = Path(self.env.srcdir) / "book" / "lessons.yaml"
        self.env.note_dependency(str(lessons))
        return {lesson.number: lesson.page for lesson in read_lessons(lessons) if lesson.page}


def _verdict(verdict: str) -> nodes.inline:
    return nodes.inline("", verdict, classes=["claim-verdict", f"is-{verdict}"])


def anchor_of_heading(contents: nodes.Node, heading: str) -> str | None:
    """The anchor of a heading in a page's contents, as Sphinx keeps them; None if there is no such heading."""
    for entry in contents.findall(nodes.reference):
        if entry.astext().strip() == heading:
            return entry.get("anchorname") or ""
    return None


def point_to_headings(app, doctree: nodes.document, docname: str) -> None:
    """Lead each link to a lesson on to the heading that it names."""
    for link in doctree.findall(nodes.reference):
        heading = link.get("ldn_heading")
        if not heading:
            continue
        anchor = anchor_of_heading(app.env.tocs[link["ldn_page"]], heading)
        if anchor is None:
            raise ValueError(f"{link['ldn_page']} has no heading {heading!r}, to which {docname} points")
        link["refuri"] += anchor


def setup(app) -> None:
    app.add_directive("claims", ClaimsDirective)
    app.connect("doctree-resolved", point_to_headings, priority=550)

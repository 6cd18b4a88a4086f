"""``{specimen-article}``: the article that the course takes apart, each claim linked to its verdict."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective


def claim_anchor(id: str) -> str:
    """The id of a claim's verdict on the claims page."""
    return f"claim-{id.lower()}"


def place_in_article(id: str) -> str:
    """The id of the place at which the article makes a claim."""
    return f"article-{id.lower()}"


def article_block(article, verdicts_page: str) -> nodes.admonition:
    """The article as a block of its own: title, label, and paragraphs in which each claim carries its id.

    Parameters
    ----------
    article : ldn.reference.Article
    verdicts_page : address of the page with the verdicts, from where the block stands.
    """
    block = nodes.admonition("", nodes.title("", "Specimen"), classes=["specimen"])
    block += nodes.paragraph("", article.label, classes=["specimen-label"])
    block += nodes.paragraph("", article.title, classes=["specimen-title"])
    for paragraph in article.paragraphs:
        shown = nodes.paragraph()
        for position, passage in enumerate(paragraph):
            if position:
                shown += nodes.Text(" ")
            shown += [nodes.Text(passage)] if isinstance(passage, str) else _claim(passage, verdicts_page)
        block += shown
    return block


def _claim(passage, verdicts_page: str) -> list[nodes.Node]:
    words = nodes.emphasis("", passage.words, ids=[place_in_article(passage.claim)])
    mark = nodes.reference(
        "",
        passage.claim,
        refuri=f"{verdicts_page}#{claim_anchor(passage.claim)}",
        internal=True,
        classes=["claim-mark"],
        reftitle=f"Verdict on claim {passage.claim}",
    )
    return [words, nodes.Text(" "), mark]


class SpecimenArticle(SphinxDirective):
    """Places the article."""

    def run(self) -> list[nodes.Node]:
        from ldn import reference

        verdicts = self.env.app.builder.get_relative_uri(self.env.docname, self.config.ldn_claims_page)
        return [article_block(reference.article(), verdicts)]


def setup(app) -> None:
    app.add_config_value("ldn_claims_page", "book/claims", "env")
    app.add_config_value("ldn_article_page", "book/article", "env")
    app.add_directive("specimen-article", SpecimenArticle)

"""Admonitions of class ``dropdown`` become ``<details>``: they open without JavaScript and by keyboard."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms import SphinxTransform


class disclosure(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes in lower case)
    """A summary that opens to show the rest."""


class Disclosures(SphinxTransform):
    """Replaces each admonition of class ``dropdown``."""

    default_priority = 410

    def apply(self, **kwargs) -> None:
        for admonition in list(self.document.findall(nodes.admonition)):
            if "dropdown" not in admonition["classes"]:
                continue
            title, *body = admonition.children
            kinds = [name for name in admonition["classes"] if name != "dropdown"]
            box = disclosure("", *body, classes=kinds)
            box["summary"] = title.astext()
            admonition.replace_self(box)


def _open_html(translator, node: disclosure) -> None:
    translator.body.append(translator.starttag(node, "details", CLASS="disclosure"))
    translator.body.append(f"<summary>{translator.encode(node['summary'])}</summary>\n")


def _close_html(translator, node: disclosure) -> None:
    translator.body.append("</details>\n")


def setup(app) -> None:
    app.add_node(disclosure, html=(_open_html, _close_html))
    app.add_transform(Disclosures)

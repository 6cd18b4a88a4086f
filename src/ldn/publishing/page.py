"""What each page of the built book loads and shows besides its text."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.environment.adapters.toctree import document_toc

from ldn.publishing import evidence_index, mathematics, modules
from ldn.publishing.inline_figures import inline_figures
from ldn.publishing.launch import launch_links
from ldn.publishing.source_links import link_outputs

_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_PIECE = re.compile(r'data-ldn-piece="([a-z_]+)"')
_EMPTY_HEADER = re.compile(r"<th(?: class=\"[^\"]*\")?>\s*</th>")
EVIDENCE_STYLESHEET = "evidence.css"
# An outline helps a long page; on a short one it only repeats what is in sight.
_OUTLINE_FROM_SECTIONS = 3


def frame_tables(body: str) -> str:
    """Put each table in a box that scrolls by itself on a narrow screen; empty header cells become plain cells."""
    return _TABLE.sub(
        lambda table: f'<div class="table-frame">{_EMPTY_HEADER.sub("<td></td>", table.group())}</div>', body
    )


def styles_for(body: str) -> list[str]:
    """Style sheets, besides the book's own, that this page needs."""
    needed = []
    if 'class="katex' in body:
        needed.append(mathematics.STYLESHEET)
    if 'class="ldn-interactive"' in body:
        needed.append(modules.STYLESHEET)
    if 'class="evidence-' in body:
        needed.append(EVIDENCE_STYLESHEET)
    return needed


def modules_for(body: str) -> list[str]:
    """Scripts, besides the book's own, that this page needs."""
    needed = []
    if 'class="ldn-interactive"' in body:
        needed.append(modules.HOST)
    if 'class="evidence-table"' in body:
        needed.append(evidence_index.SCRIPT)
    return needed


def preloads_for(body: str) -> list[str]:
    """The pieces the host will ask for: fetched at once, so that they come alive without a wait."""
    return [f"ldn/{piece}.mjs" for piece in sorted(set(_PIECE.findall(body)))]


def outline_of(app, page: str) -> str:
    """The page's sections as nested links, or nothing for a short page."""
    contents = document_toc(app.env, page, app.builder.tags)
    sections = next((item[1] for item in contents if len(item) > 1), None)
    if not isinstance(sections, nodes.bullet_list) or len(sections) < _OUTLINE_FROM_SECTIONS:
        return ""
    return app.builder.render_partial(sections)["fragment"]


def add_page_context(app, page: str, template: str, context: dict, doctree: nodes.document | None) -> None:
    """Fill in what the theme's layout prints."""
    body = link_outputs(app, page, frame_tables(inline_figures(context.get("body", ""))))
    context["body"] = body
    context["page_styles"] = styles_for(body)
    context["page_modules"] = modules_for(body)
    context["page_preloads"] = preloads_for(body)
    if doctree is None:
        return
    context["page_outline"] = "" if page == app.config.root_doc else outline_of(app, page)
    source = context.get("sourcename", "")
    if source.endswith(".ipynb"):
        options = app.config.html_theme_options
        context["notebook_source"] = source
        context["launch_links"] = launch_links(
            options.get("repository_url"),
            options.get("repository_branch"),
            source,
            options.get("launch_buttons"),
        )


def setup(app) -> None:
    # Jupyter Book always hands this value over, for an extension that the book does without.
    app.add_config_value("comments_config", {}, "")
    # After every other extension, so that what they add to the page is seen.
    app.connect("html-page-context", add_page_context, priority=900)

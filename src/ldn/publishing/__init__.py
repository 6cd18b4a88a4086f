"""From notebooks and prose to the book: the Sphinx extension, and the commands that build and serve it."""

from __future__ import annotations

from pathlib import Path

THEME = Path(__file__).parent / "theme"


def setup(app) -> dict[str, object]:
    """Register the book's theme, directives and page hooks with Sphinx."""
    from ldn import __version__
    from ldn.publishing import (
        claims_page,
        concept_index,
        disclosure,
        erase_answers,
        evidence_cards,
        evidence_index,
        glossary_links,
        interactive_directive,
        lesson_blocks,
        lesson_cards,
        mathematics,
        modules,
        page,
        progress,
        source_links,
        sources_page,
        specimen_article,
        study_planner,
        validation_page,
    )

    app.add_html_theme("tenth_of_the_dose", str(THEME))
    for part in (
        mathematics,
        lesson_blocks,
        disclosure,
        erase_answers,
        interactive_directive,
        lesson_cards,
        concept_index,
        source_links,
        sources_page,
        specimen_article,
        claims_page,
        evidence_cards,
        evidence_index,
        study_planner,
        validation_page,
        glossary_links,
        modules,
        progress,
        page,
    ):
        part.setup(app)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}

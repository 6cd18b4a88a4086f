"""``{concept-index} /book/lessons.yaml``: where the course treats each of the core concepts of pharmacology."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ldn.publishing.lesson_cards import Lesson, read_lessons
from ldn.publishing.raw_html import raw_html

# The first part of a concept's id is its group.
GROUPS = {
    "pk": "What the body does to a drug",
    "pd": "What a drug does to the body",
    "pp": "From drug to patient",
}


@dataclass(frozen=True)
class Treatment:
    """Where one concept is treated: lessons, interactives with their lessons, and questions a lesson."""

    concept: str
    name: str
    lessons: tuple[Lesson, ...]
    interactives: tuple[tuple[str, Lesson], ...]
    questions: tuple[tuple[Lesson, int], ...]


def treatments(lessons: Sequence[Lesson]) -> list[Treatment]:
    """Each core concept with the lessons that can be read, their interactives and their questions on it."""
    from ldn.questions import bank
    from ldn.questions.registries import concepts

    readable = [lesson for lesson in lessons if lesson.page]
    having_items = set(bank.lessons())
    asked = {
        lesson.number: Counter(id for item in bank.items_of(lesson.number) for id in item.concepts)
        for lesson in readable
        if lesson.number in having_items
    }
    return [
        Treatment(
            concept=id,
            name=name,
            lessons=tuple(lesson for lesson in readable if id in lesson.concepts),
            interactives=tuple(
                (piece, lesson)
                for lesson in readable
                for piece, ids in lesson.interactives.items()
                if id in ids
            ),
            questions=tuple(
                (lesson, asked[lesson.number][id])
                for lesson in readable
                if asked.get(lesson.number, {}).get(id)
            ),
        )
        for id, name in concepts().items()
    ]


def spoken(piece: str) -> str:
    """The name of a class in words: ``DoseComparison`` is the dose comparison, ``TLR4Signalling`` TLR4 signalling."""
    words = re.findall(r"[A-Z]{2,}\d*|[A-Z][a-z]+", piece)
    return " ".join([words[0], *(word.lower() if word[1:].islower() else word for word in words[1:])])


def group_table(found: Sequence[Treatment], address_of: Callable[[str], str]) -> str:
    """One group of concepts as a table; ``address_of`` gives the address of a lesson's page."""

    def link(lesson: Lesson, text: str, place: str = "") -> str:
        title = escape(f"{lesson.number} {lesson.question}")
        return f'<a href="{escape(address_of(lesson.page))}{place}" title="{title}">{escape(text)}</a>'

    rows = ""
    for each in found:
        lessons = ", ".join(link(lesson, lesson.number) for lesson in each.lessons)
        pieces = ", ".join(link(lesson, spoken(piece)) for piece, lesson in each.interactives)
        questions = ", ".join(
            link(lesson, f"{count} in {lesson.number}", "#quiz") for lesson, count in each.questions
        )
        rows += (
            f'<tr id="{each.concept.replace(".", "-")}"><th scope="row">{escape(each.name)}</th>'
            f"<td>{lessons}</td><td>{pieces}</td><td>{questions}</td></tr>"
        )
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("Concept", "Lessons", "Interactives", "Questions")
    )
    return f'<table class="concepts"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


class ConceptIndex(SphinxDirective):
    """Places a section with a table for each group of concepts."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        relative, absolute = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        found = treatments(read_lessons(Path(absolute)))
        builder, here = self.env.app.builder, self.env.docname
        sections = []
        for group, title in GROUPS.items():
            members = [each for each in found if each.concept.partition(".")[0] == group]
            table = group_table(members, lambda page: builder.get_relative_uri(here, page))
            section = nodes.section("", nodes.title("", title), ids=[f"concepts-{group}"], names=[])
            section += raw_html(table)
            sections.append(section)
        return sections


def setup(app) -> None:
    app.add_directive("concept-index", ConceptIndex)

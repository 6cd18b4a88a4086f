"""``{lesson-cards}``: the lessons of the course by part, for the cover; those still to come have no link."""

from __future__ import annotations

import html
from itertools import groupby
from pathlib import Path

import yaml
from docutils import nodes
from pydantic import BaseModel, ConfigDict, Field, model_validator
from sphinx.util.docutils import SphinxDirective

from ldn.publishing.raw_html import raw_html


class Lesson(BaseModel):
    """One lesson of the course; `page` is set once it can be read.

    `builds_on` are the numbers of the lessons whose ideas it uses, `concepts` the core concepts that it treats (ids of
    ``ldn.questions.registries.concepts``), `interactives` its pieces by class name with the concepts that they show.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: str = Field(pattern=r"^\d\d$")
    part: str = Field(min_length=3)
    question: str = Field(min_length=5)
    minutes: int = Field(ge=10, le=90)
    builds_on: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    interactives: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    page: str | None = None

    @model_validator(mode="after")
    def _published_lessons_say_what_is_learned(self) -> Lesson:
        if self.page and not self.outcomes:
            raise ValueError(f"lesson {self.number} has a page and so needs its outcomes")
        return self

    @model_validator(mode="after")
    def _concepts_are_known(self) -> Lesson:
        from ldn.questions.registries import concepts

        tagged = {*self.concepts, *(id for ids in self.interactives.values() for id in ids)}
        if unknown := sorted(tagged - set(concepts())):
            raise ValueError(f"lesson {self.number} names unknown concepts {', '.join(unknown)}")
        return self


def read_lessons(path: Path) -> list[Lesson]:
    """The lessons in the order of the course.

    Raises
    ------
    ValueError
        If an entry does not say what a lesson needs (pydantic's ValidationError), or a number is there twice.
    """
    lessons = [Lesson(**entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]
    numbers = [lesson.number for lesson in lessons]
    if len(set(numbers)) != len(numbers):
        raise ValueError(f"{path.name} numbers a lesson twice: {', '.join(numbers)}")
    for place, lesson in enumerate(lessons):
        if later := sorted(set(lesson.builds_on) - set(numbers[:place])):
            raise ValueError(
                f"lesson {lesson.number} builds on {', '.join(later)}, which does not come before it"
            )
    return lessons


def card(lesson: Lesson, address: str) -> str:
    """A lesson that can be read: number, question, minutes, outcomes; the whole card is the link."""
    outcomes = "".join(f"<li>{html.escape(outcome)}</li>" for outcome in lesson.outcomes)
    return (
        f'<li class="lesson-card"><span class="number">{lesson.number}</span><div>'
        f'<h4><a href="{html.escape(address)}">{html.escape(lesson.question)}</a></h4>'
        f'<p class="minutes">About {lesson.minutes} minutes. Afterwards you can:</p><ul>{outcomes}</ul></div></li>'
    )


def planned_card(lesson: Lesson) -> str:
    """A lesson still to come: number, question, minutes, no link."""
    return (
        f'<li class="lesson-card planned"><span class="number">{lesson.number}</span><div>'
        f"<h4>{html.escape(lesson.question)}</h4>"
        f'<p class="minutes">About {lesson.minutes} minutes. Still to come.</p></div></li>'
    )


class LessonCards(SphinxDirective):
    """All lessons under the parts of the course."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        relative, absolute = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        try:
            lessons = read_lessons(Path(absolute))
        except (OSError, ValueError) as problem:
            raise self.error(f"{relative}: {problem}") from problem
        parts = [
            f'<h3 class="part">{html.escape(part)}</h3>'
            f'<ul class="lesson-cards">{"".join(self._card(lesson) for lesson in members)}</ul>'
            for part, members in groupby(lessons, key=lambda lesson: lesson.part)
        ]
        return [raw_html("".join(parts))]

    def _card(self, lesson: Lesson) -> str:
        if lesson.page is None:
            return planned_card(lesson)
        if lesson.page not in self.env.found_docs:
            raise self.error(f"lesson {lesson.number}: there is no page {lesson.page}")
        return card(lesson, self.env.app.builder.get_relative_uri(self.env.docname, lesson.page))


def setup(app) -> None:
    app.add_directive("lesson-cards", LessonCards)

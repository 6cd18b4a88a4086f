"""``{lesson-cards}`` and ``{lesson-plan}``: the lessons to read now, and those still to come, for the cover."""

from __future__ import annotations

import html
from pathlib import Path

import yaml
from docutils import nodes
from pydantic import BaseModel, ConfigDict, Field, model_validator
from sphinx.util.docutils import SphinxDirective


class Lesson(BaseModel):
    """One lesson of the course; `page` is set once it can be read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: str = Field(pattern=r"^\d\d$")
    question: str = Field(min_length=5)
    minutes: int = Field(ge=10, le=90)
    outcomes: tuple[str, ...] = ()
    page: str | None = None

    @model_validator(mode="after")
    def _published_lessons_say_what_is_learned(self) -> Lesson:
        if self.page and not self.outcomes:
            raise ValueError(f"lesson {self.number} has a page and so needs its outcomes")
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
    return lessons


def card(lesson: Lesson, address: str) -> str:
    """A lesson that can be read: number, question, minutes, outcomes; the whole card is the link."""
    outcomes = "".join(f"<li>{html.escape(outcome)}</li>" for outcome in lesson.outcomes)
    return (
        f'<li class="lesson-card"><span class="number">{lesson.number}</span><div>'
        f'<h3><a href="{html.escape(address)}">{html.escape(lesson.question)}</a></h3>'
        f'<p class="minutes">About {lesson.minutes} minutes. Afterwards you can:</p><ul>{outcomes}</ul></div></li>'
    )


def plan_line(lesson: Lesson) -> str:
    """A lesson still to come: number, question, minutes, no link."""
    return (
        f'<li><span class="number">{lesson.number}</span>'
        f'<span>{html.escape(lesson.question)} <span class="minutes">{lesson.minutes} min</span></span></li>'
    )


class _LessonList(SphinxDirective):
    required_arguments = 1

    def lessons(self) -> list[Lesson]:
        relative, absolute = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        try:
            return read_lessons(Path(absolute))
        except (OSError, ValueError) as problem:
            raise self.error(f"{relative}: {problem}") from problem


class LessonCards(_LessonList):
    """The lessons that can be read."""

    def run(self) -> list[nodes.Node]:
        cards = []
        for lesson in self.lessons():
            if lesson.page is None:
                continue
            if lesson.page not in self.env.found_docs:
                raise self.error(f"lesson {lesson.number}: there is no page {lesson.page}")
            cards.append(card(lesson, self.env.app.builder.get_relative_uri(self.env.docname, lesson.page)))
        return [nodes.raw("", f'<ul class="lesson-cards">{"".join(cards)}</ul>', format="html")]


class LessonPlan(_LessonList):
    """The lessons that are planned."""

    def run(self) -> list[nodes.Node]:
        lines = "".join(plan_line(lesson) for lesson in self.lessons() if lesson.page is None)
        return [nodes.raw("", f'<ul class="lesson-plan">{lines}</ul>', format="html")]


def setup(app) -> None:
    app.add_directive("lesson-cards", LessonCards)
    app.add_directive("lesson-plan", LessonPlan)

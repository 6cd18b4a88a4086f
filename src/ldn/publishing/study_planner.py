"""``{study-plan}`` and ``{study-paths}``: minutes and prerequisites of each lesson, and ways through the course."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml
from docutils import nodes
from pydantic import BaseModel, ConfigDict, Field, model_validator
from sphinx.util.docutils import SphinxDirective

from ldn.publishing.lesson_cards import Lesson, read_lessons

#: The address of a page of the book, seen from the page that is being made.
Addresses = Callable[[str], str]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(_Entry):
    """A lesson or a page on the way: how long it takes here, and what of it is meant."""

    lesson: str | None = Field(default=None, pattern=r"^\d\d$")
    page: str | None = None
    minutes: int | None = Field(default=None, ge=1, le=120)
    what: str | None = None
    day: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _is_a_lesson_or_a_page(self) -> Step:
        if (self.lesson is None) == (self.page is None):
            raise ValueError("a step is either a lesson or a page")
        if self.page and self.minutes is None:
            raise ValueError(f"the step {self.page} needs its minutes")
        return self


class StudyPath(_Entry):
    """A way through the course, for somebody."""

    name: str
    whom: str
    steps: tuple[Step, ...] = Field(min_length=1)

    def minutes(self, lessons: Mapping[str, Lesson]) -> int:
        """All its steps together."""
        return sum(step.minutes or lessons[step.lesson].minutes for step in self.steps)

    def assumed(self, lessons: Mapping[str, Lesson]) -> list[str]:
        """Lessons that its own build on and that are not on the way, by number."""
        walked = {step.lesson for step in self.steps if step.lesson}
        return sorted({needed for number in walked for needed in lessons[number].builds_on} - walked)


def read_paths(path: Path, lessons: Mapping[str, Lesson]) -> list[StudyPath]:
    """The paths, each step a lesson that there is.

    Raises
    ------
    ValueError
        If an entry does not fit, or a step names an unknown lesson.
    """
    paths = [StudyPath(**entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]
    for one in paths:
        if unknown := sorted({step.lesson for step in one.steps if step.lesson} - set(lessons)):
            raise ValueError(f"{path.name}: {one.name!r} goes through unknown lessons {', '.join(unknown)}")
        days = [step.day for step in one.steps if step.day]
        if days != sorted(days):
            raise ValueError(f"{path.name}: the days of {one.name!r} are not in order")
    return paths


def duration(minutes: int) -> str:
    """30 → "30 min", 75 → "1 h 15 min", 120 → "2 h"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours}\N{NO-BREAK SPACE}h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}\N{NO-BREAK SPACE}min")
    return " ".join(parts)


def plan_table(lessons: list[Lesson], address: Addresses) -> str:
    """A row for each lesson, and their sum."""
    rows = "".join(
        f"<tr><td>{lesson.number}</td><td>{_lesson_link(lesson, address, marked=True)}</td>"
        f"<td>{lesson.minutes}</td><td>{_built_on(lesson, place)}</td></tr>"
        for place, lesson in enumerate(lessons)
    )
    total = sum(lesson.minutes for lesson in lessons)
    return (
        '<table class="study-plan"><thead><tr><th scope="col">Lesson</th><th scope="col">Question</th>'
        '<th scope="col">Minutes</th><th scope="col">Builds on</th></tr></thead>'
        f'<tbody>{rows}<tr class="total"><td>all</td><td>{len(lessons)} lessons</td><td>{total}</td>'
        f"<td>{duration(total)} together</td></tr></tbody></table>"
    )


def path_html(path: StudyPath, lessons: Mapping[str, Lesson], address: Addresses, title_of: Addresses) -> str:
    """A path below its heading: for whom, the steps, and what they take together."""
    steps = "".join(
        f"<li>{_day(step)}{_step_link(step, lessons, address, title_of)}"
        f"{f', {html.escape(step.what)}' if step.what else ''}"
        f' <span class="minutes">{duration(step.minutes or lessons[step.lesson].minutes)}</span></li>'
        for step in path.steps
    )
    assumed = path.assumed(lessons)
    needs = (
        f" Its lessons build on {_listed(assumed)} and recall what they need in a sentence."
        if assumed
        else ""
    )
    return (
        f'<p>{html.escape(path.whom)}</p><ol class="study-path">{steps}</ol>'
        f"<p><strong>{duration(path.minutes(lessons))}</strong> together.{needs}</p>"
    )


def _built_on(lesson: Lesson, earlier: int) -> str:
    if earlier and len(lesson.builds_on) == earlier > 3:
        return "all before it"
    return ", ".join(lesson.builds_on) or "nothing"


def _listed(numbers: list[str]) -> str:
    noun = "lesson" if len(numbers) == 1 else "lessons"
    return f"{noun} " + (", ".join(numbers[:-1]) + " and " + numbers[-1] if len(numbers) > 1 else numbers[0])


def _day(step: Step) -> str:
    return f'<span class="day">Day {step.day}</span> ' if step.day else ""


def _lesson_link(lesson: Lesson, address: Addresses, marked: bool = False) -> str:
    """A link to a lesson that can be read; `marked` where the reader's progress is to show."""
    words = html.escape(lesson.question)
    if lesson.page is None:
        return words
    mark = f' data-lesson="{lesson.number}"' if marked else ""
    return f'<a href="{html.escape(address(lesson.page))}"{mark}>{words}</a>'


def _step_link(step: Step, lessons: Mapping[str, Lesson], address: Addresses, title_of: Addresses) -> str:
    if step.lesson:
        return f"Lesson {step.lesson}: {_lesson_link(lessons[step.lesson], address)}"
    return f'<a href="{html.escape(address(step.page))}">{html.escape(title_of(step.page))}</a>'


class _Planner(SphinxDirective):
    """Reads the data files that its arguments name."""

    def _data_file(self, name: str) -> Path:
        relative, absolute = self.env.relfn2path(name)
        self.env.note_dependency(relative)
        return Path(absolute)

    def _address(self, page: str) -> str:
        if page not in self.env.found_docs:
            raise self.error(f"there is no page {page}")
        return self.env.app.builder.get_relative_uri(self.env.docname, page)


class StudyPlan(_Planner):
    """``{study-plan} lessons.yaml``: the table of lessons."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        try:
            lessons = read_lessons(self._data_file(self.arguments[0]))
        except (OSError, ValueError) as problem:
            raise self.error(f"study-plan: {problem}") from problem
        return [nodes.raw("", plan_table(lessons, self._address), format="html")]


class StudyPaths(_Planner):
    """``{study-paths} lessons.yaml paths.yaml``: each path as a section."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        try:
            lessons = {one.number: one for one in read_lessons(self._data_file(self.arguments[0]))}
            paths = read_paths(self._data_file(self.arguments[1]), lessons)
        except (OSError, ValueError) as problem:
            raise self.error(f"study-paths: {problem}") from problem
        return [self._section(path, lessons) for path in paths]

    def _section(self, path: StudyPath, lessons: Mapping[str, Lesson]) -> nodes.section:
        section = nodes.section("", nodes.title("", path.name), names=[nodes.fully_normalize_name(path.name)])
        self.state.document.note_implicit_target(section, section)
        section += nodes.raw("", path_html(path, lessons, self._address, self._title), format="html")
        return section

    def _title(self, page: str) -> str:
        """The heading of a prose page, from its source: it may not have been read yet."""
        source = Path(self.env.doc2path(page)).read_text(encoding="utf-8")
        return next(line.removeprefix("# ").strip() for line in source.splitlines() if line.startswith("# "))


def setup(app) -> None:
    app.add_directive("study-plan", StudyPlan)
    app.add_directive("study-paths", StudyPaths)

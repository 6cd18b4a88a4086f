"""Which link of the contents is which lesson, and the reader's own tick at a lesson's end.

The marks themselves are the browser's (theme/static/progress.mjs): what a reader has done is known nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from ldn.publishing.lesson_cards import read_lessons

LESSONS = "book/lessons.yaml"
_LINK = re.compile(r'<a (class="[^"]*" )href="([^"]*)"')


def mark_contents(contents: str, lesson_at: Mapping[str, str]) -> str:
    """The contents with the number of its lesson on each link to one.

    Parameters
    ----------
    contents : HTML of the contents.
    lesson_at : number of a lesson by its address, as the contents write it; ``#`` is the page itself.
    """

    def mark(link: re.Match[str]) -> str:
        number = lesson_at.get(link[2])
        return link[0] if number is None else f'<a {link[1]}data-lesson="{number}" href="{link[2]}"'

    return _LINK.sub(mark, contents)


def add_lessons(app, page: str, template: str, context: dict, doctree) -> None:
    """Let the layout know the lessons of its contents, and whether this page is one."""
    pages = {lesson.page: lesson.number for lesson in read_lessons(Path(app.srcdir) / LESSONS) if lesson.page}
    context["lesson_number"] = pages.get(page)
    lesson_at = {
        "#" if at == page else app.builder.get_relative_uri(page, at): number for at, number in pages.items()
    }
    plain: Callable[..., str] | None = context.get("toctree")
    if plain is not None:
        context["toctree"] = lambda **options: mark_contents(str(plain(**options)), lesson_at)


def setup(app) -> None:
    app.connect("html-page-context", add_lessons)

"""The contents know which of their links are lessons, and a lesson's page ends with the reader's own tick."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import yaml

from ldn.publishing.progress import LESSONS, add_lessons, mark_contents

CONTENTS = (
    '<ul><li><a class="reference internal" href="how-to-use.html">How</a></li>'
    '<li class="current"><a class="current reference internal" href="#">One</a></li>'
    '<li><a class="reference internal" href="../notebooks/02_two.html">Two</a></li></ul>'
)


def test_links_to_lessons_carry_their_number_and_others_none():
    marked = mark_contents(CONTENTS, {"#": "01", "../notebooks/02_two.html": "02"})
    assert '<a class="current reference internal" data-lesson="01" href="#">One</a>' in marked
    assert '<a class="reference internal" data-lesson="02" href="../notebooks/02_two.html">Two</a>' in marked
    assert '<a class="reference internal" href="how-to-use.html">How</a>' in marked
    assert mark_contents(CONTENTS, {}) == CONTENTS


@pytest.fixture
def app(tmp_path):
    common = {"part": "Part", "question": "Is it so?", "minutes": 30}
    lessons = [
        {**common, "number": "01", "page": "notebooks/01", "outcomes": ["do"]},
        {**common, "number": "02", "page": "notebooks/02", "outcomes": ["do"]},
        {**common, "number": "03"},
    ]
    path = tmp_path / LESSONS
    path.parent.mkdir()
    path.write_text(yaml.safe_dump(lessons))
    builder = SimpleNamespace(get_relative_uri=lambda page, at: f"from-{page}-to-{at}.html")
    return SimpleNamespace(srcdir=str(tmp_path), builder=builder)


@pytest.mark.parametrize(("page", "number"), [("notebooks/01", "01"), ("book/about", None)])
def test_only_a_lesson_is_a_lesson(app, page, number):
    context = {
        "toctree": lambda **options: (
            f'<a class="a" href="#">{options}</a><a class="a" href="from-{page}-to-notebooks/02.html">'
        )
    }
    add_lessons(app, page, "page.html", context, None)
    assert context["lesson_number"] == number
    contents = context["toctree"](collapse=True)
    assert "{'collapse': True}" in contents
    assert ('data-lesson="01" href="#"' in contents) == (number == "01")
    assert f'data-lesson="02" href="from-{page}-to-notebooks/02.html"' in contents


def test_a_page_without_contents_stays_without(app):
    context = {}
    add_lessons(app, "search", "search.html", context, None)
    assert context == {"lesson_number": None}

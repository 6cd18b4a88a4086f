from pathlib import Path

import pytest

from ldn.publishing.lesson_cards import Lesson, card, plan_line, read_lessons

ROOT = Path(__file__).parents[2]


def test_the_course_has_thirteen_lessons_in_order():
    lessons = read_lessons(ROOT / "book" / "lessons.yaml")
    assert [lesson.number for lesson in lessons] == [f"{number:02d}" for number in range(13)]


def test_card_is_a_link_and_a_planned_lesson_is_not():
    lesson = Lesson(number="04", question="Is <it>?", minutes=55, outcomes=("do this",), page="notebooks/04")
    assert '<a href="notebooks/04.html">Is &lt;it&gt;?</a>' in card(lesson, "notebooks/04.html")
    assert "About 55 minutes" in card(lesson, "x")
    planned = plan_line(Lesson(number="05", question="And then?", minutes=40))
    assert "<a" not in planned
    assert "40 min" in planned


def test_a_lesson_that_can_be_read_has_to_say_what_is_learned():
    with pytest.raises(ValueError, match="needs its outcomes"):
        Lesson(number="04", question="Is it so?", minutes=55, page="notebooks/04")


def test_the_same_number_twice_is_an_error(tmp_path):
    path = tmp_path / "lessons.yaml"
    path.write_text("- {number: '01', question: 'What is it?', minutes: 30}\n" * 2)
    with pytest.raises(ValueError, match="numbers a lesson twice"):
        read_lessons(path)


def test_the_card_agrees_with_the_lesson_itself():
    import nbformat

    for lesson in read_lessons(ROOT / "book" / "lessons.yaml"):
        if lesson.page is None:
            continue
        notebook = nbformat.read(ROOT / f"{lesson.page}.ipynb", as_version=4)
        opening = "\n".join(cell.source for cell in notebook.cells[:4])
        assert lesson.question in opening
        assert str(lesson.minutes) in opening

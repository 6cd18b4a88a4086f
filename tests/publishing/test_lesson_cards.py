from pathlib import Path

import pytest
import yaml

from ldn.publishing.lesson_cards import Lesson, card, planned_card, read_lessons

ROOT = Path(__file__).parents[2]


def test_the_course_has_thirteen_lessons_in_order():
    lessons = read_lessons(ROOT / "book" / "lessons.yaml")
    assert [lesson.number for lesson in lessons] == [f"{number:02d}" for number in range(13)]


def test_card_is_a_link_and_a_planned_lesson_is_not():
    lesson = Lesson(
        number="04", part="Dose", question="Is <it>?", minutes=55, outcomes=("do this",), page="notebooks/04"
    )
    assert '<a href="notebooks/04.html">Is &lt;it&gt;?</a>' in card(lesson, "notebooks/04.html")
    assert "About 55 minutes" in card(lesson, "x")
    planned = planned_card(Lesson(number="05", part="Dose", question="And then?", minutes=40))
    assert "<a" not in planned
    assert "40 minutes" in planned


def test_a_lesson_that_can_be_read_has_to_say_what_is_learned():
    with pytest.raises(ValueError, match="needs its outcomes"):
        Lesson(number="04", part="Dose", question="Is it so?", minutes=55, page="notebooks/04")


def test_the_same_number_twice_is_an_error(tmp_path):
    path = tmp_path / "lessons.yaml"
    path.write_text("- {number: '01', part: Dose, question: 'What is it?', minutes: 30}\n" * 2)
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


def test_a_concept_that_nobody_knows_is_an_error():
    with pytest.raises(ValueError, match=r"unknown concepts pk\.wishing"):
        Lesson(
            number="04", part="Dose", question="Is it so?", minutes=55, concepts=("pk.halflife", "pk.wishing")
        )


def test_the_contents_hold_each_lesson_under_its_part_in_the_same_order():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text())
    listed = [
        (part["caption"], chapter["file"])
        for part in contents["parts"]
        for chapter in part["chapters"]
        if chapter["file"].startswith("notebooks/")
    ]
    lessons = read_lessons(ROOT / "book" / "lessons.yaml")
    assert listed == [(lesson.part, lesson.page) for lesson in lessons if lesson.page]

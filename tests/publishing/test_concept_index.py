"""The concept index follows the tags of lessons, interactives and questions."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from ldn.publishing.concept_index import GROUPS, group_table, spoken, treatments
from ldn.publishing.lesson_cards import Lesson, read_lessons
from ldn.questions import bank
from ldn.questions.registries import concepts

ROOT = Path(__file__).parents[2]
LESSONS = read_lessons(ROOT / "book" / "lessons.yaml")


def test_every_concept_is_treated_in_a_lesson_and_asked_for():
    found = treatments(LESSONS)
    assert len(found) == 24
    assert {each.concept.partition(".")[0] for each in found} == set(GROUPS)
    assert [each.name for each in found if not each.lessons] == []
    assert [each.name for each in found if not each.questions] == []


def test_a_question_is_counted_where_it_stands():
    found = {each.concept: each for each in treatments(LESSONS)}
    counted = sum(number for lesson, number in found["pk.halflife"].questions if lesson.page)
    readable = {lesson.number for lesson in LESSONS if lesson.page}
    tagged = [
        n
        for n in readable & set(bank.lessons())
        for item in bank.items_of(n)
        if "pk.halflife" in item.concepts
    ]
    assert counted == len(tagged) > 3


def test_a_planned_lesson_is_not_listed():
    planned = Lesson(number="04", part="Dose", question="Is it so?", minutes=50, concepts=("pk.steady",))
    assert all(not each.lessons for each in treatments([planned]))


@pytest.mark.parametrize("lesson", [each for each in LESSONS if each.page], ids=lambda lesson: lesson.number)
def test_a_lesson_names_just_the_interactives_that_it_shows(lesson):
    from ldn import interactives

    # The draft checker is a piece too; it lives with the questions, whose rules it reads.
    pieces = {"DraftCheck", *(name for name in interactives.__all__ if name != "Interactive")}
    assert set(lesson.interactives) <= pieces
    notebook = nbformat.read(ROOT / f"{lesson.page}.ipynb", as_version=4)
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    shown = {name for name in pieces if re.search(rf"\b{name}\(", code)}
    assert shown == set(lesson.interactives)


def test_names_are_words():
    assert spoken("DoseComparison") == "Dose comparison"
    assert spoken("TLR4Signalling") == "TLR4 signalling"
    assert spoken("OneDoseExplorer") == "One dose explorer"
    assert spoken("Territory") == "Territory"


def test_a_table_links_each_lesson_and_its_quiz():
    table = group_table(
        [each for each in treatments(LESSONS) if each.concept == "pk.steady"], lambda page: f"{page}.html"
    )
    assert concepts()["pk.steady"] in table
    assert 'href="notebooks/04_a_tenth_of_the_dose.html"' in table
    assert re.search(r'04_a_tenth_of_the_dose\.html#quiz"[^>]*>\d+ in 04<', table)

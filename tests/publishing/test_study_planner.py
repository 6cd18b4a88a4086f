"""The study planner: its data agree with the lessons, and its sums are sums."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from ldn.publishing.lesson_cards import Lesson, read_lessons
from ldn.publishing.study_planner import StudyPath, duration, path_html, plan_table, read_paths

ROOT = Path(__file__).parents[2]
LESSONS = read_lessons(ROOT / "book" / "lessons.yaml")
BY_NUMBER = {lesson.number: lesson for lesson in LESSONS}
PATHS = {path.name: path for path in read_paths(ROOT / "book" / "paths.yaml", BY_NUMBER)}


def lesson(number: str, minutes: int, *builds_on: str, page: str | None = None) -> Lesson:
    return Lesson(
        number=number, part="Part", question=f"Is it {number} & so?", minutes=minutes, builds_on=builds_on,
        page=page, outcomes=("do it",),
    )  # fmt: skip


FEW = {"01": lesson("01", 40), "02": lesson("02", 45, "01", page="n/02"), "03": lesson("03", 50, "01", "02")}


def test_a_lesson_builds_on_what_its_own_first_lines_say():
    read = 0
    for one in LESSONS:
        if one.page is None:
            continue
        notebook = nbformat.read(ROOT / f"{one.page}.ipynb", as_version=4)
        opening = "\n".join(cell.source for cell in notebook.cells[:4])
        [line] = [line for line in opening.splitlines() if "Builds on" in line]
        words = line.partition("Builds on")[2]
        earlier = [other.number for other in LESSONS if other.number < one.number]
        said = earlier if words.startswith("** all") else re.findall(r"\blessons? (\d\d)\b", words)
        assert sorted(set(said)) == sorted(one.builds_on), one.number
        read += 1
    assert read >= 9


def test_the_six_paths_are_there_and_keep_what_their_names_promise():
    assert set(PATHS) == {
        "The reader’s half hour", "One lecture", "Journal club", "Evidence afternoon", "Two-week unit", "Full module",
    }  # fmt: skip
    assert PATHS["The reader’s half hour"].minutes(BY_NUMBER) == 30
    assert 45 <= PATHS["One lecture"].minutes(BY_NUMBER) <= 60
    assert 60 <= PATHS["Journal club"].minutes(BY_NUMBER) <= 90
    assert 120 <= PATHS["Evidence afternoon"].minutes(BY_NUMBER) <= 240
    assert max(step.day for step in PATHS["Two-week unit"].steps) == 14
    assert [step.lesson for step in PATHS["Full module"].steps] == [lesson.number for lesson in LESSONS]
    assert PATHS["Full module"].assumed(BY_NUMBER) == []


def test_whoever_reads_for_half_an_hour_meets_the_opioid_warning():
    assert "10" in {step.lesson for step in PATHS["The reader’s half hour"].steps}


def test_totals_are_added_and_what_is_assumed_is_named():
    path = StudyPath(
        name="A",
        whom="b",
        steps=[{"lesson": "03"}, {"lesson": "02", "minutes": 5}, {"page": "p", "minutes": 7}],
    )
    assert path.minutes(FEW) == 50 + 5 + 7
    assert path.assumed(FEW) == ["01"]
    html = path_html(path, FEW, lambda page: f"../{page}.html", lambda page: f"Title of {page}")
    assert "1\N{NO-BREAK SPACE}h 2\N{NO-BREAK SPACE}min</strong> together" in html
    assert "build on lesson 01" in html
    assert '<a href="../n/02.html">Is it 02 &amp; so?</a>' in html
    assert "Is it 03 &amp; so?</a>" not in html
    assert '<a href="../p.html">Title of p</a>' in html


def test_the_table_has_a_row_for_each_lesson_and_their_sum():
    table = plan_table(list(FEW.values()), lambda page: f"{page}.html")
    assert '<a href="n/02.html" data-lesson="02">' in table
    assert table.count("<tr>") == 1 + 3
    assert "<td>135</td>" in table
    assert "2\N{NO-BREAK SPACE}h 15\N{NO-BREAK SPACE}min together" in table
    assert "<td>01, 02</td>" in table
    assert "<td>nothing</td>" in table


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(5, "5 min"), (59, "59 min"), (60, "1 h"), (61, "1 h 1 min"), (120, "2 h"), (0, "0 min")],
)
def test_a_duration_in_words(minutes, words):
    assert duration(minutes).replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- {name: A, whom: b, steps: [{lesson: '44'}]}", "unknown lessons 44"),
        ("- {name: A, whom: b, steps: [{}]}", "either a lesson or a page"),
        ("- {name: A, whom: b, steps: [{lesson: '01', page: p, minutes: 3}]}", "either a lesson or a page"),
        ("- {name: A, whom: b, steps: [{page: p}]}", "needs its minutes"),
        ("- {name: A, whom: b, steps: []}", "steps"),
        ("- {name: A, whom: b, steps: [{lesson: '01', day: 3}, {lesson: '02', day: 2}]}", "not in order"),
        ("- {name: A, whom: b, hours: 2, steps: [{lesson: '01'}]}", "hours"),
    ],
)
def test_a_path_that_leads_nowhere_is_an_error(tmp_path, text, complaint):
    path = tmp_path / "paths.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        read_paths(path, FEW)


def test_a_lesson_cannot_build_on_a_later_one(tmp_path):
    path = tmp_path / "lessons.yaml"
    path.write_text(
        "- {number: '01', part: Dose, question: 'What is it?', minutes: 30, builds_on: ['02']}\n"
        "- {number: '02', part: Dose, question: 'What is it?', minutes: 30}\n"
    )
    with pytest.raises(ValueError, match="lesson 01 builds on 02, which does not come before it"):
        read_lessons(path)

"""The quiz and the exercise card as Python objects: choice of items, state, paper, score, robustness."""

import gzip
import json
import re
import subprocess
import sys

import pytest
from item_entries import right_response

from ldn.interactives.base import STATIC
from ldn.questions import ExerciseCard, exercise, quiz
from ldn.questions.checking import exercise_ids


@pytest.fixture
def six(specimens):
    return quiz(ids=list(specimens), name="specimens", title="Six")


def answer(item, response, first=1.0):
    return {
        item.id: {
            "rev": item.rev,
            "response": response,
            "tries": 1,
            "shown": False,
            "first": {"credit": first},
        }
    }


def test_a_quiz_holds_the_items_of_a_role_in_the_order_written(specimens):
    assert [page["id"] for page in quiz("99").items] == [
        "ldn-m99-q02",
        "ldn-m99-q03",
        "ldn-m99-q04",
        "ldn-m99-q05",
    ]
    assert [page["id"] for page in quiz("99", role="pretest").items] == ["ldn-m99-q01"]
    assert quiz("99", role="review").quiz_id == "99-review"
    assert quiz("99").title == "Check yourself"


def test_a_warm_up_holds_the_items_asked_for_under_a_name_of_its_own(specimens):
    ids = ["ldn-m99-q05", "ldn-m99-q01"]
    assert [page["id"] for page in quiz(ids=ids).items] == ids
    assert quiz(ids=ids).quiz_id == quiz(ids=ids).quiz_id != quiz(ids=ids[::-1]).quiz_id


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "lesson or ids"),
        ({"lesson": "99", "ids": ["ldn-m99-q01"]}, "lesson or ids"),
        ({"lesson": "99", "role": "exam"}, "exam items are not shown"),
        ({"lesson": "99", "role": "quizzical"}, "quizzical"),
        ({"ids": ["ldn-m99-q77"]}, "ldn-m99-q77"),
    ],
)
def test_a_wrong_request_is_a_value_error(specimens, arguments, words):
    with pytest.raises(ValueError, match=words):
        quiz(**arguments)


def test_exam_items_are_not_shown_by_id_either(specimens, monkeypatch):
    from ldn.questions import bank

    exam = specimens["ldn-m99-q01"].model_copy(update={"role": "exam"})
    monkeypatch.setattr(bank, "items_of", lambda lesson: (exam,))
    with pytest.raises(ValueError, match="exam items are not shown"):
        quiz(ids=[exam.id])


def test_the_score_follows_the_answers_and_knows_no_certainty(six, specimens):
    assert str(six.score()) == "0 of 6 right (0 at the first try), 0 partly right, 6 not answered yet."
    answers = {}
    for item in specimens.values():
        answers |= answer(item, right_response(item), first=float(item.type != "single"))
    six.answers = answers
    score = six.score()
    assert (score.right, score.right_first_time, score.partly_right, score.answered) == (6, 5, 0, 6)
    six.answers = answers | answer(specimens["ldn-m99-q02"], ["a"])
    assert (six.score().right, six.score().partly_right) == (5, 1)
    sure = {id: one | {"first": one["first"] | {"certainty": 3}} for id, one in answers.items()}
    six.answers = sure
    assert six.score() == score
    assert list(six.table()["credit"]) == [1.0] * 6


@pytest.mark.parametrize(
    "kept",
    [
        None,
        7,
        [],
        {},
        {"rev": 1},
        {"rev": 99, "response": "b"},
        {"rev": 1, "response": {"no": "form"}},
        {"rev": 1, "response": [[]]},
    ],
)
def test_damaged_answers_count_as_none(six, specimens, kept):
    six.answers = {id: kept for id in specimens}
    assert six.score().answered == 0


def test_the_state_is_whole_deterministic_and_cannot_end_its_script_element(six, specimens):
    html = six.static_html("six")
    assert html == quiz(ids=list(specimens), name="specimens", title="Six").static_html("six")
    inside = re.search(
        r'<script type="application/json" class="ldn-state">(.*?)</script>', html, re.DOTALL
    ).group(1)
    assert "<" not in inside
    state = json.loads(inside)
    assert [item["type"] for item in state["items"]] == [
        "single", "multiple", "true_false", "numeric", "ordering", "matching",
    ]  # fmt: skip
    assert all(item["evidence"] and item["explanation"] and item["hints"] for item in state["items"])


def test_paper_has_every_stem_and_option_before_the_first_answer(six, specimens):
    questions, answers = six.paper().split("<strong>Answers</strong>")
    for item in six.items:
        assert item["stem"] in questions
        assert item["explanation"] in answers
        for option in item.get("options", []):
            assert option["text"] in questions
            assert option["feedback"] in answers
            assert option["feedback"] not in questions
    assert "doi.org" in answers
    assert "<img" not in six.paper()


def test_the_sentence_does_not_change_with_the_answers(six, specimens):
    before = six.sentence()
    six.answers = answer(specimens["ldn-m99-q01"], "b")
    assert six.sentence() == before == "Six: 6 questions, each with feedback and its source."


@pytest.mark.parametrize("id", exercise_ids())
def test_an_exercise_shown_in_a_cell_is_its_card(id):
    bundle, _ = exercise(id)._repr_mimebundle_()
    assert 'data-ldn-piece="exercise"' in bundle["text/html"]
    assert "Solution" in bundle["text/html"]
    card = ExerciseCard(id)
    assert card.page["id"] == id
    assert card.title in card.sentence()
    assert len(card.table()) == len(card.page["parts"])


def test_both_pieces_together_are_light_on_the_wire():
    weights = [
        len(gzip.compress((STATIC / f"{piece}.mjs").read_bytes(), 9)) for piece in ("quiz", "exercise")
    ]
    assert sum(weights) <= 20_000


def printed(code):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_naming_the_package_loads_no_widgets():
    heavy = "[name for name in ('pandas', 'anywidget', 'numpy') if name in sys.modules]"
    assert printed(f"import sys, ldn.questions; print({heavy})") == "[]"


def test_quiz_and_exercise_are_functions_whatever_was_imported_before():
    code = "from ldn.questions import quiz, exercise; import ldn.questions as q"
    assert printed(f"{code}; print(q.quiz is quiz, q.exercise is exercise)") == "True True"

import pytest

from ldn.publishing.interactive_directive import build_piece


def test_piece_takes_its_arguments():
    piece = build_piece("DoseComparison", {"doses_mg": [2.0, 5.0]})
    assert piece.doses_mg == [2.0, 5.0]
    assert 'data-ldn-piece="dose_comparison"' in piece.static_html()


def test_unknown_piece_names_those_there_are():
    with pytest.raises(ValueError, match=r"'DoseComparision'.*DoseComparison"):
        build_piece("DoseComparision", {})


def test_unknown_argument_is_refused():
    with pytest.raises(TypeError, match="dosis"):
        build_piece("DoseComparison", {"dosis": 4.5})


def test_quizzes_and_exercise_cards_are_pieces_too():
    quiz = build_piece("Quiz", {"lesson": "04", "role": "pretest"})
    assert 'data-ldn-piece="quiz"' in quiz.static_html()
    card = build_piece("ExerciseCard", {"exercise_id": "04.hours_blocked"})
    assert 'data-ldn-piece="exercise"' in card.static_html()


@pytest.mark.parametrize("name", ["Exercise", "Interactive", "quiz"])
def test_what_is_no_piece_is_refused(name):
    with pytest.raises(ValueError, match="no interactive is called"):
        build_piece(name, {})

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

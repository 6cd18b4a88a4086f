"""What an item may look like, and what is refused with words an author can act on."""

import pytest
import yaml
from item_entries import NUMERIC, SINGLE, changed

from ldn.questions import bank, registries
from ldn.questions.schema import OrderingItem


def read(entry):
    return bank.read(yaml.safe_dump([entry], allow_unicode=True), "99")


def test_a_complete_item_is_read_with_the_defaults_of_the_course():
    (item,) = read(SINGLE)
    assert item.lesson == "99"
    assert item.licence == "CC BY 4.0"
    assert item.review_after_days == (2, 7, 21)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["id"], "m4-q1", "id"),
        (["rev"], 0, "rev"),
        (["type"], "essay", "essay"),
        (["colour"], "red", "colour"),
        (["stem"], "First paragraph of it.\n\nSecond paragraph?", "one paragraph"),
        (["concepts"], ["pk.magic"], "pk.magic"),
        (["concepts"], ["pk.vd", "pk.order", "pp.crc"], "concepts"),
        (["outcome"], "O12", "O12"),
        (["claim"], "C15", "claim"),
        (["bloom"], "guess", "bloom"),
        (["difficulty"], 6, "difficulty"),
        (["hints"], [], "hints"),
        (["evidence"], [], "evidence"),
        (["review_after_days"], [7, 2], "rise"),
        (["options", 0, "misconception"], "pp.unheard-of", "pp.unheard-of"),
        (["options", 0, "misconception"], None, "names its misconception"),
        (["options", 1, "misconception"], "pk.complement", "no misconception"),
        (["options", 1, "correct"], False, "names its misconception"),
        (["options", 2, "key"], "b", "used twice"),
        (["options", 0, "feedback"], None, "feedback"),
    ],
)
def test_a_faulty_item_is_refused_with_a_reason(path, value, words):
    with pytest.raises(ValueError, match=words) as refused:
        read(changed(SINGLE, path, value))
    assert SINGLE["id"] in str(refused.value) or path == ["id"]


def test_two_right_options_are_no_single_item():
    twice = changed(changed(SINGLE, ["options", 0, "correct"], True), ["options", 0, "misconception"], None)
    with pytest.raises(ValueError, match="exactly one option"):
        read(twice)
    assert read(changed(twice, ["type"], "multiple"))[0].type == "multiple"


def test_an_item_belongs_to_the_lesson_of_its_file_and_has_its_own_id():
    with pytest.raises(ValueError, match="belongs to lesson 99"):
        bank.read(yaml.safe_dump([SINGLE]), "04")
    with pytest.raises(ValueError, match="used twice"):
        bank.read(yaml.safe_dump([SINGLE, SINGLE]), "99")


def test_numeric_key_is_resolved_with_traps_and_units():
    key = read(NUMERIC)[0].numeric.resolve()
    assert (key.value, key.tolerance, key.unit, key.factors) == (80, 4, "nM", {"µM": 1000})
    assert key.traps[0].value == pytest.approx(8)
    assert key.traps[0].tolerance == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("numeric", "words"),
    [
        ({"abs_tol": 1}, "exactly one of abs_tol, rel_tol"),
        ({"value": None}, "exactly one of value, value_from"),
        ({"also_accepts": [{"unit": "nM", "factor": 2}]}, "listed twice"),
        ({"also_accepts": [{"unit": "M", "factor": 0}]}, "factor"),
        ({"value": 0}, "tolerance above 0"),
        (
            {"traps": [{"factor": 1.05, "feedback": "x", "misconception": "pk.log-base"}]},
            "touches the right answer",
        ),
        ({"traps": [{"factor": 2, "feedback": "x", "misconception": "pk.log-base"}] * 2}, "touches trap 1"),
        (
            {"traps": [{"factor": 2, "value": 3, "feedback": "x", "misconception": "pk.log-base"}]},
            "exactly one of",
        ),
        ({"value": None, "value_from": {"function": "os.system"}}, "os.system"),
    ],
)
def test_a_faulty_numeric_key_is_refused(numeric, words):
    with pytest.raises(ValueError, match=words):
        read(changed(NUMERIC, ["numeric"], NUMERIC["numeric"] | numeric))


def test_value_from_calls_registered_functions_alone():
    computed = {"function": "fractional_occupancy_percent", "arguments": {"concentration_nM": 3, "kd_nM": 1}}
    numeric = {"value_from": computed, "unit": "%", "abs_tol": 1}
    assert read(changed(NUMERIC, ["numeric"], numeric))[0].numeric.resolve().value == pytest.approx(75)


@pytest.mark.parametrize("number", range(1, 30))
def test_an_ordering_item_is_never_shown_solved_and_always_the_same(number):
    entry = {k: v for k, v in SINGLE.items() if k != "options"} | {
        "type": "ordering",
        "id": f"ldn-m99-q{number:02d}",
        "sequence": [{"key": key, "text": key, "feedback": key} for key in "abc"],
    }
    item = read(entry)[0]
    assert isinstance(item, OrderingItem)
    assert sorted(item.shown()) == ["a", "b", "c"]
    assert item.shown() != ("a", "b", "c")
    assert item.shown() == read(entry)[0].shown()


def test_the_registries_are_those_of_the_course():
    assert len(registries.concepts()) == 24
    assert list(registries.outcomes()) == [f"O{number}" for number in range(1, 12)]
    unplaced = [
        id for id in registries.misconceptions() if id.split(".")[0] not in ("pk", "pd", "pp", "ev", "reg")
    ]
    assert not unplaced


def test_the_bank_answers_by_lesson_id_and_concept():
    items = bank.items_of("04")
    assert bank.items_with([items[2].id, items[0].id]) == [items[2], items[0]]
    assert items[0] in bank.items_on(items[0].concepts[0])
    with pytest.raises(ValueError, match="ldn-m04-q99"):
        bank.items_with(["ldn-m04-q99"])
    with pytest.raises(ValueError, match="lesson '77' has no items"):
        bank.items_of("77")

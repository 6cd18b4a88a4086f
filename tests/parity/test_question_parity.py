"""The page marks as Python does: the JavaScript run in Node against Python, at seeded answers."""

import random
from pathlib import Path

import pytest

from ldn.questions import bank, exercise
from ldn.questions.checking import exercise_ids
from ldn.questions.grading import grade_numbers, parse_number
from ldn.questions.marking import mark
from ldn.questions.rendering import page_item, page_key

ROOT = Path(__file__).parents[2]
SPECIMENS = (ROOT / "tests/questions/specimens.yaml").read_text(encoding="utf-8")
ITEMS = [*bank.read(SPECIMENS, "99"), *bank.all_items()]
EACH = 60


@pytest.fixture
def in_node(run_in_node):
    """Marks responses, grades numbers and reads texts with the page's own modules."""

    def run(marks=(), keys=(), texts=()):
        return run_in_node("questions.mjs", {"marks": list(marks), "keys": list(keys), "texts": list(texts)})

    return run


def numbers_around(key, chance):
    """A wanted number, a trap, something near, or something else."""
    targets = [
        (key["value"], key["tolerance"]),
        *((trap["value"], trap["tolerance"]) for trap in key["traps"]),
    ]
    value, tolerance = chance.choice(targets)
    spread = chance.choice([0.5, 0.95, 1.05, 2.5, 4, 30])
    return [
        float(f"{one + chance.uniform(-spread, spread) * reach:.12g}")
        for one, reach in zip(value, tolerance, strict=True)
    ]


def response_to(item, page, chance):
    """A response of the item's form, right or wrong."""
    if item.type == "single":
        return chance.choice([option.key for option in item.options])
    if item.type == "multiple":
        keys = [option.key for option in item.options]
        return sorted(chance.sample(keys, chance.randint(1, len(keys))))
    if item.type == "true_false":
        return chance.random() < 0.5
    if item.type == "numeric":
        unit = chance.choice([page["numeric"]["unit"], *page["numeric"]["factors"]])
        (number,) = numbers_around(page["numeric"], chance)
        text = repr(number / page["numeric"]["factors"].get(unit, 1))
        return {"text": text.replace(".", ",") if chance.random() < 0.3 else text, "unit": unit}
    if item.type == "ordering":
        keys = [step.key for step in item.sequence]
        return keys if chance.random() < 0.2 else chance.sample(keys, len(keys))
    return [chance.choice([None, *range(len(item.rights()))]) for _ in item.pairs]


def test_marks_agree_for_every_item_of_every_type(in_node):
    chance = random.Random(20261122)
    pages = [page_item(item) for item in ITEMS]
    cases = [(i, response_to(item, pages[i], chance)) for i, item in enumerate(ITEMS) for _ in range(EACH)]
    found = in_node(marks=[(pages[i], response) for i, response in cases])["marks"]
    assert len(cases) >= 200
    credits = set()
    for (i, response), there in zip(cases, found, strict=True):
        here = mark(ITEMS[i], response)
        assert there["credit"] == pytest.approx(here.credit, abs=1e-12), (ITEMS[i].id, response)
        if here.verdict:
            assert (there["verdict"]["kind"], there["verdict"]["trap"]) == (
                here.verdict.kind,
                here.verdict.trap,
            )
        credits.add(round(here.credit, 3))
    assert {0.0, 0.5, 1.0} <= credits


def test_verdicts_agree_for_every_part_of_every_exercise(in_node):
    chance = random.Random(4_5)
    keys = [key for id in exercise_ids() for key in exercise(id).keys.values()]
    pages = [page_key(key) for key in keys]
    cases = [
        (i, numbers_around(pages[i], chance))
        for i in range(len(keys))
        for _ in range(max(EACH, 240 // len(keys)))
    ]
    found = in_node(keys=[(pages[i], values) for i, values in cases])["keys"]
    kinds = set()
    assert len(cases) >= 200
    for (i, values), there in zip(cases, found, strict=True):
        here = grade_numbers(values, keys[i])
        assert (there["kind"], there["trap"]) == (here.kind, here.trap), values
        kinds.add(here.kind)
    assert {"right", "trap", "near", "low", "high"} <= kinds


def test_lists_are_graded_alike(in_node):
    trap = {"value": [10, 20, 30], "tolerance": [1] * 3, "feedback": ""}
    page = {"value": [1, 2, 3], "tolerance": [0.1] * 3, "unit": "h", "factors": {}, "traps": [trap]}
    lists = {
        "right": [1, 2, 3],
        "trap": [10, 20, 30],
        "near": [1.2, 2, 3],
        "low": [0, 2, 2],
        "high": [1, 5, 3],
        "off": [0, 5, 3],
    }
    found = in_node(keys=[(page, values) for values in lists.values()])["keys"]
    assert [one["kind"] for one in found] == list(lists)
    assert in_node(keys=[(page, [1, 2])])["keys"] == ["refused"]


def test_numbers_are_read_alike(in_node):
    chance = random.Random(7)
    texts = ["", "4,5", "1 250", "1\u202f250,5", "−3", "1,2,3", "1.2,3", "1e999", "nan", "Infinity", "0x10"]
    texts += ["1_000", "٣", ".5", "5.", "1\u20073", "\ufeff1", "\u00852", "²"]
    texts += ["".join(chance.choices("0123456789.,-+e −\u00a0", k=chance.randint(1, 7))) for _ in range(400)]
    assert in_node(texts=texts)["texts"] == [parse_number(text) for text in texts]


@pytest.mark.parametrize(
    "response", [None, "z", 3, [], ["z"], {}, {"text": "x", "unit": "%"}, [[]], [9, 9, 9], {"a": 1}]
)
def test_a_response_of_another_form_earns_nothing_in_the_page(in_node, response):
    found = in_node(marks=[(page_item(item), response) for item in ITEMS])["marks"]
    assert all(there == "refused" or there["credit"] < 1 for there in found)

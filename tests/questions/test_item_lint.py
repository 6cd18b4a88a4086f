"""Each lint rule finds the fault it is there for, and finds nothing in a sound item or in the bank."""

import copy

import pytest
import yaml
from item_entries import NUMERIC, SINGLE, changed

from ldn.questions import lint

SOUND = changed(
    SINGLE,
    ["options"],
    [
        {"key": "a", "text": "about a tenth", "feedback": "Look again.", "misconception": "pk.units-prefix"},
        {"key": "b", "text": "about a half", "correct": True, "feedback": "As divided."},
        {
            "key": "c",
            "text": "about three quarters",
            "feedback": "Look again.",
            "misconception": "pk.complement",
        },
    ],
)


def found(*entries):
    _, findings = lint.lint_text(yaml.safe_dump(list(entries), allow_unicode=True), "99")
    return {finding.rule for finding in findings}


def with_options(*texts, correct=1):
    options = copy.deepcopy(SOUND["options"])
    for option, text in zip(options, texts, strict=True):
        option["text"] = text
    entry = changed(SOUND, ["options"], options)
    if correct != 1:
        entry["options"][1] |= {"correct": False, "misconception": "pk.complement"}
        entry["options"][correct]["correct"] = True
        del entry["options"][correct]["misconception"]
    return entry


def numbered(entry, number, stem=None):
    return entry | {"id": f"ldn-m99-q{number:02d}", "stem": stem or f"{entry['stem'][:-1]} {'xyz' * number}?"}


def test_a_sound_item_passes():
    assert found(SOUND) == set()


FOURTH = {"key": "d", "text": "about all", "feedback": "Look again.", "misconception": "pk.complement"}
FAULTY = {
    "schema": SOUND | {"outcome": "O99"},
    "three-options": changed(SOUND, ["options"], [*SOUND["options"], FOURTH]),
    "no-catch-all": with_options("about a tenth", "about a half", "none of the above"),
    "negatives-bold": SOUND | {"stem": "Which of these is not a tenth of the dose?"},
    "verdict-not-repeated": changed(SOUND, ["options", 1, "feedback"], "Yes. Divide by ten."),
    "options-parallel": with_options("About a tenth", "about a half", "about three quarters"),
    "numbers-in-order": with_options("3 mg", "50 mg", "12 mg"),
    "absolutes-not-a-cue": with_options("always a tenth", "about a half", "about three quarters"),
    "key-not-echoed": with_options("a tenth", "a fraction that saturates", "nothing")
    | {"stem": "When binding saturates, what is left?"},
    "stem-complete": SOUND | {"stem": "A tenth of the dose is given."},
    "reading-time": SOUND | {"stem": f"{'word ' * 210}?"},
    "explanation-short": SOUND | {"explanation": "word " * 81},
    "evidence-resolves": SOUND | {"evidence": ["nobody1900"]},
    "text-renders": SOUND | {"explanation": r"It is $\unheardof{x}$ and no more."},
    "exceptions-known": SOUND | {"lint_exceptions": {"three-wishes": "because I would like them"}},
    "numbers-resolve": NUMERIC
    | {
        "numeric": {
            "value_from": {"function": "parameter", "arguments": {"id": "no_such_parameter"}},
            "unit": "nM",
            "abs_tol": 1,
        }
    },
}


@pytest.mark.parametrize("rule", FAULTY)
def test_each_rule_finds_its_fault(rule):
    assert rule in found(FAULTY[rule])


def test_every_rule_of_items_is_tried_here():
    assert {lint._name(rule) for rule in lint.ITEM_RULES} == set(FAULTY) - {"schema"}


def test_options_with_different_units_are_not_parallel():
    assert "options-parallel" in found(with_options("3 mg", "5 mg", "8 ng"))


def test_a_bold_negative_is_fine():
    assert "negatives-bold" not in found(SOUND | {"stem": "Which of these is **not** a tenth of the dose?"})


def test_an_exception_with_a_reason_is_granted_and_one_without_is_not():
    four = FAULTY["three-options"]
    granted = four | {"lint_exceptions": {"three-options": "Two kinds with two members each."}}
    assert "three-options" not in found(granted)
    assert "exceptions-known" in found(four | {"lint_exceptions": {"three-options": "because"}})


def test_the_key_may_not_stand_in_one_place_throughout():
    assert "key-place-balanced" in found(*(numbered(SOUND, number) for number in range(1, 4)))
    spread = [
        numbered(with_options("about a tenth", "about a half", "about a third", correct=place), place + 1)
        for place in range(3)
    ]
    assert "key-place-balanced" not in found(*spread)


def test_the_key_may_not_be_the_longest_option_throughout():
    long_key = with_options("a tenth", "a half, as long as binding saturates here", "a third")
    assert "key-not-longest" in found(*(numbered(long_key, number) for number in range(1, 4)))


def test_recall_may_not_prevail():
    recall = SOUND | {"bloom": "remember"}
    assert "half-above-recall" in found(recall, numbered(recall, 2), numbered(SOUND, 3))
    assert "half-above-recall" not in found(recall, numbered(SOUND, 2))


def test_rules_of_the_bank():
    items, _ = lint.lint_text(yaml.safe_dump([SOUND, numbered(SOUND, 2, SOUND["stem"])]), "99")
    alike = SOUND | {"stem": "Which receptor occupancy follows naltrexone concentration?"}
    items, _ = lint.lint_text(yaml.safe_dump([alike, alike | {"id": "ldn-m99-q02"}]), "99")
    assert any("nearly the same stem" in what for what in lint.stems_differ(items))
    assert len(list(lint.concepts_spaced(items))) == 24


def test_the_command_lists_what_it_finds_and_says_so_by_its_exit(monkeypatch, capsys):
    monkeypatch.setattr(lint.bank, "lessons", lambda: ["99"])
    monkeypatch.setattr(lint.bank, "text_of", lambda lesson: yaml.safe_dump([FAULTY["no-catch-all"]]))
    assert lint.main([]) == 1
    assert "ldn-m99-q01: no-catch-all: option c says “none of the above”" in capsys.readouterr().out
    monkeypatch.setattr(lint.bank, "text_of", lambda lesson: yaml.safe_dump([SOUND]))
    assert lint.main([]) == 0


def test_the_bank_is_sound():
    assert [str(finding) for finding in lint.lint_bank()] == []

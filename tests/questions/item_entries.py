"""Entries that the tests of items start from, and the right response to each specimen."""

import copy
from pathlib import Path

import yaml

SPECIMENS = (Path(__file__).parent / "specimens.yaml").read_text(encoding="utf-8")

#: The right response to each specimen, in the form that marking.py describes.
RIGHT = {
    "ldn-m99-q01": "b",
    "ldn-m99-q02": ["a", "c"],
    "ldn-m99-q03": False,
    "ldn-m99-q04": {"text": "83,3", "unit": "%"},
    "ldn-m99-q05": ["a", "b", "c", "d"],
}


SINGLE = yaml.safe_load("""
id: ldn-m99-q01
rev: 1
type: single
role: check
stem: Which of these is a tenth of 50 mg?
options:
  - {key: a, text: 0.5 mg, feedback: Too few., misconception: pk.units-prefix}
  - {key: b, text: 5 mg, correct: true, feedback: Divided by ten.}
  - {key: c, text: 45 mg, feedback: That is what is left., misconception: pk.complement}
explanation: Divide by ten.
hints: [Divide.]
evidence: [rabiner2011]
concepts: [pp.crc]
outcome: O3
bloom: apply
difficulty: 1
""")
NUMERIC = {k: v for k, v in SINGLE.items() if k != "options"} | {
    "type": "numeric",
    "numeric": {
        "value": 80,
        "unit": "nM",
        "rel_tol": 0.05,
        "also_accepts": [{"unit": "µM", "factor": 1000}],
        "traps": [{"factor": 0.1, "feedback": "A tenth.", "misconception": "pk.units-prefix"}],
    },
}


def changed(entry, path, value):
    entry = copy.deepcopy(entry)
    *way, last = path
    place = entry
    for step in way:
        place = place[step]
    place[last] = value
    return entry


def right_response(item):
    """The right response to a specimen; for a matching item it follows from its pairs."""
    if item.type == "matching":
        return [item.rights().index(pair.right) for pair in item.pairs]
    return RIGHT[item.id]

"""The page reads a draft as Python does: the same findings, word for word, on drafts of every kind."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from ldn.interactives.html import state_json
from ldn.questions import DraftCheck, check_draft
from ldn.questions.draft import count_words, split_sentences
from ldn.questions.draft_schema import draft_rules
from ldn.reference import article

N_DRAFTS = 320
# What a learner's keyboard, a word processor or a telephone may put in.
ODD = [
    "\u00a0", "\u2009", "\u2028", "\u0085", "\ufeff", "\u212a", "\x1c", "’", "“", "”", "–", "—", "•", "😀", "é", "ſ",
    "İ", "µ", "\t", "\r\n", "\n\n", "\n- ", "...", "?!", "'", '"', "(", "]", ";", " but ", "v. ", "0.5", "%",
]  # fmt: skip


def _specimens():
    """The sentences of the rules' own tests; loaded by path, for tests are no package."""
    path = Path(__file__).parents[1] / "questions" / "draft_specimens.py"
    spec = importlib.util.spec_from_file_location("draft_specimens", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def drafts() -> list[str]:
    specimens = _specimens()
    sentences = [text for speaks, silent in specimens.SENTENCES.values() for text in (*speaks, *silent)]
    random = np.random.default_rng(250)

    def one() -> str:
        parts = [str(part) for part in random.choice(sentences, random.integers(1, 25))]
        text = "".join(
            part + str(random.choice([" ", "  ", "\n", "\n\n", " – ", "\u00a0"])) for part in parts
        )
        signs = list(text)
        for _ in range(int(random.integers(0, 12))):
            signs.insert(int(random.integers(0, len(signs) + 1)), str(random.choice(ODD)))
        mangled = "".join(signs)
        return mangled.upper() if random.random() < 0.05 else mangled

    seeded = [one() for _ in range(N_DRAFTS)]
    return [
        *seeded,
        *sentences,
        specimens.GOOD_DRAFT,
        specimens.BAD_DRAFT,
        article().text,
        "",
        " \u2028• – ",
        "😀",
        "a\x1cb",
    ]


@pytest.fixture(scope="module")
def in_node(run_in_node, drafts) -> list[dict]:
    # As the page gets it: through the JSON of the state.
    data = json.loads(state_json(DraftCheck().data))
    return run_in_node(
        "draft_check.mjs", {"rules": data["rules"], "article": data["article"], "drafts": drafts}
    )


def test_findings_words_and_sentences_are_the_same(drafts, in_node):
    assert len(in_node) == len(drafts) >= 200
    for draft, seen in zip(drafts, in_node, strict=True):
        assert seen["words"] == count_words(draft), repr(draft)
        assert seen["sentences"] == [one._asdict() for one in split_sentences(draft)], repr(draft)
        assert seen["findings"] == [asdict(one) for one in check_draft(draft)], repr(draft)


def test_every_rule_speaks_somewhere_in_the_page_too(in_node):
    spoken = {one["rule"] for seen in in_node for one in seen["findings"]}
    assert spoken == {rule.id for rule in draft_rules().rules} | {"length", "coverage"}


def test_the_summary_and_the_table_are_the_same(drafts, in_node):
    for draft, seen in list(zip(drafts, in_node, strict=True))[::10]:
        piece = DraftCheck(draft=draft)
        assert seen["said"] == piece.sentence()
        table = piece.table()
        assert seen["table"]["caption"] == piece.table_caption()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["rows"] == table.to_numpy().tolist()

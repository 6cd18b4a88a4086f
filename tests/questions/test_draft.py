"""The draft checker in Python: every rule speaks and keeps still where it should, and its data hold together."""

from __future__ import annotations

import pytest
from draft_specimens import BAD_DRAFT, GOOD_DRAFT, SENTENCES

from ldn.questions import DraftCheck, check_draft
from ldn.questions.draft import count_words, split_sentences
from ldn.questions.draft_schema import draft_rules, parse_rules
from ldn.reference import article, claims

RULES = {rule.id: rule for rule in draft_rules().rules}


def fired(text: str) -> set[str]:
    """Ids of the rules that object, and of those that praise."""
    return {
        one.rule
        for one in check_draft(text)
        if RULES.get(one.rule) is None or one.kind == RULES[one.rule].kind
    }


def test_every_rule_has_sentences_for_and_against():
    assert set(SENTENCES) == set(RULES)
    assert all(speaks and silent for speaks, silent in SENTENCES.values())


@pytest.mark.parametrize("rule", SENTENCES)
def test_a_rule_speaks_where_it_should_and_nowhere_else(rule):
    speaks, silent = SENTENCES[rule]
    assert [text for text in speaks if rule not in fired(text)] == []
    assert [text for text in silent if rule in fired(text)] == []


def test_the_article_itself_fails_where_the_course_says_it_does():
    found = fired(article().text)
    assert {
        "no_opioid_warning",
        "no_source",
        "shown_to",
        "eighty_per_cent",
        "tlr4_as_fact",
        "length",
    } <= found
    assert "coverage" in found
    assert "touches all fourteen" in next(
        one.message for one in check_draft(article().text) if one.rule == "coverage"
    )


def test_a_careful_draft_has_nothing_to_mend_and_is_told_what_is_good():
    findings = check_draft(GOOD_DRAFT)
    assert [one for one in findings if one.kind == "mend"] == []
    assert [one for one in findings if one.kind == "consider"] == []
    praised = {one.rule for one in findings if one.kind == "good"}
    assert {
        "no_opioid_warning",
        "no_source",
        "good_comparison",
        "good_counts",
        "good_null",
        "coverage",
    } <= praised
    assert count_words(GOOD_DRAFT) <= 250


def test_a_careless_draft_is_told_each_thing():
    assert {
        "no_opioid_warning", "no_source", "dosing_advice", "proven", "cures", "safe", "no_side_effects", "tlr4_as_fact",
        "not_opioid_as_fact", "esr_as_fact", "eighty_per_cent", "bare_percentage", "approved_for_what", "price",
        "anecdote",
    } <= fired(BAD_DRAFT)  # fmt: skip


def test_findings_quote_the_learner_and_come_in_order():
    findings = check_draft(BAD_DRAFT)
    order = [("mend", "consider", "good").index(one.kind) for one in findings]
    assert order == sorted(order)
    flat = " ".join(BAD_DRAFT.split())
    quotes = [one.quote for one in findings if one.quote]
    assert len(quotes) > 10
    assert all(quote in flat for quote in quotes)
    assert all(one.quote in one.message for one in findings)
    assert all("{" not in one.message + one.why for one in findings)


def test_the_same_words_are_not_objected_to_twice():
    findings = check_draft("Up to 80 % respond.")
    assert [one.rule for one in findings if "80" in one.quote] == ["eighty_per_cent"]


@pytest.mark.parametrize(("number", "kind"), [(250, "good"), (251, "mend")])
def test_the_limit_is_250_words(number, kind):
    [length] = [one for one in check_draft("word " * number) if one.rule == "length"]
    assert length.kind == kind
    if kind == "mend":
        assert "251 words, 1 more than" in length.message


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        (" \n – • ", 0),
        ("4.5 mg\u00a0daily", 3),
        ("a – b", 2),
        ("Crohn’s well-known", 2),
        ("\u2003one\u2029two", 2),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text, number):
    assert count_words(text) == number
    assert (check_draft(text) == []) == (number == 0)


def test_sentences_end_at_stops_but_not_at_abbreviations_or_decimals():
    text = "It took 4.5 mg v. placebo. Smith et al. saw 2 of 9! Why?\n\n- One\n- Two"
    assert [one.own for one in split_sentences(text)] == [
        "It took 4.5 mg v. placebo.",
        "Smith et al. saw 2 of 9!",
        "Why?",
        "One",
        "Two",
    ]


def test_every_claim_can_be_touched_and_missing_ones_are_named():
    assert list(draft_rules().claims) == [claim.id for claim in claims()]
    [coverage] = [one for one in check_draft("Microglia are cells.") if one.rule == "coverage"]
    assert "C1, C2, C3, C5" in coverage.message
    assert "C4" not in coverage.message
    for claim in claims():
        [coverage] = [one for one in check_draft(claim.words) if one.rule == "coverage"]
        assert f"{claim.id}," not in coverage.message.replace(" and", ",").replace(".", ","), claim.id


def test_rules_point_to_lessons_and_claims_that_there_are():
    ids = {claim.id for claim in claims()}
    for rule in draft_rules().rules:
        assert "00" <= rule.lesson <= "12"
        assert rule.claim is None or rule.claim in ids


def test_a_draft_that_is_no_text_is_refused():
    with pytest.raises(TypeError, match="text must be the draft as a string, not int"):
        check_draft(7)


YAML = """
words_allowed: 250
abbreviations: [v]
length: {{message: a, why: b, lesson: "12", praise: c}}
coverage: {{message: a, why: b, lesson: "12", praise: c}}
sets: {{negation: '\\bnot\\b'}}
claims: {{C1: ['a']}}
rules:
  - {{id: one, kind: mend, name: One, find: ['{pattern}'], message: '{message}', why: b, lesson: "12"}}
"""


@pytest.mark.parametrize(
    ("pattern", "message", "complaint"),
    [
        ("(?<=a)b", "“{quote}”", "differs between Python and JavaScript"),
        ("a$", "“{quote}”", "differs between Python and JavaScript"),
        ("a*", "“{quote}”", "finds nothing at all"),
        ("{nothing}", "“{quote}”", "no set is called 'nothing'"),
        ("a", "no words of theirs", "has to quote the learner"),
    ],
)
def test_rules_that_would_not_work_are_refused(pattern, message, complaint):
    with pytest.raises(ValueError, match=complaint):
        parse_rules(YAML.format(pattern=pattern, message=message))


def test_the_piece_says_what_python_finds():
    empty, begun = DraftCheck(), DraftCheck(draft=BAD_DRAFT)
    assert empty.check() == []
    assert "The article itself" in empty.sentence()
    assert begun.check() == check_draft(BAD_DRAFT)
    mend = sum(one.kind == "mend" for one in begun.check())
    assert f"{count_words(BAD_DRAFT)} words. The checker found {mend} to mend" in begun.sentence()
    assert len(begun.table()) == len(begun.check())


def test_on_paper_there_is_a_checklist():
    html = DraftCheck().paper()
    assert html.count("<li>") == sum(rule.kind != "good" for rule in draft_rules().rules)
    assert "cannot tell whether a sentence is true" in DraftCheck().sentence()

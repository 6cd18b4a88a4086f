"""The specimen article and the verdicts on its claims: complete, sourced, and found where they say."""

import re
from typing import get_args

import pytest
import yaml
from pydantic import ValidationError

from ldn import reference
from ldn.evidence import zero_event_upper_bound
from ldn.reference.claim_schema import VERDICTS, Article, Judgement, Verdict, sentences

IDS = [f"C{number}" for number in range(1, 15)]
each_claim = pytest.mark.parametrize("id", IDS)


def test_the_article_makes_each_claim_once():
    made = [passage.claim for passage in reference.article().claim_passages]
    assert sorted(made, key=lambda id: int(id[1:])) == IDS


def test_the_article_is_about_450_words():
    assert 430 <= len(reference.article().text.split()) <= 480


def test_the_article_says_nothing_of_taking_it_with_opioids():
    # The hazard that matters most is what lesson 10 finds missing. Opioids come up as a target and as a
    # reason for the standard dose, and nowhere else.
    text = reference.article().text
    about_opioids = [words for words in re.split(r"(?<=[.?!])\s", text) if "opioid" in words.lower()]
    claims = " ".join(reference.claim(id).words for id in ("C1", "C3", "C5"))
    assert len(about_opioids) == 3
    assert all(words in claims for words in about_opioids)
    assert not re.search(r"painkiller|surgery|overdose|codeine|tramadol|methadone", text, re.IGNORECASE)


def test_the_article_says_that_it_is_a_specimen():
    label = reference.article().label
    assert "written for this course" in label
    assert "not to be believed" in label


def test_claims_come_in_order():
    assert [claim.id for claim in reference.claims()] == IDS


@each_claim
def test_a_claim_is_quoted_as_the_article_says_it(id):
    words = reference.claim(id).words
    assert reference.article().text.count(words) == 1
    assert words[0].isupper()
    assert words[-1] == "."


@each_claim
def test_a_verdict_has_its_reason_and_its_sources(id):
    claim = reference.claim(id)
    assert claim.verdict in get_args(Verdict)
    assert sentences(claim.reason) == 2
    assert all(reference.source(key).key == key for key in claim.sources)
    assert len(set(claim.sources)) == len(claim.sources)
    assert claim.evidence_date.year >= 2026


def test_every_verdict_is_explained():
    assert set(VERDICTS) == set(get_args(Verdict))


def test_one_verdict_does_not_fit_all():
    # A tracker that called everything wrong, or everything right, would have judged nothing.
    assert {claim.verdict for claim in reference.claims()} == set(get_args(Verdict))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One.", 1),
        ("At 4.5 mg it is 3.5 %. In rats it is not.", 2),
        ("It said “no.” Then it said yes!", 2),
        ("No end", 0),
    ],
)
def test_sentences_are_counted_past_decimal_points(text, count):
    assert sentences(text) == count


def test_the_figures_of_the_reasons_are_those_of_the_data():
    def reason(id):
        return reference.claim(id).reason

    def outcome(study, id):
        return next(outcome for outcome in reference.study(study).outcomes if outcome.id == id)

    # C9: response after 12 weeks, in per cent.
    percent = {result.arm: result.percent for result in outcome("smith2011", "response").results}
    assert f"{percent['ldn']:g} %" in reason("C9")
    assert f"{percent['placebo']:g} %" in reason("C9")
    assert f"{reference.review('parker2018').n_participants} people" in reason("C9")
    # C13: vivid dreams, pooled.
    dreams = next(r for r in reference.review("nazir2025").pooled if r.id == "vivid_dreams")
    assert f"{dreams.estimate:g}" in reason("C13")
    # C6: how many took part in the later trials.
    for id in ("bested2023", "due_bruun2024", "innova2026"):
        assert str(reference.study(id).participants.randomised) in reason("C6")
    # C14: no event among those who finished, or who began, leaves room for these rates.
    bounds = [f"{100 * zero_event_upper_bound(people):.1f}" for people in (144, 172)]
    assert "144 people who finished or 172 who began" in reason("C14")
    assert "{} or {} %".format(*bounds) in reason("C14")


def test_unknown_claims_name_the_nearest():
    with pytest.raises(ValueError, match="C1"):
        reference.claim("C15")


def test_a_claim_made_twice_is_refused():
    passage = {"claim": "C1", "words": "It works."}
    with pytest.raises(ValidationError, match="more than once"):
        Article(title="T", label="L", paragraphs=[[passage], [passage]])


@pytest.mark.parametrize(
    ("field", "value"),
    [("reason", "One sentence only."), ("verdict", "proven"), ("sections", {"13": "x"}), ("sources", [])],
)
def test_a_judgement_that_breaks_the_form_is_refused(field, value):
    good = reference.claim("C1").model_dump(exclude={"words"})
    assert Judgement(**good)
    with pytest.raises(ValidationError, match=field):
        Judgement(**{**good, field: value})


def test_nothing_is_judged_that_the_article_does_not_say():
    from importlib.resources import files

    rows = yaml.safe_load(files("ldn.reference").joinpath("data", "claims.yaml").read_text("utf-8"))
    assert [row["id"] for row in rows] == IDS

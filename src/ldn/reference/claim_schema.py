"""What the specimen article and the verdict on each of its claims must look like."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from ldn.reference.schema import Entry, Key, Sentence

ClaimIdentifier = Annotated[str, StringConstraints(pattern=r"^C([1-9]|1[0-4])$")]
LessonNumber = Annotated[str, StringConstraints(pattern=r"^(0[0-9]|1[0-2])$")]

# What the evidence lets one say of a claim as it is worded, and what each word means here.
Verdict = Literal["supported", "partly", "outdated", "misleading", "unsupported", "untested"]
VERDICTS: dict[Verdict, str] = {
    "supported": "The evidence agrees with the sentence as it stands.",
    "partly": "One part of the sentence holds and another does not.",
    "outdated": "It was a fair reading of early evidence, and later evidence has changed it.",
    "misleading": "What it says is nearly true, and what it leaves out changes the meaning.",
    "unsupported": "It is stated with more certainty than the evidence carries, or against it.",
    "untested": "We found no study that could tell.",
}

_SENTENCE_END = re.compile(r"[.!?][”\"]?(?=\s+[A-Z“\"]|$)")


def sentences(text: str) -> int:
    """How many sentences a text has: a full stop counts where a capital, a quotation or the end follows."""
    return len(_SENTENCE_END.findall(text.strip()))


class ClaimPassage(Entry):
    """Words of the article that make one claim."""

    claim: ClaimIdentifier
    words: Sentence


class Article(Entry):
    """The specimen article: paragraphs of passages, some of which are claims."""

    title: Sentence
    label: Sentence
    paragraphs: tuple[tuple[str | ClaimPassage, ...], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _makes_each_claim_once(self) -> Article:
        made = [passage.claim for passage in self.claim_passages]
        if twice := sorted({id for id in made if made.count(id) > 1}):
            raise ValueError(f"the article makes {', '.join(twice)} more than once")
        return self

    @property
    def claim_passages(self) -> tuple[ClaimPassage, ...]:
        """The claims in the order in which the article makes them."""
        return tuple(
            passage
            for paragraph in self.paragraphs
            for passage in paragraph
            if isinstance(passage, ClaimPassage)
        )

    @property
    def text(self) -> str:
        """The article as a reader sees it, without marks; a blank line between paragraphs."""
        return "\n\n".join(
            " ".join(passage if isinstance(passage, str) else passage.words for passage in paragraph)
            for paragraph in self.paragraphs
        )

    def words_of(self, id: str) -> str:
        """The words in which the article makes a claim; ValueError if it does not."""
        for passage in self.claim_passages:
            if passage.claim == id:
                return passage.words
        raise ValueError(f"the article does not make claim {id!r}")


class Judgement(Entry):
    """What the evidence says of one claim, as the data file holds it; `Claim` adds the article's words."""

    id: ClaimIdentifier
    paraphrase: Sentence
    verdict: Verdict
    reason: Sentence
    sources: tuple[Key, ...] = Field(min_length=1)
    sections: dict[LessonNumber, str] = Field(min_length=1)
    evidence_date: date

    @field_validator("reason")
    @classmethod
    def _has_two_sentences(cls, reason: str) -> str:
        if (count := sentences(reason)) != 2:
            raise ValueError(f"a reason has two sentences, this one {count}: {reason}")
        return reason

    @property
    def lessons(self) -> tuple[str, ...]:
        """The lessons in which the claim is worked out, the one that decides first."""
        return tuple(self.sections)

    @property
    def section(self) -> str:
        """The heading, in the deciding lesson, under which it is worked out."""
        return next(iter(self.sections.values()))


class Claim(Judgement):
    """A claim of the article: its words, the verdict, the reason, its sources and where it is worked out."""

    words: Sentence

    @property
    def number(self) -> int:
        """1 to 14, for putting claims in order."""
        return int(self.id[1:])

    def __str__(self) -> str:
        return f"{self.id}: {self.words} — {self.verdict}. {self.reason}"

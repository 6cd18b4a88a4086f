"""What the rules of the draft checker must look like (data/draft_rules.yaml), with their named sets filled in."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Kind = Literal["mend", "consider", "good"]

_SET = re.compile(r"\{([a-z_]+)\}")
# What Python and JavaScript read differently, or JavaScript reads only with other flags.
_NOT_COMMON = re.compile(r"\(\?<|\(\?P|\(\?[aimsxu-]+[:)]|\\[AZpPGh]|(?<!\\)\$|\(\?>|[*+?}]\+")
_FLAGS = re.ASCII | re.IGNORECASE


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Advice(_Part):
    """What is said of a whole draft: its length, the claims it touches."""

    message: str
    why: str
    lesson: str = Field(pattern=r"^\d\d$")
    praise: str


class Rule(_Part):
    """One thing to look for, sentence by sentence.

    find: what fires, any of them; the learner's words are quoted from it. require: all of these are in the sentence
    too. unless: none of these is in the sentence. unless_before: nor a negation among the words just before.
    unless_draft: nor any of these anywhere in the draft. when "absent" the rule fires if nothing is found, and praises
    if something is. most: how many findings at most. quotes: the words found, or their whole sentence.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    kind: Kind
    name: str
    when: Literal["present", "absent"] = "present"
    find: tuple[str, ...] = Field(min_length=1)
    require: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_before: bool = False
    unless_draft: tuple[str, ...] = ()
    case_sensitive: bool = False
    most: int = Field(default=3, ge=1)
    quotes: Literal["match", "sentence"] = "match"
    message: str
    why: str
    lesson: str = Field(pattern=r"^\d\d$")
    claim: str | None = Field(default=None, pattern=r"^C\d{1,2}$")
    praise: str | None = None

    @model_validator(mode="after")
    def _says_what_it_can(self) -> Rule:
        if (self.when == "absent") != (self.praise is not None):
            raise ValueError(f"rule {self.id}: praise belongs to a rule that fires when something is absent")
        if self.when == "present" and "{quote}" not in self.message:
            raise ValueError(f"rule {self.id}: its message has to quote the learner")
        return self


class DraftRules(_Part):
    """All the rules, sets filled in."""

    words_allowed: int = Field(ge=1)
    abbreviations: tuple[str, ...]
    negation: str
    length: Advice
    coverage: Advice
    rules: tuple[Rule, ...]
    claims: dict[str, tuple[str, ...]]

    @field_validator("rules")
    @classmethod
    def _have_ids_of_their_own(cls, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        ids = [rule.id for rule in rules]
        if len(set(ids)) != len(ids):
            raise ValueError("two rules share an id")
        return rules

    @model_validator(mode="after")
    def _patterns_mean_the_same_in_both_languages(self) -> DraftRules:
        patterns = [self.negation, *(one for some in self.claims.values() for one in some)]
        for rule in self.rules:
            patterns += [*rule.find, *rule.require, *rule.unless, *rule.unless_draft]
        for pattern in patterns:
            if foreign := _NOT_COMMON.search(pattern):
                raise ValueError(f"{foreign.group()!r} in {pattern!r} differs between Python and JavaScript")
            if re.compile(pattern, _FLAGS).match(""):
                raise ValueError(f"{pattern!r} finds nothing at all")
        return self


@cache
def draft_rules() -> DraftRules:
    """The rules of the draft checker, checked.

    Raises
    ------
    ValueError
        If the data file does not fit; the message names the rule.
    """
    text = files("ldn.questions").joinpath("data", "draft_rules.yaml").read_text(encoding="utf-8")
    return parse_rules(text)


def parse_rules(text: str) -> DraftRules:
    """Rules from the text of a YAML file, with every ``{set}`` in a pattern filled in."""
    content = yaml.safe_load(text)
    sets: dict[str, str] = {}
    for name, pattern in content.pop("sets").items():
        sets[name] = _filled(pattern, sets)
    for rule in content["rules"]:
        for place in ("find", "require", "unless", "unless_draft"):
            rule[place] = [_filled(pattern, sets) for pattern in rule.get(place, [])]
    return DraftRules(negation=sets["negation"], **content)


def _filled(pattern: str, sets: dict[str, str]) -> str:
    def fill(match: re.Match[str]) -> str:
        if match[1] not in sets:
            raise ValueError(f"no set is called {match[1]!r} (in {pattern!r})")
        return sets[match[1]]

    return _SET.sub(fill, pattern)

"""Holds the item bank to rules of good questions; everything found is collected and then listed.

``python -m ldn.questions.lint`` reads every lesson's items and exits with 1 if anything is found;
``--whole-course`` adds the rules that only a finished course can meet (each concept in three items of two
lessons). An item may be excused from a rule by ``lint_exceptions: {rule: reason}``.

The rules come from studies of item writing: three options; one key; no "all of the above"; no cue that
gives the key away (length, place, grammar, a word of the stem, an absolute word); stems that can be
answered with the options covered; homogeneous options; half of the items above recall.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ldn.questions import bank, evidence, registries
from ldn.questions.markup import block_html, plain_text
from ldn.questions.schema import (
    Item,
    MatchingItem,
    MultipleItem,
    NumericItem,
    OrderingItem,
    SingleItem,
    TrueFalseItem,
)


@dataclass(frozen=True)
class Finding:
    """One thing that breaks one rule."""

    where: str
    rule: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.rule}: {self.what}"


ItemRule = Callable[[Item], Iterable[str]]
LessonRule = Callable[[Sequence[Item]], Iterable[str]]

_WORDS_PER_SECOND = 200 / 60
_ABSOLUTE = re.compile(r"\b(always|never|all|none|only|every|must|impossible|completely)\b", re.IGNORECASE)
_VERDICT = re.compile(r"(yes|no|right|wrong|correct|incorrect|not right)[.,:!]", re.IGNORECASE)
_CATCH_ALL = re.compile(r"\b(all|none|both|neither) of (the above|these|them)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^\D{0,12}?([+-]?\d+(?:[.,]\d+)?)\s*([^\d\s.,;:]*)")


def three_options(item: Item) -> Iterable[str]:
    """Three options; more need a reason, because a weak fourth only teaches a wrong idea."""
    if isinstance(item, SingleItem | MultipleItem) and len(item.options) != 3:
        yield f"{len(item.options)} options; give three, or the reason in lint_exceptions"


def no_catch_all(item: Item) -> Iterable[str]:
    """No "all of the above": one recognised option then answers for the others."""
    for option in _options(item):
        if found := _CATCH_ALL.search(option.text):
            yield f"option {option.key} says “{found.group(0)}”"


def negatives_bold(item: Item) -> Iterable[str]:
    """A "not" or "except" that turns a question round stands in bold, so that nobody overlooks it."""
    if isinstance(item, TrueFalseItem):
        return
    question = re.split(r"(?<=[.:])\s+", item.stem.strip())[-1]
    outside_bold = re.sub(r"\*\*[^*]+\*\*", "", question)
    if re.search(r"\b(which|what)\b", question, re.IGNORECASE) and (
        found := re.search(
            r"\b(is|are|does|do|would|can|has|have) (not|except)\b", outside_bold, re.IGNORECASE
        )
    ):
        yield f"“{found.group(0)}” in the question is not in bold"


def verdict_not_repeated(item: Item) -> Iterable[str]:
    """Feedback goes straight to the reason: the page has said "right" or "not this" before it."""
    for text in _feedback(item):
        if found := _VERDICT.match(text):
            yield f"feedback begins with “{found.group(0)}”, which the page says already"


def options_parallel(item: Item) -> Iterable[str]:
    """Options begin and end alike, so that form says nothing about content."""
    texts = [plain_text(option.text) for option in _options(item)]
    if len({text[0].isupper() for text in texts if text[0].isalpha()}) > 1:
        yield "some options begin with a capital and some do not"
    if len({text[-1] in ".!?" for text in texts}) > 1:
        yield "some options end with a full stop and some do not"
    numbers = [_NUMBER.match(text) for text in texts]
    if numbers and all(numbers):
        units = {number.group(2) for number in numbers}
        if len(units) > 1:
            yield f"the numbers of the options have different units: {', '.join(sorted(units))}"


def numbers_in_order(item: Item) -> Iterable[str]:
    """Options that are numbers stand in their order."""
    found = [_NUMBER.match(plain_text(option.text)) for option in _options(item)]
    if len(found) > 1 and all(found) and all(match.start(1) == 0 for match in found):
        values = [float(match.group(1).replace(",", ".")) for match in found]
        if values not in (sorted(values), sorted(values, reverse=True)):
            yield f"the numbers {', '.join(f'{value:g}' for value in values)} are not in order"


def absolutes_not_a_cue(item: Item) -> Iterable[str]:
    """Words such as "always" do not stand in wrong options alone."""
    wrong = {w.lower() for o in _options(item) if not o.correct for w in _ABSOLUTE.findall(o.text)}
    right = {w.lower() for o in _options(item) if o.correct for w in _ABSOLUTE.findall(o.text)}
    if wrong and not right:
        yield f"only wrong options say {', '.join(sorted(wrong))}"


def key_not_echoed(item: Item) -> Iterable[str]:
    """No long word of the stem comes back in the key alone."""
    if not isinstance(item, SingleItem):
        return
    stem = _content_words(item.stem)
    key = _content_words(next(option.text for option in item.options if option.correct))
    others = set().union(*(_content_words(option.text) for option in item.options if not option.correct))
    if echoed := sorted((stem & key) - others):
        yield f"of all options only the key repeats {', '.join(echoed)} from the stem"


def stem_complete(item: Item) -> Iterable[str]:
    """The stem asks something that can be answered with the options covered."""
    endings = (".",) if isinstance(item, TrueFalseItem) else ("?", "…", ":")
    if not item.stem.strip().endswith(endings):
        yield f"the stem ends in {item.stem.strip()[-1]!r}, not in {' or '.join(endings)}"


def reading_time(item: Item) -> Iterable[str]:
    """Stem and options are read within a minute."""
    texts = [item.stem, *(option.text for option in _options(item))]
    if isinstance(item, OrderingItem):
        texts += [step.text for step in item.sequence]
    if isinstance(item, MatchingItem):
        texts += [text for pair in item.pairs for text in (pair.left, pair.right)]
    seconds = sum(len(text.split()) for text in texts) / _WORDS_PER_SECOND
    if seconds > 60:
        yield f"{seconds:.0f} s to read; 60 s at most"


def explanation_short(item: Item) -> Iterable[str]:
    """An explanation is 80 words at most."""
    if (words := len(item.explanation.split())) > 80:
        yield f"the explanation has {words} words; 80 at most"


def evidence_resolves(item: Item) -> Iterable[str]:
    """Each evidence id is known to ldn.reference."""
    for id in item.evidence:
        try:
            evidence.sources_of(id)
        except ValueError as problem:
            yield str(problem)


def text_renders(item: Item) -> Iterable[str]:
    """Markdown and maths of every text can be set."""
    for text in _texts(item):
        try:
            block_html(text)
        except ValueError as problem:
            yield str(problem)


def numbers_resolve(item: Item) -> Iterable[str]:
    """A number that the library computes can be computed, and no trap touches another answer."""
    if isinstance(item, NumericItem):
        try:
            item.numeric.resolve()
        except (ValueError, TypeError) as problem:
            yield str(problem)


def exceptions_known(item: Item) -> Iterable[str]:
    """An exception names a rule that exists, and gives a reason."""
    for rule, reason in item.lint_exceptions.items():
        if rule not in _names(ITEM_RULES):
            yield f"lint_exceptions names {rule!r}, which is no rule of items"
        elif len(reason.split()) < 3:
            yield f"the reason for {rule} is too short to be one"


def key_place_balanced(items: Sequence[Item]) -> Iterable[str]:
    """The key of single items stands in each place about equally often."""
    keys = [
        [option.correct for option in item.options].index(True)
        for item in items
        if isinstance(item, SingleItem) and not item.shuffle and len(item.options) == 3
    ]
    counts = [keys.count(place) for place in range(3)]
    if any(abs(count - len(keys) / 3) > 1 for count in counts):
        first, second, third = counts
        yield f"the key is {first} times first, {second} times second, {third} times third"


def key_not_longest(items: Sequence[Item]) -> Iterable[str]:
    """The longest option is the key in less than 40 % of single items (in one, where there are few)."""
    singles = [item for item in items if isinstance(item, SingleItem)]
    longest = [item for item in singles if max(item.options, key=lambda o: len(plain_text(o.text))).correct]
    if len(longest) > max(1, 0.4 * len(singles)):
        yield f"the key is the longest option in {len(longest)} of {len(singles)}: {_ids(longest)}"


def half_above_recall(items: Sequence[Item]) -> Iterable[str]:
    """At least half of the items ask to apply, analyse or evaluate."""
    above = [item for item in items if item.bloom in ("apply", "analyse", "evaluate")]
    if 2 * len(above) < len(items):
        yield f"{len(above)} of {len(items)} items ask to apply, analyse or evaluate; half at least"


def stems_differ(items: Sequence[Item]) -> Iterable[str]:
    """No two stems ask the same."""
    for index, item in enumerate(items):
        for other in items[index + 1 :]:
            one, two = _content_words(item.stem), _content_words(other.stem)
            if one and len(one & two) / len(one | two) > 0.8:
                yield f"{item.id} and {other.id} have nearly the same stem"


def concepts_spaced(items: Sequence[Item]) -> Iterable[str]:
    """Each core concept comes back: in three items, of two lessons."""
    for concept, name in registries.concepts().items():
        tagged = [item for item in items if concept in item.concepts]
        lessons = {item.lesson for item in tagged}
        if len(tagged) < 3 or len(lessons) < 2:
            yield f"{name} ({concept}) is in {len(tagged)} items of {len(lessons)} lessons"


ITEM_RULES: tuple[ItemRule, ...] = (
    three_options,
    no_catch_all,
    negatives_bold,
    verdict_not_repeated,
    options_parallel,
    numbers_in_order,
    absolutes_not_a_cue,
    key_not_echoed,
    stem_complete,
    reading_time,
    explanation_short,
    evidence_resolves,
    text_renders,
    numbers_resolve,
    exceptions_known,
)
LESSON_RULES: tuple[LessonRule, ...] = (key_place_balanced, key_not_longest, half_above_recall)
BANK_RULES: tuple[LessonRule, ...] = (stems_differ,)
WHOLE_COURSE_RULES: tuple[LessonRule, ...] = (concepts_spaced,)


def lint_item(item: Item) -> list[Finding]:
    """Return what one item breaks, its exceptions granted."""
    return [
        Finding(item.id, _name(rule), what)
        for rule in ITEM_RULES
        if _name(rule) not in item.lint_exceptions
        for what in rule(item)
    ]


def lint_text(text: str, lesson: str) -> tuple[list[Item], list[Finding]]:
    """Return the items of one lesson's YAML text that fit the schema, and everything found in the text."""
    items, problems = bank.read_collecting(text, lesson)
    findings = [Finding(id, "schema", problem) for id, problem in problems]
    findings += [finding for item in items for finding in lint_item(item)]
    findings += _lint_all(items, LESSON_RULES, f"lesson {lesson}")
    return items, findings


def lint_bank(whole_course: bool = False) -> list[Finding]:
    """Return everything found in the bank."""
    items, findings = [], []
    for lesson in bank.lessons():
        of_lesson, found = lint_text(bank.text_of(lesson), lesson)
        items += of_lesson
        findings += found
    rules = BANK_RULES + (WHOLE_COURSE_RULES if whole_course else ())
    return findings + _lint_all(items, rules, "the bank")


def main(arguments: Sequence[str]) -> int:
    """List everything found; return 1 if there is anything, else 0."""
    findings = lint_bank(whole_course="--whole-course" in arguments)
    for finding in findings:
        print(finding)
    counts = Counter(finding.rule for finding in findings)
    print(f"{len(findings)} findings" + "".join(f"; {rule}: {count}" for rule, count in counts.most_common()))
    return 1 if findings else 0


def _lint_all(items: Sequence[Item], rules: Iterable[LessonRule], where: str) -> list[Finding]:
    return [Finding(where, _name(rule), what) for rule in rules for what in rule(items)]


def _name(rule: Callable) -> str:
    return rule.__name__.replace("_", "-")


def _names(rules: Iterable[Callable]) -> set[str]:
    return {_name(rule) for rule in rules}


def _options(item: Item):
    return item.options if isinstance(item, SingleItem | MultipleItem) else ()


def _feedback(item: Item) -> Iterable[str]:
    yield from (option.feedback for option in _options(item))
    if isinstance(item, TrueFalseItem):
        yield from (item.feedback_if_true, item.feedback_if_false)
    if isinstance(item, NumericItem):
        yield from (trap.feedback for trap in item.numeric.traps)
    if isinstance(item, OrderingItem):
        yield from (step.feedback for step in item.sequence)
    if isinstance(item, MatchingItem):
        yield from (pair.feedback for pair in item.pairs)


def _texts(item: Item) -> Iterable[str]:
    yield from (item.stem, item.explanation, *item.hints, *_feedback(item))
    if item.plain:
        yield item.plain
    yield from (option.text for option in _options(item))
    if isinstance(item, OrderingItem):
        yield from (step.text for step in item.sequence)
    if isinstance(item, MatchingItem):
        yield from (text for pair in item.pairs for text in (pair.left, pair.right))


def _content_words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-zβμ]+", plain_text(text).lower()) if len(word) > 5}


def _ids(items: Iterable[Item]) -> str:
    return ", ".join(item.id for item in items)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

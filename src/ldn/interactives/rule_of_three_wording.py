"""The sentences of a rule of three; ``js/rule_of_three/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.rule_of_three_view import OF, View
from ldn.interactives.wording import NBSP, fixed, significant, thousands


def sentence(view: View) -> str:
    """What the picture shows now."""
    return f"{seen_sentence(view)} {bound_sentence(view)} {needed_sentence(view)}"


def seen_sentence(view: View) -> str:
    """What was seen."""
    if view.events == 0:
        return f"Of {thousands(view.people)} people nobody had the event."
    return (
        f"Of {thousands(view.people)} people {thousands(view.events)} had the event, "
        f"{risk(view.events / view.people)}."
    )


def bound_sentence(view: View) -> str:
    """The highest risk that fits it."""
    rule = (
        ""
        if view.rule is None
        else f" The rule of three says 3 ÷ {thousands(view.people)} = {risk(view.rule)}."
    )
    count = thousands(view.could_have_it) if view.could_have_it else "fewer than one"
    return (
        f"At 95{NBSP}% confidence that still fits a risk of up to {risk(view.upper)}, {one_in(view.upper)}: "
        f"{count} of {thousands(OF)}.{rule}"
    )


def needed_sentence(view: View) -> str:
    """What the event that is looked for would take."""
    return (
        f"To see even one event of 1 in {thousands(view.one_in)} with 95{NBSP}% certainty takes "
        f"{thousands(view.needed)} people; among {thousands(view.people)} the chance is {chance(view.seen)}."
    )


def risk(share: float) -> str:
    """A risk in per cent with two significant digits."""
    return f"{significant(100 * share, 2)}{NBSP}%"


def one_in(share: float) -> str:
    """A risk as 1 in so many."""
    return f"1 in {thousands(1 / share)}"


def chance(share: float) -> str:
    """A chance in whole per cent that never claims to be nothing or certain."""
    if share < 0.01:
        return f"under 1{NBSP}%"
    return f"over 99{NBSP}%" if share > 0.99 else f"{fixed(100 * share, 0)}{NBSP}%"

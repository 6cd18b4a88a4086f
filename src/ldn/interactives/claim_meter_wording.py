"""The sentences of the claim meter; ``js/claim_meter/wording.js`` says the same for the page."""

from __future__ import annotations

import statistics
from collections import Counter

from ldn.interactives.claim_meter_data import READINGS
from ldn.interactives.claim_meter_view import Row, View
from ldn.interactives.wording import fixed, sentence_list

_MOST_NAMED = 3


def sentence(view: View) -> str:
    """What the picture, or the form, shows now."""
    if not view.revealed:
        return rating_sentence(view)
    if all(row.latest is None for row in view.rows):
        return verdict_sentence(view)
    return f"{change_sentence(view)} {evidence_sentence(view)}"


def rating_sentence(view: View) -> str:
    """How many claims are rated, and how high."""
    total, ratings = len(view.rows), view.now
    if not ratings:
        tone = f"The article makes {total} claims, all in the same tone of voice."
        asked = "How sure are you of each?" if view.stage == "before" else "How sure are you of each now?"
        return f"{tone} {asked} None is rated yet."
    number = f"all {total}" if len(ratings) == total else f"{len(ratings)} of the {total}"
    low, high = min(ratings, key=lambda one: one[1]), max(ratings, key=lambda one: one[1])
    if low[1] == high[1]:
        return f"You have rated {number} claims, {'each at' if len(ratings) > 1 else 'at'} {low[1]}."
    middle = points(statistics.median(rating for _, rating in ratings))
    return (
        f"You have rated {number} claims, from {low[1]} ({low[0]}) to {high[1]} ({high[0]}); "
        f"the middle rating is {middle}."
    )


def verdict_sentence(view: View) -> str:
    """How many claims have which verdict."""
    counts = Counter(row.claim["verdict"] for row in view.rows)
    named = [
        f"{counts[reading.verdict]} {reading.verdict}" for reading in READINGS if counts[reading.verdict]
    ]
    found = sentence_list(named)
    return f"Of the {len(view.rows)} claims, all made in the same tone of voice, the course finds {found}."


def change_sentence(view: View) -> str:
    """How the ratings moved between the start and now."""
    moved = view.moved
    if not moved:
        return "No claim was rated both at the start and now, so there is no change to show."
    down, up = sum(row.change < 0 for row in moved), sum(row.change > 0 for row in moved)
    kinds = ((down, "less sure of"), (up, "surer of"), (len(moved) - down - up, "as sure as before of"))
    now = sentence_list([f"{words} {number}" for number, words in kinds if number])
    head = f"Of {count(len(moved))} rated twice you are now {now}."
    if down + up == 0:
        return head
    most = max(moved, key=lambda row: abs(row.change))
    return (
        f"{head} A claim moved by {points(view.typical_change)} points in the middle case, "
        f"most of all {most.claim['id']}: from {most.before} to {most.after}."
    )


def evidence_sentence(view: View) -> str:
    """On which claims confidence and evidence disagree most."""
    rated = sum(row.latest is not None for row in view.rows)
    outside = view.outside
    head = f"By the course’s reading of its verdicts, {rated - len(outside)} of your {rated} ratings fit the evidence"
    if not outside:
        return f"{head}."
    above = [row for row in outside if row.excess > 0]
    below = [row for row in outside if row.excess < 0]
    parts = []
    if above:
        parts.append(f"You are surer than the evidence {'most ' * (len(above) > 1)}on {_named(above)}.")
    if below:
        parts.append(
            f"You are less sure than the evidence allows {'most ' * (len(below) > 1)}on {_named(below)}."
        )
    return f"{head}. {' '.join(parts)}"


def _named(rows: list[Row]) -> str:
    return sentence_list(
        [f"{row.claim['id']} ({row.latest}; {row.claim['verdict']})" for row in rows[:_MOST_NAMED]]
    )


def count(number: int) -> str:
    """1 → "1 claim"."""
    return f"{number} claim{'s' if number != 1 else ''}"


def points(value: float) -> str:
    """A number of points with at most one decimal."""
    return fixed(value, 1).removesuffix(".0")


def signed(change: int) -> str:
    """-12 → "−12", 5 → "+5"."""
    return f"+{change}" if change > 0 else f"−{-change}" if change < 0 else "0"

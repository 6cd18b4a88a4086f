"""The sentence under a dose comparison; ``js/dose_comparison/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.dose_comparison_view import Curve, View
from ldn.interactives.wording import (
    NBSP,
    hours,
    milligrams,
    nanomolar,
    per_cent,
    sentence_list,
    significant,
    span,
)

_REGIMENS = {
    "one_dose": "After one dose",
    "daily": "Daily from the first dose",
    "daily_steady_state": "Daily at steady state",
}
_SUBSTANCES = {"naltrexone": "plasma naltrexone", "naltrexol": "plasma 6β-naltrexol"}
WINDOWS = {24: f"24{NBSP}h", 72: f"72{NBSP}h", 336: "two weeks"}


def sentence(view: View) -> str:
    """What the comparison shows now: levels of each dose and, for occupancy, hours above the threshold."""
    clauses = [_clause(view, curve, place) for place, curve in enumerate(view.curves)]
    listed = sentence_list(clauses) if view.steady_state else "; ".join(clauses)
    opening = f"{_REGIMENS[view.regimen]}, {listed}"
    if not view.shows_occupancy:
        return f"{opening}."
    times = [
        f"{milligrams(curve.dose_mg)} {hours(curve.hours['biophase'])} "
        f"(model A {hours(curve.hours['slow_dissociation'])}, model C {hours(curve.hours['plasma'])})"
        for curve in view.curves
    ]
    return f"{opening} (model B). {time_above(view)}: {'; '.join(times)}."


def time_above(view: View) -> str:
    """ "Time above 50 % a day"."""
    of = "a day" if view.steady_state else f"in the first {WINDOWS[view.window_h]}"
    return f"Time above {significant(view.threshold_percent)}{NBSP}% {of}"


def _clause(view: View, curve: Curve, place: int) -> str:
    written = per_cent if view.shows_occupancy else nanomolar
    verb = "holds" if view.shows_occupancy else "gives"
    what = f"{view.receptor} receptors" if view.shows_occupancy else _SUBSTANCES.get(view.quantity, "")
    of = f" of {what}" if place == 0 else ""
    name, highest = _named(view.doses_mg, place), curve.main.max()
    if view.steady_state:
        return f"{name} {verb} {span(curve.main.min(), highest, written)}{of}"
    reached_h = view.time_h[curve.main.argmax()]
    return (
        f"{name} {verb} at most {written(highest)}{of} (after {hours(reached_h)}) "
        f"and {written(curve.main[-1])} at {WINDOWS[view.window_h]}"
    )


def _named(doses_mg: tuple[float, ...], place: int) -> str:
    ratio = doses_mg[place] / doses_mg[0]
    name = milligrams(doses_mg[place])
    if len(doses_mg) != 2 or place == 0 or 0.95 < ratio < 1.05:
        return name
    beside = (
        f"{significant(ratio, 2)} times the dose"
        if ratio > 1
        else f"1/{significant(1 / ratio, 2)} of the dose"
    )
    return f"{name}, {beside},"

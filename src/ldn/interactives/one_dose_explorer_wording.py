"""The sentence over the one-dose explorer; ``js/one_dose_explorer/wording.js`` says the same for the page."""

from __future__ import annotations

import math

from ldn.interactives.one_dose_explorer_data import published_points
from ldn.interactives.one_dose_explorer_table import NAMES
from ldn.interactives.one_dose_explorer_view import Body, View
from ldn.interactives.wording import NBSP, hours, milligrams, sentence_list, significant, span


def nanograms(value: float) -> str:
    """A concentration in ng/mL with two significant digits, three from 10 on."""
    return f"{significant(value, 3 if value >= 10 else 2)}{NBSP}ng/mL"


def half_life(value_h: float) -> str:
    """A half-life, or that the curve does not fall."""
    return hours(value_h) if math.isfinite(value_h) and value_h > 0 else "none (it does not fall)"


def sentence(view: View) -> str:
    """What the explorer shows now: dose, area, peaks, half-lives, and what was measured at this dose."""
    first = view.bodies[0]
    area = f"{significant(first.naltrexone.area_ng_h_per_mL, 2)}{NBSP}ng·h/mL"
    models = "both models have" if len(view.bodies) > 1 else "the model has"
    told = [
        f"Of {milligrams(view.dose_mg)}, {significant(view.reaches_mg, 2)}{NBSP}mg reaches the circulation as "
        f"naltrexone, and {models} an area of {area}",
        _capital("; ".join(_peak(body) for body in view.bodies)),
    ]
    if view.naltrexol:
        metabolite = view.bodies[-1].naltrexol
        told.append(
            f"6β-Naltrexol peaks at {nanograms(metabolite.peak_ng_per_mL)} after {hours(metabolite.tmax_h)}"
        )
    told.append(_measured(view))
    read = [half_life(body.naltrexone.half_life_read_h) for body in view.bodies]
    ends = [half_life(body.naltrexone.terminal_half_life_h) for body in view.bodies]
    window = f"{significant(view.read_from_h)} and {significant(view.read_to_h)}{NBSP}h"
    told.append(f"Half-life read between {window}: {_each(view, read)}; at the very end: {_each(view, ends)}")
    return ". ".join(told) + "."


def _peak(body: Body) -> str:
    verb = "peaks" if body.compartments == "one" else "peak"
    reading = body.naltrexone
    return f"{NAMES[body.compartments]} {verb} at {nanograms(reading.peak_ng_per_mL)} after {hours(reading.tmax_h)}"


def _each(view: View, values: list[str]) -> str:
    if len(values) == 1:
        return values[0]
    return sentence_list(
        [f"{value} in {body.compartments}" for value, body in zip(values, view.bodies, strict=True)]
    )


def _measured(view: View) -> str:
    peaks = [
        point["peak"]["value"]
        for point in published_points()
        if point["peak"] and abs(view.dose_mg / point["dose_mg"] - 1) < 0.02
    ]
    if not peaks:
        return f"No published peak at {milligrams(view.dose_mg)} was found"
    return f"Measured in healthy people: {span(min(peaks), max(peaks), nanograms)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

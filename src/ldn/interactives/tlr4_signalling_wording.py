"""The sentences of the TLR4 piece; ``js/tlr4_signalling/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.tlr4_signalling_data import DOSE_MG, DURATION_MIN
from ldn.interactives.tlr4_signalling_view import View
from ldn.interactives.wording import NBSP, fixed, hours, milligrams, sentence_list, significant

_ARMS = {"both": "both arms", "trif": "the TRIF arm"}
# Below this nobody could measure a difference, and the model's constants do not bear a digit more.
_LEAST_FALL_PERCENT = 0.01


def sentence(view: View) -> str:
    """What the blocker does now, what the cell does without it, and what a supposed DAMP adds."""
    return " ".join(
        words for words in (effect_sentence(view), cell_sentence(view), damp_sentence(view)) if words
    )


def effect_sentence(view: View) -> str:
    """What the blocker takes from the peaks."""
    where = {
        "person": f", the free peak after {milligrams(DOSE_MG)} in a person,",
        "dish": ", as in an in-vitro paper,",
    }.get(view.given, "")
    opening = (
        f"At {concentration(view.concentration_uM)}{where} a blocker of {_ARMS[view.blocks]} "
        f"with a supposed IC50 of {concentration(view.ic50_uM)}"
    )
    if view.deaf:
        return f"{opening} has nothing to block: with both arms off the cell does not hear endotoxin."
    if view.silent:
        return f"{opening} has nothing to block: nothing signals."
    if not view.trif and view.blocks == "trif":
        return f"{opening} has nothing to block: that arm is off."
    tnf, nfkb = (view.fall_percent(name) for name in ("tnf", "nuclear_nfkb"))
    if max(abs(tnf), abs(nfkb)) < _LEAST_FALL_PERCENT:
        return f"{opening} moves nothing: peak TNF and peak nuclear NF-κB change by less than 0.01{NBSP}%."
    return f"{opening} {_verb(tnf)} peak TNF by {change(tnf)} and {_verb(nfkb)} peak nuclear NF-κB by {change(nfkb)}."


def cell_sentence(view: View) -> str:
    """How the cell answers without the blocker."""
    missing = [
        words
        for words, there in (
            ("the MyD88 arm", view.myd88),
            ("the TRIF arm", view.trif),
            ("inducible IκBα", view.inducible_ikba),
        )
        if not there
    ]
    cell = f" in a cell without {sentence_list(missing)}" if missing else ""
    stimulus = (
        "No endotoxin"
        if view.lps_ng_per_mL == 0
        else f"Endotoxin {significant(view.lps_ng_per_mL)}{NBSP}ng/mL"
    )
    if view.damp_per_ec50 > 0:
        stimulus += ", and a supposed DAMP" if view.lps_ng_per_mL else ", but a supposed DAMP"
    opening = f"{stimulus}{cell}"
    if view.deaf or view.silent:
        return f"{opening}."
    highest = float(view.without["nuclear_nfkb"].max())
    return (
        f"{opening}, no blocker: NF-κB is highest at {_minutes(view.peak_min('nuclear_nfkb'))} "
        f"({fixed(highest, 0)}{NBSP}% in the nucleus), TNF mRNA at {_minutes(view.peak_min('tnf_mrna'))}, "
        f"TNF at {_minutes(view.peak_min('tnf'))}."
    )


def damp_sentence(view: View) -> str:
    """What the supposed DAMP adds to endotoxin, or takes from it; empty where there is none."""
    if view.damp_per_ec50 == 0:
        return ""
    what = (
        f"The DAMP, at {significant(view.damp_per_ec50)} times its half-maximal amount and "
        f"{fixed(100 * view.damp_strength, 0)}{NBSP}% of endotoxin's strength, both assumptions,"
    )
    if view.deaf:
        return f"{what} is not heard either."
    if view.lps_ng_per_mL == 0:
        return f"{what} is all there is to hear."
    rise = view.damp_rise_percent
    verb = "raises" if rise >= 0 else "lowers"
    return f"{what} {verb} peak TNF by {change(rise)} against endotoxin alone."


def concentration(uM: float) -> str:
    """A concentration with two significant digits, in µM, nM or pM."""
    for unit, per_uM in (("µM", 1.0), ("nM", 1e3)):
        if uM * per_uM >= 0.9995:
            return f"{significant(uM * per_uM, 2)}{NBSP}{unit}"
    return f"{significant(uM * 1e6, 2)}{NBSP}pM"


def change(percent: float) -> str:
    """The size of a change in per cent, two significant digits; too small to matter, only that."""
    size = abs(percent)
    return f"less than 0.01{NBSP}%" if size < _LEAST_FALL_PERCENT else f"{significant(size, 2)}{NBSP}%"


def _verb(fall_percent: float) -> str:
    return "raises" if fall_percent <= -_LEAST_FALL_PERCENT else "lowers"


def _minutes(time_min: float) -> str:
    if time_min == DURATION_MIN:
        return f"the end, still rising at {fixed(time_min / 60, 0)}{NBSP}h"
    return f"{fixed(time_min, 0)}{NBSP}min" if time_min < 120 else hours(time_min / 60)

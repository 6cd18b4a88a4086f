"""The sentence under opioid timing; ``js/opioid_timing/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.opioid_timing_data import (
    STANDARD_DOSE_MG,
    interval_days,
    lowest_case_mg,
    warned_days,
)
from ldn.interactives.opioid_timing_view import View
from ldn.interactives.wording import NBSP, hours, milligrams, per_cent, significant

# Below this share of the receptors nothing worth naming is left to displace.
HARDLY_ANY = 0.01


def since(time_h: float) -> str:
    """ "At the peak of", "6 h after" or "3 days after"."""
    if time_h == 0:
        return "At the peak of"
    if time_h >= 48:
        return f"{significant(time_h / 24, 3)}{NBSP}days after"
    return f"{hours(time_h)} after"


def sentence(view: View) -> str:
    """What the two drugs do to each other, and that no interval can be read from it."""
    return _opioid_first(view) if view.opioid_first else _naltrexone_first(view)


def _opioid_first(view: View) -> str:
    before = view.after_tablet(0.0, 0.0)
    ends = (
        f"Labels ask for {asked(view.opioid)}. Severe withdrawal has followed {milligrams(lowest_case_mg())}. "
        "This picture gives no safe interval and no safe dose."
    )
    if before.opioid_held < HARDLY_ANY:
        left = per_cent(view.adaptation_left(view.hours_since_opioid / 24))
        return (
            f"{since(view.hours_since_opioid)} {view.opioid} hardly a receptor is left for naltrexone to take, "
            f"by the half-life of the drug. That is not safety: of the body's adaptation, by the half-life assumed, "
            f"{left} is left. {ends}"
        )
    later = view.after_tablet(view.dose_mg, 1.0)
    without = view.after_tablet(0.0, 1.0)
    parts = [
        f"{since(view.hours_since_opioid)} {view.opioid}, just before the tablet, the opioid holds "
        f"{per_cent(before.opioid_held)} of mu receptors and gives {per_cent(before.effect)} of its peak effect.",
        f"One hour after {milligrams(view.dose_mg)} of naltrexone it gives {per_cent(later.effect)} "
        f"(without: {per_cent(without.effect)}), after four hours "
        f"{per_cent(view.after_tablet(view.dose_mg, 4.0).effect)} "
        f"(without: {per_cent(view.after_tablet(0.0, 4.0).effect)}).",
    ]
    if view.dose_mg != STANDARD_DOSE_MG:
        standard = view.after_tablet(STANDARD_DOSE_MG, 1.0)
        parts.append(
            f"After {milligrams(STANDARD_DOSE_MG)} it gives {per_cent(standard.effect)} at one hour."
        )
    return " ".join([*parts, ends])


def _naltrexone_first(view: View) -> str:
    moment = view.after_last_tablet(view.dose_mg, view.hours_since_tablet)
    plasma = view.after_last_tablet(view.dose_mg, view.hours_since_tablet, "plasma")
    parts = [
        f"{_since_tablet(view)} of {milligrams(view.dose_mg)}, a usual opioid dose gives {per_cent(moment.effect)} "
        f"of its usual effect by model B and {per_cent(plasma.effect)} by model C.",
    ]
    if view.dose_mg != STANDARD_DOSE_MG:
        standard = view.after_last_tablet(STANDARD_DOSE_MG, view.hours_since_tablet)
        parts.append(f"After {milligrams(STANDARD_DOSE_MG)} a day it gives {per_cent(standard.effect)}.")
    ends = [f"{times(view.raised_in_the_end(view.dose_mg))} usual doses"]
    if view.dose_mg != STANDARD_DOSE_MG:
        ends.append(f"{times(view.raised_in_the_end(STANDARD_DOSE_MG))} after {milligrams(STANDARD_DOSE_MG)}")
    parts.append(
        f"An amount raised until it worked would act like {', and '.join(ends)}, once the blockade has gone."
    )
    parts.append(
        "No tablet-free interval can be read from this picture: nobody has measured one at low doses."
    )
    return " ".join(parts)


def asked(opioid: str) -> str:
    """What labels ask for: "at least 7–10 days without opioids", and for how long they warn after this one."""
    low, high = interval_days()
    warned = warned_days(opioid)
    longer = (
        "" if warned is None else f", and warn of withdrawal for up to {warned:g}{NBSP}days after {opioid}"
    )
    return f"at least {low:g}–{high:g}{NBSP}days without opioids{longer}"


def times(doses: float) -> str:
    """ "2.1" or "13"."""
    return significant(doses, 2)


def _since_tablet(view: View) -> str:
    if view.hours_since_tablet == 0:
        return "With the last of daily tablets"
    return f"{hours(view.hours_since_tablet)} after the last of daily tablets"

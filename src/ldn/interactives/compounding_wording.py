"""The sentences of the compounding piece; ``js/compounding/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.compounding_data import constants
from ldn.interactives.compounding_view import View
from ldn.interactives.wording import NBSP, fixed, milligrams, significant

_SLIPS = {
    "ten_times": "With the decimal point one place to the right",
    "a_tenth": "With the decimal point one place to the left",
    "mL_for_mg": "With as many mL drawn as mg were meant",
}


def sentence(view: View) -> str:
    """What the picture shows now."""
    return f"{liquid_sentence(view)} {read_sentence(view)} {capsule_sentence(view)}"


def liquid_sentence(view: View) -> str:
    """The volume of the dose, and what a slip makes of it."""
    dose = view.measured
    meant = (
        f"{milligrams(view.dose_mg)} out of a liquid of {significant(dose.concentration_mg_per_mL)}{NBSP}mg/mL "
        f"are {significant(dose.volume_mL)}{NBSP}mL."
    )
    before = f"{fixed(view.meant_percent, 0)}{NBSP}%"
    if view.slip == "none":
        return (
            f"{meant} Taken every day, that keeps {before} of mu receptors occupied, on average over the day."
        )
    if abs(dose.swallowed_mg / view.dose_mg - 1) < 1e-9:
        return f"{meant} {_SLIPS[view.slip]} nothing changes: at 1{NBSP}mg/mL the two are the same number."
    whole = ", all that the bottle holds," if dose.swallowed_mg >= constants()["tablet_mg"] else ""
    return (
        f"{meant} {_SLIPS[view.slip]} it becomes {milligrams(dose.swallowed_mg)}{whole} and occupies "
        f"{fixed(view.swallowed_percent, 0)}{NBSP}% of mu receptors instead of {before}, on average over the day."
    )


def read_sentence(view: View) -> str:
    """A misread syringe, at this dose and at the tablet's."""
    if view.read_error_mL == 0:
        return "The syringe is read without error."
    error = view.measured.read_error_mg
    tablet = constants()["tablet_mg"]
    return (
        f"A syringe misread by {significant(view.read_error_mL)}{NBSP}mL is {milligrams(error)} off: "
        f"{share(100 * error / view.dose_mg)} of {milligrams(view.dose_mg)}, but {share(100 * error / tablet)} of "
        f"{milligrams(tablet)}."
    )


def capsule_sentence(view: View) -> str:
    """How far the capsules of the batch differ, and what the two ways of testing say."""
    first = view.contents[:10] / 100 * view.dose_mg
    opening = (
        f"Batch {view.batch}: the first 10 capsules labelled {milligrams(view.dose_mg)} hold "
        f"{fixed(float(first.min()), 2)} to {fixed(float(first.max()), 2)}{NBSP}mg; acceptance value "
        f"{fixed(view.first_value, 1)} by assay"
    )
    limit = fixed(view.limit, 1)
    weighed = (
        f"Weighed only, they would show {fixed(view.weighed_value, 1)} and "
        f"{'pass' if view.weighed_value <= view.limit else 'not pass'}."
    )
    if view.assayed.units == 10:
        return f"{opening}, not above {limit}: passed. {weighed}"
    final = f"with 20 more it is {fixed(view.assayed.acceptance_value, 1)}"
    if view.assayed.passed:
        verdict = f"{final}: passed"
    elif view.assayed.acceptance_value <= view.limit:
        verdict = f"{final}, but a capsule lies more than 25{NBSP}% from the reference: not passed"
    else:
        verdict = f"{final}: not passed"
    return f"{opening}, above {limit}; {verdict}. {weighed}"


def share(percent: float) -> str:
    """A percentage with two significant digits."""
    return f"{significant(percent, 2)}{NBSP}%"

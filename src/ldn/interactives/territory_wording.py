"""The sentences of the territory piece; ``js/territory/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.territory_data import counted_range, speed_um_per_min
from ldn.interactives.territory_view import View
from ldn.interactives.wording import NBSP, fixed, significant


def sentence(view: View) -> str:
    """How far apart the cells lie, and which have answered."""
    return f"{spacing_sentence(view)} {injury_sentence(view)}"


def spacing_sentence(view: View) -> str:
    """Density, arrangement, spacing."""
    low, high = counted_range()
    density = view.density_per_mm3
    beyond = "" if low <= density <= high else ", a density outside the published counts"
    arranged = "in a regular mosaic" if view.arrangement == "regular" else "placed at random"
    return (
        f"At {grouped(density)} cells/mm³{beyond}, {arranged}, "
        f"the nearest soma is on average {fixed(view.spacing_um, 0)}{NBSP}µm away."
    )


def injury_sentence(view: View) -> str:
    """Who has reached the injury."""
    first, last = (
        float(getattr(view.arrivals.loc[view.arrivals["ring"] == 1, "earliest_min"], end)())
        for end in ("min", "max")
    )
    return (
        f"{significant(view.time_min)}{NBSP}min after the injury, at {significant(speed_um_per_min())}{NBSP}µm/min, "
        f"processes of {view.arrived} of {view.neighbours} neighbours can be there; the first after "
        f"{fixed(first, 1)}{NBSP}min, the last after {fixed(last, 1)}{NBSP}min."
    )


def grouped(count: float) -> str:
    """8500 → "8,500"."""
    return f"{count:,.0f}"

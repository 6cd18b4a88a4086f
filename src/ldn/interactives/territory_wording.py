"""The sentences of the territory piece; ``js/territory/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.territory_data import counted_range, processes_per_cell, speed_um_per_min
from ldn.interactives.territory_view import View
from ldn.interactives.wording import NBSP, fixed, significant


def sentence(view: View) -> str:
    """How far apart the cells lie, which have answered, and how much has been visited."""
    return f"{spacing_sentence(view)} {injury_sentence(view)} {watch_sentence(view)}"


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


def watch_sentence(view: View) -> str:
    """How much of a territory has been visited, and on which supposition."""
    processes = processes_per_cell()
    low, high = (fixed(100 * view.visited(which), 0) for which in ("low", "high"))
    span = low if low == high else f"{low}–{high}"
    return (
        f"Watched for {significant(view.watched_h)}{NBSP}h without an injury, {fixed(100 * view.visited(), 0)}{NBSP}% "
        f"of a territory has been visited, if {significant(processes['value'])} processes probe it at random and each "
        f"tip feels a width of {significant(view.tip_width_um)}{NBSP}µm, an assumption ({span}{NBSP}% with "
        f"{significant(processes['low'])} to {significant(processes['high'])} processes)."
    )


def grouped(count: float) -> str:
    """8500 → "8,500"."""
    return f"{count:,.0f}"

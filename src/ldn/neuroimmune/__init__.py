"""Microglia as a mosaic, TLR4 signalling as a model, and how far a dish is from a dose."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ldn.neuroimmune.microglia import (
        Territories,
        expected_spacing_um,
        place_somata,
        process_arrival,
        share_of_all_cells,
        tile_territories,
        visited_share,
    )
    from ldn.neuroimmune.reach import compare_in_vitro, exposure_margin, free_peak_nM, peak_nM
    from ldn.neuroimmune.tlr4 import (
        TLR4Constants,
        blocked_fraction,
        half_rise_min,
        peak_times_min,
        tlr4_response,
    )

_MODULE_OF = {
    **dict.fromkeys(
        (
            "Territories",
            "expected_spacing_um",
            "place_somata",
            "process_arrival",
            "share_of_all_cells",
            "tile_territories",
            "visited_share",
        ),
        "microglia",
    ),
    **dict.fromkeys(("compare_in_vitro", "exposure_margin", "free_peak_nM", "peak_nM"), "reach"),
    **dict.fromkeys(
        ("TLR4Constants", "blocked_fraction", "half_rise_min", "peak_times_min", "tlr4_response"), "tlr4"
    ),
}

__all__ = [
    "TLR4Constants",
    "Territories",
    "blocked_fraction",
    "compare_in_vitro",
    "expected_spacing_um",
    "exposure_margin",
    "free_peak_nM",
    "half_rise_min",
    "peak_nM",
    "peak_times_min",
    "place_somata",
    "process_arrival",
    "share_of_all_cells",
    "tile_territories",
    "tlr4_response",
    "visited_share",
]


def __getattr__(name: str) -> Any:
    # SciPy, pandas and shapely load on first use, so that `import ldn.neuroimmune` stays instant.
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__

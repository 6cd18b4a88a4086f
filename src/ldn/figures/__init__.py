"""Figures that lessons print: one style, one function a figure, words for every picture."""

from __future__ import annotations

from importlib import import_module

_MODULE_OF = {
    "IconGroup": "icon_array",
    "PrintedFigure": "output",
    "affinities_at_mu": "affinities",
    "bowel_rates": "bowel",
    "draw_icons": "icon_array",
    "duration_of_blockade": "duration",
    "endotoxin_table": "tables_of_words",
    "esr_in_ten_women": "fibromyalgia",
    "evidence_chain": "chain_of_evidence",
    "evidence_map": "map_of_evidence",
    "evidence_table": "tables_of_words",
    "fibromyalgia_results": "fibromyalgia",
    "doses_of_the_review": "harms",
    "half_life_windows": "half_life",
    "harms_by_dose": "harms",
    "hill_exponents": "binding_slope",
    "house_style": "style",
    "icon_rows": "icon_array",
    "microglia_share": "cell_shares",
    "needed_to_treat": "infinity",
    "new_figure": "style",
    "published_areas": "areas",
    "findings_table": "certainty_tables",
    "funnel_line_up": "small_pools",
    "gain_needed": "rebound",
    "grade_steps": "certainty_tables",
    "living_pool": "small_pools",
    "mouse_duration": "rebound",
    "monkey_schild": "antagonism",
    "ratio_ladder": "dose_chain",
    "receptor_profile": "receptors",
    "schild_in_monkeys": "antagonism",
    "shifted_family": "antagonism",
    "show": "output",
    "strengths_and_trials": "strengths",
    "surmountable_or_not": "antagonism",
    "svg_markup": "output",
    "tornado": "sensitivity",
    "two_arms": "signalling_arms",
}

__all__ = sorted(_MODULE_OF)


def __getattr__(name: str):
    # matplotlib takes a good part of a second to import, so it is loaded when a figure is first drawn.
    if name in _MODULE_OF:
        return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__

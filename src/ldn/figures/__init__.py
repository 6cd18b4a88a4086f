"""Figures that lessons print: one style, one function a figure, words for every picture."""

from __future__ import annotations

from importlib import import_module

_HOME = {
    "house_style": "style",
    "new_figure": "style",
    "show": "output",
    "PrintedFigure": "output",
    "svg_markup": "output",
}

__all__ = sorted(_HOME)


def __getattr__(name: str):
    # matplotlib takes a good part of a second to import, so it is loaded when a figure is first drawn.
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__

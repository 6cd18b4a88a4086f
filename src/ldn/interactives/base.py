"""What every interactive is: state that Python and the page share, a sentence, a table, and a picture for paper."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import ipywidgets
import pandas as pd
from traitlets import Dict, Unicode

from .html import interactive_html, markdown_html, paper_figure

STATIC = Path(__file__).parent / "static"

_NOT_STATE = set(ipywidgets.DOMWidget.class_trait_names())
_shown: Counter[str] = Counter()


class Interactive(anywidget.AnyWidget):
    """Base of all interactives.

    A piece names its ES module (``piece``), its ``title`` and a ``model_note`` in Markdown, tags the traits that
    are its state with ``sync=True``, and writes ``sentence``, ``table`` and ``picture``. The base makes it live in
    JupyterLab (anywidget), live in the static book (``static_html`` and the host script), and a figure anywhere else.

    Parameters
    ----------
    predict : str, optional
        A question in Markdown. It is asked first; the piece uncovers itself after a committed or skipped guess.

    Raises
    ------
    TypeError
        An argument that the piece does not know.
    traitlets.TraitError, ValueError
        A value out of range; the message names argument, value, unit and allowed range.
    """

    piece: ClassVar[str] = ""
    heading: ClassVar[str] = ""
    model_note: ClassVar[str] = ""

    title = Unicode(help="heading of the piece").tag(sync=True)
    predict = Unicode(help="question asked before anything is shown, in Markdown")
    predict_html = Unicode().tag(sync=True)
    note_html = Unicode().tag(sync=True)
    python_class = Unicode().tag(sync=True)
    defaults = Dict(help="what the arguments are when nobody sets them").tag(sync=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        if "piece" in cls.__dict__:
            cls._esm = STATIC / f"{cls.piece}.mjs"
            cls._css = STATIC / "interactive.css"
        super().__init_subclass__(**kwargs)

    def __init__(self, **kwargs: Any) -> None:
        allowed = sorted(set(self.class_own_arguments()) | {"title", "predict"})
        for name in kwargs:
            if name not in allowed:
                raise TypeError(
                    f"{type(self).__name__} has no argument {name!r}; it takes {', '.join(allowed)}."
                )
        super().__init__(
            **{"title": self.heading, **kwargs},
            predict_html=markdown_html(kwargs.get("predict", "")),
            note_html=markdown_html(self.model_note),
            python_class=type(self).__name__,
            defaults={name: self.traits()[name].default(self) for name in self.class_own_arguments()},
        )

    @classmethod
    def class_own_arguments(cls) -> list[str]:
        """Traits that a caller may set: those tagged ``argument=True``."""
        return list(cls.class_traits(argument=True))

    def state(self) -> dict[str, Any]:
        """What the page needs to know: every shared trait of the piece, by name."""
        names = [
            name
            for name in self.trait_names(sync=True)
            if not name.startswith("_") and name not in _NOT_STATE
        ]
        return {name: getattr(self, name) for name in sorted(names)}

    def sentence(self) -> str:
        """In one or two sentences, what the picture shows now (also its alt text and its ``text/plain``)."""
        raise NotImplementedError

    def table(self) -> pd.DataFrame:
        """The numbers behind the picture, as the page's "Show data" shows them."""
        raise NotImplementedError

    def table_caption(self) -> str:
        """What the table holds."""
        return self.title

    def picture(self) -> str:
        """The picture as deterministic SVG, for paper."""
        raise NotImplementedError

    def paper(self) -> str:
        """What stands where no script runs. Pieces without a picture (a quiz) write their own."""
        return paper_figure(self.picture(), self.sentence(), self.table(), self.table_caption())

    def static_html(self, element_id: str | None = None) -> str:
        """The piece as HTML that needs no kernel.

        Parameters
        ----------
        element_id : str, optional
            Name of the piece on its page, unique there; links to a view use it. By default the piece and how many
            of its kind this process has shown, so that a notebook run from the top always gives the same.
        """
        if element_id is None:
            stem = self.piece.replace("_", "-")
            _shown[stem] += 1
            element_id = f"{stem}-{_shown[stem]}"
        return interactive_html(self.piece, element_id, self.state(), self.paper())

    def __repr__(self) -> str:
        return self.sentence()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        bundle, metadata = super()._repr_mimebundle_(**kwargs)
        return {**bundle, "text/plain": self.sentence(), "text/html": self.static_html()}, metadata


class ComputedInteractive(Interactive):
    """An interactive whose page computes its picture itself, with what `shipped_data` hands it."""

    data = Dict(help="what the page computes with; the same for every state").tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.data = self.shipped_data()

    @classmethod
    def shipped_data(cls) -> dict[str, Any]:
        """Everything the ES module computes with and draws besides the state, fit for JSON."""
        raise NotImplementedError

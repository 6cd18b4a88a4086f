"""The picture as a static Bokeh page: column data sources that a CustomJS fills anew when a slider moves."""

from __future__ import annotations

import math

from bokeh.document import Document
from bokeh.embed import file_html
from bokeh.layouts import column
from bokeh.models import ColumnDataSource, CustomJS, CustomJSTickFormatter, Slider
from bokeh.plotting import figure
from bokeh.resources import INLINE

from .picture import (
    COLOURS,
    DOSES_MG,
    HIGHEST_DOSE_MG,
    LOG_DOSE_STEP,
    LOWEST_DOSE_MG,
    OCCUPANCY_JS,
    TIME_H,
    unit_curves,
)

# Bokeh draws on canvas, so that a change of the picture shows only in what the page asks the canvas to do.
COUNT_STROKES_JS = """
window.strokes = 0;
const stroke = CanvasRenderingContext2D.prototype.stroke;
CanvasRenderingContext2D.prototype.stroke = function (...path) { window.strokes++; return stroke.apply(this, path); };
"""
PICTURE_JS = "window.strokes"
SLIDER = ".noUi-handle"


def page() -> str:
    """The whole page, everything inline."""
    plot = figure(
        width=640,
        height=380,
        x_range=(0, 24),
        y_range=(0, 1),
        x_axis_label="hours since a dose",
        y_axis_label="occupancy of mu receptors",
    )
    sliders, moves = [], []
    for dose_mg, colour in zip(DOSES_MG, COLOURS, strict=True):
        empty = [0.0] * len(TIME_H)
        source = ColumnDataSource({"time_h": TIME_H, **dict.fromkeys(("A", "B", "C", "low", "high"), empty)})
        plot.varea("time_h", "low", "high", source=source, color=colour, alpha=0.15)
        plot.line("time_h", "A", source=source, color=colour, line_width=1)
        plot.line("time_h", "C", source=source, color=colour, line_width=1)
        plot.line("time_h", "B", source=source, color=colour, line_width=2.5)
        slider = Slider(
            title="Dose (mg)",
            start=math.log10(LOWEST_DOSE_MG),
            end=math.log10(HIGHEST_DOSE_MG),
            step=LOG_DOSE_STEP,
            value=math.log10(dose_mg),
            format=CustomJSTickFormatter(code="return (10 ** tick).toPrecision(3)"),
            width=600,
        )
        move = CustomJS(
            args={"source": source, "slider": slider, "unit": unit_curves()},
            code=OCCUPANCY_JS
            + "const shares = occupancyAt(10 ** slider.value, unit);\n"
            + "source.data = { time_h: source.data.time_h, ...shares };",
        )
        slider.js_on_change("value", move)
        moves.append(move)
        sliders.append(slider)
    document = Document()
    document.add_root(column(*sliders, plot))
    document.js_on_event("document_ready", *moves)
    return file_html(document, INLINE, "Occupancy", suppress_callback_warning=True)

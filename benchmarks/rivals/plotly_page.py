"""The picture as a static Plotly page: a range input whose callback restyles the curves of its dose."""

from __future__ import annotations

import json
import math

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

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

# The typical curve of the first dose, which is the one that is moved.
PICTURE_JS = "document.querySelector('.scatterlayer .trace:nth-of-type(5) .js-line')?.getAttribute('d')"
SLIDER = "input[type=range]"
_CURVES = ("low", "high", "A", "C", "B")

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Occupancy</title>
<script>{library}</script></head><body>
{sliders}
<div id="plot" style="width:640px;height:380px"></div>
<script>
{occupancy}
const unit = {unit};
const figure = {figure};
const curves = {curves};
const place = (i) => curves.map((_, j) => i * curves.length + j);
const inputs = [...document.querySelectorAll("input")];
const values = (input) => {{
  const shares = occupancyAt(10 ** Number(input.value), unit);
  input.nextElementSibling.value = (10 ** Number(input.value)).toPrecision(3);
  return curves.map((name) => shares[name]);
}};
inputs.forEach((input, i) => {{
  values(input).forEach((y, j) => {{ figure.data[place(i)[j]].y = y; }});
  input.addEventListener("input", () => Plotly.restyle("plot", {{ y: values(input) }}, place(i)));
}});
Plotly.newPlot("plot", figure.data, figure.layout);
</script></body></html>"""


def page() -> str:
    """The whole page, everything inline."""
    plot = go.Figure(
        layout={
            "xaxis": {"title": "hours since a dose", "range": [0, 24]},
            "yaxis": {"title": "occupancy of mu receptors", "range": [0, 1]},
            "showlegend": False,
            "margin": {"l": 60, "r": 20, "t": 20, "b": 50},
        }
    )
    for colour in COLOURS:
        for name in _CURVES:
            plot.add_scatter(
                x=TIME_H.tolist(),
                mode="lines",
                line={"color": colour, "width": {"low": 0, "high": 0, "B": 2.5}.get(name, 1)},
                fill="tonexty" if name == "high" else None,
            )
    sliders = "\n".join(
        f'<label>Dose (mg) <input type="range" min="{math.log10(LOWEST_DOSE_MG)}" '
        f'max="{math.log10(HIGHEST_DOSE_MG)}" step="{LOG_DOSE_STEP}" value="{math.log10(dose_mg)}" '
        f'style="width:600px"><output></output></label>'
        for dose_mg in DOSES_MG
    )
    return _PAGE.format(
        library=get_plotlyjs(),
        sliders=sliders,
        occupancy=OCCUPANCY_JS,
        unit=json.dumps(unit_curves()),
        figure=plot.to_json(),
        curves=json.dumps(_CURVES),
    )

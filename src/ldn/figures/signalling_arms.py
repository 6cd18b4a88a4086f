"""TLR4 and its two arms, and where each laboratory's drug was found to act, or not to act."""

from __future__ import annotations

from ldn.figures.output import PrintedFigure, show
from ldn.figures.style import FOURTH, INK, LOW_DOSE, MUTED, PAPER, THIRD, house_style, new_figure

# Where each name stands: x, y.
_PLACES = {
    "endotoxin": (-0.35, 2.0),
    "TLR4 · MD-2": (1.25, 2.0),
    "MyD88": (2.5, 3.0),
    "IKK": (3.5, 3.0),
    "NF-κB": (4.5, 3.0),
    "IκBα": (4.5, 4.4),
    "TRIF": (2.5, 1.0),
    "IRF3": (3.5, 1.0),
    "interferon-β": (5.3, 0.2),
    "TNF": (5.75, 2.0),
}
# From, to, curvature; each arrow is one of the model's (ldn.neuroimmune.tlr4), but for interferon-β (Wang 2016).
_ARROWS = (
    ("endotoxin", "TLR4 · MD-2", 0.0),
    ("TLR4 · MD-2", "MyD88", 0.0),
    ("TLR4 · MD-2", "TRIF", 0.0),
    ("MyD88", "IKK", 0.0),
    ("IKK", "NF-κB", 0.0),
    ("NF-κB", "IκBα", -0.3),
    ("NF-κB", "TNF", 0.0),
    ("TRIF", "IRF3", 0.0),
    ("IRF3", "interferon-β", 0.0),
    ("IRF3", "TNF", 0.0),
    ("TNF", "IKK", -0.28),
)


def two_arms() -> PrintedFigure:
    """The two arms as a plan, with the TRIF-biased block by the mirror images and without any arrow to NF-κB."""
    with house_style():
        figure, axes = new_figure(7.2, 4.0)
        for start, end, curvature in _ARROWS:
            axes.annotate("", _PLACES[end], _PLACES[start], arrowprops={
                "arrowstyle": "-|>", "color": MUTED, "lw": 1.4, "shrinkA": _clear(start), "shrinkB": _clear(end),
                "connectionstyle": f"arc3,rad={curvature}"})  # fmt: skip
        _inhibit(axes, _PLACES["IκBα"], _PLACES["NF-κB"], 0.3, MUTED)
        for name, place in _PLACES.items():
            colour = {
                "MyD88": LOW_DOSE,
                "TRIF": THIRD,
                "IRF3": THIRD,
                "IKK": LOW_DOSE,
                "NF-κB": LOW_DOSE,
            }.get(name, INK)
            axes.annotate(name, place, ha="center", va="center", fontsize=10, color=colour, weight="bold",
                          bbox={"boxstyle": "round,pad=0.35", "fc": PAPER, "ec": colour, "lw": 1.2})  # fmt: skip
        axes.annotate("fast arm", (2.5, 3.45), ha="center", color=LOW_DOSE, fontsize=9)
        axes.annotate("slow arm", (2.5, 1.42), ha="center", color=THIRD, fontsize=9)
        _inhibit(axes, (3.5, -0.15), _PLACES["IRF3"], 0.0, FOURTH)
        for line, text in enumerate(("(+)-naltrexone, (+)-naloxone", "in rodent microglia: this arm alone")):
            axes.annotate(text, (3.5, -0.35 - 0.3 * line), ha="center", va="center", fontsize=9, color=INK)
        for line, text in enumerate(
            ("Naltrexone on human blood cells, 1–200 µM:", "interleukin-6 after a TLR4 stimulus unchanged")
        ):
            axes.annotate(text, (-0.85, 4.45 - 0.3 * line), va="center", fontsize=9, color=INK)
        axes.set_xlim(-0.9, 6.3)
        axes.set_ylim(-0.9, 4.8)
        axes.set_axis_off()
        return show(
            figure,
            alt="Endotoxin acts on TLR4 with MD-2. One arm runs through MyD88 and IKK to NF-κB, which makes TNF and "
            "its own inhibitor IκBα. The other runs through TRIF to IRF3, which makes interferon-β and TNF. TNF feeds "
            "back to IKK. The mirror-image isomers lower the TRIF arm in rodent microglia; no block of NF-κB is drawn.",
            caption="The two arms of TLR4. Arrows: leads to more; bars: leads to less. The lowest bar is what Wang and "
            "colleagues saw in rodent cells; it says where the fall showed, not where the isomers bind. There is no "
            "bar at NF-κB: they looked for one in these cells and found none.",
        )


def _clear(name: str) -> float:
    """Points to keep free around a name, so that an arrow ends at its box."""
    return 44 if len(name) > 8 else 25


def _inhibit(
    axes, start: tuple[float, float], end: tuple[float, float], curvature: float, colour: str
) -> None:
    bar = colour == FOURTH
    axes.annotate("", end, start, arrowprops={
        "arrowstyle": "|-|, widthA=0, widthB=0.45", "color": colour, "lw": 2.0 if bar else 1.4,
        "shrinkA": 4 if bar else 16, "shrinkB": 17, "connectionstyle": f"arc3,rad={-curvature}"})  # fmt: skip

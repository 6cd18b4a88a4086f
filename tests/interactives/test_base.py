"""What every interactive promises: shared state, HTML that needs no kernel, and errors that say what is wrong."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

import pandas as pd
import pytest
from traitlets import Float

from ldn.interactives import Interactive
from ldn.interactives.html import state_json


class Swing(Interactive):
    heading = "A swing"
    model_note = "It leaves out *friction*."
    length_m = Float(1.0).tag(sync=True, argument=True)

    def sentence(self) -> str:
        return f"A swing of {self.length_m:g} m < the rope."

    def table(self) -> pd.DataFrame:
        return pd.DataFrame({"length (m)": [self.length_m], "period (s)": [2.0]})

    def picture(self) -> str:
        return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


class _Reader(HTMLParser):
    """Collects start tags, and the text inside script elements."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.script = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.tags[-1][0] == "script" and not self.script:
            self.script = data


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


def test_static_html_carries_state_picture_words_and_table():
    reader = _read(Swing(length_m=2.5).static_html("swing-1"))
    tags = reader.tags
    assert tags[0] == (
        "div",
        {"class": "ldn-interactive", "data-ldn-piece": "", "data-ldn-id": "swing-1"},
    )
    assert json.loads(reader.script)["length_m"] == 2.5
    image = next(attributes for tag, attributes in tags if tag == "img")
    assert image["alt"] == "A swing of 2.5 m < the rope."
    svg = base64.b64decode(image["src"].removeprefix("data:image/svg+xml;base64,")).decode()
    assert svg.startswith("<svg ")
    assert [attributes["scope"] for tag, attributes in tags if tag == "th"] == ["col", "col", "row"]


def test_no_angle_bracket_of_the_state_can_end_the_script_element():
    html = Swing(predict="Is </script><b>this</b> safe?").static_html("swing-1")
    state = html.split('class="ldn-state">')[1].split("</script>")[0]
    assert "<" not in state
    assert "</script>" in json.loads(state)["predict_html"]


def test_static_html_is_the_same_every_time_and_ids_count_up():
    assert Swing().static_html("swing-1") == Swing().static_html("swing-1")
    first, second = (re.search(r'data-ldn-id="([^"]+)"', Swing().static_html())[1] for _ in range(2))
    assert int(second.rsplit("-", 1)[1]) == int(first.rsplit("-", 1)[1]) + 1


def test_a_notebook_output_has_the_live_view_the_picture_and_the_words():
    bundle, _ = Swing()._repr_mimebundle_()
    assert set(bundle) == {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"}
    assert bundle["text/plain"] == "A swing of 1 m < the rope."


def test_html_survives_the_cleaning_of_an_untrusted_notebook():
    """JupyterLab keeps images, figures, tables and details of a notebook it does not trust, not inline SVG or style."""
    html = Swing().paper()
    assert {tag for tag, _ in _read(html).tags} <= {
        "figure", "img", "figcaption", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert "style=" not in html


def test_unknown_arguments_are_named():
    with pytest.raises(
        TypeError, match=r"Swing has no argument 'lenght_m'; it takes length_m, predict, title"
    ):
        Swing(lenght_m=2)


def test_defaults_tell_the_page_what_a_python_call_need_not_say():
    state = Swing(length_m=3).state()
    assert state["defaults"] == {"length_m": 1.0}
    assert state["python_class"] == "Swing"
    assert state["note_html"] == "<p>It leaves out <em>friction</em>.</p>"


def test_naming_the_package_loads_no_widget_library():
    heavy = "('ipywidgets', 'pandas', 'matplotlib')"
    script = f"import sys, ldn.interactives; print([m for m in {heavy} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert found.strip() == "[]"


def test_noise_in_the_last_digits_does_not_reach_the_page():
    assert state_json({"length_m": 0.1 + 0.2}) == state_json({"length_m": 0.3})
    written = state_json(
        {"lost": [5.3e-15, -1.4e-13], "kept": [1e-6, 12.7062047362, 3], "said": "0.30000000000000004"}
    )
    assert json.loads(written) == {
        "lost": [0.0, 0.0],
        "kept": [1e-6, 12.7062047362, 3],
        "said": "0.30000000000000004",
    }

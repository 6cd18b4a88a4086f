"""What leaves the figures is the same on every run, safe inside a page, and has words."""

import base64
import re
import xml.etree.ElementTree as ET

import pytest

from ldn.figures import house_style, new_figure, show


def drawn(label="time (h)"):
    with house_style():
        figure, axes = new_figure(3.0, 2.0)
        axes.plot([0, 1, 2], [1, 3, 2.123456])
        axes.annotate("F = 0.112", (1, 2))
        axes.set_xlabel(label)
        return show(figure, alt="A line that rises and falls.", caption="Look at the <peak>.")


def test_two_runs_give_the_same_picture():
    assert drawn().svg == drawn().svg


def test_the_picture_is_well_formed_and_carries_no_date():
    ET.fromstring(drawn().svg)
    assert not re.search(r"<dc:date>|Matplotlib|\b20\d\d-\d\d-\d\d", drawn().svg)


def test_coordinates_are_rounded_and_text_is_not():
    svg = drawn().svg
    assert "F = 0.112" in svg
    in_tags = " ".join(re.findall(r"<[^>]+>", svg))
    assert not re.search(r"\d\.\d{3,}", in_tags)


def test_two_figures_can_share_a_page():
    one, other = drawn("time (h)").svg, drawn("time (d)").svg
    ids = [set(re.findall(r' id="([^"]+)"', svg)) for svg in (one, other)]
    assert ids[0]
    assert not ids[0] & ids[1]
    for svg, own in zip((one, other), ids, strict=True):
        assert set(re.findall(r'(?:url\(#|href="#)([^)"]+)', svg)) == own
    assert "<style" not in one


def test_the_output_has_words_for_who_does_not_see_it():
    html = drawn()._repr_html_()
    assert 'alt="A line that rises and falls."' in html
    assert "<figcaption>Look at the &lt;peak&gt;.</figcaption>" in html
    encoded = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', html)[1]
    assert base64.b64decode(encoded).decode() == drawn().svg
    assert repr(drawn()) == "Figure: A line that rises and falls."


def test_a_figure_without_words_is_refused():
    with house_style():
        figure, _ = new_figure()
        with pytest.raises(ValueError, match="alt is empty"):
            show(figure, alt="  ")


def test_the_learners_own_style_is_left_alone():
    import matplotlib as mpl

    before = mpl.rcParams["axes.titlesize"], mpl.rcParams["svg.fonttype"]
    drawn()
    assert (mpl.rcParams["axes.titlesize"], mpl.rcParams["svg.fonttype"]) == before


def test_a_figure_shown_outside_the_style_keeps_its_text_too():
    with house_style():
        figure, axes = new_figure(3.0, 2.0)
        axes.set_xlabel("time (h)")
    assert ">time (h)</text>" in show(figure, alt="An empty pair of axes.").svg

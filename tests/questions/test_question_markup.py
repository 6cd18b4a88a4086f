"""Markdown and the small maths of items."""

import pytest

from ldn.questions.markup import block_html, inline_html, maths_to_html, plain_text


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("C/(C + K_d)", "<i>C</i>/(<i>C</i> + <i>K</i><sub>d</sub>)"),
        ("EC_{50}", "EC<sub>50</sub>"),
        ("10^{-3}", "10<sup>−3</sup>"),
        ("a - b", "<i>a</i> − <i>b</i>"),
        (r"\frac{C}{C + K_d}", "<i>C</i>/(<i>C</i> + <i>K</i><sub>d</sub>)"),
        (r"k = \ln 2 / t_{1/2}", "<i>k</i> = ln 2 / <i>t</i><sub>1/2</sub>"),
        (r"\text{peak of } C", "peak of <i>C</i>"),
        ("a < b", "<i>a</i> &lt; <i>b</i>"),
    ],
)
def test_maths_is_set_as_plain_html(formula, words):
    assert maths_to_html(formula) == f'<span class="ldn-maths">{words}</span>'


@pytest.mark.parametrize("formula", [r"\sqrt{x}", "x_", "x^}", "{x", "x}", "a & b", r"\frac{a}"])
def test_maths_that_cannot_be_set_is_refused(formula):
    with pytest.raises(ValueError, match="maths"):
        maths_to_html(formula)


def test_html_in_an_item_is_text_and_money_is_no_maths():
    assert "<script" not in block_html("<script>alert(1)</script>")
    assert inline_html("about $35 a month, or $3.") == "about $35 a month, or $3."


def test_a_number_stays_with_its_unit():
    assert inline_html("4.5 mg for 8 h, 3 nM, 50 %") == "4.5\u00a0mg for 8\u00a0h, 3\u00a0nM, 50\u00a0%"
    assert inline_html("5 milligrams and 3 men") == "5 milligrams and 3 men"


def test_plain_text_is_words_alone():
    assert plain_text("**Which** $K_d$ is `x < y`?") == "Which Kd is x < y?"

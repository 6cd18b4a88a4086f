from pathlib import Path

from sphinxcontrib import katex

from ldn.publishing import THEME, mathematics


def test_formula_becomes_html_with_mathml():
    (inline, display) = mathematics.typeset([("C_e/EC_{50}", False), (r"\frac{a}{b}", True)])
    assert inline["html"].startswith('<span class="katex">')
    assert "<math" in inline["html"]
    assert display["html"].startswith('<span class="katex-display">')


def test_unreadable_formula_is_a_problem_and_does_not_spoil_the_others():
    wrong, right = mathematics.typeset([(r"\frac{a", False), ("x", False)])
    assert "html" not in wrong
    assert "Expected" in wrong["problem"] or "Unexpected" in wrong["problem"]
    assert "html" in right


def test_nothing_to_typeset_starts_no_process(monkeypatch):
    monkeypatch.setattr(mathematics, "node_executable", lambda: "/no/such/node")
    assert mathematics.typeset([]) == []


def test_style_sheet_and_typesetter_are_the_same_version():
    styles = (THEME / "static" / mathematics.STYLESHEET).read_text(encoding="utf-8")
    assert f'"{katex.katex_version}"' in styles
    assert katex.katex_version in mathematics.katex_script().read_text(encoding="utf-8")


def test_every_font_the_mathematics_asks_for_is_there():
    import re

    sheet = THEME / "static" / mathematics.STYLESHEET
    fonts = re.findall(r"url\(([^)]+)\)", sheet.read_text(encoding="utf-8"))
    assert len(fonts) == 20
    assert [font for font in fonts if not (sheet.parent / Path(font)).is_file()] == []

from types import SimpleNamespace

from docutils import nodes

from ldn.publishing.validation_page import _model_lines, rivals_table, summary_sentence, verdict
from ldn.reference.schema import Band


def test_summary_counts_the_misses():
    assert summary_sentence(18, 18) == "The model meets all 18 targets."
    assert summary_sentence(16, 18) == "The model meets 16 of 18 targets and misses 2."


def test_verdict_is_a_word_beside_a_sign():
    assert verdict(True).astext().endswith("met</span>")
    assert verdict(False).astext().endswith("missed</span>")
    assert 'aria-hidden="true"' in verdict(False).astext()


def test_a_value_outside_its_band_says_so():
    bands = (
        Band(bound="a", label="2 mg", unit="%", low=10, high=20),
        Band(bound="b", label="5 mg", unit="%", low=10, high=20),
    )
    check = SimpleNamespace(target=SimpleNamespace(accept=bands), values={"a": 15.0, "b": 25.0})
    text = " ".join(line.astext() for line in _model_lines(check))
    assert "2 mg: 15 % accepted 10–20 %" in text
    assert "5 mg: 25 % (outside)" in text


def test_the_rivals_stand_beside_the_model_with_their_misses():
    table = rivals_table()
    heads = [entry.astext() for entry in next(table.findall(nodes.thead)).findall(nodes.entry)]
    assert [head.split(",")[0] for head in heads[1:]] == ["B", "A", "C"]
    rows = {row[0].astext()[-3:]: row for body in table.findall(nodes.tbody) for row in body}
    # The half-time of blockade is 72 to 108 h; link C gives about 25 h (pkpd digest, section 8).
    assert "missed" in rows["V19"][3].astext()
    assert "missed" not in rows["V19"][1].astext()
    # Plasma does not depend on the link.
    assert "V01" not in rows

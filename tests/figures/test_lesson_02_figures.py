"""The figures of lesson 02 say what the published numbers and the theory say."""

from __future__ import annotations

import math

import pytest

from ldn import figures


def test_monkey_dose_ratios_are_those_of_the_printed_table():
    """Bowen 2002, table 1: ED50 0.87, 2.52, 6.79, 16.69 mg/kg (heroin lever); 5.82, 11.37, 43.12, 72.52 (tail)."""
    doses, ratios, fit = figures.monkey_schild("heroin_lever")
    assert doses == [0.0032, 0.01, 0.032]
    assert ratios == pytest.approx([2.897, 7.805, 19.184], abs=1e-3)
    # By hand: three points at even steps of half a decade, so the slope is the rise over one decade.
    assert fit.slope == pytest.approx(math.log10(18.184 / 1.897), rel=2e-3)
    _, ratios, _ = figures.monkey_schild("tail")
    assert ratios == pytest.approx([1.954, 7.409, 12.460], abs=1e-3)


def test_apparent_pa2_is_in_moles_per_kilogram():
    """0.0032 mg/kg of the hydrochloride (377.86 g/mol) is 8.5 nmol/kg; its dose ratio is near 3, so pA2 is near 8.4."""
    _, _, fit = figures.monkey_schild("heroin_lever")
    assert fit.pa2 == pytest.approx(-math.log10(0.0032e-3 / 377.86) + math.log10(1.897), abs=0.05)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("shifted_family", "10 nM gives 11"),
        # τ = 20: 20/21 = 95 %, and with 5 % left τ = 1, 50 %. τ = 1: 50 %, and 0.05/1.05 = 5 %.
        ("surmountable_or_not", "large reserve (τ = 20): greatest response 95 %, at 95 % held 50 %"),
        ("surmountable_or_not", "no reserve (τ = 1): greatest response 50 %, at 95 % held 5 %"),
        ("schild_in_monkeys", "dose ratios 2.9, 7.8, 19.2"),
    ],
)
def test_each_figure_is_deterministic_and_says_its_numbers(name, told):
    first = getattr(figures, name)()
    assert first._repr_html_() == getattr(figures, name)()._repr_html_()
    assert told in first.alt
    assert first.caption

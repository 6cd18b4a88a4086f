"""Pooling against published results, statsmodels and its own symmetries."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ldn.evidence import effect_from_ci, mantel_haenszel_risk_ratio, pool, risk_ratio

# The 13 BCG vaccine trials (Colditz et al., JAMA 1994): tuberculosis and no tuberculosis, vaccinated and not.
BCG = [
    (4, 119, 11, 128),
    (6, 300, 29, 274),
    (3, 228, 11, 209),
    (62, 13536, 248, 12619),
    (33, 5036, 47, 5761),
    (180, 1361, 372, 1079),
    (8, 2537, 10, 619),
    (505, 87886, 499, 87892),
    (29, 7470, 45, 7232),
    (17, 1699, 65, 1600),
    (186, 50448, 141, 27197),
    (5, 2493, 3, 2338),
    (27, 16886, 29, 17825),
]
BCG_EFFECTS = [risk_ratio(a, a + b, c, c + d, label=str(i)) for i, (a, b, c, d) in enumerate(BCG)]

EFFECTS = st.lists(
    st.tuples(st.floats(-5, 5), st.floats(0.05, 3)).map(
        lambda x: effect_from_ci(x[0], x[0] - x[1], x[0] + x[1])
    ),
    min_size=2,
    max_size=8,
)


def test_bcg_trials_as_published_with_metafor():
    # Viechtbauer, J Stat Softw 2010;36(3): log RR −0.7145 (SE 0.1798), τ² 0.3132, I² 92.22 %, Q 152.23.
    fit = pool(BCG_EFFECTS, tau2="REML")
    assert math.log(fit.estimate) == pytest.approx(-0.7145, abs=5e-5)
    assert fit.se == pytest.approx(0.1798, abs=5e-5)
    assert fit.tau2 == pytest.approx(0.3132, abs=5e-5)
    assert fit.q == pytest.approx(152.2330, abs=5e-4)
    assert (fit.ci_low, fit.ci_high) == pytest.approx((math.exp(-1.0669), math.exp(-0.3622)), abs=1e-4)


@pytest.mark.parametrize(("tau2", "method"), [("DL", "chi2"), ("PM", "iterated")])
def test_bcg_trials_against_statsmodels(tau2, method):
    from statsmodels.stats.meta_analysis import combine_effects

    y = np.array([e.analysed for e in BCG_EFFECTS])
    v = np.array([e.se**2 for e in BCG_EFFECTS])
    theirs = combine_effects(y, v, method_re=method, atol=1e-12, maxiter=1000)
    ours = pool(BCG_EFFECTS, tau2=tau2)
    knapp = pool(BCG_EFFECTS, tau2=tau2, hartung_knapp=True)
    assert ours.tau2 == pytest.approx(theirs.tau2, rel=1e-6)
    assert math.log(ours.estimate) == pytest.approx(theirs.mean_effect_re)
    assert ours.se == pytest.approx(theirs.sd_eff_w_re)
    assert knapp.se == pytest.approx(theirs.sd_eff_w_re_hksj)
    assert ours.i2 == pytest.approx(100 * theirs.i2)


def test_two_equal_trials_by_hand():
    # Each 1 ± 0.5 (SE 0.2551): together SE/√2, no heterogeneity.
    one = effect_from_ci(1, 0.5, 1.5)
    fit = pool([one, one])
    assert fit.estimate == pytest.approx(1)
    assert fit.se == pytest.approx(one.se / math.sqrt(2))
    assert (fit.q, fit.i2, fit.tau2) == (pytest.approx(0), 0, 0)
    assert math.isnan(fit.prediction_low)


def test_dersimonian_laird_by_hand():
    # 0 and 4, both SE 1: Q = 8, τ² = (8 − 1)/(2 − 2/2) = 7, SE = √((1 + 7)/2) = 2.
    effects = [effect_from_ci(x, x - 1.959964, x + 1.959964) for x in (0, 4)]
    fit = pool(effects)
    assert fit.q == pytest.approx(8, rel=1e-6)
    assert fit.tau2 == pytest.approx(7, rel=1e-6)
    assert fit.i2 == pytest.approx(87.5, rel=1e-6)
    assert fit.se == pytest.approx(2, rel=1e-6)
    # Hartung–Knapp: variance Σw(y − 2)²/((k − 1)Σw) = 8/2 = 4 with t on 1 df.
    knapp = pool(effects, hartung_knapp=True)
    assert knapp.se == pytest.approx(2, rel=1e-6)
    assert knapp.ci_high == pytest.approx(2 + 12.7062 * 2, rel=1e-5)


@given(EFFECTS, st.sampled_from(["DL", "PM", "REML"]))
def test_the_pool_lies_among_its_trials_and_its_weights_add_up(effects, tau2):
    fit = pool(effects, tau2=tau2)
    estimates = [e.estimate for e in effects]
    assert min(estimates) - 1e-9 <= fit.estimate <= max(estimates) + 1e-9
    assert fit.weights.sum() == pytest.approx(1)
    assert fit.tau2 >= 0
    assert 0 <= fit.i2 < 100
    assert fit.se >= pool(effects, model="fixed").se - 1e-12


@given(EFFECTS, st.randoms(use_true_random=False))
def test_the_order_of_the_trials_does_not_matter(effects, random):
    shuffled = effects[:]
    random.shuffle(shuffled)
    a, b = pool(effects), pool(shuffled)
    assert a.estimate == pytest.approx(b.estimate, abs=1e-9)
    assert a.tau2 == pytest.approx(b.tau2, abs=1e-9)


@given(EFFECTS, st.floats(0.1, 10), st.sampled_from(["DL", "PM", "REML"]))
def test_another_unit_gives_the_same_answer_in_that_unit(effects, factor, tau2):
    a, b = pool(effects, tau2=tau2), pool([e.scaled(factor) for e in effects], tau2=tau2)
    assume(a.tau2 > 1e-4)
    assert b.estimate == pytest.approx(a.estimate * factor, rel=1e-3, abs=1e-4)
    assert b.i2 == pytest.approx(a.i2, abs=1e-6)


@given(EFFECTS)
def test_without_heterogeneity_random_and_fixed_agree(effects):
    random, fixed = pool(effects), pool(effects, model="fixed")
    if random.tau2 == 0:
        assert random.estimate == pytest.approx(fixed.estimate)
        assert random.se == pytest.approx(fixed.se)


@given(EFFECTS)
def test_the_prediction_interval_holds_the_confidence_interval(effects):
    fit = pool(effects)
    if fit.k >= 3:
        assert fit.prediction_low <= fit.ci_low
        assert fit.prediction_high >= fit.ci_high
    else:
        assert math.isnan(fit.prediction_low)


def test_ratios_are_pooled_as_logarithms_and_told_as_ratios():
    fit = pool({"FINAL": risk_ratio(41, 49, 43, 50), "INNOVA": risk_ratio(33, 48, 36, 50)})
    assert fit.measure == "risk ratio"
    assert fit.ci_low * fit.ci_high == pytest.approx(fit.estimate**2)
    assert list(fit.weights.index) == ["FINAL", "INNOVA"]


def test_mantel_haenszel_against_statsmodels():
    from statsmodels.stats.contingency_tables import StratifiedTable

    tables = [np.array([[a, b], [c, d]]) for a, b, c, d in BCG]
    ours = mantel_haenszel_risk_ratio([(a, a + b, c, c + d) for a, b, c, d in BCG])
    assert ours == pytest.approx(StratifiedTable(tables).riskratio_pooled)


def test_a_pool_tells_itself_in_a_sentence(final, innova, younger):
    sentence = str(pool([final, innova, younger]))
    assert sentence.startswith(
        "3 trials, random effects (DL): mean difference -0.22, 95% CI -0.76 to 0.32, p = 0.42; I² 59%."
    )
    assert "A new trial's true effect may lie anywhere from -6.07 to 5.62." in sentence


def test_a_forest_table_ends_with_the_pool(final, innova):
    table = pool([final, innova]).to_frame()
    assert list(table["study"]) == ["FINAL", "INNOVA", "Pooled"]
    assert table["weight"].iloc[:2].sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("kwargs", "words"),
    [
        ({"model": "mixed"}, "model must be one of 'random', 'fixed'"),
        ({"tau2": "EB"}, "tau2 must be one of 'DL', 'PM', 'REML'"),
        ({"model": "fixed", "hartung_knapp": True}, "needs model='random'"),
        ({"level": 95}, "level must lie in (0, 1)"),
    ],
)
def test_unknown_options_are_refused(final, innova, kwargs, words):
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the words are checked below
        pool([final, innova], **kwargs)
    assert words in str(caught.value)


def test_what_cannot_be_pooled_is_refused(final):
    with pytest.raises(ValueError, match="at least 2"):
        pool([final])
    with pytest.raises(ValueError, match="share one measure"):
        pool([final, risk_ratio(5, 18, 3, 16)])
    with pytest.raises(TypeError, match="Effect"):
        pool([final, -0.5])
    with pytest.raises(ValueError, match="no comparator arm has an event"):
        mantel_haenszel_risk_ratio([(1, 10, 0, 10)])

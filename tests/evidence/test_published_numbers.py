"""Numbers that papers printed, recomputed; and printed numbers that cannot be right, which must not fit.

Where a trial's figure is in the store it is read from there, so that a slip of the pen in the store is seen.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from ldn.evidence import (
    correlation_bounds,
    correlation_interval,
    correlation_p_value,
    counts_behind,
    denominators_behind,
    effect_from_ci,
    effect_from_p,
    grim_consistent,
    implied_correlation,
    individual_patients,
    interval_centre,
    mcnemar_p_value,
    mean_difference,
    number_needed_to_treat,
    pool,
    rate_ratio,
    recomputations,
    risk_difference,
    risk_ratio,
    sd_from_ci,
    standardized_mean_difference,
    table_p_values,
    tables_behind,
    trial_effect,
    trial_effects,
)
from ldn.evidence.effects import pooled_sd
from ldn.reference.studies import review, study


def pooled(review_id: str, id: str):
    return next(p for p in review(review_id).pooled if p.id == id)


def from_interval(printed, *, ratio=False, df=None):
    return effect_from_ci(printed.estimate, printed.low, printed.high, ratio=ratio, df=df)


# FINAL (Due Bruun 2024)


def test_final_error_and_p_from_the_interval():
    effect = trial_effect("due_bruun2024", "pain")
    assert effect.se == pytest.approx(0.311, abs=0.003)
    assert effect.p_value == pytest.approx(0.27, abs=0.01)


def test_final_d_stands_on_the_deviations_at_baseline():
    levels = [r for r in study("due_bruun2024").outcome("pain").results if r.weeks == 0]
    sd = pooled_sd(levels[0].spread, levels[0].n, levels[1].spread, levels[1].n)
    assert sd == pytest.approx(1.459, abs=0.001)
    assert 0.34 / sd == pytest.approx(0.23, abs=0.005)


def test_final_responders_by_intention_to_treat():
    ratio = trial_effect("due_bruun2024", "responder_30", "risk ratio")
    assert (ratio.estimate, ratio.ci_low, ratio.ci_high) == pytest.approx((1.57, 0.88, 2.79), abs=0.02)
    difference = trial_effect("due_bruun2024", "responder_30", "risk difference")
    assert difference.estimate == pytest.approx(0.148, abs=0.001)
    assert number_needed_to_treat(difference).number == pytest.approx(6.7, abs=0.05)
    assert table_p_values(20, 49, 13, 50)["chi_square"] == pytest.approx(0.118, abs=0.001)


@pytest.mark.parametrize(
    ("outcome", "estimate", "low", "high"),
    [("responder_50", 1.75, 0.75, 4.07), ("responder_15", 1.26, 0.83, 1.92)],
)
def test_final_other_responders(outcome, estimate, low, high):
    ratio = trial_effect("due_bruun2024", outcome, "risk ratio")
    assert (ratio.estimate, ratio.ci_low, ratio.ci_high) == pytest.approx((estimate, low, high), abs=0.006)


def test_final_in_the_news_is_the_complete_cases():
    assert (20 in counts_behind(45, 44), 13 in counts_behind(28, 46)) == (True, True)
    # By intention to treat the same responders are 41 % and 26 %: neither 45 nor 28 fits.
    assert 20 not in counts_behind(45, 49)
    assert 13 not in counts_behind(28, 50)
    assert (20 in counts_behind(41, 49), 13 in counts_behind(26, 50)) == (True, True)


def test_final_adverse_events():
    ratio = trial_effect("due_bruun2024", "any_adverse_event", "risk ratio")
    assert (ratio.estimate, ratio.ci_low, ratio.ci_high) == pytest.approx((0.97, 0.82, 1.15), abs=0.01)
    assert [round(100 * x / n, 1) for x, n in ((41, 49), (43, 50), (4, 49), (3, 50))] == [
        83.7,
        86.0,
        8.2,
        6.0,
    ]


def test_final_memory_is_an_estimate_and_a_bound_not_two_arms():
    printed = study("due_bruun2024").outcome("memory").contrasts[0]
    effect = from_interval(printed)
    assert effect.se == pytest.approx(0.321, abs=0.001)
    assert effect.p_value == pytest.approx(0.004, abs=0.0005)


def test_final_arms_do_not_give_the_adjusted_difference():
    arms = {r.arm: r.value for r in study("due_bruun2024").outcome("pain").results if r.statistic == "change"}
    assert arms["ldn"] - arms["placebo"] == pytest.approx(-0.4)
    assert arms["ldn"] - arms["placebo"] != pytest.approx(-0.34, abs=0.05)


def test_final_arm_deviations_from_their_intervals():
    changes = [r for r in study("due_bruun2024").outcome("pain").results if r.statistic == "change"]
    assert [sd_from_ci((r.high - r.low) / 2, r.n) for r in changes] == pytest.approx([1.57, 1.58], abs=0.01)


# INNOVA (Rodríguez-Freire 2026)


def test_innova_error_and_p_from_the_interval():
    effect = trial_effect("innova2026", "pain")
    assert effect.se == pytest.approx(0.416, abs=0.004)
    assert effect.p_value == pytest.approx(0.236, abs=0.01)


def test_innova_d_is_that_of_the_raw_difference():
    levels = {
        (r.arm, r.weeks): r for r in study("innova2026").outcome("pain").results if r.statistic == "level"
    }
    t, c = levels["ldn", 0], levels["placebo", 0]
    sd = pooled_sd(t.spread, t.n, c.spread, c.n)
    assert sd == pytest.approx(1.607, abs=0.001)
    assert (-0.33 - -0.64) / sd == pytest.approx(0.19, abs=0.005)
    assert 0.49 / sd == pytest.approx(0.30, abs=0.006)
    # The levels give the abstract's changes.
    assert levels["ldn", 13].value - t.value == pytest.approx(-0.33)
    assert levels["placebo", 13].value - c.value == pytest.approx(-0.64)


def test_innova_adverse_events_and_responders():
    counts = (33, 48, 36, 50)
    ratio = trial_effect("innova2026", "any_adverse_event", "risk ratio")
    assert ratio == risk_ratio(*counts, label=ratio.label)
    assert (ratio.estimate, ratio.ci_low, ratio.ci_high) == pytest.approx((0.955, 0.738, 1.235), abs=0.0005)
    difference = risk_difference(*counts)
    assert [round(100 * x, 1) for x in (difference.estimate, difference.ci_low, difference.ci_high)] == [
        -3.2,
        -21.3,
        14.8,
    ]
    assert table_p_values(*counts)["fisher"] == pytest.approx(0.83, abs=0.005)
    responders = trial_effect("innova2026", "responder_30", "risk ratio")
    assert (responders.estimate, responders.ci_low, responders.ci_high) == pytest.approx(
        (0.58, 0.21, 1.6), abs=0.005
    )


# Younger 2013


def test_younger_paired_difference_from_its_p_value():
    effect = effect_from_p(-10.8, 0.016, df=27)
    assert effect.se == pytest.approx(4.20, abs=0.02)
    assert (-effect.ci_high, -effect.ci_low) == pytest.approx((2.2, 19.4), abs=0.05)
    points = trial_effect("younger2013", "pain")
    assert points.estimate == pytest.approx(-0.549, abs=0.001)
    assert points.se == pytest.approx(0.2135, abs=0.0005)
    assert (points.ci_low, points.ci_high) == pytest.approx((-0.99, -0.11), abs=0.005)


def test_younger_deviations_and_the_correlation_they_imply():
    sds = [sd_from_ci(width, 28) for width in (9.3, 10.8)]
    assert sds == pytest.approx([24.0, 27.9], abs=0.05)
    assert implied_correlation(*sds, 4.20 * math.sqrt(28)) == pytest.approx(0.64, abs=0.01)
    unpaired = trial_effect("younger2013", "pain", pairing="ignored")
    assert unpaired.se == pytest.approx(0.353, abs=0.001)
    assert unpaired.p_value == pytest.approx(0.12, abs=0.005)
    # Taken for deviations, the half-widths would make a false precision.
    assert math.hypot(9.3, 10.8) / math.sqrt(28) * 0.0508 == pytest.approx(0.137, abs=0.001)


def test_younger_responders_were_tested_as_if_unpaired():
    p = table_p_values(9, 28, 3, 28)
    assert p["chi_square"] == pytest.approx(0.0507, abs=0.0001)
    assert p["fisher"] == pytest.approx(0.101, abs=0.0005)
    # The paired test leaves 0.03 to 0.15, as 0 to 3 people responded only to placebo; never the printed 0.05.
    paired = [mcnemar_p_value(9 - both, 3 - both) for both in range(4)]
    assert (min(paired), max(paired)) == pytest.approx((0.031, 0.146), abs=0.0005)
    assert all(abs(value - 0.05) > 0.015 for value in paired)


def test_younger_adverse_events_share_no_denominator():
    sizes = denominators_behind(37, 16, most=40)
    assert not set(sizes) & set(range(24, 32))
    assert not grim_consistent(37, 28)


# Younger & Mackey 2009


def test_table_1_gives_the_printed_summaries():
    table = individual_patients("younger2009")
    for column, mean, sd in (("age_years", 44.0, 10.3), ("duration_years", 9.6, 6.5), ("fiq", 67.2, 15.05)):
        assert table[column].mean() == pytest.approx(mean, abs=0.06)
        assert table[column].std() == pytest.approx(sd, abs=0.06)


def test_esr_and_the_response():
    printed = study("younger2009").correlations[0]
    assert (printed.r, printed.n) == (0.91, 10)
    low, high = correlation_interval(printed.r, printed.n)
    assert (low, high) == pytest.approx((0.66, 0.98), abs=0.01)
    assert (low**2, high**2) == pytest.approx((0.43, 0.96), abs=0.01)
    assert printed.r**2 == pytest.approx(0.828, abs=0.0005)
    assert correlation_p_value(printed.r, printed.n) == pytest.approx(0.00026, abs=0.00001)
    assert correlation_p_value(printed.r, printed.n) < printed.p.value


@pytest.mark.parametrize(
    ("column", "r", "p"),
    [
        ("bmi", 0.773, 0.0087),
        ("age_years", 0.691, 0.027),
        ("fiq", 0.566, 0.088),
        ("duration_years", -0.482, 0.158),
    ],
)
def test_esr_goes_with_other_things_in_these_ten_women(column, r, p):
    table = individual_patients("younger2009")
    found = table["esr_mm_per_h"].corr(table[column])
    assert found == pytest.approx(r, abs=0.0006)
    assert correlation_p_value(found, 10) == pytest.approx(p, abs=0.0006)


def test_body_mass_cannot_be_unrelated_to_the_response():
    assert tuple(correlation_bounds(0.91, 0.773)) == pytest.approx((0.44, 0.97), abs=0.005)


# Pools


def test_final_innova_and_younger_2013_together():
    effects = trial_effects("pain", condition="fibromyalgia")
    fixed, random = pool(effects, model="fixed"), pool(effects)
    assert (fixed.estimate, fixed.ci_low, fixed.ci_high) == pytest.approx((-0.334, -0.652, -0.017), abs=0.01)
    assert (random.estimate, random.ci_low, random.ci_high) == pytest.approx((-0.222, -0.765, 0.32), abs=0.01)
    assert (random.q, random.i2, random.tau2) == pytest.approx((4.94, 59.5, 0.136), abs=0.05)
    knapp = pool(effects, hartung_knapp=True)
    assert (knapp.ci_low, knapp.ci_high) == pytest.approx((-1.5, 1.05), abs=0.01)
    weights = {label.split()[0]: 100 * weight for label, weight in random.weights.items()}
    assert weights == pytest.approx({"Due": 32.9, "Rodríguez-Freire": 24.8, "Younger": 42.3}, abs=0.1)


def test_what_vatvani_needs_of_the_other_three_trials():
    printed = pooled("vatvani2024", "pain")
    effect = from_interval(printed)
    assert effect.se == pytest.approx(0.176, abs=0.0005)
    assert 0.86 / effect.se == pytest.approx(4.89, abs=0.01)
    assert 3 / (1 - printed.i2_percent / 100) == pytest.approx(4.48, abs=0.005)
    total = 1 / effect.se**2
    final = 1 / trial_effect("due_bruun2024", "pain").se ** 2
    assert total == pytest.approx(32.27, abs=0.02)
    assert 100 * final / total == pytest.approx(32.0, abs=0.05)
    others = (0.86 * total - 0.34 * final) / (total - final)
    assert others == pytest.approx(1.10, abs=0.005)
    assert 1 / math.sqrt(total - final) == pytest.approx(0.21, abs=0.005)


# Crohn's disease


def test_smith_2007_fails_the_granularity_test():
    printed = [study("smith2007").outcome(o).results[0].percent for o in ("response", "clinical_remission")]
    assert printed == [89, 67]
    assert not grim_consistent(89, 17)
    assert not grim_consistent(67, 17)
    assert denominators_behind(89, 67, most=20) == (9, 18)
    assert counts_behind(89, 18) + counts_behind(67, 18) == (16, 12)


def test_smith_2011_p_value_fits_other_denominators():
    fits = tables_behind(88, 40, sizes_t=range(12, 21), sizes_c=range(12, 21), p=0.009)
    assert fits[["events_t", "n_t", "events_c", "n_c"]].values.tolist() == [[14, 16, 6, 15]]
    assert fits["fisher"].iloc[0] == pytest.approx(0.0091, abs=0.00005)
    assert table_p_values(15, 17, 6, 15)["fisher"] == pytest.approx(0.0080, abs=0.00005)
    assert table_p_values(15, 18, 6, 16)["fisher"] == pytest.approx(0.0122, abs=0.00005)
    # Not the 20 and 20 of the registry: 88 % is no count of 20.
    assert not grim_consistent(88, 20)
    endoscopic = tables_behind(78, 28, sizes_t=range(12, 21), sizes_c=range(12, 21))
    assert endoscopic[["events_t", "n_t", "events_c", "n_c"]].values.tolist() == [[14, 18, 5, 18]]
    assert endoscopic["fisher"].iloc[0] == pytest.approx(0.0067, abs=0.00005)


def test_lie_2018():
    assert [round(100 * x / 47, 2) for x in (35, 12)] == [74.47, 25.53]
    assert [grim_consistent(p, 47, 1) for p in (74.5, 25.5)] == [True, True]


# Depression


def test_mischoulon_prints_a_d_that_is_not_that_of_the_endpoints():
    arms = [r for r in study("mischoulon2017").outcome("madrs10").results if r.weeks == 3]
    numbers = [x for r in arms for x in (r.value, r.spread, r.n)]
    assert numbers == [12.2, 8.4, 6, 22.8, 8.5, 6]
    difference = mean_difference(*numbers)
    assert (difference.estimate, difference.se) == pytest.approx((-10.6, 4.88), abs=0.005)
    assert difference.p_value == pytest.approx(0.030, abs=0.0005)
    t_test = mean_difference(*numbers, distribution="student")
    assert t_test.p_value == pytest.approx(0.055, abs=0.0005)
    assert t_test.p_value != pytest.approx(0.035, abs=0.01)
    d = standardized_mean_difference(*numbers, small_sample_correction=False)
    g = standardized_mean_difference(*numbers)
    assert (d.estimate, g.estimate) == pytest.approx((-1.25, -1.16), abs=0.006)
    assert d.estimate != pytest.approx(-1.45, abs=0.1)
    hamilton = standardized_mean_difference(11.7, 7.7, 6, 17.8, 5.9, 6, small_sample_correction=False)
    assert hamilton.estimate == pytest.approx(-0.89, abs=0.005)
    assert hamilton.estimate != pytest.approx(-0.62, abs=0.2)


# Harms and other conditions


def test_srinivasan_adverse_event_reports():
    reports = study("srinivasan2021").outcome("adverse_event_reports").results
    effect = rate_ratio(reports[0].events, 67, reports[1].events, 67)
    assert (effect.estimate, effect.ci_low, effect.ci_high) == pytest.approx(
        (0.154, 0.073, 0.324), abs=0.0006
    )
    assert stats.binomtest(8, 60).pvalue == pytest.approx(5.2e-9, rel=0.02)


@pytest.mark.parametrize(
    ("id", "centre", "se", "p"),
    [("serious_adverse_event", 0.8364, 0.1209, 0.149), ("dizziness", 1.4507, 0.1185, 0.0017)],
)
def test_bolton(id, centre, se, p):
    printed = pooled("bolton2019", id)
    effect = from_interval(printed, ratio=True)
    assert interval_centre(printed.low, printed.high, ratio=True) == pytest.approx(centre, abs=0.0001)
    assert effect.se == pytest.approx(se, abs=0.0001)
    assert effect.p_value == pytest.approx(p, abs=0.0006)


def test_nazir_vivid_dreams_and_headache():
    dreams, headache = (
        from_interval(pooled("nazir2025", id), ratio=True) for id in ("vivid_dreams", "headache")
    )
    assert dreams.se == pytest.approx(0.1574, abs=0.0001)
    assert dreams.analysed / dreams.se == pytest.approx(5.59, abs=0.005)
    assert headache.se == pytest.approx(0.3537, abs=0.0001)
    assert headache.p_value == pytest.approx(0.142, abs=0.001)
    pain = from_interval(pooled("nazir2025", "pain"))
    assert pain.p_value == pytest.approx(0.024, abs=0.001)


def test_raknes_arthritis():
    effect = from_interval(study("raknes2019_arthritis").outcome("all_examined_drugs").contrasts[0])
    assert effect.se == pytest.approx(23.93, abs=0.01)
    assert effect.p_value == pytest.approx(0.0022, abs=0.0001)


def test_irwin_is_significant_though_most_stopped():
    effect = from_interval(study("irwin2024").outcome("peg").contrasts[0], df=30)
    assert effect.se == pytest.approx(0.272, abs=0.001)
    assert effect.p_value == pytest.approx(0.0214, abs=0.0002)
    stopped = study("irwin2024").outcome("stopped").results[0]
    assert stopped.events / stopped.n == pytest.approx(0.87, abs=0.005)


def test_toledano_prints_a_p_that_no_usual_test_gives():
    p = table_p_values(4, 6, 1, 6)
    assert p["fisher"] == pytest.approx(0.242, abs=0.001)
    assert p["chi_square"] == pytest.approx(0.079, abs=0.001)
    assert all(abs(value - 0.09) > 0.005 for value in p.values())


def test_dieckmann_prints_a_mean_of_percentages():
    before, after = (study("dieckmann2021").outcome("pain").results[i].value for i in (0, 1))
    fall = 100 * (1 - after / before)
    assert fall == pytest.approx(47.3, abs=0.05)
    assert fall != pytest.approx(49.22, abs=1)


def test_polo_counts_everybody():
    assert counts_behind(73.9, 218, 1) == (161,)
    assert round(100 * 161 / 201, 1) == 80.1
    assert counts_behind(18.3, 218, 1) == (40,)


# Reviews that contradict themselves


def test_hegde_overall_p_fits_no_test():
    overall = pooled("hegde2025", "pain_all")
    normal = from_interval(overall)
    knapp = from_interval(overall, df=6)
    assert normal.p_value == pytest.approx(0.80, abs=0.005)
    assert knapp.p_value == pytest.approx(0.76, abs=0.005)
    assert min(abs(normal.p_value - 0.31), abs(knapp.p_value - 0.31)) > 0.3
    active = from_interval(pooled("hegde2025", "pain_active"), df=1)
    assert active.p_value == pytest.approx(0.357, abs=0.001)
    fibromyalgia = from_interval(pooled("hegde2025", "pain"))
    assert fibromyalgia.p_value == pytest.approx(0.017, abs=0.0005)


def test_nielsen_intervals_share_one_centre_whatever_the_estimate():
    outcomes = [
        o for o in study("due_bruun2024").outcomes if o.contrasts and o.contrasts[0].source == "nielsen2026"
    ]
    printed = [o.contrasts[0] for o in outcomes]
    centres = [interval_centre(c.low, c.high, ratio=True) for c in printed]
    assert len(printed) == 6
    assert (min(centres), max(centres)) == pytest.approx((1.53, 1.56), abs=0.006)
    assert (min(c.estimate for c in printed), max(c.estimate for c in printed)) == (0.96, 1.67)


def test_byambasuren_prints_one_estimate_twice():
    pain, function = pooled("byambasuren2025", "pain"), pooled("byambasuren2025", "function")
    assert (pain.estimate, pain.low, pain.high) == (function.estimate, function.low, function.high)


def test_younger_2009_prints_one_degree_of_freedom_where_four_phases_have_three():
    """Ten diary tests print three and fit; with three the laboratory tests fit as well (full text, 2009)."""
    table = recomputations("younger2009").query("check == 'p from F'")
    assert len(table) == 14
    assert table.loc[~table["agrees"], "outcome"].tolist() == ["fiq", "pressure_threshold", "heat_threshold"]
    for f, df2, printed in ((5.88, 67, 0.001), (3.858, 67, 0.013), (1.49, 67, 0.224)):
        assert stats.f.sf(f, 3, df2) == pytest.approx(printed, abs=0.0015)
    assert stats.f.sf(8.96, 3, 66) < 0.0005


# The audit of the whole store


def test_the_audit_finds_the_known_misfits_and_passes_the_rest():
    table = recomputations()
    found = set(table.loc[~table["agrees"], ["entry", "outcome"]].itertuples(index=False, name=None))
    assert found == {
        ("dieckmann2021", "pain"),
        *(("younger2009", what) for what in ("fiq", "pressure_threshold", "heat_threshold")),
        ("driver2023", "any_adverse_event"),
        *(("due_bruun2024", f"{what}_responder_30") for what in ("sleep", "stiffness", "tenderness")),
        *(("due_bruun2024", f"{what}_responder_30") for what in ("fatigue", "depression")),
        ("hegde2025", "pain_active"),
        ("hegde2025", "pain_all"),
        ("isman2024", "responder"),
        *(("mischoulon2017", scale) for scale in ("hamd17", "hamd28", "madrs10", "madrs15", "cgi_severity")),
        ("smith2007", "clinical_remission"),
        ("smith2007", "response"),
        *(("smith2011", what) for what in ("response", "endoscopic_response", "endoscopic_remission")),
        ("toledano2021_prevention", "responder_75"),
        ("younger2013", "headache"),
        ("younger2013", "vivid_dreams"),
    }
    assert len(table) > 130


def test_the_audit_can_be_asked_about_one_entry():
    table = recomputations("smith2007", only_mismatches=True)
    assert table["printed"].tolist() == ["89 %", "67 %"]
    assert recomputations("vatvani2024")["agrees"].all()
    with pytest.raises(ValueError, match="unknown study"):
        recomputations("nobody2000")
    assert np.all(recomputations()["source"].str.len() > 0)

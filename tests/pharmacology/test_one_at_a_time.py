import math

import numpy as np
import pytest

from ldn.pharmacology import (
    NaltrexoneParameters,
    hours_above,
    hours_blocked,
    mean_occupancy,
    occupancy,
    sensitivity,
    simulate,
)
from ldn.reference import parameter, source

typical = NaltrexoneParameters.typical()


def test_outcomes_are_those_of_the_profile():
    steady = simulate(4.5, n_doses=math.inf)
    average = np.trapezoid(occupancy(steady), steady.time_h) / 24
    assert mean_occupancy(4.5)(typical) == pytest.approx(average)
    assert hours_blocked(4.5, 0.5, link="plasma")(typical) == pytest.approx(
        hours_above(steady, 0.5, link="plasma")
    )


def test_each_row_is_one_input_moved_alone():
    table = sensitivity(mean_occupancy(4.5))
    for row in table.itertuples():
        for end, outcome in ((row.low, row.outcome_low), (row.high, row.outcome_high)):
            alone = mean_occupancy(4.5)(typical.replace(**{row.parameter: end}))
            assert outcome == pytest.approx(alone)
        assert row.low < row.value < row.high
        assert all(source(key) for key in row.source.split(", "))
    assert list(table["swing"]) == sorted(table["swing"], reverse=True)


def test_inputs_that_do_nothing_are_left_out():
    moved = set(sensitivity(mean_occupancy(4.5))["parameter"])
    assert {"bioavailability", "CL_L_per_h", "ec50_nM"} <= moved
    assert not {"CLm_L_per_h", "kon_per_nM_h", "delta_ratio"} & moved


def test_the_typical_outcome_lies_within_the_swing_of_monotone_inputs():
    table = sensitivity(mean_occupancy(4.5)).set_index("parameter")
    for name in ("bioavailability", "CL_L_per_h", "ec50_nM"):
        ends = sorted(table.loc[name, ["outcome_low", "outcome_high"]])
        assert ends[0] < table.loc[name, "outcome_typical"] < ends[1]


def test_ranges_are_published_between_people_or_assumed():
    table = sensitivity(mean_occupancy(4.5), inputs=["CL_L_per_h", "ka_per_h", "Vc_L", "ec50_nM"]).set_index(
        "parameter"
    )
    assert dict(table["range"]) == {
        "CL_L_per_h": "published",
        "ka_per_h": "between people",
        "Vc_L": "assumed",
        "ec50_nM": "derived",
    }
    clearance = parameter("CL_L_per_h")
    assert tuple(table.loc["CL_L_per_h", ["low", "high"]]) == (clearance.low, clearance.high)
    assert table.loc["ka_per_h", "high"] == pytest.approx(1.2 * math.exp(1.2816 * 0.5), rel=1e-4)
    assert table.loc["Vc_L", "low"] == pytest.approx(260 / 1.5)


def test_fractions_stay_fractions():
    table = sensitivity(lambda p: p.fraction_absorbed + p.bioavailability, assumed_factor=10).set_index(
        "parameter"
    )
    assert table.loc["fraction_absorbed", "high"] == 1.0
    assert table.loc["fraction_absorbed", "low"] == typical.bioavailability


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"inputs": ["clearance"]}, "unknown input 'clearance'"),
        ({"assumed_factor": 1.0}, "assumed_factor = 1"),
    ],
)
def test_wrong_arguments_are_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        sensitivity(mean_occupancy(4.5), **arguments)

"""The page computes the same numbers, and says the same words, as `ldn.pharmacology`."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ldn.interactives import OneDoseExplorer
from ldn.interactives.bounded import ranges
from ldn.pharmacology import (
    NaltrexoneParameters,
    half_life_read,
    one_compartment_response,
    peak_of,
    simulate,
    unit_response,
)

N_STATES = 240
RELATIVE, SMALLEST = 1e-6, 1e-9
TIMES_H = [0.1, 0.5, 1.0, 2.5, 6.0, 11.0, 24.0, 47.0]
MOLAR_MASS = {"naltrexone": 341.41, "naltrexol": 343.423}
READINGS = {
    "peak": "peak_ng_per_mL",
    "peak_nM": "peak_nM",
    "tmax_h": "tmax_h",
    "area": "area_ng_h_per_mL",
    "half_life_h": "half_life_read_h",
    "terminal_h": "terminal_half_life_h",
}


def _states() -> list[dict]:
    random = np.random.default_rng(303)
    allowed = ranges(OneDoseExplorer)

    def number(name: str) -> float:
        low, high = allowed[name]
        return round(float(np.exp(random.uniform(np.log(low), np.log(high)))), 2)

    states = []
    for _ in range(N_STATES):
        first, last = sorted(random.uniform(0.5, 48, 2).round(1))
        states.append(
            {name: number(name) for name in allowed}
            | {
                "read_from_h": float(min(first, 47)),
                "read_to_h": float(max(last, first + 0.5, 1)),
                "compartments": str(random.choice(["both", "one", "two"])),
                "naltrexol": bool(random.integers(2)),
                "axis": str(random.choice(["linear", "log"])),
                "window_h": int(random.choice([12, 24, 48])),
                "liver": str(random.choice(["healthy", "cirrhosis"])),
            }
        )
    typical = {name: OneDoseExplorer.class_traits()[name].default_value for name in states[0]}
    # Equal rates: the formula for different ones would divide by nothing.
    states.append({**typical, "ka_per_h": 0.2, "CL_L_per_h": 270.0, "naltrexol": True})
    states.append({**typical, "V_L": 175.0, "Vc_L": 500.0, "ka_per_h": 1.2})
    states.append({**typical, "ka_per_h": (32.5 + 35) / 90, "compartments": "one", "naltrexol": True})
    states.append(typical)
    for state in states:
        state["read_to_h"] = min(state["read_to_h"], 48.0)
    return states


@pytest.fixture(scope="module")
def states() -> list[dict]:
    return _states()


@pytest.fixture(scope="module")
def in_node(run_in_node, states) -> dict:
    message = {"data": OneDoseExplorer().data, "states": states, "times_h": TIMES_H}
    return run_in_node("one_dose_explorer.mjs", message)


def _engine(state: dict, compartments: str):
    split = state["Vc_L"] < state["V_L"] - 0.1
    central = state["Vc_L"] if split else state["V_L"] / 2
    of_liver = getattr(NaltrexoneParameters, {"healthy": "typical"}.get(state["liver"], "cirrhosis"))()
    parameters = NaltrexoneParameters.typical().replace(
        bioavailability=state["bioavailability_percent"] / 100,
        ka_per_h=state["ka_per_h"],
        CL_L_per_h=state["CL_L_per_h"],
        Vc_L=central,
        Vp_L=state["V_L"] - central,
        Q_L_per_h=state["Q_L_per_h"],
        fraction_to_naltrexol=of_liver.fraction_to_naltrexol,
    )
    response = unit_response if compartments == "two" and split else one_compartment_response
    return response(parameters)


def test_every_curve_and_reading_agrees_with_the_engine(states, in_node):
    """Compared with `ldn.pharmacology` directly, not with the piece's Python side."""
    assert len(in_node["seen"]) == len(states) >= 200
    compared = 0
    for state, seen in zip(states, in_node["seen"], strict=True):
        wanted = {"both": ["one", "two"]}.get(state["compartments"], [state["compartments"]])
        assert [body["compartments"] for body in seen["bodies"]] == wanted
        for body in seen["bodies"]:
            engine = _engine(state, body["compartments"])
            for substance, molar_mass in MOLAR_MASS.items():
                curve = getattr(engine, substance)
                per_mg = state["dose_mg"] * molar_mass / 1000
                expected = per_mg * curve.after(np.array(TIMES_H))
                np.testing.assert_allclose(
                    body["curves"][substance],
                    np.maximum(expected, 0),
                    rtol=RELATIVE,
                    atol=SMALLEST,
                    err_msg=str(state),
                )
                height, tmax_h = peak_of(curve)
                read = body["readings"][substance]
                assert read["peak"] == pytest.approx(per_mg * height, rel=RELATIVE)
                assert read["tmax_h"] == pytest.approx(tmax_h, rel=1e-4)
                assert read["area"] == pytest.approx(per_mg * float(curve.area_nM_h_per_mg), rel=RELATIVE)
                assert read["terminal_h"] == pytest.approx(
                    math.log(2) / curve.rates_per_h.min(), rel=RELATIVE
                )
                half_life_h = half_life_read(curve, state["read_from_h"], state["read_to_h"])
                if abs(half_life_h) < 1e3:
                    assert read["half_life_h"] == pytest.approx(half_life_h, rel=1e-5)
                compared += 1
    assert compared > 500


def test_two_compartments_are_the_course_s_own_model(in_node):
    """The last state is the untouched piece; `simulate` knows nothing of it."""
    (two,) = (body for body in in_node["seen"][-1]["bodies"] if body["compartments"] == "two")
    row = simulate(50).summary().loc["naltrexone"]
    assert two["readings"]["naltrexone"]["peak"] == pytest.approx(row["cmax_ng_per_mL"], rel=1e-5)
    assert two["readings"]["naltrexone"]["half_life_h"] == pytest.approx(row["half_life_h"], rel=RELATIVE)


def test_sentence_table_and_readings_are_the_same_on_both_sides(states, in_node):
    for state, seen in zip(states, in_node["seen"], strict=True):
        piece = OneDoseExplorer(**state)
        assert seen["sentence"] == piece.sentence()
        table = piece.table()
        assert seen["table"]["columns"] == list(table.columns)
        assert seen["table"]["caption"] == piece.table_caption()
        np.testing.assert_allclose(
            np.array(seen["table"]["rows"], dtype=float), table.to_numpy(dtype=float), rtol=6e-3, atol=1e-12
        )
        shown = [body["readings"][substance] for body in seen["bodies"] for substance in MOLAR_MASS]
        for mine, theirs in zip(piece.readings().to_dict("records"), shown, strict=True):
            for name, column in READINGS.items():
                if theirs[name] is not None and abs(theirs[name]) < 1e3:
                    assert mine[column] == pytest.approx(theirs[name], rel=1e-4)


def test_the_page_allows_what_python_allows(in_node):
    assert set(in_node["names"]) == set(OneDoseExplorer.class_own_arguments())
    assert all(in_node["stops"].values())

"""What the dose comparison ships to the page: unit responses, constants, virtual people, human measurements."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np

from ldn.pharmacology import NaltrexoneParameters, unit_response, virtual_patients
from ldn.pharmacology.exponentials import Regimen
from ldn.pharmacology.kinetics import response_of
from ldn.pharmacology.parameters import ALLOWED
from ldn.reference import Observation, observations, source

INTERVAL_H = 24.0
LONGEST_WINDOW_H = 336
# Doses given, by the piece's words for a regimen.
N_DOSES = {"one_dose": 1, "daily": LONGEST_WINDOW_H // 24, "daily_steady_state": math.inf}
_CURVES = ("naltrexone", "naltrexol", "biophase")

# Enough people that the 5th and 95th percentiles stand still to about a point of occupancy.
_PEOPLE = 2000
_SEED = 20110915


@cache
def shipped_data() -> dict[str, Any]:
    """Everything the ES module computes with; it does not depend on the state."""
    constants = NaltrexoneParameters.typical()
    response = unit_response()
    return {
        "unit_response": {
            name: {
                "rates_per_h": getattr(response, name).rates_per_h.tolist(),
                "coefficients_nM_per_mg": getattr(response, name).coefficients_nM_per_mg.tolist(),
            }
            for name in _CURVES
        },
        "constants": {
            "ec50_nM": constants.ec50_nM,
            "ec50_plasma_nM": constants.ec50_plasma_nM,
            "kon_per_nM_h": constants.kon_per_nM_h,
            "koff_per_h": constants.koff_per_h,
            "ratio": {receptor: constants.receptor_ratio(receptor) for receptor in ("mu", "delta", "kappa")},
        },
        "models": _models(constants),
        "people": {regimen: people_spread(regimen) for regimen in N_DOSES},
        "pet": human_measurements(),
    }


def _models(constants: NaltrexoneParameters) -> list[dict[str, str]]:
    entry_half_life_h = math.log(2) / constants.ke0_per_h
    release_half_life_h = math.log(2) / constants.koff_per_h
    return [
        {
            "letter": "B",
            "name": "slow brain compartment",
            "words": (
                "Naltrexone moves slowly between plasma and the place where the receptors are "
                f"(half-life {entry_half_life_h:.0f} h); there it is in balance with them at every moment. Of the "
                "three it lies closest to the human measurements, and is the main line."
            ),
        },
        {
            "letter": "A",
            "name": "slow release",
            "words": (
                "Naltrexone in plasma reaches the receptor at once, and the receptor lets go of it slowly "
                f"(half-life {release_half_life_h:.0f} h). It fits nearly as well; daily doses add up further "
                "than in B, and 12.5 mg would still show after three days, where it was not seen."
            ),
        },
        {
            "letter": "C",
            "name": "follows plasma",
            "words": (
                "Receptors follow plasma at every moment. Only this model leaves hours without blockade after a "
                "low dose, as the idea of a brief blockade and a rebound asks. After 50 mg it predicts that half "
                "the blockade is gone in about a day; measured were three days and more."
            ),
        },
    ]


@cache
def spread_times_h(regimen: str) -> tuple[float, ...]:
    """Times (h) of the spread curves: closer where concentrations turn, and every time of the data table."""
    first_day = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, *range(3, 25)]
    if regimen == "daily_steady_state":
        return tuple(map(float, first_day))
    if regimen == "one_dose":
        return tuple(map(float, [*first_day, *range(27, 73, 3), *range(84, LONGEST_WINDOW_H + 1, 12)]))
    later_day = [0.5, 1, 1.5, 2, 3, 4, 6, 9, 12, 15, 18, 21, 24]
    days = range(1, LONGEST_WINDOW_H // 24)
    return tuple(map(float, [*first_day, *(24 * day + hour for day in days for hour in later_day)]))


@cache
def people_spread(regimen: str) -> dict[str, Any]:
    """5th and 95th percentile over virtual people of each concentration per mg (nM/mg), at `spread_times_h`.

    The model is linear, so these scale with the dose; occupancy at equilibrium rises with concentration, so the
    percentile of occupancy is the occupancy at the percentile.
    """
    people = virtual_patients(_PEOPLE, _SEED)
    typical = NaltrexoneParameters.typical()
    response = response_of(
        {
            name: people[name].to_numpy() if name in people else np.full(_PEOPLE, getattr(typical, name))
            for name in ALLOWED
        }
    )
    times = spread_times_h(regimen)
    doses = Regimen(dose_mg=1.0, interval_h=INTERVAL_H, n_doses=N_DOSES[regimen])
    curves = {}
    for name in _CURVES:
        concentrations = np.maximum(getattr(response, name).superposed(doses, np.array(times)), 0.0)
        low, high = np.quantile(concentrations, (0.05, 0.95), axis=0)
        curves[name] = {"low": _rounded(low), "high": _rounded(high)}
    return {"time_h": list(times), **curves}


def _rounded(values: np.ndarray) -> list[float]:
    return [float(f"{value:.4g}") for value in values]


@cache
def human_measurements() -> list[dict[str, Any]]:
    """Occupancy measured in people: published values in per cent, with the regimen in the words of the piece."""
    return [
        {
            "receptor": observation.receptor,
            "regimen": regimen,
            "dose_mg": observation.dose_mg,
            "percent": observation.value,
            "percent_low": None if observation.sd is None else observation.value - observation.sd,
            "percent_high": None if observation.sd is None else observation.value + observation.sd,
            "source": (label := _source_label(observation.sources[0])),
            "setting": f"{label}: {observation.regimen}, {observation.population}",
            "text": f"{_value_in_words(observation)} at {observation.dose_mg:g} mg ({label})",
            **_READ_H[regimen],
        }
        for observation in observations("occupancy")
        if observation.value is not None
        and observation.unit == "%"
        and observation.dose_mg is not None
        and (regimen := _regimen_of(observation)) is not None
    ]


# The single doses were scanned at times under 8 h that were not given one by one; the models were fitted to them
# as read at 4 h. At steady state the hour of the scan is not known either.
_READ_H = {
    "one_dose": {"time_h": 4.0, "time_low_h": 0.0, "time_high_h": 8.0},
    "daily_steady_state": {"time_h": 12.0, "time_low_h": 0.0, "time_high_h": 24.0},
}


def _regimen_of(observation: Observation) -> str | None:
    if observation.regimen == "single oral dose":
        return "one_dose"
    if "mg daily" in observation.regimen:
        return "daily_steady_state"
    return None


def _value_in_words(observation: Observation) -> str:
    spread = "" if observation.sd is None else f" (SD {observation.sd:g})"
    people = "" if observation.n is None else f", {observation.n} people"
    return f"{observation.value:g} %{spread}{people}"


def _source_label(key: str) -> str:
    """First author and year, or title and year."""
    found = source(key)
    name = found.authors.split()[0].rstrip(",") if found.authors else found.title
    return f"{name} {found.year}" if found.year else name

"""What the rivals draw: occupancy of mu receptors over a day at steady state, two doses, three models each.

The page gets curves per mg and computes a dose's curves itself, as the dose comparison does, and at the same
number of points as the dose comparison draws.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np

from ldn.pharmacology import NaltrexoneParameters, unit_response
from ldn.pharmacology.exponentials import Regimen

DOSES_MG = (4.5, 50.0)
COLOURS = ("#0072B2", "#D55E00")
# What the dose comparison draws for a day: every second of its steps of 0.05 h.
TIME_H = np.linspace(0.0, 24.0, 241)
LOWEST_DOSE_MG, HIGHEST_DOSE_MG = 0.5, 100.0
# As many stops as the slider of the dose comparison has, about.
LOG_DOSE_STEP = round(math.log10(HIGHEST_DOSE_MG / LOWEST_DOSE_MG) / 150, 4)

# `unit` is what `unit_curves` gives. Model A takes plasma as constant within a step, which is enough for a picture.
OCCUPANCY_JS = """\
function occupancyAt(dose_mg, unit) {
  const B = unit.biophase.map((nM) => nM * dose_mg / (nM * dose_mg + unit.ec50_nM));
  const C = unit.plasma.map((nM) => nM * dose_mg / (nM * dose_mg + unit.ec50_plasma_nM));
  const off = unit.koff_per_h * unit.step_h;
  const total = unit.area.map((area) => unit.kon_per_nM_h * dose_mg * area + off);
  const keep = total.map((step) => Math.exp(-step));
  const gain = total.map((step, i) => (1 - keep[i]) * off / step);
  let gained = 0, kept = 1;
  for (let i = 0; i < keep.length; i++) { gained = gained * keep[i] + gain[i]; kept *= keep[i]; }
  let free = gained / (1 - kept);
  const A = [1 - free];
  for (let i = 0; i < keep.length; i++) { free = free * keep[i] + gain[i]; A.push(1 - free); }
  const low = B.map((share, i) => Math.min(share, A[i], C[i]));
  const high = B.map((share, i) => Math.max(share, A[i], C[i]));
  return { A, B, C, low, high };
}
"""


@cache
def unit_curves() -> dict[str, Any]:
    """Concentrations and areas per mg at `TIME_H`, and the constants of the three models."""
    constants = NaltrexoneParameters.typical()
    response = unit_response()
    daily = Regimen(dose_mg=1.0, interval_h=24.0, n_doses=math.inf)
    return {
        "time_h": TIME_H.tolist(),
        "step_h": float(TIME_H[1]),
        "biophase": response.biophase.superposed(daily, TIME_H).tolist(),
        "plasma": response.naltrexone.superposed(daily, TIME_H).tolist(),
        "area": np.diff(response.naltrexone.superposed_area(daily, TIME_H)).tolist(),
        "ec50_nM": constants.ec50_nM,
        "ec50_plasma_nM": constants.ec50_plasma_nM,
        "kon_per_nM_h": constants.kon_per_nM_h,
        "koff_per_h": constants.koff_per_h,
    }

"""How fast the pharmacology engine is, as ratios and against the ceilings that the course needs.

Run with `python benchmarks/engine.py`. Three measurements:

1. 10,000 virtual patients, 28 daily doses, the last 24 h at 5-minute steps, in a fresh interpreter: under 2 s
   and under 1 GB at the peak of the whole process.
2. The same per patient against a loop over `scipy.integrate.solve_ivp` (LSODA, relative tolerance 1e-6, which is
   looser than the closed form is exact): at least 100 times faster.
3. `import ldn` in a fresh interpreter, less the interpreter's own start: under 0.3 s.

The exit status is 1 when a ceiling is broken.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

import numpy as np

PATIENTS = 10_000
DOSES = 28
INTERVAL_H = 24.0
STEP_H = 5 / 60
DOSE_MG = 4.5
LOOP_PATIENTS = 20
RUNS = 5

_POPULATION = f"""
import json, resource, time
from ldn.pharmacology import simulate_patients, virtual_patients
patients = virtual_patients({PATIENTS}, seed=1)
seconds = []
for _ in range({RUNS}):
    started = time.perf_counter()
    profiles = simulate_patients({DOSE_MG}, patients, n_doses={DOSES}, start_h={(DOSES - 1) * INTERVAL_H},
                                 duration_h={INTERVAL_H}, step_h={STEP_H})
    seconds.append(time.perf_counter() - started)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({{"seconds": seconds, "peak_kb": peak, "shape": profiles.naltrexone_nM.shape}}))
"""


@dataclass(frozen=True)
class Line:
    """One row of the table."""

    what: str
    measured: str
    ceiling: str
    held: bool


def main() -> int:
    population = json.loads(_fresh(_POPULATION))
    seconds = statistics.median(population["seconds"])
    gigabytes = population["peak_kb"] * 1024 / 1e9
    loop_seconds, deviation = _solver_loop()
    ratio = loop_seconds / (seconds / PATIENTS)
    import_seconds = _import_seconds("import ldn")
    first_use = _import_seconds("from ldn.pharmacology import simulate; simulate(4.5)")

    people, times = population["shape"]
    lines = [
        Line(
            f"{people:,} patients × {DOSES} doses, last day, {times} times",
            f"{seconds:.2f} s",
            "< 2 s",
            seconds < 2,
        ),
        Line("peak memory of that process", f"{gigabytes:.2f} GB", "< 1 GB", gigabytes < 1),
        Line("per patient, closed form", f"{1e6 * seconds / PATIENTS:.0f} µs", "", True),
        Line("per patient, solve_ivp loop", f"{1e3 * loop_seconds:.0f} ms", "", True),
        Line("closed form faster by", f"{ratio:,.0f} ×", "≥ 100 ×", ratio >= 100),
        Line("largest relative difference of the two", f"{deviation:.1e}", "< 1e-4", deviation < 1e-4),
        Line("import ldn", f"{import_seconds:.3f} s", "< 0.3 s", import_seconds < 0.3),
        Line("import and a first simulate(4.5)", f"{first_use:.3f} s", "", True),
    ]
    print(_table(lines))
    return 0 if all(line.held for line in lines) else 1


def _solver_loop() -> tuple[float, float]:
    """Seconds per patient of a loop over solve_ivp, and its largest relative difference to the closed form."""
    from scipy.integrate import solve_ivp

    from ldn.pharmacology import NaltrexoneParameters, simulate_patients, virtual_patients

    patients = virtual_patients(LOOP_PATIENTS, seed=1)
    start_h = (DOSES - 1) * INTERVAL_H
    exact = simulate_patients(
        DOSE_MG, patients, n_doses=DOSES, start_h=start_h, duration_h=INTERVAL_H, step_h=STEP_H
    )
    typical = NaltrexoneParameters.typical()
    dose_umol = DOSE_MG / 377.86 * 1000
    deviation = 0.0
    started = time.perf_counter()
    for row, patient in enumerate(patients.to_dict("records")):
        p = typical.replace(**patient)

        def slope(_: float, y: np.ndarray, p: NaltrexoneParameters = p) -> list[float]:
            gut, ac, ap, mc, mp, ce = y
            absorbed = p.ka_per_h * gut
            cleared = p.CL_L_per_h / p.Vc_L * ac
            exchange = p.Q_L_per_h * (ac / p.Vc_L - ap / p.Vp_L)
            exchange_m = p.Qm_L_per_h * (mc / p.Vm_L - mp / p.Vmp_L)
            formed = p.fraction_to_naltrexol * (
                (p.fraction_absorbed - p.bioavailability) * absorbed + cleared
            )
            return [
                -absorbed,
                p.bioavailability * absorbed - cleared - exchange,
                exchange,
                formed - p.CLm_L_per_h / p.Vm_L * mc - exchange_m,
                exchange_m,
                p.ke0_per_h * (1000 * ac / p.Vc_L - ce),
            ]

        state = np.zeros(6)
        for dose in range(DOSES):
            state[0] += dose_umol
            last = dose == DOSES - 1
            solved = solve_ivp(
                slope,
                (0.0, INTERVAL_H),
                state,
                method="LSODA",
                rtol=1e-6,
                atol=1e-9,
                t_eval=exact.time_h - start_h if last else None,
            )
            state = solved.y[:, -1].copy()
        naltrexone = 1000 * solved.y[1] / p.Vc_L
        deviation = max(deviation, float(np.max(np.abs(naltrexone / exact.naltrexone_nM[row] - 1))))
    return (time.perf_counter() - started) / LOOP_PATIENTS, deviation


def _import_seconds(code: str) -> float:
    """Median over fresh interpreters of running some imports, less the median start of an empty interpreter."""

    def start(code: str) -> float:
        started = time.perf_counter()
        _fresh(code)
        return time.perf_counter() - started

    empty = statistics.median(start("pass") for _ in range(2 * RUNS + 1))
    return max(0.0, statistics.median(start(code) for _ in range(2 * RUNS + 1)) - empty)


def _fresh(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def _table(lines: list[Line]) -> str:
    rows = [("measurement", "measured", "ceiling", "")]
    rows += [
        (x.what, x.measured, x.ceiling, "" if not x.ceiling else "held" if x.held else "BROKEN")
        for x in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    rows.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        f"{what:<{widths[0]}}  {measured:>{widths[1]}}  {ceiling:>{widths[2]}}  {verdict}".rstrip()
        for what, measured, ceiling, verdict in rows
    )


if __name__ == "__main__":
    raise SystemExit(main())

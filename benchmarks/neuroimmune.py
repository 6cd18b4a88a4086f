"""How fast the neuroimmune models are, beside the usual ways to compute the same; run by hand.

    python benchmarks/neuroimmune.py

Each line is a ratio within one run: how many times longer the rival takes, and how far its answer is from ours.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import numpy as np
from scipy.integrate import solve_ivp
from scipy.spatial import Voronoi

from ldn.neuroimmune import place_somata, tile_territories, tlr4, tlr4_response

REPEATS = 7


def seconds(work: Callable[[], object]) -> float:
    """Best of several runs, after one that warms up."""
    work()
    times = []
    for _ in range(REPEATS):
        begin = perf_counter()
        work()
        times.append(perf_counter() - begin)
    return min(times)


def integrate(method: str) -> np.ndarray:
    """TNF over 16 h at 10 ng/mL by another method of SciPy at the same tolerance."""
    constants = tlr4.TLR4Constants.published()
    occupancy = 10.0 / (constants.EC50 + 10.0)
    return solve_ivp(
        tlr4._rates,
        (0.0, 960.0),
        tlr4._rest(constants),
        args=(constants, occupancy, 1.0, False),
        t_eval=np.arange(0.0, 960.5, 0.5),
        method=method,
        rtol=1e-8,
        atol=1e-11,
    ).y[5]


def main() -> None:
    ours = seconds(lambda: tlr4_response(10.0))
    reference = tlr4_response(10.0)["tnf"].to_numpy()
    print(f"tlr4_response, 16 h at half-minute steps: {1000 * ours:.1f} ms")
    for method in ("RK45", "DOP853", "Radau", "BDF"):
        rival = seconds(lambda method=method: integrate(method))
        apart = np.max(np.abs(integrate(method) / reference - 1))
        print(f"  {method:7s} {rival / ours:5.1f} × as long, answers within {apart:.0e}")

    for edge_um in (400.0, 1000.0):
        ours = seconds(lambda edge_um=edge_um: tile_territories(6500, (edge_um, edge_um), 1))
        print(f"tile_territories, {edge_um:g} × {edge_um:g} µm: {1000 * ours:.1f} ms")
        margin = 10 * 1e3 / 6500 ** (1 / 3)
        somata = place_somata(6500, (edge_um + margin, edge_um + margin, margin), 1)
        rival = seconds(lambda somata=somata: Voronoi(somata))
        print(f"  all {len(somata)} cells in space, before any cut: {rival / ours:.1f} × as long")


if __name__ == "__main__":
    main()

"""The tables of the binding bench; ``js/binding_bench/table.js`` shows the same."""

from __future__ import annotations

import pandas as pd

from ldn.interactives.binding_bench_view import balance, held_at
from ldn.interactives.wording import fixed
from ldn.pharmacology.binding_kinetics import MEASURED_LIGANDS

_CONCENTRATIONS_NM = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000)
_TIMES_S = (0.1, 1, 3, 10, 30, 60, 180, 600, 1800, 3600, 10_800, 36_000, 86_400, 259_200, 864_000)


def equilibrium_table(kd_nM: float, tau: float) -> pd.DataFrame:
    """Concentration (nM), receptors held (%) and response (% of the greatest), one decimal."""
    rows = [balance(concentration, kd_nM, tau) for concentration in _CONCENTRATIONS_NM]
    return pd.DataFrame(
        {
            "concentration (nM)": list(_CONCENTRATIONS_NM),
            "receptors held (%)": [_written(row.occupied) for row in rows],
            "response (%)": [_written(row.response) for row in rows],
        }
    )


def time_table(phase: str, times_kd: float) -> pd.DataFrame:
    """Time (s) and receptors held (%) by each measured ligand, one decimal."""
    columns: dict[str, list[float]] = {"time (s)": list(_TIMES_S)}
    for ligand in MEASURED_LIGANDS:
        held = held_at(ligand, phase, times_kd, list(_TIMES_S))
        columns[f"{ligand} (%)"] = [_written(float(share)) for share in held]
    return pd.DataFrame(columns)


def _written(share: float) -> float:
    return float(fixed(share * 100, 1))

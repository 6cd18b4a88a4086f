"""TLR4 signalling in six states: endotoxin in; NF-κB, IκBα and TNF out.

Time in minutes. L is endotoxin (ng/mL); N nuclear NF-κB as a fraction of all NF-κB; I free IκBα on the
same scale; m and M the mRNA of IκBα and of TNF; T TNF in the medium; R the fraction of receptors that
still signal::

    h     = (L + e D EC50) / (EC50 + L + D EC50)   receptors that signal
    a     = h R                                receptor signal
    K     = w_M a + w_T T / (T + K_T)          IKK activity: MyD88 arm and autocrine TNF
    cap   = k_b I N / (delta + N)              free IκBα takes NF-κB out of the nucleus
    dR/dt = −k_des h R + k_rec (1 − R)         desensitisation and recovery
    dN/dt = k_d K (1 − N) − cap
    dm/dt = s0 + s1 N² − g_m m
    dI/dt = k_t m − cap − (g_I + k_f K) I
    dM/dt = b0 + b_N N² + b_3 a − g_T M        NF-κB, and IRF3 through the TRIF arm
    dT/dt = k_s M − g_P T

D and e are a supposition, and 0 and 1 unless somebody sets them: a signal from damaged tissue (a damage-associated
molecular pattern, DAMP) as a second ligand of the same site, D times its own half-maximal concentration, of
which an occupied receptor signals e times as strongly as one that holds endotoxin. It sets off nothing of its own.

Total IκBα is I + (1 − N): what is free and what holds cytoplasmic NF-κB.

The shape follows published models: the IκBα loop of Hoffmann 2002 with a saturable removal as in Krishna
2006, and the two arms with autocrine TNF of Sharp 2013. The constants were fitted for this course to
landmarks of published time courses (`ldn.reference.neuroimmune.time_points`); none was measured and they
are not unique.

What the model does not reproduce
    * Refractoriness to repeated TNF pulses (Ashall 2009): closely spaced pulses give full-size second
      responses here and reduced ones in cells. That needs A20 and inactive IKK, two further states.
    * Differences between cells: responders and non-responders, transient and persistent ones (Lee 2009).
      The curves are those of an average cell.
    * Any feedback by IL-10 or TGF-β, and any product of the TRIF arm but TNF (no interferon-β).
    * Microglia: no microglial time course and no half-maximal endotoxin concentration of microglia was
      found. Landmarks come from macrophages, fibroblasts and blood; EC50 is an assumption.
    * DAMPs: no published amount, affinity or strength is carried. Whether they share a site with endotoxin,
      or act through co-receptors and other receptors too, is left open; early reports were not always free of
      traces of endotoxin.
    * MyD88 loss: TNF stays at about four fifths of normal, which is probably too high for macrophages.
    * TNF mRNA in RAW 264.7 cells at 6 h and TNF protein at 16 h (one dataset): the model peaks earlier.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

from ldn.pharmacology.arguments import choice, number
from ldn.reference import neuroimmune as reference

if TYPE_CHECKING:
    import pandas as pd

Blocks = Literal["both", "trif"]

_MOST_TIMES = 200_000
# Overexpression beyond this is outside anything the constants were fitted to.
_MOST_OF_WILD_TYPE = 10.0

# Rest is searched for between (almost) no and (almost) all NF-κB in the nucleus.
_NUCLEAR_GRID = np.concatenate([np.logspace(-8, -1, 200), np.linspace(0.1, 1 - 1e-9, 400)[1:]])


@dataclass(frozen=True, slots=True)
class TLR4Constants:
    """The constants of the model; names and units as in the module's equations."""

    EC50: float
    w_M: float
    w_T: float
    K_T: float
    k_des: float
    k_rec: float
    k_d: float
    k_b: float
    delta: float
    s0: float
    s1: float
    g_m: float
    k_t: float
    g_I: float
    k_f: float
    b0: float
    b_N: float
    b_3: float
    g_T: float
    k_s: float
    g_P: float

    @classmethod
    @cache
    def published(cls) -> TLR4Constants:
        """The constants of the course, from `ldn.reference.neuroimmune`."""
        return cls(**{field.name: reference.parameter(field.name).value for field in fields(cls)})


def tlr4_response(
    lps_ng_per_mL: float = 0.0,
    *,
    damp_per_ec50: float = 0.0,
    damp_strength: float = 1.0,
    duration_min: float = 960,
    myd88: float = 1.0,
    trif: float = 1.0,
    inducible_ikba: float = 1.0,
    tnf_clamp: float | None = None,
    antagonist_uM: float = 0.0,
    ic50_uM: float | None = None,
    blocks: Blocks = "both",
    competitive: bool = False,
    step_min: float = 0.5,
    constants: TLR4Constants | None = None,
) -> pd.DataFrame:
    """Response of an average cell to endotoxin that arrives at time 0 and stays.

    The cell starts at its own rest without endotoxin. An antagonist is present from the start and takes away
    A/(A + IC50) of the signal (Hill slope 1).

    Parameters
    ----------
    lps_ng_per_mL : float
        Endotoxin, ng/mL, 0 or more.
    damp_per_ec50 : float
        A supposed DAMP on the same site, in multiples of its own half-maximal concentration, 0 or more.
    damp_strength : float
        Signal of a receptor that holds it, as a fraction of one that holds endotoxin, 0 to 1: below 1 it is a
        partial agonist. Without effect when there is no DAMP.
    duration_min : float
        Minutes to follow, above 0.
    myd88, trif, inducible_ikba : float
        Strength of the MyD88 arm (w_M), of the TRIF arm (b_3) and of the NF-κB-driven synthesis of IκBα (s1)
        as a fraction of the wild type, 0 to 10: 0 is a knockout, 1 the wild type.
    tnf_clamp : float, optional
        Holds TNF from time 0 on at this multiple of K_T (0 removes it, 20 nearly saturates).
    antagonist_uM : float
        Antagonist, µM, 0 or more.
    ic50_uM : float, optional
        Its half-maximal concentration, µM, above 0. Needed when there is an antagonist; no such value is
        established for naltrexone, so there is no default.
    blocks : {"both", "trif"}
        Whether it takes away the whole receptor signal, or only the IRF3 (TRIF) arm as the (+)-isomers do in
        rodent microglia (Wang 2016), which spares the direct path to NF-κB.
    competitive : bool
        Antagonist competes with endotoxin (EC50 rises by 1 + A/IC50) rather than acting at another site.
        Only with ``blocks="both"``.
    step_min : float
        Minutes between rows, above 0.
    constants : TLR4Constants, optional
        Other constants than the course's, for sensitivity studies.

    Returns
    -------
    DataFrame
        ``time_min``; ``nuclear_nfkb`` (fraction of all NF-κB); ``ikba_total`` (same scale); ``ikba_mrna``,
        ``tnf_mrna`` and ``tnf`` (arbitrary units, comparable between runs).

    Raises
    ------
    TypeError, ValueError
        Name the argument, the value and the allowed range.

    Notes
    -----
    Equations, their origin and what they do not reproduce: see the module's documentation. Not a model of any
    patient, and not calibrated for microglia.
    """
    import pandas as pd

    lps = number("lps_ng_per_mL", lps_ng_per_mL, "ng/mL", low=0)
    damp = number("damp_per_ec50", damp_per_ec50, low=0)
    strength = number("damp_strength", damp_strength, low=0, high=1)
    step = number("step_min", step_min, "min", low=0, above=True)
    duration = number("duration_min", duration_min, "min", low=0, high=_MOST_TIMES * step, above=True)
    myd88 = number("myd88", myd88, low=0, high=_MOST_OF_WILD_TYPE)
    trif = number("trif", trif, low=0, high=_MOST_OF_WILD_TYPE)
    inducible_ikba = number("inducible_ikba", inducible_ikba, low=0, high=_MOST_OF_WILD_TYPE)
    if tnf_clamp is not None:
        tnf_clamp = number("tnf_clamp", tnf_clamp, "K_T", low=0)
    blocks = choice("blocks", blocks, get_args(Blocks))
    if not isinstance(competitive, bool):
        raise TypeError(f"competitive must be True or False, got {type(competitive).__name__}")
    if competitive and blocks == "trif":
        raise ValueError('competitive = True is not allowed with blocks = "trif": only with "both"')
    blocked = blocked_fraction(antagonist_uM, ic50_uM)

    wild_type = constants or TLR4Constants.published()
    cell = replace(
        wild_type,
        w_M=wild_type.w_M * myd88,
        b_3=wild_type.b_3 * trif * (1 - blocked if blocks == "trif" else 1),
        s1=wild_type.s1 * inducible_ikba,
        EC50=wild_type.EC50 / (1 - blocked) if competitive else wild_type.EC50,
    )
    signal_left = 1 - blocked if blocks == "both" and not competitive else 1.0

    start = _rest(cell)
    if tnf_clamp is not None:
        start[5] = tnf_clamp * cell.K_T
    # A competitive antagonist raises both half-maximal concentrations alike, so the DAMP counts in units of EC50.
    as_lps = damp * wild_type.EC50
    signalling = (lps + strength * as_lps) / (cell.EC50 + lps + as_lps)

    time_min = np.arange(int(duration / step + 1e-9) + 1) * step
    solution = solve_ivp(
        _rates,
        (0.0, duration),
        start,
        args=(cell, signalling, signal_left, tnf_clamp is not None),
        t_eval=time_min,
        method="LSODA",
        rtol=1e-8,
        atol=1e-11,
    )
    if not solution.success:
        raise ValueError(f"the model could not be solved with these arguments: {solution.message}")
    _, N, m, I, M, T = solution.y
    return pd.DataFrame(
        {
            "time_min": time_min,
            "nuclear_nfkb": N,
            "ikba_total": I + 1 - N,
            "ikba_mrna": m,
            "tnf_mrna": M,
            "tnf": T,
        }
    )


def blocked_fraction(antagonist_uM: float, ic50_uM: float | None) -> float:
    """Fraction of the signal that an antagonist takes away: A/(A + IC50), Hill slope 1.

    Both in µM. Without antagonist the fraction is 0 and no IC50 is needed; with one, a missing IC50 is a
    ValueError.
    """
    antagonist = number("antagonist_uM", antagonist_uM, "µM", low=0)
    ic50 = None if ic50_uM is None else number("ic50_uM", ic50_uM, "µM", low=0, above=True)
    if antagonist == 0:
        return 0.0
    if ic50 is None:
        raise ValueError(f"ic50_uM = None is not allowed with antagonist_uM = {antagonist:g} µM: above 0 µM")
    return antagonist / (antagonist + ic50)


def peak_times_min(response: pd.DataFrame, column: str = "nuclear_nfkb") -> np.ndarray:
    """Times (min) at which a column of a response has its peaks, in order; flat and monotone curves have none.

    A peak stands out from what surrounds it by at least a hundredth of the column's range.
    """
    # Half a second to import, and only landmarks need it.
    from scipy.signal import find_peaks

    curve = _column(response, column)
    peaks, _ = find_peaks(curve, prominence=max(0.01 * float(np.ptp(curve)), 1e-9))
    return response["time_min"].to_numpy()[peaks]


def half_rise_min(response: pd.DataFrame, column: str = "nuclear_nfkb") -> float:
    """Time (min) at which a column is half-way from its start to its first peak; NaN if it has no peak."""
    curve, time_min = _column(response, column), response["time_min"].to_numpy()
    peaks = peak_times_min(response, column)
    if peaks.size == 0:
        return float("nan")
    rise = slice(0, int(np.searchsorted(time_min, peaks[0])) + 1)
    half = (curve[0] + curve[rise][-1]) / 2
    return float(np.interp(half, curve[rise], time_min[rise]))


def _column(response: pd.DataFrame, column: str) -> np.ndarray:
    choice("column", column, [name for name in response.columns if name != "time_min"])
    return response[column].to_numpy()


def _rates(_time, state, c: TLR4Constants, signalling: float, signal_left: float, tnf_is_held: bool):
    R, N, m, I, M, T = state
    signal = signalling * R * signal_left
    ikk = c.w_M * signal + c.w_T * T / (T + c.K_T)
    removal = c.k_b * I * N / (c.delta + N)
    return (
        c.k_rec * (1 - R) - c.k_des * signalling * R,
        c.k_d * ikk * (1 - N) - removal,
        c.s0 + c.s1 * N**2 - c.g_m * m,
        c.k_t * m - removal - (c.g_I + c.k_f * ikk) * I,
        c.b0 + c.b_N * N**2 + c.b_3 * signal - c.g_T * M,
        0.0 if tnf_is_held else c.k_s * M - c.g_P * T,
    )


def _rest(c: TLR4Constants) -> np.ndarray:
    """The state in which nothing changes without endotoxin: all follows from N, which one equation fixes."""

    def from_nuclear(N):
        m = (c.s0 + c.s1 * N**2) / c.g_m
        M = (c.b0 + c.b_N * N**2) / c.g_T
        T = c.k_s * M / c.g_P
        ikk = c.w_T * T / (T + c.K_T)
        release = c.k_d * ikk * (1 - N)
        I = (c.k_t * m - release) / (c.g_I + c.k_f * ikk)
        return m, I, M, T, release - c.k_b * I * N / (c.delta + N)

    # NF-κB enters the nucleus when there is hardly any there; rest is where removal first keeps pace.
    excess = from_nuclear(_NUCLEAR_GRID)[4]
    crossing = np.flatnonzero(excess <= 0)
    if crossing.size == 0 or crossing[0] == 0:
        raise ValueError("with these constants the cell has no rest without endotoxin")
    low, high = _NUCLEAR_GRID[crossing[0] - 1], _NUCLEAR_GRID[crossing[0]]
    N = brentq(lambda n: from_nuclear(n)[4], low, high, xtol=1e-15, rtol=1e-14)
    m, I, M, T, _ = from_nuclear(N)
    return np.array([1.0, N, m, I, M, T])

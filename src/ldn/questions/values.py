"""Numbers that the library computes for an item or an exercise, so that no author copies one by hand.

A YAML file names a function of this module's register and gives its arguments::

    value_from: {function: hours_above, arguments: {dose_mg: 50, occupancy_threshold: 0.8}}

Nothing but a registered name is ever called, and arguments are plain numbers and words: no text of
an item is evaluated as code.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

Number = float | list[float]

_REGISTER: dict[str, Callable[..., Number]] = {}


def computes(function: Callable[..., Number]) -> Callable[..., Number]:
    """Register ``function`` under its own name as one that items may call."""
    if function.__name__ in _REGISTER:
        raise ValueError(f"a function named {function.__name__!r} is registered already")
    _REGISTER[function.__name__] = function
    return function


def registered() -> Mapping[str, Callable[..., Number]]:
    """Return the functions that items may call, by name."""
    return dict(_REGISTER)


def compute(function: str, arguments: Mapping[str, object]) -> Number:
    """Call the registered ``function`` with ``arguments`` and return its number, or list of numbers."""
    if function not in _REGISTER:
        raise ValueError(
            f"value_from: no function {function!r} is registered; known: {', '.join(sorted(_REGISTER))}"
        )
    value = _REGISTER[function](**arguments)
    return [float(one) for one in value] if isinstance(value, Sequence) else float(value)


@computes
def parameter(id: str) -> float:
    """Return the value of one reference parameter, in its own unit."""
    from ldn.reference import parameter as reference_parameter

    return reference_parameter(id).value


@computes
def hours_above(
    dose_mg: float,
    occupancy_threshold: float,
    regimen: str = "steady state",
    receptor: str = "mu",
    link: str = "biophase",
) -> float:
    """Return hours of one day above an occupancy: at daily doses' steady state, or after a single dose.

    ``regimen`` is ``"steady state"`` or ``"single dose"`` (its first 24 h).
    """
    from ldn import pharmacology

    profile = _day(dose_mg, regimen)
    return pharmacology.hours_above(profile, occupancy_threshold, receptor=receptor, link=link)


@computes
def peak_occupancy_percent(
    dose_mg: float, regimen: str = "single dose", receptor: str = "mu", link: str = "biophase"
) -> float:
    """Return the highest occupancy (%) within one day; ``regimen`` as in ``hours_above``."""
    from ldn import pharmacology

    return 100.0 * float(pharmacology.occupancy(_day(dose_mg, regimen), receptor=receptor, link=link).max())


@computes
def lowest_occupancy_percent(dose_mg: float, receptor: str = "mu", link: str = "biophase") -> float:
    """Return the lowest occupancy (%) of a day at steady state."""
    from ldn import pharmacology

    profile = _day(dose_mg, "steady state")
    return 100.0 * float(pharmacology.occupancy(profile, receptor=receptor, link=link).min())


@computes
def fractional_occupancy_percent(concentration_nM: float | list[float], kd_nM: float) -> Number:
    """Return equilibrium occupancy (%) at one concentration, or at each of several."""
    from ldn import pharmacology

    percent = 100.0 * pharmacology.fractional_occupancy(concentration_nM, kd_nM)
    return [float(one) for one in percent] if isinstance(concentration_nM, list) else float(percent)


@computes
def peak_naltrexone_nM(dose_mg: float) -> float:
    """Return the peak plasma naltrexone (nM) after a single oral dose of the hydrochloride (mg)."""
    from ldn import pharmacology

    return float(pharmacology.simulate(dose_mg).naltrexone_nM.max())


@computes
def salt_per_base() -> float:
    """Return the molar mass of naltrexone hydrochloride divided by that of the base."""
    return parameter("molar_mass_hydrochloride_g_per_mol") / parameter("molar_mass_naltrexone_g_per_mol")


@computes
def base_per_salt() -> float:
    """Return the molar mass of naltrexone base divided by that of its hydrochloride."""
    return 1.0 / salt_per_base()


def _day(dose_mg: float, regimen: str):
    from ldn import pharmacology

    doses = {"steady state": math.inf, "single dose": 1}
    if regimen not in doses:
        raise ValueError(f"regimen must be one of {', '.join(doses)}, got {regimen!r}")
    return pharmacology.simulate(dose_mg, n_doses=doses[regimen])


@computes
def bioavailability_swing_points(dose_mg: float, link: str = "biophase", from_typical: bool = False) -> float:
    """Return the rise of mean mu occupancy (percentage points) over the range of bioavailability.

    The mean is over a day at steady state. With ``from_typical`` the rise begins at the typical value.
    """
    from ldn import pharmacology
    from ldn.reference import parameter as reference_parameter

    bioavailability = reference_parameter("bioavailability")
    typical = pharmacology.NaltrexoneParameters.typical()

    def mean_percent(value: float) -> float:
        varied = typical.replace(bioavailability=value)
        day = pharmacology.simulate(dose_mg, n_doses=math.inf, parameters=varied)
        return 100.0 * float(pharmacology.occupancy(day, link=link).mean())

    low = bioavailability.value if from_typical else bioavailability.low
    return mean_percent(bioavailability.high) - mean_percent(low)


@computes
def sampled_area(what: str = "to_infinity") -> float:
    """Return an area (ng·h/mL) of lesson 03's made-up volunteer after 50 mg by mouth, linear trapezoids.

    ``what``: to_last_sample, to_infinity; or what a wrong route gives: sample_sum (no times), start_heights
    (rectangles), tail_by_half_life, tail_by_rate (the last concentration times these), tail_by_log10 (a decadic
    logarithm in the slope).
    """
    import numpy as np

    from ldn import pharmacology

    samples = pharmacology.plasma_samples(50)
    time_h, plasma = (samples[name].to_numpy() for name in ("time_h", "naltrexone_ng_per_mL"))
    area = pharmacology.area_under_curve(time_h, plasma)
    routes = {
        "to_last_sample": area.observed,
        "to_infinity": area.total,
        "sample_sum": plasma.sum(),
        "start_heights": (np.diff(time_h) * plasma[:-1]).sum(),
        "tail_by_half_life": area.observed + area.last_concentration * area.half_life_h,
        "tail_by_rate": area.observed + area.last_concentration * area.terminal_rate_per_h,
        "tail_by_log10": area.observed + area.extrapolated * math.log(10),
    }
    if what not in routes:
        raise ValueError(f"what must be one of {', '.join(routes)}, got {what!r}")
    return float(routes[what])


@computes
def bioavailability_of_crossover(route: str = "right") -> float:
    """Return F of lesson 03's made-up crossover: 50 mg of hydrochloride by mouth, 1 mg of base into a vein.

    ``route``: right; or a wrong one: to_last_sample, no_dose, upside_down.
    """
    from ldn import pharmacology

    by_mouth, intravenous = (
        pharmacology.area_under_curve(
            samples["time_h"], samples["naltrexone_ng_per_mL"], rule="linear-up log-down"
        )
        for samples in (
            pharmacology.plasma_samples(50),
            pharmacology.plasma_samples(salt_per_base(), route="intravenous", seed=31),
        )
    )
    dose_by_mouth = 50 * base_per_salt()
    right = pharmacology.bioavailability_from_areas(by_mouth.total, dose_by_mouth, intravenous.total, 1.0)
    routes = {
        "right": right,
        "to_last_sample": by_mouth.observed / dose_by_mouth / intravenous.observed,
        "no_dose": by_mouth.total / intravenous.total,
        "upside_down": 1 / right,
    }
    if route not in routes:
        raise ValueError(f"route must be one of {', '.join(routes)}, got {route!r}")
    return routes[route]


@computes
def reaches_circulation_mg(dose_mg: float, bioavailability: float) -> float:
    """Return the milligrams (of hydrochloride) that reach the circulation of a dose by mouth."""
    return dose_mg * bioavailability


@computes
def schild_of_bath(what: str, seed: int = 2, route: str = "right") -> float:
    """Return the Schild slope, an end of its interval, or pA2 of lesson 02's simulated bath.

    ``what``: slope, slope_low, slope_high, pa2. ``route``: right; or a wrong one: ratio_kept_whole (no 1 taken off),
    one_taken_twice (1 taken off before the library does), normal (1.96 in place of Student's t), nanomolar.
    """
    from ldn import pharmacology

    bath = pharmacology.shift_experiment(seed=seed)
    ec50 = [pharmacology.read_curve(bath.index, bath[column]).ec50_nM for column in bath.columns]
    antagonist_nM = list(bath.columns[1:])
    ratios = [one / ec50[0] for one in ec50[1:]]
    fed = {
        "ratio_kept_whole": [ratio + 1 for ratio in ratios],
        "one_taken_twice": [ratio - 1 for ratio in ratios],
    }
    fit = pharmacology.schild_regression(antagonist_nM, fed.get(route, ratios))
    half_width = fit.slope_ci_high - fit.slope
    if route == "normal":
        # Two degrees of freedom: four points, two estimates.
        half_width *= 1.96 / 4.3027
    pa2 = fit.pa2 - 9 if route == "nanomolar" else fit.pa2
    found = {
        "slope": fit.slope,
        "slope_low": fit.slope - half_width,
        "slope_high": fit.slope + half_width,
        "pa2": pa2,
    }
    if what not in found:
        raise ValueError(f"what must be one of {', '.join(found)}, got {what!r}")
    return found[what]


@computes
def tablet_umol(dose_mg: float, weighed_as: str = "hydrochloride") -> float:
    """Return the amount (µmol) in a dose; ``weighed_as`` is what its milligrams are: hydrochloride or naltrexone."""
    return 1000.0 * dose_mg / parameter(f"molar_mass_{weighed_as}_g_per_mol")


@computes
def label_peak_at(dose_mg: float, unit: str = "nM", part: str = "total") -> float:
    """Return the label's peak after 50 mg, scaled to another dose: in nM or ng/mL, the total, free or bound part."""
    from ldn.reference import observation

    measured = observation("cmax_50mg_swiss")
    ng_per_mL = measured.value * dose_mg / measured.dose_mg
    unbound = parameter("fraction_unbound")
    parts = {"total": 1.0, "free": unbound, "bound": 1.0 - unbound}
    units = {"ng/mL": 1.0, "nM": 1000.0 / parameter("molar_mass_naltrexone_g_per_mol")}
    if unit not in units or part not in parts:
        raise ValueError(f"unit must be one of {', '.join(units)} and part one of {', '.join(parts)}")
    return ng_per_mL * units[unit] * parts[part]


@computes
def exposure_margin(in_vitro_uM: float, dose_mg: float, plasma: str = "free") -> float:
    """Return how many times a concentration in a dish is the peak in plasma after a dose, free or total."""
    from ldn import neuroimmune

    margin = neuroimmune.exposure_margin(in_vitro_uM, dose_mg)
    return margin if plasma == "free" else margin * parameter("fraction_unbound")


@computes
def blocked_percent(dose_mg: float, ic50_uM: float, plasma: str = "free") -> float:
    """Return the share (%) of a signal that the plasma peak would take away at an assumed IC50."""
    from ldn import neuroimmune

    peak_nM = neuroimmune.free_peak_nM(dose_mg) if plasma == "free" else neuroimmune.peak_nM(dose_mg)
    return 100.0 * neuroimmune.blocked_fraction(peak_nM / 1000.0, ic50_uM)


@computes
def saturation_reading(what: str, seed: int = 7) -> float:
    """Return a constant of the simulated binding experiment of lesson 01, by the right route or by a wrong one.

    ``kd_nM`` and ``bmax`` come of the least-squares fit. ``log10_kd``, ``ln_kd``, ``pkd`` and ``inverse_kd`` are
    the same Kd in another dress; ``reciprocal_kd`` and ``reciprocal_bmax`` the straight line through 1/bound
    against 1/concentration; ``highest_reading`` the largest value, ``kd_at_half_of_it`` the concentration at its
    half, read between the means.
    """
    import numpy as np

    from ldn import pharmacology

    data = pharmacology.saturation_experiment(seed=int(seed))
    concentration, bound = data["concentration_nM"], data["bound_fmol_per_mg"]
    fit = pharmacology.fit_saturation(concentration, bound)
    slope, intercept = np.polyfit(1 / concentration, 1 / bound, 1)
    means = data.groupby("concentration_nM")["bound_fmol_per_mg"].mean()
    found = {
        "kd_nM": fit.kd_nM,
        "bmax": fit.bmax_fmol_per_mg,
        "log10_kd": math.log10(fit.kd_nM),
        "ln_kd": math.log(fit.kd_nM),
        "pkd": 9 - math.log10(fit.kd_nM),
        "inverse_kd": 1 / fit.kd_nM,
        "reciprocal_kd": slope / intercept,
        "reciprocal_bmax": 1 / intercept,
        "highest_reading": bound.max(),
        "kd_at_half_of_it": np.interp(bound.max() / 2, means, means.index),
    }
    if what not in found:
        raise ValueError(f"what must be one of {', '.join(found)}, got {what!r}")
    return float(found[what])


@computes
def hours_below(
    dose_mg: float, occupancy_threshold: float, regimen: str = "steady state", link: str = "biophase"
) -> float:
    """Return hours of one day below a mu occupancy; ``regimen`` as in ``hours_above``."""
    return 24.0 - hours_above(dose_mg, occupancy_threshold, regimen=regimen, link=link)


@computes
def dilution(what: str, amount_mg: float, volume_mL: float, dose_mg: float) -> float:
    """Return one step of a dilution: ``concentration_mg_per_mL``, ``volume_mL`` of the dose, or ``mL_for_mg_mg``.

    The last is what is swallowed when as many mL are drawn as mg were meant.
    """
    from ldn.pharmacology.compounding import measured_dose

    meant = measured_dose(dose_mg, tablet_mg=amount_mg, volume_mL=volume_mL)
    slipped = measured_dose(dose_mg, tablet_mg=amount_mg, volume_mL=volume_mL, slip="mL_for_mg")
    found = {
        "concentration_mg_per_mL": meant.concentration_mg_per_mL,
        "volume_mL": meant.volume_mL,
        "mL_for_mg_mg": slipped.swallowed_mg,
    }
    if what not in found:
        raise ValueError(f"what must be one of {', '.join(found)}, got {what!r}")
    return found[what]


@computes
def ten_capsules(what: str, label_mg: float = 4.5) -> float:
    """Return a figure of the ten capsules of lesson 11, by the right route or by a wrong one.

    ``mean_percent``, ``sd_percent`` (n − 1) and ``acceptance_value`` are right. ``mean_mg`` and ``sd_mg`` are in mg;
    ``population_sd`` divides by n; ``spread_only``, ``from_hundred`` and ``with_two`` are acceptance values without
    the mean, with its distance from 100 %, and with the constant of thirty units.
    """
    from ldn.pharmacology.compounding import acceptance_value, capsule_contents

    contents, _ = capsule_contents(10, seed=11, fill_sd_percent=3, mixing_sd_percent=5, mean_percent=95)
    mean, sd = float(contents.mean()), float(contents.std(ddof=1))
    right = acceptance_value(contents)
    found = {
        "mean_percent": mean,
        "sd_percent": sd,
        "acceptance_value": right,
        "mean_mg": mean * label_mg / 100,
        "sd_mg": sd * label_mg / 100,
        "population_sd": float(contents.std()),
        "spread_only": 2.4 * sd,
        "from_hundred": abs(100 - mean) + 2.4 * sd,
        "with_two": right - 0.4 * sd,
    }
    if what not in found:
        raise ValueError(f"what must be one of {', '.join(found)}, got {what!r}")
    return found[what]


@computes
def interval_reading(study: str, outcome: str, what: str) -> float:
    """Return what a printed interval of a difference holds: se, p_value, or a misreading (half_width, width_over_z)."""
    from ldn.evidence import trial_effect

    effect = trial_effect(study, outcome, scale_points=None)
    width = effect.ci_high - effect.ci_low
    found = {
        "se": effect.se,
        "p_value": effect.p_value,
        "half_width": width / 2,
        "width_over_z": 2 * effect.se,
        "one_sided_p": effect.p_value / 2,
    }
    if what not in found:
        raise ValueError(f"what must be one of {', '.join(found)}, got {what!r}")
    return found[what]


@computes
def crossover_from_p(what: str, distribution: str = "t") -> float:
    """Return what the p value of Younger 2013 holds of its paired difference: se, ci_low, ci_high (% of baseline).

    ``points`` is the difference on a 0–10 scale, ``unpaired_se`` the standard error with the pairing ignored, and
    ``quantile`` the t (or z) behind the p value.
    """
    from scipy import stats

    from ldn.evidence import effect_from_p, sd_from_ci
    from ldn.reference.studies import study

    pain = study("younger2013").outcome("pain")
    (printed,) = pain.contrasts
    df = printed.df if distribution == "t" else None
    effect = effect_from_p(-printed.estimate, printed.p.value, df=df)
    (baseline,) = (result.value for result in pain.results if result.arm == "baseline")
    spreads = [sd_from_ci(r.spread, r.n) / math.sqrt(r.n) for r in pain.results if r.spread is not None]
    found = {
        "se": effect.se,
        "ci_low": effect.ci_low,
        "ci_high": effect.ci_high,
        "points": effect.estimate / 100 * baseline / 10,
        "points_of_hundred": effect.estimate / 100 * baseline,
        "unpaired_se": math.hypot(*spreads),
        "quantile": effect.estimate / effect.se,
        "z_low": effect.estimate - stats.norm.ppf(0.975) * effect.se,
        "z_high": effect.estimate + stats.norm.ppf(0.975) * effect.se,
    }
    if what not in found:
        raise ValueError(f"what must be one of {', '.join(found)}, got {what!r}")
    return float(found[what])


@computes
def responders(study: str, outcome: str, what: str, analysis: str = "ITT") -> float:
    """Return a share of responders in per cent (ldn, placebo), their difference, or the relative difference."""
    from ldn.reference.studies import study as study_of

    counted = {
        result.arm: 100 * result.events / result.n
        for result in study_of(study).outcome(outcome).results
        if result.events is not None and (result.analysis or analysis) == analysis
    }
    found = {
        **counted,
        "difference": counted["ldn"] - counted["placebo"],
        "relative": 100 * (counted["ldn"] / counted["placebo"] - 1),
    }
    if what not in found:
        raise ValueError(f"what must be one of {', '.join(found)}, got {what!r}")
    return found[what]


@computes
def f_test_p(study: str, outcome: str, df1: int = 0) -> float:
    """Return the p value of a printed F statistic, with its own numerator degrees of freedom or with ``df1``."""
    from scipy import stats

    from ldn.evidence.reproduction import F_TEST
    from ldn.reference.studies import study as study_of

    tests = (F_TEST.search(contrast.test) for contrast in study_of(study).outcome(outcome).contrasts)
    (printed,) = (found for found in tests if found)
    return float(stats.f.sf(float(printed["f"]), df1 or int(printed["df1"]), int(printed["df2"])))


@computes
def chance_of_best(r: float, n: int, n_predictors: int) -> float:
    """Return the chance (%) that the best of several useless predictors reaches a correlation."""
    from ldn.evidence import chance_of_best_correlation

    return 100 * chance_of_best_correlation(r, int(n), int(n_predictors))


@computes
def upper_bound_percent(events: int, people: int, level: float = 0.95) -> float:
    """Return the one-sided upper bound (%) on the risk behind so many events among so many people."""
    from ldn.evidence import event_upper_bound

    return 100 * event_upper_bound(int(events), int(people), level)


@computes
def people_to_see(one_in: float, chance: float = 0.95) -> float:
    """Return how many people must be watched to see a risk of 1 in ``one_in`` at least once, with this chance."""
    from ldn.evidence import people_to_see_an_event

    return people_to_see_an_event(1 / one_in, chance)


@computes
def opioid_shift(dose_mg: float, hours_since_tablet: float, daily: bool = True, what: str = "ratio") -> float:
    """Return an opioid's dose ratio after naltrexone: ``ratio``, or its ``level`` or ``occupied`` share alone."""
    from ldn.pharmacology import naltrexone_level

    level = float(naltrexone_level(dose_mg, hours_since_tablet, daily=daily))
    return {"ratio": 1 + level, "level": level, "occupied": level / (1 + level)}[what]


@computes
def pain_pool(trials: str, quantity: str, weigh_by: str = "variance") -> float:
    """Return a number of the fixed-effect pool of pain, in points of 10.

    ``trials`` are ids with spaces between. ``quantity`` is ``estimate``, ``se``, ``first_share_percent``, ``q``,
    ``i2_percent`` or ``tau2``. ``weigh_by`` is ``variance``, or a slip: ``error``, ``people`` or ``nothing``.
    """
    from ldn.evidence import pool, trial_effect
    from ldn.reference.studies import study as study_of

    ids = trials.split()
    effects = [trial_effect(id, "pain") for id in ids]
    if quantity in ("q", "i2_percent", "tau2", "se"):
        pooled = pool(effects, model="random" if quantity == "tau2" else "fixed")
        return {"q": pooled.q, "i2_percent": pooled.i2, "tau2": pooled.tau2, "se": pooled.se}[quantity]
    weights = {
        "variance": [1 / effect.se**2 for effect in effects],
        "error": [1 / effect.se for effect in effects],
        "people": [float(study_of(id).participants.analysed) for id in ids],
        "nothing": [1.0] * len(ids),
    }[weigh_by]
    if quantity == "first_share_percent":
        return 100 * weights[0] / sum(weights)
    return sum(w * effect.estimate for w, effect in zip(weights, effects, strict=True)) / sum(weights)


@computes
def pain_prediction_high(less: int = 2, spread: str = "t", parts: str = "both") -> float:
    """Return the upper end of the prediction interval of pain over all trials, in points of 10.

    With k trials t has k − ``less`` degrees of freedom; ``spread`` may be ``normal``, which is a slip, and ``parts``
    ``both``, or one of ``tau2`` and ``se`` alone.
    """
    from scipy import stats

    from ldn.evidence import pool, trial_effects

    pooled = pool(trial_effects("pain", condition="fibromyalgia"))
    upper = stats.norm.ppf(0.975) if spread == "normal" else stats.t.ppf(0.975, pooled.k - int(less))
    variance = {"both": pooled.tau2 + pooled.se**2, "tau2": pooled.tau2, "se": pooled.se**2}[parts]
    return pooled.estimate + float(upper) * math.sqrt(variance)


@computes
def verb_of_certainty(outcome: str) -> float:
    """Return which verb an outcome's certainty allows: 1 does, 2 likely does, 3 may do, 4 we do not know."""
    from ldn.reference.certainty import LEVELS, certainty

    return float(len(LEVELS) - LEVELS.index(certainty(outcome).level))


@computes
def responder_difference(study: str, outcome: str, end: str, analysis: str = "ITT") -> float:
    """Return the lower or upper end of the interval of a difference in responders, in people of 100."""
    from ldn.evidence import risk_difference
    from ldn.reference.studies import study as study_of

    counts = {
        result.arm: (result.events, result.n)
        for result in study_of(study).outcome(outcome).results
        if result.events is not None and (result.analysis or analysis) == analysis
    }
    difference = risk_difference(*counts["ldn"], *counts["placebo"])
    return 100 * {"low": difference.ci_low, "high": difference.ci_high}[end]


@computes
def published_effect(study: str, outcome: str, what: str) -> float:
    """Return an effect of the counts behind a published result, by the right route or by a wrong one.

    ``difference_points``, ``ratio`` and ``number_needed`` are right. ``odds_ratio`` and ``inverse_ratio`` are other
    ratios, ``ldn_points`` and ``placebo_points`` the two rates, ``needed_without_placebo`` the reciprocal of
    LDN's rate.
    """
    from ldn.evidence import odds_ratio, published_counts, risk_difference, risk_ratio

    events, people, (placebo_events, placebo_people), _ = published_counts(study, outcome)
    table = events, people, placebo_events, placebo_people
    difference = risk_difference(*table).estimate
    ratio = risk_ratio(*table).estimate
    found = {
        "difference_points": 100 * difference,
        "ratio": ratio,
        "number_needed": 1 / difference,
        "odds_ratio": odds_ratio(*table).estimate,
        "inverse_ratio": 1 / ratio,
        "ldn_points": 100 * events / people,
        "placebo_points": 100 * placebo_events / placebo_people,
        "needed_without_placebo": people / events,
    }
    if what not in found:
        raise ValueError(f"what must be one of {', '.join(found)}, got {what!r}")
    return found[what]

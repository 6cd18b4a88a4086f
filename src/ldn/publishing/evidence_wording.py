"""How an evidence card says a printed figure: value, spread, denominators, p, exactly as the store holds them."""

from __future__ import annotations

from ldn.reference.study_schema import (
    ArmResult,
    Contrast,
    Dose,
    Outcome,
    Participants,
    PooledEstimate,
    PValue,
    Study,
)

_UNITLESS = ("standardised mean difference", "rank effect size")
_SPREAD = {
    "SD": "SD {}",
    "SE": "standard error {}",
    "CI half-width": "95 % confidence interval ± {}",
    "IQR": "interquartile range {}",
    "not stated": "± {}, kind of spread not stated",
}


def number(value: float) -> str:
    """A number as printed, with a proper minus sign and no exponent."""
    return f"{value:.10g}".replace("-", "−")


def amount(value: float, unit: str) -> str:
    """A number with its unit; a percentage and a plain number read as such."""
    if unit in ("", "1"):
        return number(value)
    if unit == "percent of baseline":
        return f"{number(value)} % of baseline"
    return f"{number(value)} {unit}"


def interval(low: float | None, high: float | None) -> str:
    """A printed 95 % confidence interval, or nothing."""
    return "" if low is None or high is None else f"95 % CI {number(low)} to {number(high)}"


def p_value(printed: PValue | None) -> str:
    """A printed p value that does not break over two lines, or nothing."""
    return str(printed).replace(" ", "\N{NO-BREAK SPACE}") if printed else ""


def arm_name(id: str, study: Study) -> str:
    """What an arm is called; "baseline" stands for the state before treatment."""
    return next((arm.name for arm in study.arms if arm.id == id), "Baseline")


def circumstances(entry: ArmResult | Contrast) -> str:
    """Denominator, week and analysis, as far as they are known."""
    parts = []
    counted = getattr(entry, "events", None) is not None  # Then "x of n" says it.
    if getattr(entry, "n", None) and not counted:
        parts.append(f"n = {entry.n}")
    if entry.weeks:
        parts.append(f"week {number(entry.weeks)}")
    elif entry.weeks == 0 and entry.arm != "baseline":
        parts.append("before treatment")
    if entry.analysis:
        parts.append("intention to treat" if entry.analysis == "ITT" else entry.analysis)
    return ", ".join(parts)


def arm_result(result: ArmResult, outcome: Outcome) -> str:
    """One outcome in one arm, in words and figures."""
    parts = []
    if result.value is not None:
        unit = outcome.unit
        if result.statistic == "percent change":
            unit = "% of baseline" if unit in ("", "percent of baseline") else "%"
        shown = amount(result.value, unit)
        if result.statistic != "level":
            shown = f"change {shown}"
        parts.append(f"median {shown}" if result.centre == "median" else shown)
    if result.events is not None:
        counted = f"{result.events}" if result.n is None else f"{result.events} of {result.n}"
        # Only a printed percentage is shown: whether it fits its count is for the reader to check.
        parts.append(counted if result.percent is None else f"{counted} ({number(result.percent)} %)")
    elif result.percent is not None:
        parts.append(f"{number(result.percent)} %")
    if result.spread is not None:
        parts.append(_SPREAD[result.spread_kind].format(number(result.spread)))
    parts += [interval(result.low, result.high), p_value(result.p)]
    return "; ".join(part for part in parts if part) or "no figure"


def contrast(printed: Contrast, outcome: Outcome) -> str:
    """A printed comparison: measure, estimate, interval, p and test."""
    parts = []
    if printed.estimate is not None:
        ratio = printed.measure.endswith("ratio")
        unit = "" if ratio or printed.measure in _UNITLESS else printed.unit or outcome.unit
        parts.append(f"{printed.measure} {amount(printed.estimate, unit)}")
    if printed.iqr is not None:
        parts.append(f"interquartile range {number(printed.iqr)}")
    parts += [interval(printed.low, printed.high), p_value(printed.p), printed.test]
    if printed.adjusted:
        parts.append("adjusted")
    if printed.paired:
        parts.append("within people")
    return "; ".join(part for part in parts if part)


def pooled(printed: PooledEstimate) -> str:
    """A pooled effect as the review prints it."""
    parts = [f"{printed.measure} {number(printed.estimate)}", interval(printed.low, printed.high)]
    parts.append(p_value(printed.p))
    if printed.i2_percent is not None:
        parts.append(f"I² {number(printed.i2_percent)} %")
    return "; ".join(part for part in parts if part)


def scale(outcome: Outcome) -> str:
    """Role, unit, range and direction of an outcome."""
    parts = [outcome.role]
    if outcome.scale_low is not None and outcome.scale_high is not None:
        parts.append(f"scale {number(outcome.scale_low)} to {number(outcome.scale_high)}")
    if outcome.unit:
        parts.append(outcome.unit)
    if outcome.higher_is:
        parts.append(f"higher is {outcome.higher_is}")
    return ", ".join(parts)


def people(held: Participants | None) -> str:
    """How many people, at which stage."""
    if held is None:
        return "not seen"
    stages = ("planned", "enrolled", "randomised", "completed", "analysed")
    parts = [f"{getattr(held, stage)} {stage}" for stage in stages if getattr(held, stage) is not None]
    return ", ".join(parts) or "not seen"


def dose(held: Dose | None) -> str:
    """Daily dose and schedule."""
    if held is None:
        return "not seen"
    parts = []
    if held.mg is not None:
        parts.append(f"{number(held.mg)} mg" + ("" if "single dose" in held.schedule else " a day"))
    if held.low_mg is not None and held.high_mg is not None and held.low_mg != held.high_mg:
        parts.append(f"range {number(held.low_mg)} to {number(held.high_mg)} mg")
    elif held.mg is None and (end := held.low_mg or held.high_mg):
        parts.append(f"{'from' if held.low_mg else 'up to'} {number(end)} mg")
    if held.mg_per_kg is not None:
        parts.append(f"{number(held.mg_per_kg)} mg/kg a day")
    if held.schedule:
        parts.append(held.schedule)
    return "; ".join(parts) or "not seen"


def duration(study: Study) -> str:
    """How long the treatment was taken."""
    if study.duration_detail:
        return study.duration_detail
    if study.duration_weeks is None and study.dose and "single dose" in study.dose.schedule:
        return "a single dose"
    return "not seen" if study.duration_weeks is None else f"{number(study.duration_weeks)} weeks"


def design(study: Study) -> str:
    """The design in one phrase: what, randomised or not, blinded or not."""
    drawn = "randomised" if study.randomised else "not randomised"
    blinding = "blinding not stated" if study.blinding == "not stated" else study.blinding
    return f"{study.design}, {drawn}, {blinding}"


def kind(written: str) -> str:
    """A review's kind, or a study's design, without abbreviations."""
    return "health technology assessment" if written == "HTA" else written

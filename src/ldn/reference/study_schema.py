"""What the store knows of a study: how it was done, what it printed, and which part of it was read."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from ldn.reference.schema import Confidence, Entry, Key, Sentence, Source

Area = Literal[
    "pain",
    "gut",
    "nervous system",
    "mental health",
    "fatigue syndromes",
    "infection",
    "skin",
    "cancer",
    "autoimmunity",
    "medicine use",
]
Design = Literal[
    "parallel",
    "crossover",
    "factorial",
    "fixed-order crossover",
    "up-and-down dose finding",
    "single-arm trial",
    "retrospective cohort",
    "before-after register",
    "case series",
    "case report",
]
Blinding = Literal["double-blind", "single-blind", "assessor-blind", "open-label", "not stated"]
Status = Literal["published", "preprint", "meeting abstract", "terminated", "no results found", "ongoing"]
Direction = Literal[
    "better than comparator",
    "no difference",
    "worse than comparator",
    "mixed",
    "better than before",
    "unchanged",
    "worse than before",
    "no comparison printed",
    "not seen",
]
ReadDepth = Literal["full text", "abstract", "registry record", "secondary report"]
Judgement = Literal["low", "some concerns", "high", "not seen"]
Column = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class StudySource(Source):
    """A source of a study; beyond papers also a registry's record or a news report may have been read."""

    seen: Literal[
        "full text",
        "abstract",
        "title page",
        "registry record",
        "news report",
        "data and code",
        "quoted elsewhere",
    ]


class PValue(Entry):
    """A printed p value: exact, or only a bound ("<0.001")."""

    value: float = Field(gt=0, le=1)
    bound: Literal["=", "<", "≤"] = "="

    def __str__(self) -> str:
        return f"p {self.bound} {self.value:g}"


def _parse_p(printed: Any) -> Any:
    if isinstance(printed, str) and printed[:1] in "<≤":
        return {"value": float(printed[1:]), "bound": printed[0]}
    return {"value": printed} if isinstance(printed, (int, float)) else printed


PrintedP = Annotated[PValue, BeforeValidator(_parse_p)]


class Reported(Entry):
    """What every reported result carries: where it was read, and how sure that is."""

    source: Key
    confidence: Confidence
    note: str = ""


class Interval(Reported):
    """An estimate's printed range."""

    low: float | None = None
    high: float | None = None

    @model_validator(mode="after")
    def _both_ends_in_order(self) -> Interval:
        if (self.low is None) != (self.high is None):
            raise ValueError("give both low and high, or neither")
        if self.low is not None and self.low > self.high:
            raise ValueError(f"low {self.low:g} is above high {self.high:g}")
        return self


class Finding(Reported):
    """A result told in words, where no number was printed or seen."""

    text: Sentence


class ArmResult(Interval):
    """One outcome in one arm, as printed.

    ``statistic`` says what ``value`` is: the level of the scale, its change, or its change in percent of
    baseline. Counts of people have ``events`` and ``n``, or only the printed ``percent``.
    ``low`` and ``high`` are a 95 % confidence interval; other spreads are ``spread`` with its kind.
    """

    arm: Key
    n: int | None = Field(default=None, ge=1)
    weeks: float | None = Field(default=None, ge=0)
    analysis: Literal["ITT", "complete case", "per protocol"] | None = None
    statistic: Literal["level", "change", "percent change"] | None = None
    centre: Literal["mean", "median"] = "mean"
    value: float | None = None
    spread: float | None = Field(default=None, ge=0)
    spread_kind: Literal["SD", "SE", "CI half-width", "IQR", "not stated"] | None = None
    events: int | None = Field(default=None, ge=0)
    percent: float | None = Field(default=None, ge=0, le=100)
    p: PrintedP | None = None

    @model_validator(mode="after")
    def _is_complete(self) -> ArmResult:
        if self.value is None and self.events is None and self.percent is None and self.p is None:
            raise ValueError(f"result of arm {self.arm!r} has no value, events, percent or p")
        if (self.value is None) != (self.statistic is None):
            raise ValueError(f"result of arm {self.arm!r}: value and statistic belong together")
        if (self.spread is None) != (self.spread_kind is None):
            raise ValueError(f"result of arm {self.arm!r}: spread and spread_kind belong together")
        if self.events is not None and self.n is not None and self.events > self.n:
            raise ValueError(f"result of arm {self.arm!r}: {self.events} events in {self.n} people")
        return self


class Contrast(Interval):
    """A comparison as printed, turned so that it reads LDN minus (or over) the comparator.

    ``within arm`` compares a group with its own past: no evidence against placebo, and marked so.
    """

    kind: Literal["between arms", "within arm"] = "between arms"
    arm: Key = "ldn"
    against: Key
    measure: Literal[
        "mean difference",
        "median difference",
        "standardised mean difference",
        "rank effect size",
        "risk ratio",
        "rate ratio",
        "test only",
    ]
    estimate: float | None = None
    unit: str = ""
    iqr: float | None = Field(default=None, ge=0)
    p: PrintedP | None = None
    test: str = ""
    df: float | None = Field(default=None, gt=0)
    paired: bool = False
    adjusted: bool = False
    weeks: float | None = Field(default=None, ge=0)
    analysis: Literal["ITT", "complete case", "per protocol"] | None = None

    @model_validator(mode="after")
    def _is_complete(self) -> Contrast:
        if (self.measure == "test only") != (self.estimate is None):
            raise ValueError(
                f"contrast against {self.against!r}: 'test only' has no estimate, others have one"
            )
        if self.estimate is None and self.p is None and not self.test:
            raise ValueError(f"contrast against {self.against!r} needs an estimate, p or test")
        if (self.kind == "within arm") != (self.against == "baseline"):
            raise ValueError(f"contrast against {self.against!r}: within an arm means against baseline")
        return self


class Outcome(Entry):
    """One outcome of a study. Outcomes of the same ``id`` can be compared between studies."""

    id: Key
    name: Sentence
    role: Literal["primary", "secondary", "exploratory", "harm"]
    unit: str = ""
    scale_low: float | None = None
    scale_high: float | None = None
    higher_is: Literal["worse", "better"] | None = None
    results: tuple[ArmResult, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    findings: tuple[Finding, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Outcome:
        if not (self.results or self.contrasts or self.findings):
            raise ValueError(f"outcome {self.id!r} has no result, contrast or finding")
        return self


class Arm(Entry):
    """A treatment arm; in a crossover trial, a condition that everybody went through."""

    id: Key
    name: Sentence
    role: Literal["LDN", "placebo", "active", "untreated", "other"]
    randomised: int | None = Field(default=None, ge=0)
    analysed: int | None = Field(default=None, ge=0)


class Participants(Reported):
    """How many people, at which stage."""

    planned: int | None = Field(default=None, ge=1)
    enrolled: int | None = Field(default=None, ge=1)
    randomised: int | None = Field(default=None, ge=1)
    completed: int | None = Field(default=None, ge=1)
    analysed: int | None = Field(default=None, ge=1)


class Dose(Reported):
    """Naltrexone, as mg of the hydrochloride a day; ``mg`` is the dose aimed at."""

    mg: float | None = Field(default=None, gt=0)
    low_mg: float | None = Field(default=None, gt=0)
    high_mg: float | None = Field(default=None, gt=0)
    mg_per_kg: float | None = Field(default=None, gt=0)
    schedule: str = ""


class RiskOfBias(Entry):
    """A published review's judgement by domain (RoB 2). "not seen" where none was read: never our guess."""

    randomisation: Judgement = "not seen"
    deviations: Judgement = "not seen"
    missing_data: Judgement = "not seen"
    measurement: Judgement = "not seen"
    selective_reporting: Judgement = "not seen"
    overall: Judgement = "not seen"
    judged_by: Key | None = None
    limits: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _has_a_judge(self) -> RiskOfBias:
        cells = (
            self.randomisation,
            self.deviations,
            self.missing_data,
            self.measurement,
            self.selective_reporting,
            self.overall,
        )
        if any(cell != "not seen" for cell in cells) != (self.judged_by is not None):
            raise ValueError("a judgement needs judged_by (the review's source key), and the reverse")
        return self


class Correlation(Reported):
    """A printed correlation, for example of a baseline value with the response."""

    of: Sentence
    with_: Sentence = Field(alias="with")
    r: float = Field(ge=-1, le=1)
    n: int = Field(ge=3)
    p: PrintedP | None = None


class IndividualTable(Reported):
    """Rows of single people, as printed. Column names carry the unit.

    ``printed_mean_sd`` holds the mean and standard deviation that the paper itself gives of a column.
    """

    columns: tuple[Column, ...] = Field(min_length=1)
    rows: tuple[tuple[float, ...], ...] = Field(min_length=1)
    printed_mean_sd: dict[Column, tuple[float, float]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _is_rectangular(self) -> IndividualTable:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} values for {len(self.columns)} columns")
        if unknown := sorted(set(self.printed_mean_sd) - set(self.columns)):
            raise ValueError(f"printed_mean_sd names unknown columns {', '.join(unknown)}")
        return self


class Study(Entry):
    """A study of naltrexone in people, as far as it was read.

    ``direction`` is our one-word reading of its primary outcome: against the comparator where there is one, against
    the people's own past where there is none.
    """

    id: Key
    name: Sentence
    condition: Sentence
    area: Area
    dose_band: Literal["low", "standard", "ultra-low"] = "low"
    status: Status = "published"
    year: int | None = Field(default=None, ge=1980, le=2100)
    country: str = ""
    design: Design
    randomised: bool
    blinding: Blinding
    design_detail: str = ""
    population: str = ""
    arms: tuple[Arm, ...] = Field(min_length=1)
    participants: Participants | None = None
    dose: Dose | None = None
    duration_weeks: float | None = Field(default=None, gt=0)
    duration_detail: str = ""
    comparator: Sentence
    direction: Direction = "not seen"
    registrations: tuple[Sentence, ...] = ()
    funding: str = "not seen"
    read: ReadDepth
    outcomes: tuple[Outcome, ...] = ()
    correlations: tuple[Correlation, ...] = ()
    individuals: IndividualTable | None = None
    risk_of_bias: RiskOfBias = RiskOfBias()
    doubts: tuple[Sentence, ...] = ()
    reading: str = ""
    cites: tuple[Key, ...] = ()
    sources: tuple[StudySource, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _main_source_unless_told(cls, row: Any) -> Any:
        return _with_main_source(row)

    @model_validator(mode="after")
    def _arms_exist(self) -> Study:
        known = [arm.id for arm in self.arms]
        if len(set(known)) != len(known):
            raise ValueError(f"study {self.id!r} names an arm twice")
        for outcome in self.outcomes:
            used = [result.arm for result in outcome.results]
            for contrast in outcome.contrasts:
                used += [contrast.arm, contrast.against]
            if unknown := sorted(set(used) - {*known, "baseline"}):
                raise ValueError(
                    f"outcome {outcome.id!r} of study {self.id!r} names unknown arms {', '.join(unknown)}; "
                    f"its arms are {', '.join(known)}"
                )
        ids = [outcome.id for outcome in self.outcomes]
        if twice := sorted({id for id in ids if ids.count(id) > 1}):
            raise ValueError(f"study {self.id!r} has outcome {', '.join(twice)} twice")
        return self

    @property
    def source_keys(self) -> tuple[str, ...]:
        """Every source a figure of the study was read in, the main one first."""
        return _source_keys(self)

    def outcome(self, id: str) -> Outcome | None:
        """The outcome of this id, or None where the study has none."""
        return next((outcome for outcome in self.outcomes if outcome.id == id), None)


class PooledEstimate(Interval):
    """A pooled effect as a review prints it; negative favours LDN where higher is worse."""

    id: Key
    outcome: Sentence
    condition: str = ""
    kind: Literal["between arms", "within arm"] = "between arms"
    comparator: str = "placebo"
    measure: Literal[
        "mean difference",
        "standardised mean difference",
        "risk ratio",
        "odds ratio",
        "rate ratio",
        "risk difference",
    ]
    estimate: float
    p: PrintedP | None = None
    i2_percent: float | None = Field(default=None, ge=0, le=100)
    k: int | None = Field(default=None, ge=1)
    n: int | None = Field(default=None, ge=1)
    sensitivity_analysis: bool = False


class Review(Entry):
    """A review of several studies, and what it pooled."""

    id: Key
    name: Sentence
    kind: Literal["meta-analysis", "systematic review", "scoping review", "narrative review", "HTA", "letter"]
    condition: Sentence
    area: Area | Literal["any"]
    dose_band: Literal["low", "standard", "any"] = "low"
    year: int
    k_studies: int | None = Field(default=None, ge=0)
    n_participants: int | None = Field(default=None, ge=1)
    searched_to: str = ""
    model: str = ""
    registration: str = ""
    read: ReadDepth | Literal["title page"]
    pooled: tuple[PooledEstimate, ...] = ()
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Sentence, ...] = ()
    cites: tuple[Key, ...] = ()
    sources: tuple[StudySource, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _main_source_unless_told(cls, row: Any) -> Any:
        return _with_main_source(row)

    @property
    def source_keys(self) -> tuple[str, ...]:
        """Every source a figure of the review was read in, the main one first."""
        return _source_keys(self)


_CARRIES_SOURCE = ("participants", "dose", "individuals")
_HOLDS_REPORTED = ("outcomes", "results", "contrasts", "findings", "correlations", "pooled")


def _with_main_source(row: Any) -> Any:
    """Give every figure without its own source the first one listed: most come from one paper."""
    if not isinstance(row, dict):
        return row
    listed = [*(s["key"] for s in row.get("sources", ()) if isinstance(s, dict)), *row.get("cites", ())]
    if not listed:
        raise ValueError(f"{row.get('id', 'an entry without id')!r} names no source")

    def filled(part: Any) -> Any:
        if isinstance(part, dict) and "confidence" in part:
            return {"source": listed[0], **part}
        return part

    def walk(part: dict[str, Any]) -> dict[str, Any]:
        part = dict(part)
        for field in _CARRIES_SOURCE:
            if field in part:
                part[field] = filled(part[field])
        for field in _HOLDS_REPORTED:
            if field in part:
                part[field] = [filled(walk(p) if isinstance(p, dict) else p) for p in part[field]]
        return part

    return walk(row)


def _source_keys(entry: Study | Review) -> tuple[str, ...]:
    keys = [*(source.key for source in entry.sources), *entry.cites]

    def collect(part: Any) -> None:
        if isinstance(part, Reported):
            keys.append(part.source)
        if isinstance(part, Entry):
            for name in type(part).model_fields:
                collect(getattr(part, name))
        elif isinstance(part, tuple):
            for item in part:
                collect(item)

    collect(entry)
    return tuple(dict.fromkeys(keys))

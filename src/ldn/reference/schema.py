"""What a reference entry must look like: every figure with its unit, spread, sources and confidence."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

# How we know a figure. Figures recalled but not found have no level: they are never carried.
Confidence = Literal["seen-primary", "seen-secondary", "computed", "inferred"]

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
TargetIdentifier = Annotated[str, StringConstraints(pattern=r"^V[0-9]{2}$")]
Sentence = Annotated[str, StringConstraints(min_length=1)]
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]
Pmid = Annotated[str, StringConstraints(pattern=r"^\d{1,8}$")]
Pmcid = Annotated[str, StringConstraints(pattern=r"^PMC\d+$")]
HttpsAddress = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]


class Entry(BaseModel):
    """Base of every entry: unknown fields are errors, entries never change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Entry):
    """A publication, label, dataset or programme that a figure was read in.

    `seen` says which part of it was read: never more than that is claimed of it.
    """

    key: Key
    authors: str | None = None
    title: Sentence
    year: int | None = Field(default=None, ge=1900, le=2100)
    journal: str | None = None
    publisher: str | None = None
    volume: str | None = None
    pages: str | None = None
    doi: Doi | None = None
    pmid: Pmid | None = None
    pmcid: Pmcid | None = None
    registration: str | None = None
    url: HttpsAddress | None = None
    seen: Literal["full text", "abstract", "label", "table", "data and code", "quoted elsewhere"]
    note: str = ""

    @model_validator(mode="after")
    def _can_be_found(self) -> Source:
        identified = self.doi or self.pmid or self.pmcid or self.registration or self.url
        described = self.journal and self.volume and self.pages
        if not (identified or described):
            raise ValueError(
                f"source {self.key!r} needs a DOI, PMID, PMCID, registration or url, "
                "or a full bibliographic line (journal, volume, pages)"
            )
        return self

    @property
    def address(self) -> str | None:
        """Where a reader finds it: DOI, PubMed, PubMed Central or the publisher's own page, in this order."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/"
        return self.url

    @property
    def citation(self) -> str:
        """One bibliographic line, from what is known of the source."""
        opening = f"{self.authors} " if self.authors else ""
        year = f"({self.year}) " if self.year else ""
        place = self.journal or self.publisher or ""
        if self.volume:
            place += f" {self.volume}"
        if self.pages:
            place += f":{self.pages}"
        line = f"{opening}{year}{self.title.rstrip('.')}."
        return f"{line} {place}.".rstrip(" .") + "."

    def __str__(self) -> str:
        return self.citation


class Figure(Entry):
    """What every number carries: where it was read and how sure that is."""

    unit: Sentence
    sources: tuple[Key, ...] = Field(min_length=1)
    confidence: Confidence
    note: str = ""


class Parameter(Figure):
    """A constant of a model, with the range that the literature leaves open.

    `low` and `high` are the ends of the published (or, where `confidence` says so, computed) range;
    `log_sd` is the standard deviation of the natural logarithm between people.
    """

    id: Identifier
    name: Sentence
    symbol: str = ""
    value: float
    low: float | None = None
    high: float | None = None
    log_sd: float | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _range_holds_the_value(self) -> Parameter:
        if (self.low is None) != (self.high is None):
            raise ValueError(f"parameter {self.id!r}: give both low and high, or neither")
        if self.low is not None and self.high is not None and not self.low <= self.value <= self.high:
            raise ValueError(
                f"parameter {self.id!r}: value {self.value:g} {self.unit} is outside "
                f"its own range {self.low:g}–{self.high:g}"
            )
        return self

    def __str__(self) -> str:
        spread = "" if self.low is None else f" (range {self.low:g}–{self.high:g})"
        unit = "" if self.unit == "1" else f" {self.unit}"
        return f"{self.name}: {self.value:g}{unit}{spread}; {self.confidence}, {', '.join(self.sources)}"


class Observation(Figure):
    """A published result: one quantity, in one group, under one regimen.

    A result that is a statement rather than a number has no `value` and carries `statement`.
    """

    id: Key
    group: Literal[
        "plasma",
        "elimination",
        "occupancy",
        "binding",
        "heroin_blockade",
        "animal_blockade",
        "endogenous_opioid",
    ]
    quantity: Sentence
    analyte: str = ""
    receptor: Literal["mu", "delta", "kappa"] | None = None
    value: float | None = None
    statement: str = ""
    sd: float | None = Field(default=None, ge=0)
    sem: float | None = Field(default=None, ge=0)
    low: float | None = None
    high: float | None = None
    n: int | None = Field(default=None, ge=1)
    dose_mg: float | None = Field(default=None, gt=0)
    dose_mg_per_kg: float | None = Field(default=None, gt=0)
    time_h: float | None = Field(default=None, ge=0)
    regimen: str = ""
    population: str = ""

    @model_validator(mode="after")
    def _says_something(self) -> Observation:
        if self.value is None and self.low is None and self.high is None and not self.statement:
            raise ValueError(f"observation {self.id!r} needs a value, a range or a statement")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"observation {self.id!r}: low {self.low:g} is above high {self.high:g}")
        if self.value is not None and (
            (self.low is not None and self.value < self.low)
            or (self.high is not None and self.value > self.high)
        ):
            raise ValueError(f"observation {self.id!r}: value {self.value:g} is outside its range")
        return self


class Band(Entry):
    """What a model value must lie in for a target to be met; an open end is unbounded.

    `bound` names the quantity that the check computes, `published` the figure beside which it is shown.
    """

    bound: Identifier
    label: Sentence
    unit: Sentence
    low: float | None = None
    high: float | None = None
    published: float | None = None

    @model_validator(mode="after")
    def _bounds_something(self) -> Band:
        if self.low is None and self.high is None:
            raise ValueError(f"band {self.bound!r} has neither low nor high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"band {self.bound!r}: low {self.low:g} is above high {self.high:g}")
        return self

    def holds(self, value: float) -> bool:
        """Whether the value lies in the band (ends included)."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def __str__(self) -> str:
        unit = "" if self.unit == "1" else f" {self.unit}"
        if self.low is None:
            return f"≤ {self.high:g}{unit}"
        if self.high is None:
            return f"≥ {self.low:g}{unit}"
        return f"{self.low:g}–{self.high:g}{unit}"


class Target(Entry):
    """A published figure that a model of the course has to meet, with the band agreed beforehand."""

    id: TargetIdentifier
    module: Literal["pharmacology"]
    quantity: Sentence
    published: Sentence
    accept: tuple[Band, ...] = Field(min_length=1)
    sources: tuple[Key, ...] = Field(min_length=1)
    confidence: Confidence
    note: str = ""

"""What an entry of the neuroimmune data must look like, built on the types of `ldn.reference.schema`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from ldn.reference.schema import Confidence, Entry, Figure, Key, Sentence, Source, Target

NeuroimmuneTargetIdentifier = Annotated[str, StringConstraints(pattern=r"^N[0-9]{2}$")]

# How well one link of an argument is borne out.
Strength = Literal["strong", "moderate", "weak", "none", "contradicted"]


class Publication(Source):
    """A source that may have been retracted; `retracted` then says where and why."""

    retracted: str = ""


class NeuroimmuneTarget(Target):
    """A validation target of `ldn.neuroimmune`: N01, N02, … so that none is taken for a V01 of pharmacology.

    `used_in_fit` tells a target that the model's constants were tuned to from one it had not seen.
    """

    id: NeuroimmuneTargetIdentifier  # type: ignore[assignment]
    module: Literal["neuroimmune"]  # type: ignore[assignment]
    used_in_fit: bool


class Finding(Entry):
    """Base of every result that is a statement first and a number, if at all, second."""

    id: Key
    statement: Sentence
    sources: tuple[Key, ...] = Field(min_length=1)
    confidence: Confidence
    note: str = ""


class CellFigure(Figure):
    """A number about microglia: how many, how far apart, how fast, how old.

    A share of cells says in `denominator` of which cells; `sem` is a standard error as published.
    """

    id: Key
    topic: Literal["share", "total", "density", "spacing", "motility", "turnover"]
    quantity: Sentence
    denominator: Literal["", "all cells", "glia", "non-neuronal cells", "brain cells, undefined"] = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    sem: float | None = Field(default=None, gt=0)
    n: str = ""
    species: Sentence
    system: Sentence

    @model_validator(mode="after")
    def _is_a_number_with_a_whole(self) -> CellFigure:
        if self.value is None and (self.low is None or self.high is None):
            raise ValueError(f"cell figure {self.id!r} needs a value, or low and high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"cell figure {self.id!r}: low {self.low:g} is above high {self.high:g}")
        if (self.topic == "share") != bool(self.denominator):
            raise ValueError(f"cell figure {self.id!r}: a share, and only a share, names its denominator")
        return self


class TimePoint(Figure):
    """When something is seen after the stimulus, in minutes: one landmark of one published time course."""

    id: Key
    variable: Literal["nuclear_nfkb", "ikba_total", "ikba_mrna", "tnf_mrna", "tnf"]
    landmark: Literal["onset", "half-rise", "peak", "minimum", "decline", "return", "period", "delay"]
    unit: Literal["min"]
    value: float | None = Field(default=None, ge=0)
    low: float | None = Field(default=None, ge=0)
    high: float | None = Field(default=None, ge=0)
    stimulus: Sentence
    system: Sentence
    kind: Literal["cells", "blood ex vivo", "human in vivo", "published model"]

    @model_validator(mode="after")
    def _is_a_time(self) -> TimePoint:
        if self.value is None and self.low is None and self.high is None:
            raise ValueError(f"time point {self.id!r} needs a value or an end of a range")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"time point {self.id!r}: low {self.low:g} is above high {self.high:g}")
        return self


class InVitroFinding(Finding):
    """What a drug did, or did not do, to cells in a dish, and at which concentration (micromolar).

    A single concentration has equal ends; a report whose concentration was not seen has neither.
    `outcome` says whether the effect named in `readout` was found; `retracted` must agree with the sources.
    """

    agent: Literal[
        "naltrexone",
        "(+)-naltrexone",
        "naloxone",
        "(+)-naloxone",
        "naloxone, both isomers",
        "(+)-naltrexone and (+)-naloxone",
        "(+)- and (-)-naloxone, (+)-naltrexone",
    ]
    low_uM: float | None = Field(default=None, gt=0)
    high_uM: float | None = Field(default=None, gt=0)
    role: Literal["concentration tested", "IC50"] = "concentration tested"
    system: Sentence
    species: Literal["human", "mouse", "rat", "cell line, human", "cell line, mouse", "cell-free"]
    readout: Sentence
    arm: Literal["TLR4", "TRIF", "NF-kB", "TLR7/8/9", "NOX2", "filamin A", "not resolved"]
    outcome: Literal["effect", "no effect", "mixed"]
    retracted: bool = False

    @model_validator(mode="after")
    def _concentration_is_a_range(self) -> InVitroFinding:
        if (self.low_uM is None) != (self.high_uM is None):
            raise ValueError(f"in-vitro finding {self.id!r}: give both low_uM and high_uM, or neither")
        if self.low_uM is not None and self.high_uM is not None and self.low_uM > self.high_uM:
            raise ValueError(
                f"in-vitro finding {self.id!r}: low_uM {self.low_uM:g} is above high_uM {self.high_uM:g}"
            )
        return self


class Measurement(Entry):
    """One number of a study: what was measured, in which unit, with which spread."""

    quantity: Sentence
    value: float
    unit: Sentence
    sd: float | None = Field(default=None, gt=0)
    spread: float | None = Field(default=None, gt=0)
    spread_is: str = ""
    dose_ng_per_kg: float | None = Field(default=None, ge=0)
    group: str = ""
    p: str = ""

    @model_validator(mode="after")
    def _spread_is_named(self) -> Measurement:
        if (self.spread is None) != (not self.spread_is):
            raise ValueError(f"measurement {self.quantity!r}: a spread needs spread_is, and only a spread")
        return self


class EndotoxinStudy(Finding):
    """Endotoxin given to people: the dose, who, what followed, and whether that is a positive result."""

    topic: Literal["pain", "sleep", "sickness", "imaging", "cytokines"]
    dose_ng_per_kg: tuple[Annotated[float, Field(gt=0)], ...]
    participants: Sentence
    n: int | None = Field(default=None, ge=1)
    n_control: int | None = Field(default=None, ge=1)
    outcome: Literal["positive", "mixed", "trend", "null", "descriptive"]
    measurements: tuple[Measurement, ...] = ()


class ImagingStudy(Finding):
    """Human glial imaging: the tracer, the groups and what the signal did; `caution` limits what it shows."""

    condition: Sentence
    tracer: Sentence
    n_patients: int | None = Field(default=None, ge=1)
    n_controls: int | None = Field(default=None, ge=1)
    signal: Literal["higher", "mixed", "no difference", "predicts course", "marker biology"]
    caution: str = ""
    measurements: tuple[Measurement, ...] = ()


class AnimalFinding(Finding):
    """A result in animals that bears on the TLR4 account: by sex, by gene, by isomer or by dose.

    `bearing` is on the claim that naltrexone relieves pain through TLR4 on microglia.
    """

    topic: Literal["microglia in pain", "TLR4 and sex", "TRIF", "enantiomers", "naltrexone dose"]
    species: Sentence
    sex: Literal["male", "female", "both", "not seen"]
    dose: str = ""
    human_equivalent_mg_per_70_kg: float | None = Field(default=None, gt=0)
    bearing: Literal["for", "against", "limits", "neutral"]


class Link(Entry):
    """One link of the chain from a low dose to less pain, or one rival explanation, graded."""

    id: Key
    kind: Literal["chain", "alternative"]
    claim: Sentence
    cells: Sentence
    animals: Sentence
    humans: Sentence
    verdict: Sentence
    strength: Strength
    sources: tuple[Key, ...] = ()
    confidence: Confidence
    note: str = ""

    @model_validator(mode="after")
    def _only_silence_has_no_source(self) -> Link:
        if not self.sources and self.strength != "none":
            raise ValueError(f"link {self.id!r}: strength {self.strength!r} needs a source")
        return self

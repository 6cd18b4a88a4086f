"""What items may be tagged with: core concepts, outcomes of the course, misconceptions. All are data.

The files are ``data/concepts.yaml``, ``data/outcomes.yaml`` and ``data/misconceptions.yaml``; this
module only reads them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


def _read(name: str):
    return yaml.safe_load((files("ldn.questions") / "data" / name).read_text(encoding="utf-8"))


@cache
def concepts() -> dict[str, str]:
    """Return the 24 core concepts of pharmacology, id to name."""
    return _read("concepts.yaml")


@cache
def outcomes() -> dict[str, str]:
    """Return the eleven outcomes of the course, id to what a learner can then do."""
    return _read("outcomes.yaml")


@cache
def misconceptions() -> dict[str, str]:
    """Return the known misconceptions, id to a sentence that describes each."""
    entries = _read("misconceptions.yaml")
    described = {entry["id"]: entry["description"] for entry in entries}
    if len(described) != len(entries):
        raise ValueError("data/misconceptions.yaml: an id is used twice")
    return described

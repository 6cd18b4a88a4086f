"""The package loads in an instant and lists what it offers."""

from __future__ import annotations

import subprocess
import sys

import pytest

import ldn.evidence


def test_importing_it_loads_nothing_heavy():
    code = (
        "import sys, ldn.evidence, ldn.reference;"
        "print([m for m in ('scipy', 'numpy', 'pandas', 'statsmodels', 'pydantic', 'yaml') if m in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"


@pytest.mark.parametrize("name", ldn.evidence.__all__)
def test_every_public_name_exists_and_says_what_it_does(name):
    thing = getattr(ldn.evidence, name)
    assert callable(thing)
    assert thing.__doc__
    assert len(thing.__doc__) > 40


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="trim_and_fill"):
        ldn.evidence.trim_and_fill  # noqa: B018

"""Effects that several tests pool."""

from __future__ import annotations

import pytest
from hypothesis import settings

from ldn.evidence import effect_from_ci, effect_from_p

# The first call of a test imports SciPy, which a deadline for each example would take for a slow example.
settings.register_profile("evidence", deadline=None)
settings.load_profile("evidence")


@pytest.fixture
def final():
    return effect_from_ci(-0.34, -0.95, 0.27, measure="mean difference", label="FINAL")


@pytest.fixture
def innova():
    return effect_from_ci(0.49, -0.32, 1.31, measure="mean difference", label="INNOVA")


@pytest.fixture
def younger():
    percent = effect_from_p(-10.8, 0.016, df=27, measure="mean difference", label="Younger")
    return percent.scaled(50.8 / 1000)

"""The figure of lesson 11 holds what the stores hold."""

from __future__ import annotations

import re

from ldn import figures
from ldn.figures.strengths import trial_doses_mg
from ldn.reference import study


def test_the_dose_most_trials_use_is_approved_nowhere():
    doses = trial_doses_mg()
    assert max(doses, key=doses.get) == 4.5
    figure = figures.strengths_and_trials()
    assert "approved tablet, United States: 50 mg" in figure.alt
    assert "approved beside bupropion: 8 mg" in figure.alt


def test_trials_are_counted_at_their_highest_daily_dose():
    """FINAL went up to 6 mg, Srinivasan to 4 mg; a single dose and microgram doses are no low daily dose."""
    doses = trial_doses_mg()
    assert study("due_bruun2024").dose.mg == 6
    assert doses[6.0] == 1
    assert doses[4.0] == 2
    assert 2.25 not in doses
    assert min(doses) >= 0.5


def test_every_trial_is_a_dot():
    counts = [int(number) for number in re.findall(r"(\d+) at", figures.strengths_and_trials().alt)]
    assert sum(counts) == sum(trial_doses_mg().values()) > 12


def test_it_is_the_same_each_time():
    assert figures.strengths_and_trials().svg == figures.strengths_and_trials().svg

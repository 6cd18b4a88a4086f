"""Checked exercises: each solution is right, each slip is diagnosed as itself, and nothing raises at a learner."""

import re

import numpy as np
import pandas as pd
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ldn.questions import evidence, exercise
from ldn.questions.checking import Exercise, exercise_ids, read_exercises
from ldn.questions.slips import slips

NUMBER = """
- id: "99.concentration"
  rev: 1
  title: Peak
  task: Give the peak.
  answer: number
  parts:
    - key: peak_nM
      label: peak
      unit: nM
      value: 3.3
      rel_tol: 0.02
      slips:
        - {slip: unit-prefix}
        - {slip: salt-or-base}
        - {slip: half-life-for-rate}
        - {slip: fraction-or-percent}
        - {slip: ln-for-log10}
        - {slip: hours-or-minutes}
        - {slip: wrong-sign}
        - {slip: forgot-bioavailability, factor: 5.13}
        - {slip: free-for-occupied, whole: 24}
        - {slip: occupancy-for-effect, value: 0.45}
        - {value: 7, name: seven, feedback: "Seven is too simple.", misconception: pk.complement}
  hints: [First., Second.]
  solution: {code: "answer = 3.3", explanation: "So it is."}
  evidence: [rabiner2011]
  concepts: [pk.vd]
  outcome: O2
"""
PARTS = """
- id: "99.parts"
  rev: 1
  title: Parts
  task: Give both.
  answer: mapping
  parts:
    - {key: low, label: "4.5 mg", unit: h, value: 12, abs_tol: 0.3, slips: [{slip: free-for-occupied, whole: 30}]}
    - {key: high, label: "50 mg", unit: h, value: 24, abs_tol: 0.3, slips: [{slip: hours-or-minutes}]}
  hints: [One.]
  solution: {code: "answer = {'low': 12, 'high': 24}", explanation: "So."}
  evidence: [rabiner2011]
  concepts: [pk.vd]
  outcome: O2
- id: "99.curve"
  rev: 1
  title: Curve
  task: Give the list.
  answer: array
  parts:
    - key: occupancy
      label: occupancy
      unit: "%"
      values: [20, 50, 80]
      abs_tol: 1
      slips: [{slip: free-for-occupied, whole: 90}, {slip: fraction-or-percent}]
  hints: [One.]
  solution: {code: "answer = [20, 50, 80]", explanation: "So."}
  evidence: [rabiner2011]
  concepts: [pk.vd]
  outcome: O2
- id: "99.table"
  rev: 1
  title: Table
  task: Give the table.
  answer: table
  parts:
    - {key: time_h, label: time, unit: h, values: [0, 1], abs_tol: 0.1, slips: [{slip: hours-or-minutes}]}
    - {key: c_nM, label: concentration, unit: nM, values: [3, 2], abs_tol: 0.1, slips: [{slip: unit-prefix}]}
  hints: [One.]
  solution: {code: "answer = {'time_h': [0, 1], 'c_nM': [3, 2]}", explanation: "So."}
  evidence: [rabiner2011]
  concepts: [pk.vd]
  outcome: O2
"""
ONE = Exercise(read_exercises(NUMBER, "99")["99.concentration"])
MANY = {id: Exercise(text) for id, text in read_exercises(PARTS, "99").items()}
EXERCISES = [*exercise_ids()]


@pytest.fixture(params=[*EXERCISES, ONE.id, *MANY], scope="module")
def any_exercise(request):
    """Every exercise of the course, and the specimens above."""
    return {ONE.id: ONE, **MANY}.get(request.param) or exercise(request.param)


def right_answers(one):
    return {key: list(entry.value) for key, entry in one.keys.items()}


def handed_in(one, values):
    """Values by part, in the form the exercise asks for."""
    plain = {key: value[0] if len(value) == 1 else value for key, value in values.items()}
    return next(iter(plain.values())) if one.text.answer in ("number", "array") else plain


def test_the_solution_runs_and_is_right(any_exercise):
    names = {}
    exec(any_exercise.solution().code, names)
    assert any_exercise.check(names["answer"]).right


def test_each_slip_is_diagnosed_as_itself(any_exercise):
    for key, entry in any_exercise.keys.items():
        for trap in entry.traps:
            values = right_answers(any_exercise) | {key: list(trap.value)}
            result = any_exercise.check(handed_in(any_exercise, values))
            assert result.outcome == "close", trap.name
            (slipped,) = [part for part in (result.parts or (result,)) if part.outcome == "close"]
            assert trap.feedback in slipped.message
            assert slipped.misconception == trap.misconception


def test_no_message_gives_the_answer_away(any_exercise):
    for key, entry in any_exercise.keys.items():
        for times in (1.5, -3.0, 40.0):
            wrong = [one * times + 0.77 for one in entry.value]
            text = str(
                any_exercise.check(handed_in(any_exercise, right_answers(any_exercise) | {key: wrong}))
            )
            said = [line for line in text.splitlines() if "right." not in line.lower()]
            for one in entry.value:
                if one not in (0.0, 1.0):
                    assert not re.search(
                        rf"(?<![\d.]){re.escape(f'{one:.3g}')}(?!\d|\.\d)", " ".join(said)
                    ), said


def test_every_shared_slip_that_makes_its_own_value_is_tried():
    tried = {use.slip for part in ONE.text.parts for use in part.slips}
    assert {
        slip.id for slip in slips().values() if slip.factors or slip.factors_from or slip.transform
    } <= tried


@pytest.mark.parametrize(
    ("slip", "wrong"),
    [
        ("unit-prefix", 3300),
        ("unit-prefix", 0.0033),
        ("salt-or-base", 3.3 * 377.86 / 341.41),
        ("salt-or-base", 3.3 * 341.41 / 377.86),
        ("half-life-for-rate", 0.693147 / 3.3),
        ("fraction-or-percent", 330),
        ("ln-for-log10", 3.3 * 2.302585),
        ("hours-or-minutes", 198),
        ("wrong-sign", -3.3),
        ("free-for-occupied", 20.7),
    ],
)
def test_slips_lead_where_hand_calculation_leads(slip, wrong):
    result = ONE.check(wrong)
    assert result.outcome == "close"
    assert slips()[slip].feedback in result.message


@pytest.mark.parametrize(
    "blank",
    [..., None, float("nan"), np.nan, pd.NA, pd.NaT, "", "...", "____", [], (), {}, np.array([]),
     pd.Series([], dtype=float), pd.DataFrame(), [None, None], np.array([np.nan]), {"low": None, "high": ...}],
)  # fmt: skip
def test_what_is_empty_counts_as_not_attempted(blank):
    assert MANY["99.parts"].check(blank).outcome == "not attempted"
    assert ONE.check(blank).outcome == "not attempted" or isinstance(blank, dict)


def test_check_without_an_answer_is_not_attempted(any_exercise):
    assert any_exercise.check().outcome == "not attempted"


@pytest.mark.parametrize(
    "same",
    [3.3, np.float64(3.3), np.float32(3.3), np.array(3.3), np.array([3.3]), [3.3], (3.3,), pd.Series([3.3]),
     pd.DataFrame({"x": [3.3]}), 3.32],
)  # fmt: skip
def test_a_number_is_right_in_whatever_it_comes(same):
    assert ONE.check(same).outcome == "right"


def test_parts_come_as_dict_series_record_row_or_list():
    one = MANY["99.parts"]
    pair = {"low": 12, "high": 24}
    forms = [
        pair,
        pd.Series(pair),
        pd.DataFrame([pair]),
        [12, 24],
        np.array([12.0, 24.0]),
        (12, 24),
        {**pair, "extra": 1},
    ]
    assert [one.check(form).outcome for form in forms] == ["right"] * len(forms)
    curve, table = MANY["99.curve"], MANY["99.table"]
    assert curve.check(np.array([20, 50, 80])).right
    assert table.check(pd.DataFrame({"c_nM": [3, 2], "time_h": [0, 1]})).right


@pytest.mark.parametrize(
    ("given_answer", "outcome", "words"),
    [
        (3.4, "close", "near"),
        (4.4, "wrong", "You gave 4.4 nM. That is too high."),
        (1.1, "wrong", "too low"),
        ("3.3", "wrong", "text"),
        (True, "wrong", "truth value"),
        (3 + 1j, "wrong", "complex"),
        (float("inf"), "wrong", "infinite"),
        (10**400, "wrong", "OverflowError"),
        (abs, "wrong", "function"),
        ({"peak_nM": 3.3}, "wrong", "mapping"),
        ([1, 2], "wrong", "2 numbers; 1 is wanted"),
        (np.eye(3), "wrong", "type `ndarray`"),
        ([3.3, None], "wrong", "empty"),
        (["a"], "wrong", "not numbers"),
        (object(), "wrong", "type `object`"),
    ],
)
def test_what_is_said_to_other_answers(given_answer, outcome, words):
    result = ONE.check(given_answer)
    assert result.outcome == outcome
    assert words in result.message


def test_a_quantity_with_units_is_asked_for_its_bare_number():
    quantity = type("Quantity", (), {"magnitude": 3.3, "units": "nM"})()
    assert "bare number" in ONE.check(quantity).message


@pytest.mark.parametrize(
    ("given_answer", "outcome", "words"),
    [
        ({"low": 12}, "wrong", "high is missing"),
        ({"lo": 12}, "wrong", "low and high"),
        ({"low": 12, "high": None}, "not attempted", "1 of 2 parts right"),
        ({"low": 18, "high": 24}, "close", "1 of 2 parts right"),
        ({"low": 18, "high": 3}, "wrong", "0 of 2 parts right"),
        ([12], "wrong", "1 values; 2 are wanted"),
        ("12 and 24", "wrong", "text"),
        (12, "wrong", "type int"),
    ],
)
def test_what_is_said_to_parts(given_answer, outcome, words):
    result = MANY["99.parts"].check(given_answer)
    assert result.outcome == outcome
    assert words in str(result)


class _Hostile:
    """Raises whenever anything at all is asked of it."""

    def __getattribute__(self, name):
        raise RuntimeError(name)

    def _raise(self, *others):
        raise RuntimeError("no")

    __eq__ = __bool__ = __len__ = __iter__ = __float__ = __repr__ = __hash__ = __array__ = __getitem__ = (
        _raise
    )


plain = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.complex_numbers(), st.text(), st.binary(), st.dates(),
    st.timedeltas(), st.decimals(), st.fractions(), st.just(...), st.just(pd.NA), st.just(pd.NaT), st.just(abs),
    st.just(int), st.just(np.datetime64("NaT")), st.builds(object), st.builds(_Hostile), st.just(np.eye(2)),
    st.just(pd.DataFrame({"low": [1, 2], "high": ["a", None]})), st.just(pd.Series({"low": 12, "high": 24})),
    st.floats(width=32).map(np.float32), st.lists(st.floats()).map(np.array),
)  # fmt: skip
keys = st.one_of(st.sampled_from(["low", "high"]), st.text(), st.integers(), st.none())
anything = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner), st.tuples(inner, inner), st.dictionaries(keys, inner), st.frozensets(st.integers())
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(answer=anything)
def test_no_object_ever_raises_at_a_learner(answer):
    for one in (ONE, *MANY.values()):
        result = one.check(answer)
        assert result.outcome in ("not attempted", "right", "close", "wrong")
        assert str(result)
        assert 'role="status"' in result._repr_html_()


def test_an_object_that_raises_on_everything_gets_an_answer():
    assert ONE.check(_Hostile()).outcome == "wrong"
    endless = []
    endless.append(endless)
    assert ONE.check(endless).outcome == "wrong"


def test_results_say_their_outcome_in_word_sign_and_colour():
    html = ONE.check(3300)._repr_html_()
    assert "<strong>Close.</strong>" in html
    assert '<svg aria-hidden="true"' in html
    assert "#B07A00" in html
    assert repr(ONE.check(3300)).startswith("Close. You gave 3300 nM.")
    assert "<script>" not in ONE.check({"<script>": 1})._repr_html_()


def test_hints_climb_and_stay_at_the_last():
    assert str(ONE.hint()) == "Hint 1 of 2. First."
    assert str(ONE.hint(2)) == str(ONE.hint(99)) == "Hint 2 of 2. Second."
    assert str(ONE.hint("second")) == str(ONE.hint())
    assert "Second." in ONE.hint(2)._repr_html_()


def test_the_solution_prints_its_code_and_why():
    assert str(ONE.solution()) == "answer = 3.3\n\nSo it is."
    assert "<code>answer = 3.3</code>" in ONE.solution()._repr_html_()


def test_an_unknown_exercise_is_a_value_error_that_names_the_known():
    with pytest.raises(ValueError, match=re.escape("04.hours_blocked")):
        exercise("04.nothing")
    with pytest.raises(ValueError, match="none in this lesson"):
        exercise("77.nothing")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda e: e["parts"][0].update(value=None), "exactly one of value"),
        (lambda e: e["parts"][0].update(abs_tol=1), "exactly one of abs_tol"),
        (lambda e: e["parts"][0]["slips"].append({"slip": "no-such"}), "no-such"),
        (
            lambda e: e["parts"][0]["slips"].append({"slip": "unit-prefix", "factor": 2}),
            "makes its wrong value itself",
        ),
        (lambda e: e["parts"][0]["slips"].append({"slip": "single-dose"}), "give one of value"),
        (lambda e: e["parts"][0]["slips"].append({"value": 9}), "own slip has a name"),
        (lambda e: e["parts"].append(dict(e["parts"][0])), "used twice|one part"),
        (lambda e: e.update(outcome="O99"), "O99"),
        (lambda e: e.update(concepts=["pk.magic"]), "pk.magic"),
        (lambda e: e.update(colour="red"), "colour"),
        (lambda e: e.update(id="98.other"), "not of lesson 99"),
    ],
)
def test_a_faulty_exercise_is_refused(change, words):
    (entry,) = yaml.safe_load(NUMBER)
    change(entry)
    with pytest.raises(ValueError, match=words):
        read_exercises(yaml.safe_dump([entry]), "99")


def test_a_slip_that_falls_on_the_right_value_is_refused():
    (entry,) = yaml.safe_load(NUMBER)
    entry["parts"][0]["slips"].append({"slip": "single-dose", "value": 3.31})
    with pytest.raises(ValueError, match="touches the right answer"):
        _ = Exercise(read_exercises(yaml.safe_dump([entry]), "99")["99.concentration"]).keys


def test_the_exercises_of_the_course_have_resolvable_evidence():
    for id in EXERCISES:
        assert evidence.links(exercise(id).text.evidence)

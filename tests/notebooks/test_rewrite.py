"""The capstone's own example: it follows the rules that it teaches, and its figures are those of the course."""

import re
from pathlib import Path

import nbformat
import pytest

from ldn import reference
from ldn.evidence import zero_event_upper_bound
from ldn.interactives.rule_of_three_data import zero_serious_events
from ldn.questions import check_draft
from ldn.questions.draft import count_words
from ldn.questions.draft_schema import draft_rules

LESSON = Path(__file__).parents[2] / "notebooks" / "12_rewrite.ipynb"


@pytest.fixture(scope="module")
def text() -> str:
    cells = nbformat.read(LESSON, as_version=4).cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


@pytest.fixture(scope="module")
def model_answer(text) -> str:
    folded = re.search(r"<details[^>]*>\s*<summary>[^<]*</summary>(.*?)</details>", text, re.DOTALL)[1]
    # A DOI may hold brackets, so a link's address runs to the last bracket before a space or a mark.
    return re.sub(r"\[([^\]]+)\]\(https://\S+?\)(?=[\s,.;)])", r"\1", folded).strip()


def test_the_model_answer_is_within_the_limit(model_answer):
    assert 200 <= count_words(model_answer) <= draft_rules().words_allowed == 250
    assert "https" not in model_answer


def test_the_checker_finds_nothing_to_mend_in_it(model_answer):
    assert [finding for finding in check_draft(model_answer) if finding.kind == "mend"] == []


def test_the_checker_finds_much_to_mend_in_the_article():
    to_mend = {finding.rule for finding in check_draft(reference.article().text) if finding.kind == "mend"}
    assert {"no_opioid_warning", "no_source", "shown_to", "tlr4_as_fact", "eighty_per_cent"} <= to_mend


def test_it_warns_about_opioids_first(model_answer):
    assert re.search(r"opioids.*withdrawal", re.split(r"(?<=\.)\s", model_answer)[0])


def test_its_figures_are_those_of_the_course(model_answer):
    response = {result.arm: result.percent for result in reference.study("smith2011").outcomes[0].results}
    assert f"{response['ldn']:g} % responded, and {response['placebo']:g} % on placebo" in model_answer
    for study in ("due_bruun2024", "innova2026"):
        assert re.search(rf"\b{reference.study(study).participants.randomised}\b", model_answer)
    # Counted by those who finished or by those who began, the bound is 2 in 100 in whole people.
    assert {round(100 * zero_event_upper_bound(people)) for people in zero_serious_events()} == {2}
    assert (
        f"at most {max(zero_serious_events())} people, which still leaves room for about 2 in 100"
        in model_answer
    )
    scans = [scan for scan in reference.observations("occupancy") if "rabiner2011" in scan.sources]
    occupied = [scan.value for scan in scans if scan.dose_mg in (2, 5) and scan.unit == "%"]
    assert f"{min(occupied):g} to {max(occupied):g} %" in model_answer


def test_the_worked_example_counts_its_words_rightly(text):
    mended = re.search(r'\*\*Mended:\*\* "(.+?)" The sentence has grown from ten words to (\d+)', text)
    assert count_words(mended[1]) == int(mended[2])
    # "80 %" is read as one word.
    assert len(reference.claim("C9").words.replace("80 %", "80%").split()) == 10

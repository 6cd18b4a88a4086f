"""Every lesson keeps the rhythm of the course, cites known sources and reads well outside the book."""

import re
from pathlib import Path

import nbformat
import pytest
from markdown_it import MarkdownIt

from ldn import reference
from ldn.publishing.source_links import key_of_address, normalised

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
PAGES = [ROOT / "index.md", *sorted((ROOT / "book").glob("*.md"))]
# From the course's plan: lesson 06 and the evidence lessons are longer than the others.
LEAST_WORDS = {"04": 1800, "06": 2200, "07": 1800, "08": 1800, "09": 1800}
SHORT_LESSONS = {"00", "10", "11", "12"}
# The first and the last lesson ask for a rating of every claim where the others ask for a prediction.
RATING_LESSONS = {"00": "before", "12": "after"}

lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def cells(path, kind):
    return [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == kind]


def prose(path):
    return "\n\n".join(cell.source for cell in cells(path, "markdown"))


def links(text):
    """Addresses outside the book, as a Markdown reader finds them (a DOI may hold brackets)."""
    tokens = MarkdownIt().parse(text)
    parts = [part for token in tokens for part in token.children or ()]
    addresses = [part.attrs["href"] for part in parts if part.type == "link_open"]
    return [address for address in addresses if address.startswith("http")]


def test_there_are_lessons():
    assert len(LESSONS) >= 1


@lesson
def test_it_teaches_at_length(path):
    text = re.sub(r"\]\([^)]*\)|[#>*_$`|-]", " ", prose(path))
    number = path.stem[:2]
    least = LEAST_WORDS.get(number, 1200 if number in SHORT_LESSONS else 1500)
    assert len(text.split()) >= least


@lesson
def test_it_carries_the_banner_and_the_rhythm(path):
    text = prose(path)
    assert text.count("> **Teaching, not medical advice.**") == 1
    headings = [line.lstrip("# ").lower() for line in text.splitlines() if line.startswith("## ")]
    for part in ("warm-up", "claim", "predict", "what happened", "do not know", "quiz", "three lines"):
        assert any(part in heading for heading in headings), part
    assert "> **Claim C" in text
    assert "> **Worked example.**" in text


@lesson
def test_it_asks_and_checks(path):
    code = "\n".join(cell.source for cell in cells(path, "code"))
    stage = RATING_LESSONS.get(path.stem[:2])
    assert (f'ClaimMeter(stage="{stage}")' if stage else "predict=") in code
    assert len(set(re.findall(r'exercise\("([^"]+)"\)', code))) >= 2
    assert re.search(r"quiz\(\s*ids=", code)
    assert re.search(rf'quiz\("{path.stem[:2]}"\)', code)


@lesson
def test_a_cell_that_only_shows_something_hides_its_call_in_the_book(path):
    for cell in cells(path, "code"):
        only_shows = re.match(r"(quiz|exercise|figures\.\w+|[A-Z]\w+)\(", cell.source)
        if only_shows and ".check(" not in cell.source and "\n\n" not in cell.source:
            assert "remove-input" in cell.metadata.get("tags", []), cell.source


@lesson
def test_its_warm_up_looks_back_and_ahead(path):
    code = "\n".join(cell.source for cell in cells(path, "code"))
    ids = re.findall(r"ldn-m(\d\d)-q\d\d", re.search(r"quiz\(\s*ids=\[(.*?)\]", code, re.DOTALL)[1])
    number = path.stem[:2]
    # Before the first two there is nothing to look back to; after the last there is nothing to guess at.
    assert len([lesson for lesson in ids if lesson < number]) >= (0 if number in ("00", "01") else 2)
    assert number == "12" or number in ids


@lesson
def test_it_quotes_its_claims_as_the_article_makes_them(path):
    for id, words in re.findall(r"^> \*\*Claim (C\d+)\.\*\* (.+)$", prose(path), re.MULTILINE):
        assert words == reference.claim(id).words


@pytest.mark.parametrize("claim", reference.claims(), ids=lambda claim: claim.id)
def test_the_lesson_that_decides_a_claim_gives_the_verdict_of_the_claims_page(claim):
    (path,) = [path for path in LESSONS if path.stem[:2] == claim.lessons[0]]
    (verdict,) = re.findall(r"^\*\*Verdict so far\.\*\* .+$", prose(path), re.MULTILINE)
    assert f" {claim.id}: {claim.verdict}" in verdict


def test_the_first_lesson_prints_the_article_whole_and_marks_each_claim():
    quoted = re.search(r"^> \*\*Specimen\.\*\*.*(?:\n>.*)*", prose(LESSONS[0]), re.MULTILINE)[0]
    opening, title, *paragraphs = re.sub(r"^> ?", "", quoted, flags=re.MULTILINE).split("\n\n")
    article = reference.article()
    assert article.label in opening
    assert title == f"**{article.title}**"
    for claim in reference.claims():
        assert quoted.count(f"*{claim.words}* **{claim.id}**") == 1
    assert re.sub(r"\*(.+?)\* \*\*C\d+\*\*", r"\1", "\n\n".join(paragraphs)) == article.text


@lesson
def test_its_cells_can_be_read_by_a_beginner(path):
    for cell in cells(path, "code"):
        assert len(cell.source.splitlines()) <= 16, cell.source


@lesson
def test_every_figure_has_alternative_text(path):
    for cell in cells(path, "code"):
        for output in cell.outputs:
            html = output.get("data", {}).get("text/html", "")
            for image in re.findall(r"<img\b[^>]*>", html):
                assert re.search(r'alt="[^"]{20,}"', image)
            assert "image/png" not in output.get("data", {})


@lesson
def test_every_link_out_is_a_known_source(path):
    unknown = [link for link in links(prose(path)) if normalised(link) not in key_of_address()]
    assert unknown == []


@lesson
def test_nothing_in_it_is_out_of_a_run(path):
    counts = [cell.execution_count for cell in cells(path, "code")]
    assert counts == list(range(1, len(counts) + 1))
    for cell in cells(path, "code"):
        assert all(output.output_type != "error" for output in cell.outputs)


def test_every_source_of_the_course_list_is_cited_somewhere():
    text = "\n".join([*(prose(path) for path in LESSONS), *(page.read_text("utf-8") for page in PAGES)])
    cited = {key_of_address().get(normalised(link)) for link in links(text)}
    assert {source.key for source in reference.sources("course")} <= cited

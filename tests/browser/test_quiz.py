"""Quiz and exercise in a real browser: by keyboard alone, announced, kept, exported, erased, and never broken.

The page holds one item of each type (tests/questions/specimens.yaml) and one exercise, so that what the
lessons ask can change without a word here.
"""

from __future__ import annotations

import json
import re
import shutil
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ldn.publishing.serve import BookServer
from ldn.questions import bank, exercise, quiz
from ldn.questions.checking import exercise_ids

ROOT = Path(__file__).parents[2]
SPECIMENS = (ROOT / "tests/questions/specimens.yaml").read_text(encoding="utf-8")
KEPT = "a-tenth-of-the-dose/quiz/specimens"
TYPES = ["single", "multiple", "true_false", "numeric", "ordering", "matching"]
EXERCISE = exercise(exercise_ids()[0])

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Questions</title><link rel="icon" href="data:,">
<script>
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.theme = dark ? "dark" : "light";
</script>
<link rel="stylesheet" href="book.css"><link rel="stylesheet" href="ldn/interactive.css">
<script type="module" src="ldn/host.mjs"></script></head>
<body><main><h1>Questions</h1>{quiz}{exercise}{results}</main></body></html>"""


@pytest.fixture(scope="module")
def questions_url(tmp_path_factory):
    """Address of a page with six specimens, an exercise, and results of its checker."""
    folder = tmp_path_factory.mktemp("questions")
    publishing = ROOT / "src/ldn/publishing"
    shutil.copytree(ROOT / "src/ldn/interactives/static", folder / "ldn")
    shutil.copy(publishing / "static/host.mjs", folder / "ldn")
    shutil.copytree(publishing / "theme/static", folder, dirs_exist_ok=True)
    items = tuple(bank.read(SPECIMENS, "99"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bank, "all_items", lambda: list(items))
        six = quiz(ids=[item.id for item in items], name="specimens", title="Six questions")
    results = [EXERCISE.check(), EXERCISE.check(1e9), EXERCISE.hint(), EXERCISE.solution()]
    html = PAGE.format(
        quiz=six.static_html("six"),
        exercise=EXERCISE.card().static_html("exercise-1"),
        results="".join(result._repr_html_() for result in results),
    )
    (folder / "index.html").write_text(html, encoding="utf-8")
    with BookServer(folder) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


@pytest.fixture
def opened(page, questions_url):
    """The page, alive."""
    return go(page, questions_url)


def go(page: Page, url: str) -> Page:
    page.goto(f"{url}index.html")
    page.locator(".ldn-quiz").wait_for()
    page.locator(".ldn-exercise").wait_for()
    page.evaluate("() => document.fonts.ready.then(() => undefined)")
    return page


def item(page: Page, kind: str):
    return page.locator(f'[data-item="ldn-m99-q{TYPES.index(kind) + 1:02d}"]')


def announced(page: Page, piece: str = ".ldn-quiz"):
    return page.locator(f"{piece} > [role=status]")


def check(page: Page, kind: str) -> None:
    item(page, kind).get_by_role("button", name="Check").click()


def answer(page: Page, kind: str, right: bool) -> None:
    """Answer one item with the mouse and check it."""
    place = item(page, kind)
    if kind in ("single", "true_false"):
        place.get_by_role("radio").nth(1 if right else 0).check()
    elif kind == "multiple":
        for number in (0, 2) if right else (0, 1):
            place.get_by_role("checkbox").nth(number).check()
    elif kind == "numeric":
        place.get_by_role("textbox").fill("83,3" if right else "500")
    elif kind == "ordering":
        names = ["2 mg, once", "5 mg, once", "15 mg, once", "50 mg, once"]
        bring_into_order(place, names if right else names[::-1])
    else:
        wanted = ["Blockade falls", "5 mg occupies", "50 mg a day"]
        for number, words in enumerate(wanted if right else [*wanted[1:], wanted[0]]):
            choose(place.get_by_role("combobox").nth(number), words)
    check(page, kind)


def choose(select, words: str) -> None:
    texts = select.locator("option").all_inner_texts()
    select.select_option(index=next(i for i, text in enumerate(texts) if words in text))


def bring_into_order(place, names: list[str]) -> None:
    for target, name in enumerate(names):
        button = place.get_by_role("button", name=f"Move up: {name}", exact=True)
        while order_of(place).index(name) > target:
            button.click()


def order_of(place) -> list[str]:
    labels = place.locator("button[aria-label^='Move up']").evaluate_all("all => all.map(b => b.ariaLabel)")
    return [label.removeprefix("Move up: ") for label in labels]


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something that matches has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent")


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_is_answered_by_keyboard_alone(opened, kind):
    page, keyboard = opened, opened.keyboard
    here = f'[data-item="ldn-m99-q{TYPES.index(kind) + 1:02d}"]'
    if kind in ("single", "true_false"):
        tab_to(page, f"{here} input")
        keyboard.press("Space")
        keyboard.press("ArrowDown")
    elif kind == "multiple":
        tab_to(page, f"{here} input")
        keyboard.press("Space")
        for _ in range(2):
            keyboard.press("Tab")
        keyboard.press("Space")
    elif kind == "numeric":
        tab_to(page, f"{here} input")
        keyboard.type("0.833")
        keyboard.press("Tab")
        keyboard.type("f")
        assert page.evaluate("document.activeElement.value").startswith("fraction")
    elif kind == "ordering":
        names = ["2 mg, once", "5 mg, once", "15 mg, once", "50 mg, once"]
        for target, name in enumerate(names):
            while order_of(item(page, kind)).index(name) > target:
                label = f"Move up: {name}"
                if focused(page) != label:
                    page.evaluate("document.activeElement.blur()")
                    tab_to(page, f'{here} button[aria-label="{label}"]')
                keyboard.press("Enter")
                assert focused(page) == label
    else:
        for letter in ("C", "A", "B"):
            tab_to(page, f"{here} select")
            keyboard.type(letter)
    tab_to(page, f"{here} button[type=submit]")
    keyboard.press("Enter")
    expect(announced(page)).to_contain_text("Right.")
    expect(item(page, kind).locator(".ldn-why")).to_be_visible()
    assert focused(page) == "Check"
    expect(page.locator(".ldn-tally")).to_have_text("1 of 6 answered: 1 right, 1 of them at the first try.")


@pytest.mark.parametrize(
    ("kind", "heard", "seen"),
    [
        ("single", "Not right yet. That takes occupancy to be proportional", "Not this."),
        ("multiple", "1 of the 2 that belong is marked, and 1 that does not belong.", "Does not belong."),
        ("true_false", "Not right yet. Plasma falls by half", "Not this."),
        ("numeric", "Not right yet. That is C/EC50 as a percentage.", "A known slip."),
        ("ordering", "0 of 4 stand in their place.", "Not in its place."),
        ("matching", "0 of 3 pairs are right.", "Not this."),
    ],
)
def test_a_wrong_answer_is_explained_aloud_and_in_print_and_may_be_tried_again(opened, kind, heard, seen):
    answer(opened, kind, right=False)
    expect(announced(opened)).to_contain_text(heard)
    place = item(opened, kind)
    expect(place.locator(".ldn-verdict", has_text=seen).first).to_be_visible()
    expect(place.locator(".ldn-verdict svg").first).to_be_visible()
    expect(place.locator(".ldn-why")).to_be_hidden()
    if kind == "multiple":
        place.get_by_role("checkbox").nth(1).uncheck()
    answer(opened, kind, right=True)
    expect(announced(opened)).to_contain_text("Try 2. Right.")
    expect(opened.locator(".ldn-tally")).to_have_text("1 of 6 answered: 1 right, 0 of them at the first try.")
    expect(place.locator(".ldn-evidence a").first).to_have_attribute("href")


@pytest.mark.parametrize("kind", TYPES)
def test_the_answer_can_be_shown_after_a_try_and_says_so(opened, kind):
    place = item(opened, kind)
    expect(place.get_by_role("button", name="Show the answer")).to_be_hidden()
    answer(opened, kind, right=False)
    place.get_by_role("button", name="Show the answer").click()
    expect(announced(opened)).to_contain_text("The answer is shown.")
    expect(place.locator(".ldn-why")).to_be_visible()
    expect(opened.locator(".ldn-tally")).to_contain_text(" 0 right")


@pytest.mark.parametrize("kind", TYPES)
def test_checking_nothing_says_what_is_missing_and_counts_nothing(opened, kind):
    check(opened, kind)
    expect(item(opened, kind).locator(".ldn-error")).to_contain_text("first")
    expect(announced(opened)).to_contain_text("first")
    expect(opened.locator(".ldn-tally")).to_have_text("")


def test_words_in_a_number_field_are_not_marked(opened):
    item(opened, "numeric").get_by_role("textbox").fill("about 80")
    check(opened, "numeric")
    expect(item(opened, "numeric").locator(".ldn-error")).to_contain_text("Type a number")
    expect(opened.locator(".ldn-tally")).to_have_text("")


def test_feedback_goes_when_the_answer_changes(opened):
    answer(opened, "single", right=False)
    item(opened, "single").get_by_role("radio").nth(2).check()
    expect(item(opened, "single").locator(".ldn-verdict")).to_have_count(0)


def test_hints_open_one_after_the_other(opened):
    place = item(opened, "single")
    expect(place.get_by_text("Write occupancy as a function")).to_be_hidden()
    place.get_by_text("Hint", exact=True).click()
    expect(place.get_by_text("Write occupancy as a function")).to_be_visible()
    expect(place.get_by_text("compare the two occupancies")).to_be_hidden()
    place.locator("summary", has_text="Another hint").click()
    expect(place.get_by_text("compare the two occupancies")).to_be_visible()


def test_certainty_is_asked_on_request_calibrated_and_kept_out_of_the_score(opened):
    expect(opened.get_by_text("How sure are you?")).to_have_count(0)
    opened.get_by_label("Ask me how sure I am").check()
    place = item(opened, "single")
    place.get_by_role("radio", name="sure (above 80 %)", exact=True).check()
    expect(place.get_by_text("+3 if right and −6 if wrong")).to_be_visible()
    place.get_by_role("radio").nth(0).check()
    check(opened, "single")
    expect(place.locator(".ldn-why")).to_be_visible()  # sure and wrong: explained at once
    expect(opened.locator(".ldn-quiz")).to_contain_text("sure (above 80 %): 0 of 1 right")
    tally = "1 of 6 answered: 0 right."
    expect(opened.locator(".ldn-tally")).to_have_text(tally)
    opened.get_by_label("Ask me how sure I am").uncheck()
    expect(opened.locator(".ldn-tally")).to_have_text(tally)


def test_answers_survive_a_reload_and_a_changed_revision_resets_one(opened, questions_url):
    for kind in TYPES:
        answer(opened, kind, right=True)
    before = opened.locator(".ldn-tally").inner_text()
    assert before == "6 of 6 answered: 6 right, 6 of them at the first try."
    go(opened, questions_url)
    assert opened.locator(".ldn-tally").inner_text() == before
    for kind in TYPES:
        expect(item(opened, kind).locator(".ldn-why")).to_be_visible()
    expect(item(opened, "numeric").get_by_role("textbox")).to_have_value("83,3")
    assert order_of(item(opened, "ordering"))[0] == "2 mg, once"
    kept = json.loads(opened.evaluate("key => localStorage[key]", KEPT))
    kept["ldn-m99-q01"]["rev"] = 0
    opened.evaluate("([key, text]) => { localStorage[key] = text; }", [KEPT, json.dumps(kept)])
    go(opened, questions_url)
    expect(opened.locator(".ldn-tally")).to_contain_text("5 of 6 answered")
    expect(item(opened, "single").locator("input:checked")).to_have_count(0)


@pytest.mark.parametrize(
    "rubbish",
    [
        "not JSON {",
        "null",
        "7",
        "[]",
        '{"ldn-m99-q01": null}',
        '{"ldn-m99-q01": {"rev": 1, "response": "z", "tries": 1, "first": {"credit": 1}}}',
        '{"ldn-m99-q04": {"rev": 1, "response": {"text": 5}, "tries": 1, "first": {"credit": 1}}}',
        '{"ldn-m99-q05": {"rev": 1, "response": ["a"], "tries": 1, "first": {"credit": 1}}}',
        '{"ldn-m99-q06": {"rev": 1, "response": [9, 9, 9], "tries": 1, "first": {"credit": 1}}}',
        '{"ldn-m99-q01": {"rev": 1, "response": "b", "tries": "many", "first": null}}',
    ],
)
def test_damaged_storage_does_no_harm(page, questions_url, rubbish):
    page.add_init_script(
        f"localStorage['{KEPT}'] ??= {json.dumps(rubbish)};"
        f"localStorage['a-tenth-of-the-dose/exercise/{EXERCISE.id}'] ??= {json.dumps(rubbish)};"
    )
    go(page, questions_url)
    expect(page.locator(".ldn-tally")).to_have_text("")
    answer(page, "single", right=True)
    expect(page.locator(".ldn-tally")).to_contain_text("1 of 6 answered: 1 right")
    assert page.problems.all() == []


def test_a_browser_that_forbids_storage_is_told_and_still_works(page, questions_url):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    go(page, questions_url)
    answer(page, "single", right=True)
    expect(page.locator(".ldn-tally")).to_contain_text("1 right")
    page.locator(".ldn-quiz summary", has_text="Your answers").click()
    expect(page.locator(".ldn-quiz .ldn-answers")).to_contain_text("keeps nothing for this page")
    assert page.problems.all() == []


def test_answers_go_out_to_a_file_and_come_back_from_it(opened, tmp_path):
    answer(opened, "single", right=True)
    fields = opened.locator(".ldn-exercise").get_by_role("textbox")
    fields.first.fill("1")
    opened.locator(".ldn-exercise").get_by_role("button", name="Check").click()
    yours = opened.locator(".ldn-quiz .ldn-answers")
    yours.locator("summary").click()
    with opened.expect_download() as download:
        yours.get_by_role("button", name="Save all to a file").click()
    file = tmp_path / "answers.json"
    download.value.save_as(file)
    saved = json.loads(file.read_text())
    assert set(saved["kept"]) == {"quiz/specimens", f"exercise/{EXERCISE.id}"}
    erase(opened, "Erase everything")
    expect(opened.locator(".ldn-tally")).to_have_text("")
    expect(fields.first).to_have_value("")
    load(opened, file)
    expect(announced(opened)).to_have_text("Answers loaded.")
    expect(opened.locator(".ldn-tally")).to_contain_text("1 of 6 answered: 1 right")
    expect(fields.first).to_have_value("1")


@pytest.mark.parametrize("text", ["no JSON", "{}", '{"course": "another", "format": 1, "kept": {}}', "[]"])
def test_a_foreign_file_changes_nothing(opened, tmp_path, text):
    answer(opened, "single", right=True)
    file = tmp_path / "foreign.json"
    file.write_text(text)
    opened.locator(".ldn-quiz .ldn-answers > summary").click()
    load(opened, file)
    expect(announced(opened)).to_contain_text("Nothing was changed")
    expect(opened.locator(".ldn-tally")).to_contain_text("1 right")


def test_erasing_asks_first_and_takes_only_what_it_says(opened):
    opened.evaluate("localStorage['a-tenth-of-the-dose/theme'] = 'dark'; localStorage['another-site'] = 'x'")
    opened.evaluate("localStorage['a-tenth-of-the-dose/quiz/other'] = '{\"x\": 1}'")
    answer(opened, "single", right=True)
    yours = opened.locator(".ldn-quiz .ldn-answers")
    yours.locator("summary").click()
    yours.get_by_role("button", name="Erase this quiz").click()
    yours.get_by_role("button", name="Keep").click()
    expect(opened.locator(".ldn-tally")).to_contain_text("1 right")
    erase(opened, "Erase this quiz")
    expect(opened.locator(".ldn-tally")).to_have_text("")
    expect(item(opened, "single").locator("input:checked")).to_have_count(0)
    assert kept_keys(opened) == {
        "a-tenth-of-the-dose/theme",
        "a-tenth-of-the-dose/quiz/other",
        "another-site",
    }
    erase(opened, "Erase everything")
    assert kept_keys(opened) == {"a-tenth-of-the-dose/theme", "another-site"}


def erase(page: Page, what: str) -> None:
    yours = page.locator(".ldn-quiz .ldn-answers")
    yours.get_by_role("button", name=what).click()
    yours.get_by_role("button", name="Erase", exact=True).click()


def load(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.locator(".ldn-quiz .ldn-answers").get_by_role("button", name="Load from a file").click()
    chooser.value.set_files(file)


def kept_keys(page: Page) -> set[str]:
    return set(page.evaluate("Object.keys(localStorage)"))


def test_the_exercise_card_gives_the_checkers_diagnoses(opened):
    card = opened.locator(".ldn-exercise")
    fields, button = card.get_by_role("textbox"), card.get_by_role("button", name="Check")
    keys = list(EXERCISE.keys.values())
    button.click()
    expect(card.locator(".ldn-verdict")).to_have_text(["Not attempted. Type your number."] * len(keys))
    for number, key in enumerate(keys):
        fields.nth(number).fill(f"{key.traps[0].value[0]:.10g}")
    button.click()
    expect(card.locator(".ldn-verdict").first).to_contain_text("Close.")
    expect(announced(opened, ".ldn-exercise")).to_contain_text("Close.")
    for number, key in enumerate(keys):
        fields.nth(number).fill(f"{key.value[0]:.10g}".replace(".", ","))
    button.click()
    expect(card.locator(".ldn-verdict")).to_have_text(["Right. "] * len(keys))
    opened.reload()
    expect(card.locator(".ldn-verdict")).to_have_text(["Right. "] * len(keys))
    fields.first.fill("many")
    button.click()
    expect(card.locator(".ldn-verdict").first).to_contain_text("Not a number.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("right", [None, False, True])
@pytest.mark.parametrize("width", [320, 1000])
def test_nothing_to_object_to_in_either_theme_at_any_width(
    new_page, questions_url, axe_violations, scheme, right, width
):
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    go(page, questions_url)
    page.get_by_label("Ask me how sure I am").check()
    if right is not None:
        for kind in TYPES:
            answer(page, kind, right)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.locator(".ldn-piece :is(button, input:not([hidden]), select, summary)").evaluate_all(
        """all => all.filter(one => one.offsetParent && !one.classList.contains('ldn-radio'))
            .map(one => [one.textContent || one.type, one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 24 || box.width < 24).map(([name]) => name)"""
    )
    assert small == []
    assert page.problems.all() == []


def test_a_kernel_hears_each_answer_and_is_heard(opened):
    """The piece on a model such as JupyterLab's, which records what is sent and can speak up itself."""
    opened.evaluate(
        """async () => {
          const listeners = {};
          const state = JSON.parse(document.querySelector(".ldn-state").textContent);
          window.sent = [];
          window.model = {
            get: (name) => state[name],
            set: (name, value) => { state[name] = value; },
            save_changes: () => window.sent.push(JSON.parse(JSON.stringify(state.answers))),
            on: (event, act) => { listeners[event] = act; },
            off: (event) => { delete listeners[event]; },
            hear: (answers) => { state.answers = answers; listeners["change:answers"](); },
            listening: () => Object.keys(listeners),
          };
          state.quiz_id = "in-a-kernel";
          const el = document.createElement("div");
          el.dataset.ldnHost = "lab";
          document.querySelector("main").replaceChildren(el);
          const piece = await import(new URL("ldn/quiz.mjs", location.href).href);
          window.end = piece.default.render({ model: window.model, el });
        }"""
    )
    answer(opened, "true_false", right=True)
    sent = opened.evaluate("sent.at(-1)")
    assert sent == {
        "ldn-m99-q03": {
            "rev": 1,
            "response": False,
            "tries": 1,
            "shown": False,
            "first": {"credit": 1, "certainty": None},
        }
    }
    opened.evaluate("model.hear({})")
    expect(opened.locator(".ldn-tally")).to_have_text("")
    opened.evaluate("kept => model.hear(kept)", sent)
    expect(opened.locator(".ldn-tally")).to_contain_text("1 right")
    opened.evaluate("end()")
    assert opened.evaluate("model.listening()") == []


def test_in_the_book_evidence_leads_to_the_entry_on_the_page_of_sources(page, questions_url):
    page.add_init_script(
        "document.addEventListener('readystatechange', () => {"
        " document.documentElement.dataset.ldnSources = 'book/sources.html'; });"
    )
    go(page, questions_url)
    link = page.locator(".ldn-evidence a").first
    expect(link).to_have_attribute("href", "book/sources.html#source-rabiner2011")


def test_the_lesson_of_the_book_asks_keeps_and_cites(page, open_page):
    open_page(page, "notebooks/04_a_tenth_of_the_dose")
    last = page.locator(".ldn-quiz").last
    form = last.locator("form", has=page.get_by_role("radio")).first
    form.get_by_role("radio").first.check()
    form.get_by_role("button", name="Check").click()
    before = last.locator(".ldn-tally").inner_text()
    assert before.startswith("1 of ")
    if form.get_by_role("button", name="Show the answer").is_visible():
        form.get_by_role("button", name="Show the answer").click()
    form.locator(".ldn-evidence a").first.click()
    expect(page).to_have_url(re.compile(r"/book/sources\.html#source-[a-z0-9-]+$"))
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_visible()
    page.go_back()
    open_page(page, "notebooks/04_a_tenth_of_the_dose")
    assert page.locator(".ldn-quiz").last.locator(".ldn-tally").inner_text() == before
    assert page.problems.all() == []


def test_without_scripts_and_on_paper_there_is_the_text_with_answers_at_the_end(new_page, questions_url):
    page = new_page(java_script_enabled=False)
    page.goto(f"{questions_url}index.html")
    text = page.locator(".ldn-paper-quiz").inner_text()
    assert (
        text.index("Which observation speaks against")
        < text.index("Answers")
        < text.index("far from a proportion")
    )
    live = new_page()
    go(live, questions_url)
    expect(live.locator(".ldn-paper-quiz")).to_be_hidden()
    live.emulate_media(media="print")
    expect(live.locator(".ldn-paper-quiz")).to_be_visible()
    expect(live.locator(".ldn-quiz")).to_be_hidden()

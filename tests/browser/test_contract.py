"""What every piece of the course owes its reader, whatever it shows (the contract for interactives)."""

from __future__ import annotations

import csv
from urllib.parse import quote

import pytest
from piece_page import identity
from playwright.sync_api import expect

from ldn import interactives

# A state in which each control of the piece has something to move; elsewhere some have nothing to say.
TELLING = {
    "ReboundModel": {"receptor_gain": 1.0},
    "TLR4Signalling": {"blocks": "both", "antagonist_uM": 1.0},
}
# These set what will be done next and leave what is shown alone.
PREPARING = {"Error of a reading (an assumption)"}
# A reader's ratings are kept in the browser and are no view to pass on.
NO_VIEW_TO_PASS_ON = {"ClaimMeter"}
# The reader's own ratings are the prediction.
ASKS_NOTHING = {"ClaimMeter"}
NAMES = [name for name in interactives.__all__ if name not in {"Interactive", "ComputedInteractive"}]

each_piece = pytest.mark.parametrize("name", NAMES)


def made(name: str, **arguments):
    return getattr(interactives, name)(**{**TELLING.get(name, {}), **arguments})


def label_of(control) -> str:
    """What a failing test calls a control."""
    return control.evaluate(
        """(one) => one.labels[0]?.textContent ?? one.ariaLabel
            ?? document.getElementById(one.getAttribute('aria-labelledby')).textContent"""
    )


def sliders(opened):
    return [slider for slider in opened.piece.get_by_role("slider").all() if slider.is_visible()]


@each_piece
def test_every_control_moves_by_keyboard_and_what_is_shown_follows(piece, name):
    opened = piece(made(name))
    seen = 0
    for slider in sliders(opened):
        before, said = opened.shown(), slider.get_attribute("aria-valuetext")
        slider.press("ArrowLeft" if slider.input_value() == slider.get_attribute("max") else "ArrowRight")
        assert slider.get_attribute("aria-valuetext") != said, label_of(slider)
        assert opened.shown() != before or label_of(slider) in PREPARING, label_of(slider)
        seen += 1
    for control in opened.piece.locator(".ldn-live :is(input[type=checkbox], select)").all():
        if control.is_visible() and control.is_enabled():
            before = opened.shown()
            control.press("Space" if control.get_attribute("type") == "checkbox" else "ArrowDown")
            assert opened.shown() != before, label_of(control)
            seen += 1
    groups = opened.piece.locator(".ldn-live fieldset.ldn-choices")
    for i in range(groups.count()):
        checked = groups.nth(i).locator("input:checked")
        if checked.count() and checked.is_visible() and checked.is_enabled():
            before = opened.shown()
            checked.press("ArrowRight")
            assert opened.shown() != before, groups.nth(i).locator("legend").inner_text()
            seen += 1
    assert seen > 1


@each_piece
def test_every_slider_follows_the_mouse(piece, name):
    opened = piece(made(name))
    for slider in sliders(opened):
        before = opened.shown()
        share = 0.2 if int(slider.input_value()) > 0.5 * int(slider.get_attribute("max")) else 0.8
        opened.drag(slider, share)
        assert opened.shown() != before or label_of(slider) in PREPARING, label_of(slider)
        if name not in NO_VIEW_TO_PASS_ON:
            opened.click("Reset")


@each_piece
def test_the_sentence_is_pythons_and_the_live_region_repeats_it(piece, name):
    instance = made(name)
    opened = piece(instance)
    assert opened.words() == " ".join(instance.sentence().split())
    assert opened.piece.locator(".ldn-paper").is_hidden()
    sliders(opened)[0].press("ArrowRight")
    opened.page.wait_for_function(
        """() => {
            const plain = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
            const piece = document.querySelector('.ldn-piece');
            return plain(piece.querySelector(':scope > [role=status]')) === plain(piece.querySelector('.ldn-sentence'));
        }"""
    )


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NO_VIEW_TO_PASS_ON])
def test_link_reset_and_table_carry_the_view(piece, name, tmp_path):
    opened = piece(made(name))
    opened.open_data()
    first = opened.shown()
    slider = sliders(opened)[0]
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    moved = opened.shown()
    assert moved != first
    rows = opened.table()
    with opened.page.expect_download() as download:
        opened.click("Download CSV")
    download.value.save_as(tmp_path / "data.csv")
    with (tmp_path / "data.csv").open(newline="", encoding="utf-8-sig") as file:
        assert [[" ".join(cell.split()) for cell in row] for row in csv.reader(file)] == rows
    link = opened.link()
    opened.click("Reset")
    assert opened.shown() == first
    opened.go(link).open_data()
    assert opened.shown() == moved


@each_piece
def test_a_damaged_link_and_a_forbidden_store_do_no_harm(piece, page, name):
    page.add_init_script(
        """Object.defineProperty(window, 'localStorage',
            { get() { throw new DOMException('forbidden', 'SecurityError') } })"""
    )
    instance = made(name)
    first = piece(instance).shown()
    rubbish = ["-1e9", '"nonsense"', "[null]", "{"]
    for value in rubbish:
        query = "&".join(f"{trait}={quote(value)}" for trait in instance.class_own_arguments())
        assert piece(instance, fragment=f"#{identity(instance)}?{query}").shown() == first, value


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ASKS_NOTHING])
def test_a_question_is_asked_before_anything_is_shown_and_the_answer_kept(piece, axe_violations, name):
    opened = piece(made(name, predict="What will **happen**?"))
    skip = opened.piece.get_by_role("button", name="Skip")
    expect(opened.piece.locator(".ldn-live .ldn-sentence").first).to_be_hidden()
    assert axe_violations(opened.page) == []
    skip.click()
    expect(opened.piece.locator(".ldn-live .ldn-sentence").first).to_be_visible()
    opened.go()
    expect(skip).to_be_hidden()
    opened.page.evaluate("() => Object.keys(localStorage).forEach((key) => localStorage.setItem(key, '{'))")
    opened.go()
    expect(skip).to_be_visible()


@each_piece
def test_lines_keep_three_to_one_and_words_four_and_a_half_to_one(piece, name):
    """WCAG 2.2: 1.4.11 for the lines of a chart, 1.4.3 for words; axe does not look inside pictures."""
    opened = piece(made(name))
    for theme in ("light", "dark"):
        opened.page.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)
        opened.settle()
        paints = opened.piece.locator(".ldn-live").evaluate(
            """(piece) => {
              const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
              const rgb = (colour) => { context.clearRect(0, 0, 1, 1); context.fillStyle = colour;
                context.fillRect(0, 0, 1, 1); return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]; };
              const of = (selector, property) => [...piece.querySelectorAll(selector)]
                .filter(el => el.checkVisibility()).map(el => rgb(getComputedStyle(el)[property]));
              return { paper: rgb(getComputedStyle(document.body).backgroundColor),
                lines: [...of('svg .ldn-main', 'stroke'), ...of('svg .ldn-own', 'stroke'),
                        ...of('svg .ldn-point circle', 'fill')],
                words: ['label', 'small', 'tick'].flatMap((kind) => of(`svg .ldn-${kind}`, 'fill')) };
            }"""
        )
        for kind, least in (("lines", 3), ("words", 4.5)):
            # An open point is painted in the paper's colour; its ring is the line.
            for colour in (colour for colour in paints[kind] if colour != paints["paper"]):
                assert contrast(colour, paints["paper"]) >= least, (theme, kind, colour)


def contrast(first: list[int], second: list[int]) -> float:
    """The contrast ratio of two colours by WCAG 2.2."""

    def luminance(rgb: list[int]) -> float:
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@each_piece
def test_axe_a_phone_and_a_finger(piece, axe_violations, name):
    opened = piece(made(name))
    page = opened.page
    # A button half way between two themes has neither's colours.
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 800})
    for summary in opened.piece.locator(".ldn-live summary").all():
        if summary.is_visible():
            summary.click()
    opened.settle()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    for theme in ("light", "dark"):
        page.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)
        assert axe_violations(page) == [], theme
    controls = opened.piece.locator(".ldn-live :is(input, select, button, summary, textarea)")
    small = controls.evaluate_all(
        """(all) => all.filter((one) => one.checkVisibility()).filter((one) => {
            const box = (one.closest('label') ?? one).getBoundingClientRect();
            return box.width < 24 || box.height < 24;
        }).map((one) => one.outerHTML)"""
    )
    assert small == []
    # JupyterLab's own keys must not act while a reader is in a control.
    loose = controls.evaluate_all("(all) => all.filter((one) => !one.dataset.lmSuppressShortcuts).length")
    assert loose == 0


@each_piece
def test_without_a_script_the_picture_its_words_and_its_table_stand(new_page, site, name):
    instance = made(name)
    bare = new_page(java_script_enabled=False)
    bare.goto(site.add(instance))
    image = bare.locator(".ldn-paper img")
    assert image.bounding_box()["height"] > 100
    assert image.get_attribute("alt") == instance.sentence()
    assert bare.locator(".ldn-paper table tr").count() > 1


@each_piece
def test_two_of_a_kind_on_a_page_keep_their_own_state(piece, name):
    opened = piece(made(name), made(name))
    second = opened.page.locator(".ldn-interactive").nth(1).locator(".ldn-sentence").first
    said = second.inner_text()
    repeated = opened.page.evaluate(
        """() => [...document.querySelectorAll('[id]')].map((one) => one.id)
            .filter((id, i, all) => all.indexOf(id) !== i)"""
    )
    assert repeated == []
    before = opened.shown()
    sliders(opened)[0].press("ArrowRight")
    assert opened.shown() != before
    assert second.inner_text() == said

"""The dose comparison in JupyterLab with a kernel: it renders, and Python and the page move each other."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from urllib.parse import urlsplit

import nbformat
import pytest

from ldn import interactives

TOKEN = "for-this-test-only"
CELLS = [
    "from ldn.interactives import DoseComparison\npiece = DoseComparison()\npiece",
    "print('doses in Python:', piece.doses_mg)",
    "piece.doses_mg = [1.5, 25]\nprint('set in Python:', piece.doses_mg)",
]
EVERYTHING = """\
from IPython.display import display
from ldn import interactives
from ldn.questions import DraftCheck, exercise, quiz
for name in interactives.__all__:
    if name != "Interactive":
        display(getattr(interactives, name)())
display(quiz("04"), exercise("04.hours_blocked"), DraftCheck())
"""
READY_S = 120


@pytest.fixture(scope="module")
def lab_url(tmp_path_factory):
    """Address of a notebook in a JupyterLab that knows nothing of the machine's own settings."""
    folder = tmp_path_factory.mktemp("lab")
    for name, sources in {"trial": CELLS, "everything": [EVERYTHING]}.items():
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source) for source in sources],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        )
        nbformat.write(notebook, folder / f"{name}.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # Otherwise JupyterLab asks, over the notebook, whether it may fetch news.
    quiet = folder / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    quiet.parent.mkdir(parents=True)
    quiet.write_text('{"fetchNews": "false", "checkForUpdates": false}')
    places = {
        name: str(folder / name.lower())
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    }
    process = subprocess.Popen(
        [
            *(
                sys.executable,
                "-m",
                "jupyterlab",
                "--no-browser",
                "--allow-root",
                "--ip=127.0.0.1",
                f"--port={port}",
            ),
            *(f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}"),
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ],
        env={**os.environ, **places, "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings")},
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/api?token={TOKEN}")
        yield f"http://127.0.0.1:{port}/lab/tree/trial.ipynb?token={TOKEN}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + READY_S
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)


def opened(browser, address: str):
    """A notebook open in a browser that reaches only this machine, its first cell run."""
    page = browser.new_page(viewport={"width": 1280, "height": 1400})
    page.set_default_timeout(READY_S * 1000)
    page.outside = []

    def guard(route):
        parts = urlsplit(route.request.url)
        if parts.scheme in {"data", "blob"} or parts.hostname == "127.0.0.1":
            route.continue_()
        else:
            page.outside.append(route.request.url)
            route.abort()

    page.route("**/*", guard)
    page.goto(address)
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    run_cell(page, 0)
    page.locator(".ldn-piece").first.wait_for()
    return page


@pytest.fixture(scope="module")
def notebook(lab_url, browser):
    page = opened(browser, lab_url)
    yield page
    page.close()


def run_cell(page, index: int) -> None:
    """Run a cell and see that it was taken: while the notebook is still settling in, JupyterLab ignores the keys."""
    cell = page.locator(".jp-Notebook .jp-CodeCell").nth(index)
    prompt = cell.locator(".jp-InputPrompt")
    for _ in range(20):
        cell.locator(".jp-InputArea-editor").click()
        page.keyboard.press("Control+Enter")
        page.wait_for_timeout(1000)
        if prompt.inner_text().strip() != "[ ]:":
            return
    raise AssertionError(f"cell {index} was never run")


def printed(page, index: int, beginning: str) -> str:
    output = (
        page.locator(".jp-Notebook .jp-CodeCell")
        .nth(index)
        .locator(".jp-OutputArea-output pre", has_text=beginning)
    )
    output.wait_for()
    return output.inner_text().strip()


def sentence(page) -> str:
    return page.locator(".ldn-piece .ldn-sentence").inner_text().replace("\xa0", " ")


def test_the_piece_is_live_in_the_notebook(notebook):
    assert "4.5 mg holds 53–64 % of mu receptors" in sentence(notebook)
    assert notebook.locator(".ldn-panel-time svg .ldn-main").count() == 2
    assert notebook.locator(".ldn-paper").count() == 0


def test_python_follows_the_slider_and_the_page_follows_python(notebook):
    slider = notebook.get_by_role("slider", name="Dose 1")
    slider.focus()
    for _ in range(3):
        notebook.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "4.8 milligrams"
    notebook.wait_for_timeout(500)
    run_cell(notebook, 1)
    assert printed(notebook, 1, "doses in Python") == "doses in Python: [4.8, 50.0]"
    run_cell(notebook, 2)
    assert printed(notebook, 2, "set in Python") == "set in Python: [1.5, 25.0]"
    notebook.wait_for_function(
        "() => document.querySelector('.ldn-sentence').textContent.includes('25\\u00a0mg')"
    )
    assert slider.get_attribute("aria-valuetext") == "1.5 milligrams"


def test_the_python_call_for_the_view_is_at_hand(notebook):
    notebook.get_by_role("radio", name="kappa", exact=True).check()
    notebook.get_by_role("button", name="Python for this view").click()
    call = notebook.get_by_label("Python call for this view").input_value()
    assert call.startswith("DoseComparison(")
    assert 'receptor="kappa"' in call


def test_nothing_is_asked_of_the_network(notebook):
    assert notebook.outside == []


def test_every_piece_of_the_course_is_live(lab_url, browser):
    page = opened(browser, lab_url.replace("lab/tree/trial", "lab/workspaces/everything/tree/everything"))
    pieces = (
        len(interactives.__all__) - 1 + 3
    )  # all but the base class; a quiz, an exercise, the draft checker
    page.wait_for_function(
        f"() => document.querySelectorAll('.ldn-piece').length === {pieces}", timeout=60_000
    )
    controls = page.evaluate(
        "() => [...document.querySelectorAll('.ldn-piece')].map(p => p.querySelectorAll('input, select').length)"
    )
    assert min(controls) > 0
    assert page.locator(".jp-OutputArea-output .ldn-paper").count() == 0
    assert page.outside == []
    page.close()

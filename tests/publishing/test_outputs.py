import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from ldn.publishing.outputs import OutputError, normalise, refresh

LIVE = "application/vnd.jupyter.widget-view+json"


def test_live_views_and_passing_metadata_go_and_words_stay():
    cell = new_code_cell(
        "piece", metadata={"execution": {"iopub.status.busy": "2026-01-01"}, "tags": ["hide-input"]}
    )
    shown = {"text/html": "<p>", "text/plain": "words"}
    cell.outputs = [
        new_output(
            "execute_result",
            {LIVE: {"model_id": "m"}, "text/html": "<p>", "text/plain": "words"},
            execution_count=9,
        ),
        new_output("display_data", {LIVE: {"model_id": "n"}}),
    ]
    notebook = new_notebook(cells=[new_markdown_cell("# A"), cell], metadata={"widgets": {"state": {}}})
    normalise(notebook)
    assert "widgets" not in notebook.metadata
    assert cell.metadata == {"tags": ["hide-input"]}
    (output,) = cell.outputs
    assert output.data == shown
    assert output.execution_count == cell.execution_count == 1


def test_a_warning_is_an_error():
    cell = new_code_cell("warn()", outputs=[new_output("stream", name="stderr", text="Careful")])
    with pytest.raises(OutputError, match="cell 0 writes to the error stream: Careful"):
        normalise(new_notebook(cells=[cell]))


def test_streams_of_one_cell_are_one():
    parts = [new_output("stream", name="stdout", text=text) for text in ("a\n", "b\n")]
    cell = new_code_cell("print", outputs=parts)
    normalise(new_notebook(cells=[cell]))
    assert [output.text for output in cell.outputs] == ["a\nb\n"]


def test_second_refresh_changes_nothing(tmp_path):
    path = tmp_path / "lesson.ipynb"
    cells = [
        new_code_cell("from ldn.interactives import DoseComparison\nDoseComparison()"),
        new_code_cell("6 * 7"),
    ]
    nbformat.write(new_notebook(cells=cells), path)
    assert refresh(path)
    stored = path.read_bytes()
    assert b"42" in stored
    assert LIVE.encode() not in stored
    assert not refresh(path)
    assert path.read_bytes() == stored

"""``python -m ldn.publishing.outputs``: runs the notebooks afresh and stores what they show.

Two runs give the same bytes: whatever depends on the day, the machine or chance is left out. Views that
need a live kernel are left out too; the picture, the sentence and the table of each interactive stay.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import nbformat

from ldn.publishing.build import project_root

CELL_TIMEOUT_SECONDS = 300
_LIVE_VIEW = "application/vnd.jupyter.widget-view+json"
# What an editor or a run leaves in a cell, and no reader needs.
_PASSING_METADATA = ("execution", "ExecuteTime", "collapsed", "scrolled", "trusted")


class OutputError(RuntimeError):
    """A notebook did not run as a lesson has to."""


def execute(notebook: nbformat.NotebookNode, folder: Path) -> None:
    """Run every cell, in place, in a fresh kernel whose working folder is `folder`."""
    from nbclient import NotebookClient

    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT_SECONDS,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute()


def normalise(notebook: nbformat.NotebookNode) -> None:
    """Leave out, in place, what differs from run to run.

    Raises
    ------
    OutputError
        If a cell wrote to the error stream: a reader would see a warning that no lesson means to show.
    """
    notebook.metadata.pop("widgets", None)
    notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata["language_info"] = {
        "name": "python",
        "file_extension": ".py",
        "mimetype": "text/x-python",
    }
    count = 0
    for position, cell in enumerate(notebook.cells):
        cell.setdefault("id", f"cell-{position:02d}")
        for name in _PASSING_METADATA:
            cell.metadata.pop(name, None)
        if cell.cell_type != "code":
            continue
        if cell.source.strip():
            count += 1
            cell["execution_count"] = count
        else:
            cell["execution_count"] = None
        cell["outputs"] = _normalised_outputs(cell.outputs, position, cell["execution_count"])


def _normalised_outputs(outputs: list, position: int, count: int | None) -> list:
    kept = []
    for output in outputs:
        if output.output_type == "stream":
            if output.name == "stderr":
                raise OutputError(f"cell {position} writes to the error stream: {output.text.strip()}")
            if kept and kept[-1].output_type == "stream":
                kept[-1]["text"] += output.text
                continue
        if "data" in output:
            output.data.pop(_LIVE_VIEW, None)
            if not output.data:
                continue
        if output.output_type == "execute_result":
            output["execution_count"] = count
        kept.append(output)
    return kept


def refresh(path: Path) -> bool:
    """Run one notebook and store it; returns whether the file changed."""
    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    execute(notebook, path.parent)
    normalise(notebook)
    after = nbformat.writes(notebook, version=4)
    after = after if after.endswith("\n") else after + "\n"
    if after == before:
        return False
    path.write_text(after, encoding="utf-8")
    return True


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Run the notebooks afresh and store their outputs.")
    parser.add_argument("notebooks", nargs="*", type=Path, help="default: all lessons")
    options = parser.parse_args(arguments)
    paths = options.notebooks or sorted((project_root() / "notebooks").glob("*.ipynb"))
    for path in paths:
        try:
            changed = refresh(path)
        except OutputError as problem:
            print(f"{path.name}: {problem}", file=sys.stderr)
            return 1
        print(f"{path.name}: {'stored anew' if changed else 'unchanged'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

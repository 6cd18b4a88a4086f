"""Runs the pieces' own modules in Node, as the browser would."""

from __future__ import annotations

import json
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def run_in_node() -> Callable[[str, Any], Any]:
    """Runs a script of this folder in Node with JSON on its input, and reads the JSON it prints."""
    node = Path(sysconfig.get_path("scripts")) / "node"

    def run(script: str, message: Any) -> Any:
        finished = subprocess.run(
            [node, Path(__file__).parent / script],
            input=json.dumps(message),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert finished.returncode == 0, finished.stderr
        return json.loads(finished.stdout)

    return run

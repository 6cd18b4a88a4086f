"""Icon arrays on paper and on the page: as many people as told, in the right places."""

from __future__ import annotations

import json
import re
import subprocess
import sysconfig
from pathlib import Path

import matplotlib.path
import numpy as np
import pytest

from ldn.figures import new_figure
from ldn.figures.icon_array import IconGroup, draw_icons, icon_rows
from ldn.figures.style import LOW_DOSE

KIT = Path(__file__).parents[2] / "src/ldn/interactives/js/kit/icon_array.js"
PLACE = {"left": 3.0, "top": 5.0, "pitch": 20.0, "columns": 10}


def _places_on_paper(patch) -> list[float]:
    """Horizontal middles of the people of one patch, from the boxes around each head and body."""
    path = patch.get_path()
    starts = np.flatnonzero(path.codes == matplotlib.path.Path.MOVETO)
    pieces = np.split(path.vertices, starts[1:])
    # A head and a body make a person.
    middles = [
        (np.min(np.vstack(pair)[:, 0]) + np.max(np.vstack(pair)[:, 0])) / 2
        for pair in zip(pieces[::2], pieces[1::2], strict=True)
    ]
    return [round(float(middle), 2) for middle in middles]


def test_paper_draws_each_person_once_in_rows():
    _, axes = new_figure()
    draw_icons(axes, [IconGroup(8, "full", LOW_DOSE), IconGroup(4, "empty")], **PLACE)
    assert [len(_places_on_paper(patch)) for patch in axes.patches] == [8, 4]
    first_row = [3 + 20 * (column + 0.5) for column in range(10)]
    assert _places_on_paper(axes.patches[0]) == pytest.approx(first_row[:8], abs=0.2)
    assert _places_on_paper(axes.patches[1]) == pytest.approx([*first_row[8:], *first_row[:2]], abs=0.2)


def test_a_group_of_nobody_draws_nothing():
    _, axes = new_figure()
    draw_icons(axes, [IconGroup(0), IconGroup(3, "faint")])
    assert len(axes.patches) == 1


@pytest.mark.parametrize("count", [-1, 2.5])
def test_people_are_counted_in_whole_numbers(count):
    with pytest.raises(ValueError, match="count must be a whole number"):
        IconGroup(count)


def test_an_unknown_look_is_refused():
    with pytest.raises(ValueError, match="look must be one of full, faint, empty, got 'half'"):
        IconGroup(1, "half")


@pytest.mark.parametrize(("people", "columns", "rows"), [(0, 10, 0), (1, 10, 1), (10, 10, 1), (101, 10, 11)])
def test_rows(people, columns, rows):
    assert icon_rows(people, columns) == rows


def test_the_page_draws_the_same_people():
    node = Path(sysconfig.get_path("scripts")) / "node"
    groups = [
        {"count": 8, "look": "full", "series": 0},
        {"count": 4, "look": "empty"},
        {"count": 0, "look": "faint"},
    ]
    script = (
        f"const {{ icons, iconRows }} = await import({json.dumps(KIT.as_uri())});"
        f"console.log(JSON.stringify([icons({json.dumps(groups)}, {json.dumps(PLACE)}), iconRows(101, 10)]));"
    )
    done = subprocess.run(
        [node, "--input-type=module", "-e", script], capture_output=True, text=True, check=True
    )
    svg, rows = json.loads(done.stdout)
    paths = re.findall(
        r'<path class="ldn-icons ldn-icons-(\w+)"( data-series="0")? stroke-width="1" d="([^"]*)"/>', svg
    )
    assert [(look, bool(series), path.count("M") // 2) for look, series, path in paths] == [
        ("full", True, 8),
        ("empty", False, 4),
    ]
    # The last of twelve stands second in the second row; its head begins a radius left of the middle.
    last = paths[1][2].split("M")[-2]
    x, y = map(float, re.match(r"([\d.]+) ([\d.]+)", last).groups())
    assert (x, y) == pytest.approx((3 + 30 - 0.17 * 20, 5 + 30 - 0.24 * 20), abs=0.02)
    assert rows == 11

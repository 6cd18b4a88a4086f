"""The package opens at once and offers what the design promises."""

import subprocess
import sys

import pytest

import ldn.neuroimmune


def test_opening_the_package_loads_nothing_heavy():
    code = (
        "import sys, ldn.neuroimmune; "
        "print([m for m in ('numpy', 'scipy', 'pandas', 'shapely', 'pydantic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_promised_name_is_there():
    assert {"tile_territories", "tlr4_response", "exposure_margin"} <= set(ldn.neuroimmune.__all__)
    for name in ldn.neuroimmune.__all__:
        assert callable(getattr(ldn.neuroimmune, name))
    assert dir(ldn.neuroimmune) == sorted(ldn.neuroimmune.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="naltrexone_blocks_nfkb"):
        _ = ldn.neuroimmune.naltrexone_blocks_nfkb

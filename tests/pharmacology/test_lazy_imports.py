"""`import ldn` must stay instant: what is heavy loads on first use, and every promised name is there."""

import importlib
import subprocess
import sys

import pytest


@pytest.mark.parametrize("package", ["ldn", "ldn.reference", "ldn.pharmacology"])
def test_importing_a_package_loads_nothing_heavy(package):
    code = (
        f"import {package}, sys; "
        "print([m for m in ('numpy', 'pandas', 'scipy', 'pydantic', 'yaml', 'matplotlib') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert out.strip() == "[]"


def test_simulating_loads_neither_pandas_nor_scipy():
    code = (
        "import sys; from ldn.pharmacology import occupancy, simulate; "
        "occupancy(simulate(4.5), link='slow_dissociation'); "
        "print([m for m in ('pandas', 'scipy', 'matplotlib') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert out.strip() == "[]"


@pytest.mark.parametrize("package", ["ldn.reference", "ldn.pharmacology"])
def test_every_promised_name_is_there(package):
    module = importlib.import_module(package)
    for name in module.__all__:
        assert getattr(module, name) is not None
    assert dir(module) == module.__all__ == sorted(module.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'ldn_is_magic'"):
        _ = module.ldn_is_magic

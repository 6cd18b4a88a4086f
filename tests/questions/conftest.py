"""A bank of six specimens, one of each type, so that the machinery is tested whatever the lessons ask."""

import pytest
from item_entries import SPECIMENS

from ldn.questions import bank


@pytest.fixture
def specimens(monkeypatch):
    """The bank, holding lesson 99 alone."""
    items = tuple(bank.read(SPECIMENS, "99"))
    monkeypatch.setattr(bank, "lessons", lambda: ["99"])
    monkeypatch.setattr(bank, "items_of", lambda lesson: items)
    return {item.id: item for item in items}

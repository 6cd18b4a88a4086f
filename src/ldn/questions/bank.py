"""The item bank: every item of ``items/<lesson>.yaml``, checked against the schema."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter, ValidationError

from ldn.questions.schema import Item

_ITEM = TypeAdapter(Item)


def lessons() -> list[str]:
    """Return the lessons that have items, as two digits, in order."""
    return sorted(
        file.name.removesuffix(".yaml")
        for file in (files("ldn.questions") / "items").iterdir()
        if file.name.endswith(".yaml")
    )


def read(text: str, lesson: str) -> list[Item]:
    """Read the YAML text of one lesson's items.

    Raises:
        ValueError: naming every item that breaks the schema, sits in the wrong lesson or repeats an id.
    """
    items, problems = read_collecting(text, lesson)
    if problems:
        raise ValueError(
            f"items of lesson {lesson}:\n" + "\n".join(f"{id}: {problem}" for id, problem in problems)
        )
    return items


def read_collecting(text: str, lesson: str) -> tuple[list[Item], list[tuple[str, str]]]:
    """Read the YAML text of one lesson's items; return the good ones, and (id, problem) of the others."""
    items, problems, seen = [], [], set()
    for position, entry in enumerate(yaml.safe_load(text) or [], start=1):
        id = entry.get("id", f"item {position}") if isinstance(entry, dict) else f"item {position}"
        try:
            item = _ITEM.validate_python(entry)
        except ValidationError as error:
            problems += [(id, f"{'.'.join(map(str, one['loc']))}: {one['msg']}") for one in error.errors()]
            continue
        if item.lesson != lesson:
            problems.append((id, f"id belongs to lesson {item.lesson}, the file to lesson {lesson}"))
        elif item.id in seen:
            problems.append((id, "this id is used twice"))
        else:
            items.append(item)
        seen.add(item.id)
    return items, problems


def text_of(lesson: str) -> str:
    """Return the YAML text of one lesson's items."""
    file = files("ldn.questions") / "items" / f"{lesson}.yaml"
    if not file.is_file():
        raise ValueError(f"lesson {lesson!r} has no items; lessons that have: {', '.join(lessons())}")
    return file.read_text(encoding="utf-8")


@cache
def items_of(lesson: str) -> tuple[Item, ...]:
    """Return the items of one lesson in the order written."""
    return tuple(read(text_of(lesson), lesson))


def all_items() -> list[Item]:
    """Return every item of the bank, lesson by lesson."""
    return [item for lesson in lessons() for item in items_of(lesson)]


def items_with(ids: Iterable[str]) -> list[Item]:
    """Return the items called ``ids``, in that order.

    Raises:
        ValueError: if an id is not in the bank.
    """
    known = {item.id: item for item in all_items()}
    ids = list(ids)
    unknown = [id for id in ids if id not in known]
    if unknown:
        raise ValueError(f"no item is called {', '.join(map(str, unknown))}")
    return [known[id] for id in ids]


def items_on(concept: str) -> list[Item]:
    """Return every item that is tagged with one of the 24 core concepts."""
    return [item for item in all_items() if concept in item.concepts]

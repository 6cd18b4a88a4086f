"""Which page of the book holds the evidence card of a study or review: a few chapters, by area and condition."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ldn.reference.studies import StudyStore, study_store
from ldn.reference.study_schema import Review, Study

FOLDER = "book/evidence"
INDEX = f"{FOLDER}/index"

# Each is a page of this name with `{evidence-cards}`. The condition with most trials has a page to itself.
CHAPTERS: Mapping[str, str] = {
    "fibromyalgia": "Fibromyalgia",
    "pain": "Other pain",
    "gut": "Gut",
    "nervous-system": "Nervous system and mental health",
    "fatigue-and-infection": "Fatigue syndromes and infection",
    "skin": "Skin",
    "elsewhere": "Elsewhere: cancer, autoimmunity, use of medicines",
}
_CHAPTER_OF_AREA = {
    "pain": "pain",
    "gut": "gut",
    "nervous system": "nervous-system",
    "mental health": "nervous-system",
    "fatigue syndromes": "fatigue-and-infection",
    "infection": "fatigue-and-infection",
    "skin": "skin",
    "cancer": "elsewhere",
    "autoimmunity": "elsewhere",
    "medicine use": "elsewhere",
    "any": "elsewhere",
}


def chapter_of(entry: Study | Review) -> str:
    """The chapter that holds an entry's card; a combined condition stands with the one named first."""
    if entry.condition.startswith("fibromyalgia"):
        return "fibromyalgia"
    return _CHAPTER_OF_AREA[entry.area]


def page_of(entry: Study | Review) -> str:
    """The page, as Sphinx names it, that holds an entry's card."""
    return f"{FOLDER}/{chapter_of(entry)}"


def entries(store: StudyStore | None = None) -> dict[str, Study | Review]:
    """Every study and review by its id, which is also the anchor of its card.

    Raises
    ------
    ValueError
        If a study and a review share an id: their cards would share an anchor.
    """
    store = store or study_store()
    if shared := sorted(set(store.studies) & set(store.reviews)):
        raise ValueError(f"a study and a review are both called {', '.join(shared)}")
    return {**store.studies, **store.reviews}


def of_chapter(chapter: str, store: StudyStore | None = None) -> dict[str, list[Study | Review]]:
    """The entries of a chapter by condition: conditions by name, studies before reviews, oldest first."""
    held = [entry for entry in entries(store).values() if chapter_of(entry) == chapter]
    held.sort(key=lambda entry: (isinstance(entry, Review), entry.year or 9999, entry.name))
    return {
        condition: [entry for entry in held if entry.condition == condition]
        for condition in sorted({entry.condition for entry in held}, key=lambda name: (name.lower(), name))
    }


@cache
def owner_of_source() -> Mapping[str, Study | Review]:
    """The study or review that brings a source, by the source's key; shared sources have no owner."""
    return {source.key: entry for entry in entries().values() for source in entry.sources}

"""Questions: the item bank, the quiz, and the checked exercises.

``quiz("04")`` shows a lesson's quiz; ``exercise("04.hours_blocked")`` its checked exercise, with
``.check(x)``, ``.hint()`` and ``.solution()``; ``DraftCheck()`` reads a rewrite of the article, and
``check_draft(text)`` does so in Python. How to write items is told in ``schema``, how to write
exercises in ``exercise_schema``.

Why not one of the existing libraries: jupyterquiz grades on every arrow press, leaves its number field
unlabelled and announces nothing; TeachBooks-Questions cannot be answered by keyboard and loads from a
CDN; neither keeps answers in the reader's browser nor cites a source. Of the graders, otter shows a
traceback and nbgrader needs a server's files, while learntools, whose four outcomes we share, prints
colour-only labels. What a learner needs here (feedback for each option, diagnosed wrong routes, evidence,
keyboard, no network) is small once it stands on the base that all interactives share.
"""

from __future__ import annotations

from importlib import import_module

_HOME = {
    "DraftCheck": "draft_card",
    "Exercise": "checking",
    "ExerciseCard": "exercise_card",
    "Quiz": "quizzes",
    "check_draft": "draft",
    "exercise": "checking",
    "quiz": "quizzes",
}

__all__ = sorted(_HOME)


def __getattr__(name: str):
    # Widgets and pandas take a good part of a second to import, so they are loaded when first named.
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__

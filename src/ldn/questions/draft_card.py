"""The draft checker as a piece: a place to write, kept in the reader's browser, and what the rules notice."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

import pandas as pd
from traitlets import Unicode

from ldn.interactives.base import ComputedInteractive
from ldn.interactives.wording import sentence_list
from ldn.questions.draft import Finding, check_draft, count_words
from ldn.questions.draft_schema import draft_rules
from ldn.reference import article, claims

_HEADING = {"mend": "to mend", "consider": "to consider", "good": "done well"}


class DraftCheck(ComputedInteractive):
    """Write the article anew and have the draft read for words that outrun the evidence.

    The draft stays in the reader's browser; in JupyterLab it is also the trait ``draft``, and ``check()`` reads it.

    Parameters
    ----------
    draft : str
        A draft to begin with.

    Raises
    ------
    traitlets.TraitError
        If the draft is no text.
    TypeError
        On an unknown argument.
    """

    piece = "draft_check"
    heading = "Your version"
    model_note = """\
To discuss:

- The checker looks for **words**. It cannot tell whether a sentence is true. Write one that passes and is wrong.
- It excuses a strong word after a “not” or a “whether” nearby. Where does that let something through, and where does it
  object to a sentence that is fine?
- It praises a number beside the word placebo. Is the number right? Only you and the source can say.
- A text can touch all fourteen claims and be of use to nobody. What does a reader need in the first two sentences?
"""

    draft = Unicode().tag(sync=True, argument=True)

    @classmethod
    def shipped_data(cls) -> dict[str, Any]:
        """The rules, the article that they are tried on, and the reason behind each claim's verdict."""
        return _shipped_data()

    def check(self) -> list[Finding]:
        """What the rules find in the draft as it stands; nothing in an empty one."""
        return check_draft(self.draft)

    def sentence(self) -> str:
        """Say what was found in the draft or, while there is none, in the article."""
        found, words = self._shown(), count_words(self.draft)
        counted = sentence_list(
            [f"{sum(one.kind == kind for one in found)} {heading}" for kind, heading in _HEADING.items()]
        )
        limit = "cannot tell whether a sentence is true."
        if words == 0:
            head = f"No draft yet. The article itself, read by the same rules, has {counted}."
            return f"{head} The checker reads words; it {limit}"
        noun = "word" if words == 1 else "words"
        return f"Your draft has {words} {noun}. The checker found {counted}. It reads words; it {limit}"

    def table(self) -> pd.DataFrame:
        """Return a row for each finding."""
        rows = [
            [_HEADING[one.kind], one.name, one.quote, one.message, one.lesson] for one in self._shown()
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=["verdict", "rule", "words found", "message", "lesson"])

    def table_caption(self) -> str:
        """Say whose text the findings are about."""
        return f"What the checker finds in {'your draft' if count_words(self.draft) else 'the article'}"

    def paper(self) -> str:
        """Return the rules as a checklist to be worked through with a pencil."""
        items = "".join(
            f"<li>{escape(rule.name)}. {escape(rule.why)} (Lesson {rule.lesson})</li>"
            for rule in draft_rules().rules
            if rule.kind != "good"
        )
        return (
            '<div class="ldn-paper ldn-paper-exercise">'
            f"<p><strong>A checklist for your version, in at most {draft_rules().words_allowed} words</strong></p>"
            f"<ol>{items}</ol></div>"
        )

    def _shown(self) -> list[Finding]:
        return check_draft(self.draft if count_words(self.draft) else article().text)


@cache
def _shipped_data() -> dict[str, Any]:
    rules = draft_rules().model_dump(mode="json")
    # A list: names of an object would be sorted on their way to the page, and C10 would come before C2.
    rules["claims"] = [{"claim": claim, "about": about} for claim, about in rules["claims"].items()]
    return {
        "rules": rules,
        "article": article().text,
        "reasons": {claim.id: " ".join(claim.reason.split()) for claim in claims()},
    }

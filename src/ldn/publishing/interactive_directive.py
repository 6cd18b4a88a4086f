"""``{interactive}``: an interactive on a prose page, built from the same class as in a lesson.

````
```{interactive} DoseComparison
doses_mg: [4.5, 50]
predict: How many hours a day does 4.5 mg block?
```
````

The body, if any, is YAML: keyword arguments of the class. Quizzes and exercise cards are interactives as well:
``Quiz`` with ``lesson: "04"``, ``ExerciseCard`` with ``exercise_id: 04.hours_blocked``.
"""

from __future__ import annotations

import yaml
from docutils import nodes
from sphinx.util.docutils import SphinxDirective


def build_piece(class_name: str, arguments: dict[str, object]):
    """The interactive of that class with those keyword arguments.

    Raises
    ------
    ValueError
        If there is no such interactive; the message names those there are.
    """
    from ldn import interactives, questions
    from ldn.interactives.base import Interactive

    for home in (interactives, questions):
        piece = getattr(home, class_name) if class_name in home.__all__ else None
        if isinstance(piece, type) and issubclass(piece, Interactive) and piece is not Interactive:
            return piece(**arguments)
    known = sorted({*interactives.__all__, "Quiz", "ExerciseCard"} - {"Interactive"})
    raise ValueError(f"no interactive is called {class_name!r}; there are: {', '.join(known)}")


class InteractiveDirective(SphinxDirective):
    """Places one interactive."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        try:
            arguments = yaml.safe_load("\n".join(self.content)) or {}
            if not isinstance(arguments, dict):
                raise ValueError(f"the body has to be keyword arguments in YAML, not {arguments!r}")
            piece = build_piece(self.arguments[0], arguments)
        except (ValueError, TypeError, yaml.YAMLError) as problem:
            raise self.error(f"interactive {self.arguments[0]}: {problem}") from problem
        return [nodes.raw("", piece.static_html(), format="html")]


def setup(app) -> None:
    app.add_directive("interactive", InteractiveDirective)

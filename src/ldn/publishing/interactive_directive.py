"""``{interactive}``: an interactive on a prose page, built from the same class as in a lesson.

````
```{interactive} DoseComparison
doses_mg: [4.5, 50]
predict: How many hours a day does 4.5 mg block?
```
````

The body, if any, is YAML: keyword arguments of the class.
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
    from ldn import interactives
    from ldn.interactives.base import Interactive

    piece_class = getattr(interactives, class_name, None)
    if not (isinstance(piece_class, type) and issubclass(piece_class, Interactive)):
        known = ", ".join(name for name in dir(interactives) if name[:1].isupper())
        raise ValueError(f"no interactive is called {class_name!r}; there are: {known}")
    return piece_class(**arguments)


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

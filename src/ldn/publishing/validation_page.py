"""``{validation}``: the published figures each model was held against, and what came out, misses included.

``{validation} pharmacology`` and ``{validation} neuroimmune`` list one model's targets; ``{validation} rivals``
sets the rival links from plasma to receptor beside the course's own.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ldn.publishing.source_links import address_in_book, short_name

_TICK = '<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="m2.5 8.5 3.5 4 7.5-9"/></svg>'
_CROSS = (
    '<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="m3 3 10 10M13 3 3 13"/></svg>'
)


def verdict(passed: bool) -> nodes.raw:
    """Met or missed: a word and a sign, so that neither colour nor picture carries it alone."""
    icon, word = (_TICK, "met") if passed else (_CROSS, "missed")
    return nodes.raw("", f'<span class="verdict">{icon}{word}</span>', format="html")


def summary_sentence(passed: int, total: int) -> str:
    """How many targets the model meets, in a sentence."""
    if passed == total:
        return f"The model meets all {total} targets."
    missed = total - passed
    return f"The model meets {passed} of {total} targets and misses {missed}."


def _pharmacology() -> list:
    from ldn.pharmacology import validation

    return validation.checks()


def _neuroimmune() -> list:
    from ldn.neuroimmune import validation

    return validation.checks()


_CHECKS = {"pharmacology": _pharmacology, "neuroimmune": _neuroimmune}
# The links from plasma to receptor, in the order of the columns.
_LINKS = {"biophase": "B, slow biophase", "slow_dissociation": "A, slow dissociation", "plasma": "C, plasma"}


class ValidationDirective(SphinxDirective):
    """Places a table of checks and the sentence that sums it up."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        subject = self.arguments[0]
        if subject == "rivals":
            return [rivals_table()]
        if subject not in _CHECKS:
            raise self.error(
                f"there are no checks of {subject!r}; there are {', '.join([*_CHECKS, 'rivals'])}"
            )
        results = _CHECKS[subject]()
        passed = sum(1 for result in results if result.passed)
        summary = nodes.paragraph("", summary_sentence(passed, len(results)), classes=["lead"])
        return [summary, self._table(results)]

    def _table(self, results) -> nodes.table:
        body = nodes.tbody("", *[self._check_row(result) for result in results])
        return _checks_table(["What was measured", "Published", "Model", "Result"], body)

    def _check_row(self, result) -> nodes.row:
        target = result.target
        row = _row(
            [nodes.Text(target.quantity), _small(target.id)],
            [nodes.Text(target.published), self._where_published(target)],
            _model_lines(result),
            [verdict(result.passed)],
        )
        row["classes"].append("met" if result.passed else "missed")
        return row

    def _where_published(self, target) -> nodes.inline:
        """The sources of a target as links to their entries, and how the figure is known."""
        from ldn import reference

        where = _small("")
        for key in target.sources:
            address = address_in_book(self.env.app, self.env.docname, key)
            citation = reference.source(key).citation
            where += nodes.reference("", short_name(key), refuri=address, internal=True, reftitle=citation)
            where += nodes.Text(" · ")
        where += nodes.Text(target.confidence)
        return where


def rivals_table() -> nodes.table:
    """The targets on which the three links differ, one column a link."""
    from ldn.pharmacology import validation

    by_link = {link: validation.checks(link=link) for link in _LINKS}
    heads = ["What was measured", *_LINKS.values()]
    body = nodes.tbody()
    for results in zip(*by_link.values(), strict=True):
        if all(result.values == results[0].values for result in results):
            continue
        target = results[0].target
        cells = [[*_model_lines(result), verdict(result.passed)] for result in results]
        body += _row([nodes.Text(target.quantity), _small(target.id)], *cells)
    return _checks_table(heads, body)


def _checks_table(heads: list[str], body: nodes.tbody) -> nodes.table:
    group = nodes.tgroup("", *[nodes.colspec(colwidth=1) for _ in heads], cols=len(heads))
    group += nodes.thead("", _row(*[[nodes.Text(head)] for head in heads]))
    group += body
    return nodes.table("", group, classes=["checks"])


def _model_lines(result) -> list[nodes.Node]:
    """Each value of the model with the band it was held against; with several, each says which it is."""
    lines: list[nodes.Node] = []
    several = len(result.target.accept) > 1
    for band in result.target.accept:
        value = f"{result.values[band.bound]:.3g}"
        unit = "" if band.unit == "1" else f" {band.unit}"
        label = f"{band.label}: " if several else ""
        sign = "" if band.holds(result.values[band.bound]) else " (outside)"
        line = nodes.inline("", f"{label}{value}{unit}{sign}", classes=["model-value"])
        lines += [line, _small(f"accepted {band}")]
    return lines


def _small(text: str) -> nodes.inline:
    return nodes.inline("", text, classes=["spread-note"])


def _row(*cells: list[nodes.Node]) -> nodes.row:
    return nodes.row("", *[nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells])


def setup(app) -> None:
    app.add_directive("validation", ValidationDirective)

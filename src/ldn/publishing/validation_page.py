"""``{validation}``: every published figure the model was held against, and what came out, misses included."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ldn.publishing.source_links import anchor

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


class ValidationDirective(SphinxDirective):
    """Places the table of checks and the sentence that sums it up."""

    def run(self) -> list[nodes.Node]:
        from ldn.pharmacology import validation

        results = validation.checks()
        passed = sum(1 for result in results if result.passed)
        table = self._table(results)
        return [nodes.paragraph("", summary_sentence(passed, len(results)), classes=["lead"]), table]

    def _table(self, results) -> nodes.table:
        heads = ["What was measured", "Published", "Model", "Result"]
        table = nodes.table(classes=["checks"])
        group = nodes.tgroup(cols=len(heads))
        group += [nodes.colspec(colwidth=1) for _ in heads]
        group += nodes.thead("", _row(*[[nodes.Text(head)] for head in heads]))
        body = nodes.tbody()
        for result in results:
            body += self._check_row(result)
        group += body
        table += group
        return table

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

        page = self.env.app.builder.get_relative_uri(self.env.docname, self.config.ldn_sources_page)
        where = _small("")
        for key in target.sources:
            source = reference.source(key)
            where += nodes.reference(
                "", _short(source), refuri=f"{page}#{anchor(key)}", internal=True, reftitle=source.citation
            )
            where += nodes.Text(" · ")
        where += nodes.Text(target.confidence)
        return where


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


def _short(source) -> str:
    """A source in a few words: who, else where, else the start of its title; and when."""
    if source.authors:
        name = source.authors.split(",")[0].split(" ")[0]
    else:
        name = (source.journal or source.publisher or " ".join(source.title.split()[:4])).split(",")[0]
    return f"{name} {source.year}" if source.year else name


def _row(*cells: list[nodes.Node]) -> nodes.row:
    return nodes.row("", *[nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells])


def setup(app) -> None:
    app.add_directive("validation", ValidationDirective)

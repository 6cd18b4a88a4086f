import base64

from ldn.publishing import page
from ldn.publishing.inline_figures import inline_figures, variable_of_colour


def printed(svg: str, alt: str = "Two curves.") -> str:
    data = base64.b64encode(svg.encode()).decode()
    return f'<figure class="ldn-figure"><img alt="{alt}" src="data:image/svg+xml;base64,{data}"></figure>'


def test_printed_figure_is_unpacked_with_its_words_and_the_pages_colours():
    colours = variable_of_colour()
    ink = next(iter(colours))
    svg = f'<svg width="518pt" height="288pt" viewBox="0 0 5 5"><path stroke="{ink.upper()}" fill="#0072B2"/></svg>'
    body = inline_figures(printed(svg))
    assert "<img" not in body
    assert 'role="img" aria-label="Two curves."' in body
    assert f'stroke="{colours[ink]}"' in body
    assert 'fill="#0072B2"' in body, "colours that mean something stay"
    assert "518pt" not in body


def test_figure_of_the_library_is_unpacked():
    from ldn.figures import house_style, new_figure, show

    with house_style():
        figure, axes = new_figure()
        axes.plot([0, 1], [0, 1])
        shown = show(figure, alt='Rises from "0" to 1.')._repr_html_()
    body = inline_figures(shown)
    assert "<svg" in body
    assert 'aria-label="Rises from &quot;0&quot; to 1."' in body


def test_paper_figure_of_an_interactive_stays_an_image():
    body = '<figure class="ldn-paper"><img alt="x" src="data:image/svg+xml;base64,AAAA"></figure>'
    assert inline_figures(body) == body


def test_page_loads_only_what_it_shows():
    plain = "<p>text</p>"
    assert page.styles_for(plain) == page.modules_for(plain) == page.preloads_for(plain) == []
    piece = '<div class="ldn-interactive" data-ldn-piece="dose_comparison">'
    assert page.styles_for(piece) == ["ldn/interactive.css"]
    assert page.modules_for(piece) == ["ldn/host.mjs"]
    assert page.preloads_for(piece + piece) == ["ldn/dose_comparison.mjs"]
    assert page.styles_for('<span class="katex">') == ["katex/katex.min.css"]


def test_tables_are_framed_and_empty_headers_are_cells():
    framed = page.frame_tables('<p>a</p><table class="dataframe"><tr><th></th><th>dose</th></tr></table>')
    assert framed.count('<div class="table-frame"><table') == 1
    assert "<td></td><th>dose</th>" in framed

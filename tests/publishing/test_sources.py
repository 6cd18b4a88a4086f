from typing import get_args

from docutils import nodes

from ldn import reference
from ldn.publishing.source_links import anchor, destination, key_of_address, normalised, short_name
from ldn.publishing.sources_page import READ, source_entry, what_was_read
from ldn.reference.schema import Source


def test_a_doi_is_known_in_every_spelling():
    keys = key_of_address()
    doi = reference.source("rabiner2011").doi
    for spelling in (
        f"https://doi.org/{doi}",
        f"http://dx.doi.org/{doi.upper()}",
        f"https://doi.org/{doi}/ ",
        f"https://doi.org/{doi.replace('/', '%2F')}",
    ):
        assert keys[normalised(spelling)] == "rabiner2011"
    assert normalised("https://doi.org/10.1/never") not in keys


def test_no_two_sources_share_an_address_or_an_entry():
    sources = reference.sources()
    addresses = [normalised(source.address) for source in sources if source.address]
    assert len(set(addresses)) == len(addresses)
    assert len({anchor(source.key) for source in sources}) == len(sources)


def test_entry_leads_out_and_back_and_says_what_was_read():
    source = Source(
        key="a2020", authors="A B", title="T", year=2020, journal="J", doi="10.1234/x", seen="abstract"
    )
    entry = source_entry(source, [("Lesson 04", "../notebooks/04.html")])
    assert entry["ids"] == ["source-a2020"]
    out, back = entry.findall(nodes.reference)
    assert out["refuri"] == "https://doi.org/10.1234/x"
    assert back["refuri"] == "../notebooks/04.html"
    assert READ["abstract"] in entry.astext()


def test_every_way_of_reading_has_words():
    assert set(get_args(Source.model_fields["seen"].annotation)) <= set(READ)
    assert what_was_read("news report") == "What was seen: news report."


def test_a_study_leaves_what_was_read_of_it_to_its_card():
    source = reference.source("younger2013")
    entry = source_entry(
        source, [("Lesson 07", "../notebooks/07.html")], ("Younger 2013", "evidence/fibromyalgia.html#x")
    )
    out, card = entry.findall(nodes.reference)
    assert out["refuri"] == source.address
    assert (card.astext(), card["refuri"]) == ("Younger 2013", "evidence/fibromyalgia.html#x")
    assert READ[source.seen] not in entry.astext()


def test_a_study_is_told_of_on_its_card_and_anything_else_on_the_sources_page():
    assert destination("younger2013", "book/sources") == ("book/evidence/fibromyalgia", "younger2013")
    # The trial's registry record belongs to the trial.
    assert destination("nct00568555", "book/sources") == ("book/evidence/fibromyalgia", "younger2013")
    assert destination("rabiner2011", "book/sources") == ("book/sources", "source-rabiner2011")
    # Data that several reviews share belong to nobody.
    assert destination("fibromyalgia_ldn_data", "book/sources")[0] == "book/sources"


def test_short_names_are_short():
    assert short_name("depaula2023") == reference.study("paula2023").name
    assert short_name("rabiner2011") == "Rabiner 2011"

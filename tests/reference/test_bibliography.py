import pytest

from ldn import reference
from ldn.reference import bibliography


def test_every_collection_is_part_of_the_whole():
    whole = {source.key for source in reference.sources()}
    parts = [source.key for name in bibliography.collections() for source in reference.sources(name)]
    assert sorted(parts) == sorted(whole)
    assert all(reference.sources(name) for name in bibliography.collections())


@pytest.mark.parametrize(
    ("key", "doi"),
    [
        ("rabiner2011", "10.1038/mp.2011.29"),
        ("cant2017", "10.3389/fimmu.2017.00809"),
        ("little2016", "10.3758/s13421-016-0621-z"),
    ],
)
def test_a_source_is_found_whichever_file_it_stands_in(key, doi):
    assert reference.source(key).doi == doi


def test_an_unknown_key_names_the_nearest():
    with pytest.raises(ValueError, match="rabiner2011"):
        reference.source("rabiner2010")


def test_an_unknown_collection_names_those_there_are():
    with pytest.raises(ValueError, match=r"dose, brain, trials, .*access, course"):
        reference.sources("doses")


def test_no_two_entries_are_the_same_publication():
    dois = [source.doi.lower() for source in reference.sources() if source.doi]
    assert sorted(dois) == sorted(set(dois))

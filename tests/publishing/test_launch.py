from urllib.parse import parse_qs, urlsplit

from ldn.publishing.launch import launch_links

SERVICES = {
    "binderhub_url": "https://mybinder.org/",
    "colab_url": "https://colab.research.google.com",
    "jupyterhub_url": "https://hub.example.edu",
}
NOTEBOOK = "notebooks/04_a_tenth_of_the_dose.ipynb"


def test_without_a_repository_there_is_no_link():
    assert launch_links("", "main", NOTEBOOK, SERVICES) == []
    assert launch_links(None, None, NOTEBOOK, None) == []


def test_links_open_the_notebook_in_each_service():
    links = launch_links("https://github.com/someone/course.git", "", NOTEBOOK, SERVICES)
    assert [link.host for link in links] == ["Binder", "Colab", "JupyterHub"]
    binder, colab, hub = (link.address for link in links)
    assert urlsplit(binder).path == "/v2/gh/someone/course/main"
    assert parse_qs(urlsplit(binder).query)["urlpath"] == [f"lab/tree/{NOTEBOOK}"]
    assert colab == f"https://colab.research.google.com/github/someone/course/blob/main/{NOTEBOOK}"
    pulled = parse_qs(urlsplit(hub).query)
    assert pulled["repo"] == ["https://github.com/someone/course.git"]
    assert pulled["urlpath"] == [f"lab/tree/course/{NOTEBOOK}"]


def test_services_without_address_and_hosts_they_do_not_read_are_left_out():
    assert launch_links("https://github.com/a/b", "main", NOTEBOOK, {"binderhub_url": ""}) == []
    elsewhere = launch_links("https://git.example.org/a/b", "main", NOTEBOOK, SERVICES)
    assert [link.host for link in elsewhere] == ["JupyterHub"]

import pytest

from ldn.publishing import build


@pytest.fixture
def checkout(tmp_path):
    for name, text in {
        "_toc.yml": "root: index",
        "index.md": "# One",
        "src/ldn/a.py": "x = 1",
        "src/ldn/__pycache__/a.pyc": "old",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_fingerprint_changes_with_prose_and_with_the_package_and_with_nothing_else(checkout):
    before = build.fingerprint(checkout)
    assert build.fingerprint(checkout) == before
    (checkout / "src/ldn/__pycache__/a.pyc").write_text("new")
    (checkout / "unrelated.txt").write_text("new")
    assert build.fingerprint(checkout) == before
    (checkout / "src/ldn/a.py").write_text("x = 2")
    changed = build.fingerprint(checkout)
    assert changed != before
    (checkout / "index.md").rename(checkout / "book.md")
    assert build.fingerprint(checkout) != changed


def test_an_unchanged_book_is_not_built_again_and_a_failed_one_is(checkout, monkeypatch):
    outcomes = iter([1, 0])
    runs = []

    def run(command, cwd, check):
        from types import SimpleNamespace

        runs.append(command)
        pages = checkout / "_build" / "html"
        pages.mkdir(parents=True, exist_ok=True)
        (pages / "index.html").write_text("")
        return SimpleNamespace(returncode=next(outcomes))

    monkeypatch.setattr(build.subprocess, "run", run)
    with pytest.raises(RuntimeError, match="did not build"):
        build.build_book(checkout)
    pages = build.build_book(checkout)
    assert build.build_book(checkout) == pages
    assert len(runs) == 2
    assert {"-W", "-n", "--keep-going"} <= set(runs[0])
    assert not (checkout / "_build" / ".building").exists()

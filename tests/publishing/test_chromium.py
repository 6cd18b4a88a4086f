import pytest

from ldn.publishing import chromium


def test_the_named_browser_comes_first(monkeypatch):
    monkeypatch.setenv("LDN_CHROMIUM", "/opt/mine")
    assert chromium.find_chromium() == "/opt/mine"


def test_a_machine_without_browser_says_what_to_do(monkeypatch):
    monkeypatch.setattr(chromium, "find_chromium", lambda: None)
    monkeypatch.setattr(chromium, "_is_debian", lambda: False)
    ran = []
    monkeypatch.setattr(chromium.subprocess, "run", lambda command, **_: ran.append(command))
    with pytest.raises(RuntimeError, match="LDN_CHROMIUM"):
        chromium.obtain_chromium()
    assert ran[-1][1:5] == ["-m", "playwright", "install", "chromium"]


def test_debian_root_gets_debians_package(monkeypatch):
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(chromium, "_is_debian", lambda: True)
    monkeypatch.setattr(
        chromium.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None
    )
    ran = []
    monkeypatch.setattr(chromium.subprocess, "run", lambda command, **_: ran.append(command[:2]))
    monkeypatch.setattr(
        chromium, "find_chromium", lambda: "/usr/bin/chromium" if ["apt-get", "install"] in ran else None
    )
    assert chromium.obtain_chromium() == "/usr/bin/chromium"
    assert ran == [["apt-get", "update"], ["apt-get", "install"]]


def test_only_root_goes_without_a_sandbox(monkeypatch):
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 1000, raising=False)
    assert "--no-sandbox" not in chromium.launch_arguments()

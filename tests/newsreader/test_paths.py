"""Where the program keeps its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import platformdirs

from newsreader import paths

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_environment_names_the_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"NEWSREADER_{name}_DIR", str(tmp_path / name))
    assert paths.data_dir() == tmp_path / "DATA"
    assert paths.cache_dir() == tmp_path / "CACHE"
    assert paths.log_file().parent == tmp_path / "CACHE"
    assert paths.config_file() == tmp_path / "CONFIG" / "config.toml"
    assert list(tmp_path.iterdir()) == []


def test_home_may_be_written_as_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", "~/news")
    monkeypatch.setenv("HOME", "/home/reader")
    monkeypatch.setenv("USERPROFILE", "/home/reader")
    assert paths.data_dir().as_posix() == "/home/reader/news"


def test_without_the_environment_the_platform_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.delenv(f"NEWSREADER_{name}_DIR")
    assert paths.data_dir() == platformdirs.user_data_path("newsreader", appauthor=False)
    assert paths.cache_dir() == platformdirs.user_cache_path("newsreader", appauthor=False)
    assert paths.config_dir() == platformdirs.user_config_path("newsreader", appauthor=False)


def test_our_own_databases_are_known_by_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    for name in ("library.db", "library.db-wal", "other.txt"):
        (tmp_path / "data" / name).touch()
    (tmp_path / "link.txt").symlink_to(tmp_path / "data" / "library.db")
    (tmp_path / "library.db").touch()
    assert paths.is_own_database(tmp_path / "data" / "library.db")
    assert paths.is_own_database(tmp_path / "data" / "library.db-wal")
    assert paths.is_own_database(tmp_path / "link.txt")
    assert not paths.is_own_database(tmp_path / "data" / "other.txt")
    assert not paths.is_own_database(tmp_path / "library.db")

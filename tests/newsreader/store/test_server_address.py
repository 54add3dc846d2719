"""Where a library is: in a file, or on a server, whose password nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader import cli, paths
from newsreader.index import file
from newsreader.index.background import BackgroundIndexing
from newsreader.store.errors import LibraryError
from newsreader.store.library import FILE_NAME, Library, library_exists, library_file, library_place
from newsreader.store.server_address import ServerAddress


@pytest.fixture(autouse=True)
def nothing_around(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what libpq would read from the environment."""
    for name in ("PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGSERVICE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LOGNAME", "rao")


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("postgresql://ada:secret@host/news", "postgresql://ada@host/news"),
        ("postgres://ada@host:5433/news?sslmode=require", "postgresql://ada@host:5433/news"),
        (
            "postgresql://ada@/news?host=/run/postgresql&port=5433",
            "postgresql://ada@/news?host=/run/postgresql&port=5433",
        ),
        ("postgresql://ada@%2Frun%2Fpostgresql/news", "postgresql://ada@/news?host=/run/postgresql"),
        ("postgresql:///news?user=ada&password=secret", "postgresql://ada@localhost/news"),
        ("postgresql://one:1,other:2/news", "postgresql://rao@one:1,other:2/news"),
        ("postgresql://a%40b:p%40ss@host/news", "postgresql://a@b@host/news"),
        ("postgresql://", "postgresql://rao@localhost/rao"),
    ],
)
def test_an_address_is_shown_without_its_password(named: str, shown: str) -> None:
    address = ServerAddress.of(named)
    assert str(address) == shown
    assert address.url == named
    assert "secret" not in repr(address)


def test_what_is_to_be_written_down_keeps_its_options_and_has_no_password() -> None:
    named = "postgresql://ada@host/news?sslmode=verify-full"
    assert ServerAddress.of(named).shown == named
    for secret in ("postgresql://ada:secret@host/news?sslmode=require", "postgresql://ada@host/news?password=secret"):
        assert ServerAddress.of(secret).shown == "postgresql://ada@host/news"


def test_two_services_are_two_libraries() -> None:
    one, other = (ServerAddress.of(f"postgresql:///?service={name}") for name in ("one", "other"))
    assert file.name_of(one) != file.name_of(other)


def test_what_is_left_out_is_where_libpq_takes_it_from(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PGHOST": "host", "PGPORT": "5433", "PGUSER": "ada", "PGDATABASE": "news"}.items():
        monkeypatch.setenv(name, value)
    assert str(ServerAddress.of("postgresql://")) == "postgresql://ada@host:5433/news"


@pytest.mark.parametrize("named", ["news.db", "https://host/news", "postgresql://[::1/news", "postgresql://host/n?x"])
def test_what_is_no_address_is_said_without_what_was_named(named: str) -> None:
    with pytest.raises(LibraryError, match="no address of a database") as caught:
        ServerAddress.of(named)
    assert named not in caught.value.sentence


@pytest.mark.parametrize(
    "account",
    [
        "ada:se@cret",
        "ada:se/cret",
        "ada:1/cret",
        "ada:se#cret",
        "ada:se?cret=1",
        "ada:se%cret",
        "ada:%00cret",
        "ada:\udcff",
    ],
)
def test_a_password_that_is_not_written_as_in_addresses_is_in_no_message(account: str) -> None:
    with pytest.raises(LibraryError, match=r"%40 %3A") as caught:
        ServerAddress.of(f"postgresql://{account}@host/news")
    assert "cret" not in caught.value.sentence


@pytest.mark.parametrize(
    "host", ["[::1]", "[::1]:5433", "[2001:db8::a],host:1", "host:", "%2Frun%2Fa%3Ab", "host:1,other:2"]
)
def test_hosts_and_ports_are_understood(host: str) -> None:
    assert ServerAddress.of(f"postgresql://ada@{host}/news").database == "news"


def test_the_library_is_where_the_settings_say(monkeypatch: pytest.MonkeyPatch) -> None:
    assert library_place() == paths.data_dir() / FILE_NAME == library_file()
    assert not library_exists()
    paths.config_file().parent.mkdir(parents=True)
    paths.config_file().write_text('library = "postgresql://ada:secret@host/news"\n')
    assert str(library_place()) == "postgresql://ada@host/news"
    assert library_exists()
    monkeypatch.setenv("NEWSREADER_LIBRARY", "postgresql://rao@host/other")
    assert str(library_place()) == "postgresql://rao@host/other"


def test_nothing_is_made_where_the_library_is_named_wrongly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_LIBRARY", "news.db")
    with pytest.raises(LibraryError, match="no address of a database"):
        Library.open()
    assert not paths.data_dir().exists()


def test_the_file_of_another_configuration_counts_for_commands_without_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.toml"
    other.write_text('library = "postgresql://ada:secret@host/news"\n')
    assert cli.main(["--config", str(other), "paths"]) == 0
    assert "library\tpostgresql://ada@host/news\n" in capsys.readouterr().out


def test_copies_of_files_are_not_made_of_a_server(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEWSREADER_LIBRARY", "postgresql://ada:secret@host/news")
    assert cli.main(["annotations", "backup"]) == 1
    assert capsys.readouterr().err == (
        "newsreader: The library is on a server (postgresql://host/news): copies of it are made and checked there.\n"
    )


def test_each_person_on_a_server_has_an_index_whose_name_tells_nothing() -> None:
    named = [f"postgresql://{each}@host/news" for each in ("ada:secret", "ada:other", "rao")]
    ada, again, rao = (file.name_of(ServerAddress.of(each)) for each in named)
    assert ada == again != rao
    assert not {"ada", "host", "secret"} & {*ada.replace(".", "-").split("-")}
    assert file.name_of(Path("library.db")) == file.FILE


def test_a_process_behind_gets_the_address_where_others_do_not_see_it() -> None:
    behind = BackgroundIndexing(ServerAddress.of("postgresql://ada:secret@host/news"))
    assert not any("secret" in word for word in behind._command)
    assert behind._environ == {"NEWSREADER_LIBRARY": "postgresql://ada:secret@host/news"}

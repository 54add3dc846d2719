"""A user name and a password in an address are kept nowhere and shown nowhere."""

from __future__ import annotations

import base64
import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader import paths
from newsreader.addresses import LEFT_OUT, account_of, without_password, without_passwords
from newsreader.annotations.notebook import Notebook
from newsreader.article import Metadata, Origin, OriginKind
from newsreader.cli import inputs, main
from newsreader.exports.annotations.annotated_article import AnnotatedArticle
from newsreader.exports.annotations.imported import ImportedAnnotation, as_annotation
from newsreader.exports.registry import ANNOTATIONS
from newsreader.sources import SourceError, from_bytes, from_text, load
from newsreader.sources.fetch import exchange, web
from newsreader.store.library import Library

if TYPE_CHECKING:
    from newsreader.article import Article

PLAIN = (
    "https://example.org",
    "https://example.org/@writer/story",
    "https://example.org:8080/a@b?c=d@e#f@g",
    "http://localhost:8000/@writer",
    "http://news/@writer",
    "http://[::1]:80/a@b",
    "story@home.txt",
    "a/b@c.txt",
    "C:/news/me@home/story.txt",
)
SECRETS = ("SECRET", *(f"SEC{each}RET" for each in ("/", "@", "%40", "%", "?", "#", ":", "@/")), "/SECRET", "@SECRET@")


@pytest.mark.parametrize("address", PLAIN)
def test_an_address_without_a_password_stays(address: str) -> None:
    assert without_password(address) == address


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("rest", ["example.org/story", "example.org:8080", "127.0.0.1:80/a?b", "[::1]/a"])
@pytest.mark.parametrize("scheme", ["https://", "HTTP://", "ftp://", "https:/"])
def test_user_name_and_password_go(secret: str, rest: str, scheme: str) -> None:
    assert without_password(f"{scheme}anna:{secret}@{rest}") == scheme + rest


def test_passwords_in_a_text_go() -> None:
    text = "See https://anna:SECRET@example.org/a, ftp://anna@example.org and https://example.org/@writer."
    assert without_passwords(text) == "See https://example.org/a, ftp://example.org and https://example.org/@writer."


@given(st.text(st.characters(codec="ascii", exclude_characters="@\n"), max_size=12))
def test_no_password_stays_whatever_is_in_it(password: str) -> None:
    assert without_password(f"https://anna:{password}x@example.org/story") == "https://example.org/story"


def page_articles() -> list[Article]:
    link = "<link rel=canonical href='https://anna:SECRET@example.org/a'>"
    page = f"<html><head>{link}</head><p>The tram was late.</p></html>"
    front = "---\ntitle: Tram\nsource: https://anna:SECRET@example.org/a\n---\n\nThe tram was late."
    return [
        from_bytes(page.encode(), name="a.html"),
        from_bytes(page.encode(), name="a.html", url="https://anna:SECRET@example.org/b"),
        from_bytes(front.encode(), name="a.md"),
        from_bytes(front.encode(), name="a.txt"),
    ]


@pytest.mark.parametrize("form", [each for each in ANNOTATIONS if each.name != "cas"], ids=lambda each: each.name)
def test_no_export_has_a_password(form: object) -> None:
    for article in page_articles():
        assert article.metadata.url in {"https://example.org/a", "https://example.org/b"}
        written = form.write([AnnotatedArticle(article, ())])  # type: ignore[attr-defined]
        assert "SECRET" not in repr(written)


def test_no_password_of_a_file_is_imported() -> None:
    read = ImportedAnnotation("1", "see https://anna:SECRET@example.org/a", author="https://anna:SECRET@example.org")
    assert "SECRET" not in repr(as_annotation(read, from_text("A tram.")))


def test_no_password_is_kept_or_shown_anywhere(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "_follow", lambda url, **_: web.Page(b"The tram was late.", url, "text/plain", None))
    address = "https://anna:SEC/RET@example.org/story"
    article = load(address)
    with Library.open() as library:
        Notebook(library, library.remember(article), article).highlight(0, 3, "yellow")
    assert main(["show", address]) == 0
    main(["show", "https://anna:SEC/RET@[/story"])
    main(["show", "ftp://anna:SEC/RET@example.org/story"])
    main(["annotations", "export", address])
    shown = capfd.readouterr()
    assert LEFT_OUT in shown.err
    assert "RET" not in shown.out + shown.err
    kept = [each.read_bytes() for each in Path(paths.data_dir().parent).rglob("*") if each.is_file()]
    assert kept
    assert not any(b"RET@" in each or b"SEC/" in each for each in kept)


@pytest.mark.parametrize(
    "words",
    [
        ("entities", "--from", "jsonl", "https://anna:SECRET@example.org/a"),
        ("annotations", "import", "ferry.txt", "https://anna:SECRET@example.org/a"),
        ("gazetteer", "import", "https://anna:SECRET@example.org/a"),
        ("annotations", "export", "https://anna:SECRET@example.org/a"),
        ("show", "--colour=https://anna:SECRET@example.org/a"),
        ("annotations", "restore", "https://anna:SECRET@example.org/a"),
    ],
    ids=" ".join,
)
def test_no_complaint_has_a_password(words: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(SystemExit):
        main(words)
    shown = capfd.readouterr()
    assert shown.err
    assert "SECRET" not in shown.out + shown.err


def test_what_an_older_library_kept_is_shown_no_more() -> None:
    address = "https://anna:SECRET@example.org/a"
    plain = from_text("The tram was late.")
    article = replace(plain, origin=Origin(OriginKind.URL, address), metadata=Metadata(title="Tram", url=address))
    with Library.open() as library:
        record = library.remember(article)
        assert "SECRET" not in repr((library.stored(record), library.recent(9)))


def test_the_id_of_a_record_has_no_password(tmp_path: Path) -> None:
    record = tmp_path / "a.jsonl"
    record.write_text(json.dumps({"id": "https://anna:SECRET@example.org/a", "text": "A tram."}), encoding="utf-8")
    assert "SECRET" not in repr(list(inputs.records(str(record))))


def netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int = 0o600) -> None:
    path = tmp_path / "netrc"
    path.write_text("machine example.org login anna password SECRET\n", encoding="utf-8")
    path.chmod(mode)
    monkeypatch.setenv("NETRC", str(path))


def test_the_account_of_a_host_is_in_the_netrc_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc(tmp_path, monkeypatch)
    assert account_of("example.org") == ("anna", "SECRET")
    assert account_of("example.com") is None
    sent = f"Basic {base64.b64encode(b'anna:SECRET').decode()}"
    assert exchange.asking("https://example.org/a", {})["authorization"] == sent
    assert "authorization" not in exchange.asking("http://example.org/a", {})
    assert "authorization" not in exchange.asking("https://example.com/a", {})


def test_the_account_of_a_host_may_be_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc(tmp_path, monkeypatch)
    monkeypatch.setenv("NEWSREADER_ACCOUNTS", "news.example=ben:p%40ss:word example.org=eva:OTHER broken")
    assert account_of("news.example") == ("ben", "p@ss:word")
    assert account_of("example.org") == ("eva", "OTHER")
    assert account_of("broken") is None


def test_no_account_is_for_every_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc(tmp_path, monkeypatch)
    with (tmp_path / "netrc").open("a", encoding="utf-8") as file:
        file.write("default login anybody password EVERYWHERE\n")
    assert account_of("example.org") == ("anna", "SECRET")
    assert account_of("evil.example") is None


def test_a_netrc_file_that_others_can_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc(tmp_path, monkeypatch, 0o644)
    with pytest.raises(SourceError, match="others can read"):
        load("https://example.org/a")


def test_a_broken_netrc_file_is_as_none_and_not_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    netrc(tmp_path, monkeypatch)
    (tmp_path / "netrc").write_text("SECRET SECRET", encoding="utf-8")
    assert account_of("example.org") is None
    assert "SECRET" not in caplog.text
    assert caplog.records

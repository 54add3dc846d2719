"""The cache of analyses: what was put is got, and whatever is wrong with the file, nothing is raised."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis import cache as cache_module
from newsreader.analysis.cache import FILE, AnalysisCache
from newsreader.article import Metadata, ParagraphKind
from newsreader.entity import Analysis, Category, Entity, Mention

if TYPE_CHECKING:
    from newsreader.article import Article

KEY = "en_core_web_md 3.7.1"


def analysis_of(article: Article, name: str = "Alice") -> Analysis:
    mention = Mention(0, 5, "PERSON", Category.PERSON)
    count = len(article.paragraphs)
    return Analysis(article.sha256, KEY, (Entity("person:a", Category.PERSON, name, (), (mention,)),), count, count)


@pytest.fixture
def article(article_of) -> Article:
    return article_of("Alice is here.")


@pytest.fixture
def cache(tmp_path: Path) -> AnalysisCache:
    return AnalysisCache(tmp_path / "cache")


def test_what_was_put_is_got(article, cache) -> None:
    assert cache.get(article, KEY) is None
    assert not cache.has(article, KEY)
    cache.put(article, KEY, analysis_of(article))
    assert cache.get(article, KEY) == analysis_of(article)
    assert cache.has(article, KEY)


def test_putting_again_replaces(article, cache) -> None:
    cache.put(article, KEY, analysis_of(article))
    cache.put(article, KEY, analysis_of(article, "Alicia"))
    assert cache.get(article, KEY) == analysis_of(article, "Alicia")


def test_the_default_folder_is_the_program_s_own(article, tmp_path: Path) -> None:
    AnalysisCache().put(article, KEY, analysis_of(article))
    assert (tmp_path / "newsreader-cache" / FILE).is_file()


def test_an_analysis_is_known_only_to_the_same_question(article, article_of, cache, monkeypatch) -> None:
    cache.put(article, KEY, analysis_of(article))
    title = replace(article.paragraphs[0], kind=ParagraphKind.TITLE)
    others = [
        article_of("Alice was here."),
        replace(article, paragraphs=(title,)),
        replace(article, metadata=Metadata(published=date(2024, 6, 19))),
    ]
    assert [cache.get(other, KEY) for other in others] == [None] * 3
    assert cache.get(article, "en_core_web_sm 3.8.0") is None
    monkeypatch.setattr(cache_module, "rules_version", lambda: "other rules")
    assert cache.get(article, KEY) is None


def test_an_incomplete_analysis_is_not_kept(article, cache) -> None:
    cache.put(article, KEY, replace(analysis_of(article), paragraphs_total=2))
    assert cache.get(article, KEY) is None


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"no zlib",
        zlib.compress(b"no json"),
        zlib.compress(b"[1]"),
        zlib.compress(b"\xff\xfe"),
        zlib.compress(b'[1,"another text","m",1,1,0]'),
        zlib.compress(b"[" * 100_000),
    ],
)
def test_a_damaged_row_is_a_miss_and_goes(article, cache, payload: bytes) -> None:
    cache.put(article, KEY, analysis_of(article))
    with closing(sqlite3.connect(cache.folder / FILE)) as database, database:
        database.execute("UPDATE analysis SET payload = ?", (payload,))
    assert cache.get(article, KEY) is None
    assert not cache.has(article, KEY)
    cache.put(article, KEY, analysis_of(article))
    assert cache.get(article, KEY) == analysis_of(article)


@pytest.mark.parametrize("content", [b"", b"this is no database, it only has its name" * 200])
def test_a_file_that_is_no_database_is_made_anew(article, cache, content: bytes) -> None:
    cache.folder.mkdir()
    (cache.folder / FILE).write_bytes(content)
    assert cache.get(article, KEY) is None
    cache.put(article, KEY, analysis_of(article))
    assert cache.get(article, KEY) == analysis_of(article)


def test_a_file_that_is_no_database_is_closed_before_it_goes(article, cache, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []
    connect, unlink = sqlite3.connect, Path.unlink

    def connected(*names, **options) -> sqlite3.Connection:
        opened.append(connect(*names, **options))
        return opened[-1]

    def unlinked(path: Path) -> None:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            opened[-1].total_changes  # noqa: B018
        unlink(path)

    cache.folder.mkdir()
    (cache.folder / FILE).write_bytes(b"this is no database, it only has its name" * 200)
    monkeypatch.setattr(sqlite3, "connect", connected)
    monkeypatch.setattr(Path, "unlink", unlinked)
    assert cache.get(article, KEY) is None
    assert not (cache.folder / FILE).exists()


def test_a_locked_database_can_still_be_read(article, cache) -> None:
    cache.put(article, KEY, analysis_of(article))
    with closing(sqlite3.connect(cache.folder / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert cache.get(article, KEY) == analysis_of(article)


def test_a_folder_that_cannot_be_made_is_no_error(article, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = AnalysisCache(tmp_path / "file" / "cache")
    cache.put(article, KEY, analysis_of(article))
    assert cache.get(article, KEY) is None


@pytest.mark.skipif(sys.platform == "win32", reason="file modes of POSIX")
def test_only_the_reader_may_look_at_what_was_read(article, cache) -> None:
    cache.put(article, KEY, analysis_of(article))
    assert stat.S_IMODE(os.stat(cache.folder / FILE).st_mode) == 0o600


def test_what_was_not_used_for_longest_goes_first(article_of, tmp_path: Path) -> None:
    articles = [article_of(f"Alice is number {number}.") for number in range(4)]
    for each in articles[:3]:
        AnalysisCache(tmp_path).put(each, KEY, analysis_of(each))
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        (together,) = database.execute("SELECT sum(size) FROM analysis").fetchone()
    cache = AnalysisCache(tmp_path, largest=together + 9)
    assert cache.get(articles[0], KEY)
    cache.put(articles[3], KEY, analysis_of(articles[3]))
    assert [cache.has(each, KEY) for each in articles] == [True, False, True, True]


@pytest.mark.parametrize("link", [True, False])
def test_what_is_in_its_place_of_another_program_is_never_touched(article, tmp_path: Path, link: bool) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as there, there:
        there.execute("CREATE TABLE theirs (a)")
    before = other.read_bytes()
    (tmp_path / "cache").mkdir()
    (os.symlink if link else os.link)(other, tmp_path / "cache" / FILE)
    cache = AnalysisCache(tmp_path / "cache")
    cache.put(article, "a model", analysis_of(article))
    assert cache.get(article, "a model") is None
    assert cache.size(article, "a model") is None
    assert other.read_bytes() == before


def test_a_pipe_in_its_place_is_no_error(article, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE)
    AnalysisCache(tmp_path).put(article, "a model", analysis_of(article))
    assert AnalysisCache(tmp_path).get(article, "a model") is None

"""What one of those who share a library had found in an article, the others need not find again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.cache import AnalysisCache
from newsreader.analysis.shared import known, share
from newsreader.entity import Analysis, Category, Entity, Mention
from newsreader.sources import from_text
from newsreader.store.library import Library
from newsreader.store.server_address import ServerAddress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from postgres_server import PostgresServer

    from newsreader.article import Article

MODEL = "names 1.0"


@pytest.fixture
def libraries(postgres: PostgresServer) -> Iterator[dict[str, Library]]:
    """A library as its owner and as somebody who may only read have it open."""
    from newsreader.store.postgres.opening import open_server
    from newsreader.store.postgres.people import Role, admit

    address = postgres.database(lambda template: open_server(template).close())
    postgres.add_user("lee")
    admit(ServerAddress.of(address), "lee", Role.READER)
    addresses = {"owner": address, "lee": address.replace("newsroom@", "lee@")}
    opened = {name: Library.open(ServerAddress.of(each), check=False) for name, each in addresses.items()}
    yield opened
    for library in opened.values():
        library.close()
    postgres.drop(address)


def found_in(article: Article, *, done: int = 1) -> Analysis:
    mention = Mention(0, 4, "GPE", Category.PLACE)
    return Analysis(article.sha256, MODEL, (Entity("place:quay", Category.PLACE, "Quay", (), (mention,)),), done, 1)


def test_it_is_found_once_for_all(libraries: dict[str, Library], tmp_path: Path) -> None:
    article = from_text("Quay to close.")
    cache, other = AnalysisCache(tmp_path / "one"), AnalysisCache(tmp_path / "other")
    assert known(libraries["lee"], other, article, MODEL) is None
    cache.put(article, MODEL, found_in(article))
    # Whoever has it in the cache shares it.
    assert known(libraries["owner"], cache, article, MODEL) == found_in(article)
    assert known(libraries["lee"], other, article, MODEL) == found_in(article)
    assert known(libraries["lee"], other, article, "other model") is None
    assert known(libraries["lee"], other, from_text("Quay to close.", title="Another"), MODEL) is None


def test_who_only_reads_shares_none_and_what_is_half_done_is_not_shared(
    libraries: dict[str, Library], tmp_path: Path
) -> None:
    article, cache = from_text("Quay to close."), AnalysisCache(tmp_path)
    share(libraries["lee"], article, MODEL, found_in(article))
    share(libraries["owner"], article, MODEL, found_in(article, done=0))
    assert known(libraries["owner"], cache, article, MODEL) is None


def test_one_that_is_damaged_is_none(libraries: dict[str, Library], tmp_path: Path) -> None:
    from newsreader.analysis.cache import key_of

    article = from_text("Quay to close.")
    with libraries["owner"].writing() as unit:
        unit.analyses.keep(article.sha256, key_of(article, MODEL), b"\x00\xff no analysis")
    assert known(libraries["lee"], AnalysisCache(tmp_path), article, MODEL) is None
    share(libraries["owner"], article, MODEL, found_in(article))
    assert known(libraries["lee"], AnalysisCache(tmp_path), article, MODEL) == found_in(article)


def test_a_file_keeps_none(tmp_path: Path) -> None:
    article = from_text("Quay to close.")
    with Library.in_memory() as library:
        share(library, article, MODEL, found_in(article))
        assert known(library, AnalysisCache(tmp_path), article, MODEL) is None
        with library.writing() as unit:
            unit.analyses.keep(article.sha256, "key", b"")
            assert unit.analyses.find(article.sha256, "key") is None

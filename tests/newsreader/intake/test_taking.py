"""What other programs kept is in the library once, with all that was done with it, however often it is taken in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from others import BODY, HYPOTHESIS, INSTAPAPER, OPML, READWISE, URLS, WALLABAG, cache_db, items, kept

from newsreader import sources
from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind, ParagraphKind
from newsreader.intake import awaited_texts
from newsreader.intake.elsewhere.items import LeftOut, SavedArticle, Search, Subscription
from newsreader.intake.saved_texts import AWAITED, is_awaited
from newsreader.intake.taking import Taken, take
from newsreader.sources.errors import SourceError
from newsreader.sources.fetch import web
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.store.records import ArticleRecord, ArticleState

QUAY = "https://courier.example/quay"


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as made:
        yield made


def taken(library: Library, path: Path) -> Taken:
    came = Taken()
    take(library, path.name, items(path), came)
    return came


def record(library: Library, address: str) -> ArticleRecord:
    found = library.at(address)
    assert found is not None
    return found


def stored(library: Library, address: str) -> Article:
    return library.stored(record(library, address))


def state(library: Library, address: str) -> ArticleState:
    number = record(library, address).id
    with library.reading() as unit:
        return unit.states.of([number])[number]


def page(text: str, address: str) -> Article:
    made = f"<html><body><article><h1>Quay to close</h1>{text}</article></body></html>".encode()
    return sources.from_bytes(
        made, name="quay", origin=Origin(OriginKind.URL, address), content_type="text/html", url=address
    )


def test_an_article_has_its_text_marks_and_notes(library: Library, tmp_path: Path) -> None:
    came = taken(library, kept(tmp_path, WALLABAG))
    article = stored(library, QUAY)
    assert article.metadata.title == "Quay to close"
    assert (article.metadata.byline, article.metadata.source) == ("Ann Reporter", "courier.example")
    assert [each.kind for each in article.paragraphs].count(ParagraphKind.BODY) == 3
    was = state(library, QUAY)
    assert (was.starred, was.read, was.tags) == (True, True, ("harbour", "ice"))
    (note,) = Notebook(library, record(library, QUAY), article).annotations
    assert note.start is not None
    assert article.text[note.start : note.end] == "the ice had come early"
    assert (came.new[SavedArticle], came.annotations, came.unplaced, came.awaited) == (1, 1, 0, [])


def test_it_came_when_it_was_saved_there(library: Library, tmp_path: Path) -> None:
    taken(library, kept(tmp_path, WALLABAG))
    with library.reading() as unit:
        (change,) = unit.articles.changes_after(0, 10)
    assert change.added == "2024-03-19T08:00:00.000+00:00"


def test_twice_is_once(library: Library, tmp_path: Path) -> None:
    for text in (WALLABAG, INSTAPAPER, OPML["Feedly"], URLS, READWISE):
        path = kept(tmp_path, text)
        first = taken(library, path)
        with library.reading() as unit:
            before = unit.articles.last_change(), unit.articles.count(), unit.feeds.all(), unit.searches.all()
        second = taken(library, path)
        with library.reading() as unit:
            assert before == (unit.articles.last_change(), unit.articles.count(), unit.feeds.all(), unit.searches.all())
        assert not second.new
        assert second.annotations == 0
        assert second.known.total() >= first.new.total()


def test_what_was_done_here_stays(library: Library, tmp_path: Path) -> None:
    path = kept(tmp_path, WALLABAG)
    taken(library, path)
    number = record(library, QUAY).id
    with library.writing() as unit:
        unit.states.mark([number], False)
        unit.states.tag([number], "mine")
        unit.states.take_out([number])
    taken(library, path)
    now = state(library, QUAY)
    assert (now.read, now.taken_out) == (False, True)
    assert "mine" in now.tags


def test_a_text_that_is_here_is_not_replaced(library: Library, tmp_path: Path) -> None:
    article = page(BODY.replace("northern", "southern"), QUAY)
    library.remember(article)
    for text in (INSTAPAPER, WALLABAG):
        taken(library, kept(tmp_path, text))
        assert stored(library, QUAY).text == article.text


def test_an_article_without_text_waits_for_it(library: Library, tmp_path: Path) -> None:
    came = taken(library, kept(tmp_path, INSTAPAPER))
    article = stored(library, QUAY)
    assert is_awaited(article)
    assert AWAITED in article.text
    assert article.metadata.title == "Quay to close"
    assert {each.kind for each in article.paragraphs} == {ParagraphKind.TITLE, ParagraphKind.FURNITURE}
    assert len(came.awaited) == 3
    assert (came.annotations, came.unplaced) == (1, 1)


def test_highlights_find_their_place_when_the_text_comes(library: Library, tmp_path: Path) -> None:
    taken(library, kept(tmp_path, INSTAPAPER))
    article = page(BODY, QUAY)
    noted = Notebook(library, library.remember(article), article)
    assert noted.orphans == ()
    (found,) = noted.annotations
    assert article.text[found.start : found.end] == "the ice had come early"
    assert state(library, QUAY).tags == ("harbour", "ice")


def test_what_two_programs_say_is_there_once(library: Library, tmp_path: Path) -> None:
    library.remember(page(BODY, QUAY))
    highlight = INSTAPAPER.replace("ice had come early", "board said on Tuesday")
    for text, new in ((INSTAPAPER, 1), (READWISE.replace("Last year?", "").replace("weather", ""), 1), (highlight, 1)):
        assert taken(library, kept(tmp_path, text)).annotations == new


def test_articles_that_wait_for_their_text_are_not_taken_for_one(library: Library, tmp_path: Path) -> None:
    taken(library, kept(tmp_path, INSTAPAPER))
    with library.reading() as unit:
        assert not any(unit.joined.is_newcomer(number) for number in (1, 2, 3))


def test_annotations_of_a_page_wait_for_it_and_are_there_in_its_text(library: Library, tmp_path: Path) -> None:
    came = taken(library, kept(tmp_path, HYPOTHESIS))
    assert (came.new[SavedArticle], came.annotations, came.unplaced) == (1, 1, 1)
    article = page(BODY, QUAY)
    noted = Notebook(library, library.remember(article), article)
    (found,) = noted.annotations
    assert article.text[found.start : found.end] == "the ice had come early"
    assert found.tags == ("weather",)


def test_a_text_comes_from_another_program(library: Library, tmp_path: Path) -> None:
    taken(library, kept(tmp_path, INSTAPAPER))
    came = taken(library, kept(tmp_path, WALLABAG))
    assert not is_awaited(stored(library, QUAY))
    assert (came.known[SavedArticle], came.awaited) == (1, [])


def test_highlights_without_an_address_go_to_the_article_of_their_title(library: Library, tmp_path: Path) -> None:
    library.remember(page(BODY, QUAY))
    came = taken(library, kept(tmp_path, READWISE))
    article = stored(library, QUAY)
    noted = Notebook(library, record(library, QUAY), article)
    assert [each.quote for each in noted.annotations] == ["the ice had come early", "the northern pier"]
    assert noted.annotations[0].tags == ("weather",)
    assert came.unplaced == 0


def test_highlights_of_what_is_not_here_are_kept_with_its_title(library: Library, tmp_path: Path) -> None:
    came = taken(library, kept(tmp_path, READWISE))
    assert (came.new[SavedArticle], came.annotations, came.unplaced) == (1, 2, 2)
    (only,) = library.annotated()
    assert library.stored(only).metadata.title == "Quay to close"


def test_feeds_keep_their_folders_and_what_is_followed_stays(library: Library, tmp_path: Path) -> None:
    came = taken(library, kept(tmp_path, OPML["Feedly"]))
    with library.reading() as unit:
        (feed,) = unit.feeds.all()
    assert (feed.settings.name, feed.settings.folder, feed.settings.tags) == ("Courier", "News", ("Local",))
    assert came.new[Subscription] == 1


def test_a_feed_that_is_followed_gets_the_tags_that_it_had_there(library: Library) -> None:
    address = "https://courier.example/feed.xml"
    for settings in (("", ("harbour",)), ("News", ("ice",)), ("Other", ("ice",))):
        take(library, "urls", [Subscription(address, "Courier", None, *settings)], Taken())
    with library.reading() as unit:
        (feed,) = unit.feeds.all()
    assert (feed.settings.folder, feed.settings.tags) == ("News", ("harbour", "ice"))


def test_searches_are_saved_and_never_replace_one(library: Library, tmp_path: Path) -> None:
    path = kept(tmp_path, URLS, "urls")
    with library.writing() as unit:
        unit.searches.save("Unread about ice", "my own")
    came = taken(library, path)
    with library.reading() as unit:
        assert [each.query for each in unit.searches.all()] == ["my own"]
    assert came.new[Search] == 0
    assert any("another one has here" in one for one, _ in came.left_out)


def test_the_feed_of_a_cached_article_does_not_bring_it_again(library: Library, tmp_path: Path) -> None:
    taken(library, kept(tmp_path, URLS, "urls"))
    taken(library, cache_db(tmp_path / "cache.db"))
    with library.reading() as unit:
        feed = unit.feeds.at("https://courier.example/feed.xml")
        assert feed is not None
        assert sorted(unit.feeds.articles(feed.id)) == sorted(
            record(library, f"https://courier.example/{name}").id for name in ("quay", "ice")
        )


def test_what_stands_before_the_end_of_a_cut_file_is_taken(library: Library) -> None:
    def broken() -> Iterator[SavedArticle]:
        for number in range(150):
            yield SavedArticle(address=f"https://x.example/{number}", title=f"Title {number}")
        raise SourceError("It is cut.")

    came = Taken()
    with pytest.raises(SourceError):
        take(library, "export", broken(), came)
    with library.reading() as unit:
        assert unit.articles.count() == came.new[SavedArticle] == 150


def test_what_is_left_out_is_counted(library: Library) -> None:
    came = Taken()
    take(library, "export", [LeftOut("thing", "things"), LeftOut("thing", "things", 2)], came)
    assert came.left_out == {("thing", "things"): 3}


def test_texts_are_fetched_politely(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(address: str, *, public_only: bool) -> web.Page:
        assert public_only
        asked.append(address)
        if address.endswith("/robots.txt"):
            return web.Page(b"User-agent: *\nDisallow: /private", address, "text/plain", None)
        if address.endswith("gone"):
            raise SourceError(f"{address} is not there.")
        made = f"<html><body><article><h1>Quay to close</h1>{BODY}</article></body></html>"
        return web.Page(made.encode(), address, "text/html", None)

    a, b = "https://a.example", "https://b.example"
    take(library, "export", [SavedArticle(address=f"{a}/1", published=date(2024, 3, 19), tags=("ice",))], Taken())
    pauses: list[float] = []
    failed: list[str] = []
    wanted = [f"{a}/1", f"{a}/private", f"{a}/gone", f"{b}/1", f"{a}/1"]
    monkeypatch.setattr(web, "fetch", ask)
    fetched = awaited_texts.fetch(
        library, wanted, failed.append, pause=pauses.append, clock=lambda: 100.0 + sum(pauses)
    )
    done = list(fetched)
    assert done == [f"{a}/1", f"{b}/1", f"{a}/private", f"{a}/gone"]
    assert asked == [f"{a}/robots.txt", f"{a}/1", f"{b}/robots.txt", f"{b}/1", f"{a}/gone"]
    assert pauses == [1.0, 1.0]
    assert failed == [
        f"{a}/private is not for programs to fetch: “newsreader add” takes in this one.",
        f"{a}/gone is not there.",
    ]
    article = stored(library, f"{a}/1")
    assert not is_awaited(article)
    assert (article.metadata.title, str(article.metadata.published)) == ("Quay to close", "2024-03-19")
    assert state(library, f"{a}/1").tags == ("ice",)

"""What the library remembers of articles: identity, versions, recent list, places, marks."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
import sql

from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind
from newsreader.sources import load
from newsreader.store.library import Library
from newsreader.store.records import ReadingPlace
from newsreader.store.sql import reading as recent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "The ferry sank off the coast. Divers found it on Monday. The captain was rescued by a fisherman."


def make(
    text: str = TEXT,
    location: str = "/news/ferry.txt",
    kind: OriginKind = OriginKind.FILE,
    metadata: Metadata = Metadata(),  # noqa: B008 - frozen
) -> Article:
    return Article(text, (Paragraph(0, len(text)),), metadata, Origin(kind, location))


@pytest.fixture
def library(each_library: Library) -> Library:
    return each_library


@pytest.fixture
def in_sqlite() -> Iterator[Library]:
    with Library.in_memory() as opened:
        yield opened


def test_the_same_article_has_the_same_record(library: Library) -> None:
    assert library.remember(make()) == library.remember(make())


def test_another_path_is_another_article(library: Library, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT)
    one = library.remember(make(location=str(tmp_path / "one.txt")))
    assert library.remember(make(location=str(tmp_path / "two.txt"))).id != one.id


def test_an_edited_file_is_another_version_of_the_same_article(library: Library) -> None:
    first, second = library.remember(make()), library.remember(make(TEXT + " More."))
    assert first.id == second.id
    assert first.version_id != second.version_id
    assert library.remember(make()) == first


def test_every_version_of_the_text_is_kept(library: Library) -> None:
    first, second = library.remember(make()), library.remember(make("New text."))
    assert library.text(first.text_sha256) == TEXT
    assert library.text(second.text_sha256) == "New text."
    assert library.text("0" * 64) is None


def test_a_page_is_its_address_without_fragment(library: Library) -> None:
    url = "https://example.org/ferry"
    record = library.remember(make(location=url, kind=OriginKind.URL))
    assert library.remember(make(location=f"{url}#end", kind=OriginKind.URL)) == record
    assert library.remember(make(location=f"{url}?page=2", kind=OriginKind.URL)).id != record.id


def test_standard_input_is_its_text(library: Library) -> None:
    record = library.remember(make(location="", kind=OriginKind.STDIN))
    assert library.remember(make(location="", kind=OriginKind.STDIN)) == record
    assert library.remember(make("Other.", location="", kind=OriginKind.STDIN)).id != record.id


def test_a_symbolic_link_is_the_file_it_leads_to(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text(TEXT)
    (tmp_path / "link.txt").symlink_to(tmp_path / "file.txt")
    record = library.remember(make(location=str(tmp_path / "file.txt")))
    assert library.remember(make(location=str(tmp_path / "link.txt"))) == record


def test_a_moved_file_is_known_by_its_text(library: Library, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(TEXT)
    record = library.remember(make(location=str(old)))
    old.rename(new)
    assert library.remember(make(location=str(new))) == record
    assert library.recent()[0].location == str(new)
    assert library.remember(make(TEXT + " More.", location=str(new))).id == record.id
    assert library.remember(make(location=str(old))).id == record.id


def test_a_path_outside_the_encoding_of_the_file_system_comes_back_as_it_was(library: Library) -> None:
    location = os.fsdecode(b"/news/caf\xe9.txt")
    record = library.remember(make(location=location))
    assert library.remember(make(location=location)) == record
    assert library.recent()[0].location == location
    assert library.recent()[0].title.isprintable()


@pytest.mark.parametrize(
    ("kind", "location"),
    [
        (OriginKind.FILE, "/news/week.papers"),
        (OriginKind.FILE, os.fsdecode(b"/news/caf\xe9#1")),
        (OriginKind.URL, "https://example.org/feed"),
    ],
)
def test_each_of_several_articles_at_a_place_is_one_of_its_own(
    library: Library, kind: OriginKind, location: str
) -> None:
    parts = ["", "one", "zwölf", "a#b"]
    made = {part: replace(make(f"{TEXT} {part}"), origin=Origin(kind, location, part)) for part in parts}
    records = {part: library.remember(article) for part, article in made.items()}
    assert len({record.id for record in records.values()}) == len(parts)
    for part, article in made.items():
        assert library.remember(article) == library.find(article) == records[part]
        assert library.stored(records[part]).origin == article.origin
    assert [(each.location, each.part) for each in library.recent()] == [(location, part) for part in reversed(parts)]
    assert library.at(location) == records[""]
    if kind is OriginKind.FILE:
        assert library.at(f"{location}#one") == records["one"]


def test_a_part_is_found_by_its_place_and_its_name(library: Library) -> None:
    article = replace(make(), origin=Origin(OriginKind.URL, "https://example.org/feed", "one"))
    record = library.remember(article)
    assert library.at("https://example.org/feed#one") == record
    assert library.at("https://example.org/feed#two") is None
    assert library.at("https://example.org/feed") is None


def test_find_notes_nothing(library: Library) -> None:
    assert library.find(make()) is None
    assert library.recent() == []
    record = library.remember(make())
    assert library.find(make()) == record
    assert library.find(make("Edited.")) is None


def test_an_article_is_found_by_its_place_alone(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    record = library.remember(make())
    page = library.remember(make("A page.", "https://example.org/ferry", OriginKind.URL))
    assert library.at("/news/ferry.txt") == record
    assert library.at("https://example.org/ferry#top") == page
    assert library.at("/news/other.txt") is None
    monkeypatch.chdir("/")
    assert library.at("news/ferry.txt") == record


def test_a_long_text_is_kept_and_named_as_a_whole(library: Library) -> None:
    text = "Zoë, 東京, 🙂 and “I”. " * 30_000
    record = library.remember(make(text))
    assert record.text_sha256 == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert library.text(record.text_sha256) == text


def test_a_long_text_that_sqlite_keeps_in_pieces_is_text(in_sqlite: Library) -> None:
    in_sqlite.remember(make("Zoë, 東京, 🙂 and “I”. " * 30_000))
    with sql.reading(in_sqlite) as connection:
        assert connection.execute("SELECT typeof(content) FROM text").fetchone() == ("text",)


def test_a_text_that_several_articles_have_is_kept_once(library: Library, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT)
        library.remember(make("Before it.", location=str(tmp_path / name)))
    records = [library.remember(make(location=str(tmp_path / name))) for name in ("one.txt", "two.txt")]
    assert [library.stored(record).text for record in records] == [TEXT, TEXT]
    with sql.reading(library) as connection:
        assert connection.execute("SELECT count(*) FROM text").fetchone() == (2,)


def test_a_stored_article_has_its_text_and_metadata(library: Library) -> None:
    metadata = Metadata(
        title="Ferry sinks", byline="A. Reporter", source="Example", agency="EX", place="Oslo", language="en",
        published=date(2024, 6, 19), published_from="a dated line", url="https://example.org/ferry",
    )  # fmt: skip
    record = library.remember(make(metadata=metadata))
    stored = library.stored(record)
    assert (stored.text, stored.metadata, stored.origin) == (TEXT, metadata, Origin(OriginKind.FILE, "/news/ferry.txt"))
    assert library.find(stored) == record


def test_a_stored_article_has_its_paragraphs_as_they_were_last_divided(library: Library) -> None:
    once = (Paragraph(0, 29, ParagraphKind.TITLE), Paragraph(30, len(TEXT), indent=4, tight=True))
    article = make()
    record = library.remember(replace(article, paragraphs=once))
    assert library.stored(record).paragraphs == once
    assert library.remember(article) == record
    assert library.stored(record).paragraphs == article.paragraphs


def test_an_earlier_version_is_stored_too(library: Library) -> None:
    first, second = library.remember(make()), library.remember(make("Edited."))
    assert (library.stored(first).text, library.stored(second).text) == (TEXT, "Edited.")
    assert library.latest(first.id) == second
    assert library.latest(99) is None


def test_several_articles_are_read_at_once(library: Library) -> None:
    first, other = library.remember(make()), library.remember(make("Another one.", "/news/other.txt"))
    last = library.remember(make("Edited."))
    with library.reading() as unit:
        found = unit.articles.newest([first.id, other.id, 99])
    assert {number: (record, article.text) for number, (record, article) in found.items()} == {
        first.id: (last, "Edited."),
        other.id: (other, "Another one."),
    }
    assert found[first.id][1] == library.stored(last)


def test_recent_articles_are_listed_latest_first(library: Library) -> None:
    for name in "abc":
        library.remember(make(name, f"/news/{name}.txt"))
    library.remember(make("a", "/news/a.txt"))
    assert [article.location[-5] for article in library.recent()] == ["a", "c", "b"]
    assert [article.location[-5] for article in library.recent(2)] == ["a", "c"]


def test_the_order_does_not_depend_on_the_clock(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, year in (("first", 2030), ("second", 2020)):
        monkeypatch.setattr(recent, "now", lambda year=year: f"{year}-01-01T00:00:00+00:00")
        library.remember(make(name, f"/news/{name}"))
    assert [article.location for article in library.recent()] == ["/news/second", "/news/first"]


def test_a_line_of_the_recent_list(library: Library) -> None:
    metadata = Metadata(title="Ferry \x1b[2Jsinks", source="Example", published=date(2024, 6, 19))
    article = make(metadata=metadata)
    record = library.remember(article)
    library.save_place(record, ReadingPlace(10, 12, 0.25))
    Notebook(library, record, article).highlight(0, 3, "green")
    (line,) = library.recent()
    assert line.title.isprintable()
    assert (line.source, line.published, line.kind) == ("Example", date(2024, 6, 19), OriginKind.FILE)
    assert (line.progress, line.annotation_count, line.article_id) == (0.25, 1, record.id)
    assert abs((datetime.now(UTC) - line.opened_at).total_seconds()) < 3600


@pytest.mark.parametrize(
    ("location", "text", "title"),
    [
        ("/news/ferry.txt", "Text", "ferry.txt"),
        ("", "How it begins\nand goes on", "How it begins and goes on"),
        ("", "", "Untitled"),
    ],
)
def test_an_article_without_title_still_has_a_name(library: Library, location: str, text: str, title: str) -> None:
    library.remember(make(text, location, OriginKind.FILE if location else OriginKind.STDIN))
    assert library.recent()[0].title == title


def test_a_place_comes_back(library: Library) -> None:
    record = library.remember(make())
    assert library.place(record) is None
    library.save_place(record, ReadingPlace(10, 14, 0.5))
    library.save_place(record, ReadingPlace(30, 31, 0.75))
    assert library.place(record) == ReadingPlace(30, 31, 0.75)


def test_progress_is_taken_from_the_offset_if_it_is_not_given(library: Library) -> None:
    record = library.remember(make("x" * 200))
    library.save_place(record, ReadingPlace(50, 60))
    assert library.place(record) == ReadingPlace(50, 60, 0.25)


def test_places_and_marks_follow_an_edit(library: Library) -> None:
    record = library.remember(make())
    library.save_place(record, ReadingPlace(TEXT.index("The captain"), TEXT.index("captain"), 0.5))
    library.set_mark(record, "a", 0)
    library.set_mark(record, "b", TEXT.index("captain"))
    edited = TEXT.replace("Divers", "On Sunday, divers")
    later = library.remember(make(edited))
    place = library.place(later)
    assert place is not None
    assert edited[place.offset :].startswith("The captain")
    assert library.marks(later) == {"a": 0, "b": edited.index("captain")}
    assert library.marks(record) == {"a": 0, "b": TEXT.index("captain")}


def test_marks_are_set_and_moved(library: Library) -> None:
    record = library.remember(make())
    assert library.marks(record) == {}
    library.set_mark(record, "z", 9)
    library.set_mark(record, "a", 5)
    library.set_mark(record, "z", 20)
    assert library.marks(record) == {"a": 5, "z": 20}


def test_settings_are_kept(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        assert library.setting("lesson") is None
        library.keep_setting("lesson", "2")
        library.keep_setting("lesson", "done")
    with Library.open(tmp_path / "library.db") as library:
        assert library.setting("lesson") == "done"
        assert library.setting("colours") is None


def test_annotated_articles(library: Library) -> None:
    for name in "abc":
        article = make(name * 9, f"/news/{name}.txt")
        notebook = Notebook(library, library.remember(article), article)
        if name != "b":
            notebook.note("a note")
    library.remember(make("b" * 9, "/news/b.txt"))
    assert [library.stored(record).text[0] for record in library.annotated()] == ["c", "a"]


def test_everything_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        record = library.remember(make())
        library.save_place(record, ReadingPlace(1, 2, 0.5))
        library.set_mark(record, "q", 3)
    with Library.open(path) as library:
        assert library.find(make()) == record
        assert library.place(record) == ReadingPlace(1, 2, 0.5)
        assert library.marks(record) == {"q": 3}


def test_opening_a_known_article_reads_no_table_from_end_to_end(in_sqlite: Library) -> None:
    """What is done at each opening goes through indexes, so that it costs the same in a library of any size."""
    article = make()
    statements: list[str] = []
    Notebook(in_sqlite, in_sqlite.remember(article), article).note("a note")
    with sql.reading(in_sqlite) as connection:
        connection.set_trace_callback(statements.append)
        record = in_sqlite.remember(article)
        in_sqlite.place(record)
        in_sqlite.marks(record)
        in_sqlite.recent(10)
        assert len(Notebook(in_sqlite, record, article).annotations) == 1
        connection.set_trace_callback(None)
        queries = [statement for statement in statements if re.match(r"\s*(SELECT|INSERT|UPDATE|REPLACE)", statement)]
        plans = [row[3] for query in queries for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert len(queries) >= 7
    scans = {plan for plan in plans if plan.startswith("SCAN")}
    # The gazetteer holds what the person said of all articles, and is needed whole.
    scans = {scan for scan in scans if "gazetteer" not in scan}
    assert all("USING INDEX" in scan or "CONSTANT ROW" in scan for scan in scans), scans


def test_links_of_an_article_are_kept(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<article><h1>Quay closes</h1><p>The <a href='https://example.org/quay'>old quay</a> will close on Monday, "
        "the mayor of the town said at noon.</p><p>Nobody was asked before, and nobody knew.</p></article>"
    )
    article = load(str(page))
    assert article.links
    with Library.open(tmp_path / "library.db") as library:
        assert library.stored(library.remember(article)).links == article.links

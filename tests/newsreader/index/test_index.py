"""What is found through the index is what a plain look at every article finds."""

from __future__ import annotations

import os
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from identified import identified

from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind, ParagraphKind
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from newsreader.index import file, lists, searching
from newsreader.index.content import NameIn, days_in, names_in, texts_of
from newsreader.index.errors import IndexFileError
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.query.annotations import of_annotation
from newsreader.query.conditions import Term, Words
from newsreader.query.days import Days
from newsreader.query.fields import ARTICLES, FIELD_OF, FIELDS, state_of
from newsreader.query.matching import Findable, holds
from newsreader.query.parser import parse
from newsreader.sources import from_text
from newsreader.store.clock import now
from newsreader.store.library import Library
from newsreader.store.records import LAST_VISIT, ArticleState, ReadingPlace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.store.records import ArticleRecord

TODAY = date(2024, 7, 31)
RULES = "rules"
PEOPLE = ("Karin Ahlström", "Rolf Knowles", "Kim", "Kim Jong Un")
TAGS = ("boats", "to read", "quay")
WORDS = ("quay", "quays", "fish", "Ålesund", "vote", "the", "e-mail", "東京")


class Shelf:
    """A library with an index, and what is in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = Library.open(folder / "library.db")
        self.index = self.connect()
        self.articles: dict[int, tuple[Article, Analysis]] = {}

    def connect(self) -> Index:
        return Index.open(self.folder / "library.db", self.folder, TODAY)

    def add(self, article: Article, analysis: Analysis) -> ArticleRecord:
        with self.library.writing() as unit:
            record = unit.articles.remember(article)
        self.articles[record.id] = (article, analysis)
        return record

    def follow(self) -> None:
        self.index.follow(self.library)
        for number in self.index.unnamed(RULES, 1000):
            record = self.library.latest(number)
            assert record is not None
            self.index.name(record, *self.articles[number], RULES)

    def found(self, query: str, order: Order = Order.NEWEST) -> list[int]:
        condition = parse(query, ARTICLES).condition
        return [each.id for each in self.index.search.articles(condition, order, 1000)]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.index.close()
    made.library.close()


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    """One with some articles on which something was written."""
    chance = random.Random(5)
    for number in range(12):
        write_on(shelf, shelf.add(*made_up(number, chance)).id, chance)
    shelf.follow()
    return shelf


def made_up(number: int, chance: random.Random) -> tuple[Article, Analysis]:
    """An article, and what was found in it."""
    people = chance.sample(PEOPLE, chance.randint(0, 2))
    said = [*people, *chance.choices(WORDS, k=8)]
    chance.shuffle(said)
    body = "\n\n".join(" ".join(each) for each in (said[:3], said[3:6], said[6:]))
    day = date(2024, chance.randint(1, 7), chance.randint(1, 28)) if chance.random() < 0.8 else None
    title = " ".join(chance.choices(WORDS, k=3))
    article = from_text(f"{body}.", title=title, published=day, origin=Origin(OriginKind.RECORD, f"r{number}"))
    entities = []
    for name in people:
        start = article.text.index(name)
        mention = Mention(start, start + len(name), "PERSON", Category.PERSON, chance.choice((0.9, 0.4)))
        entities.append(Entity(f"person:{name}", Category.PERSON, name, (), (mention,)))
    if day is not None:
        time = TimeValue("DATE", str(day), str(day), str(date.fromordinal(day.toordinal() + 2)))
        entities.append(Entity("date:x", Category.DATE, "x", (), (Mention(0, 1, "DATE", Category.DATE, time=time),)))
    return article, Analysis(article.sha256, "model", tuple(entities), 1, 1)


def write_on(shelf: Shelf, number: int, chance: random.Random) -> None:
    """Have the person read an article, say what it is, and write something on it, or not."""
    article, analysis = shelf.articles[number]
    record = shelf.library.latest(number)
    assert record is not None
    tags = tuple(sorted(chance.sample(TAGS, chance.randint(0, 2))))
    state = ArticleState(chance.random() < 0.2, chance.choice((None, None, True, False)), tags, chance.random() < 0.1)
    if chance.random() < 0.4:
        shelf.library.save_place(record, ReadingPlace(0, 0, chance.choice((0.0, 0.5, 1.0))))
    notebook = Notebook(shelf.library, record, article)
    for _ in range(chance.randint(0, 2)):
        match chance.randrange(4):
            case 0:
                notebook.note(" ".join(chance.choices(WORDS, k=3)) + chance.choice(("", " #boats")))
            case 1:
                notebook.highlight(0, 3, "green")
            case 2:
                notebook.bookmark(0, 3, chance.choice(("", "see quay")))
            case 3 if analysis.entities:
                notebook.corrections.rename(analysis.entities[0], "Somebody Else")
    with shelf.library.writing() as unit:
        unit.states.restore({number: state})


def said_and_written(shelf: Shelf, number: int) -> dict[str, list[str]]:
    """What can be asked of what the person said of an article and wrote on it."""
    article, _ = shelf.articles[number]
    record = shelf.library.latest(number)
    assert record is not None
    with shelf.library.reading() as unit:
        state, place = unit.states.of([number])[number], unit.reading.place(record)
    notebook = Notebook(shelf.library, record, article)
    written = [of_annotation(each, each.quote).values for each in notebook.annotations]
    has = [kind for each in written for kind in each["kind"]] + ["correction"] * bool(notebook.corrections.all)
    states = ["new", state_of(place and place.progress, state.read)]
    states += ["starred"] * state.starred + ["saved"] * bool(state.starred or state.tags or has)
    return {
        "is": states,
        "has": has,
        "tag": [*state.tags, *(tag for each in written for tag in each["tag"])],
        "note": [note for each in written for note in each["note"]],
    }


def findable(shelf: Shelf, number: int, names: dict[int, dict[str, list[NameIn]]]) -> Findable:
    """The article as a plain look sees it; a name has the forms that what it is a name of has anywhere."""
    article, analysis = shelf.articles[number]
    texts = texts_of(article)
    values: dict[str, list[str]] = {"title": [texts.title], "source": [texts.source]}
    values |= {"author": [texts.author], "url": [texts.url]} | said_and_written(shelf, number)
    forms: dict[str, list[str]] = {}
    for identity, here in names[number].items():
        forms[identity] = [form for each in names.values() for name in each.get(identity, ()) for form in name.forms]
        for field in (FIELD_OF[here[0].category], "name"):
            values.setdefault(field, []).extend(forms[identity])
    days = {"published": Days.of(article.metadata.published), "on": tuple(days_in(analysis))}
    said = (texts.title, texts.text, texts.source, texts.author, texts.url)
    body = [each for each in article.paragraphs if each.kind is not ParagraphKind.FURNITURE]
    return Findable(
        said, values, days, [paragraph(article.text[each.start : each.end], names[number], forms) for each in body]
    )


def paragraph(text: str, names: dict[str, list[NameIn]], forms: dict[str, list[str]]) -> Findable:
    """A paragraph with the names of which a form stands in it."""
    values: dict[str, list[str]] = {}
    for identity, here in names.items():
        if any(holds(Words(Term(form)), Findable((text,)), TODAY) for name in here for form in name.forms):
            for field in (FIELD_OF[here[0].category], "name"):
                values.setdefault(field, []).extend(forms[identity])
    return Findable((text,), values)


_NAMES = ("kim", "ahlstrom", '"kim jong un"', "jong")
_DAYS = (
    "published:2024-03",
    "newer:2m",
    "older:2024-05",
    "on:2024-03..2024-04",
    "on:=2024-03,=2024-03-15",
    "published:2023",
    "added:2024",
)
_OTHERS = (
    "title:fish",
    'title:="fish vote the"',
    "is:unread",
    "is:read",
    "is:begun,starred",
    "is:saved",
    "is:new",
    "has:note",
    "has:highlight,bookmark",
    "has:correction",
    "tag:boats",
    "tag:to*",
    'tag:"to read",quay',
    "note:quay",
    'note:"fish vote"',
    'note:="see quay"',
    "note:qu*",
    "url:r1",
    "source:none",
    "lang:en",
)


def some_query(chance: random.Random, depth: int = 2) -> str:
    kind = chance.randrange(10 if depth else 7)
    if kind < 2:
        return chance.choice(WORDS) + chance.choice(("", "", "*"))
    if kind == 2:
        return f'"{chance.choice(WORDS)} {chance.choice(WORDS)}"{chance.choice(("", "*"))}'
    if kind == 3:
        return chance.choice(("person:", "name:", "place:", "person:=")) + chance.choice(_NAMES)
    if kind == 4:
        return chance.choice(_DAYS)
    if kind == 5:
        return chance.choice(_OTHERS)
    if kind == 6:
        wanted = [*WORDS, "person:kim", "name:=Kim", "quay*", '"fish vote"', f"-{chance.choice(WORDS)}"]
        return f"near:({chance.choice((' ', ' OR ')).join(chance.choices(wanted, k=chance.randint(1, 3)))})"
    inner = [some_query(chance, depth - 1) for _ in range(chance.randint(1, 3))]
    return chance.choice((" ".join(inner), f"({' OR '.join(inner)})", f"-({' '.join(inner)})"))


def test_a_plain_look_finds_the_same(shelf: Shelf) -> None:
    chance = random.Random(7)
    for number in range(60):
        write_on(shelf, shelf.add(*made_up(number, chance)).id, chance)
    with shelf.library.reading() as unit:
        states = unit.states.of(shelf.articles)
    shelf.follow()
    there = {number: shelf.articles[number] for number, state in states.items() if not state.taken_out}
    names = identified(there)
    things = {number: findable(shelf, number, names) for number in there}
    empty = 0
    for _ in range(1500):
        query = some_query(chance)
        condition = parse(query, ARTICLES).condition
        expected = {number for number, thing in things.items() if holds(condition, thing, TODAY)}
        assert set(shelf.found(query)) == expected, query
        assert shelf.index.search.count(condition) == len(expected)
        empty += not expected
    assert empty < 750


def test_words_of_many_articles_are_found_in_the_same_order(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(8)
    for number in range(60):
        shelf.add(*made_up(number, chance))
    shelf.follow()
    queries = ["the", "fish -quay", "quay OR vote", "the name:kim", "the -(fish vote)"]
    queries += [
        "near:(fish the)",
        "near:(fish -quay) vote",
        "-near:(the vote)",
        "near:(person:kim the)",
        "near:(fish OR vote)",
    ]
    one_by_one = {query: shelf.found(query) for query in queries}
    best = {query: shelf.found(query, Order.RELEVANCE) for query in queries}
    monkeypatch.setattr(searching, "COMMON", 3)
    assert {query: shelf.found(query) for query in queries} == one_by_one
    monkeypatch.setattr(lists, "MOST_RANKED", 10)
    for query in queries:
        assert sorted(shelf.found(query, Order.RELEVANCE)) == sorted(best[query])
        condition = parse(query, ARTICLES).condition
        pages = [shelf.index.search.articles(condition, Order.RELEVANCE, 7, at) for at in range(0, 60, 7)]
        assert [each.id for page in pages for each in page] == shelf.found(query, Order.RELEVANCE)


def test_what_came_in_since_the_last_visit_is_new(shelf: Shelf) -> None:
    shelf.add(*made_up(1, random.Random(1)))
    shelf.follow()
    assert len(shelf.found("is:new")) == 1
    shelf.library.keep_setting(LAST_VISIT, visited := now())
    while now() == visited:
        pass
    new = shelf.add(*made_up(2, random.Random(2)))
    shelf.follow()
    assert shelf.found("is:new") == [new.id]
    shelf.library.keep_setting(LAST_VISIT, "9999")
    shelf.follow()
    assert shelf.found("is:new") == []


def test_orders(shelf: Shelf) -> None:
    nobody = Analysis("", "", (), 1, 1)
    days = {"old": date(2023, 1, 1), "new": date(2024, 1, 1), "none": None}
    numbers = {
        name: shelf.add(from_text(f"{name} {'quay ' * many}.", title=name, published=days[name]), nobody).id
        for name, many in (("new", 1), ("old", 9), ("none", 3))
    }
    shelf.follow()
    named = {number: name for name, number in numbers.items()}
    assert [named[each] for each in shelf.found("quay")][1:] == ["new", "old"]
    assert [named[each] for each in shelf.found("quay", Order.OLDEST)][:2] == ["old", "new"]
    assert [named[each] for each in shelf.found("quay", Order.RELEVANCE)] == ["old", "none", "new"]
    assert [named[each] for each in shelf.found("", Order.TITLE)] == ["new", "none", "old"]
    assert [named[each] for each in shelf.found("", Order.ADDED)] == ["none", "old", "new"]


def test_what_changes_is_found_as_it_is_now(shelf: Shelf) -> None:
    origin = Origin(OriginKind.RECORD, "one")
    chance = random.Random(1)
    article, analysis = made_up(1, chance)
    record = shelf.add(article, analysis)
    shelf.follow()
    with shelf.library.writing() as unit:
        unit.articles.count_annotations(record.id, 2)
        unit.states.star([record.id], True)
    shelf.index.follow(shelf.library)
    assert shelf.found("is:starred") == [record.id]
    assert not shelf.index.count_unnamed(RULES), "a star makes no names unknown"
    Notebook(shelf.library, record, article).note("Why?")
    shelf.index.follow(shelf.library)
    assert shelf.found("has:note") == [record.id]
    with shelf.library.writing() as unit:
        unit.articles.remember(from_text("Another one.", title="Other words", origin=origin))
    assert shelf.index.follow(shelf.library) == 1
    assert shelf.index.follow(shelf.library) == 0


def test_the_day_that_the_person_gave_holds(shelf: Shelf) -> None:
    article, analysis = made_up(1, random.Random(1))
    record = shelf.add(article, analysis)
    shelf.follow()
    Notebook(shelf.library, record, article).date_article(date(1999, 9, 9))
    shelf.index.follow(shelf.library)
    assert shelf.found("published:1999") == [record.id]


def test_an_edited_article_is_found_by_its_new_words_alone(shelf: Shelf, tmp_path: Path) -> None:
    from newsreader.sources import load

    path = tmp_path / "a.txt"
    nobody = Analysis("", "", (), 1, 1)
    path.write_text("Harbour closes\n\nThe old quay.\n")
    shelf.add(load(str(path)), nobody)
    shelf.follow()
    path.write_text("Harbour closes\n\nThe new pier.\n")
    record = shelf.add(load(str(path)), nobody)
    shelf.follow()
    assert (shelf.found("quay"), shelf.found("pier"), shelf.found("harbour")) == ([], [record.id], [record.id])


def test_names_of_what_is_found(shelf: Shelf) -> None:
    chance = random.Random(3)
    for number in range(30):
        shelf.add(*made_up(number, chance))
    shelf.follow()
    names = shelf.index.search.names(parse("name:kim", ARTICLES).condition, 10)
    expected = {
        name: sum(
            name in {each.name for each in names_in(analysis, article.text)}
            for article, analysis in (shelf.articles[number] for number in shelf.found("name:kim"))
        )
        for name in PEOPLE
    }
    assert {each.name: each.articles for each in names} == {name: count for name, count in expected.items() if count}
    assert [each.articles for each in names] == sorted((each.articles for each in names), reverse=True)


def test_what_there_is_to_ask_for_the_most_frequent_first(shelf: Shelf) -> None:
    chance = random.Random(3)
    for number in range(30):
        write_on(shelf, shelf.add(*made_up(number, chance)).id, chance)
    article, analysis = made_up(31, chance)
    shelf.add(replace(article, metadata=replace(article.metadata, source="The Courier")), analysis)
    with shelf.library.writing() as unit:
        unit.states.bring_back([1, 2])
        unit.states.tag([1, 2], "Été 24")
    shelf.follow()
    for field, beginning in [("person", "ki"), ("name", "jong"), ("person", "kim jo"), ("name", ""), ("place", "ki")]:
        asked = f'{field}:"{beginning}"*' if beginning else None
        listed = shelf.index.search.names(parse(asked).condition if asked else None, 100)
        kim = {each.name: each.articles for each in shelf.index.search.names(None, 100)}
        offered = shelf.index.search.values(field, beginning, 10)
        assert {name for name, _ in offered} <= {each.name for each in listed}
        assert [count for _, count in offered] == sorted((kim[name] for name, _ in offered), reverse=True)
        assert (field == "place") == (not offered)
    assert shelf.index.search.values("tag", "ete", 10) == [("été 24", 2)]
    tags = shelf.index.search.values("tag", "", 10)
    assert {tag for tag, _ in tags} == {*TAGS, "été 24"}
    assert dict(tags)["boats"] == len(shelf.found("tag:boats"))
    assert shelf.index.search.values("source", "cour", 10) == [("The Courier", 1)]
    assert shelf.index.search.values("author", "", 10) == ()


def test_a_file_that_is_damaged_old_or_of_another_library_is_made_anew(shelf: Shelf) -> None:
    shelf.add(*made_up(1, random.Random(1)))
    shelf.follow()
    shelf.index.close()
    Index.open(shelf.folder / "another.db", shelf.folder).close()
    shelf.index = shelf.connect()
    assert shelf.found("") == []
    shelf.follow()
    assert len(shelf.found("")) == 1
    shelf.index.close()
    (shelf.folder / file.FILE).write_bytes(b"no database" * 1000)
    shelf.index = shelf.connect()
    shelf.follow()
    assert len(shelf.found("")) == 1


def test_a_file_that_only_lacks_what_answers_sooner_is_kept(shelf: Shelf) -> None:
    shelf.add(*made_up(1, random.Random(1)))
    shelf.follow()
    kept = ("INDEX article_rules", "INDEX article_undated", "TABLE packed", "TABLE gone", "TABLE written")
    for statement in (*(f"DROP {each}" for each in kept), "PRAGMA user_version = 11"):
        shelf.index._connection.execute(statement)
    shelf.index.close()
    shelf.index = shelf.connect()
    assert len(shelf.found("")) == 1
    shelf.index.close()
    shelf.index = shelf.connect()
    assert len(shelf.found("")) == 1


@pytest.mark.parametrize("table", ["state", "article", "word", "span"])
def test_a_file_that_lost_a_table_is_made_anew(shelf: Shelf, table: str) -> None:
    shelf.add(*made_up(1, random.Random(1)))
    shelf.follow()
    shelf.index._connection.execute(f"DROP TABLE {table}")
    shelf.index.close()
    shelf.index = shelf.connect()
    shelf.follow()
    assert len(shelf.found("")) == 1


def test_what_is_there_of_another_program_or_the_library_itself_is_never_touched(tmp_path: Path) -> None:
    Library.open(tmp_path / "library.db").close()
    (tmp_path / "cache").mkdir()
    place = tmp_path / "cache" / file.FILE
    os.link(tmp_path / "library.db", place)
    before = place.read_bytes()
    with pytest.raises(IndexFileError, match="another program"):
        Index.open(tmp_path / "library.db", tmp_path / "cache")
    file.drop(tmp_path / "library.db", tmp_path / "cache")
    assert place.read_bytes() == before


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "nowhere"])
def test_what_is_no_file_is_refused(tmp_path: Path, kind: str) -> None:
    Library.open(tmp_path / "library.db").close()
    place = tmp_path / file.FILE
    before = (tmp_path / "library.db").read_bytes()
    match kind:
        case "pipe":
            os.mkfifo(place)
        case "folder":
            place.mkdir()
        case _:
            place.symlink_to("library.db" if kind == "link" else "nowhere.db")
    with pytest.raises(IndexFileError, match="move it elsewhere"):
        Index.open(tmp_path / "library.db", tmp_path)
    file.drop(tmp_path / "library.db", tmp_path)
    assert (tmp_path / "library.db").read_bytes() == before
    assert os.path.lexists(place)


def test_an_older_copy_of_the_library_is_noticed(shelf: Shelf) -> None:
    chance = random.Random(1)
    for number in range(5):
        shelf.add(*made_up(number, chance))
    shelf.follow()
    shelf.library.close()
    for each in shelf.folder.glob("library.db*"):
        each.unlink()
    shelf.library = Library.open(shelf.folder / "library.db")
    shelf.articles.clear()
    kept = shelf.add(*made_up(9, chance))
    shelf.follow()
    assert shelf.found("") == [kept.id]


@given(st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_anything_can_be_asked(shelf: Shelf, query: str) -> None:
    shelf.found(query)


_PIECES = [f"{name}:" for name in FIELDS]
_PIECES += [
    "(",
    ")",
    '"',
    "-",
    "*",
    "=",
    ",",
    " ",
    " OR ",
    " NOT ",
    "quay",
    "fish",
    "kim",
    "2024-03",
    "..",
    "2w",
    "é",
    "#",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.booleans(), st.sampled_from(Order))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=300)
def test_any_pieces_of_a_query_can_be_asked(filled: Shelf, query: str, typing: bool, order: Order) -> None:
    condition = parse(query, ARTICLES, typing=typing, searches={"s": "near:(quay fish)"}).condition
    found = filled.index.search.articles(condition, order, 100)
    assert filled.index.search.count(condition) == len(found)


@pytest.mark.parametrize(
    "query",
    [
        " OR ".join(f"w{number}" for number in range(450)),
        " ".join(f"-w{number}" for number in range(450)),
        "a " + " ".join(f"place:w{number}" for number in range(300)),
        *(f"{field}:{','.join(chr(0x4E00 + number) for number in range(1990))}" for field in ("org", "title", "lang")),
        "-(" * 50 + " OR ".join(f"a{number}" for number in range(230)),
        "(x -(y OR " * 25 + " OR ".join(f"name:a{number}" for number in range(150)),
        " ".join(f"near:(a{number} b)" for number in range(230)),
        "(x -(y OR " * 4 + "near:(" + "a -(b OR " * 5 + "-c",
        "-(" * 9 + "near:(" + " OR ".join(f"(a{number} person:b)" for number in range(200)),
        "".join(f"({' '.join(['org:x'] * 60)} OR -({' OR '.join(['on:2020'] * 60)} OR " for _ in range(3)),
    ],
)
def test_as_much_as_a_query_can_hold_can_be_asked(shelf: Shelf, query: str) -> None:
    assert not parse(query, ARTICLES).mistakes
    shelf.found(query)
    shelf.index.search.names(parse(query, ARTICLES).condition, 5)


def test_a_file_whose_name_has_another_encoding_is_found(shelf: Shelf) -> None:
    article = from_text("A quay.", origin=Origin(OriginKind.FILE, os.fsdecode(b"/news/b\xe5t.txt")))
    record = shelf.add(article, Analysis(article.sha256, "model", (), 1, 1))
    shelf.follow()
    assert shelf.index.search.articles(parse("quay").condition, Order.NEWEST, 5)[0].location == "/news/b?t.txt"
    assert shelf.index.search.articles(parse("url:txt").condition, Order.NEWEST, 5)[0].id == record.id


def test_an_index_that_cannot_be_used_is_said(shelf: Shelf) -> None:
    shelf.index.close()
    shelf.index = shelf.connect()
    shelf.index._connection.close()
    with pytest.raises(IndexFileError, match="--rebuild"):
        shelf.found("")


def test_there_may_be_no_place_for_an_index(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(IndexFileError, match="index"):
        Index.open(tmp_path / "library.db", tmp_path / "file")


def test_several_may_open_an_index_that_is_not_there_yet_at_one_moment(tmp_path: Path) -> None:
    def opened(number: int) -> int:
        folder = tmp_path / str(number)
        with ThreadPoolExecutor(4) as threads:
            return len([*threads.map(lambda _: Index.open(tmp_path / "library.db", folder).close(), range(4))])

    assert [opened(number) for number in range(10)] == [4] * 10

"""Files of known things: what is kept of them, whatever is wrong with them, and whoever is ended in between."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from newsreader.entity import Category
from newsreader.exports import archive
from newsreader.intake.known import taking
from newsreader.intake.known.reading import LINES, MONEY, TABLE, Damaged, read, recognised
from newsreader.intake.known.taking import remove, take
from newsreader.store.errors import LibraryError
from newsreader.store.known import KnownThing
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = """\
id;Name;aliases;category;country;birth;note;address
a1;Karin Ahlström;Ahlström|K. Ahlström;person;se|no;1962;"minister; of ports";https://example.org/karin
;Quay Board;;organization;;;;
a3;Norrfors;;place;Sweden;;;
"""
KARIN = KnownThing(
    "a1",
    Category.PERSON,
    "Karin Ahlström",
    ("Ahlström", "K. Ahlström"),
    ("se", "no"),
    "1962",
    "minister; of ports",
    "https://example.org/karin",
)
ROLF = {
    "id": "Q1",
    "schema": "Person",
    "properties": {"name": ["Rolf Knowles", "R. Knowles"], "nationality": ["gb"], "birthDate": ["1970-01-02"]},
}
OWNS = {"id": "o", "schema": "Ownership", "properties": {"owner": ["Q1"]}}


def lines(*records: object) -> bytes:
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in records).encode()


def made(count: int) -> bytes:
    return lines(*({"id": f"n{at:05}", "name": f"Karin {at}th", "category": "person"} for at in range(count)))


@pytest.fixture
def library(each_library: Library) -> Library:
    return each_library


def ids(library: Library, name: str = "it") -> list[str]:
    with library.reading() as unit:
        (source,) = [each.id for each in unit.known.sources() if each.name == name]
        return [each.id for each in unit.known.of_source(source, "", 1_000_000)]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (PEOPLE.encode(), TABLE),
        (b"\xef\xbb\xbfname,category\nA,person\n", TABLE),
        (lines(OWNS, ROLF), MONEY),
        (b"\n" + lines({"name": "A", "category": "person"}), LINES),
        (b"broken\n" + lines({"name": "A", "category": "person"}), LINES),
        (b"verdict,forms,category,name,quote\n", "csv"),
        (lines({"verdict": "missed", "forms": ["A"], "category": "person"}), "jsonl"),
        (b"", "csv"),
        (b"\x00\xff", "csv"),
    ],
)
def test_a_file_is_told_by_how_it_begins(data: bytes, form: str) -> None:
    assert recognised(io.BytesIO(data)) == form


def test_a_table_is_read_row_by_row() -> None:
    first, second, third = read(io.BytesIO(PEOPLE.encode()), TABLE)
    assert first == KARIN
    assert second == KnownThing("2", Category.ORGANISATION, "Quay Board")
    assert third == KnownThing("a3", Category.PLACE, "Norrfors", countries=("Sweden",))


def test_lines_have_the_fields_of_a_table() -> None:
    record = {"id": "Q5", "name": "Norrfors", "aliases": ["Норфорс", "N|M"], "category": "place", "country": "se"}
    assert [*read(io.BytesIO(lines(record)), LINES)] == [
        KnownThing("Q5", Category.PLACE, "Norrfors", ("Норфорс", "N", "M"), ("se",))
    ]


@pytest.mark.parametrize(
    ("birth", "kept"),
    [
        ("+1962-05-04T00:00:00Z", "1962-05-04"),
        ("+1962-05-00T00:00:00Z", "1962-05"),
        ("1962-00-00", "1962"),
        (1962, "1962"),
        ("2000-10-20", "2000-10-20"),
        ("about 1962", "about 1962"),
        ("-0044-03-15", "-0044-03-15"),
        (None, ""),
    ],
)
def test_a_birth_is_a_day_a_month_a_year_or_what_it_says(birth: object, kept: str) -> None:
    (thing,) = read(io.BytesIO(lines({"name": "A", "category": "person", "birth": birth})), LINES)
    assert isinstance(thing, KnownThing)
    assert thing.birth == kept


def test_of_several_names_the_caption_is_shown() -> None:
    properties = {"name": ["Рольф Ноулз", "Rolf Knowles"], "weakAlias": ["R. Knowles"]}
    for caption, name in (("Rolf Knowles", "Rolf Knowles"), ("Person", "Рольф Ноулз"), (None, "Рольф Ноулз")):
        (thing,) = read(io.BytesIO(lines(ROLF | {"caption": caption, "properties": properties})), MONEY)
        assert isinstance(thing, KnownThing)
        assert (thing.name, {*thing.aliases, name}) == (name, {"Рольф Ноулз", "Rolf Knowles", "R. Knowles"})


def test_entities_of_other_schemas_are_passed_over() -> None:
    assert [*read(io.BytesIO(lines(ROLF, OWNS)), MONEY)] == [
        KnownThing("Q1", Category.PERSON, "Rolf Knowles", ("R. Knowles",), ("gb",), "1970-01-02"),
        None,
    ]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (b"[1]", "is no object of JSON"),
        (b"{", "is no object of JSON"),
        (b"[" * 100_000, "is no object of JSON"),
        (b'{"name": "A"}', "has no category"),
        (b'{"category": "person", "aliases": ["A"]}', "has no name"),
        (b'{"category": "person", "name": {"first": "A"}}', "has no name"),
        (b'{"category": "person", "name": "A\xff"}', "is not UTF-8, or has characters that are none"),
        (b'{"category": "person", "name": "' + b"A" * 400 + b'"}', "has a name that is too long to be one"),
        (b'{"category": "person", "name": "' + b"A" * 2_000_000 + b'"}', "is no object of JSON"),
    ],
)
def test_a_damaged_line_is_said_and_the_next_one_read(record: bytes, reason: str) -> None:
    whole = b'{"category": "person", "name": "Karin Berg"}'
    assert [*read(io.BytesIO(record + b"\n" + whole), LINES)] == [
        Damaged(1, reason),
        KnownThing("2", Category.PERSON, "Karin Berg"),
    ]


def test_a_quote_that_is_never_closed_costs_rows_and_no_memory() -> None:
    data = b'name,category\nA,"person\n' + b"Karin Berg,person\n" * 20_000
    found = [*read(io.BytesIO(data), TABLE)]
    assert Damaged(1, "is no row of CSV") in found
    assert KnownThing(str(len(found)), Category.PERSON, "Karin Berg") == found[-1]


def test_the_same_file_twice_is_once(library: Library) -> None:
    data = made(3) + made(2)
    first = take(library, "it", io.BytesIO(data), LINES)
    assert (first.source.whole, first.things) == (False, 3)
    second = take(library, "it", io.BytesIO(data), LINES)
    assert (second.source.whole, second.things) == (True, 3)
    assert ids(library) == ["n00000", "n00001", "n00002"]


def test_a_file_that_changed_takes_the_place_of_what_it_was(library: Library) -> None:
    take(library, "it", io.BytesIO(made(9)), LINES)
    take(library, "other", io.BytesIO(made(1)), LINES)
    take(library, "it", io.BytesIO(made(2)), LINES)
    assert (ids(library), ids(library, "other")) == (["n00000", "n00001"], ["n00000"])


class _EndedError(Exception):
    pass


def test_one_that_was_ended_goes_on_where_it_was(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", 10)
    take(library, "it", io.BytesIO(made(5)), LINES)
    read_on: list[int] = []

    def end(count: int) -> None:
        read_on.append(count)
        if len(read_on) == 3:
            raise _EndedError

    with pytest.raises(_EndedError):
        take(library, "it", io.BytesIO(made(95)), LINES, end)
    with library.reading() as unit:
        assert [(each.records, each.whole) for each in unit.known.sources()] == [(5, True), (30, False)]
        # Until the new one is whole, the earlier one is what is known.
        assert {source.records for source, _ in unit.known.with_keys(["person:karin 3th"])} == {5}
        assert unit.known.with_keys(["person:karin 20th"]) == []
    again: list[int] = []
    taken = take(library, "it", io.BytesIO(made(95)), LINES, again.append)
    assert (sum(again), taken.things, len(ids(library))) == (65, 95, 95)


@pytest.mark.parametrize("at", [1, 3])
def test_whoever_takes_a_file_that_is_given_up_meanwhile_leaves_nothing_of_it(
    library: Library, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", 10)
    begun: list[int] = []

    def give_up(count: int) -> None:
        begun.append(count)
        if len(begun) == at:
            take(library, "it", io.BytesIO(made(4)), LINES)

    with pytest.raises(LibraryError, match="given up"):
        take(library, "it", io.BytesIO(made(30)), LINES, give_up)
    assert len(ids(library)) == 4
    with library.reading() as unit:
        assert unit.known.with_keys(["person:karin 8th"]) == []


def test_what_is_removed_is_gone_to_the_last_row(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "_SWEPT", 7)
    take(library, "it", io.BytesIO(made(50)), LINES)
    take(library, "other", io.BytesIO(made(1)), LINES)
    assert remove(library, "it")
    assert not remove(library, "it")
    with library.reading() as unit:
        assert [each.name for each in unit.known.sources()] == ["other"]
        assert unit.known.with_keys(["person:karin 3th"]) == []
        assert not unit.known.sweep(1)


def test_the_archive_of_a_library_has_what_is_known(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library, (tmp_path / "it.zip").open("wb") as file:
        take(library, "it", io.BytesIO(PEOPLE.encode()), TABLE)
        archive.write(file, library, tmp_path / "library.db")
    archive.read(tmp_path / "it.zip", tmp_path / "made.db")
    with Library.open(tmp_path / "made.db") as made_of_it, made_of_it.reading() as unit:
        ((source, thing),) = unit.known.with_keys(["person:karin ahlstrom"])
        assert (source.name, source.whole, thing) == ("it", True, KARIN)

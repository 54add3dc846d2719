"""A library of version 3 of the schema, with something of everything, opens with all of it (`fixtures`)."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from given_dates import given_dates

from newsreader.annotations import gazetteer
from newsreader.annotations.journal_check import check_journals
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Origin, OriginKind
from newsreader.store.library import Library
from newsreader.store.records import ReadingPlace
from newsreader.store.sqlite import safety

if TYPE_CHECKING:
    from collections.abc import Iterator

FIXTURES = Path(__file__).parent / "fixtures"
WANTED: dict[str, Any] = json.loads((FIXTURES / "library-v3.json").read_text(encoding="utf-8"))
"""What the program of that time read from it."""
LOCATIONS = {
    "ferry, first version": "/news/ferry.txt",
    "ferry": "/news/ferry.txt",
    "elsewhere": "/news/agency.txt",
    "strike": os.fsdecode(b"/news/gr\xe8ve.txt"),
    "page": "https://example.org/council",
}
PLACED_SINCE = "82f3e9c695dc6b8d1b11818d5701919e"
"""Imported with four words and no context, which stand in the text once: the program of that time did not place it."""
EARLIER = {"ferry, first version": "Ferry sinks off Oslo\n\nThe ferry", "elsewhere": "Reported by an agency."}
"""How the texts begin of those that were not opened last."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return shutil.copy(FIXTURES / "library-v3.db", tmp_path / "library.db")


@pytest.fixture
def library(file: Path) -> Iterator[Library]:
    with Library.open(file) as opened:
        yield opened


def test_a_library_of_the_first_program_opens_with_all_that_was_written(tmp_path: Path) -> None:
    first = shutil.copy(FIXTURES / "library-v1.db", tmp_path / "library.db")
    assert safety.check(first) == []
    text = "Vladimir Putin met Ann Lee in Paris. Putin said that Acme left. " * 8
    locations = {"/news/one.txt": text, "/news/two.txt": f"Another article. {text}"}
    locations[os.fsdecode(b"/news/gr\xe8ve.txt")] = "Zoë’s 🙂 boat was near. Nobody was hurt."
    with Library.open(first) as library:
        for location, content in locations.items():
            record = library.at(location)
            assert record is not None
            opened = library.stored(record)
            assert opened.text == content
            written = Notebook(library, record, opened)
            assert "Who says so?" in [each.text for each in written.annotations]
            assert (library.marks(record), library.place(record)) == (
                {"a": 3},
                ReadingPlace(9, 12, pytest.approx(9 / len(content))),
            )
            redone = [written.redo() or "" for _ in range(3)]
            assert redone[0] == "redo: wrote note “On the article 🙂”"
            assert (redone[1].partition(" “")[0], redone[2]) == ("redo: deleted highlight", "")
            while written.undo():
                pass
            assert written.annotations == written.orphans == ()
        assert check_journals(library) == []
    assert safety.check(first) == []


def plain(value: Any, wanted: Any) -> Any:
    """What `value` has of the fields of `wanted`, as JSON has it."""
    if isinstance(wanted, dict) and not isinstance(value, dict):
        return {name: plain(getattr(value, name), each) for name, each in wanted.items()}
    if isinstance(wanted, list):
        assert len(value) == len(wanted)
        return [plain(one, each) for one, each in zip(value, wanted, strict=True)]
    return value if isinstance(value, int | float | str | dict | None) else str(value)


def article(library: Library, name: str) -> Article:
    """One of the articles, with the text that it had."""
    record = library.at(LOCATIONS[name])
    assert record is not None
    stored = library.stored(record)
    if name not in EARLIER:
        return stored
    with closing(sqlite3.connect(FIXTURES / "library-v3.db")) as old:
        texts = [text for (text,) in old.execute("SELECT content FROM text") if text.startswith(EARLIER[name])]
    (text,) = (each for each in texts if "🙂" in each)
    return replace(stored, text=text, origin=Origin(OriginKind.FILE, LOCATIONS[name]))


def notebook(library: Library, name: str) -> Notebook:
    opened = article(library, name)
    record = library.find(opened)
    assert record is not None
    return Notebook(library, record, opened)


def test_the_library_is_sound_and_a_copy_of_the_old_form_is_kept(file: Path) -> None:
    with Library.open(file) as library:
        assert check_journals(library) == WANTED["problems"] == []
    assert safety.check(file) == []
    for copy in (file.parent / "backups").glob("*"):
        assert copy.name.startswith("library-before-update-from-v3-")
        assert safety.check(copy) == []


def test_the_list_of_articles(library: Library) -> None:
    assert plain(library.recent(), WANTED["recent"]) == WANTED["recent"]
    assert [str(each.published) for each in given_dates(library)] == WANTED["given dates"]
    assert len(library.annotated()) == WANTED["annotated"]


def test_the_gazetteer_and_the_drafts(library: Library) -> None:
    assert plain(gazetteer.entries(library), WANTED["gazetteer"]) == WANTED["gazetteer"]
    assert [library.draft("1 article"), library.draft("2 gone")] == WANTED["drafts"]


@pytest.mark.parametrize("name", LOCATIONS)
def test_an_article_with_all_that_was_written_on_it(library: Library, name: str) -> None:
    wanted = WANTED["articles"][name]
    opened, written = article(library, name), notebook(library, name)
    record, place = written.record, library.place(written.record)
    assert record.id == wanted["number"]
    assert library.text(opened.sha256) == opened.text
    assert plain(opened.metadata, wanted["metadata"]) == wanted["metadata"]
    assert name in EARLIER or len(opened.paragraphs) == wanted["paragraphs"]
    stood = [each for each in written.annotations if each.id != PLACED_SINCE]
    assert plain(stood, wanted["annotations"]) == wanted["annotations"]
    lost = [each for each in wanted["orphans"] if each["id"] != PLACED_SINCE]
    assert plain(written.orphans, lost) == lost
    assert (len(stood) < len(written.annotations)) == (len(lost) < len(wanted["orphans"]))
    assert plain(written.corrections.all, wanted["corrections"]) == wanted["corrections"]
    assert str(written.overlay.published) == wanted["published"]
    with library.reading() as unit:
        assert unit.joined.is_newcomer(record.id) == wanted["newcomer"]
    assert library.marks(record).keys() == wanted["marks"].keys()
    assert (place and round(place.progress or 0, 6)) == (wanted["place"] and wanted["place"][2])


@pytest.mark.parametrize("name", ["ferry, first version", "ferry", "elsewhere"])
def test_marks_and_places_are_at_their_words_in_every_version(library: Library, name: str) -> None:
    opened, record = article(library, name), notebook(library, name).record
    marks, place = library.marks(record), library.place(record)
    assert place is not None
    assert opened.text[marks["z"] :].startswith("The captain")
    assert opened.text[place.cursor :].startswith("The captain")
    assert opened.text[place.offset :].startswith("\nThe ferry") or opened.text[place.offset :].startswith("The ferry")
    assert (marks["a"], name != "ferry" or marks["m"] == WANTED["articles"]["ferry"]["marks"]["m"]) == (0, True)


def test_every_act_can_be_undone_as_before(library: Library) -> None:
    for name in LOCATIONS:
        written, lines = notebook(library, name), []
        while line := written.redo():
            lines.append(line)
        while line := written.undo():
            lines.append(line)
        assert lines == WANTED["undoing"][name], name
    assert {each.id for each in gazetteer.entries(library)} == {e["id"] for e in WANTED["gazetteer after undoing"]}

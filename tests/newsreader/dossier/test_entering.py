"""The person's own entries in a timeline: read, kept, undone, and written into every format that has dates."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from shelf import Shelf

from newsreader.annotations import identifying, timeline_entries
from newsreader.dossier.entering import ABOUT, UNSURE, Days, as_typed, enter, own_entries, typed_days
from newsreader.dossier.gather import Wanted, gather
from newsreader.dossier.model import OwnEntry
from newsreader.exports import archive, registry
from newsreader.languages.english.dates.typed import NoDateError
from newsreader.store.library import Library
from newsreader.store.sql.journal import SqlJournal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.dossier.model import Dossier
    from newsreader.store.records import JournalEntry

TODAY = date(2024, 7, 31)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    made.add("{person: Karin Ahlström} met {person: Rolf Knowles} on 3 March.", date(2024, 3, 5), "Quay")
    yield made
    made.close()


def write(shelf: Shelf, when: str, text: str, name: str = "Karin Ahlström", number: str = "") -> str:
    (thing,) = shelf.index.things.called(name, 2)
    return enter(shelf.library, shelf.index.things.names(thing.id)[0], typed_days(when, TODAY), text, number)


def entries(shelf: Shelf, name: str = "Karin Ahlström") -> tuple[OwnEntry, ...]:
    (thing,) = shelf.index.things.called(name, 2)
    return own_entries(shelf.library, shelf.index, thing)


def dossier(shelf: Shelf) -> Dossier:
    (thing,) = shelf.index.things.called("Karin Ahlström", 2)
    return gather(shelf.library, shelf.index, Wanted(thing))


def written(shelf: Shelf, form: str) -> str:
    return registry.DOSSIER[form].write(dossier(shelf))


@pytest.mark.parametrize(
    ("line", "first", "last", "doubt"),
    [
        ("19 June 2024", "2024-06-19", "2024-06-19", ""),
        ("2024-06", "2024-06-01", "2024-06-30", ""),
        ("yesterday", "2024-07-30", "2024-07-30", ""),
        ("May to June 2023 ?", "2023-05-01", "2023-06-30", UNSURE),
        ("around 2020", "2020-01-01", "2020-12-31", ABOUT),
        ("around May to June 2023", "2023-05-01", "2023-06-30", ABOUT),
        ("early May to June 2023", "2023-05-01", "2023-06-30", ABOUT),
        ("around 19 June 2024", "2024-06-19", "2024-06-19", ABOUT),
        ("around 2024-06-19", "2024-06-19", "2024-06-19", ABOUT),
        ("circa 2024-Q2", "2024-04-01", "2024-06-30", ABOUT),
    ],
)
def test_days_are_read_in_any_form_and_may_be_a_guess(line: str, first: str, last: str, doubt: str) -> None:
    days = typed_days(line, TODAY)
    assert days == Days(first, last, doubt)
    assert typed_days(as_typed(OwnEntry("1", first, last, doubt, "", datetime.now())), TODAY) == days


@pytest.mark.parametrize("line", ["", "?", "soon", "30 February 2024"])
def test_what_is_no_day_is_said(line: str) -> None:
    with pytest.raises(NoDateError):
        typed_days(line, TODAY)


def test_an_entry_is_written_changed_removed_and_all_of_it_undone(shelf: Shelf) -> None:
    assert write(shelf, "2024-06-19", "She  resigned.") == "wrote the entry of 2024-06-19 “She resigned.”"
    (entry,) = entries(shelf)
    assert write(shelf, "June 2024", "She was ill.", number=entry.id).startswith("changed the entry of 2024-06-01 to")
    assert [(each.first, each.text, each.created) for each in entries(shelf)] == [
        ("2024-06-01", "She was ill.", entry.created)
    ]
    assert timeline_entries.remove(shelf.library, entry.id).startswith("removed the entry")
    assert entries(shelf) == ()
    assert identifying.undo(shelf.library).startswith("undo: removed the entry")
    assert identifying.undo(shelf.library).startswith("undo: changed the entry")
    assert entries(shelf) == (entry,)
    identifying.undo(shelf.library)
    assert entries(shelf) == ()
    identifying.redo(shelf.library)
    assert entries(shelf) == (entry,)
    assert [words for _, words in identifying.acts(shelf.library)] == ["wrote the entry of 2024-06-19 “She resigned.”"]


def test_an_entry_goes_with_its_name_when_names_are_merged(shelf: Shelf) -> None:
    write(shelf, "2024-06-19", "He rowed.", "Rolf Knowles")
    names = [shelf.index.things.names(shelf.index.things.called(each, 1)[0].id)[0] for each in ("Karin", "Rolf")]
    identifying.merge(shelf.library, names)
    shelf.index.follow(shelf.library)
    assert [each.text for each in entries(shelf, "Rolf Knowles")] == ["He rowed."]


def test_entries_stand_among_the_dates_of_every_format_that_has_them(shelf: Shelf) -> None:
    write(shelf, "2024-06-19 ?", "=She <b>resigned</b>.")
    write(shelf, "1 March 2024", "She came.")
    lines = [line for line in written(shelf, "markdown").splitlines() if line.startswith("- **")]
    assert [line.partition("(")[0] for line in lines[:3]] == [
        "- **2024-03-01** ✎ She came. ",
        "- **2024-03-03** Karin Ahlström met Rolf Knowles on 3 March. ",
        "- **2024-06-19 ?** ✎ =She \\<b\\>resigned\\</b\\>. ",
    ]
    assert lines[2].endswith("? you are not sure")
    assert "✎ =She &lt;b&gt;resigned" in written(shelf, "html")
    calendar = written(shelf, "ics")
    assert calendar.count("BEGIN:VEVENT") == 3
    assert calendar.count("STATUS:TENTATIVE") == 1
    rows = [*csv.DictReader(io.StringIO(written(shelf, "timeline")))]
    assert [(each["first"], each["whose"], each["article"]) for each in rows] == [
        ("2024-03-01", "you", ""),
        ("2024-03-03", "article", "1"),
        ("2024-06-19", "you", ""),
    ]
    assert (rows[2]["text"], rows[2]["doubt"]) == ("'=She <b>resigned</b>.", UNSURE)
    record = json.loads(written(shelf, "json"))
    assert [each["text"] for each in record["entries"]] == ["She came.", "=She <b>resigned</b>."]
    assert len(record["timeline"]) == 1
    events = [each for each in map(json.loads, written(shelf, "ftm").splitlines()) if each["schema"] == "Event"]
    assert [each["properties"]["startDate"] for each in events] == [["2024-03-01"], ["2024-06-19"]]


@pytest.mark.parametrize("shared", [True, False])
def test_where_a_library_is_shared_entries_are_private_as_notes_are(
    shelf: Shelf, shared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[JournalEntry] = []
    append = SqlJournal.append
    monkeypatch.setattr(SqlJournal, "append", lambda *asked: (kept.append(asked[-1]), append(*asked))[1])
    shelf.library.shares_notes = shared
    write(shelf, "2024-06-19", "She resigned.")
    (thing,) = shelf.index.things.called("Karin Ahlström", 2)
    identifying.confirm(shelf.library, shelf.index.things.names(thing.id), [1])
    assert [each.private for each in kept] == [not shared, True]


def test_entries_move_with_the_library(shelf: Shelf, tmp_path: Path) -> None:
    write(shelf, "2024-06-19", "She resigned.")
    with (tmp_path / "all.zip").open("wb") as file:
        archive.write(file, shelf.library, tmp_path / "library.db")
    archive.read(tmp_path / "all.zip", tmp_path / "other.db")
    with Library.open(tmp_path / "other.db") as other, other.reading() as unit:
        assert [each.entry.text for each in timeline_entries.entries(unit)] == ["She resigned."]

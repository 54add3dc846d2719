"""Several people with one library: what each sees of the others, and what stays with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.annotations import identifying
from newsreader.annotations.corrections.model import Scope
from newsreader.annotations.events import NameKnown
from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind
from newsreader.entity import Category, Entity, Mention
from newsreader.sources import from_text
from newsreader.store.library import Library
from newsreader.store.server_address import ServerAddress
from tui.reader import provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postgres_server import PostgresServer

    from newsreader.article import Article

TEXT = "Karin Ahlstrom spoke on the quay of Norrfors. Ahlstrom left."
AHLSTROM = Entity(
    "person:karin-ahlstrom", Category.PERSON, "Karin Ahlstrom", (), (Mention(0, 14, "PERSON", Category.PERSON),)
)


class Desk:
    """A library on a server, and how each of several people has it open."""

    def __init__(self, server: PostgresServer, address: str) -> None:
        self.server, self.address = server, address
        self.open: list[Library] = []

    def library(self, person: str, *, shares_notes: bool = False) -> Library:
        """The library as one person has it open; whoever owns it has `person` empty."""
        address = self.address.replace("newsroom@", f"{person}@") if person else self.address
        library = Library.open(ServerAddress.of(address))
        library.shares_notes = shares_notes
        self.open.append(library)
        return library


@pytest.fixture
def desk(postgres: PostgresServer) -> Iterator[Desk]:
    """A library that Ada and Rao may write into, and Lee may read."""
    from newsreader.store.postgres.opening import open_server
    from newsreader.store.postgres.people import Role, admit

    address = postgres.database(lambda template: open_server(template).close())
    made = Desk(postgres, address)
    for person, role in (("ada", Role.WRITER), ("rao", Role.WRITER), ("lee", Role.READER)):
        postgres.add_user(person)
        admit(ServerAddress.of(address), person, role)
    yield made
    for library in made.open:
        library.close()
    postgres.drop(address)


def notebook(library: Library) -> Notebook:
    """The notebook of the one article as its reader opens it."""
    article = an_article()
    return Notebook(library, library.find(article) or library.remember(article), article)


def an_article() -> Article:
    return from_text(TEXT, origin=Origin(OriginKind.RECORD, "quay"))


def test_a_note_is_private_and_a_correction_is_not(desk: Desk) -> None:
    ada, rao = notebook(desk.library("ada")), notebook(desk.library("rao"))
    ada.note("Ask her why.", start=0, end=14)
    ada.highlight(20, 27, "green")
    ada.corrections.rename(AHLSTROM, "Karin Ahlström")
    assert rao.refresh()
    assert rao.annotations == ()
    (correction,) = rao.corrections.own
    assert (correction.name, correction.author) == ("Karin Ahlström", "ada")
    assert [each.text for each in ada.annotations if each.text] == ["Ask her why."]


def test_a_shared_note_has_the_name_of_its_author_and_answers_are_seen_by_both(desk: Desk) -> None:
    ada, rao = notebook(desk.library("ada", shares_notes=True)), notebook(desk.library("rao"))
    made = ada.note("Ask her why.", start=0, end=14)
    rao.refresh()
    (seen,) = rao.annotations
    assert (seen.text, seen.author) == ("Ask her why.", "ada")
    rao.edit(seen.id, "Ask her why. Done.")
    ada.refresh()
    (changed,) = ada.annotations
    assert (changed.id, changed.text, changed.author) == (made.id, "Ask her why. Done.", "person")


def test_what_is_done_to_a_private_note_stays_private_whatever_the_settings_say_by_then(desk: Desk) -> None:
    before = notebook(desk.library("ada"))
    made = before.note("Ask her why.", start=0, end=14)
    later = notebook(desk.library("ada", shares_notes=True))
    later.edit(made.id, "Ask him.")
    later.undo()
    later.redo()
    rao = notebook(desk.library("rao"))
    assert rao.annotations == ()
    with desk.server.connected(desk.address.partition("?")[0].rpartition("/")[2], "rao") as other:
        rows = other.execute("SELECT body FROM newsreader.shared_event").fetchall()
        assert rows == []


def test_each_undoes_their_own_acts_alone(desk: Desk) -> None:
    ada, rao = notebook(desk.library("ada")), notebook(desk.library("rao"))
    rao.corrections.rename(AHLSTROM, "Rao’s")
    ada.refresh()
    assert ada.undo() is None
    ada.corrections.rename(AHLSTROM, "Ada’s")
    rao.refresh()
    assert rao.undo() is not None
    ada.refresh()
    assert [each.name for each in ada.corrections.own] == ["Ada’s"]
    # What Ada did, of which Rao sees nothing, does not keep Rao from having it back for both.
    ada.note("Mine.", start=0, end=14)
    assert rao.redo() is not None
    ada.refresh()
    assert [each.name for each in ada.corrections.own] == ["Rao’s", "Ada’s"]
    assert [each.name for each in rao.corrections.own] == ["Rao’s", "Ada’s"]


def test_two_who_correct_the_same_name_at_once_both_see_both_and_the_later_holds(desk: Desk) -> None:
    ada, rao = notebook(desk.library("ada")), notebook(desk.library("rao"))
    ada.corrections.rename(AHLSTROM, "Ahlström", scope=Scope.EVERYWHERE)
    rao.corrections.rename(AHLSTROM, "Ahlstroem", scope=Scope.EVERYWHERE)
    ada.refresh()
    for each in (ada, rao):
        assert [one.name for one in each.corrections.own] == ["Ahlström", "Ahlstroem"]
    article = an_article()
    from newsreader.entity import Analysis

    machine = Analysis(article.sha256, "none", (AHLSTROM,), 1, 1)
    found = ada.overlay.over(machine, article)
    assert [each.name for each in found.analysis.entities] == ["Ahlstroem"]
    assert provenance.about(found, AHLSTROM.id) == "✓ corrected by rao"
    assert provenance.about(rao.overlay.over(machine, article), AHLSTROM.id) == "✓ corrected by you"
    (meanwhile,) = rao.corrections.meanwhile
    assert (meanwhile.author, meanwhile.name) == ("ada", "Ahlström")
    assert ada.corrections.meanwhile == ()


def test_what_names_are_over_all_articles_is_the_same_for_all(desk: Desk) -> None:
    ada, rao = desk.library("ada"), desk.library("rao")
    name = NameKnown(Category.PERSON, "karin ahlstrom", "", "Karin Ahlstrom")
    identifying.rename(ada, name, "Karin A.")
    ((event, _),) = identifying.acts(rao)
    assert event.author == "ada"
    with pytest.raises(identifying.NothingToUndoError):
        identifying.undo(rao)
    identifying.undo(ada)
    assert identifying.acts(rao) == []


def test_read_state_stars_places_and_searches_are_of_each(desk: Desk) -> None:
    ada, rao = desk.library("ada"), desk.library("rao")
    record = ada.remember(an_article())
    with ada.writing() as unit:
        unit.states.star([record.id], True)
        unit.states.mark([record.id], True)
        unit.searches.save("Quay", "quay")
        unit.states.tag([record.id], "harbour")
    with rao.reading() as unit:
        state = unit.states.of([record.id])[record.id]
        assert (state.starred, state.read, state.tags) == (False, None, ("harbour",))
        assert unit.searches.all() == []
        assert unit.reading.recent(5) == []


def test_a_reader_keeps_places_and_private_notes_and_changes_nothing_for_others(desk: Desk) -> None:
    from newsreader.store.errors import LibraryError
    from newsreader.store.records import ReadingPlace

    ada = notebook(desk.library("ada"))
    library = desk.library("lee")
    lee = notebook(library)
    library.remember(an_article())
    library.save_place(lee.record, ReadingPlace(5, 7))
    lee.note("For me.", start=0, end=14)
    assert [each.text for each in notebook(desk.library("lee")).annotations] == ["For me."]
    for act in (
        lambda: lee.corrections.rename(AHLSTROM, "Nobody"),
        lambda: library.remember(from_text("Another one.", origin=Origin(OriginKind.RECORD, "other"))),
    ):
        with pytest.raises(LibraryError, match="ask whoever looks after it"):
            act()
    shared = notebook(desk.library("lee", shares_notes=True))
    with pytest.raises(LibraryError, match="ask whoever looks after it"):
        shared.note("For all.", start=0, end=14)
    ada.refresh()
    assert ada.annotations == () == ada.corrections.own


def test_a_reader_reads_what_was_taken_out(desk: Desk) -> None:
    ada = desk.library("ada")
    record = ada.remember(an_article())
    with ada.writing() as unit:
        unit.states.take_out([record.id])
    lee = desk.library("lee")
    assert lee.remember(an_article()) == record
    with ada.reading() as unit:
        assert unit.states.taken_out() == [record.id]


def test_who_is_not_admitted_sees_nothing(desk: Desk) -> None:
    from newsreader.store.errors import LibraryError

    desk.server.add_user("eve")
    with pytest.raises(LibraryError, match="ask whoever looks after it"):
        desk.library("eve").recent()


def test_who_does_not_own_a_library_neither_makes_it_nor_brings_it_up(desk: Desk, postgres_database: str) -> None:
    from newsreader.store.errors import LibraryError

    name = desk.address.partition("?")[0].rpartition("/")[2]
    with desk.server.connected(name) as administrator:
        administrator.execute("UPDATE newsreader.form SET steps = steps - 1")
    with pytest.raises(LibraryError, match="its owner has to open it once"):
        desk.library("ada")
    desk.address = postgres_database
    with pytest.raises(LibraryError, match="you may not make it"):
        desk.library("ada")

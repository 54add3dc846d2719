"""Acts on a library, one of each kind, and what a library then has, to compare after a kill or a fault."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsreader.annotations import gazetteer
from newsreader.annotations.anchor import anchor
from newsreader.annotations.corrections import Correction, Scope, Subject, Verdict, occurrences
from newsreader.annotations.events import CorrectionMade, Created, new_event, new_id, this_moment
from newsreader.annotations.fold import read
from newsreader.annotations.gazetteer import Entry
from newsreader.annotations.journal_check import check_journals
from newsreader.annotations.journal_entries import encode
from newsreader.annotations.model import Annotation, Kind
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entities.resolve import resolve
from newsreader.entity import Category, Entity, Mention
from newsreader.exports.annotations.imported import ImportedAnnotation, as_annotation
from newsreader.languages import ENGLISH
from newsreader.store.library import Library
from newsreader.store.records import ArticleState, ReadingPlace, Stream
from newsreader.store.sql.article_rows import identify
from newsreader.store.sqlite import safety
from newsreader.store.sqlite.migrate import migrate
from newsreader.store.sqlite.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.annotations.events import Change
    from newsreader.store.protocols import Unit

TEXT = "Vladimir Putin met Ann Lee in Paris. Putin said that Acme left. " * 8


def article(name: str, text: str = TEXT) -> Article:
    return Article(text, (Paragraph(0, len(text)),), Metadata(), Origin(OriginKind.FILE, f"/news/{name}.txt"))


ONE, TWO = article("one"), article("two", f"Another article. {TEXT}")
ELSEWHERE = article("elsewhere", f"Updated. {TEXT}")
"""The first one, edited, with a note of its own."""


def _entities() -> dict[str, Entity]:
    mentions = [
        Mention(*span, label, category)
        for name, label, category in (
            ("Vladimir Putin", "PERSON", Category.PERSON),
            ("Ann Lee", "PERSON", Category.PERSON),
            ("Paris", "GPE", Category.PLACE),
            ("Acme", "ORG", Category.ORGANISATION),
        )
        for span in occurrences(TEXT, name)
    ]
    return {entity.name: entity for entity in resolve(TEXT, mentions, ENGLISH)}


ENTITIES = _entities()


@dataclass
class Session:
    """One instance of the program at work on a library."""

    path: Path
    library: Library = field(init=False)
    notebook: Notebook = field(init=False)
    newest: str = ""
    """The id of the annotation that was made last."""

    def __post_init__(self) -> None:
        self.open()

    def do(self, act: Act) -> None:
        made = act.do(self)
        self.newest = made.id if isinstance(made, Annotation) else self.newest

    def open(self) -> None:
        self.library = Library.open(self.path)
        self.notebook = Notebook(self.library, self.library.remember(ONE), ONE)


@dataclass(frozen=True)
class Act:
    """Something that is acknowledged when `do` returns, and on the disk if it is `durable`."""

    name: str
    do: Callable[[Session], object]
    durable: bool = True


def _said(name: str, do: Callable[[Unit, int, int], object]) -> Act:
    """An act on the articles as a whole, in a unit of work of its own."""

    def act(session: Session) -> None:
        with session.library.writing(durable=True) as unit:
            one, two = (record.id for each in (ONE, TWO) if (record := unit.articles.find(each)))
            do(unit, one, two)

    return Act(name, act)


def _remarks(name: str) -> list[Any]:
    return [
        as_annotation(ImportedAnnotation(f"{name}{number}", text=f"{name}{number}", quote="Acme"), ONE)
        for number in range(3)
    ]


_PUTIN, _LEE, _PARIS, _ACME = ENTITIES.values()
_PARIS_START = _PARIS.mentions[0].start
_ADDED = [Entry(Verdict.MISSED, (f"Name {n}", f"N. {n}"), Category.PERSON, f"Name {n}") for n in range(20)]

FIRST = Path(__file__).parents[1] / "newsreader" / "store" / "fixtures" / "library-v1.db"
"""As the first program left it that kept one, with the same articles."""
NOTES = (
    Act("note", lambda s: s.notebook.note("A note\nof two lines #tag", start=3, end=9)),
    Act("note on the article", lambda s: s.notebook.note("x" * 9000)),
    Act("highlight", lambda s: s.notebook.highlight(19, 26, "green")),
    Act("recolour", lambda s: s.notebook.recolour(s.newest, "pink")),
    Act("edit", lambda s: s.notebook.edit(s.newest, "Why?")),
    Act("attach", lambda s: s.notebook.attach(s.newest, 30, 35)),
    Act("bookmark", lambda s: s.notebook.bookmark(5, 6)),
    Act("delete", lambda s: s.notebook.delete(s.newest)),
    Act("import", lambda s: s.notebook.take_in("a file", _remarks("import"))),
)
CORRECTIONS = (
    Act("rename", lambda s: s.notebook.corrections.rename(_PUTIN, "V. V. Putin", scope=Scope.EVERYWHERE)),
    Act("recategorise", lambda s: s.notebook.corrections.recategorise(_ACME, Category.PLACE)),
    Act("merge", lambda s: s.notebook.corrections.merge(_LEE, _PUTIN, scope=Scope.EVERYWHERE)),
    Act("split", lambda s: s.notebook.corrections.split(_PUTIN, _PUTIN.mentions[1])),
    Act("boundary", lambda s: s.notebook.corrections.bound(_PARIS, _PARIS.mentions[0], _PARIS_START - 3, 35)),
    Act("reject", lambda s: s.notebook.corrections.reject(_ACME, _ACME.mentions[0], scope=Scope.MENTION)),
    Act("missed", lambda s: s.notebook.corrections.add(53, 57, Category.PERSON, scope=Scope.EVERYWHERE)),
    Act("back", lambda s: s.notebook.corrections.back_to_machine(e.id for e in s.notebook.corrections.all[-2:])),
)
UNDOING = (
    Act("undo", lambda s: s.notebook.undo()),
    Act("undo again", lambda s: s.notebook.undo()),
    Act("redo", lambda s: s.notebook.redo()),
)
JOINING = (
    Act("join", lambda s: s.notebook.join(s.library.remember(ELSEWHERE).id, "One")),
    *UNDOING[:1],
    *UNDOING[2:],
)
OTHERS = (
    Act("gazetteer add", lambda s: gazetteer.add(s.library, _ADDED)),
    Act("gazetteer remove", lambda s: gazetteer.remove(s.library, ["Name 3", "N. 5", "Ann Lee"])),
    Act("draft", lambda s: s.library.save_draft("one", "half a though")),
    Act("longer draft", lambda s: s.library.save_draft("one", "half a thought " * 400)),
    Act("drop draft", lambda s: s.library.save_draft("one", None), durable=False),
    Act("mark", lambda s: s.library.set_mark(s.library.remember(ONE), "a", 7), durable=False),
    Act("place", lambda s: s.library.save_place(s.library.remember(ONE), ReadingPlace(9, 9)), durable=False),
    Act("reopen", lambda s: s.library.close() or s.open(), durable=False),
    Act("note after reopening", lambda s: s.notebook.note("again", start=40, end=44)),
)
STATES = (
    _said("star", lambda unit, one, two: unit.states.star([one, two], True)),
    _said("tag", lambda unit, one, two: unit.states.tag([one, two], "to read")),
    _said("mark as read", lambda unit, one, two: unit.states.mark([one, two], True)),
    _said("untag", lambda unit, one, _: unit.states.untag([one], "to read")),
    _said("take out", lambda unit, one, two: unit.states.take_out([two, one])),
    _said("bring back", lambda unit, one, _: unit.states.bring_back([one])),
    _said("put back", lambda unit, _, two: unit.states.restore({two: ArticleState(True, False, ("a", "b"))})),
    _said("save a search", lambda unit, *_: unit.searches.save("Quay", "quay -election")),
    _said("change a search", lambda unit, *_: unit.searches.save("Quay", "quay")),
    _said("another search", lambda unit, *_: unit.searches.save("Boats", "tag:boats")),
    _said("move a search", lambda unit, *_: unit.searches.move(unit.searches.all()[1].id, 0)),
    _said("remove a search", lambda unit, *_: unit.searches.remove(unit.searches.all()[1].id)),
)
COPIES = (
    Act("backup", lambda s: safety.backup(s.path)),
    Act("backup elsewhere", lambda s: safety.backup(s.path, s.path.with_name("copy.db"))),
    Act("restore", lambda s: safety.restore(s.path, s.path.with_name("start.db"))),
    Act("note after restore", lambda s: s.notebook.note("after", start=40, end=44)),
)
SCENARIOS: dict[str, tuple[Act, ...]] = {
    "acts": (*NOTES, *UNDOING, *CORRECTIONS, *UNDOING, *JOINING, *OTHERS),
    "states": STATES,
    "copies": (*NOTES[:3], *CORRECTIONS[:2], *COPIES),
    "update": NOTES[:2],
    "update from the third form": (*NOTES[:2], OTHERS[1]),
    "update from the first program": (*NOTES[:2], OTHERS[1]),
}
"""Acts in order. In the updates, the library is of an early form, and the first thing is to bring it to the newest."""


def start(path: Path, scenario: str) -> None:
    """Make the library that a scenario begins with, in the form it has."""
    if scenario == "update from the first program":
        shutil.copyfile(FIRST, path)
        safety.backup(path, path.with_name("start.db"))
        return
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, "it", MIGRATIONS[:1])
        _know(connection, TWO)
        for each in (ELSEWHERE, ONE):
            _write(connection, _know(connection, each), _note(each))
        if scenario == "update from the third form":
            migrate(connection, None, "it", MIGRATIONS[:3])
            _fill_gazetteer(connection)
        elif scenario != "update":
            migrate(connection, None, "it")
    safety.backup(path, path.with_name("start.db"))


def _note(on: Article) -> Created:
    now = this_moment()
    span = anchor(on.text, on.sha256, 0, 8)
    return Created(Annotation(new_id(), Kind.NOTE, span, None, "from before", None, now, now))


def _fill_gazetteer(connection: sqlite3.Connection) -> None:
    """Give it an entry of its own, in the journal of the article that was made up for it, and one of an article."""
    made = connection.execute("INSERT INTO article (kind, location) VALUES ('record', '')")
    connection.execute("INSERT INTO identity VALUES ('gazetteer:', ?)", (made.lastrowid,))
    (one,) = connection.execute("SELECT article_id FROM identity WHERE key = ?", (identify(ONE),)).fetchone()
    for article_id, entity in ((made.lastrowid, _PARIS), (one, _LEE)):
        now = this_moment()
        correction = Correction(new_id(), Verdict.NOT_AN_ENTITY, Scope.EVERYWHERE, Subject.of(entity), now)
        event = _write(connection, article_id, CorrectionMade(correction))
        connection.execute(
            "INSERT INTO gazetteer (correction, article_id, event_id) VALUES (?, ?, ?)",
            (correction.id, article_id, event),
        )


def _write(connection: sqlite3.Connection, article_id: int | None, change: Change) -> str:
    """Write an event into an article's journal as the first forms have it, and return its id."""
    entry = encode(new_event(change))
    connection.execute(
        "INSERT INTO event (id, article_id, kind, body, at, author, app) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (entry.id, article_id, entry.kind, entry.body, entry.at, entry.author, entry.app),
    )
    if isinstance(change, Created):
        connection.execute("UPDATE article SET annotation_count = 1 WHERE id = ?", (article_id,))
    return entry.id


def _know(connection: sqlite3.Connection, each: Article) -> int:
    """Write an article down as every form of the library has it, and return its number."""
    origin = each.origin
    made = connection.execute("INSERT INTO article (kind, location) VALUES (?, ?)", (origin.kind, origin.location))
    connection.execute("INSERT INTO identity VALUES (?, ?)", (identify(each), made.lastrowid))
    connection.execute("INSERT INTO text VALUES (?, ?)", (each.sha256, each.text))
    connection.execute(
        "INSERT INTO version (article_id, sha256, paragraphs, first_seen) VALUES (?, ?, '[]', '')",
        (made.lastrowid, each.sha256),
    )
    assert made.lastrowid is not None
    return made.lastrowid


def contents(path: Path) -> dict[str, Any]:
    """All that a library has, without ids and moments; raises AssertionError if it is not sound."""
    problems = safety.check(path)
    assert not problems, problems
    for copy in (path.parent / "backups").glob("*.db"):
        assert safety.check(copy) == [], copy
    with Library.open(path) as library:
        problems = check_journals(library)
        assert not problems, problems
        found: dict[str, Any] = {
            "gazetteer": [(e.verdict, e.forms, e.category, e.name) for e in gazetteer.entries(library)],
            "draft": library.draft("one"),
        }
        with library.reading() as unit:
            found["searches"] = [(each.name, each.query) for each in unit.searches.all()]
            found["tags"] = unit.states.tags()
        for each in (ONE, TWO):
            record = library.find(each)
            assert record is not None
            found[each.origin.location] = _of_article(library, record.id, each)
            with library.reading() as unit:
                found[f"{each.origin.location} state"] = unit.states.of([record.id])[record.id]
            found[f"{each.origin.location} marks"] = (library.marks(record), library.place(record))
    return found


def _of_article(library: Library, article_id: int, of: Article) -> dict[str, Any]:
    with library.reading() as unit:
        state = read(unit, Stream.of(article_id))
    record = library.find(of)
    assert record is not None
    notebook = Notebook(library, record, of)
    return {
        "annotations": [
            (each.kind, each.start, each.end, each.quote, each.colour, each.text, each.author)
            for each in (*notebook.annotations, *notebook.orphans)
        ],
        "corrections": [
            (each.verdict, each.scope, each.subject.name, each.start, each.end, each.category, each.name, each.here)
            for each in notebook.corrections.all
        ],
        "acts": (len(state.done), len(state.undone)),
    }

"""The journal as a door: whatever a damaged or foreign event says, the article opens with all the others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from fuzzing import assert_printable, fuzzed, mutated, texts, unsafe, values
from hypothesis import given
from hypothesis import strategies as st

from newsreader.annotations import gazetteer
from newsreader.annotations.corrections import Correction, Scope, Subject, Verdict
from newsreader.annotations.events import (
    Attached,
    CorrectionMade,
    Created,
    Dated,
    Deleted,
    Edited,
    Event,
    Imported,
    Joined,
    Recoloured,
    Redone,
    Removed,
    Undone,
    Withdrawn,
    this_moment,
)
from newsreader.annotations.journal_check import check_journals
from newsreader.annotations.journal_entries import decode, encode
from newsreader.annotations.model import Anchor, Annotation, Kind
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entity import Analysis, Category, Entity, Mention
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.records import JournalEntry, Stream
from tui.article.layers import Layers

if TYPE_CHECKING:
    from newsreader.annotations.events import Change

TEXT = "Vladimir Putin met Ann Lee in Paris. Putin said that Acme left."
ARTICLE = Article(TEXT, (Paragraph(0, len(TEXT)),), Metadata(title="Acme"), Origin(OriginKind.FILE, "/news/a.txt"))
NOW = this_moment()
SPAN = Anchor(0, 14, "Vladimir Putin", "", " met Ann Lee", ARTICLE.sha256)
NOTE = Annotation("note", Kind.NOTE, SPAN, "green", "Who says so? #tag [[Ann Lee]]", "person:ann-lee", NOW, NOW)
PUTIN = Subject("person:vladimir-putin", Category.PERSON, "Vladimir Putin", ("Putin",))
CORRECTION = Correction(
    "c", Verdict.SAME_AS, Scope.ARTICLE, PUTIN, NOW, "Putin", category=Category.PLACE, name="V", other=PUTIN,
    new_quote="Putin", anchor=SPAN,
)  # fmt: skip
CHANGES: tuple[Change, ...] = (
    Created(NOTE),
    Edited("note", "New"),
    Recoloured("note", "pink"),
    Attached("note", SPAN),
    Deleted("note"),
    Imported("a file", (NOTE,), (CORRECTION,)),
    Joined(7, "The other", 3, (NOTE,), (CORRECTION,), ("d",)),
    CorrectionMade(CORRECTION),
    Withdrawn(("c",)),
    Removed("first", "took Acme off"),
    Dated(None),
    Undone("first"),
    Redone("first"),
)
ENTRIES = [encode(Event(str(number), NOW, change)) for number, change in enumerate(CHANGES)]
MENTIONS = (Mention(0, 14, "PERSON", Category.PERSON), Mention(37, 42, "PERSON", Category.PERSON))
FOUND = Entity("person:vladimir-putin", Category.PERSON, "Vladimir Putin", ("Putin",), MENTIONS)
ANALYSIS = Analysis(ARTICLE.sha256, "m", (FOUND,), 1, 1)


def storable(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes, str]:
    """Kind, body and moment of an event that something has become of."""
    entry = draw(st.sampled_from(ENTRIES))
    body: Any = json.loads(entry.body)
    written = json.dumps(draw(mutated(body)), ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    cut = draw(st.just(len(written)) | st.integers(0, len(written)))
    kind = draw(st.just(entry.kind) | st.sampled_from([each.kind for each in ENTRIES]) | texts)
    at = draw(st.just(entry.at) | texts | st.sampled_from(["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"]))
    return kind, written[:cut], at


def write(library: Library, events: list[tuple[str, bytes, str]]) -> None:
    """Put a good event before the others and one behind them, as if another program had written them."""
    connection = library._store._connection  # type: ignore[attr-defined]
    good = [("created", storable(ENTRIES[0].body.replace('"note"', f'"{name}"', 1)), NOW.isoformat()) for name in "xy"]
    for number, (kind, body, at) in enumerate([good[0], *events, good[1]]):
        connection.execute(
            "INSERT INTO event (id, stream_id, kind, body, at, author, app) "
            "VALUES (?, 1, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), 'person', '1')",
            ("first" if number == 1 else f"event {number}", storable(kind), body, storable(at)),
        )


@fuzzed
@given(st.lists(damaged(), max_size=4))
def test_an_article_opens_with_all_that_can_be_read(events: list[tuple[str, bytes, str]]) -> None:
    with Library.in_memory() as library:
        record = library.remember(ARTICLE)
        with library.writing() as unit:
            unit.journal.append(
                Stream.of(record.id), JournalEntry("0", "dated", '{"published":null}', "", "person", "1")
            )
        write(library, events)
        notebook = Notebook(library, record, ARTICLE)
        for sentence in (*notebook.unread, *check_journals(library)):
            assert not unsafe([sentence])
        layers = Layers()
        layers.set_annotations(notebook.annotations)
        notebook.overlay.over(ANALYSIS, notebook.overlay.dated(ARTICLE))
        gazetteer.entries(library)
        try:
            while said := notebook.undo():
                assert said
            while notebook.redo():
                pass
            notebook.note("Still here", start=0, end=5)
        except LibraryError as error:
            assert_printable(error)
        assert Notebook(library, record, ARTICLE).annotations == notebook.annotations


STORED = st.binary(max_size=12).map(lambda stored: stored.decode("utf-8", "surrogateescape"))
"""As the store hands text out, whatever its bytes are."""


@fuzzed
@given(STORED, STORED | st.sampled_from([each.kind for each in ENTRIES]), STORED | values.map(json.dumps), STORED)
def test_any_entry_is_an_event(identity: str, kind: str, body: str, at: str) -> None:
    event = decode(JournalEntry(identity, kind, body, at, "person", "1"))
    event.id.encode("utf-8")
    assert event.at.tzinfo is not None


def test_a_library_with_an_event_of_each_kind_opens() -> None:
    with Library.in_memory() as library:
        record = library.remember(ARTICLE)
        with library.writing() as unit:
            for entry in ENTRIES:
                unit.journal.append(Stream.of(record.id), entry)
        assert Notebook(library, record, ARTICLE).unread == ()

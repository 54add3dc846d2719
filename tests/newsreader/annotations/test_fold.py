"""The state as the fold of the journal, against a plain stack of snapshots."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from hypothesis import assume, given
from hypothesis import strategies as st

from newsreader.annotations.corrections import Correction, Scope, Subject, Verdict
from newsreader.annotations.events import (
    Attached,
    Change,
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
    Unknown,
    Withdrawn,
)
from newsreader.annotations.fold import fold
from newsreader.annotations.journal_entries import decode, encode
from newsreader.annotations.model import COLOURS, Anchor, Annotation, Kind
from newsreader.entity import Category
from newsreader.store.records import JournalEntry

NAMES = st.sampled_from("abcd")
NUMBERS = st.integers(-(2**63), 2**63 - 1)
"""What the journal can hold: the numbers of articles are SQLite’s."""
MOMENT = datetime(2024, 6, 19, tzinfo=UTC)
MOMENTS = st.just(MOMENT) | st.datetimes(timezones=st.just(UTC))
AUTHORS = st.sampled_from(["person", "import", "M. Author"])
ANCHORS = st.builds(Anchor, NUMBERS, NUMBERS, st.text(), st.text(), st.text(), st.text())
ANNOTATIONS = st.builds(
    Annotation,
    NAMES,
    st.sampled_from(Kind),
    st.none() | ANCHORS,
    st.sampled_from([None, *COLOURS]),
    st.text(),
    st.none() | st.text(),
    MOMENTS,
    MOMENTS,
    AUTHORS,
)
SUBJECTS = st.builds(
    Subject,
    st.none() | st.text(),
    st.none() | st.sampled_from(Category),
    st.text(),
    st.lists(st.text(), max_size=3).map(tuple),
)
MADE = st.builds(
    Correction,
    NAMES,
    st.sampled_from(Verdict),
    st.sampled_from(Scope),
    SUBJECTS,
    MOMENTS,
    st.text(),
    category=st.none() | st.sampled_from(Category),
    name=st.none() | st.text(),
    other=st.none() | SUBJECTS,
    lead=NUMBERS,
    new_quote=st.text(),
    author=AUTHORS,
    anchor=st.none() | ANCHORS,
)
ACTS: st.SearchStrategy[Change] = st.one_of(
    st.builds(Created, ANNOTATIONS),
    st.builds(
        Imported,
        st.text(),
        st.lists(ANNOTATIONS, max_size=3).map(tuple),
        st.lists(MADE, max_size=3).map(tuple),
    ),
    st.builds(
        Joined,
        NUMBERS,
        st.text(),
        NUMBERS,
        st.lists(ANNOTATIONS, max_size=3).map(tuple),
        st.lists(MADE, max_size=3).map(tuple),
        st.lists(NAMES, max_size=3).map(tuple),
        st.none() | st.dates(),
    ),
    st.builds(CorrectionMade, MADE),
    st.builds(Attached, NAMES, ANCHORS),
    st.builds(Removed, st.text(), st.text()),
    st.builds(Dated, st.none() | st.dates()),
    st.builds(Withdrawn, st.lists(NAMES, max_size=3).map(tuple)),
    st.builds(Edited, NAMES, st.text()),
    st.builds(Recoloured, NAMES, st.sampled_from(COLOURS)),
    st.builds(Deleted, NAMES),
    st.builds(Unknown, st.just("merged")),
)
STEPS = st.lists(st.one_of(ACTS, st.sampled_from(["undo", "redo"])), max_size=40)


@dataclass
class Writer:
    """Writes events as the notebook does: undo and redo name what the state says is next."""

    events: list[Event] = field(default_factory=list)

    def write(self, change: Change) -> None:
        self.events.append(event(change, f"event-{len(self.events)}"))

    def step(self, step: Change | str) -> bool:
        """Whether anything was written."""
        state = fold(self.events)
        if step == "undo":
            change: Change | None = Undone(state.done[-1].id) if state.done else None
        elif step == "redo":
            change = Redone(state.undone[-1].id) if state.undone else None
        else:
            assert not isinstance(step, str)
            change = step
        if change is not None:
            self.write(change)
        return change is not None


def event(change: Change, name: str = "event") -> Event:
    return Event(name, MOMENT, change)


def created(name: str, text: str = "", moment: datetime = MOMENT) -> Created:
    return Created(Annotation(name, Kind.NOTE, None, None, text, None, moment, moment))


def written(steps: list[Change | str]) -> Writer:
    writer = Writer()
    for step in steps:
        writer.step(step)
    return writer


@given(STEPS)
def test_undo_and_redo_walk_a_stack_of_snapshots(steps: list[Change | str]) -> None:
    writer, past, future = Writer(), [fold([]).annotations], []
    for step in steps:
        done = writer.step(step)
        state = fold(writer.events).annotations
        if step == "undo":
            assert done == (len(past) > 1)
            if done:
                future.append(past.pop())
        elif step == "redo":
            assert done == bool(future)
            if done:
                past.append(future.pop())
        else:
            past.append(state)
            future.clear()
        assert state == past[-1]


@given(STEPS, ACTS)
def test_undo_of_an_act_is_as_if_it_had_not_been(steps: list[Change | str], act: Change) -> None:
    writer = written(steps)
    before = fold(writer.events)
    writer.step(act)
    after = fold(writer.events)
    writer.step("undo")
    assert fold(writer.events).annotations == before.annotations
    assert fold(writer.events).corrections == before.corrections
    assert fold(writer.events).declined == before.declined
    assert fold(writer.events).done == before.done
    writer.step("redo")
    assert fold(writer.events) == after


@given(STEPS)
def test_undoing_everything_leaves_nothing_and_redoing_brings_it_all_back(steps: list[Change | str]) -> None:
    writer = written(steps)
    before = fold(writer.events)
    while writer.step("undo"):
        pass
    assert fold(writer.events).annotations == {}
    for _ in before.done:
        writer.step("redo")
    assert fold(writer.events).annotations == before.annotations


@given(st.lists(st.one_of(ACTS, st.builds(Undone, NAMES), st.builds(Redone, NAMES)), max_size=20), st.data())
def test_any_sequence_of_events_has_a_state(changes: list[Change], data: st.DataObject) -> None:
    """Undo and redo may name any event, in any order, as they might when journals are brought together."""
    names = data.draw(st.permutations([chr(ord("a") + index) for index in range(len(changes))]))
    state = fold([event(change, name) for change, name in zip(changes, names, strict=True)])
    assert {act.id for act in state.done}.isdisjoint(act.id for act in state.undone)


def test_undoing_an_earlier_act_keeps_what_came_after_it() -> None:
    writer = written([created("a", "one"), created("b", "two")])
    writer.write(Undone("event-0"))
    assert set(fold(writer.events).annotations) == {"b"}
    writer.step("redo")
    assert list(fold(writer.events).annotations) == ["a", "b"]


def test_a_new_act_ends_what_could_be_redone() -> None:
    writer = written([created("a"), "undo", created("b"), "redo"])
    assert set(fold(writer.events).annotations) == {"b"}


def test_the_moment_of_the_last_change_is_kept() -> None:
    made, edited = datetime(2024, 6, 19, tzinfo=UTC), datetime(2024, 6, 20, tzinfo=UTC)
    state = fold([Event("1", made, created("a", moment=made)), Event("2", edited, Edited("a", "new"))])
    assert (state.annotations["a"].created, state.annotations["a"].modified) == (made, edited)


@given(st.one_of(ACTS, st.builds(Undone, st.text()), st.builds(Redone, st.text())))
def test_an_event_comes_back_from_the_journal_as_it_was(change: Change) -> None:
    assume(not isinstance(change, Unknown))
    assert decode(encode(event(change))) == event(change)


def test_events_of_earlier_versions_are_read() -> None:
    """The bodies as they were written when a removal named the article, and moments were left to the event."""
    subject = '{"entity":null,"category":"person","name":"Ann","forms":["Ann"]}'
    bodies = {
        "created": '{"annotation":"a","kind":"note","anchor":null,"colour":null,"text":"x","written":null}',
        "corrected": f'{{"correction":"c","verdict":"is-named","scope":"everywhere","subject":{subject},"name":"A B"}}',
        "removed": '{"article":3,"act":"e","what":"named Ann"}',
        "dated": '{"published":"2024-06-19"}',
    }
    at = MOMENT.isoformat(timespec="milliseconds")
    events = [decode(JournalEntry(kind, kind, body, at, "person", "0.1.0")) for kind, body in bodies.items()]
    state = fold(events)
    assert (state.annotations["a"].created, state.annotations["a"].author) == (MOMENT, "person")
    assert (state.corrections["c"].name, state.corrections["c"].created) == ("A B", MOMENT)
    assert state.everywhere == {"c": "corrected"}
    assert state.published == date(2024, 6, 19)
    assert events[2].change == Removed("e", "named Ann")


def test_an_event_of_a_newer_version_or_a_broken_one_is_passed_over() -> None:
    good = encode(event(created("a", "kept"), "1"))
    entries = [
        good,
        JournalEntry("2", "merged", '{"into": "b"}', good.at, "person", "9.0"),
        JournalEntry("3", "created", '{"annotation": "c", "kind": "drawing"}', good.at, "person", "9.0"),
        JournalEntry("4", "edited", "{", good.at, "person", "0.1.0"),
        JournalEntry("5", "edited", '{"annotation": "a", "text": "new", "why": "later"}', good.at, "person", "9.0"),
    ]
    state = fold([decode(entry) for entry in entries])
    assert {name: kept.text for name, kept in state.annotations.items()} == {"a": "new"}
    assert [type(act.change) for act in state.done] == [Created, Unknown, Unknown, Unknown, Edited]

"""Drafts of notes in the library: the newest is kept, a slow disk stops nobody, and what is dropped stays away."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from newsreader.sources import from_text
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from tui.reader.drafts import DraftOf, keep_the_rest
from tui.reader.opened import remember

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "1 article"


@pytest.fixture
def library() -> Iterator[Library]:
    """An empty library."""
    with Library.in_memory() as opened:
        yield opened


def settled() -> None:
    for thread in threading.enumerate():
        if thread.name == "draft":
            thread.join()


def test_a_draft_is_kept_by_and_by(library: Library) -> None:
    draft = DraftOf(library, KEY)
    draft.write_soon("Ask")
    settled()
    assert library.draft(KEY) == draft.read() == "Ask"


def test_a_slow_disk_stops_nobody_and_the_newest_words_win(library: Library) -> None:
    draft = DraftOf(library, KEY)
    with library.reading():
        for text in ("Ask", "Ask the", "Ask the mayor"):
            draft.write_soon(text)
        assert library.draft(KEY) is None
    settled()
    assert library.draft(KEY) == "Ask the mayor"


@pytest.mark.parametrize("end", [DraftOf.drop, lambda draft: draft.write("Ask the mayor")])
def test_nothing_older_comes_after_the_end(end: object, library: Library) -> None:
    assert callable(end)
    draft = DraftOf(library, KEY)
    for _ in range(20):
        draft.write_soon("Ask")
    end(draft)
    settled()
    assert library.draft(KEY) in (None, "Ask the mayor")


def test_what_cannot_be_written_is_remembered(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(key: str, text: str) -> None:
        raise LibraryError("The disk is full.")

    draft = DraftOf(library, KEY)
    with monkeypatch.context() as disk:
        disk.setattr(library, "save_draft", full)
        draft.write_soon("Ask")
        settled()
    assert library.draft(KEY) is None
    assert DraftOf(library, KEY).read() == "Ask"
    draft.drop()
    assert draft.read() is None


def test_on_leaving_it_is_tried_again_and_what_cannot_be_kept_is_handed_out(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(key: str, text: str) -> None:
        raise LibraryError("The disk is full.")

    with monkeypatch.context() as disk:
        disk.setattr(library, "save_draft", full)
        DraftOf(library, KEY).write("Ask")
    assert keep_the_rest(library) == []
    assert library.draft(KEY) == "Ask"
    with monkeypatch.context() as disk:
        disk.setattr(library, "save_draft", full)
        DraftOf(library, KEY).write("Ask again")
        assert keep_the_rest(library) == ["Ask again"]
    assert keep_the_rest(library) == []


def test_opening_the_article_again_tells_of_what_was_not_saved(library: Library) -> None:
    article, other = from_text("The ferry is late.\n"), from_text("The quay is closed.\n")
    assert remember(library, article).troubles == ()
    number = library.remember(article).id
    DraftOf(library, f"{number} 0-18").write("Ask the\x1b[31m mayor")
    DraftOf(library, f"{number}1 0-18").write("Of another article")
    (told,) = remember(library, article).troubles
    assert "not saved" in told
    assert "mayor" in told
    assert "\x1b" not in told
    assert remember(library, other).troubles == ()

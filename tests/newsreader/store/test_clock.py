"""A clock that jumps changes what is written of moments, and nothing else: no order, no undoing, no identity."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.journal_check import check_journals
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store import clock
from newsreader.store.library import Library
from newsreader.store.sqlite import copies, safety

if TYPE_CHECKING:
    from pathlib import Path

JUMPS = {
    "back": ("2026-11-29", "2026-11-28", "2026-01-01"),
    "far forward": ("2026-11-29", "9999-12-31", "2026-11-29"),
    "1970": ("1970-01-01", "1970-01-01", "2026-11-29"),
    "to and fro": ("9999-12-31", "0001-01-01", "2038-01-19"),
}


@pytest.fixture(params=JUMPS)
def jumping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each look at the clock show another day."""
    days = cycle(datetime.fromisoformat(day).replace(tzinfo=UTC) for day in JUMPS[request.param])

    class Jumping(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return next(days)

    for module in (clock, copies):
        monkeypatch.setattr(module, "datetime", Jumping)


def article(name: str) -> Article:
    text = f"The ferry {name} sank off the coast."
    return Article(text, (Paragraph(0, len(text)),), Metadata(title=name), Origin(OriginKind.FILE, f"/news/{name}.txt"))


@pytest.mark.usefixtures("jumping")
def test_order_undoing_and_identity_are_those_of_the_journal(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library, Library.open(tmp_path / "library.db") as other:
        one = article("One")
        record = library.remember(one)
        notebook, second = Notebook(library, record, one), Notebook(other, record, one)
        notes = [each.note(str(number)) for number, each in enumerate((notebook, second, notebook, second))]
        for number, note in enumerate(notes):
            second.edit(note.id, f"{number}!")
        notebook.refresh()
        second.refresh()
        assert notebook.annotations == second.annotations
        assert {each.text for each in notebook.annotations} == {"0!", "1!", "2!", "3!"}
        undone = [notebook.undo() for _ in range(8)]
        assert [said[-3:] for said in undone if said] == ["“3”", "“2”", "“1”", "“0”"] * 2
        assert notebook.undo() is None
        redone = [notebook.redo() for _ in range(8)]
        assert None not in redone
        second.refresh()
        assert {each.text for each in second.annotations} == {"0!", "1!", "2!", "3!"}
        assert library.remember(one) == record
        assert check_journals(library) == []
    assert safety.check(tmp_path / "library.db") == []


@pytest.mark.usefixtures("jumping")
def test_the_article_opened_last_is_the_first_of_the_list(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        for name in ("A", "B", "C", "A", "D"):
            library.remember(article(name))
        assert [each.title for each in library.recent()] == ["D", "A", "C", "B"]


@pytest.mark.usefixtures("jumping")
def test_no_copy_replaces_another_and_the_one_just_made_stays(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    Library.open(file).close()
    asked_for = [safety.backup(file) for _ in range(3)]
    for number in range(copies.KEPT + 2):
        made = copies.back_up_before(file, "restore")
        os.utime(made, (number % 3 * 10**9,) * 2)
        assert made.exists()
    assert all(safety.check(each) == [] for each in asked_for)

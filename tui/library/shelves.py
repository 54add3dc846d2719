"""The articles of the start screen: which there are, and taking them off and putting them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.given_dates import with_given_dates
from tui.base.captions import excerpt
from tui.library.shelf import recent_entries, sample_entries, shelves, waiting_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from tui.library.shelf import Shelf, ShelfEntry

SETTING = "samples taken off"
"""The names of the sample articles that are not wanted, a line each."""


class Shelves:
    """What was read lately, what was added and waits, and the sample articles that were never opened."""

    def __init__(self, library: Library | None) -> None:
        """Begin with nothing; without a library nothing was ever read, and what is taken off comes back."""
        self._library = library
        self.recent: Sequence[ShelfEntry] = ()
        """What was read lately, the latest first."""
        self.waiting: Sequence[ShelfEntry] = ()
        """What was added and never opened, the latest first."""
        self.samples: Sequence[ShelfEntry] = ()
        """The sample articles of which the text was never opened, from wherever, and that were not taken off."""
        self.read = False
        """Whether the sample articles have been read."""
        self._all_samples: Sequence[ShelfEntry] = ()
        self._unwanted: set[str] = set()
        """The keys of the samples that were taken off."""
        self._taken_off: list[ShelfEntry] = []
        """What was taken off, the last one at the end."""

    def read_samples(self) -> None:
        """Read the sample articles for their titles; a thread may do it."""
        self._all_samples = sample_entries()
        self.read = True

    def look(self) -> None:
        """Look what the library has now. Raises `LibraryError`."""
        self.samples = [each for each in self._all_samples if each.key not in self._unwanted]
        if (library := self._library) is None:
            return
        self.recent = recent_entries(with_given_dates(library, library.recent(50)))
        self.waiting = waiting_entries(with_given_dates(library, library.waiting(50)))
        self._unwanted |= set(filter(None, (library.setting(SETTING) or "").split("\n")))
        left = [each for each in self._all_samples if each.key not in self._unwanted]
        with library.reading() as unit:
            self.samples = [each for each in left if unit.articles.text(each.sha256) is None]

    @property
    def any_taken_off(self) -> bool:
        """Whether there is anything to put back."""
        return bool(self._taken_off)

    def arranged(self, wanted: Condition | None) -> list[Shelf]:
        """The shelves with what is wanted."""
        return shelves(self.recent, self.waiting, self.samples, wanted)

    def take_off(self, entry: ShelfEntry) -> str:
        """Take an article off, and say what came of it. Raises `LibraryError`."""
        if entry.article_id is None:
            self._want_samples(self._unwanted | {entry.key})
        elif self._library is not None:
            with self._library.writing() as unit:
                unit.reading.take_off(entry.article_id)
        self._taken_off.append(entry)
        self.look()
        kept = " Its notes and your place in it are kept." if entry.notes or entry.progress else ""
        return f"Took “{excerpt(entry.title)}” off the list; <library.undo> puts it back.{kept}"

    def put_back(self) -> str:
        """Put back what was taken off last, and say what came of it. Raises `LibraryError`."""
        if not self._taken_off:
            return "Nothing was taken off the list."
        entry = self._taken_off[-1]
        if entry.article_id is None:
            self._want_samples(self._unwanted - {entry.key})
        elif self._library is not None:
            with self._library.writing() as unit:
                unit.reading.put_back(entry.article_id)
        self._taken_off.pop()
        self.look()
        return f"“{excerpt(entry.title)}” is on the list again."

    def _want_samples(self, unwanted: set[str]) -> None:
        if self._library is not None:
            self._library.keep_setting(SETTING, "\n".join(sorted(unwanted)))
        self._unwanted = unwanted

"""A document as the passes of a language see it: a text, the names and times in it, and what of the text they take.

Frozen: a pass returns a new document and leaves the one it got as it was.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from newsreader.entity import LABELS, Category, Mention
from newsreader.languages.names import display, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from newsreader.languages.record import Stretch

_AROUND = 48
"""Code points of context that rules look at on either side of a name."""

_FREE = -1


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a person, place or organisation, with the forms that rules look at."""

    start: int
    end: int
    label: str
    form: str
    """The name as a reader would write it."""
    key: str
    """What equal names have in common."""
    confidence: float = 1.0
    evidence: Mapping[Category | None, float] = field(default_factory=dict)
    """How much speaks for each category at this very place; None is for what is none of them."""

    @classmethod
    def of(cls, text: str, mention: Mention) -> Name:
        """Return what was recognised in `text` as a name, as it stands there."""
        form = display(text[mention.start : mention.end])
        return cls(mention.start, mention.end, mention.label, form, key(form), mention.confidence)

    @property
    def category(self) -> Category:
        """The category that goes with the label."""
        return LABELS[self.label]

    @property
    def words(self) -> list[str]:
        """The words of the key."""
        return self.key.split()

    def mention(self) -> Mention:
        """Return the finished mention."""
        return Mention(self.start, self.end, self.label, self.category, round(self.confidence, 2))


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a text so far. `names` and `times` are in order of position."""

    text: str
    spans: tuple[Stretch, ...]
    """The paragraphs that were analysed and are in the language; nothing is added outside of them."""
    names: tuple[Name, ...]
    times: tuple[Mention, ...] = ()
    published: date | None = None
    """The day of publication."""

    @classmethod
    def of(
        cls, text: str, spans: Iterable[Stretch], mentions: Iterable[Mention], published: date | None = None
    ) -> Document:
        """Return a document as it comes from the recogniser, whose dates are left out."""
        found = sorted((m for m in mentions if m.category is not Category.DATE), key=lambda m: (m.start, -m.end))
        return cls(text, tuple(spans), tuple(Name.of(text, mention) for mention in found), (), published)

    def with_names(self, names: Iterable[Name]) -> Document:
        """Return the document with other names, which come in order here if they do not yet."""
        return replace(self, names=tuple(sorted(names, key=attrgetter("start"))))

    def taken(self) -> Taken:
        """Return what of the text is taken, to add names to."""
        return Taken(len(self.text), self.names, self.times)

    def before(self, name: Name) -> str:
        """Return the text right before a name, on its line, as far as rules look."""
        return self.text[max(0, name.start - _AROUND) : name.start].rpartition("\n\n")[2]

    def after(self, name: Name) -> str:
        """Return the text right behind a name, on its line, as far as rules look."""
        return self.text[name.end : name.end + _AROUND].partition("\n\n")[0]


class Taken:
    """The one mask of a text: which of its code points names and times take, and the names among them."""

    def __init__(self, length: int, names: Iterable[Name], times: Iterable[Mention]) -> None:
        self._names = {name.start: name for name in names}
        # By offset, the start of what covers it: an array, as a long text has a million such offsets.
        self._covered = array("i", [_FREE]) * length
        for start, end in [(name.start, name.end) for name in self._names.values()] + [(t.start, t.end) for t in times]:
            self._cover(start, end)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing reaches into `start:end`."""
        return not self.inside(start, end)

    def inside(self, start: int, end: int) -> set[int]:
        """Return the starts of what lies in or reaches into `start:end`."""
        return {*self._covered[start:end]} - {_FREE}

    def name_at(self, start: int) -> Name | None:
        """Return the name that starts at an offset."""
        return self._names.get(start)

    def put(self, name: Name) -> None:
        """Add a name in the stead of those that it covers."""
        for start in self.inside(name.start, name.end):
            self._names.pop(start, None)
        self._names[name.start] = name
        self._cover(name.start, name.end)

    def names(self) -> list[Name]:
        """Return the names in order."""
        return [self._names[start] for start in sorted(self._names)]

    def _cover(self, start: int, end: int) -> None:
        self._covered[start:end] = array("i", [start]) * (end - start)

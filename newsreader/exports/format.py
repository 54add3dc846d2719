"""What a format of export is: a record of what it is called, what it has no place for, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.sources.extras import installing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsreader.annotations.gazetteer import Entry
    from newsreader.article import Article
    from newsreader.dossier.comparing import Comparison
    from newsreader.dossier.model import Dossier
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.annotations.imported import ImportedAnnotation
    from newsreader.exports.annotations.imported_names import ImportedName
    from newsreader.exports.entities.record import Results
    from newsreader.exports.timeline.chronology import Chronology


class FormatError(ValueError):
    """A format cannot hold what it should, or a file is not of it; the message is one sentence, safe to print."""

    def __init__(self, sentence: str) -> None:
        super().__init__(printable(sentence))


class Lack(StrEnum):
    """What a format may have no place for, in the words of the documentation."""

    MENTIONS = "names and dates"
    ANNOTATIONS = "annotations"
    UNPLACED = "annotations without a place in the text"
    SUBJECT = "which entity a note is about"
    MOMENTS = "when and by whom a note was written"
    NAMES = "what a name is called"
    CALENDAR = "dates without a place on a calendar"


@dataclass(frozen=True, slots=True)
class Written:
    """A file's content, and a sentence for each thing that it leaves out."""

    data: bytes
    left_out: tuple[str, ...] = ()
    annotations: int = 0
    """How many are in it."""
    text: str | None = None
    """For brat, the text that belongs beside it, in a file whose name ends with `.txt`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """What all formats have."""

    name: str
    """What it is asked for by, and the name of its module."""
    about: str
    """What it is, in a few words."""
    suffix: str
    """The end of a file's name, with its dot."""
    lacks: tuple[Lack, ...] = ()
    needs: str = ""
    """The package that must be installed for it, as pip calls it, if any."""
    module: str = ""
    """What that package brings, by which it is seen whether it is there."""

    @property
    def missing(self) -> str:
        """The package that it needs and that is not installed, if any."""
        return self.needs if self.module and find_spec(self.module) is None else ""

    @property
    def remedy(self) -> str:
        """The command that installs what is missing where this program runs, from a clone or not; else empty."""
        return installing(self.missing) if self.missing else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationFormat(ExportFormat):
    """Articles with what was written on them, and with names and dates unless those are lacking."""

    write: Callable[[Sequence[AnnotatedArticle]], Written]
    """Raises `FormatError` if it cannot hold the articles."""
    read: Callable[[str, Article], tuple[list[ImportedAnnotation], list[ImportedName]]] | None = None
    """The annotations and the names in a file, of several articles those of one; raises `FormatError`."""
    left_out: Callable[[str], str] = lambda _: ""
    """A sentence about what a file has besides, which is not taken over; empty if that is nothing."""

    @property
    def mentions(self) -> bool:
        """Whether it has a place for names and dates."""
        return Lack.MENTIONS not in self.lacks


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityFormat(ExportFormat):
    """What was found in articles, written piece by piece as it is found."""

    write: Callable[[Results], Iterator[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFormat(ExportFormat):
    """The dates of articles."""

    write: Callable[[Chronology], Written]


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerFormat(ExportFormat):
    """What the person said of names for every article."""

    write: Callable[[Iterable[Entry]], str]
    read: Callable[[str, str], Iterator[Entry]]
    """The entries in a text, which sentences call by its second argument; raises `FormatError`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonFormat(ExportFormat):
    """Several things beside each other."""

    write: Callable[[Comparison], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFormat(ExportFormat):
    """One thing over all articles."""

    write: Callable[[Dossier], str]

"""What the rooms above know of a language: one record that holds, or knows how to get, everything there is about it.

No language's own rules are here. The members are functions that import what they return, so that whoever asks for the
press habits of a language does not pay for its grammar of dates. Records of functions are told apart by identity alone:
what compares and prints them would cost the first screen a millisecond.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from spacy.tokens import Doc

    from newsreader.entity import Category, Entity, Mention, TimeValue
    from newsreader.languages.document import Document
    from newsreader.languages.groups import Group
    from newsreader.languages.sentences import Sentences

Stretch = tuple[int, int]
"""Start and end in code points, end exclusive."""

Refinement: TypeAlias = "Callable[[Doc], Doc]"
"""Corrects the names that a pipeline found in one paragraph."""

Pass: TypeAlias = "Callable[[Document], Document]"
"""Looks at the names of a whole document and returns it with better ones."""

AliasRule: TypeAlias = "Callable[[str, Sequence[Group]], list[Group]]"
"""Brings groups of mentions together, given the text of the article."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `end` is how many code points it takes at the start of the paragraph."""

    written: str | None
    """The place as the dateline writes it."""
    agency: str | None
    day: str | None
    """The day as written: `June 19`, `5 March 2024`; a year is rare."""
    end: int


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day that a line of its own states; `updated` if it is that of a later change."""

    date: date
    updated: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """A weekday and a day that agree in one year only; `text` is how the article writes them."""

    date: date
    text: str


@dataclass(frozen=True, eq=False, repr=False)
class Press:
    """How the press of a language signs, dates and furnishes its articles. All functions look at one line or text."""

    agencies: Mapping[str, str]
    """The names of news agencies by their names in lower case."""
    is_furniture: Callable[[str], bool]
    is_picture_label: Callable[[str], bool]
    """Whether a line says no more than that a picture, film or sound stands there, or is where its caption opens."""
    is_byline: Callable[[str], bool]
    is_credit: Callable[[str], bool]
    byline: Callable[[str], str | None]
    """The names that a line gives as the writers."""
    writer: Callable[[str], str]
    """The names in what a page gives as its author, without the words around them."""
    is_desk: Callable[[str], bool]
    """Whether what a page gives as its author is no name but a part of the house, or a login that many have."""
    credited: Callable[[str], str | None]
    """The names in the credit at the end of an agency's story."""
    names_source: Callable[[str], bool]
    """Whether a line says after a label where the article is from."""
    source: Callable[[str], str | None]
    """What a line gives as the paper or site that the article is from."""
    dateline: Callable[[str], Dateline | None]
    """The dateline that a paragraph begins with."""
    place_as_written: Callable[[str, str], str]
    """The place of a dateline as a reader of the text would write it."""
    is_release_label: Callable[[str], bool]
    """Whether a line says that what follows is a press release."""
    opens_contacts: Callable[[str], bool]
    """Whether below a line of a release stands whom to ask."""
    opens_boilerplate: Callable[[str], bool]
    """Whether below a line of a release stands what its firm says in all of them."""
    hyphen_between: Callable[[str, str], str]
    """What belongs between the parts of a word on two lines: nothing, a hyphen, or a blank if it is not one."""
    day: Callable[[str], date | None]
    """The one day that is written out, by people or by machines, which write days in English or in figures."""
    day_in_address: Callable[[str], date | None]
    """The day in the path of an address."""
    stated_day: Callable[[str], StatedDay | None]
    """The day that a line states about the article."""
    agreement: Callable[[str], Agreement | None]
    """The day in a text whose weekday gives its year away."""


@dataclass(frozen=True, eq=False, repr=False)
class Names:
    """How names are written and compared."""

    display: Callable[[str], str]
    """A name of the text as a reader would write it."""
    key: Callable[[str], str]
    """What two spellings of one name have in common."""
    preferred: Callable[[Group], str]
    """The name the reader is shown for a group."""

    def slug(self, text: str) -> str:
        """Return a short stable identifier for a name: lower-case words joined by hyphens."""
        return "-".join(self.key(text).replace("&", " and ").split()) or "x"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: code points in the article's text, end exclusive, and what it means."""

    start: int
    end: int
    value: TimeValue

    def mention(self) -> Mention:
        """Return the expression as a mention."""
        from newsreader.entity import Category, Mention

        return Mention(self.start, self.end, self.value.type, Category.DATE, self.value.confidence, self.value)


@dataclass(frozen=True, eq=False, repr=False)
class Times:
    """How time expressions are found, and read again when the day of publication turns out to be another one."""

    find: Callable[[str, Iterable[Stretch], date | None], list[TimeMention]]
    """The expressions in the paragraphs of a text, in order; the last is the day of publication."""
    read_again: Callable[[str, Iterable[tuple[int, int, Sequence[int]]], date | None], list[TimeMention]]
    """Those that start at the given offsets of each paragraph."""


@dataclass(frozen=True, eq=False, repr=False)
class Aliases:
    """Which names are names of one real thing."""

    key: Callable[[str, int, Category, str], str]
    """What a name has in common with those that are surely of the same thing: given are the text, where the name
    starts in it, its category, and the name as a reader would write it."""
    rules: tuple[AliasRule, ...] = ()
    """What brings together names that differ, in order."""


@dataclass(frozen=True, eq=False, repr=False)
class Across:
    """Which names of different articles are names of one real thing."""

    setting: Callable[[str], str]
    """The country that a text is about, empty if none is or it is not clear."""
    key: Callable[[Category, str, str], str]
    """What a name has in common with the same name elsewhere: given are its category, the name, and the setting."""
    mark: Callable[[str, Entity, str], Mapping[str, str]]
    """What the text says of an entity, given the setting, by which bearers of one name are told apart: `as` a sphere of
    life, `from` a country, of what `sex`, `in` which place, as a path from the country down, `*` for an unknown one."""
    same: Callable[[Category, str], Iterable[str]]
    """What the keys of one thing have in common that is written in two ways."""
    short: Callable[[Category, str], Iterable[str]]
    """The keys under which what has a key may stand alone elsewhere."""
    is_vague: Callable[[Category, str], bool]
    """Whether a key alone says so little that two articles need not mean the same by it."""
    country: Callable[[str], str]
    """The country that a name, or a code of ISO 3166, is of, as `setting` and marks have it; empty if it is of none."""


@dataclass(frozen=True, eq=False, repr=False)
class Language:
    """A language of articles, as far as the rooms above have to know it."""

    code: str
    """ISO 639-1, lower case; empty for any language that has no record of its own."""
    press: Callable[[], Press]
    sentences: Callable[[], Sentences]
    names: Callable[[], Names]
    times: Callable[[], Times]
    printed: Callable[[], Callable[[str], str]]
    """Reads a text in capitals as it would be printed, as long as it is; any other is returned as it is."""
    refinement: Callable[[], Refinement | None]
    passes: Callable[[], tuple[Pass, ...]]
    aliases: Callable[[], Aliases]
    across: Callable[[], Across]

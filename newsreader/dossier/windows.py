"""A dossier piece by piece, for whoever looks at one: what the index says of a thing at once, and then its parts.

Each piece costs what its articles cost, however many there are besides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.dossier.confirming import Confirmations
from newsreader.dossier.gather import scripts_of, weeks_of
from newsreader.dossier.gathering import written_on
from newsreader.dossier.watching import watched
from newsreader.index.numbering import article_of, day_of, days_of
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.annotations.events import NameKnown
    from newsreader.dossier.model import Known, Subject
    from newsreader.index.appearing import Reason, Thing
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library

MOST_FORMS = 50
"""Other names that are told at most."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the index says of a thing at once."""

    thing: Thing
    names: tuple[NameKnown, ...]
    """Its names as the person can say something of them, that of most articles first."""
    forms: tuple[str, ...]
    """Its other names, what most articles call it first."""
    scripts: tuple[str, ...]
    reasons: tuple[Reason, ...]
    """Why they are taken for names of one thing."""
    namesakes: tuple[tuple[Thing, str], ...]
    """Others of the same name, each with what articles tell them apart by."""
    documents: Sequence[int]
    """Its articles as the index numbers them, the newest first."""
    weeks: tuple[tuple[str, int], ...]
    """In how many of them it stands by week, from the first to the last, each by its Monday."""
    watched: bool
    known: tuple[Known, ...] = ()
    """What is known from elsewhere, which the index does not say: `knowing.known`."""
    confirmed: Confirmations | None = None
    """What the person confirmed, if all of this is of that alone."""
    by_name: bool = False
    """Whether it is only called like what was pointed at, in an article that was not read for names yet."""

    @property
    def first(self) -> str:
        """The day of the oldest article, ISO 8601; empty without any."""
        return day_of(self.documents[-1]) if self.documents else ""

    @property
    def last(self) -> str:
        """The day of the newest article."""
        return day_of(self.documents[0]) if self.documents else ""


class GoneError(Exception):
    """No article has the name any more; the message is a sentence for the reader."""


def names_of(index: Index, subject: Subject) -> list[NameKnown]:
    """The names that the thing has by now, of which there is one at least. Raises `GoneError`, `IndexFileError`."""
    names = index.things.names(existing(index, subject).id)
    if not names:
        raise _gone(subject)
    return names


def existing(index: Index, subject: Subject) -> Thing:
    """The thing that is meant. Raises `GoneError`, `IndexFileError`."""
    thing = find(index, subject)
    if thing is None:
        raise _gone(subject)
    return thing


def _gone(subject: Subject) -> GoneError:
    return GoneError(f"No article has {printable(subject.name)} any more.")


def find(index: Index, subject: Subject) -> Thing | None:
    """The thing that is meant; None if no article has it. May raise `IndexFileError`."""
    things = index.things
    if subject.article is not None:
        for thing, here in things.in_article(subject.article):
            if (thing.category, here.name) == (subject.category, subject.name):
                return thing
    if subject.bearer is not None and (named := things.named(subject.bearer)) is not None:
        return named
    known = things.of(subject.number) if subject.number is not None else None
    if known is not None and _may_be(index, known, subject):
        return known
    return next((each for each in things.called(subject.name, 20) if each.category is subject.category), None)


def _may_be(index: Index, thing: Thing, subject: Subject) -> bool:
    """Whether something is called so: its number is that of another thing once the index was made anew."""
    called = {thing.name, *(each.shown for each in index.things.names(thing.id))}
    return thing.category is subject.category and subject.name in called


def overview(
    library: Library,
    index: Index,
    subject: Subject,
    condition: Condition | None = None,
    *,
    only_confirmed: bool = False,
) -> Overview | None:
    """What there is to say of it in the articles that a condition finds, or of what was confirmed; None as `find`.

    May raise `IndexFileError` and `LibraryError`.
    """
    thing = find(index, subject)
    if thing is None:
        return None
    documents = index.standings.documents(thing.id, condition)
    confirmed = Confirmations(library, index) if only_confirmed else None
    if confirmed is not None:
        documents = confirmed.documents(thing, documents)
    names = tuple(index.things.names(thing.id))
    forms = tuple(each for each in index.standings.forms(thing.id, MOST_FORMS) if each != thing.name)
    return Overview(
        thing,
        names,
        forms,
        scripts_of([thing.name, *forms]),
        tuple(each for each in index.things.reasons(thing.id) if each.sure or not only_confirmed),
        tuple((each, index.things.why_apart(thing.id, each.id)) for each in index.things.apart(thing.id)),
        documents,
        tuple(weeks_of(days_of(documents))),
        watched=not set(names).isdisjoint(watched(library)),
        confirmed=confirmed,
        by_name=subject.article is not None and not index.things.in_article(subject.article),
    )


def noted(library: Library, documents: Sequence[int]) -> list[int]:
    """Those of the documents on whose article the person wrote something. May raise `LibraryError`."""
    written = written_on(library)
    return [each for each in documents if article_of(each) in written]

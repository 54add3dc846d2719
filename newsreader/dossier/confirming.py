"""What the person confirmed: that in an article it is this thing indeed, by saying so or by working on it there.

An article is confirmed for a thing if the person confirmed it there, gave its name there to it, corrected it there, or
wrote on it or on one of its sentences. That names were merged or renamed confirms no article.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Verdict
from newsreader.annotations.events import Identified, Word
from newsreader.annotations.fold import read
from newsreader.dossier.gathering import is_about, touches, written_on
from newsreader.dossier.texts import Text
from newsreader.identities.bearers import SAID
from newsreader.index.numbering import article_of
from newsreader.languages.names import key
from newsreader.store.records import LIBRARY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.annotations.corrections.model import Correction
    from newsreader.annotations.notebook import Notebook
    from newsreader.index.appearing import Appearance, Thing
    from newsreader.index.index import Index
    from newsreader.store.library import Library

_SAYS_NOTHING = (Verdict.NOT_AN_ENTITY, Verdict.NOT_SAME_AS, Verdict.IS_DATED)
"""Corrections that do not say who or what somebody is."""


class Confirmations:
    """What was confirmed when this was made. Everything may raise `IndexFileError` and `LibraryError`."""

    def __init__(self, library: Library, index: Index) -> None:
        self._library = library
        self._index = index
        self._said: dict[tuple[str, str], set[int]] = defaultdict(set)
        """The articles in which a name was confirmed, by its category and key."""
        self._given: dict[str, set[int]] = {}
        """Those in which a name was given to another one, by the mark that it has there since."""
        with library.reading() as unit:
            for event in read(unit, LIBRARY).done:
                change = event.change
                if not isinstance(change, Identified) or not event.is_own:
                    continue
                if change.word is Word.CONFIRMED:
                    for name in change.names:
                        self._said[name.category.value, name.key].update(change.articles)
                elif change.word is Word.ANOTHER:
                    self._given[f"{SAID}{event.id}"] = {*change.articles}
        self._written = written_on(library)
        self._articles: dict[int, set[int]] = {}
        self._notebooks: dict[int, tuple[Text, Notebook] | None] = {}

    def has(self, thing: Thing, here: Appearance) -> bool:
        """Whether it is confirmed that a thing is what appears there."""
        if here.article in self._said_of(thing):
            return True
        return here.article in self._written and self._is_written_on(here)

    def documents(self, thing: Thing, documents: Sequence[int]) -> list[int]:
        """Those of the documents whose article is confirmed for the thing, in their order."""
        said = self._said_of(thing)
        asked = [each for each in documents if article_of(each) in said or article_of(each) in self._written]
        found = {each.article for each in self._index.standings.appearances(thing.id, asked) if self.has(thing, each)}
        return [each for each in asked if article_of(each) in found]

    def _said_of(self, thing: Thing) -> set[int]:
        """The articles of which the person said so."""
        if thing.id not in self._articles:
            found: set[int] = set()
            for name in self._index.things.names(thing.id):
                found |= self._said.get((name.category.value, name.key), set()) | self._given.get(name.mark, set())
            self._articles[thing.id] = found
        return self._articles[thing.id]

    def _is_written_on(self, here: Appearance) -> bool:
        opened = self._opened(here.article)
        if opened is None:
            return False
        text, notebook = opened
        names = {key(form) for form in (here.name, *here.forms)}
        if any(not names.isdisjoint(map(key, _names(each))) for each in notebook.corrections.own):
            return True
        sentences = [text.sentence(*place[:2]) for place in here.places if place[1] <= len(text.article.text)]
        return any(
            is_about(each, names) or any(touches(each, *span) for span in sentences) for each in notebook.annotations
        )

    def _opened(self, number: int) -> tuple[Text, Notebook] | None:
        if number not in self._notebooks:
            from newsreader.annotations.notebook import Notebook

            record = self._library.latest(number)
            text = Text(record, self._library.stored(record)) if record else None
            opened = (text, Notebook(self._library, text.record, text.article)) if text else None
            self._notebooks[number] = opened
        return self._notebooks[number]


def _names(correction: Correction) -> Iterator[str]:
    """The names of what a correction says who or what it is."""
    if correction.verdict not in _SAYS_NOTHING:
        subjects = (correction.subject, correction.other)
        yield from (form for each in subjects if each for form in (each.name, *each.forms))
        yield from filter(None, (correction.name, correction.quote, correction.new_quote))

"""What the person wrote on an article, and said of it, as it is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.model import CORRECTION, Kind
from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.annotations.notebook import Notebook
    from newsreader.store.records import ArticleState

KINDS = (*Kind, CORRECTION)
"""What `has:` knows."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is on an article."""

    kinds: frozenset[str] = frozenset()
    """Those of `KINDS` that are."""
    notes: tuple[str, ...] = ()
    """The words of each note."""
    tags: frozenset[str] = frozenset()
    """The tags in the notes."""


NOTHING = Noted()


def noted_in(notebook: Notebook) -> Noted:
    """What is in a notebook, wherever in the text it belongs."""
    from newsreader.query.annotations import of_annotation

    found = [of_annotation(each, each.quote).values for each in (*notebook.annotations, *notebook.orphans)]
    kinds = {kind for each in found for kind in each["kind"] if kind in KINDS}
    kinds |= {CORRECTION for _ in notebook.corrections.own[:1]}
    notes = (" ".join(words(text)) for each in found for text in each["note"])
    return Noted(frozenset(kinds), tuple(filter(None, notes)), frozenset(tag for each in found for tag in each["tag"]))


def labels(state: ArticleState, noted: Noted, feeds: Iterable[str] = ()) -> Iterator[tuple[str, str, str]]:
    """The fields of the query language of which few articles have a value, with the values as words and as shown."""
    tags = {" ".join(words(tag)): tag for tag in (*noted.tags, *state.tags)}
    yield from (("tag", tag, shown) for tag, shown in tags.items() if tag)
    from_feeds = {" ".join(words(name)): name for name in feeds}
    yield from (("feed", name, shown) for name, shown in from_feeds.items() if name)
    yield from (("has", kind, kind) for kind in noted.kinds)
    if state.starred:
        yield "is", "starred", "starred"
    if state.starred or state.tags or noted.kinds:
        yield "is", "saved", "saved"

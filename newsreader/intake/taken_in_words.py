"""Says what was taken in of another program and what was not, a sentence for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.intake.elsewhere.items import SavedArticle, Search, Subscription

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.intake.taking import Taken


def sentences(taken: Taken) -> Iterator[str]:
    """What was taken and what was not, a line for each kind."""
    kinds: Sequence[tuple[type[SavedArticle | Search | Subscription], str, str]] = (
        (Subscription, "feed", "feeds"),
        (Search, "saved search", "saved searches"),
        (SavedArticle, "article", "articles"),
    )
    for kind, one, several in kinds:
        if taken.new[kind] or taken.known[kind]:
            yield _new(taken.new[kind], one, several) + _before(taken.known[kind])
    if taken.annotations:
        yield _new(taken.annotations, "highlight or note", "highlights and notes") + "."
    if count := taken.unplaced:
        what = "has no place in a text yet: it waits among the notes of its article"
        more = "have no place in a text yet: they wait among the notes of their articles"
        yield f"{count} {what if count == 1 else more} until the text is here."
    yield from _without_text(taken)
    for (one, several), count in taken.left_out.items():
        yield f"Left out: {count} {one if count == 1 else several}."
    if not (taken.new or taken.known or taken.left_out):
        yield "There is nothing in it to take."


def _without_text(taken: Taken) -> Iterator[str]:
    addressed = sum(map(bool, taken.awaited))
    if addressed == 1:
        yield "1 article has no text yet: --fetch fetches it, “newsreader add” takes it in."
    elif addressed:
        yield f"{addressed} articles have no text yet: --fetch fetches them, “newsreader add” takes in any of them."
    if titled := len(taken.awaited) - addressed:
        yield f"{titled} {'is' if titled == 1 else 'are'} known by the title alone, and kept with it."


def _new(count: int, one: str, several: str) -> str:
    return f"1 {one} is new" if count == 1 else f"{count} {several} are new"


def _before(count: int) -> str:
    return f", {count} {'was' if count == 1 else 'were'} here before." if count else "."

"""What stands at the head of a dossier, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.annotations.events import TimelineEntry
    from newsreader.dossier.model import Dated, Dossier, Known, OwnEntry


OWN = "✎"
"""Stands before what the person wrote into a timeline."""
CONFIRMED = "what you confirmed"


def headed(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The lines of the head, each a label and a value, both as they were given; those that say nothing are left out."""
    articles, mentions = len(dossier.sources), len(dossier.mentions)
    lines = (
        ("What", dossier.category.value),
        ("Articles", f"{articles:,}, with {counted(mentions, 'mention')}"),
        ("Asked for", dossier.query),
        ("Only", CONFIRMED if dossier.confirmed else ""),
        ("Seen", f"{dossier.first} to {dossier.last}" if articles else ""),
        ("Other names", ", ".join(dossier.forms)),
        ("Scripts", ", ".join(dossier.scripts) if len(dossier.scripts) > 1 else ""),
        ("Taken for one", " ".join(dossier.reasons)),
        ("Others of the name", ", ".join(dossier.namesakes)),
        *((f"Known from {each.source}", known_in_words(each)) for each in dossier.known),
    )
    return ((label, value) for label, value in lines if value)


def known_in_words(known: Known) -> str:
    """What a file says of the thing, in one line; a mark and the reason if it may be of another one."""
    thing = known.thing
    parts = (
        thing.name,
        ", ".join(thing.countries),
        f"born {thing.birth}" if thing.birth else "",
        thing.note,
        thing.address,
        f"also {', '.join(thing.aliases)}" if thing.aliases else "",
    )
    said = f"{'; '.join(filter(None, parts))} ({thing.id})"
    return f"? {said} {known.doubt}" if known.doubt else said


def days(dated: Dated | OwnEntry | TimelineEntry) -> str:
    """The day or days of a date or an entry, with a mark if it is a guess."""
    span = dated.first if dated.first == dated.last else f"{dated.first} to {dated.last}"
    return f"{span} ?" if dated.doubt else span


def guessed(dated: Dated | OwnEntry) -> str:
    """Why the days are a guess, with a mark; empty if they are not."""
    return f"? {dated.doubt}" if dated.doubt else ""


def from_you(entry: OwnEntry) -> str:
    """Whose word an entry is, and since when."""
    return f"{entry.person or 'you'}, {entry.created:%Y-%m-%d}"

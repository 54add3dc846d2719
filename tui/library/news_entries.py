"""What is new as entries of a list, under headings of its kinds. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.dossier.model import Subject
from newsreader.index.lately import Counted, Grown
from tui.base.cell_text import one_line
from tui.dossier.entries import Entry, Heading, Place
from tui.panels.entity_rows import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.dossier.news_words import Item, Section

_PLAIN = ("panel--row",)


def entries_of(sections: Iterable[Section]) -> Iterator[Entry]:
    """An entry for each thing that is new."""
    for section in sections:
        shown = len(section.items)
        count = f"{section.total:,}" if shown == section.total else f"{shown:,} of {section.total:,}"
        above = Heading(section.heading, count)
        for item in section.items:
            yield _entry(section.heading, item, above)


def _entry(kind: str, item: Item, above: Heading) -> Entry:
    about, name = item.about, one_line(item.name)
    if isinstance(about, Counted):
        thing = about.thing
        subject = Subject(thing.category, thing.name, thing.id)
        title = Heading(f"{SIGNS[thing.category]} {name}", item.much, _PLAIN)
        return Entry((kind, thing.id), "", above=above, title=title, subject=subject)
    title = Heading(name, item.much, _PLAIN)
    if isinstance(about, Grown):
        place = Place(about.article, "", 0)
        return Entry((kind, about.article), "", above=above, title=title, place=place)
    return Entry((kind, about.id), "", above=above, title=title, query=about.query)

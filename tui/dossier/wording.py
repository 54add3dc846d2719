"""What is found for a dossier as entries to read. Nothing here needs Textual."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.dossier.gathering import Part
from newsreader.dossier.model import OwnEntry, Subject, in_time
from newsreader.entity import MARK
from newsreader.exports.dossier.wording import from_you, known_in_words
from tui.base.cell_text import one_line
from tui.dossier.entries import Entry, Heading, Place
from tui.panels.entity_rows import SIGNS
from tui.panels.listed import in_words
from tui.panels.note_text import NOTE, first_line

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from newsreader.dossier.comparing import Meeting
    from newsreader.dossier.gathering import Gathering
    from newsreader.dossier.model import Companion, Dated, OwnNote, Sentence, Source
    from newsreader.dossier.windows import Overview
    from newsreader.index.appearing import Thing

MOST_COMPANY = 300
"""So many companions are listed at most, those of most paragraphs."""


def entries(part: Part, found: Gathering, known: int = 0) -> list[Entry]:
    """What was gathered of a part; of mentions those behind as many as are known."""
    match part:
        case Part.MENTIONS:
            return [mention(each) for each in found.mentions[known:]]
        case Part.TIMELINE:
            return [_on_timeline(each) for each in in_time((*found.entries, *found.dated))]
        case Part.COMPANY:
            return [companion(each) for each in found.company()[:MOST_COMPANY]]
        case Part.NOTES:
            return [note(each) for each in sorted(found.notes, key=lambda each: each.created, reverse=True)]


def names(overview: Overview) -> Iterator[Entry]:
    """Its names, why they are taken for one, others of the name, and what is known from elsewhere."""
    for form in (overview.thing.name, *overview.forms):
        yield Entry(("form", form), one_line(form), above=Heading("called"))
    for reason in overview.reasons:
        words = f"{one_line(reason.text)}{'' if reason.sure else ' (likely)'}"
        yield Entry(("reason", words), words, above=Heading("why they are taken for one"))
    for other, why in overview.namesakes:
        yield _other(other, why)
    for known in overview.known:
        above = Heading(f"known from {one_line(known.source)}")
        yield Entry(("known", known.source, known.thing.id), one_line(known_in_words(known)), above=above)


def mention(sentence: Sentence) -> Entry:
    """A mention in its sentence, under its article."""
    return _quoted(sentence, ("mention", sentence.source.id, sentence.start), above=_article(sentence.source))


def _on_timeline(each: Dated | OwnEntry) -> Entry:
    return own(each) if isinstance(each, OwnEntry) else dated(each)


def dated(each: Dated, above: Heading | None = None) -> Entry:
    """Days in a sentence, and behind it why they are a guess."""
    title = Heading(_days(each), _where(each.sentence.source), ("panel--heading", "panel--date"))
    key = "date", each.sentence.source.id, each.sentence.start, each.first
    entry = _quoted(each.sentence, key, above=above, title=title)
    return replace(entry, text=f"{entry.text}{_guess(each)}")


def own(each: OwnEntry) -> Entry:
    """An entry of one’s own in the timeline."""
    title = Heading(f"{NOTE} {_days(each)}", one_line(from_you(each)), ("panel--heading", "panel--date"))
    return Entry(key_of_own(each.id), f"{one_line(each.text)}{_guess(each)}", title=title, own=each)


def key_of_own(number: str) -> Hashable:
    """What names the entry with that id in lists."""
    return "own", number


def _days(each: Dated | OwnEntry) -> str:
    return f"{in_words(each.first, each.last)}{MARK if each.doubt else ''}"


def _guess(each: Dated | OwnEntry) -> str:
    return f" ({MARK} {one_line(each.doubt)})" if each.doubt else ""


def companion(each: Companion) -> Entry:
    """Who shares paragraphs with it, with a sentence as proof."""
    title = Heading(
        f"{SIGNS[each.category]} {one_line(each.name)}",
        f"{counted(each.paragraphs, 'paragraph')} in {counted(each.articles, 'article')}",
        ("panel--heading", f"panel--{each.category.value}"),
    )
    subject = Subject(each.category, each.name, each.id)
    return _quoted(each.proof, ("thing", each.id), title=title, subject=subject)


def meeting(each: Meeting) -> Iterator[Entry]:
    """How several things stand in one article: sentences with them, and the dates of the paragraphs with all."""
    shared = f"{counted(each.paragraphs, 'paragraph')} with all" if each.paragraphs else "never in one paragraph"
    above = Heading(one_line(each.source.title), f"{shared} · {_where(each.source)}")
    for sentence in each.sentences:
        yield _quoted(sentence, ("meeting", sentence.source.id, sentence.start), above=above)
    for one in each.dates:
        yield dated(one, above)


def alone(source: Source) -> Entry:
    """An article in which one thing stands without others."""
    title = Heading(one_line(source.title), _where(source))
    return Entry(("alone", source.id), "", title=title, place=Place(source.id, source.day, 0))


def note(each: OwnNote) -> Entry:
    """What one wrote, or the passage that one marked."""
    text = first_line(each.text) if each.text.strip() else f"“{one_line(each.quote)}”"
    place = Place(each.source.id, each.source.day, 0, each.id)
    return Entry(("note", each.source.id, each.id), f"{NOTE} {text}", above=_article(each.source), place=place)


def _other(thing: Thing, why: str) -> Entry:
    title = Heading(
        f"{SIGNS[thing.category]} {one_line(thing.name)}",
        counted(thing.articles, "article"),
        ("panel--heading", f"panel--{thing.category.value}"),
    )
    subject = Subject(thing.category, thing.name, thing.id)
    words = f"told apart by what articles say: {one_line(why)}" if why else ""
    return Entry(("thing", thing.id), words, above=Heading("others of the name"), title=title, subject=subject)


def _quoted(
    sentence: Sentence,
    key: tuple[object, ...],
    *,
    above: Heading | None = None,
    title: Heading | None = None,
    subject: Subject | None = None,
) -> Entry:
    """A sentence with its place standing out."""
    place = Place(sentence.source.id, sentence.source.day, sentence.start)
    at, end = sentence.at, sentence.at + len(sentence.words)
    return Entry(key, one_line(sentence.text), at, end, above, title, place, subject)


def _article(source: Source) -> Heading:
    return Heading(one_line(source.title), _where(source))


def _where(source: Source) -> str:
    return " · ".join(filter(None, (one_line(source.paper), source.day)))

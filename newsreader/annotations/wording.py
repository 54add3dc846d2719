"""Says in words what an act was, for lists and for the line that tells what was undone."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Correction, Scope, Verdict
from newsreader.annotations.events import (
    Act,
    Attached,
    Change,
    CorrectionMade,
    Created,
    Dated,
    Deleted,
    Edited,
    Entered,
    EntryRemoved,
    Identified,
    Imported,
    Joined,
    OnAnnotation,
    OnTimeline,
    Recoloured,
    Redone,
    Removed,
    Undone,
    Unknown,
    Withdrawn,
    Word,
)
from newsreader.annotations.model import Kind
from newsreader.annotations.tagging import bare
from newsreader.counting import counted
from newsreader.languages.english.time_words import readable
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.annotations.events import Event
    from newsreader.annotations.fold import State
    from newsreader.annotations.model import Annotation
    from newsreader.article import Article

_EXCERPT = 40
"""How many code points of a quote or note name an annotation."""
ALL = "all articles"
"""What a sentence calls what the gazetteer is about."""
_ID = 8
"""How many letters of the id of an act name it."""
_REACH = {Scope.MENTION: " (this mention)", Scope.ARTICLE: "", Scope.EVERYWHERE: " everywhere"}


def act_in_words(change: Change, before: State, after: State) -> str:
    """The act behind `change`, as in `deleted note “Check this”`; the states are those before and after `change`."""
    if isinstance(change, Undone | Redone):
        acts = {event.id: event.change for event in (*before.done, *before.undone)}
        change = acts[change.act]
    if isinstance(change, OnAnnotation):
        return _on_annotation(change, before, after)
    return _otherwise(change, before, after) if isinstance(change, Act) else _UNKNOWN


_UNKNOWN = "change that this version of newsreader does not know"


def _otherwise(change: Act, before: State, after: State) -> str:
    match change:
        case CorrectionMade(correction):
            return correction_in_words(correction)
        case Withdrawn():
            return _put_back(change, before, after)
        case Removed(what=what):
            return f"removed everywhere: {what}"
        case Dated(published):
            return f"dated the article {published}" if published else "put back the article’s own date"
        case Imported(source=source):
            return f"imported {_imported(change)} from {source}"
        case Joined(title=title, annotations=annotations):
            return f"took in “{_shortened(title)}” with {counted(len(annotations), 'annotation')}"
        case Identified():
            return _identified(change)
        case Entered() | EntryRemoved():
            return _on_timeline(change, before)
    return _UNKNOWN


def _identified(change: Identified) -> str:
    names = [*dict.fromkeys(f"“{_shortened(printable(each.shown))}”" for each in change.names)]
    match change.word:
        case Word.ONE if len(names) == 1:
            return f"said that all who are called {names[0]} there are one"
        case Word.ONE:
            return f"said that {' and '.join(names)} are one"
        case Word.ANOTHER:
            return f"said that {' or '.join(names)} is another one in {counted(len(change.articles), 'article')}"
        case Word.NAMED:
            return f"named {names[0]} “{_shortened(printable(change.name))}” in all articles"
        case Word.NO_NAME:
            return f"said that {' or '.join(names)} is no name"
        case Word.CONFIRMED:
            return f"confirmed {' and '.join(names)} in {counted(len(change.articles), 'article')}"


def _on_timeline(change: OnTimeline, before: State) -> str:
    number = change.entry if isinstance(change, EntryRemoved) else change.entry.id
    earlier = (event.change for event in takewhile(lambda event: event.change is not change, before.done))
    known = [each.entry for each in earlier if isinstance(each, Entered) and each.entry.id == number]
    entry = known[-1] if isinstance(change, EntryRemoved) and known else change.entry
    if isinstance(entry, str):
        return "removed an entry of a timeline"
    verb = "removed" if isinstance(change, EntryRemoved) else "changed" if known else "wrote"
    days = entry.first if entry.first == entry.last else f"{entry.first} to {entry.last}"
    return f"{verb} the entry of {days} “{_shortened(printable(entry.text))}”"


def unread_in_words(events: Sequence[Event], where: str) -> str:
    """A sentence on acts that cannot be read: which they are, and what of it; empty if there are none."""
    if not events:
        return ""
    acts = "; ".join(map(named, events))
    one = len(events) == 1
    return (
        f"{counted(len(events), 'act')} on {where} cannot be read and {'is' if one else 'are'} not shown ({acts}): "
        f"{'it is' if one else 'they are'} kept, and “newsreader annotations check” shows {'it' if one else 'them'}."
    )


def titled(article: Article) -> str:
    """What a sentence calls an article."""
    return f"“{printable(article.called)}”"


def named(event: Event) -> str:
    """Which act it is: its kind, its moment, and the beginning of its id."""
    kind = event.change.kind if isinstance(event.change, Unknown) else type(event.change).__name__.lower()
    return f"{printable(kind)}, {event.at:%Y-%m-%d %H:%M} UTC, {printable(event.id[:_ID])}"


def _on_annotation(change: OnAnnotation, before: State, after: State) -> str:
    name = change.annotation.id if isinstance(change, Created) else change.annotation
    annotation = after.annotations.get(name) or before.annotations.get(name)
    thing = annotation.kind.value if annotation else "annotation"
    if isinstance(change, Edited) and _only_tags_differ(name, before, after):
        words = ["changed the tags of", *([thing] if annotation else [])]
    else:
        words = [*_verb(change, thing)]
    return " ".join(part for part in (*words, _excerpt(annotation)) if part)


def _verb(change: OnAnnotation, thing: str) -> tuple[str, ...]:
    match change:
        case Created(annotation):
            made = {Kind.HIGHLIGHT: "highlighted", Kind.BOOKMARK: "set bookmark", Kind.NOTE: "wrote note"}
            return (made[annotation.kind],)
        case Edited():
            return ("edited", "note" if thing == Kind.NOTE else f"note of {thing}")
        case Recoloured(colour=colour):
            return ("coloured", thing, colour)
        case Attached():
            return ("attached", thing)
        case Deleted():
            return ("deleted", thing)


def correction_in_words(correction: Correction) -> str:
    """What a correction does, as in `merged Putin into Vladimir Putin`."""
    return f"{_corrected(correction)}{_REACH[correction.scope]}"


def _corrected(correction: Correction) -> str:
    name, category = correction.subject.name, correction.category
    match correction.verdict:
        case Verdict.NOT_AN_ENTITY:
            return f"took {name} off the entities"
        case Verdict.IS_A:
            return f"made {name} {'an' if category == 'organisation' else 'a'} {category}"
        case Verdict.IS_NAMED:
            return f"named {name} {correction.name}"
        case Verdict.IS_DATED:
            return f"dated {name} {readable(correction.time) if correction.time else ''}"
        case Verdict.SAME_AS:
            return f"merged {name} into {correction.other.name if correction.other else ''}"
        case Verdict.NOT_SAME_AS:
            return f"split {correction.quote} from {name}"
        case Verdict.BOUNDARY:
            return f"changed “{correction.quote}” to “{correction.new_quote}”"
        case Verdict.MISSED:
            return f"added {name} as {category}"


def _put_back(change: Withdrawn, before: State, after: State) -> str:
    known = {**before.corrections, **after.corrections}
    corrections = [correction_in_words(known[each]) for each in change.corrections if each in known]
    return f"put back: {'; '.join(corrections)}" if corrections else "put back what the gazetteer said"


def _imported(change: Imported) -> str:
    names = counted(len(change.corrections), "name") if change.corrections else ""
    annotations = counted(len(change.annotations), "annotation") if change.annotations or not names else ""
    return " and ".join(filter(None, (annotations, names)))


def _only_tags_differ(annotation: str, before: State, after: State) -> bool:
    one, other = before.annotations.get(annotation), after.annotations.get(annotation)
    return one is not None and other is not None and one != other and bare(one.text) == bare(other.text)


def _excerpt(annotation: Annotation | None) -> str:
    words = " ".join((bare(annotation.text) or annotation.quote).split()) if annotation else ""
    return f"“{_shortened(words)}”" if words else ""


def _shortened(words: str) -> str:
    return words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1].rstrip()}…"

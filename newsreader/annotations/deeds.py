"""Says in words what an act was, for the line that tells what was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.corrections.sentences import corrected, put_back
from newsreader.annotations.events import (
    Attached,
    Change,
    Corrects,
    Created,
    Dated,
    Deleted,
    Edited,
    Imported,
    Joined,
    Recoloured,
    Redone,
    Removed,
    Undone,
    Withdrawn,
)
from newsreader.annotations.model import Kind
from newsreader.annotations.tagging import bare

if TYPE_CHECKING:
    from newsreader.annotations.fold import Kept, State

_EXCERPT = 40
"""How many code points of a quote or note name an annotation."""


def deed(change: Change, before: State, after: State) -> str:
    """The act behind `change`, as in `deleted note “Check this”`; the states are those before and after `change`."""
    if isinstance(change, Undone | Redone):
        acts = {event.id: event.change for event in (*before.done, *before.undone)}
        return deed(acts[change.act], before, after)
    if isinstance(change, Created | Edited | Recoloured | Attached | Deleted):
        kept = after.annotations.get(change.annotation) or before.annotations.get(change.annotation)
        if isinstance(change, Edited) and _only_tags_differ(change.annotation, before, after):
            return " ".join(part for part in ("changed the tags of", kept and kept.kind.value, _excerpt(kept)) if part)
        return " ".join(part for part in (*_verb(change, kept), _excerpt(kept)) if part)
    if isinstance(change, Corrects):
        return corrected(change)
    if isinstance(change, Withdrawn):
        return put_back(change, before, after)
    if isinstance(change, Removed):
        return f"removed everywhere: {change.what}"
    if isinstance(change, Dated):
        return f"dated the article {change.published}" if change.published else "put back the article’s own date"
    if isinstance(change, Imported):
        return f"imported {_imported(change)} from {change.source}"
    if isinstance(change, Joined):
        return f"took in “{_shortened(change.title)}” with {_counted(len(change.annotations), 'annotation')}"
    return "change that this version of newsreader does not know"


def _imported(change: Imported) -> str:
    names = _counted(len(change.corrections), "name") if change.corrections else ""
    annotations = _counted(len(change.annotations), "annotation") if change.annotations or not names else ""
    return " and ".join(filter(None, (annotations, names)))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _verb(change: Created | Edited | Recoloured | Attached | Deleted, kept: Kept | None) -> tuple[str, ...]:
    thing = kept.kind.value if kept else "annotation"
    match change:
        case Created(kind=Kind.HIGHLIGHT):
            return ("highlighted",)
        case Created(kind=Kind.BOOKMARK):
            return ("set bookmark",)
        case Created():
            return ("wrote note",)
        case Edited():
            return ("edited", "note" if thing == Kind.NOTE else f"note of {thing}")
        case Recoloured(colour=colour):
            return ("coloured", thing, colour)
        case Attached():
            return ("attached", thing)
        case Deleted():
            return ("deleted", thing)


def _only_tags_differ(annotation: str, before: State, after: State) -> bool:
    one, other = before.annotations.get(annotation), after.annotations.get(annotation)
    return one is not None and other is not None and one != other and bare(one.text) == bare(other.text)


def _excerpt(kept: Kept | None) -> str:
    if kept is None:
        return ""
    words = " ".join((bare(kept.text) or (kept.anchor.quote if kept.anchor else "")).split())
    return f"“{_shortened(words)}”" if words else ""


def _shortened(words: str) -> str:
    return words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1].rstrip()}…"

"""The filter of the notes panel: words, and fields such as `tag:treaty colour:yellow kind:note entity:putin`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.model import Kind
from newsreader.annotations.tagging import bare
from tui.base.cell_text import fold

if TYPE_CHECKING:
    from newsreader.annotations.model import Annotation

FIELDS = ("tag", "colour", "kind", "entity")
"""What stands before a colon; what follows may be the beginning of the value."""
_ALSO = {"color": "colour"}
"""Other spellings of a field."""
HELP = " ".join(f"{field}:" for field in FIELDS)
"""The fields, to be shown before anything is typed."""
ORPHANED = "orphaned"
"""What `kind:` calls an annotation whose text is gone."""


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """What is wanted, folded; all of it must hold, and the words stand together as they were typed."""

    words: str = ""
    fields: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, typed: str) -> NoteFilter:
        """Read what was typed; a field that there is not is a word like any other, `#treaty` is `tag:treaty`.

        A field with nothing behind it yet leaves nothing out.
        """
        words, fields = [], []
        for word in typed.split():
            name, colon, value = ("tag", ":", word[1:]) if word.startswith("#") else word.partition(":")
            field = _ALSO.get(name.casefold(), name.casefold())
            if colon and field in FIELDS:
                fields += [(field, fold(value))] if value else []
            else:
                words.append(word)
        return cls(fold(" ".join(words)), tuple(fields))

    def matches(self, annotation: Annotation, subject: str) -> bool:
        """Whether it is wanted; `subject` is what the panel says that it is on."""
        text = fold(f"{subject} {annotation.text} {annotation.colour or ''}")
        return self.words in text and all(_holds(annotation, subject, *field) for field in self.fields)


def _holds(annotation: Annotation, subject: str, name: str, value: str) -> bool:
    match name:
        case "tag":
            return _any_begins(annotation.tags, value)
        case "colour":
            return fold(annotation.colour or "").startswith(value)
        case "kind":
            return _any_begins(_kinds(annotation), value)
        case _:
            on = (subject,) if annotation.entity else ()
            return any(value in fold(each) for each in (*annotation.links, *on))


def _kinds(annotation: Annotation) -> tuple[str, ...]:
    """What it is: a highlight with something written on it is a note, too, and so is a bookmark."""
    note = (Kind.NOTE,) if bare(annotation.text) else ()
    return (annotation.kind, *note, *((ORPHANED,) if not annotation.placed else ()))


def _any_begins(values: tuple[str, ...], beginning: str) -> bool:
    return any(fold(each).startswith(beginning) for each in values)

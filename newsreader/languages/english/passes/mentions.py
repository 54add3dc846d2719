"""Names in a document: the mentions with the forms that rules look at worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.entity import LABELS, Category, Mention
from newsreader.languages.english import names
from newsreader.languages.english.shapes import is_capitals
from newsreader.languages.english.words.agencies import AGENCIES, MEDIA
from newsreader.languages.english.words.countries import DEMONYMS, PLACES
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.organisations import WELL_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

THING = None
"""What a vote for no person, place or organisation is for: a ship, a product, a work."""

Votes = dict[Category | None, float]
"""How much speaks for each category."""

_AROUND = 48
"""Code points of context that rules look at on either side of a name."""


@dataclass(slots=True)
class Named:
    """A mention of a person, place or organisation while the document pass works on it."""

    start: int
    end: int
    label: str
    form: str
    """The name as a reader would write it."""
    key: str
    """What equal names have in common."""
    confidence: float = 1.0
    evidence: Votes = field(default_factory=dict)
    """What speaks for each category at this very place."""

    @property
    def category(self) -> Category:
        """The category that goes with the label."""
        return LABELS[self.label]

    @property
    def words(self) -> list[str]:
        """The words of the key."""
        return self.key.split()

    def mention(self) -> Mention:
        """Return the finished mention."""
        return Mention(self.start, self.end, self.label, self.category, round(self.confidence, 2))


def named(text: str, start: int, end: int, label: str) -> Named | None:
    """Return the name at `text[start:end]` without what does not belong to it; None if nothing is left."""
    start, end = names.trim(text, start, end)
    if label == "PERSON" or (label in ("GPE", "LOC") and _is_one_place(text, start, end)):
        end = names.hyphen_end(text, start, end)
    if start >= end:
        return None
    form = names.display(text[start:end])
    return Named(start, end, label, form, names.key(form))


def _is_one_place(text: str, start: int, end: int) -> bool:
    """Whether the hyphen behind a place joins parts of one name (`Seine-Saint-Denis`)."""
    rest = text[end + 1 : end + 2]
    if text[end : end + 1] != "-" or not rest.isupper() or text[start:end] in PLACES:
        return False
    following = text[end + 1 : names.hyphen_end(text, start, end)].split("-")[0]
    return following not in PLACES and following not in DEMONYMS


def all_named(text: str, mentions: Iterable[Mention]) -> list[Named]:
    """Return the names among `mentions` (offsets into `text`), trimmed, in order, the first of two that overlap."""
    kept: list[Named] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.category is Category.DATE:
            continue
        name = named(text, mention.start, mention.end, mention.label)
        if name and (not kept or name.start >= kept[-1].end):
            kept.append(name)
    return apart(text, kept)


def apart(text: str, mentions: list[Named]) -> list[Named]:
    """Take apart two names run together where the document has them apart (`Jane Roe | John`, `Kraków | Jan Nowak`)."""
    known = {mention.key: mention for mention in mentions}
    result: list[Named] = []
    for mention in mentions:
        for part in _uncoupled(text, mention, known):
            result.extend(_apart(text, part, known) if part.label in ("PERSON", "ORG") else [part])
    return result


def _uncoupled(text: str, mention: Named, known: dict[str, Named]) -> list[Named]:
    """Take apart two names joined by `and` of which the article names one alone (`Bernstein | and | Jefferies`)."""
    joint = text.find(" and ", mention.start, mention.end)
    if mention.label != "ORG" or joint < 0 or mention.form in WELL_KNOWN:
        return [mention]
    first = named(text, mention.start, joint, mention.label)
    second = named(text, joint + len(" and "), mention.end, mention.label)
    if first is None or second is None or second.form[:1].islower():
        return [mention]
    return [first, second] if first.key in known or second.key in known else [mention]


def _apart(text: str, mention: Named, known: dict[str, Named]) -> list[Named]:
    words = mention.form.split(" ")
    for count in (2, 1):
        first = known.get(names.key(" ".join(words[:count])))
        if len(words) <= count or first is None or not _stand_apart(first, words[count:], known):
            continue
        middle = mention.start + len(" ".join(words[:count]))
        parts = (named(text, mention.start, middle, first.label), named(text, middle, mention.end, "PERSON"))
        return [part for part in parts if part]
    return [mention]


def _stand_apart(first: Named, rest: list[str], known: dict[str, Named]) -> bool:
    if first.category is Category.PLACE:
        return len(rest) > 1 and rest[0] in GIVEN_NAMES
    if first.category is Category.ORGANISATION:
        owner = known.get(names.key(" ".join(rest)))
        signs = is_capitals(first.form) or first.form in AGENCIES or first.form in MEDIA
        return signs and owner is not None and owner.label == "PERSON"
    return (
        first.category is Category.PERSON
        and " " in first.form
        and (rest[0] in GIVEN_NAMES or names.key(" ".join(rest)) in known)
    )


def before(text: str, start: int) -> str:
    """Return the text right before `start`, on its line, as far as rules look."""
    return text[max(0, start - _AROUND) : start].rpartition("\n\n")[2]


def after(text: str, end: int) -> str:
    """Return the text right after `end`, on its line, as far as rules look."""
    return text[end : end + _AROUND].partition("\n\n")[0]

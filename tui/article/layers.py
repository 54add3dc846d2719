"""What lies over the text: entities, annotations, the active matches, the selection. It never moves the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.model import COLOURS, Kind
from newsreader.annotations.tagging import bare
from newsreader.entity import Category
from tui.article.active_matches import MatchKind
from tui.article.mention_index import MentionIndex, ShownMentions
from tui.article.span_arrays import Spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence, Set

    from newsreader.annotations.model import Annotation
    from newsreader.article import Link
    from tui.article.active_matches import Matches
    from tui.article.mention_index import PlacedMention

NOTE = len(COLOURS)
"""The value of a note in a layer, behind those of the highlights, which are their colour's place in `COLOURS`."""
BOOKMARK = NOTE + 1
"""The value of a bookmark."""
_ANNOTATION_NAMES = (*(f"article--highlight-{colour}" for colour in COLOURS), "article--note", "article--bookmark")
_LINK_NAMES = ("article--link",)
_ENTITY_NAMES = {category: f"article--{category}" for category in Category}
_MATCH_NAMES = {
    MatchKind.ENTITY: "article--match",
    MatchKind.SEARCH: "article--search",
    MatchKind.ANNOTATION: "article--match",
}
_NOTHING = Spans()


@dataclass(frozen=True, slots=True)
class Layer:
    """Stretches to be drawn over the text, and the component for each of their values."""

    spans: Spans
    names: Sequence[str]
    """The component for each value; empty for what is not drawn."""

    def name(self, index: int) -> str:
        """The component of the stretch of that index; empty if it is not drawn, as what has a negative value."""
        value = self.spans.values[index]
        return self.names[value] if value >= 0 else ""


class Layers:
    """All layers over one article, kept as arrays of offsets."""

    def __init__(self, changed: Callable[[], None] = lambda: None, links: Sequence[Link] = ()) -> None:
        """Begin with the links of the article; `changed` is called when there is something else to draw."""
        self._changed = changed
        self.matches: Matches | None = None
        """The active matches."""
        self.current: int | None = None
        """Index of the current match, which is drawn loudest."""
        self._links = Layer(Spans.apart([each.start for each in links], [each.end for each in links]), _LINK_NAMES)
        self._mentions = ShownMentions(MentionIndex())
        self._entities = Layer(_NOTHING, ())
        self._marks = Layer(_NOTHING, _ANNOTATION_NAMES)
        self._placed: list[str] = []
        self._matches = Layer(_NOTHING, ())
        self._current = Layer(_NOTHING, ())
        self._selection = Layer(_NOTHING, ())
        self.alone = _NOTHING
        """What only this article says of its story, which the gutter marks."""

    def all(self) -> list[Layer]:
        """The layers, the lowest first."""
        layers = (self._links, self._entities, self._marks, self._matches, self._current, self._selection)
        return [layer for layer in layers if len(layer.spans)]

    def set_entities(self, mentions: MentionIndex, plain: Set[Category] = frozenset()) -> None:
        """Take the mentions of entities, each with its category; those of `plain` categories do not stand out."""
        self._mentions = ShownMentions(mentions, plain)
        names = {category: "" if category in plain else _ENTITY_NAMES[category] for category in Category}
        self._entities = Layer(mentions.spans, [names[entity.category] for entity in mentions.entities])
        self._changed()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Take the annotations that have a place in the text."""
        placed = sorted(stretch for annotation in annotations for stretch in _stretches(annotation))
        self._placed = [item[3] for item in placed]
        spans = Spans([item[0] for item in placed], [item[1] for item in placed], [item[2] for item in placed])
        self._marks = Layer(spans, _ANNOTATION_NAMES)
        self._changed()

    def set_matches(self, matches: Matches | None, *, current: int | None = None) -> None:
        """Make these the active matches, the one of index `current` the current one; None clears them."""
        self.matches = matches
        if matches is None:
            self._matches = Layer(_NOTHING, ())
        else:
            overlap = matches.kind is MatchKind.ANNOTATION
            places = matches.starts, matches.ends
            spans = Spans(*places, [0] * len(matches)) if overlap else Spans.apart(*places)
            self._matches = Layer(spans, (_MATCH_NAMES[matches.kind],))
        self.set_current(current)

    def set_current(self, index: int | None) -> None:
        """Make the match of that index the current one."""
        matches = self.matches
        self.current = index if matches is not None and index is not None and 0 <= index < len(matches) else None
        self._current = _single(self.current_span, "article--match-current")
        self._changed()

    @property
    def current_span(self) -> tuple[int, int] | None:
        """Start and end of the current match."""
        if self.matches is None or self.current is None:
            return None
        return self.matches.starts[self.current], self.matches.ends[self.current]

    @property
    def match_starts(self) -> Sequence[int]:
        """Where the active matches start."""
        return self.matches.starts if self.matches is not None else ()

    def set_alone(self, passages: Sequence[tuple[int, int]]) -> None:
        """Take the passages, in order and apart, that only this article says of its story."""
        self.alone = Spans.apart([start for start, _ in passages], [end for _, end in passages])
        self._changed()

    def set_selection(self, span: tuple[int, int] | None) -> None:
        """Take what is selected."""
        self._selection = _single(span, "article--selection")
        self._changed()

    def caret_name(self, offset: int) -> str:
        """The component of the caret at `offset`, which lies over all else.

        At the start of the current match there is none to be seen: all of the match is the place.
        """
        current = self.current_span
        if len(self._selection.spans) or (current is not None and current[0] < offset < current[1]):
            return "article--cursor"
        return "article--text" if current is not None and current[0] == offset else "article--caret"

    def entity_at(self, offset: int) -> str | None:
        """Id of the entity that is mentioned at `offset`."""
        found = self._mentions.mentions.at(offset)
        return found.entity_id if found is not None else None

    def annotation_at(self, offset: int) -> str | None:
        """Id of the annotation at `offset`, the one that starts last if there are several."""
        index = self._marks.spans.at(offset)
        return None if index is None else self._placed[index]

    def mentions_between(self, start: int, end: int) -> Iterator[PlacedMention]:
        """Each mention that stands out and shares a character with `start` to `end`."""
        return self._mentions.between(start, end)

    def mark_between(self, start: int, end: int) -> int | None:
        """The colour, by its place in `COLOURS`, `NOTE` or `BOOKMARK`, of what is annotated between these code points.

        A bookmark goes before notes, and they before highlights; None if there is nothing.
        """
        return max((self._marks.spans.values[index] for index in self._marks.spans.between(start, end)), default=None)


def _single(span: tuple[int, int] | None, name: str) -> Layer:
    return Layer(_NOTHING, ()) if span is None else Layer(Spans([span[0]], [span[1]], [0]), (name,))


def _stretches(annotation: Annotation) -> Iterator[tuple[int, int, int, str]]:
    """What to draw for an annotation that has a place: its colour, its note or both."""
    if annotation.start is None or annotation.end is None:
        return
    if annotation.colour in COLOURS:
        yield annotation.start, annotation.end, COLOURS.index(annotation.colour), annotation.id
    if annotation.kind is Kind.BOOKMARK:
        yield annotation.start, annotation.end, BOOKMARK, annotation.id
    elif annotation.kind is Kind.NOTE or bare(annotation.text):
        yield annotation.start, annotation.end, NOTE, annotation.id

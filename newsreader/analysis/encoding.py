"""Analyses and mentions as compact JSON, for the pipe between the processes and for the cache.

An analysis is a list of short lines, so that reading it never holds up other threads for long: a header, then groups
of entities. What is read is checked; anything else than what was written here raises `EncodingError`.
"""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import TYPE_CHECKING, Any, TypeVar

from newsreader.analysis.pacing import paced
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

FORMAT = 2
"""Raised with every change of what is written here, so that older caches are not read."""

GROUP = 500
"""Mentions per line, about; an entity is never divided."""

_Value = TypeVar("_Value")


class EncodingError(ValueError):
    """Not something that this module wrote."""


def analysis_to_lines(analysis: Analysis) -> Iterator[str]:
    """Yield `analysis` as lines of JSON without newlines."""
    header = [FORMAT, analysis.text_sha256, analysis.model, analysis.paragraphs_done, analysis.paragraphs_total]
    yield _dump([*header, len(analysis.entities)])
    group: list[list[object]] = []
    mentions = 0
    for entity in analysis.entities:
        group.append(_entity_to_json(entity))
        mentions += len(entity.mentions)
        if mentions >= GROUP:
            yield _dump(group)
            group, mentions = [], 0
    if group:
        yield _dump(group)


def analysis_from_lines(lines: Iterable[str | bytes], *, length: int) -> Analysis:
    """Return the analysis that `analysis_to_lines` wrote about a text of `length` code points.

    Other threads get their turn between the lines. Raises `EncodingError`, also for mentions that are out of order or
    outside the text.
    """
    with _Checked():
        documents = map(json.loads, paced(lines))
        version, sha256, model, done, total, count = next(documents, None) or [None] * 6
        _require(version == FORMAT and type(done) is int and type(total) is int and 0 <= done <= total)
        entities = tuple(_entity_from_json(value, length) for group in documents for value in group)
        _require(count == len(entities))
        return Analysis(_text(sha256), _text(model), entities, done, total)


def mentions_to_json(mentions: Sequence[Mention]) -> list[list[object]]:
    """Return the mentions of one paragraph as a JSON value; their times are not written."""
    return [[m.start, m.end, m.label, m.category.value, m.confidence] for m in mentions]


def mentions_from_json(value: object, *, length: int) -> list[Mention]:
    """Return the mentions of a paragraph of `length` code points. Raises `EncodingError`."""
    with _Checked():
        _require(isinstance(value, list))
        return [_mention_from_json(item, length) for item in value]  # type: ignore[attr-defined]


def _mention_from_json(value: Any, length: int) -> Mention:
    start, end, label, category, confidence = value
    _require(type(start) is int and type(end) is int and 0 <= start < end <= length)
    return Mention(start, end, _text(label), Category(category), _number(confidence))


def _entity_to_json(entity: Entity) -> list[object]:
    """Columns instead of mentions; a column that is the same throughout is written once."""
    times: list[TimeValue | None] = list(dict.fromkeys(mention.time for mention in entity.mentions))
    places = {time: place for place, time in enumerate(times)}
    return [
        entity.id,
        entity.category.value,
        entity.name,
        list(entity.aliases),
        list(entity.reasons),
        [m.start for m in entity.mentions],
        [m.end for m in entity.mentions],
        _column([m.label for m in entity.mentions]),
        _column([m.category.value for m in entity.mentions]),
        _column([m.confidence for m in entity.mentions]),
        [time and list(astuple(time)) for time in times],
        _column([places[m.time] for m in entity.mentions]),
        _column([m.doubt for m in entity.mentions]),
    ]


def _entity_from_json(value: Any, length: int) -> Entity:
    identity, category, name, aliases, reasons, starts, ends, *columns = value
    _check_spans(starts, ends, length)
    count = len(starts)
    labels, categories, confidences, times, places, doubts = columns
    table = [None if time is None else _time_from_json(time) for time in times]
    mentions = map(
        Mention,
        starts,
        ends,
        _cells(labels, count, _text),
        _cells(categories, count, Category),
        _cells(confidences, count, _number),
        _cells(places, count, lambda place: table[_index(place)]),
        _cells(doubts, count, _text),
    )
    return Entity(_text(identity), Category(category), _text(name), _texts(aliases), tuple(mentions), _texts(reasons))


def _check_spans(starts: Any, ends: Any, length: int) -> None:
    """Spans are whole, inside the text and in order, as far as their starts go."""
    _require({*map(type, starts), *map(type, ends)} <= {int} and len(starts) == len(ends))
    if not starts:
        return
    _require(starts[0] >= 0 and max(ends) <= length)
    _require(all(map(int.__lt__, starts, ends)) and all(map(int.__le__, starts, starts[1:])))


def _time_from_json(value: Any) -> TimeValue:
    kind, timex, start, end, granularity, mod, anchor, reason, confidence, alternatives = value
    return TimeValue(
        _text(kind),
        _text(timex),
        _text_or_none(start),
        _text_or_none(end),
        _text(granularity),
        _text_or_none(mod),
        _text_or_none(anchor),
        _text(reason),
        _number(confidence),
        _texts(alternatives),
    )


def _column(values: list[Any]) -> object:
    """Return `values`, or `{"all": value}` if all are equal."""
    return {"all": values[0]} if values and values.count(values[0]) == len(values) else values


def _cells(column: Any, count: int, check: Callable[[Any], _Value]) -> Sequence[_Value]:
    """Return the `count` values of a column; each different value is checked once."""
    if isinstance(column, dict):
        return [check(column["all"])] * count
    _require(isinstance(column, list) and len(column) == count)
    known = {value: check(value) for value in set(column)}
    return [known[value] for value in column]


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise EncodingError("not a text")
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _texts(value: object) -> tuple[str, ...]:
    _require(isinstance(value, list))
    return tuple(_text(item) for item in value)  # type: ignore[attr-defined]


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise EncodingError("not a number")
    return float(value)


def _index(value: object) -> int:
    _require(type(value) is int and value >= 0)
    return value  # type: ignore[return-value]


def _require(condition: bool) -> None:
    if not condition:
        raise EncodingError("not an analysis")


class _Checked:
    """Turns what unpacking and looking up raise on a value of another shape into `EncodingError`."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if isinstance(error, ValueError | TypeError | LookupError | RecursionError | AttributeError | OverflowError):
            raise EncodingError(f"not an analysis: {error}") from error

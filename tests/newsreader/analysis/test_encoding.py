"""Analyses as lines of JSON: what was written is read, and nothing else is."""

from __future__ import annotations

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.encoding import (
    EncodingError,
    analysis_from_lines,
    analysis_to_lines,
    mentions_from_json,
    mentions_to_json,
)
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue

LENGTH = 1000
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
numbers = st.floats(0, 1)
times = st.builds(
    TimeValue,
    words,
    words,
    st.none() | words,
    st.none() | words,
    words,
    st.none() | words,
    st.none() | words,
    words,
    numbers,
    st.lists(words, max_size=2).map(tuple),
)


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    start = draw(st.integers(0, LENGTH - 1))
    end = draw(st.integers(start + 1, LENGTH))
    label = draw(st.sampled_from(["PERSON", "GPE", "DATE"]))
    return Mention(
        start, end, label, draw(st.sampled_from(Category)), draw(numbers), draw(st.none() | times), draw(words)
    )


entities = st.builds(
    Entity,
    words,
    st.sampled_from(Category),
    words,
    st.lists(words, max_size=3).map(tuple),
    st.lists(mentions(), max_size=6).map(lambda some: tuple(sorted(some, key=lambda m: (m.start, m.end)))),
    st.lists(words, max_size=2).map(tuple),
)
analyses = st.builds(
    Analysis, words, words, st.lists(entities, max_size=4).map(tuple), st.integers(0, 5), st.integers(5, 9)
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words,
    lambda inner: st.lists(inner, max_size=12) | st.dictionaries(words, inner, max_size=3),
    max_leaves=30,
)


@given(analyses)
def test_an_analysis_is_read_as_it_was_written(analysis: Analysis) -> None:
    lines = list(analysis_to_lines(analysis))
    assert not any("\n" in line for line in lines)
    assert analysis_from_lines(lines, length=LENGTH) == analysis


def test_a_large_analysis_is_written_in_short_lines() -> None:
    spans = [Mention(n, n + 1, "GPE", Category.PLACE) for n in range(100)]
    many = tuple(Entity(f"place:{n}", Category.PLACE, "Seoul", (), tuple(spans)) for n in range(100))
    lines = list(analysis_to_lines(Analysis("s", "m", many, 1, 1)))
    assert len(lines) > 10
    assert max(map(len, lines)) < 10_000
    assert analysis_from_lines(lines, length=LENGTH).entities == many


@given(st.lists(mentions(), max_size=5))
def test_the_mentions_of_a_paragraph_are_read_without_their_times(some: list[Mention]) -> None:
    value = json.loads(json.dumps(mentions_to_json(some)))
    read = mentions_from_json(value, length=LENGTH)
    assert [(m.start, m.end, m.label, m.category, m.confidence) for m in read] == [
        (m.start, m.end, m.label, m.category, m.confidence) for m in some
    ]


@given(st.lists(json_values, max_size=4))
def test_other_json_is_refused(values: list[object]) -> None:
    with pytest.raises(EncodingError):
        analysis_from_lines([json.dumps(value) for value in values], length=LENGTH)


@given(json_values)
def test_other_mentions_are_refused(value: object) -> None:
    if value == []:
        return
    with pytest.raises(EncodingError):
        mentions_from_json(value, length=LENGTH)


@given(analyses, st.data())
def test_a_damaged_analysis_is_refused_or_still_makes_sense(analysis: Analysis, data: st.DataObject) -> None:
    text = "\n".join(analysis_to_lines(analysis))
    place = data.draw(st.integers(0, len(text) - 1))
    damaged = text[:place] + data.draw(st.sampled_from(string.printable)) + text[place + 1 :]
    try:
        read = analysis_from_lines(damaged.split("\n"), length=LENGTH)
    except EncodingError:
        return
    spans = [(m.start, m.end) for entity in read.entities for m in entity.mentions]
    assert all(0 <= start < end <= LENGTH for start, end in spans)


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (6, 5), (5, LENGTH + 1), (1.0, 5), (True, 5)])
def test_spans_outside_the_text_are_refused(start: object, end: object) -> None:
    with pytest.raises(EncodingError):
        mentions_from_json([[start, end, "GPE", "place", 1.0]], length=LENGTH)
    lines = list(
        analysis_to_lines(
            Analysis("s", "m", (Entity("i", Category.PLACE, "n", (), (Mention(3, 4, "GPE", Category.PLACE),)),), 1, 1)
        )
    )
    lines[1] = lines[1].replace("[3],[4]", json.dumps([[start], [end]])[1:-1])
    with pytest.raises(EncodingError):
        analysis_from_lines(lines, length=LENGTH)

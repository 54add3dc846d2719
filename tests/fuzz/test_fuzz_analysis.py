"""Whatever comes from the worker, goes to it or lies in the cache: what it stands for, or the one declared error."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from typing import TYPE_CHECKING, Any

from fuzzing import fuzzed, mutated, raw, texts
from hypothesis import given
from hypothesis import strategies as st
from sidebar_app import STORY, analysis, article

from newsreader.analysis.cache import FILE, AnalysisCache
from newsreader.analysis.encoding import (
    EncodingError,
    analysis_from_lines,
    analysis_to_lines,
    mentions_from_json,
    mentions_to_json,
)
from newsreader.analysis.protocol import Ask, Found, Notice, Open, Part, ProtocolError, Snapshot, decode, encode
from newsreader.analysis.task import Task
from newsreader.analysis.transfer import Draft, parts

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = article()
LINES = [json.loads(line) for line in analysis_to_lines(analysis())]
MENTIONS = mentions_to_json(analysis().entities[0].mentions)
MESSAGES = [
    json.loads(encode(message))
    for message in (
        *parts(1, ARTICLE),
        Ask(1, (0, 1), show=True),
        Found(1, {0: MENTIONS, 1: []}),
        Snapshot(1, "[]", last=True),
        Notice(1, "A sentence."),
    )
]


def dumped(value: Any) -> bytes:
    return json.dumps(value).encode()


messages = st.sampled_from(MESSAGES).flatmap(mutated)


@fuzzed
@given(messages.map(dumped) | raw(*map(dumped, MESSAGES), '{"v":1,"type":"', "[" * 5000, "}", '"'))
def test_a_message(line: bytes) -> None:
    try:
        message = decode(line)
    except ProtocolError:
        return
    assert decode(encode(message)) == message or "nan" in repr(message)


@fuzzed
@given(st.lists(messages | st.sampled_from(MESSAGES), max_size=6))
def test_an_article_on_its_way(documents: list[Any]) -> None:
    draft = Draft()
    for document in documents:
        try:
            message = decode(dumped(document))
            if isinstance(message, Part):
                draft.add(message)
            elif isinstance(message, Open):
                draft.finish(message)
        except ProtocolError:
            continue


@fuzzed
@given(st.lists(messages | st.sampled_from(MESSAGES), max_size=6))
def test_what_the_reader_hears(documents: list[Any]) -> None:
    task = Task(1, ARTICLE, lambda _: None)
    list(task.begin())
    for document in documents:
        try:
            task.hear(decode(dumped(document)))
        except ProtocolError:
            continue


def assert_sound(lines: list[bytes]) -> None:
    try:
        found = analysis_from_lines(lines, length=len(STORY))
    except EncodingError:
        return
    assert 0 <= found.paragraphs_done <= found.paragraphs_total
    for entity in found.entities:
        assert all(0 <= mention.start < mention.end <= len(STORY) for mention in entity.mentions)


@fuzzed
@given(mutated(LINES))
def test_an_analysis(lines: Any) -> None:
    assert_sound([dumped(line) for line in lines] if isinstance(lines, list) else [dumped(lines)])


@fuzzed
@given(st.lists(raw(*map(dumped, LINES), "[", "]", "null", "1e999", "NaN"), max_size=4))
def test_lines_that_are_no_analysis(lines: list[bytes]) -> None:
    assert_sound(lines)


@fuzzed
@given(mutated(MENTIONS))
def test_mentions(value: Any) -> None:
    try:
        found = mentions_from_json(json.loads(dumped(value)), length=50)
    except EncodingError:
        return
    assert all(0 <= mention.start < mention.end <= 50 for mention in found)


@fuzzed
@given(st.binary(max_size=40) | texts | st.none() | mutated(LINES).map(lambda lines: zlib.compress(dumped(lines))))
def test_what_lies_in_the_cache(tmp_path: Path, payload: bytes | str | None) -> None:
    cache = AnalysisCache(tmp_path)
    known = analysis()
    cache.put(ARTICLE, "model", known)
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        database.execute("DROP TABLE IF EXISTS analysis")
        database.execute("CREATE TABLE analysis (key, used, size, payload)")
        # Any key will do: whatever is asked for, this is there.
        database.execute("INSERT INTO analysis VALUES ('x', 1, 1, ?)", (_storable(payload),))
    cache.get(ARTICLE, "model")


def _storable(payload: bytes | str | None) -> bytes | str | None:
    return payload.encode("utf-8", "replace").decode() if isinstance(payload, str) else payload


@fuzzed
@given(st.binary(max_size=200), st.integers(0, 8192))
def test_a_cache_file_with_other_bytes_in_it(tmp_path: Path, junk: bytes, place: int) -> None:
    file = tmp_path / FILE
    file.unlink(missing_ok=True)
    cache = AnalysisCache(tmp_path)
    cache.put(ARTICLE, "model", analysis())
    content = file.read_bytes()
    file.write_bytes(content[:place] + junk + content[place + len(junk) :])
    cache.get(ARTICLE, "model")
    cache.put(ARTICLE, "model", analysis())

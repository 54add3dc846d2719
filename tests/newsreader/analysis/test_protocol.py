"""The messages between reader and worker: each is read as it was written, and nothing else is a message."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis import protocol
from newsreader.analysis.protocol import (
    Alive,
    Ask,
    Failed,
    Found,
    Notice,
    Open,
    Part,
    Preview,
    ProtocolError,
    Ready,
    Snapshot,
    decode,
    encode,
    read_line,
)
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind

ARTICLE = Article(
    'Titel – 標題\n\nErster Absatz\nmit „Zeichen“ 👩‍👩‍👧 \\ " \u2028',
    (Paragraph(0, 10, ParagraphKind.TITLE), Paragraph(12, 40)),
    Metadata(title="Titel", source="Quelle", place="Seoul", published=date(2024, 6, 19), language="de"),
    Origin(OriginKind.FILE, "/a/path"),
)

MESSAGES = [
    Part(1, ARTICLE.text, ARTICLE.paragraphs),
    Open(1, ARTICLE.metadata, ARTICLE.origin),
    Open(2, Metadata(), Origin(OriginKind.STDIN)),
    Ask(1, (3, 1, 2), show=True),
    Ask(1, ()),
    Ready("en_core_web_md 3.7.1"),
    Failed("Das Modell fehlt."),
    Alive(),
    Found(1, {0: [], 7: [[0, 1, "GPE", "place", 1.0]]}),
    Snapshot(1, '[1,"a"]', last=True, answers=3),
    Preview(1, 3, ('[1,"a"]', "[]")),
    Notice(1, "Absatz 3 fehlt."),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_is_read_as_it_was_written(message: protocol.Message) -> None:
    line = encode(message)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode(line) == message


@given(st.binary(max_size=200))
def test_other_bytes_are_no_message(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(line)


@given(st.sampled_from(MESSAGES), st.data())
def test_a_damaged_message_is_refused_or_is_a_message(message: protocol.Message, data: st.DataObject) -> None:
    document = json.loads(encode(message))
    name = data.draw(st.sampled_from(sorted(document)))
    document[name] = data.draw(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=3)
    )
    try:
        read = decode(json.dumps(document).encode())
    except ProtocolError:
        return
    assert decode(encode(read)) == read


def change(message: protocol.Message, **values: object) -> bytes:
    return json.dumps({**json.loads(encode(message)), **values}).encode()


@pytest.mark.parametrize(
    "line",
    [
        change(Alive(), v=protocol.VERSION + 1),
        change(Alive(), type="dead"),
        change(Ask(1, (1,)), job="1"),
        change(Ask(1, (1,)), paragraphs=[True]),
        change(Ask(1, (1,)), show=1),
        change(Found(1, {}), mentions=[[-1, []]]),
        change(Found(1, {}), mentions=[[0, "x"]]),
        change(MESSAGES[0], paragraphs=[[0, 10, "poem"]]),
        change(MESSAGES[1], published="yesterday"),
        change(MESSAGES[1], origin=["nowhere", ""]),
        b"[" * 100_000,
    ],
)
def test_what_makes_no_sense_is_refused(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(line)


def test_a_line_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "LONGEST_LINE", 10)
    stream = io.BytesIO(b"123456789\n12345678901")
    assert read_line(stream) == b"123456789\n"
    with pytest.raises(ProtocolError):
        read_line(stream)

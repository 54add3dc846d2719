"""What the fuzz tests feed to the doors for outside bytes, and what may come out of them.

`NEWSREADER_FUZZ=20000` tries so many examples at each door; the default keeps the whole folder within seconds.
"""

from __future__ import annotations

import os
import random
import unicodedata
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.article import Article

QUICK = 40

fuzzed = settings(
    max_examples=int(os.environ.get("NEWSREADER_FUZZ", QUICK)),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""The settings of every fuzz test."""

HOSTILE = "\x00\x07\x08\x1b[2J\x1b]52;c;eA==\x07\x7f\x85\x9b\x9d\u2028\u202e\u2066\u200f\u061c\ufeff\ud800\udfff\uffff"
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

texts = st.text(st.characters(codec=None, exclude_categories=()), max_size=20) | st.text(HOSTILE + "ab \n", max_size=12)
"""Any text, surrogates and controls included."""

scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts | st.sampled_from([10**400, -1, 0, 2**63, ""])
values: st.SearchStrategy[Any] = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=8
)
"""Any value of JSON."""


def raw(*fragments: str | bytes) -> st.SearchStrategy[bytes]:
    """Bytes made of fragments of a format in any order, with anything between them."""
    known = [each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass") for each in fragments]
    pieces = st.sampled_from(known) | st.binary(max_size=8) | texts.map(lambda t: t.encode("utf-8", "surrogatepass"))
    return st.lists(pieces, max_size=12).map(b"".join)


@st.composite
def mutated(draw: st.DrawFn, document: Any) -> Any:
    """A JSON document of which some nodes have become something else, or are gone."""
    for _ in range(draw(st.integers(1, 3))):
        document = _changed(draw, document)
    return document


def _changed(draw: st.DrawFn, node: Any) -> Any:
    """The node with one thing in it changed; other nodes are shared with the original, which stays as it is."""
    if not isinstance(node, dict | list) or not node or draw(st.integers(0, 5)) == 0:
        return draw(values)
    places: Sequence[Any] = list(node) if isinstance(node, dict) else range(len(node))
    place = draw(st.sampled_from(places))
    copy = dict(node) if isinstance(node, dict) else list(node)
    if draw(st.integers(0, 4)) == 0:
        del copy[place]
    else:
        copy[place] = _changed(draw, node[place])
    return copy


def damaged(whole: bytes, number: int = 200) -> Iterator[bytes]:
    """So many copies of a file in which some bytes are others, or are missing, or which is cut off: always the same."""
    for seed in range(number):
        chance = random.Random(seed)
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            start = chance.randrange(len(data))
            del data[start : start + chance.randint(1, 100)]
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        yield bytes(data)


def unsafe(shown: Iterable[str | None], *, lines: bool = False) -> list[str]:
    """The characters of what is shown that a terminal obeys or that reorder text; a newline is one unless `lines`."""
    return [
        each
        for text in shown
        for each in text or ""
        if (unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"} or each in BIDI) and not (lines and each == "\n")
    ]


def assert_printable(error: Exception) -> None:
    """The sentence of an error can be printed as it is."""
    assert not unsafe([str(error)])


def assert_safe(article: Article) -> None:
    """Nothing of it steers a terminal, and its paragraphs lie in order inside the text."""
    assert not unsafe([article.text], lines=True)
    assert not unsafe(value for value in astuple(article.metadata) if isinstance(value, str))
    assert not unsafe(link.address for link in article.links)
    assert all(0 <= link.start < link.end <= len(article.text) for link in article.links)
    place = 0
    for paragraph in article.paragraphs:
        assert place <= paragraph.start < paragraph.end <= len(article.text)
        place = paragraph.end

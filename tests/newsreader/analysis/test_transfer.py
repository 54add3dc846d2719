"""An article arrives at the worker as it was sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis import transfer
from newsreader.analysis.protocol import Open, Part, ProtocolError, decode, encode
from newsreader.analysis.transfer import PART, Draft, parts
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind

ORIGIN = Origin(OriginKind.URL, "https://example.org/")


@given(
    st.text(st.characters(exclude_categories=("Cs",))),
    st.lists(st.sampled_from(ParagraphKind), max_size=500),
    st.integers(1, 5),
)
def test_an_article_arrives_as_it_was_sent(text: str, kinds: list[ParagraphKind], repeat: int) -> None:
    text = "".join(chr(0x4E00 + n % 500) for n in range(PART)) * (repeat - 1) + text + "." * len(kinds)
    paragraphs = tuple(Paragraph(place, place + 1, kind) for place, kind in enumerate(kinds))
    article = Article(text, paragraphs, Metadata(title="Titel"), ORIGIN)
    draft = Draft()
    *some, last = (decode(encode(message)) for message in parts(7, article))
    for part in some:
        assert isinstance(part, Part)
        draft.add(part)
    assert isinstance(last, Open)
    assert draft.finish(last) == article


def test_parts_of_an_article_that_was_given_up_are_forgotten() -> None:
    draft = Draft()
    draft.add(Part(1, "old", (Paragraph(0, 3),)))
    draft.add(Part(2, "new", ()))
    assert draft.finish(Open(2, Metadata(), ORIGIN)) == Article("new", (), Metadata(), ORIGIN)
    assert draft.finish(Open(3, Metadata(), ORIGIN)).text == ""


@pytest.mark.parametrize("spans", [[(0, 2), (1, 3)], [(2, 3), (0, 1)], [(0, 4)], [(-1, 2)], [(2, 1)]])
def test_paragraphs_that_make_no_sense_are_refused(spans: list[tuple[int, int]]) -> None:
    draft = Draft()
    draft.add(Part(1, "abc", tuple(Paragraph(*span) for span in spans)))
    with pytest.raises(ProtocolError):
        draft.finish(Open(1, Metadata(), ORIGIN))


def test_every_part_of_a_long_article_is_small() -> None:
    text = "x" * (PART * 3 + 1)
    article = Article(text, tuple(Paragraph(n, n + 1) for n in range(1000)), Metadata(), ORIGIN)
    assert max(len(encode(message)) for message in parts(1, article)) < PART + 200
    assert transfer.PARAGRAPHS * 20 < PART

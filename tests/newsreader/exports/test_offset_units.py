"""Offsets of other programs are read in the unit in which they cover what they say; what is dropped is said."""

from __future__ import annotations

from itertools import accumulate

import pytest

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.exports import registry
from newsreader.exports.annotations import brat
from newsreader.exports.annotations.imported import as_annotation

TEXT = (
    "🗞 Ferry 👩‍🚀 news\n\nAnna of Malmö met Anna of Åre.\nThey spoke of Malmö, 🦊 and of Anna.\n\n"
    "“Anna,” said Anna of\nMalmö, “is 𝔉amous.”"
)
NAMES = ("Anna", "Malmö", "Anna of\nMalmö", "𝔉amous")

COUNTED = {
    "code points": lambda each: 1,
    "code points, CRLF": lambda each: 1 + (each == "\n"),
    "UTF-16": lambda each: len(each.encode("utf-16-le")) // 2,
    "UTF-16, CRLF": lambda each: len(each.replace("\n", "\r\n").encode("utf-16-le")) // 2,
    "UTF-8": lambda each: len(each.encode()),
    "UTF-8, CRLF": lambda each: len(each.replace("\n", "\r\n").encode()),
}


@pytest.fixture
def article():
    return Article(TEXT, (Paragraph(0, len(TEXT)),), Metadata(), Origin(OriginKind.FILE, "/a.txt"))


def occurrences():
    """Every place of every name, in code points."""
    for name in NAMES:
        at = TEXT.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = TEXT.find(name, at + 1)


def ann(width, end="\n"):
    """An `.ann` that marks them all, in offsets that a program has that counts so."""
    starts = [0, *accumulate(map(width, TEXT))]
    lines = [
        f"T{number}\t{'Highlight' if number % 2 else 'PERSON'} {starts[a]} {starts[b]}\t{' '.join(TEXT[a:b].split())}"
        for number, (a, b) in enumerate(occurrences(), 1)
    ]
    return end.join([*lines, ""])


@pytest.mark.parametrize("width", COUNTED.values(), ids=COUNTED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_find_their_place_however_the_program_counted(article, width, end):
    annotations, names = registry.ANNOTATIONS["brat"].read(ann(width, end), article)
    wanted = list(occurrences())
    placed = [as_annotation(each, article) for each in annotations]
    assert [(each.anchor.start, each.anchor.end) for each in placed] == wanted[::2]
    assert all(each.anchor.quote == TEXT[each.anchor.start : each.anchor.end] for each in placed)
    assert [(each.start, each.end) for each in names] == wanted[1::2]


def test_what_most_say_decides_and_the_rest_is_left_to_be_looked_for(article):
    data = ann(COUNTED["UTF-16, CRLF"]) + "T99\tHighlight 0 4\tNobody\n"
    annotations, _ = registry.ANNOTATIONS["brat"].read(data, article)
    assert (annotations[-1].start, annotations[-1].end, annotations[-1].quote) == (0, 4, "Nobody")
    assert [(each.start, each.end) for each in annotations[:-1]] == list(occurrences())[::2]


def test_the_same_file_has_the_same_ids_in_any_unit_of_the_text(article):
    once = [each.id for each in brat.read(ann(COUNTED["UTF-16"]))]
    again = [each.id for each in registry.ANNOTATIONS["brat"].read(ann(COUNTED["UTF-16"]), article)[0]]
    assert once == again


def test_what_is_dropped_is_said():
    data = (
        "T1\tPERSON 0 4\tAnna\nR1\tLives-in Arg1:T1 Arg2:T2\nR2\tKnows Arg1:T1 Arg2:T2\nE1\tMeet:T3 Who:T1\n"
        "*\tEquiv T1 T2\nA1\tNegated E1\nA2\tColour T1 yellow\nN1\tReference T1 Wikidata:Q1\tAnna\n"
        "#1\tAnnotatorNotes T1\tYes.\n#2\tAnnotatorNotes R1\tNo.\nT9\tPERSON x y\tAnna\n"
    )
    assert brat.left_out(data) == (
        "Left out: 2 relations, 1 event, 1 set of equals, 1 attribute, 1 reference to a database, "
        "1 note on something else, 1 line that is not as brat writes it."
    )
    assert brat.left_out(ann(COUNTED["code points"])) == ""

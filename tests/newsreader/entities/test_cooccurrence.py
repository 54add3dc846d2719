"""Who appears with whom, and the dates beside an entity."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING

from newsreader import cli
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entities.cooccurrence import Pair, company_of, dates_beside, mentions_of, pairs, presence
from newsreader.entity import Category, Entity, Mention, TimeValue

if TYPE_CHECKING:
    import pytest

TEXT = (
    "Ann met Bob on Monday. Later Ann rested.\n\nBob met Cid in June.\n\nAnn, Bob and Cid dined, and Ann paid.\n\nDora."
)


def article(text: str = TEXT) -> Article:
    paragraphs, start = [], 0
    for words in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(words)))
        start += len(words) + 2
    return Article(text, tuple(paragraphs), Metadata(), Origin(OriginKind.RECORD))


def entity(name: str, category: Category = Category.PERSON, time: TimeValue | None = None) -> Entity:
    starts = [at for at in range(len(TEXT)) if TEXT.startswith(name, at)]
    mentions = tuple(Mention(at, at + len(name), "X", category, time=time) for at in starts)
    return Entity(f"{category}:{name.lower()}", category, name, (), mentions)


ANN, BOB, CID, DORA = map(entity, ("Ann", "Bob", "Cid", "Dora"))
MONDAY = entity("Monday", Category.DATE, TimeValue("DATE", "2024-06-17", "2024-06-17", "2024-06-18", "day"))
JUNE = entity("June", Category.DATE, TimeValue("DATE", "2024-06", "2024-06-01", "2024-07-01", "month"))
ALL = (ANN, BOB, MONDAY, CID, JUNE, DORA)


def test_each_entity_is_in_its_paragraphs_once_and_dates_are_left_out() -> None:
    assert presence(ALL, article().paragraphs) == {
        ANN.id: (0, 2),
        BOB.id: (0, 1, 2),
        CID.id: (1, 2),
        DORA.id: (3,),
    }


def test_pairs_come_by_how_often_and_then_by_where_they_meet() -> None:
    assert pairs(presence(ALL, article().paragraphs)) == (
        Pair(ANN.id, BOB.id, (0, 2)),
        Pair(BOB.id, CID.id, (1, 2)),
        Pair(ANN.id, CID.id, (2,)),
    )


def test_only_the_most_frequent_are_paired() -> None:
    assert pairs(presence(ALL, article().paragraphs), most=2) == (Pair(ANN.id, BOB.id, (0, 2)),)


def test_the_company_of_one_is_what_the_pairs_say_of_it() -> None:
    known = presence(ALL, article().paragraphs)
    assert company_of(CID.id, known) == (Pair(CID.id, BOB.id, (1, 2)), Pair(CID.id, ANN.id, (2,)))
    assert company_of(DORA.id, known) == ()
    assert company_of("person:nobody", known) == ()


def test_where_two_meet_the_mentions_of_both_count() -> None:
    story = article()
    found = mentions_of(Pair(ANN.id, CID.id, (2,)), ALL, story.paragraphs)
    assert [TEXT[each.start : each.end] for each in found] == ["Ann", "Cid", "Ann"]


def test_dates_stand_beside_those_in_their_sentence() -> None:
    story = article()
    assert [TEXT[each.start : each.end] for each in dates_beside(story, ANN, ALL)] == ["Monday"]
    assert [TEXT[each.start : each.end] for each in dates_beside(story, BOB, ALL)] == ["Monday", "June"]
    assert list(dates_beside(story, DORA, ALL)) == []


def test_ninety_thousand_mentions_are_no_trouble() -> None:
    paragraphs = [Paragraph(at * 10, at * 10 + 9) for at in range(9000)]
    crowd = [
        Entity(
            f"person:{number}",
            Category.PERSON,
            str(number),
            (),
            tuple(Mention(at * 10, at * 10 + 1, "X", Category.PERSON) for at in range(number % 5, 9000, 50)),
        )
        for number in range(500)
    ]
    known = presence(crowd, paragraphs)
    assert len(company_of("person:0", known)) == 99
    assert len(pairs(known)) == 5 * (20 * 19 // 2)


def test_pairs_are_printed_as_csv(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Bridge\n\nAngela Merkel met Emmanuel Macron in Berlin.\n\nAngela Merkel left Emmanuel Macron.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    assert cli.main(["entities", "--format", "pairs"]) == 0
    first = next(iter(csv.DictReader(io.StringIO(capsys.readouterr().out))))
    assert first == {
        "article": "-",
        "one": "Angela Merkel",
        "category": "person",
        "other": "Emmanuel Macron",
        "other_category": "person",
        "paragraphs": "2",
    }

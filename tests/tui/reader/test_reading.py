"""What is known of an open article: mentions by position, and the entity that is followed while more is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsreader.annotations.corrections import Overlay
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from tui.article.mention_index import MentionIndex, PlacedMention
from tui.reader.reading import Findings, Reading, matches_of

TEXT = "Putin met Kim. Vladimir Putin left on Tuesday."


def mention(words: str, time: TimeValue | None = None, nth: int = 0) -> Mention:
    start = TEXT.index(words) if nth == 0 else TEXT.index(words, TEXT.index(words) + 1)
    return Mention(start, start + len(words), "X", Category.PERSON, time=time)


def entity(id_: str, *mentions: Mention, aliases: tuple[str, ...] = ()) -> Entity:
    return Entity(id_, Category.PERSON, id_.title(), aliases, mentions)


def findings(*entities: Entity, done: int = 1) -> Findings:
    analysis = Analysis("0", "m", entities, done, 2)
    return Findings.of(analysis, Overlay(), reading().article)


def reading() -> Reading:
    article = Article(TEXT, (Paragraph(0, len(TEXT)),), Metadata(), Origin(OriginKind.RECORD))
    return Reading(0, article)


def test_mentions_are_found_by_offset():
    mentions = MentionIndex(
        [entity("kim", mention("Kim")), entity("putin", mention("Putin"), mention("Vladimir Putin"))]
    )
    assert mentions.at(0) == PlacedMention(0, 5, "putin")
    assert mentions.at(4) == PlacedMention(0, 5, "putin")
    assert mentions.at(5) is None
    assert mentions.after(0).entity_id == "kim"
    assert mentions.after(20) is None
    assert mentions.before(15) == PlacedMention(10, 13, "kim")
    assert mentions.before(0) is None


def test_the_nearest_mention_in_sight_is_at_the_cursor_else_behind_it_else_before_it():
    mentions = MentionIndex([entity("kim", mention("Kim")), entity("putin", mention("Vladimir Putin"))])
    assert mentions.near(11, 0, 40).entity_id == "kim"
    assert mentions.near(0, 0, 40).entity_id == "kim"
    assert mentions.near(35, 0, 40).entity_id == "putin"
    assert mentions.near(0, 0, 5) is None
    assert MentionIndex(()).near(0, 0, 100) is None


def test_an_entity_that_grows_and_is_renamed_stays_the_one_that_is_followed():
    state = reading()
    state.understand(findings(entity("putin", mention("Putin"))))
    state.entity_id, state.matches, state.current = "putin", matches_of(state.entity("putin")), 0
    grown = entity("vladimir putin", mention("Putin"), mention("Vladimir Putin"))
    state.understand(findings(entity("kim", mention("Kim")), grown, done=2))
    assert state.entity_id == "vladimir putin"
    assert len(state.matches) == 2
    assert state.current == 0


def test_an_entity_that_is_gone_leaves_its_matches_as_they_were():
    state = reading()
    state.understand(findings(entity("putin", mention("Putin"))))
    state.entity_id, state.matches, state.current = "putin", matches_of(state.entity("putin")), 0
    state.understand(findings(entity("kim", mention("Kim"))))
    assert state.matches.title == "Putin"
    assert state.current == 0


def test_the_detail_names_the_other_names_or_what_a_date_stands_for():
    named = entity("putin", mention("Putin"), aliases=("Mr Putin", "Putin"))
    assert matches_of(named).detail == "also “Mr Putin”, “Putin”"
    dated = entity("tuesday", mention("Tuesday", TimeValue("DATE", "2024-09-17")))
    assert matches_of(dated).detail == "2024-09-17"


def test_mentions_over_all_of_a_text_are_in_order_and_a_breath_is_taken_between_them():
    breaths = []

    def pace(items):
        for item in items:
            breaths.append(item)
            yield item

    places = range(0, 400_000, 1000)
    entities = [
        Entity(
            str(number),
            Category.PERSON,
            "x",
            (),
            tuple(Mention(at, at + 9, "X", Category.PERSON) for at in places[number::3]),
        )
        for number in range(3)
    ]
    mentions = MentionIndex(entities, pace=pace)
    assert list(mentions.spans.starts) == list(places)
    assert mentions.at(201_008) == PlacedMention(201_000, 201_009, "0")
    assert mentions.entity("2") is entities[2]
    assert len(breaths) > 5


def test_what_the_person_has_said_meanwhile_goes_over_findings_that_were_made_before():
    state = reading()
    before = Overlay(published=date(2024, 1, 1))
    state.understand(replace(findings(entity("putin", mention("Putin"))), overlay=before))
    assert state.findings.overlay == Overlay()
    assert [each.id for each in state.entities] == ["putin"]

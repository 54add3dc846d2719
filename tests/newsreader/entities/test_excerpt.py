"""An excerpt: some paragraphs stand for themselves, and what is found in them goes back to its place."""

from __future__ import annotations

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind
from newsreader.entities.excerpt import Excerpt
from newsreader.entities.understand import understand
from newsreader.entity import Category, Entity, Mention

PARAGRAPHS = (
    "Rose Tyler sang.",
    "Nobody rose to speak\nthat day.",
    "A rose is a rose.",
    "Rose came back on 3 May 2020.",
)


def article() -> Article:
    text, spans = "", []
    for paragraph in PARAGRAPHS:
        spans.append(Paragraph(len(text), len(text) + len(paragraph), ParagraphKind.BODY))
        text += paragraph + "\n\n\n"
    return Article(text.rstrip(), tuple(spans), Metadata(title="Roses"), Origin(OriginKind.RECORD))


def test_it_holds_the_paragraphs_and_what_is_known_of_the_article() -> None:
    cut = Excerpt(article(), (1, 3)).article
    assert [cut.text[each.start : each.end] for each in cut.paragraphs] == [PARAGRAPHS[1], PARAGRAPHS[3]]
    assert cut.metadata.title == "Roses"


def test_mentions_go_back_to_where_they_are_in_the_whole() -> None:
    whole = article()
    excerpt = Excerpt(whole, (0, 2, 3))
    places = [(start, start + 4) for start in range(len(excerpt.article.text) - 4)]
    wanted = {place: excerpt.article.text[slice(*place)] for place in places}
    words = {place: word for place, word in wanted.items() if "\n" not in word}
    mentions = tuple(Mention(*place, "X", Category.PERSON) for place in words)
    back = excerpt.put_back(Entity("x", Category.PERSON, "X", (), mentions)).mentions
    assert [whole.text[each.start : each.end] for each in back] == list(words.values())


def test_as_long_as_paragraphs_are_missing_only_those_found_say_anything() -> None:
    whole = article()
    rose = Mention(0, 4, "PERSON", Category.PERSON)
    found = {0: [Mention(0, 10, "PERSON", Category.PERSON)], 3: [rose]}
    some = understand(whole, found, model="test 1")
    person, day = some.entities
    assert [whole.text[each.start : each.end] for each in person.mentions] == ["Rose Tyler", "Rose"]
    assert [whole.text[each.start : each.end] for each in day.mentions] == ["3 May 2020"]
    assert (some.paragraphs_done, some.paragraphs_total, some.text_sha256) == (2, 4, whole.sha256)
    assert not some.complete


def test_an_excerpt_of_everything_is_understood_like_the_article() -> None:
    whole = article()
    found = {index: [Mention(0, 4, "PERSON", Category.PERSON)] if index in (0, 3) else [] for index in range(4)}
    excerpt = Excerpt(whole, range(4))
    entities = understand(excerpt.article, found, model="test 1").entities
    assert tuple(map(excerpt.put_back, entities)) == understand(whole, found, model="test 1").entities

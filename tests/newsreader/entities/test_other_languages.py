"""Text in a language without rules of its own: the names of the model as they are, and no English in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entities.understand import understand
from newsreader.entity import LABELS, Category, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.entities.recogniser import Recogniser
    from newsreader.entity import Entity

GERMAN = (
    "Der Kanzler Olaf Scholz ist am 19 June 2024 nach Paris gereist, wie die SPD und die Labour Party am Monday mit",
    "Scholz sagte, dass der Haushalt für das Jahr 2025 nicht in zwei weeks fertig wird. Labour said: die Greens nicht.",
)
FRENCH = (
    "Le président Emmanuel Macron est dans la ville de Lyon, mais les Verts ne sont pas là, selon le Labour Party.",
    "Macron et Mme Macron ont dit que les Tories sont pour le 3 May 2024 et que Labour lost dans le nord du pays.",
)
ENGLISH = (
    "Chancellor Olaf Scholz went to Paris on 19 June 2024, as the SPD and the Labour Party said on Monday.",
    "Scholz said that the budget for 2025 would not be ready in two weeks. Labour said so, and the Greens did not.",
)
NAMES = {
    "Olaf Scholz": "PERSON",
    "Scholz": "PERSON",
    "Emmanuel Macron": "PERSON",
    "Macron": "PERSON",
    "Paris": "GPE",
    "Lyon": "GPE",
    "SPD": "ORG",
    "Labour Party": "ORG",
}


def recognised(paragraph: str) -> list[Mention]:
    """The first place of each known name, the longer ones first."""
    found: list[Mention] = []
    for name, label in NAMES.items():
        start = paragraph.find(name)
        if start >= 0 and not any(each.start < start + len(name) and start < each.end for each in found):
            found.append(Mention(start, start + len(name), label, LABELS[label]))
    return sorted(found, key=lambda mention: mention.start)


def article_of(paragraphs: Sequence[str], language: str | None = None) -> Article:
    text, spans = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = text.index(paragraph)
        spans.append(Paragraph(start, start + len(paragraph)))
    return Article(text, tuple(spans), Metadata(language=language), Origin(OriginKind.RECORD))


def entities(paragraphs: Sequence[str], language: str | None = None) -> dict[str, Entity]:
    found = {index: recognised(paragraph) for index, paragraph in enumerate(paragraphs)}
    return {entity.name: entity for entity in understand(article_of(paragraphs, language), found, model="m").entities}


def test_in_english_there_are_dates_parties_and_one_entity_for_a_person() -> None:
    found = entities(ENGLISH)
    assert {"19 June 2024", "Monday", "two weeks", "Greens"} <= found.keys()
    assert found["Olaf Scholz"].aliases == ("Scholz",)


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        (GERMAN, ["Olaf Scholz", "Paris", "SPD", "Labour Party", "Scholz"]),
        (FRENCH, ["Emmanuel Macron", "Lyon", "Labour Party", "Macron"]),
    ],
)
def test_german_and_french_have_the_names_of_the_model_and_no_more(
    paragraphs: tuple[str, ...], names: list[str]
) -> None:
    found = entities(paragraphs)
    assert list(found) == names
    assert all(entity.category is not Category.DATE and not entity.aliases for entity in found.values())


def test_what_an_article_states_counts_more_than_what_its_words_show() -> None:
    assert "19 June 2024" not in entities(ENGLISH, "de")
    assert "19 June 2024" in entities(("Olaf Scholz, Paris, 19 June 2024",), "en-GB")
    assert "19 June 2024" not in entities(("Olaf Scholz, Paris, 19 June 2024",), "de-DE")


def test_what_neither_states_nor_shows_its_language_is_in_that_of_the_pipeline() -> None:
    line = "Olaf Scholz, Paris, 19 June 2024"
    found = {0: recognised(line)}
    assert any(e.category is Category.DATE for e in understand(article_of([line]), found, model="m").entities)
    german = understand(article_of([line]), found, model="m", otherwise="de").entities
    assert not any(entity.category is Category.DATE for entity in german)


def test_a_quotation_in_another_language_has_names_but_no_dates() -> None:
    quoted = "„Das ist nicht der Weg, auf dem sich Europa mit uns und am 3 May 2024 wird einigen“, sagte Olaf Scholz."
    found = entities((*ENGLISH, quoted))
    assert "3 May 2024" not in found
    assert "19 June 2024" in found
    assert len(found["Olaf Scholz"].mentions) == 3


def test_the_refinements_are_for_english_paragraphs(recogniser: Recogniser) -> None:
    dateline = "VALDOSTA, Ga. (JTA) — Rain."
    names = {
        code: [dateline[each.start : each.end] for each in recogniser.recognise([dateline], language=code)[0]]
        for code in ("en", "de")
    }
    assert names["en"] == ["VALDOSTA", "Ga.", "JTA"]
    assert names["de"] != names["en"]
    german = f"{dateline} Der Regen ist nicht mit dem zu vergleichen, den es im Sommer und auf dem Land auch gibt."
    assert recogniser.recognise([german], language="en") == recogniser.recognise([german], language="de")

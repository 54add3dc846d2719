"""docs/queries.md has all there is to ask for."""

from __future__ import annotations

from pathlib import Path

from newsreader.query.explaining import explain
from newsreader.query.fields import ARTICLES, FIELDS, NOTES, RECENT
from newsreader.query.parser import parse

DOCUMENT = Path(__file__).parents[3] / "docs" / "queries.md"


def test_every_field_and_choice_is_in_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for field in FIELDS.values():
        assert f"`{field.name}:" in text
        assert all(choice in text for choice in field.choices)


def test_every_field_can_be_asked_for_somewhere() -> None:
    assert {*NOTES, *ARTICLES, *RECENT} == {*FIELDS}


def test_every_field_of_articles_can_be_said_in_words() -> None:
    for name in ARTICLES:
        field = FIELDS[name]
        value = field.choices[0] if field.choices else "2024"
        assert value in explain(parse(f"{name}:{value}", ARTICLES))

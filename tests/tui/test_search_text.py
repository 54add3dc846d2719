"""Searching the text of an article."""

from __future__ import annotations

import pytest

from tui.article.matches import MatchKind
from tui.article.search import SearchError, find_all, search_from

TEXT = "The pact. A PACT of\nmutual  defence; pacts (pact)."


def found(pattern: str, *, regex: bool = False) -> list[str]:
    matches = find_all(TEXT, pattern, regex=regex)
    return [TEXT[start:end] for start, end in zip(matches.starts, matches.ends, strict=True)]


def test_small_letters_find_capitals_too() -> None:
    assert found("pact") == ["pact", "PACT", "pact", "pact"]


def test_a_capital_asks_for_capitals() -> None:
    assert found("PACT") == ["PACT"]
    assert found("Pact") == []


def test_a_blank_finds_a_line_wrap() -> None:
    assert found("of mutual defence") == ["of\nmutual  defence"]


def test_other_signs_stand_for_themselves() -> None:
    assert found("(pact).") == ["(pact)."]


def test_regular_expressions() -> None:
    assert found(r"pacts?\b", regex=True) == ["pact", "PACT", "pacts", "pact"]
    assert found(r"\S*PACT", regex=True) == ["PACT"]
    assert found(r"\Wpact", regex=True) == [" pact", " PACT", " pact", "(pact"]


def test_a_bad_regular_expression_is_told_in_a_sentence() -> None:
    with pytest.raises(SearchError, match="not a regular expression: "):
        find_all(TEXT, "(", regex=True)
    with pytest.raises(SearchError):
        search_from(TEXT, "(", 0, regex=True)


@pytest.mark.parametrize("pattern", ["", "x*", "^", r"\b"])
def test_nothing_is_found_where_there_is_nothing_to_show(pattern: str) -> None:
    assert found(pattern, regex=True) == []


def test_the_first_hit_comes_from_where_the_reader_is() -> None:
    hits = search_from(TEXT, "pact", 12)
    assert next(hits) == (12, 16)
    assert [TEXT[start:end] for start, end in hits] == ["pact", "pact", "pact"]
    assert next(search_from(TEXT, "pact", len(TEXT))) == (4, 8)
    assert list(search_from(TEXT, "nothing", 5)) == []
    assert list(search_from(TEXT, "", 5)) == []


def test_hits_are_matches_with_the_pattern_as_title() -> None:
    matches = find_all(TEXT, "defence")
    assert (matches.title, matches.kind, len(matches)) == ("/defence", MatchKind.SEARCH, 1)


def test_a_blank_pattern_finds_white_space() -> None:
    assert found(" ")[3:5] == [" ", "\n"]

"""Searching the text of an article."""

from __future__ import annotations

import asyncio
import re
from array import array
from itertools import pairwise

import pytest

from tui.article import regex_process
from tui.article import text_search as searching
from tui.article.active_matches import MatchKind
from tui.article.text_search import SearchError, search, search_expression

TEXT = "The pact. A PACT of\nmutual  defence; pacts (pact)."


def spans(matches) -> list[tuple[int, int]]:
    return list(zip(matches.starts, matches.ends, strict=True))


def found(pattern: str, *, regex: bool = False) -> list[str]:
    matches = asyncio.run(search_expression(TEXT, pattern)) if regex else list(search(TEXT, pattern, 0))[-1]
    assert matches.counted
    return [TEXT[start:end] for start, end in spans(matches)]


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
    assert found(r"^mutual", regex=True) == ["mutual"]


def test_a_bad_regular_expression_is_told_in_a_sentence() -> None:
    with pytest.raises(SearchError, match="not a regular expression: "):
        found("(", regex=True)


@pytest.mark.parametrize("pattern", ["", "x*", "^", r"\b"])
def test_nothing_is_found_where_there_is_nothing_to_show(pattern: str) -> None:
    assert found(pattern, regex=True) == []


def test_an_expression_that_never_ends_is_given_up() -> None:
    with pytest.raises(SearchError, match="too long"):
        asyncio.run(search_expression("a" * 60 + "!", "(a+)+$"))


async def test_where_no_timer_ends_an_expression_a_clock_does(monkeypatch) -> None:
    monkeypatch.setattr(regex_process, "_HAS_TIMER", False)
    assert await regex_process.find("a pact", re.compile("pact")) == array("q", [2, 6])
    monkeypatch.setattr(regex_process, "PATIENCE", 0)
    monkeypatch.setattr(regex_process, "_STARTING", 0.2)
    assert await regex_process.find("a" * 60 + "!", re.compile("(a+)+$")) is None


async def test_a_search_that_is_called_off_leaves_no_process_behind(monkeypatch) -> None:
    started = []
    start = asyncio.create_subprocess_exec

    async def watched(*command, **options):
        started.append(await start(*command, **options))
        return started[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", watched)
    task = asyncio.create_task(search_expression("a" * 60 + "!", "(a+)+$"))
    while not started:
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert started[0].returncode is not None


def test_the_first_hit_comes_from_where_the_reader_is_and_before_all_are_counted() -> None:
    first, *rest = search(TEXT, "pact", 12)
    assert (spans(first)[0], first.counted) == ((12, 16), False)
    assert len(first) == 3
    assert [each for each in rest if each is not None] == [rest[-1]]
    assert [TEXT[start:end] for start, end in spans(rest[-1])] == found("pact")
    steps = [each for each in search(TEXT, "pact", len(TEXT)) if each is not None]
    assert (spans(steps[0])[0], steps[0].counted) == ((4, 8), False)
    assert [len(each) for each in search(TEXT, "nothing", 5) if each is not None] == [0]


def test_hits_become_more_from_where_the_reader_is(monkeypatch) -> None:
    monkeypatch.setattr(searching, "SLICE", 12)
    steps = [each for each in search(TEXT, "pact", 12) if each is not None]
    assert [spans(each)[0] for each in steps[:-1]] == [(12, 16)] * (len(steps) - 1)
    assert [len(each) for each in steps] == [1, 3, 4]
    assert [each.counted for each in steps] == [False, False, True]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_slices_find_what_the_whole_text_has(monkeypatch, size: int) -> None:
    monkeypatch.setattr(searching, "SLICE", size)
    text = "aaaa of \n\n the aa a of  the baaab of the"
    for words, origin in (("aa", 0), ("aa", 3), ("of the", 9), ("a", 20), (" ", 1), ("zz", 2)):
        hits = spans(list(search(text, words, origin))[-1])
        assert hits == [match.span() for match in searching.compile_pattern(words).finditer(text)]
        assert all(end <= start for (_, end), (start, _) in pairwise(hits))


def test_hits_are_matches_with_the_pattern_as_title() -> None:
    matches = list(search(TEXT, "defence", 0))[-1]
    assert (matches.title, matches.kind, len(matches)) == ("/defence", MatchKind.SEARCH, 1)


def test_a_blank_pattern_finds_white_space() -> None:
    assert found(" ")[3:5] == [" ", "\n"]

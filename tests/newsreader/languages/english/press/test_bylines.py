"""Who an article is by and from, and what only begins like it."""

from __future__ import annotations

import pytest

from newsreader.languages.english.press.bylines import byline, credited, names_source, source


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND JOHN ROE", "Jane Doe and John Roe"),
        ("By Jane Doe, Reuters", "Jane Doe, Reuters"),
        ("By Jane Doe | June 19, 2024", "Jane Doe"),
        ("By Jane Doe June 19, 2024", "Jane Doe"),
        ("By Jane van der Doe and Ana de la Cruz in Madrid", "Jane van der Doe and Ana de la Cruz in Madrid"),
        ("Written by Jane Doe", "Jane Doe"),
        ("By Seán Ó Murchú", "Seán Ó Murchú"),
        ("By Monday", None),
        ("By Monday the water had risen.", None),
        ("By the time the tram came it rained", None),
        ("By-election results", None),
        ("By Jane Doe walked all the way home", None),
    ],
)
def test_bylines_are_names_after_by(line: str, names: str | None) -> None:
    assert byline(line) == names


def test_the_credit_at_the_end_names_the_reporters() -> None:
    assert credited("(Reporting by J. Doe in Paris and John Roe; Editing by Q. R.)") == "J. Doe in Paris and John Roe"
    assert credited("Editing by Jane Doe") is None


@pytest.mark.parametrize(
    ("line", "names", "name"),
    [
        ("Source: The Daily", True, "The Daily"),
        ("via : The Daily", True, "The Daily"),
        ("Agency: AP", True, None),
        ("Sources: the mayor", False, None),
        ("Source:", False, None),
    ],
)
def test_a_labelled_line_names_the_source(line: str, names: bool, name: str | None) -> None:
    assert (names_source(line), source(line)) == (names, name)

"""The names of files that titles are made into."""

from __future__ import annotations

import pytest

from newsreader.exports.saving import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbour town votes!", "harbour-town-votes.md"),
        ("Où? / C:\\temp", "ou-c-temp.md"),
        ("…", "article.md"),
        ("Con", "con-article.md"),
        ("COM1", "com1-article.md"),
        ("Console", "console.md"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, ".md") == name

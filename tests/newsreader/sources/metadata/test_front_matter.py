"""Front matter as site generators and note programs write it, and text that only looks like it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from newsreader.sources import from_bytes, from_text

if TYPE_CHECKING:
    from newsreader.article import Metadata

BODY = "It rained on the harbour all day, and the ferry did not leave."
THE_DAY = date(2024, 6, 19)


def known(front: str) -> Metadata:
    article = from_text(f"{front}\n{BODY}")
    assert article.text.strip() == BODY
    return article.metadata


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("title: Tram: a line", "Tram: a line"),
        ('title:  "Tram: # one"   # as printed', "Tram: # one"),
        ("title: Tram line # as printed", "Tram line"),
        ("title: 'The city''s tram'", "The city's tram"),
        ('title: "The \\"new\\" tram"', 'The "new" tram'),
        ("title: >-\n  Tram line\n  agreed at last", "Tram line agreed at last"),
        ("title: |\n  Tram line", "Tram line"),
        ("title: Tram line\n  agreed at last", "Tram line agreed at last"),
        ('"title": Tram line', "Tram line"),
        ('title: "[[Trams|Tram line]]"', "Tram line"),
        ("title: C# and trams", "C# and trams"),
    ],
)
def test_titles_in_yaml(written: str, title: str) -> None:
    assert known(f"---\n{written}\ndate: 2024-06-19\n---").title == title


@pytest.mark.parametrize(
    "written",
    [
        "author: Ana Ruiz, Tom Hara",
        "authors: [Ana Ruiz, 'Tom Hara']",
        "authors:\n- Ana Ruiz\n- Tom Hara # both",
        "authors:\n  - name: Ana Ruiz\n    role: reporter\n  - name: Tom Hara",
        "author: [{name: Ana Ruiz, email: a@b.example}, {name: Tom Hara}]",
        'author:\n  - "[[Ana Ruiz]]"\n  - "[[people/Tom Hara|Tom Hara]]"',
    ],
)
def test_authors_in_yaml(written: str) -> None:
    assert known(f"---\n{written}\ntags: [a]\n---").byline == "Ana Ruiz, Tom Hara"


def test_an_author_may_be_an_object_or_a_link() -> None:
    assert known("---\nauthor:\n  name: Ana Ruiz\n  email: a@b.example\n---").byline == "Ana Ruiz"
    assert known("---\nauthor: {name: Ana Ruiz, email: a@b.example}\n---").byline == "Ana Ruiz"
    assert known("---\nauthor: [[Ana Ruiz]]\n---").byline == "Ana Ruiz"


@pytest.mark.parametrize(
    "written",
    [
        "date: 2024-06-19 23:30:00 -0800",
        "date: 2024-06-19T23:30:00-08:00",
        'date: "Wed, 19 Jun 2024 14:30:43 +0000"',
        "publishDate: 2024-06-19\nlastmod: 2024-07-01",
        "pubDate: 2024-06-19",
        "date: June 19th 2024, 11:30:00 pm",
        "date: <2024-06-19 Wed>",
        "publishDate: 2024-06-19\ndate: 2024-05-01",
    ],
)
def test_days_in_yaml(written: str) -> None:
    assert known(f"---\ntitle: Tram line\n{written}\n---").published == THE_DAY


def test_toml_and_json_are_front_matter_too() -> None:
    toml = '+++\ntitle = "Tram line" # v2\ndate = 2024-06-19T23:30:00-08:00\nauthors = ["Ana Ruiz"]\ndraft = false\n+++'
    json = '{\n  "title": "Tram line",\n  "date": "2024-06-19T09:00:00Z",\n  "author": {"name": "Ana Ruiz"}\n}\n'
    for front in (toml, json, json.replace("\n", "") + "\n"):
        metadata = known(front)
        assert (metadata.title, metadata.byline, metadata.published) == ("Tram line", "Ana Ruiz", THE_DAY)
    table = '+++\ntitle = "Tram line"\n[author]\nname = "Ana Ruiz"\n+++'
    assert known(table).byline == "Ana Ruiz"


@pytest.mark.parametrize(
    "head",
    ["+++\nIt rained\n+++\n", '{"colour": "red"}\n', '{"title": "x"', '{"title": "x"} and more\n', "+++\na = 1\n+++\n"],
)
def test_what_only_looks_like_it_stays_in_the_text(head: str) -> None:
    assert from_text(head + BODY).text == head + BODY


def test_markdown_and_pipes_have_it_as_well() -> None:
    page = f'+++\ntitle = "Tram line"\n+++\n{BODY}\n'.encode()
    for name in ("a.md", "a.txt", "Standard input"):
        assert from_bytes(page, name=name).metadata.title == "Tram line"

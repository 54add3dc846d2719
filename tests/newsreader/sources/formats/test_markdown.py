"""Markdown becomes plain text with its structure."""

from __future__ import annotations

from datetime import date

from newsreader.article import ParagraphKind
from newsreader.sources import from_bytes

TEXT = """\
---
title: "Tram line agreed"
author: [Jane Doe, John Roe]
date: 2024-06-19
source: The Daily
---

# Tram line agreed

OSLO (AP) — The *city* council **voted** on [Tuesday](https://example.org) to
build `it` &amp; more.

## What comes next

- one
- two
  continued
  - inner

3. third
4. fourth

> A quotation.

![A tram](tram.png)

| year | cost |
|------|------|
| 2025 | 10m  |

```
x = 1
y = 2
```

<div>raw <b>text</b></div>
"""


def test_the_structure_of_markdown() -> None:
    article = from_bytes(TEXT.encode(), name="tram.md")
    assert [(p.kind.value, article.text[p.start : p.end]) for p in article.paragraphs] == [
        ("title", "Tram line agreed"),
        ("body", "OSLO (AP) — The city council voted on Tuesday to build it & more."),
        ("heading", "What comes next"),
        ("body", "• one"),
        ("body", "• two continued"),
        ("body", "• inner"),
        ("body", "3. third"),
        ("body", "4. fourth"),
        ("body", "A quotation."),
        ("body", "A tram"),
        ("body", "year | cost"),
        ("body", "2025 | 10m"),
        ("body", "x = 1"),
        ("body", "y = 2"),
        ("body", "raw text"),
    ]
    assert "• one\n• two continued\n  • inner\n\n3. third\n4. fourth\n\n    A quotation." in article.text


def test_front_matter_and_text_give_the_metadata() -> None:
    metadata = from_bytes(TEXT.encode(), name="tram.md").metadata
    assert (metadata.title, metadata.byline, metadata.source) == ("Tram line agreed", "Jane Doe, John Roe", "The Daily")
    assert (metadata.place, metadata.agency, metadata.published) == ("Oslo", "AP", date(2024, 6, 19))


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    article = from_bytes(b"# Ferry late\n\nIt was late.\n\n# Again\n\nAnd again.", name="ferry.md")
    assert article.metadata.title == "Ferry late"
    assert [p.kind for p in article.paragraphs] == [
        ParagraphKind.TITLE,
        ParagraphKind.BODY,
        ParagraphKind.HEADING,
        ParagraphKind.BODY,
    ]


def test_hostile_markdown_is_made_safe() -> None:
    article = from_bytes("# a\x1b]0;x\x07\u202e\n\nb &#27;[31m c".encode(), name="a.md")
    assert not set(article.text) & {"\x1b", "\x07", "\u202e"}


def test_links_are_places_in_the_text_and_code_keeps_its_blanks() -> None:
    text = "# T\n\nA [tram](https://a.example/x) and\n[more](b.md) [c](http://c.example).\n\n```\nif x:\n    y\n```\n"
    article = from_bytes(text.encode(), name="tram.md")
    assert [(article.text[each.start : each.end], each.address) for each in article.links] == [
        ("tram", "https://a.example/x"),
        ("c", "http://c.example"),
    ]
    assert article.text.endswith("\n\n    if x:\n        y")

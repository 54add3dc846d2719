"""Furniture is recognised line by line, and prose is not mistaken for it."""

from __future__ import annotations

import pytest

from newsreader.article import ParagraphKind
from newsreader.languages.english.press.furniture import is_furniture
from newsreader.sources import from_text

FURNITURE = """
Image
Advertisement
ADVERTISEMENT
Also read: Xi lauds ties
Also read:\xa0Xi lauds ties
Read more: Why the tram is late
READ: Why the tram is late
Read also | Why the tram is late
See also: Tram
Watch: The tram arrives
Related: Trams of the world
Related articles
Share this
Share this article
Share on Facebook
Facebook Twitter WhatsApp Email
Share | Tweet | Copy link
Sign up for our morning newsletter
Subscribe now
Get the latest headlines in your inbox
Follow us on Twitter
Follow The Daily on Instagram
File photo
File photo: The old tram
Photo: Jane Doe
Image source, Getty Images
Image caption, The mayor in the tram
Slideshow
Listen to this article
Listen to this article · 6 min
3 min read
Skip to content
Story continues below advertisement
Click here to read the report
Download our app
© 2024 The Daily
Copyright The Daily 2024
All rights reserved.
* * *
-----
Most read
2 of 5
"""
PROSE = """
Image rights are worth millions, the club said.
Images of the storm were shared widely
Share prices fell on Tuesday
Advertisement spending rose by 3%
Related companies will be taxed, the minister said
Read the report, the minister said
Watch dealers fear the tax
Sign language will be taught in every school
Follow the money, they said
Photo finish in the men’s final
Print is dead
Video games are a sport now
Listen, he said, this is not over.
Next year will be better
The tram: a history
Twitter and Facebook agreed to pay
Trending up: wages rose in May
Also present: the mayor
"""


@pytest.mark.parametrize("line", FURNITURE.strip().splitlines())
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", PROSE.strip().splitlines())
def test_prose(line: str) -> None:
    assert not is_furniture(line)


def test_a_long_line_is_always_prose() -> None:
    assert not is_furniture("Read more: " + "the tram is late " * 20)


def test_furniture_is_kept_in_the_text_and_marked() -> None:
    article = from_text("Tram line agreed\nImage\nThe council voted.\n\nAlso read: Trams\n\nThe mayor was glad.")
    marked = [article.text[p.start : p.end] for p in article.paragraphs if p.kind is ParagraphKind.FURNITURE]
    assert marked == ["Image", "Also read: Trams"]

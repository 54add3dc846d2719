"""Subtitles become paragraphs of what is said, without clocks, numbers and markup."""

from __future__ import annotations

from newsreader.sources import from_bytes

SUBRIP = """1
00:00:02,000 --> 00:00:05,400
<b>The ferry to the islands</b>
was late, the mayor

2
00:00:05,500 --> 00:00:09,000 X1:1
{\\an2}Ana
Ruiz said on Friday.

3
00:01:05,500 --> 00:01:09,000
Nobody &amp; nothing moved.
"""
WEBVTT = """WEBVTT - Town news

NOTE made by hand

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.500 position:10%
<v Rosa>The ferry came late.

00:03.600 --> 00:06.000
<v.loud Hugh>We <c.red>waited</c>
<00:00:05.000>all day.
"""
ROLLING = """WEBVTT

00:00.000 --> 00:02.000
the ferry was late

00:02.000 --> 00:04.000
the ferry was late
and all sighed
"""


def test_lines_are_joined_and_a_pause_ends_a_paragraph() -> None:
    for data in (SUBRIP, SUBRIP.replace("\n", "\r\n"), "\ufeff" + SUBRIP):
        text = from_bytes(data.encode(), name="a.txt").text
        assert (
            text == "The ferry to the islands was late, the mayor Ana Ruiz said on Friday.\n\nNobody & nothing moved."
        )


def test_each_who_speaks_has_a_paragraph() -> None:
    article = from_bytes(WEBVTT.encode(), name="a")
    assert article.metadata.title == "Town news"
    assert article.text == "Town news\n\nRosa: The ferry came late.\n\nHugh: We waited all day."


def test_lines_that_stay_on_the_screen_are_said_once() -> None:
    assert from_bytes(ROLLING.encode(), name="a.vtt").text == "the ferry was late and all sighed"

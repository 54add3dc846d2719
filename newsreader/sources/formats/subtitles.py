"""Articles from subtitles (SubRip and WebVTT): what is said, in paragraphs, with who says it where that is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article import Metadata
from newsreader.sanitise import printable
from newsreader.sources.decode import beginning, decode
from newsreader.sources.formats.format import Format
from newsreader.sources.paragraphs.blocks import Block, block_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article
    from newsreader.sources.formats.format import Given

_CLOCK = r"(?:\d{1,3}:)?\d\d:\d\d[.,]\d{3}"
_TIMING = re.compile(rf"\s*({_CLOCK})\s+-->\s+({_CLOCK})(?:\s.*)?")
_SUBRIP = re.compile(rf"\s*\d+[ ]*\r?\n{_CLOCK}\s+-->\s+{_CLOCK}")
_WEBVTT = re.compile(r"\ufeff?WEBVTT(?:[ \t]+-?[ \t]*(?P<title>[^\r\n]*))?(?:\r?\n|\Z)")
_SPEAKER = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]{1,80})>")
_MARKUP = re.compile(r"<[^<>]{0,100}>|\{\\[^{}]{0,100}\}")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")

_LONGEST = 600
"""Code points after which a paragraph ends with its sentence."""

_PAUSE = 4.0
"""Seconds without a word after which another paragraph begins."""


class _Cue(NamedTuple):
    """What is on the screen at once."""

    start: float
    end: float
    speaker: str
    text: str


def _read(data: bytes, given: Given) -> list[Article]:
    text = decode(data, name=given.called, declared=given.charset)
    head = _WEBVTT.match(text)
    title = head["title"] if head and head["title"] else None
    blocks = (Block(paragraph) for paragraph in _paragraphs(_cues(text)))
    return [block_article(blocks, Metadata(title=title, url=given.url), given.origin)]


def _cues(text: str) -> Iterator[_Cue]:
    """Yield the cues; what has no timing (remarks, styles, numbers) is none."""
    shown: list[str] = []
    for piece in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = piece.strip("\n").split("\n")
        timing = _TIMING.fullmatch(lines[0]) or _TIMING.fullmatch(lines[1] if len(lines) > 1 else "")
        if timing is None:
            continue
        said = [(line, _plain(line)) for line in lines[lines.index(timing[0]) + 1 :]]
        speaker = next((printable(found[1]) for line, _ in said if (found := _SPEAKER.search(line))), "")
        new = [plain for _, plain in said if plain and plain not in shown]
        shown = [plain for _, plain in said]
        if new:
            yield _Cue(_seconds(timing[1]), _seconds(timing[2]), speaker, " ".join(new))


def _plain(line: str) -> str:
    import html

    return printable(html.unescape(_MARKUP.sub("", line)))


def _seconds(clock: str) -> float:
    *larger, seconds = clock.replace(",", ".").split(":")
    whole = sum(int(each) * int(60**power) for power, each in enumerate(reversed(larger), 1))
    return whole + float(seconds)


def _paragraphs(cues: Iterator[_Cue]) -> Iterator[str]:
    """Yield what is said, a paragraph for each speaker, ended by a pause or by its length at the end of a sentence."""
    paragraph, last = "", None
    for cue in cues:
        if last is not None and _ends(paragraph, last, cue):
            yield paragraph
            paragraph = ""
        speaker = f"{cue.speaker}: " if cue.speaker and not paragraph else ""
        paragraph += f"{' ' if paragraph else speaker}{cue.text}"
        last = cue
    yield paragraph


def _ends(paragraph: str, last: _Cue, cue: _Cue) -> bool:
    if cue.speaker != last.speaker and cue.speaker:
        return True
    is_apart = cue.start - last.end >= _PAUSE or len(paragraph) >= _LONGEST
    return is_apart and _SENTENCE_END.search(paragraph) is not None


def _is_subtitles(head: bytes) -> bool:
    text = beginning(head[:2000])
    return _WEBVTT.match(text) is not None or _SUBRIP.match(text) is not None


FORMAT = Format(
    "subtitles",
    _read,
    suffixes=frozenset({".srt", ".vtt"}),
    types=frozenset({"text/vtt", "application/x-subrip"}),
    magic=_is_subtitles,
)

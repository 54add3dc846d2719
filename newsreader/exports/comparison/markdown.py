"""A comparison as Markdown, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.exports.dossier.markdown import plain
from newsreader.exports.dossier.wording import days
from newsreader.exports.format import ComparisonFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.dossier.comparing import Comparison, Meeting
    from newsreader.dossier.model import Source


def _write(comparison: Comparison) -> str:
    return "\n".join(_lines(comparison)).rstrip("\n") + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"# {plain(' and '.join(each.name for each in comparison.things))}"
    yield ""
    for each in comparison.things:
        articles = counted(each.articles, "article")
        yield f"- {plain(each.name)}: {each.category}, {articles}, {len(each.alone)} without the others"
    if comparison.query:
        yield f"- Asked for: {plain(comparison.query)}"
    yield from ("", f"## Where they meet: {counted(len(comparison.meetings), 'article')}")
    for meeting in comparison.meetings:
        yield from _meeting(meeting)
    for each in comparison.things:
        yield from ("", f"## {plain(each.name)} without the others: {counted(len(each.alone), 'article')}", "")
        yield from (f"- {_source(source)}" for source in each.alone)


def _meeting(meeting: Meeting) -> Iterator[str]:
    shared = {0: "never in one paragraph", 1: "1 paragraph with all of them"}
    count = shared.get(meeting.paragraphs, f"{meeting.paragraphs} paragraphs with all of them")
    yield from ("", f"### {plain(meeting.source.title)}", "", f"{_from(meeting.source)}, {count}", "")
    for sentence in meeting.sentences:
        yield f"- {plain(sentence.text)}"
    for dated in meeting.dates:
        yield f"- **{days(dated)}** {plain(dated.sentence.text)}"


def _source(source: Source) -> str:
    return f"{_from(source)}: {plain(source.title)}"


def _from(source: Source) -> str:
    return f"{source.day}, {plain(source.paper)}" if source.paper else source.day


FORMAT = ComparisonFormat(name="markdown", about="to be read", suffix=".md", write=_write)

"""A dossier as Markdown, to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.dossier.model import OwnEntry
from newsreader.exports.dossier.wording import OWN, days, from_you, guessed, headed
from newsreader.exports.format import DossierFormat
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.dossier.model import Dossier, Sentence

_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~])")
BARS = "▁▂▃▄▅▆▇█"
MOST_BARS = 60
"""More weeks are counted together."""


def _write(dossier: Dossier) -> str:
    return "\n".join(_lines(dossier)).rstrip("\n") + "\n"


def _lines(dossier: Dossier) -> Iterator[str]:
    yield f"# {plain(dossier.name)}"
    yield ""
    for label, value in headed(dossier):
        yield f"- {plain(label)}: {plain(value)}"
    if dossier.weeks:
        every = -(-len(dossier.weeks) // MOST_BARS)
        counts = [count for _, count in dossier.weeks]
        shown = bars([sum(counts[at : at + every]) for at in range(0, len(counts), every)])
        yield f"- {'By week' if every == 1 else f'By {every} weeks'} from {dossier.weeks[0][0]}: {shown}"
    yield from _timeline(dossier)
    yield from _company(dossier)
    yield from _notes(dossier)
    yield from _mentions(dossier)


def bars(counts: list[int]) -> str:
    """A line of bars, the highest the most; a blank for none."""
    most = max(counts, default=0)
    return "".join(BARS[(count * len(BARS) - 1) // most] if count else " " for count in counts)


def _timeline(dossier: Dossier) -> Iterator[str]:
    if dossier.dates:
        yield from ("", "## Timeline", "")
    for each in dossier.dates:
        if isinstance(each, OwnEntry):
            said = f"{OWN} {plain(each.text)} ({plain(from_you(each))})"
        else:
            said = f"{plain(each.sentence.text)} ({_source(each.sentence)})"
        yield " ".join(filter(None, (f"- **{days(each)}**", said, plain(guessed(each)))))


def _company(dossier: Dossier) -> Iterator[str]:
    if dossier.company:
        yield from ("", "## Company", "")
    for each in dossier.company:
        paragraphs = counted(each.paragraphs, "paragraph")
        proof = f"{plain(each.proof.text)} ({_source(each.proof)})"
        yield f"- **{plain(each.name)}**, {each.category}, {paragraphs}: {proof}"


def _notes(dossier: Dossier) -> Iterator[str]:
    if dossier.notes:
        yield from ("", "## Notes", "")
    for each in dossier.notes:
        quote = f" on “{plain(each.quote)}”" if each.quote else ""
        yield f"- {each.created:%Y-%m-%d} {each.kind}{quote}: {plain(each.text)} ({plain(each.source.title)})"


def _mentions(dossier: Dossier) -> Iterator[str]:
    yield from ("", "## Mentions")
    last = None
    for each in dossier.mentions:
        if each.source != last:
            paper = f", {plain(each.source.paper)}" if each.source.paper else ""
            yield from ("", f"### {plain(each.source.title)}", "", f"{each.source.day}{paper}", "")
            last = each.source
        yield f"- {plain(each.text)}"


def _source(sentence: Sentence) -> str:
    return f"{plain(sentence.source.title)}, {sentence.source.day}"


def plain(text: str) -> str:
    """A text on one line in which nothing is a command of Markdown or HTML."""
    return _ACTIVE.sub(r"\\\1", " ".join(printable(text).split()))


FORMAT = DossierFormat(name="markdown", about="a document", suffix=".md", write=_write)

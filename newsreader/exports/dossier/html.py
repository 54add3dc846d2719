"""A dossier as one HTML file that needs nothing else: bars by week and the company as pictures (SVG) in it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newsreader.dossier.model import OwnEntry
from newsreader.exports.dossier.picture import picture
from newsreader.exports.dossier.wording import OWN, days, from_you, guessed, headed
from newsreader.exports.format import DossierFormat
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.dossier.model import Dated, Dossier, Sentence

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, dt, figcaption { font-family: system-ui, sans-serif; line-height: 1.2; }
h3 { margin: 1.5rem 0 0.2rem; font-size: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; }
dd { margin: 0; }
figure { margin: 1rem 0; }
figcaption, .source { color: #666; font-size: 0.85rem; }
svg { width: 100%; height: auto; }
rect, circle { fill: #2a6f97; }
line { stroke: #999; }
line.link { stroke: #c9a227; stroke-dasharray: 4 3; }
text { font: 11px system-ui, sans-serif; fill: currentColor; }
mark { background: #fff3bf; color: #000; }
@media print { body { max-width: none; margin: 0; } h2, h3 { break-after: avoid; } li { break-inside: avoid; } }
"""
_WIDTH, _HEIGHT = 720, 80


def _write(dossier: Dossier) -> str:
    return "\n".join(_page(dossier)) + "\n"


def _page(dossier: Dossier) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(dossier.name)}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{_text(dossier.name)}</h1><dl>"
    yield from (f"<dt>{_text(label)}</dt><dd>{_text(value)}</dd>" for label, value in headed(dossier))
    yield "</dl>"
    yield from _bars(dossier.weeks)
    yield from _timeline(dossier.dates)
    if dossier.company:
        yield "<h2>Company</h2>"
        yield from picture(dossier.name, dossier.company, dossier.links)
        yield "<ul>"
        for each in dossier.company:
            yield f"<li><b>{_text(each.name)}</b> ({each.category}, {each.paragraphs}): {_marked(each.proof)}</li>"
        yield "</ul>"
    if dossier.notes:
        yield "<h2>Notes</h2><ul>"
        for note in dossier.notes:
            quote = f"<q>{_text(note.quote)}</q> " if note.quote else ""
            yield f"<li>{note.created:%Y-%m-%d} {quote}{_text(note.text)} {_cited(note.source.title)}</li>"
        yield "</ul>"
    yield "<h2>Mentions</h2>"
    yield from _mentions(dossier.mentions)
    yield "</body></html>"


def _mentions(mentions: Iterable[Sentence]) -> Iterator[str]:
    last = None
    for each in mentions:
        if each.source != last:
            yield f"<h3>{_text(each.source.title)}</h3>"
            yield f'<p class="source">{_text(" · ".join(filter(None, (each.source.day, each.source.paper))))}</p>'
            last = each.source
        yield f"<p>{_marked(each, cite=False)}</p>"


def _marked(sentence: Sentence, *, cite: bool = True) -> str:
    """The sentence, with the place marked where the words stand."""
    at, text = sentence.at, sentence.text
    end = at + len(sentence.words)
    before, found, behind = text[:at], text[at:end], text[end:]
    cited = f" {_cited(f'{sentence.source.title}, {sentence.source.day}')}" if cite else ""
    return f"{_text(before)}<mark>{_text(found)}</mark>{_text(behind)}{cited}"


def _cited(title: str) -> str:
    return f'<span class="source">{_text(title)}</span>'


def _bars(weeks: Sequence[tuple[str, int]]) -> Iterator[str]:
    if not weeks:
        return
    most, wide = max(count for _, count in weeks), _WIDTH / len(weeks)
    yield f'<figure><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="Articles by week">'
    for place, (week, count) in enumerate(weeks):
        high = _HEIGHT * count / most
        yield (
            f'<rect x="{place * wide:.2f}" y="{_HEIGHT - high:.2f}" width="{max(wide * 0.8, 0.2):.2f}" '
            f'height="{high:.2f}"><title>{week}: {count}</title></rect>'
        )
    yield f"</svg><figcaption>Articles by week, {weeks[0][0]} to {weeks[-1][0]}, at most {most}</figcaption></figure>"


def _timeline(dates: Sequence[Dated | OwnEntry]) -> Iterator[str]:
    if not dates:
        return
    yield "<h2>Timeline</h2><ul>"
    for each in dates:
        if isinstance(each, OwnEntry):
            said = f"{OWN} {_text(each.text)} {_cited(from_you(each))}"
        else:
            said = _marked(each.sentence)
        doubt = f" {_cited(guessed(each))}" if each.doubt else ""
        yield f"<li><b>{days(each)}</b> {said}{doubt}</li>"
    yield "</ul>"


def _text(text: str) -> str:
    return escape(printable(text))


FORMAT = DossierFormat(name="html", about="a page with pictures", suffix=".html", write=_write)

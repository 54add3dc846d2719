"""The dates of an article in the order of time, each with the sentence that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.entity import MARK, Category, doubt_of
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.article import Article
    from newsreader.entity import Analysis, Mention, TimeValue
    from newsreader.languages.record import Stretch


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One date in one sentence. All texts are single lines that are safe to print."""

    article: str
    """What the article is called: its location or id."""
    title: str
    published: str
    """The article's own date as ISO 8601, empty if it is not known."""
    words: str
    """The expression as the text has it."""
    sentence: str
    start: int
    """Where the expression stands in the text as it was given, in code points."""
    end: int
    time: TimeValue
    doubt: str
    """Why the value is a guess; empty if it is certain enough."""
    key: str
    """The same for the same expression in the same text, whenever it is read."""

    @property
    def mark(self) -> str:
        """What stands behind the value where it is shown: that it is a guess, or nothing."""
        return MARK if self.doubt else ""

    @property
    def placed(self) -> bool:
        """Whether it has a place on a calendar."""
        return self.time.start is not None and self.time.end is not None


@dataclass(frozen=True, slots=True)
class Chronology:
    """The dates with a place on a calendar, in the order of time, and those without, in the order of the text."""

    placed: tuple[TimelineEntry, ...]
    unplaced: tuple[TimelineEntry, ...]


def chronology(article: Article, analysis: Analysis, name: object) -> Chronology:
    """The dates of one article, which is called `name`. The same value twice in a sentence is one entry."""
    return merged([_sorted(_entries(article, analysis, printable(str(name if name is not None else ""))))])


def merged(several: Iterable[Chronology]) -> Chronology:
    """The dates of several articles as one timeline."""
    known = list(several)
    placed = sorted(
        (each for one in known for each in one.placed), key=lambda entry: entry.time.end or "", reverse=True
    )
    placed.sort(key=lambda entry: entry.time.start or "")
    return Chronology(tuple(placed), tuple(each for one in known for each in one.unplaced))


def _sorted(entries: Iterable[TimelineEntry]) -> Chronology:
    known = list(entries)
    return Chronology(tuple(each for each in known if each.placed), tuple(each for each in known if not each.placed))


def _entries(article: Article, analysis: Analysis, name: str) -> Iterator[TimelineEntry]:
    known = [each for each in analysis.entities if each.category is Category.DATE]
    mentions = sorted((each for entity in known for each in entity.mentions if each.time), key=attrgetter("start"))
    seen: set[tuple[Stretch, str]] = set()
    for mention, sentence in _in_sentences(article, mentions):
        if mention.time and (sentence, mention.time.value) not in seen:
            seen.add((sentence, mention.time.value))
            yield _entry(article, name, mention, mention.time, sentence)


def _in_sentences(article: Article, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Stretch]]:
    """Each mention with the sentence it stands in; the sentences of a paragraph are looked for once."""
    paragraph, found = -1, [(0, 0)]
    split = languages.of_article(article).sentences().split
    for mention in mentions:
        place = bisect_right(article.paragraphs, mention.start, key=attrgetter("start")) - 1
        if place != paragraph:
            paragraph = place
            found = list(split(article.text, article.paragraphs[place].start, article.paragraphs[place].end))
        yield mention, found[max(0, bisect_right(found, (mention.start, len(article.text))) - 1)]


def _entry(article: Article, name: str, mention: Mention, time: TimeValue, sentence: Stretch) -> TimelineEntry:
    start, end = article.original.span_to_original(mention.start, mention.end)
    published = article.metadata.published
    return TimelineEntry(
        article=name,
        title=printable(article.metadata.title or ""),
        published=published.isoformat() if published else "",
        words=_line(article.text[mention.start : mention.end]),
        sentence=_line(article.text[slice(*sentence)]),
        start=start,
        end=end,
        time=time,
        doubt=doubt_of(mention),
        key=f"{article.sha256[:16]}-{mention.start}-{mention.end}",
    )


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def off_calendar(found: Chronology) -> tuple[str, ...]:
    """What has no place on a calendar, a sentence for each article."""
    sentences = []
    for article in dict.fromkeys(entry.article for entry in found.unplaced):
        words = list(dict.fromkeys(f"“{entry.words}”" for entry in found.unplaced if entry.article == article))
        what = "dates have" if len(words) > 1 else "date has"
        where = article or "the article"
        sentences.append(f"{len(words)} {what} no place on a calendar in {where}: {', '.join(words)}.")
    return tuple(sentences)

"""Reads what is large or strange in a process of its own, which has limits of time and memory and can be stopped.

The process is asked on its standard input, with a line of JSON and the bytes, and answers with a line of JSON.
"""

from __future__ import annotations

import atexit
import json
import logging
import signal
import subprocess
import sys
from dataclasses import asdict, astuple, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from newsreader import system
from newsreader.article import Article, Link, Metadata, Origin, OriginKind, Paragraph, ParagraphKind
from newsreader.sources.apart import too_much
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.format import Given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.sources.formats.format import Format

SECONDS = 30
"""What the process may take of the processor, where the system knows such a limit (not Windows)."""
PATIENCE = 120
"""Seconds of the clock that are waited for an answer: on a busy machine, a process gets little of the processor."""
MEMORY = 1024 * 1024 * 1024
"""Bytes of addresses that the process may have, where the system knows such a limit (Linux)."""

MOST_TEXT = 16 * 1024 * 1024
"""Code points of what becomes of them; a table of many columns may grow to the square of what it was."""

_LOG = logging.getLogger(__name__)

_READER = (sys.executable, "-P", "-m", "newsreader.sources.reading_process")


def read_in_process(form: Format, data: bytes, given: Given) -> Iterator[Article]:
    """Yield the articles in `data`. Raises `SourceError`, also for what takes too long or too much memory."""
    said = _answer(json.dumps({"format": form.name, **asdict(given)}).encode() + b"\n" + data, given)
    yield from (_article(each, given) for each in said["articles"])
    if said["refused"]:
        raise SourceError(said["refused"])


def _answer(question: bytes, given: Given) -> dict[str, Any]:
    """Ask a process of its own. It ends with this one, with ctrl+c and with its time, whatever it is stuck in."""
    process = subprocess.Popen(_READER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    atexit.register(process.kill)
    try:
        answer, _ = process.communicate(question, PATIENCE)
        said: dict[str, Any] = json.loads(answer)
    except (subprocess.TimeoutExpired, OSError, ValueError) as error:
        _LOG.warning("The process that reads pages gave no answer (%s)", process.poll())
        raise too_much(given) from error
    finally:
        process.kill()
        process.wait()
        atexit.unregister(process.kill)
    return said


def _article(said: dict[str, Any], given: Given) -> Article:
    known = said["metadata"]
    published = date.fromisoformat(known["published"]) if known["published"] else None
    paragraphs = tuple(
        Paragraph(start, end, ParagraphKind(kind), *form) for start, end, kind, *form in said["paragraphs"]
    )
    origin = given.part(said["part"]) if said["part"] else given.origin
    links = tuple(Link(*each) for each in said["links"])
    return Article(said["text"], paragraphs, Metadata(**{**known, "published": published}), origin, links=links)


def _as_json(article: Article) -> dict[str, Any]:
    """Return what `_article` makes the article of: a parser's text, for which nothing leads back to what was given."""
    known = asdict(replace(article.metadata, published=None))
    published = article.metadata.published
    return {
        "text": article.text,
        "paragraphs": [astuple(each) for each in article.paragraphs],
        "links": [astuple(each) for each in article.links],
        "metadata": {**known, "published": published.isoformat() if published else None},
        "part": article.origin.part,
    }


def _limit_ourselves() -> None:
    """Have the system end this process when it takes too long, or is told to; and refuse it too much memory."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    system.limit(SECONDS, MEMORY)


def _answered(question: dict[str, Any], data: bytes) -> dict[str, Any]:
    from newsreader.sources.formats.registry import FORMATS

    name, origin = question.pop("format"), question.pop("origin")
    form = next(each for each in FORMATS if each.name == name)
    given = Given(origin=Origin(OriginKind(origin.pop("kind")), **origin), **question)
    articles: list[Article] = []
    refused, size = "", 0
    try:
        for each in form.read(data, given):
            size += len(each.text)
            if size > MOST_TEXT:
                raise too_much(given)
            articles.append(each)
    except SourceError as error:
        refused = str(error)
    return {"articles": [_as_json(each) for each in articles], "refused": refused}


def main() -> None:
    """Read a question from standard input, a line of JSON and the bytes, and write the articles as a line of JSON."""
    _limit_ourselves()
    question = json.loads(sys.stdin.buffer.readline())
    print(json.dumps(_answered(question, sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()

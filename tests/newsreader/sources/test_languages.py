"""The habits of the English-language press are not looked for in an article that states another language."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.article import Article, ParagraphKind
from newsreader.sources import from_bytes, from_text

LINES = [
    "By Arrangement Der Stadtrat",
    "HAMBURG (Reuters) - Der Stadtrat hat am Dienstag beschlossen, eine Bahn vom Hafen zur Universität zu bauen.",
    "Share this article",
    "Die Bürgermeisterin sagte, im Frühjahr beginne der Bau der neuen Strecke, die vier Jahre lang dauern soll.",
    "(Reporting by Jane Doe; Editing by John Roe)",
]


def page(language: str) -> Article:
    """A page in HTML that states a language, or none."""
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    html = f"<!doctype html><html{language}><body><article><h1>Die Bahn kommt</h1>{paragraphs}</article></body></html>"
    return from_bytes(html.encode(), name="page.html")


def text(language: str) -> Article:
    """A text with front matter that states a language, or none."""
    front = f"---\ntitle: Die Bahn kommt\n{language}---\n"
    return from_text(front + "\n\n".join(LINES))


@pytest.mark.parametrize("article", [page(' lang="de"'), page(" lang='de-AT'"), text("language: de\n")])
def test_in_another_language_no_english_byline_dateline_credit_or_furniture_is_seen(article: Article) -> None:
    known = article.metadata
    assert (known.byline, known.agency, known.place, known.published) == (None, None, None, None)
    assert not {paragraph.kind for paragraph in article.paragraphs} & {ParagraphKind.META, ParagraphKind.FURNITURE}


@pytest.mark.parametrize(
    "article", [page(""), page(' lang="en-GB"'), page(' lang="x-default"'), text(""), text("language: English\n")]
)
def test_in_english_and_where_no_language_is_stated_they_are(article: Article) -> None:
    known = article.metadata
    assert (known.agency, known.place) == ("Reuters", "Hamburg")
    kinds = {article.text[each.start : each.end]: each.kind for each in article.paragraphs}
    assert kinds.get(LINES[2], ParagraphKind.FURNITURE) is ParagraphKind.FURNITURE
    assert kinds.get(LINES[4], ParagraphKind.META) is ParagraphKind.META


def test_days_that_need_no_words_are_read_in_every_language() -> None:
    lines = "19.06.2024\n\n* * *\n\nDer Stadtrat hat beschlossen, eine Bahn zu bauen.\n\nSie soll schon bald fahren."
    article = from_text(f"---\ntitle: Die Bahn kommt\nlang: de\n---\n{lines}")
    assert article.metadata.published == date(2024, 6, 19)
    assert ParagraphKind.FURNITURE in {paragraph.kind for paragraph in article.paragraphs}
    given = from_text("---\nlang: de\ndate: Wed, 19 Jun 2024 10:00:00 GMT\n---\nDer Stadtrat.")
    assert given.metadata.published == date(2024, 6, 19)

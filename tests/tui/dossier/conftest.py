"""What the tests of dossiers on the screen share."""

from __future__ import annotations

from datetime import date

import pytest
from dossier_screen import ARTICLES, analysed

from newsreader.index.index import Index


@pytest.fixture
def open_index(tmp_path):
    return lambda: Index.open(tmp_path / "library.db", tmp_path, date(2024, 7, 31))


@pytest.fixture
def start(app_with, library, open_index):
    """The library with the articles, read for names."""
    known = {}
    with open_index() as index:
        for title, day, text in ARTICLES:
            article, analysis = analysed(text, title, day)
            with library.writing() as unit:
                record = unit.articles.remember(article)
            known[article.sha256] = analysis
            index.follow(library)
            assert index.name(record, article, analysis, "rules")
    return app_with(locations=(), index=open_index, client=None, known=lambda article: known.get(article.sha256))

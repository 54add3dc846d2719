"""Where things meet over all articles, and where each is alone."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from shelf import Shelf

from newsreader import cli
from newsreader.dossier.comparing import compare
from newsreader.exports import registry
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.dossier.comparing import Comparison

TOGETHER = "{person: Karin Ahlström} met {person: Rolf Knowles} on 3 March. It rained.\n\n{person: Rolf Knowles} left."
APART = "{person: Rolf Knowles} rowed.\n\n{person: Karin Ahlström} won."
ALONE = "{person: Karin Ahlström} voted. Nobody else came."


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    made.add(TOGETHER, date(2024, 3, 4), "Together")
    made.add(APART, date(2024, 3, 6), "Apart")
    made.add(ALONE, date(2024, 3, 5), "Alone")
    yield made
    made.close()


def compared(shelf: Shelf, query: str = "") -> Comparison:
    things = [shelf.index.things.called(name, 1)[0] for name in ("Karin Ahlström", "Knowles")]
    return compare(shelf.library, shelf.index, things, parse(query, ARTICLES).condition, query)


def test_they_meet_in_articles_and_paragraphs_with_their_dates(shelf: Shelf) -> None:
    apart, together = compared(shelf).meetings
    assert (apart.source.title, apart.paragraphs, apart.dates) == ("Apart", 0, ())
    assert [each.text for each in apart.sentences] == ["Rolf Knowles rowed.", "Karin Ahlström won."]
    assert (together.source.title, together.paragraphs) == ("Together", 1)
    assert [each.text for each in together.sentences] == ["Karin Ahlström met Rolf Knowles on 3 March."]
    assert [each.first for each in together.dates] == ["2024-03-03"]


def test_each_is_alone_where_no_other_stands(shelf: Shelf) -> None:
    karin, rolf = compared(shelf).things
    assert (karin.articles, [each.title for each in karin.alone]) == (3, ["Alone"])
    assert (rolf.articles, rolf.alone) == (2, ())


def test_a_query_says_which_articles_are_looked_at(shelf: Shelf) -> None:
    found = compared(shelf, "published:2024-03-05..")
    assert [each.source.title for each in found.meetings] == ["Apart"]
    assert found.query == "published:2024-03-05.."


def test_it_is_written_to_be_read_and_as_data(shelf: Shelf) -> None:
    found = compared(shelf)
    text = registry.COMPARISON["markdown"].write(found)
    assert "# Karin Ahlström and Rolf Knowles" in text
    assert "### Together\n\n2024-03-04, 1 paragraph with all of them\n\n- Karin Ahlström met" in text
    assert "## Karin Ahlström without the others: 1 article\n\n- 2024-03-05: Alone" in text
    rows = [*csv.DictReader(io.StringIO(registry.COMPARISON["csv"].write(found)))]
    assert [(each["title"], each["paragraphs"]) for each in rows] == [("Apart", "0"), ("Together", "1"), ("Alone", "0")]
    record = json.loads(registry.COMPARISON["json"].write(found))
    assert record["meetings"][1]["dates"][0]["first"] == "2024-03-03"


def test_the_command_asks_for_two(capsys: pytest.CaptureFixture[str], shelf: Shelf, monkeypatch) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(shelf.folder))
    monkeypatch.setenv("NEWSREADER_CACHE_DIR", str(shelf.folder))
    assert cli.main(["compare", "Karin Ahlström", "Rolf Knowles"]) == 0
    assert "Where they meet: 2 articles" in capsys.readouterr().out
    assert cli.main(["compare", "Karin Ahlström"]) == 2
    assert cli.main(["compare", "Karin Ahlström", "Ahlström"]) == 2
    assert "Name two or more" in capsys.readouterr().err
    assert cli.main(["compare", "Karin Ahlström", "Nobody"]) == 1
    assert "There is no “Nobody”" in capsys.readouterr().err

"""A dossier has what the articles say of one thing, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from shelf import Shelf

from newsreader.annotations.notebook import Notebook
from newsreader.dossier.gather import StoppedError, Wanted, gather, mentions
from newsreader.entity import Category
from newsreader.exports import registry
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.dossier.model import Dossier

FIRST = (
    "{person: Karin Ahlström} met {person: Rolf Knowles} in {place: Norrfors} on 3 March. It rained.\n\n"
    "{person: Ahlström = Karin Ahlström} left; <b>{organisation: Quay Board}</b>, =1+1, stayed. {place: Oslo} slept."
)
SECOND = "{person: Rolf Knowles} rowed.\n\n{person: Karin Ahlström} and {person: Rolf Knowles} won."


def dossier_of(shelf: Shelf, name: str, query: str = "", limit: int = -1) -> Dossier:
    """The dossier of the only thing of a name."""
    (thing,) = shelf.index.things.called(name, 5)
    return gather(shelf.library, shelf.index, Wanted(thing, parse(query, ARTICLES).condition, query, limit))


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    made.add(FIRST, date(2024, 3, 5), "Quay to close")
    made.add(SECOND, date(2024, 3, 20), "A race")
    yield made
    made.close()


def test_every_mention_stands_in_its_sentence_the_newest_first(shelf: Shelf) -> None:
    dossier = dossier_of(shelf, "Ahlström")
    assert (dossier.name, dossier.category, dossier.forms) == ("Karin Ahlström", Category.PERSON, ("Ahlström",))
    assert [(each.source.title, each.words, each.text) for each in dossier.mentions] == [
        ("A race", "Karin Ahlström", "Karin Ahlström and Rolf Knowles won."),
        ("Quay to close", "Karin Ahlström", "Karin Ahlström met Rolf Knowles in Norrfors on 3 March."),
        ("Quay to close", "Ahlström", "Ahlström left; <b>Quay Board</b>, =1+1, stayed."),
    ]
    assert (dossier.first, dossier.last, dossier.scripts) == ("2024-03-05", "2024-03-20", ("Latin",))
    assert dossier.weeks == (("2024-03-04", 1), ("2024-03-11", 0), ("2024-03-18", 1))
    (thing,) = shelf.index.things.called("Ahlström", 5)
    assert tuple(mentions(shelf.library, shelf.index, thing)) == dossier.mentions


def test_dates_are_those_of_its_sentences(shelf: Shelf) -> None:
    (dated,) = dossier_of(shelf, "Ahlström").timeline
    assert (dated.first, dated.last, dated.doubt, dated.sentence.words) == ("2024-03-03", "2024-03-03", "", "3 March")
    assert dossier_of(shelf, "Oslo").timeline == ()


def test_company_shares_paragraphs_and_has_a_proof(shelf: Shelf) -> None:
    company = dossier_of(shelf, "Ahlström").company
    assert [(each.name, each.paragraphs, each.articles) for each in company] == [
        ("Rolf Knowles", 2, 2),
        ("Norrfors", 1, 1),
        ("Oslo", 1, 1),
        ("Quay Board", 1, 1),
    ]
    assert company[0].proof.text == "Karin Ahlström and Rolf Knowles won."
    assert [each.name for each in dossier_of(shelf, "Oslo").company] == ["Karin Ahlström", "Quay Board"]


def test_a_query_and_a_number_leave_articles_out(shelf: Shelf) -> None:
    assert [each.title for each in dossier_of(shelf, "Ahlström", "quay").sources] == ["Quay to close"]
    assert [each.title for each in dossier_of(shelf, "Ahlström", limit=1).sources] == ["A race"]


def test_notes_are_those_on_it_and_on_its_sentences(shelf: Shelf) -> None:
    record = shelf.library.latest(1)
    assert record is not None
    article = shelf.library.stored(record)
    notebook = Notebook(shelf.library, record, article)
    at = article.text.index("Norrfors")
    notebook.note("Who was there?", start=at, end=at + 8)
    notebook.note("My mayor.", entity="person:karin-ahlstrom")
    notebook.note("Elsewhere.", start=article.text.index("rained"), end=article.text.index("rained") + 6)
    assert {each.text for each in dossier_of(shelf, "Ahlström").notes} == {"Who was there?", "My mayor."}


@pytest.mark.parametrize("name", registry.DOSSIER.names)
def test_every_format_says_the_same_each_time_and_obeys_nothing(shelf: Shelf, name: str) -> None:
    shelf.add("{person: Karin Ahlström} and {person: ]]><script>x</script>}.", None, "<i>=SUM(1)|*x*")
    written = registry.DOSSIER[name].write(dossier_of(shelf, "Karin Ahlström"))
    assert written == registry.DOSSIER[name].write(dossier_of(shelf, "Karin Ahlström"))
    assert "<script>" not in written or name not in ("markdown", "html", "gexf")
    assert not written.startswith("=")
    assert "\n=" not in written
    written.encode("utf-8")


def test_markdown_and_html_hold_no_markup_of_articles(shelf: Shelf) -> None:
    dossier = dossier_of(shelf, "Ahlström")
    assert "<b>Quay Board</b>, =1" not in registry.DOSSIER["html"].write(dossier)
    assert "&lt;b&gt;Quay" in registry.DOSSIER["html"].write(dossier)
    assert "\\<b\\>Quay" in registry.DOSSIER["markdown"].write(dossier)
    assert "- By week from 2024-03-04: █ █" in registry.DOSSIER["markdown"].write(dossier)


def test_html_is_one_file_with_pictures(shelf: Shelf) -> None:
    page = registry.DOSSIER["html"].write(dossier_of(shelf, "Ahlström"))
    pictures = page.split("<svg")[1:]
    assert len(pictures) == 2
    for each in pictures:
        ElementTree.fromstring(f"<svg{each.partition('</svg>')[0]}</svg>")
    assert "http" not in page


def test_tables(shelf: Shelf) -> None:
    dossier = dossier_of(shelf, "Ahlström")
    found = [*csv.DictReader(io.StringIO(registry.DOSSIER["csv"].write(dossier)))]
    assert [each["words"] for each in found] == [each.words for each in dossier.mentions]
    nodes = [*csv.DictReader(io.StringIO(registry.DOSSIER["nodes"].write(dossier)))]
    edges = [*csv.DictReader(io.StringIO(registry.DOSSIER["edges"].write(dossier)))]
    assert [each["Label"] for each in nodes] == ["Karin Ahlström", "Rolf Knowles", "Norrfors", "Oslo", "Quay Board"]
    assert {each["Target"] for each in edges} | {edges[0]["Source"]} == {each["Id"] for each in nodes}


def test_gexf_has_a_node_for_each_end_of_its_edges(shelf: Shelf) -> None:
    root = ElementTree.fromstring(registry.DOSSIER["gexf"].write(dossier_of(shelf, "Ahlström")))
    of = {"g": "http://gexf.net/1.3"}
    nodes = {each.get("id") for each in root.iterfind(".//g:node", of)}
    ends = {each.get(end) for each in root.iterfind(".//g:edge", of) for end in ("source", "target")}
    assert ends == nodes
    weights = [each.get("weight") for each in root.iterfind(".//g:edge", of)]
    assert weights == ["2", "1", "1", "1", "1", "1"]


def test_company_that_shares_a_paragraph_is_linked(shelf: Shelf) -> None:
    dossier = dossier_of(shelf, "Ahlström")
    called = {each.id: each.name for each in dossier.company}
    found = [(called[each.one], called[each.other], each.paragraphs, each.source.title) for each in dossier.links]
    assert found == [("Rolf Knowles", "Norrfors", 1, "Quay to close"), ("Oslo", "Quay Board", 1, "Quay to close")]
    page = registry.DOSSIER["html"].write(dossier)
    assert page.count('<line class="link"') == 2


def test_whoever_waits_for_a_dossier_is_told_how_far_it_is_and_can_stop_it(shelf: Shelf) -> None:
    (thing,) = shelf.index.things.called("Ahlström", 5)
    told: list[tuple[int, int]] = []
    gather(shelf.library, shelf.index, Wanted(thing), lambda *count: told.append(count))
    assert told[-1] == (2, 2)

    def stop(done: int, of: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        gather(shelf.library, shelf.index, Wanted(thing), stop)


def test_follow_the_money_refers_to_what_is_there(shelf: Shelf) -> None:
    lines = registry.DOSSIER["ftm"].write(dossier_of(shelf, "Ahlström")).splitlines()
    entities = {each["id"]: each for each in map(json.loads, lines)}
    assert len(entities) == len(lines)
    kinds = sorted(each["schema"] for each in entities.values())
    assert kinds == sorted([*["Person"] * 2, *["Address"] * 2, "Organization", *["Article"] * 2, *["Mention"] * 3,
                            *["UnknownLink"] * 4])  # fmt: skip
    for each in entities.values():
        for name in ("subject", "object", "proof", "document", "resolved"):
            assert {*each["properties"].get(name, ())} <= entities.keys()


def test_in_follow_the_money_a_mention_is_of_somebody_and_a_place_is_named_by_its_articles(shelf: Shelf) -> None:
    found = [json.loads(line) for line in registry.DOSSIER["ftm"].write(dossier_of(shelf, "Norrfors")).splitlines()]
    assert not any("resolved" in each["properties"] for each in found if each["schema"] == "Mention")
    articles = [each["properties"] for each in found if each["schema"] == "Article"]
    assert [each["locationMentioned"] for each in articles] == [["Norrfors"]] * len(articles)


def test_icalendar_has_an_event_for_each_date(shelf: Shelf) -> None:
    calendar = registry.DOSSIER["ics"].write(dossier_of(shelf, "Ahlström"))
    assert calendar.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20240303\r\nDTEND;VALUE=DATE:20240304\r\n" in calendar
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))


def test_json_has_the_documented_fields(shelf: Shelf) -> None:
    dossier = json.loads(registry.DOSSIER["json"].write(dossier_of(shelf, "Ahlström")))
    assert dossier["schema"] == 1
    assert dossier["weeks"][0] == {"week": "2024-03-04", "articles": 1}
    assert dossier["mentions"][0]["source"]["title"] == "A race"
    assert (dossier["first"], dossier["last"]) == ("2024-03-05", "2024-03-20")


def test_a_dossier_may_be_asked_for_in_any_order_of_articles(tmp_path: Path) -> None:
    written: list[str] = []
    for seed in (1, 2):
        (tmp_path / str(seed)).mkdir()
        shelf = Shelf(tmp_path / str(seed))
        texts = [(FIRST, date(2024, 3, 5), "Quay to close"), (SECOND, date(2024, 3, 20), "A race")]
        random.Random(seed).shuffle(texts)
        for each in texts if seed == 1 else texts[::-1]:
            shelf.add(*each)
        written.append(registry.DOSSIER["markdown"].write(dossier_of(shelf, "Ahlström")))
        shelf.index.close()
        shelf.library.close()
    assert written[0] == written[1]


def test_another_program_reads_the_calendar(shelf: Shelf) -> None:
    calendars = pytest.importorskip("icalendar")
    dossier = dossier_of(shelf, "Ahlström")
    read = calendars.Calendar.from_ical(registry.DOSSIER["ics"].write(dossier))
    (event,) = read.walk("VEVENT")
    assert not event.errors
    assert str(event.decoded("DTSTART")) == dossier.timeline[0].first
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(1)


def test_another_program_reads_the_graph(shelf: Shelf) -> None:
    networkx = pytest.importorskip("networkx")
    dossier = dossier_of(shelf, "Ahlström")
    graph = networkx.read_gexf(io.StringIO(registry.DOSSIER["gexf"].write(dossier)))
    assert {each["label"] for _, each in graph.nodes(data=True)} == {
        dossier.name,
        *(each.name for each in dossier.company),
    }
    weights = {graph.edges[str(dossier.id), str(each.id)]["weight"] for each in dossier.company}
    assert weights == {each.paragraphs for each in dossier.company}

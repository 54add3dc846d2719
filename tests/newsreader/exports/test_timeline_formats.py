"""`newsreader timeline`: what it prints can be read back by the rules of each format."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newsreader import cli
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entities.timeline import date_entities
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from newsreader.exports.timeline.chronology import chronology, merged
from newsreader.exports.timeline.ics import icalendar
from newsreader.exports.timeline.timelinejs import timelinejs
from newsreader.languages import ENGLISH
from newsreader.languages.english.time_words import readable, spelled

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.exports.timeline.chronology import Chronology

TEXT = (
    "It began on June 19-21, 2024; see “a, b; c\\d” <b>. It lasted for years.\n\n"
    "In the 1990s nothing happened. They met at 5 p.m. on Monday, in the summer of 2018 and in May 2011.\n\n"
    "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich, und zwar seit dem Jahr, also since 2001. "
    "The vote is in the first half of 2025."
)
DCT = date(2024, 6, 19)
Capture = pytest.CaptureFixture[str]


def article(text: str = TEXT, title: str | None = "A & B") -> Article:
    paragraphs, start = [], 0
    for words in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(words)))
        start += len(words) + 2
    return Article(text, tuple(paragraphs), Metadata(title=title, published=DCT), Origin(OriginKind.RECORD))


def found(text: str = TEXT, name: str = "a.txt", title: str | None = "A & B") -> Chronology:
    story = article(text, title)
    spans = [(each.start, each.end) for each in story.paragraphs]
    times = [time.mention() for time in ENGLISH.times().find(text, spans, DCT)]
    entities = date_entities(text, times, ENGLISH.names())
    return chronology(story, Analysis(story.sha256, "", tuple(entities), 1, 1), name)


def events(calendar: str) -> list[dict[str, str]]:
    """The events of a calendar, read as RFC 5545 says: unfolded, one property a line, values unescaped."""
    assert calendar.endswith("\r\n")
    for line in calendar.split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\n" not in line
    result: list[dict[str, str]] = []
    for line in calendar.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            result.append({})
        elif result:
            result[-1][name] = re.sub(
                r"\\([\\;,nN])", lambda match: {"n": "\n", "N": "\n"}.get(match[1], match[1]), value
            )
    return result


def test_entries_come_in_the_order_of_time_with_their_sentences() -> None:
    entries = found().placed
    assert [readable(each.time) for each in entries] == [
        *("1990s", "2001", "2011-05", "summer 2018", "2024-06-17", "2024-06-17 17:00"),
        *("2024-06-19–21", "2025-H1"),
    ]
    assert entries[0].sentence == "In the 1990s nothing happened."
    for entry in entries:
        assert TEXT[entry.start : entry.end] == entry.words
        assert entry.words in entry.sentence
    assert [each.words for each in found().unplaced] == ["years"]


def test_several_articles_are_one_timeline() -> None:
    both = merged([found("It began in 2001.", "a"), found("It began in 1999 and ended in 2010.", "b")])
    assert [(each.article, each.words) for each in both.placed] == [("b", "1999"), ("a", "2001"), ("b", "2010")]


def test_the_same_value_twice_in_a_sentence_is_one_entry() -> None:
    assert [each.words for each in found("In 2001, yes, in 2001. Again in 2001.").placed] == ["2001", "2001"]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("It was on 3 May 2011.", "2011-05-03", "3 May 2011"),
        ("It was in May 2011.", "2011-05", "May 2011"),
        ("It was last week.", "2024-W24", "week of 10 June 2024"),
        ("It was in the summer of 2018.", "summer 2018", "summer 2018"),
        ("It was in the 1990s.", "1990s", "1990s"),
        ("It was yesterday morning.", "2024-06-18 morning", "18 June 2024, morning"),
        ("It was on June 19-21, 2024.", "2024-06-19–21", "19 June 2024 – 21 June 2024"),
        ("It was in the 19th century.", "19th century", "19th century"),
    ],
)
def test_values_are_written_as_people_write_them(text: str, short: str, long: str) -> None:
    (entry,) = found(text).placed
    assert (readable(entry.time), spelled(entry.time)) == (short, long)


def test_icalendar_has_whole_days_with_an_end_that_is_not_part_of_them() -> None:
    by_words = {each["DESCRIPTION"].partition("”")[0].strip("“"): each for each in events(icalendar(found().placed))}
    days = by_words["June 19-21, 2024"]
    assert (days["DTSTART;VALUE=DATE"], days["DTEND;VALUE=DATE"]) == ("20240619", "20240622")
    assert days["SUMMARY"] == "It began on June 19-21, 2024; see “a, b; c\\d” <b>."
    assert days["DTSTAMP"] == "20240619T000000Z"
    clock = by_words["5 p.m."]
    assert (clock["DTSTART"], clock["DTEND"]) == ("20240617T170000", "20240617T180000")
    decade = by_words["the 1990s"]
    assert (decade["DTSTART;VALUE=DATE"], decade["DTEND;VALUE=DATE"]) == ("19900101", "20000101")
    assert decade["X-NEWSREADER-GRANULARITY"] == "decade"
    assert "Zwölf Boxkämpfer" in by_words["2001"]["SUMMARY"]


def test_icalendar_is_the_same_every_time_and_its_ids_differ() -> None:
    assert icalendar(found().placed) == icalendar(found().placed)
    ids = [each["UID"] for each in events(icalendar(found().placed))]
    assert len(set(ids)) == len(ids) == 8
    assert icalendar(()).split("\r\n")[-2] == "END:VCALENDAR"


def test_timelinejs_has_the_documented_members_and_ends_with_the_last_day_that_counts() -> None:
    timeline = timelinejs(found().placed)
    assert timeline["title"] == {"text": {"headline": "A &amp; B"}}
    for event in timeline["events"]:
        assert set(event) <= {"start_date", "end_date", "display_date", "text", "unique_id"}
        assert set(event["text"]) == {"headline", "text"}
        moments = [event["start_date"], event.get("end_date", event["start_date"])]
        for moment in moments:
            assert set(moment) <= {"year", "month", "day", "hour", "minute", "second"}
            assert all(type(value) is int for value in moment.values())
            datetime(**{"month": 1, "day": 1, **moment})
    by_date = {event["display_date"]: event for event in timeline["events"]}
    assert by_date["1990s"]["start_date"] == {"year": 1990}
    assert by_date["1990s"]["end_date"] == {"year": 1999}
    assert by_date["May 2011"]["start_date"] == {"year": 2011, "month": 5}
    assert "end_date" not in by_date["May 2011"]
    days = by_date["19 June 2024 – 21 June 2024"]
    assert days["end_date"] == {"year": 2024, "month": 6, "day": 21}
    assert days["text"]["text"] == ("<p>It began on <strong>June 19-21, 2024</strong>; see “a, b; c\\d” &lt;b&gt;.</p>")


def test_timelinejs_of_several_articles_groups_by_article() -> None:
    both = merged([found("In 2001.", "a", "First"), found("In 1999.", "b", None)])
    timeline = timelinejs(both.placed)
    assert "title" not in timeline
    assert [event["group"] for event in timeline["events"]] == ["b", "First"]
    hostile = merged([found("In 2001.", "a", "<b>"), found("In 1999.", "b", None)])
    assert timelinejs(hostile.placed)["events"][1]["group"] == "&lt;b&gt;"


def test_what_reaches_beyond_the_calendar_is_not_placed() -> None:
    last = TimeValue("DATE", "9999-12-31", "9999-12-31", None, "day")
    story = article("The end.", None)
    entity = Entity("date:x", Category.DATE, "end", (), (Mention(4, 7, "DATE", Category.DATE, time=last),))
    known = chronology(story, Analysis(story.sha256, "", (entity,), 1, 1), None)
    assert (known.placed, len(known.unplaced)) == ((), 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "bridge.txt"
    file.write_text("Bridge\n\nPARIS, June 19, 2024 — It fell on Monday. It had stood for years.\n", encoding="utf-8")
    return file


def test_the_table_names_what_has_no_place_last(path: Path, capsys: Capture) -> None:
    assert cli.main(["timeline", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["When", "In", "the", "text", "Sentence"]
    assert [line.split()[0] for line in lines[1:]] == ["2024-06-17", "2024-06-19", "–"]


def test_csv_has_all_dates(path: Path, capsys: Capture) -> None:
    assert cli.main(["timeline", "--format", "csv", str(path)]) == 0
    out, err = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["start"], row["value"], row["text"]) for row in rows] == [
        ("2024-06-17", "2024-06-17", "Monday"),
        ("2024-06-19", "2024-06-19", "June 19, 2024"),
        ("", "PXY", "years"),
    ]
    assert err == ""


@pytest.mark.parametrize("form", ["ics", "timelinejs"])
def test_other_formats_say_what_they_cannot_hold(form: str, path: Path, capsys: Capture) -> None:
    assert cli.main(["timeline", "--format", form, str(path)]) == 0
    out, err = capsys.readouterr()
    assert err == f"newsreader: 1 date has no place on a calendar in {path}: “years”.\n"
    if form == "ics":
        starts = [each["DTSTART;VALUE=DATE"] for each in events(out)]
        assert [date.fromisoformat(each) + timedelta(days=2) for each in starts] == [DCT, DCT + timedelta(days=2)]
    else:
        assert [event["start_date"]["day"] for event in json.loads(out)["events"]] == [17, 19]


def test_a_missing_article_is_reported_and_none_is_wrong_usage(
    path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["timeline", str(path), str(path.with_name("none.txt"))]) == 1
    out, err = capsys.readouterr()
    assert "Monday" in out
    assert "none.txt" in err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert cli.main(["timeline"]) == 2

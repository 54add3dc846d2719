"""`newsreader entities`: its schema, its streams, its errors."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from newsreader import cli

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Mayor opens bridge in Lyon

LYON, June 19, 2024 — Angela Merkel and Emmanuel Macron opened a bridge in Lyon on Wednesday. Merkel thanked NATO.
"""

WRAPPED = """Summit ends in Zürich

Angela Merkel talked for an hour and then left the city of Zürich with
her whole delegation, which had travelled there by train, as Emmanuel
Macron came to the summit by car. Both said that they would meet again
before the end of the month, and that the talks had been of some use.
"""

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with a bit of everything."""
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put data on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def objects(lines: str) -> list[dict[str, Any]]:
    """The objects of JSON Lines."""
    return [json.loads(line) for line in lines.splitlines()]


def mentions(analysis: dict[str, Any]) -> list[dict[str, Any]]:
    """All mentions of an analysis."""
    return [mention for entity in analysis["entities"] for mention in entity["mentions"]]


def test_json_has_the_documented_fields(article: Path, capsys: Capture) -> None:
    assert cli.main(["entities", "--format", "json", str(article)]) == 0
    analysis = json.loads(capsys.readouterr().out)
    assert list(analysis) == [
        "schema",
        "id",
        "title",
        "byline",
        "source",
        "agency",
        "place",
        "published",
        "published_from",
        "model",
        "text_sha256",
        "entities",
    ]
    assert analysis["schema"] == 1
    assert analysis["id"] == str(article)
    assert analysis["title"] == "Mayor opens bridge in Lyon"
    assert analysis["published"] == "2024-06-19"
    assert analysis["text_sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    by_name = {entity["name"]: entity for entity in analysis["entities"]}
    merkel = by_name["Angela Merkel"]
    assert list(merkel) == ["id", "category", "name", "aliases", "mentions"]
    assert (merkel["id"], merkel["category"], merkel["aliases"]) == ("person:angela-merkel", "person", ["Merkel"])
    assert list(merkel["mentions"][0]) == ["start", "end", "text", "label"]
    (wednesday,) = [mention for mention in mentions(analysis) if mention["text"] == "Wednesday"]
    assert wednesday["time"] == {
        "type": "DATE",
        "value": "2024-06-19",
        "start": "2024-06-19",
        "end": "2024-06-20",
        "anchor": "dct",
    }


def test_several_articles_are_an_array_and_a_missing_one_is_reported(article: Path, capsys: Capture) -> None:
    missing = article.with_name("missing.txt")
    assert cli.main(["entities", "--format", "json", str(article), str(missing), str(article)]) == 1
    captured = capsys.readouterr()
    assert [analysis["id"] for analysis in json.loads(captured.out)] == [str(article)] * 2
    assert captured.err.startswith("newsreader: There is no file")


def test_json_of_nothing_is_an_empty_array(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    give(monkeypatch, b"\n")
    assert cli.main(["entities", "--from", "jsonl", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_table_is_plain_where_there_is_no_terminal(article: Path, capsys: Capture) -> None:
    assert cli.main(["entities", str(article)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    lines = out.splitlines()
    assert lines[0] == "Mayor opens bridge in Lyon"
    assert lines[1].split()[:3] == ["Category", "Name", "Count"]
    assert ["person", "Angela", "Merkel", "2", "Merkel"] in [line.split() for line in lines]
    categories = [line.split()[0] for line in lines[2:]]
    assert categories == sorted(categories, key=["person", "place", "organisation", "date"].index)


def test_table_in_a_terminal_takes_no_markup_from_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    path = tmp_path / "article.txt"
    path.write_text("The [red]title[/red] [link=file:///x]of Paris\n\nAngela Merkel came.\n", encoding="utf-8")
    assert cli.main(["entities", str(path)]) == 0
    out = capsys.readouterr().out
    assert "[red]title[/red] [link=file:///x]of Paris" in out
    assert "\x1b[1;36mAngela Merkel" in out


def test_csv_has_a_row_for_each_mention(article: Path, capsys: Capture) -> None:
    assert cli.main(["entities", "--format", "csv", str(article)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["name"] for row in rows} >= {"Angela Merkel", "Emmanuel Macron"}
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)
    assert [row["time_value"] for row in rows if row["text"] == "Wednesday"] == ["2024-06-19"]


def test_records_are_answered_in_order_with_their_own_id(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    records = [
        {"id": "a", "text": TEXT, "title": "A bridge", "published": "2023-01-04"},
        {"id": 7, "text": "Nothing here.", "published": "2024-06-19T12:00:00Z"},
        {"text": ""},
    ]
    give(monkeypatch, "\ufeff".encode() + "\n\n".join(json.dumps(record) for record in records).encode())
    assert cli.main(["entities", "--from", "jsonl"]) == 0
    first, second, third = objects(capsys.readouterr().out)
    assert (first["id"], first["title"], first["published"]) == ("a", "A bridge", "2023-01-04")
    assert (second["id"], second["published"]) == (7, "2024-06-19")
    assert (third["id"], third["entities"]) == (None, [])


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffAngela Merkel\r\nand Emmanuel\r\nMacron met in Paris\ton 19 June 2024.",
        "Angela \u202eMerkel\x1b[31m met \x07Emmanuel Macron\u2028in Paris.",
        "😀 e\u0301 \ud800 Angela Merkel\x00 met Emmanuel Macron in New\u00a0York.",
        "---\ntitle: A\ndate: 2024-06-19\n---\n\nAngela Merkel met Emmanuel Macron on Wednesday in Paris.",
    ],
)
def test_offsets_point_into_the_text_as_given(text: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    give(monkeypatch, json.dumps({"id": 1, "text": text}).encode())
    assert cli.main(["entities", "--from", "jsonl"]) == 0
    (analysis,) = objects(capsys.readouterr().out)
    assert len(mentions(analysis)) >= 2
    for mention in mentions(analysis):
        assert text[mention["start"] : mention["end"]] == mention["text"]
    assert analysis["text_sha256"] == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_offsets_of_a_file_point_into_what_its_bytes_mean(tmp_path: Path, capsys: Capture) -> None:
    text = WRAPPED.replace("\n", "\r\n")
    path = tmp_path / "windows.txt"
    path.write_bytes(text.encode("cp1252"))
    assert cli.main(["entities", "--format", "jsonl", str(path)]) == 0
    (analysis,) = objects(capsys.readouterr().out)
    assert "Emmanuel\r\nMacron" in {mention["text"] for mention in mentions(analysis)}
    assert all(text[mention["start"] : mention["end"]] == mention["text"] for mention in mentions(analysis))


def test_output_holds_nothing_a_terminal_obeys(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    text = "Angela \u202e\u009bMerkel met Emmanuel\x1b]52;c;eA==\x07 Macron in \u2066Paris\x7f."
    for form in ("table", "json", "jsonl", "csv"):
        give(monkeypatch, json.dumps({"id": "\x1b[2J\u009b", "title": f"{text}", "text": text}).encode())
        assert cli.main(["entities", "--from", "jsonl", "--format", form]) == 0
        out = capsys.readouterr().out
        assert not set(out.replace("\n", "")) & {*map(chr, [*range(32), *range(127, 160), 0x202E, 0x2066])}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{bad", "is not JSON"),
        (b"[1]", "must be an object"),
        (b'{"id": 1}', "must be an object with the article in \u201ctext\u201d"),
        (b'{"text": 3}', "must be an object"),
        (b'{"text": "a", "title": 3}', "title"),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_bad_line_is_named_and_what_stood_before_is_out(
    line: bytes, why: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    give(monkeypatch, b'{"id": 1, "text": "News."}\n\n' + line + b'\n{"id": 2, "text": "News."}\n')
    assert cli.main(["entities", "--from", "jsonl"]) == 1
    captured = capsys.readouterr()
    assert [analysis["id"] for analysis in objects(captured.out)] == [1]
    assert captured.err.startswith("newsreader: Line 3 of standard input ")
    assert why in captured.err
    assert captured.err.count("\n") == 1


def test_records_of_a_file(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"id": 1, "text": "News."}\n', encoding="utf-8")
    assert cli.main(["entities", "--from", "jsonl", str(path)]) == 0
    assert objects(capsys.readouterr().out)[0]["id"] == 1
    assert cli.main(["entities", "--from", "jsonl", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith(f"newsreader: {tmp_path} cannot be read")


def test_records_are_answered_while_more_may_come(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "newsreader", "entities", "--from", "jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for number in (1, 2):
            process.stdin.write(b'{"id": %d, "text": "Angela Merkel met Emmanuel Macron."}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.stdout.read() == b""
    assert process.returncode == 0


def test_no_article_and_no_input_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert cli.main(["entities"]) == 2
    assert "Name an article" in capsys.readouterr().err


def test_unknown_model_is_one_sentence(article: Path, capsys: Capture) -> None:
    assert cli.main(["entities", "--model", "no_such_model", str(article)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "no_such_model" in captured.err
    assert captured.err.count("\n") == 1


def test_a_published_that_is_no_date_is_reported_and_left_out(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    give(monkeypatch, b'{"id": 1, "text": "News.", "published": "03-02-2009"}\n')

    assert cli.main(["entities", "--from", "jsonl"]) == 0

    printed = capsys.readouterr()
    assert json.loads(printed.out)["published"] is None
    assert "Line 1 of standard input has a “published” that is not a date" in printed.err


def test_identities_over_articles(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    records = [
        {"id": 1, "text": "Angela Merkel spoke in the United States. Merkel left on Monday."},
        {"id": 2, "text": "Chancellor Angela Merkel went to the U.S. with her husband."},
    ]
    give(monkeypatch, "\n".join(map(json.dumps, records)).encode())
    assert cli.main(["entities", "--from", "jsonl", "--across", "--no-corrections"]) == 0
    first, second = (
        {entity["category"]: entity.get("across") for entity in analysis["entities"]}
        for analysis in objects(capsys.readouterr().out)
    )
    assert first == {"person": "person:angela-merkel", "place": "place:united-states", "date": None}
    assert second == {"person": "person:angela-merkel", "place": "place:united-states"}

"""Articles that other programs kept come in with their dates, tags, marks and highlights."""

from __future__ import annotations

import csv
import zipfile
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from others import (
    BODY,
    HYPOTHESIS,
    INSTAPAPER,
    OMNIVORE,
    POCKET,
    POCKET_HIGHLIGHTS,
    POCKET_PAGE,
    READWISE,
    READWISE_API,
    READWISE_READER,
    WALLABAG,
    articles,
    items,
    kept,
    left_out,
    unpacked,
    zipped,
)

from newsreader.intake.elsewhere import bundle, registry, tables
from newsreader.intake.elsewhere.bundle import Bundle
from newsreader.intake.elsewhere.moments import stamp
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

ADDED = "2024-03-19T08:00:00+00:00"


def test_a_table_of_pocket(tmp_path: Path) -> None:
    found = items(kept(tmp_path, POCKET))
    quay, ice = articles(found)
    assert (quay.title, quay.address) == ("Quay to close, for the winter", "https://courier.example/quay")
    assert (quay.tags, quay.read) == (("harbour", "ice and snow"), False)
    assert quay.added is not None
    assert quay.added.isoformat() == ADDED
    assert (ice.title, ice.read) == ("", True)
    assert left_out(found) == ["address that is none of the web"]


@pytest.mark.parametrize("form", [zipped, unpacked])
def test_the_export_of_pocket_has_highlights(tmp_path: Path, form: object) -> None:
    files = {"part_000000.csv": POCKET, "annotations/part_000000.json": POCKET_HIGHLIGHTS}
    assert callable(form)
    quay, ice = articles(items(form(tmp_path / "pocket", files)))
    assert [each.quote for each in quay.annotations] == ["the ice had come early"]
    assert ice.annotations == ()


def test_the_page_of_pocket(tmp_path: Path) -> None:
    quay, ice = articles(items(kept(tmp_path, POCKET_PAGE)))
    assert (quay.title, quay.tags, quay.read) == ("Quay to close", ("harbour", "ice"), False)
    assert (ice.title, ice.read) == ("", True)


def test_instapaper(tmp_path: Path) -> None:
    quay, ice, pier = articles(items(kept(tmp_path, INSTAPAPER)))
    assert (quay.tags, quay.read, quay.starred) == (("Harbour", "ice"), False, False)
    assert [each.quote for each in quay.annotations] == ["the ice had come early"]
    assert (ice.read, ice.tags) == (True, ())
    assert (pier.read, pier.starred) == (None, True)


def test_wallabag(tmp_path: Path) -> None:
    (quay,) = articles(items(kept(tmp_path, WALLABAG)))
    assert (quay.html, quay.byline) == (BODY, "Ann Reporter")
    assert (quay.read, quay.starred, quay.tags) == (True, True, ("harbour", "ice"))
    assert str(quay.published) == "2024-03-18"
    (note,) = quay.annotations
    assert (note.quote, note.text) == ("the ice had come early", "When was it last year?")
    assert note.written == "2024-03-19T09:00:00+00:00"


@pytest.mark.parametrize("form", [zipped, unpacked])
def test_omnivore(tmp_path: Path, form: object) -> None:
    assert callable(form)
    quay, pier = articles(items(form(tmp_path / "omnivore", OMNIVORE)))
    assert (quay.html, quay.byline, quay.tags, quay.read) == (BODY, "Ann Reporter", ("harbour", "ice"), True)
    early, north = quay.annotations
    assert (early.quote, early.text, early.tags) == (
        "the ice had come early",
        "When was it last year?",
        ("weather",),
    )
    assert (north.quote, north.text) == ("the northern pier", "")
    assert (pier.html, pier.read) == ("", False)


def test_highlights_of_readwise_are_of_titles(tmp_path: Path) -> None:
    found = items(kept(tmp_path, READWISE))
    (quay,) = articles(found)
    assert (quay.address, quay.title, quay.tags) == ("", "Quay to close", ("ice",))
    early, north = quay.annotations
    assert (early.quote, early.text, early.colour, early.tags) == (
        "the ice had come early",
        "Last year?",
        "blue",
        ("weather",),
    )
    assert north.colour == "yellow"
    assert left_out(found) == ["highlight in a book"]


def test_what_the_api_of_readwise_exports_is_of_addresses(tmp_path: Path) -> None:
    found = items(kept(tmp_path, READWISE_API))
    (quay,) = articles(found)
    assert (quay.address, quay.title, quay.tags) == ("https://courier.example/quay", "Quay to close", ("ice",))
    whole, early = quay.annotations
    assert (whole.quote, whole.text) == ("", "For the winter story.")
    assert (early.quote, early.text, early.colour, early.tags) == (
        "the ice had come early",
        "Last year?",
        "blue",
        ("weather",),
    )
    assert early.written == "2024-03-19T09:00:00+00:00"
    assert left_out(found) == ["highlight that was deleted in Readwise", "highlight in a book"]


@pytest.mark.parametrize("form", ["[{page}]", "[{page}, {page}]", "{page}"])
def test_pages_of_the_api_of_readwise_may_be_in_a_list(tmp_path: Path, form: str) -> None:
    found = articles(items(kept(tmp_path, form.replace("{page}", READWISE_API))))
    assert {each.address for each in found} == {"https://courier.example/quay"}


def test_what_is_cut_of_readwise_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is cut or damaged"):
        items(kept(tmp_path, READWISE_API[:-40]))


def test_annotations_of_hypothesis_are_on_their_pages(tmp_path: Path) -> None:
    found = items(kept(tmp_path, HYPOTHESIS))
    (quay,) = articles(found)
    assert (quay.address, quay.title) == ("https://courier.example/quay", "Quay to close")
    (note,) = quay.annotations
    assert (note.quote, note.text, note.tags) == ("the ice had come early", "When was it last year?", ("weather",))
    assert left_out(found) == ["annotation on what has no address of the web"]


def test_the_reader_of_readwise(tmp_path: Path) -> None:
    (quay,) = articles(items(kept(tmp_path, READWISE_READER)))
    assert (quay.address, quay.tags, quay.read) == ("https://courier.example/quay", ("harbour", "ice"), True)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (1710835200, ADDED),
        ("1710835200", ADDED),
        (1710835200000, ADDED),
        ("2024-03-19T08:00:00Z", ADDED),
        ("2024-03-19T08:00:00.000Z", ADDED),
        ("2024-03-19 09:00:00+01:00", ADDED),
        ("2024-03-19T09:00:00+0100", ADDED),
        ("2024-03-19 08:00:00 UTC", ADDED),
        ("2024-03-19", "2024-03-19T00:00:00+00:00"),
        (0, None),
        ("", None),
        ("yesterday", None),
        (True, None),
        (10**300, None),
        ("99999999999999", None),
        (None, None),
    ],
)
def test_moments_in_all_spellings(given: object, meant: str | None) -> None:
    assert stamp(given) == meant


def test_what_is_of_no_program_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"--from; there are opml, newsboat-cache, pocket"):
        items(kept(tmp_path, "Dear diary,\n"))
    with pytest.raises(SourceError, match="there is no such file"):
        items(tmp_path / "none")


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("metadata_0_to_20.json", "0" * 50_000_000)
    with pytest.raises(SourceError, match="far too much is packed in it"):
        items(path)


def test_a_file_without_end_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "LARGEST", 1000)
    with pytest.raises(SourceError, match="is larger than"):
        items(kept(tmp_path, POCKET + "x" * 2000))


def test_of_a_list_that_is_cut_what_is_whole_comes_first(tmp_path: Path) -> None:
    entry = WALLABAG[1:-1]
    for text, whole in ((f"[{entry}, {entry[:900]}", 1), (f"[{entry}", 1), (f"[{entry},{entry}", 2)):
        found = registry.read(Bundle(kept(tmp_path, text)))
        assert [next(found).title for _ in range(whole)] == ["Quay to close"] * whole  # type: ignore[union-attr]
        with pytest.raises(SourceError, match=r"is cut or damaged: .* What stands before is taken"):
            next(found)


def test_two_threads_that_read_tables_leave_the_limit_of_cells_as_it_was() -> None:
    before = csv.field_size_limit()
    inside, leave = Event(), Event()

    def read() -> None:
        with tables._long_cells():
            inside.set()
            leave.wait()

    other = Thread(target=read)
    with tables._long_cells():
        other.start()
        inside.wait(0.02)
    leave.set()
    other.join()
    assert csv.field_size_limit() == before

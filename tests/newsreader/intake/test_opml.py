"""Lists of feeds come in from the programs that write them, and what goes out comes in again as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fuzzing import fuzzed
from hypothesis import given
from hypothesis import strategies as st
from others import OPML, feeds, items, kept, left_out

from newsreader.intake.elsewhere.items import Subscription
from newsreader.intake.elsewhere.opml import INCLUDED, SCRAPED, written
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
ADDRESSES = st.text("abcdefghij0123456789-_./?&=%~+", min_size=1, max_size=30).map(
    lambda path: f"https://x.example/{path}"
)
FOLDERS = st.lists(NAMES.map(lambda name: " ".join(name.replace("/", "").split()) or "x"), max_size=3)
TAGS = NAMES.map(lambda name: " ".join(name.replace(",", "").split()).strip("/ ") or "x")
FEEDS = st.lists(
    st.builds(
        Subscription,
        ADDRESSES,
        st.none() | NAMES,
        st.none() | ADDRESSES,
        FOLDERS.map("/".join),
        st.lists(TAGS, max_size=3, unique=True).map(tuple),
    ),
    max_size=8,
    unique_by=lambda feed: feed.address,
)


@pytest.mark.parametrize(
    ("program", "title", "folder", "tags"),
    [
        ("newsboat", "Courier", "", ("news", "local news")),
        ("FreshRSS", "Courier & Co", "News", ()),
        ("Feedly", "Courier", "News", ("Local",)),
        ("Inoreader", "Courier", "News", ()),
        ("NetNewsWire", "Courier", "News/Local", ()),
    ],
)
def test_each_program_has_its_dialect(
    tmp_path: Path, program: str, title: str, folder: str, tags: tuple[str, ...]
) -> None:
    (feed,) = feeds(items(kept(tmp_path, OPML[program])))
    assert feed.address.endswith("://courier.example/feed.xml")
    assert (feed.title, feed.folder, feed.tags) == (title, folder, tags)


def test_what_is_no_feed_is_said(tmp_path: Path) -> None:
    assert left_out(items(kept(tmp_path, OPML["FreshRSS"]))) == [SCRAPED[0]]
    text = '<opml><body><outline text="More" type="include" url="https://x.example/more.opml"/></body></opml>'
    assert left_out(items(kept(tmp_path, text))) == [INCLUDED[0]]


def test_a_password_in_an_address_is_left_out(tmp_path: Path) -> None:
    text = '<opml><body><outline xmlUrl="https://me:secret@x.example/feed"/></body></opml>'
    assert feeds(items(kept(tmp_path, text))) == [Subscription("https://x.example/feed")]


def test_a_list_that_is_cut_gives_what_is_whole(tmp_path: Path) -> None:
    whole = OPML["Feedly"]
    found = items(kept(tmp_path, whole[: whole.index("<outline text=") + 200]))
    assert len(feeds(found)) <= 1
    assert any("cut" in said for said in left_out(found))
    with pytest.raises(SourceError, match=r"is cut before its first feed"):
        items(kept(tmp_path, whole[: whole.index("<body>")]))


def test_entities_are_refused(tmp_path: Path) -> None:
    text = (
        '<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
        '<opml><body><outline text="&x;&b;" xmlUrl="https://x.example/"/></body></opml>'
    )
    with pytest.raises(SourceError, match="declares entities of its own"):
        items(kept(tmp_path, text), "opml")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    declared = encoding.replace("cp", "windows-").replace("-sig", "")
    text = f'<?xml version="1.0" encoding="{declared}"?><opml><body><outline text="Café" xmlUrl="https://x.example/"/></body></opml>'
    path = tmp_path / "feeds.opml"
    path.write_bytes(text.encode(encoding))
    assert feeds(items(path)) == [Subscription("https://x.example/", "Café")]


@fuzzed
@given(FEEDS)
def test_what_goes_out_comes_in_again(tmp_path: Path, wanted: list[Subscription]) -> None:
    found = feeds(items(kept(tmp_path, written(wanted))))
    assert sorted(map(repr, found)) == sorted(map(repr, wanted))

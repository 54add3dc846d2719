"""Which format some bytes are of: their signature, their content type, their name, or what they look like."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING

import papers
import pytest
from documented import assert_input_row

from newsreader.sources import SourceError, from_bytes, load, load_all
from newsreader.sources.formats.registry import FORMATS, HEAD, format_of

if TYPE_CHECKING:
    from newsreader.sources.formats.format import Format

PAGE = b"<!DOCTYPE html><html><body><p>It rained on the ferry.</p></body></html>"
HEADING = b"It rained.\n\n# The ferry\n\nIt left at noon.\n"
FEED = b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>"
THREE = papers.papers(
    one="Mayor opens bridge\n\nThe bridge was opened on Monday.\n",
    two="Ferry is late\n\nIt left at noon.\n",
    three="Rain goes on\n\nIt rained on Tuesday.\n",
)


@pytest.mark.parametrize(
    ("data", "suffix", "content_type", "name"),
    [
        # A signature goes before everything.
        (FEED, ".html", "text/html", "feed"),
        (FEED, ".txt", "text/plain", "feed"),
        (b"<!-- made by hand --><feed>", "", None, "feed"),
        ("<rss>".encode("utf-16"), "", None, "feed"),
        # A content type of one format goes before the suffix and before what it looks like.
        (b"words", ".txt", "text/html", "HTML"),
        (b"words", ".md", "application/xhtml+xml", "HTML"),
        (PAGE, ".html", "text/markdown", "Markdown"),
        # A content type of several, or of none, leaves it to the suffix.
        (b"words", ".md", "text/plain", "Markdown"),
        (PAGE, ".txt", "text/plain", "plain text"),
        (b"words", ".html", "text/plain", "plain text"),
        (PAGE, ".html", "text/plain", "HTML"),
        (HEADING, ".html", "text/plain", "Markdown"),
        (b"words", ".HTM", "application/octet-stream", "HTML"),
        (b"words", ".xhtml", None, "HTML"),
        (PAGE, ".md", None, "Markdown"),
        (PAGE, ".txt", None, "plain text"),
        (HEADING, ".text", None, "plain text"),
        # Without a suffix of any format it is what it looks like.
        (PAGE, "", None, "HTML"),
        (b"  \n<?xml version='1.0'?>\n<!-- x -->" + PAGE, ".asp", None, "HTML"),
        (PAGE.decode().encode("utf-16"), "", None, "HTML"),
        (PAGE.decode().encode("utf-16-le"), "", None, "HTML"),
        (b"\xef\xbb\xbf" + PAGE, "", None, "HTML"),
        (HEADING, "", None, "Markdown"),
        (HEADING, "", "text/plain", "Markdown"),
        (HEADING, ".py", None, "plain text"),
        (b"words", "", None, "plain text"),
        (b"", "", None, "plain text"),
    ],
)
def test_the_format_of_bytes(data: bytes, suffix: str, content_type: str | None, name: str) -> None:
    assert format_of(data, suffix=suffix, content_type=content_type).name == name


def test_only_the_beginning_is_looked_at() -> None:
    assert format_of(b" " * HEAD + PAGE).name == "plain text"
    assert format_of(b" " * (HEAD - len(PAGE)) + PAGE).name == "HTML"


def test_a_feed_without_articles_is_refused_with_a_word() -> None:
    with pytest.raises(SourceError, match="is a feed without articles: it may have some later"):
        from_bytes(FEED, name="a.html")


def test_no_two_formats_share_a_name_or_a_suffix() -> None:
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]
    assert len({each.name for each in FORMATS}) == len(FORMATS)
    assert len({*suffixes}) == len(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)
    assert all(content_type == content_type.lower() for each in FORMATS for content_type in each.types)


@pytest.mark.parametrize("form", FORMATS)
def test_the_documentation_has_a_row_for_each_format(form: Format) -> None:
    assert_input_row(form, Path(__file__).parents[4].joinpath("docs", "formats.md").read_text(encoding="utf-8"))


def test_a_text_file_is_opened_without_what_other_formats_are_read_with(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained on the ferry.", encoding="utf-8")
    code = "import sys; from newsreader.sources import load; load('a.txt'); print(*sys.modules)"
    loaded = run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True).stdout.split()
    assert not {"trafilatura", "lxml", "markdown_it", "urllib3", "newsreader.sources.metadata.page"} & {*loaded}


class TestSeveralArticlesInOneFile:
    """A format is one module and one line; this one is in tests/support/papers.py."""

    @pytest.fixture(autouse=True)
    def registered(self, monkeypatch: pytest.MonkeyPatch) -> None:
        papers.register(monkeypatch)

    def test_all_of_them_come_in_order_each_with_the_name_of_its_part(self, tmp_path: Path) -> None:
        file = tmp_path / "week.papers"
        file.write_bytes(THREE)
        found = list(load_all(str(file)))
        assert [each.metadata.title for each in found] == ["Mayor opens bridge", "Ferry is late", "Rain goes on"]
        assert [each.origin.name for each in found] == [f"{file}#one", f"{file}#two", f"{file}#three"]
        assert {each.origin.location for each in found} == {str(file)}
        assert load(str(file)) == found[0]

    def test_its_signature_is_enough_to_know_it_and_it_is_never_decoded_as_text(self, tmp_path: Path) -> None:
        for name in ("week", "week.txt", "week.html"):
            (tmp_path / name).write_bytes(THREE)
            assert len(list(load_all(str(tmp_path / name)))) == 3

    def test_one_of_them_is_opened_by_its_name(self, tmp_path: Path) -> None:
        file = tmp_path / "week.papers"
        file.write_bytes(THREE)
        (two,) = load_all(f"{file}#two")
        assert two == load(f"{file}#two") == load(str(file), part="two")
        assert two.metadata.title == "Ferry is late"
        for try_it in (lambda: load(str(file), part="four"), lambda: list(load_all(f"{file}#four"))):
            with pytest.raises(SourceError, match="There is no article “four” in “"):
                try_it()

    def test_a_file_whose_name_has_the_sign_of_a_part_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "week").write_bytes(THREE)
        (tmp_path / "week#two").write_text("Another one\n\nA file of its own.\n", encoding="utf-8")
        (other,) = load_all(str(tmp_path / "week#two"))
        assert (other.metadata.title, other.origin.part) == ("Another one", "")
        assert load(str(tmp_path / "week"), part="two").metadata.title == "Ferry is late"

    def test_one_that_has_no_text_is_passed_over(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(papers.papers(one="", two="It rained."))
        assert [each.origin.part for each in load_all(str(tmp_path / "a"))] == ["two"]
        (tmp_path / "b").write_bytes(papers.papers(one=""))
        with pytest.raises(SourceError, match="no text in it that can be shown"):
            load(str(tmp_path / "b"))


def test_a_sign_in_a_name_that_is_no_file_is_part_of_the_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained on the ferry.", encoding="utf-8")
    with pytest.raises(SourceError, match="There is no article “two” in “"):
        load(f"{tmp_path / 'a.txt'}#two")
    with pytest.raises(SourceError, match="There is no file “"):
        load(f"{tmp_path / 'b.txt'}#two")

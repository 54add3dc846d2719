"""HTML that is read without a parser: what comes of it is what the parser makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sources.formats.html import fragment_blocks, parsed_blocks, safe_page
from newsreader.sources.formats.plain_paragraphs import plain_paragraphs

TAGS = (
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<br>",
    "<p class='a'>",
    "<i></i>",
    "<em>x</em>",
    "<span> y</span>",
    "<p>a b.</p>",
)
REFERENCES = "&amp; &lt; &nbsp; &rsquo; &#8217; &#10; &#173; &#128; &#55296; &#00; &copy &amp;lt; & >".split()
SIGNS = (*" \n\t\xa0\u3000\u2028\u200b\u202e\x00\x1b.é", "\r\n", "word")


@given(st.lists(st.sampled_from((*TAGS, *REFERENCES, *SIGNS)), max_size=9).map("".join))
def test_it_is_what_the_parser_makes_of_it(html: str) -> None:
    safe = safe_page(html)
    plain = plain_paragraphs(safe)
    assert plain is None or plain == (parsed_blocks(safe, None) if safe.strip() else [])


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("The quay is shut.", ["The quay is shut."]),
        ("<p>One &amp; <b>two</b>.</p>\n<p>Three&nbsp;</p>", ["One & two.", "Three"]),
        ("Before <p>inside</p> behind", ["Before", "inside", "behind"]),
        ("", []),
    ],
)
def test_what_most_feeds_have_needs_no_parser(html: str, lines: list[str]) -> None:
    plain = plain_paragraphs(html)
    assert plain is not None
    assert [each.text for each in plain] == lines
    assert fragment_blocks(html, None) == plain


@pytest.mark.parametrize(
    "html", ["<p>one<br>two</p>", "<a href='x'>y</a>", "a</p>b", "<p>a", "1 < 2", "AT&T", "<P>a</P>"]
)
def test_all_else_is_left_to_the_parser(html: str) -> None:
    assert plain_paragraphs(html) is None

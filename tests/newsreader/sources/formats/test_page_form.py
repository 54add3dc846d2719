"""An article of a page keeps the form that the page gives it: lists, tables, code, quotations, captions and links."""

from __future__ import annotations

from newsreader.article import Article, ParagraphKind
from newsreader.sources import from_bytes

LATE = "The ferry to the islands was late again on Tuesday, the ninth time this month, and all sighed."
AGAIN = "The captain said that it would be late again on Friday and that nothing could be done about it."


def page(inside: str, url: str | None = "https://gazette.example/news/ferry") -> Article:
    html = f"<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1><p>{LATE}</p>{inside}"
    return from_bytes(f"{html}<p>{AGAIN}</p></article></body></html>".encode(), name="page.html", url=url)


def between(inside: str) -> str:
    """What stands between the paragraphs of the article around it."""
    return page(inside).text.partition(f"{LATE}\n\n")[2].partition(f"\n\n{AGAIN}")[0]


def test_lists_are_tight_set_in_and_numbered_as_the_page_says() -> None:
    assert (
        between(
            "<ul><li>Tea<ul><li>green</li><li><p>black</p></li></ul></li><li>Coffee</li></ul>"
            "<ol start=3><li>Sign</li><li value=7>Wait</li><li>Board</li></ol>"
        )
        == "• Tea\n  • green\n  • black\n• Coffee\n\n3. Sign\n7. Wait\n8. Board"
    )


def test_numbers_of_a_list_that_is_most_of_an_article_are_no_reason_to_doubt_the_page() -> None:
    points = [f"The {each} boat is to leave an hour later than it did" for each in ("first", "second", "third")]
    written = "".join(f"<li>{point}, <a href='/why'>they say</a>.</li>" for point in points)
    article = page(f"<ol start=8>{written}</ol><pre>a:\n    b</pre>")
    assert [f"{number}. {point}, they say." in article.text for number, point in enumerate(points, 8)] == [True] * 3
    assert "\n    a:\n        b\n" in article.text
    assert len(article.links) == 3


def test_tables_of_facts_stand_in_columns_and_those_that_lay_out_a_page_do_not() -> None:
    rows = (
        "<tr><th>Boat</th><th>Trips</th></tr><tr><td>Northern Star</td><td>31</td></tr><tr><td>Fly</td><td></td></tr>"
    )
    assert between(f"<table>{rows}</table>") == "Boat          | Trips\nNorthern Star | 31\nFly           |"
    assert between(f"<table><tr><td><p>{AGAIN} Then.</p></td><td><p>{AGAIN} Now.</p></td></tr></table>").count("|") == 0


def test_code_keeps_its_blanks_and_quotations_are_set_in() -> None:
    article = page("<pre>if late:\n    wait()\n\n    go()</pre><blockquote><p>We were not asked.</p></blockquote>")
    found = [(article.text[each.start : each.end], each.indent, each.tight) for each in article.paragraphs[2:-1]]
    assert found == [
        ("if late:", 4, False),
        ("wait()", 8, True),
        ("go()", 8, False),
        ("We were not asked.", 4, False),
    ]
    assert "\n    if late:\n        wait()\n\n        go()\n" in article.text


def test_brackets_alone_on_a_line_are_code_and_links_of_headings_to_themselves_are_nothing() -> None:
    assert between("<h2>How <a href='#how'>#</a></h2><pre>a {\n  b\n}\n</pre>") == "How\n\n    a {\n      b\n    }"


def test_quotations_in_a_line_have_their_marks_and_headings_are_one_line() -> None:
    assert between("<h2>What<br>now?</h2><p>He said <q>no</q> to it.</p>") == "What now?\n\nHe said “no” to it."


def test_what_stands_above_a_table_is_a_caption() -> None:
    article = page(
        "<table><caption>Delays</caption><tr><th>Day</th><th>Min</th></tr><tr><td>Mon</td><td>9</td></tr></table>"
    )
    assert "\n\nDelays\n\nDay | Min\nMon | 9\n\n" in article.text
    assert ParagraphKind.CAPTION in {each.kind for each in article.paragraphs}


def test_a_fact_with_a_heading_is_one_line() -> None:
    assert between("<table><tr><th>Built</th><td>19 June 2004</td></tr></table>") == "Built | 19 June 2004"


def test_lines_of_a_verse_stand_together() -> None:
    assert between("<p>Roses are red,<br>the ferry is late,<br><br>and so are you.</p>").startswith(
        "Roses are red,\nthe ferry is late,\n\nand"
    )


def test_captions_summaries_and_a_paragraph_that_stands_twice_are_kept() -> None:
    caption = "<figure><img src=x><figcaption>The ferry in March. Photo: Ana Ruiz</figcaption></figure>"
    article = page(f"<p class='standfirst'>Nobody knows why.</p>{caption}<p>{LATE}</p>")
    assert article.text.count(LATE) == 2
    assert "\n\nNobody knows why.\n\n" in article.text
    assert [
        article.text[each.start : each.end] for each in article.paragraphs if each.kind is ParagraphKind.CAPTION
    ] == ["The ferry in March. Photo: Ana Ruiz"]


def test_what_is_hidden_is_not_shown_and_a_page_that_a_script_will_show_is() -> None:
    hidden = (
        f"<p hidden>{AGAIN} One.</p><p style='display:none'>{AGAIN} Two.</p><div style='visibility: hidden'>Three</div>"
    )
    text = page(hidden).text
    assert not any(word in text for word in ("One", "Two", "Three"))
    whole = f"<html><body><div style='display:none'><p>{LATE}</p><p>{AGAIN}</p></div></body></html>"
    assert LATE in from_bytes(whole.encode(), name="page.html").text


def test_links_are_places_in_the_text_with_whole_addresses() -> None:
    article = page(
        "<p>It <a href='/a'>was <b>late</b></a>, said <a href='b?c#d'>two\n  men</a>, <a href='#top'>up</a>, "
        "<a href='mailto:a@b.example'>write</a>, <a href='javascript:x()'>do</a>, <a href='https://x.example'> </a></p>"
        "<ul><li>An <a href='//cdn.example/e'>item</a> of a list, which is rather long as items of lists go</li></ul>"
    )
    assert [(article.text[each.start : each.end], each.address) for each in article.links] == [
        ("was late", "https://gazette.example/a"),
        ("two men", "https://gazette.example/news/b?c#d"),
        ("item", "https://cdn.example/e"),
    ]
    assert page("<p>It was <a href='/a'>late</a>.</p>", None).links == ()
    secret = page("<p>It was <a href='https://ann:secret@x.example/a'>late</a>, as ever before and always after.</p>")
    assert [each.address for each in secret.links] == ["https://x.example/a"]


def test_the_text_in_the_data_of_a_page_keeps_its_paragraphs() -> None:
    data = f'{{"@type": "NewsArticle", "articleBody": "{LATE}\\n\\n{AGAIN}"}}'
    html = f"<html><script type='application/ld+json'>{data}</script><body><p>Switch on JavaScript.</p></body></html>"
    assert from_bytes(html.encode(), name="page.html").text == f"{LATE}\n\n{AGAIN}"

"""Feeds of every kind are read, and of damaged ones what is left; each that cannot be read says why."""

from __future__ import annotations

import json
import random
import re

import pytest

from newsreader.sources.errors import SourceError
from newsreader.sources.feeds.model import Entry, ParsedFeed
from newsreader.sources.feeds.parse import MOST_MARKS, parse

URL = "https://news.example/feeds/all.xml"
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'


def read(document: str | bytes, charset: str | None = None) -> ParsedFeed:
    data = document.encode() if isinstance(document, str) else document
    return parse(data, name=URL, url=URL, charset=charset)


def rss(items: str, head: str = "<title>Ferry</title><link>https://news.example/</link>") -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'


def only(document: str | bytes) -> Entry:
    (entry,) = read(document).entries
    return entry


KINDS = {
    "RSS 0.9": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Ferry</title></channel>'
    "<item><title>Late</title><link>https://news.example/1</link></item></rdf:RDF>",
    "RSS 0.91": '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">'
    '<rss version="0.91"><channel><title>Ferry</title>'
    "<item><title>Late</title><link>https://news.example/1</link></item></channel></rss>",
    "RSS 1.0": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    "<channel><title>Ferry</title></channel>"
    '<item rdf:about="https://news.example/1"><title>Late</title></item></rdf:RDF>',
    "RSS 2.0": rss("<item><title>Late</title><guid>https://news.example/1</guid></item>", "<title>Ferry</title>"),
    "Atom 0.3": '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Ferry</title>'
    '<entry><title>Late</title><link rel="alternate" href="https://news.example/1"/></entry></feed>',
    "Atom 1.0": f"<feed {ATOM}><title>Ferry</title><link href='/'/>"
    '<entry><title>Late</title><link href="/1"/></entry></feed>',
    "Atom with a prefix": '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Ferry</a:title>'
    '<a:entry><a:title>Late</a:title><a:link href="/1"/></a:entry></a:feed>',
    "JSON Feed": json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Ferry",
            "items": [{"id": 1, "title": "Late", "url": "/1"}],
        }
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read(kind: str) -> None:
    feed = read(KINDS[kind])
    assert (feed.title, feed.problem) == ("Ferry", "")
    assert [(each.title, each.address) for each in feed.entries] == [("Late", "https://news.example/1")]


def test_what_rss_says() -> None:
    entry = only(
        '<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/"><channel>'
        "<title>Ferry</title><link>https://news.example/</link><language>en-gb</language><item>"
        "<m:title>Picture</m:title><title>Late &amp;amp; wet</title><link>\n/1?a=1&amp;b=2 </link>"
        '<guid isPermaLink="false">https://news.example/id/7</guid><author>ann@news.example (Ann Bell)</author>'
        "<description>Short</description><c:encoded><![CDATA[<p>Whole</p>]]></c:encoded>"
        "<pubDate>Sun, 01 Feb 2026 10:00 EST</pubDate></item></channel></rss>"
    )
    assert entry == Entry(
        "https://news.example/id/7",
        "https://news.example/1?a=1&b=2",
        "Late &amp; wet",
        "<p>Whole</p>",
        "Short",
        "Ann Bell",
        "Sun, 01 Feb 2026 10:00 EST",
        "en-gb",
        "https://news.example/1?a=1&b=2",
    )


def test_what_atom_says() -> None:
    entry = only(
        f'<feed {ATOM} xml:base="https://news.example/blog/" xml:lang="en"><title>Ferry</title><link href="/"/><entry>'
        '<title type="text">1 &lt; 2</title><link rel="enclosure" href="a.mp3"/><link href="one.html"/><id>i</id>'
        "<author><name>Ann Bell</name></author><updated>2026-02-02T00:00:00Z</updated>"
        "<published>2026-02-01T00:00:00Z</published><summary>Short</summary>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <a href="x">was</a> &amp; is</p></div>'
        "</content></entry></feed>"
    )
    assert (entry.title, entry.address) == ("1 &lt; 2", "https://news.example/blog/one.html")
    assert (entry.author, entry.published, entry.language) == ("Ann Bell", "2026-02-01T00:00:00Z", "en")
    assert '<p>It <a href="x">was</a> &amp; is</p>' in entry.content
    assert (entry.summary, entry.base) == ("Short", "https://news.example/blog/")


def test_a_text_of_json_is_no_markup() -> None:
    feed = {"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "content_text": "1 < 2\nand more"}]}
    assert only(json.dumps(feed)).content == "1 &lt; 2<br>and more"


def test_pictures_and_sources_are_no_part_of_what_an_entry_is_called() -> None:
    entry = only(
        f'<feed {ATOM} xmlns:m="http://search.yahoo.com/mrss/"><entry><id>v</id><title>Late</title>'
        "<source><title>Elsewhere</title></source>"
        "<m:group><m:title>Film</m:title><m:description>What is seen</m:description></m:group></entry></feed>"
    )
    assert (entry.title, entry.summary) == ("Late", "What is seen")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16", "koi8-r"])
def test_the_declared_encoding_counts(encoding: str) -> None:
    document = rss("<item><title>Паром</title></item>").replace("?>", f' encoding="{encoding}"?>', 1)
    assert only(document.encode(encoding)).title == "Паром"


def test_an_encoding_that_is_not_declared_is_found() -> None:
    assert only(rss("<item><title>Café</title></item>").encode("latin-1")).title == "Café"


@pytest.mark.parametrize(
    ("broken", "title", "text"),
    [
        ("<title>2 & 3</title><description>a?b&c</description>", "2 & 3", "a?b&c"),
        ("<title>Caf&eacute;</title><description>a&nbsp;b</description>", "Café", "a\xa0b"),
        ("<title>a\x0bb\x00</title><description>&#x1b;c</description>", "ab", "c"),
        ("<title>a &unknown; b</title><description>x</description>", "a &unknown; b", "x"),
    ],
)
def test_common_faults_lose_no_word(broken: str, title: str, text: str) -> None:
    feed = read(rss(f"<item>{broken}</item>"))
    assert [(each.title, each.summary, feed.problem) for each in feed.entries] == [(title, text, "")]


def test_blanks_before_the_declaration_do_not_matter() -> None:
    assert only(f"\n\n{KINDS['RSS 2.0']}").title == "Late"


def test_of_a_damaged_feed_all_entries_but_the_damaged_one_are_whole() -> None:
    items = "".join(
        f"<item><title>{n}</title><guid>g{n}</guid><description>t{n}</description></item>" for n in range(9)
    )
    feed = read(rss(items.replace("<title>4</title>", "<title>4<b>")))
    assert [each.summary for each in feed.entries if "4" not in each.title] == [f"t{n}" for n in range(9) if n != 4]
    assert re.fullmatch(r"The feed is damaged \(line 1: .+\): 9 of its 9 articles could be read\.", feed.problem)


def test_names_that_the_root_declares_hold_in_pieces() -> None:
    feed = read(
        '<rss version="2.0" xmlns:full="http://purl.org/rss/1.0/modules/content/"><channel><title>Ferry</title>'
        "<item><title>One</title><full:encoded>whole</full:encoded></item><item><title>Two</item></channel></rss>"
    )
    assert feed.title == "Ferry"
    assert feed.entries[0].content == "whole"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"<!doctype html><p>Log in", "is a web page, not a feed"),
        (b"<?xml version='1.0'?><note>x</note>", "is XML, but no feed"),
        (b'{"version": "https://jsonfeed.org/version/1"', "is damaged: it is not JSON"),
        (b'{"a": 1}', "is JSON, but no feed"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "."),
        (b"Not found.", "is no feed, or a damaged one"),
        (b"<rss><channel>" + b"<a/>" * MOST_MARKS, "more in it than any feed"),
        (b"[" * 100_000, "."),
        (b'{"items":' + b"[" * 100_000, "is damaged"),
    ],
)
def test_what_is_no_feed_says_what_it_is(data: bytes, why: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data)
    assert why in str(caught.value)
    assert str(caught.value).endswith(".")


def test_entities_are_not_expanded() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    entry = only(f'<!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]>' + rss("<item><title>&e11;</title></item>")[21:])
    assert entry.title == "&e11;"


def test_no_file_is_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "x"
    secret.write_text("secret", encoding="utf-8")
    document = f'<!DOCTYPE rss [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + rss("<item><title>&e;</title></item>")[21:]
    assert only(document).title == "&e;"


def test_the_same_entry_has_the_same_key_and_another_digest_when_it_changes() -> None:
    first, second = Entry(guid="a", title="One"), Entry(guid="a", title="Two")
    assert first.key == second.key != Entry(guid="b").key
    assert first.digest != second.digest
    assert Entry(title="One").key != Entry(title="Two").key


JUNK = (
    b"<",
    b"&",
    b"&nbsp;",
    b"]]>",
    b"</item>",
    b"<![CDATA[",
    b"\x00",
    b"\xff\xfe",
    b"&#x1b;",
    b"<!--",
    b"<foo:bar>",
    b"{",
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to six faults: cut, doubled, filled with noise or with what XML cannot bear."""
    for _ in range(chance.randint(1, 6)):
        data = data or b"x"
        start = chance.randrange(len(data))
        end = start + chance.randint(1, 60)
        data = chance.choice(
            (
                data[:start] + data[end:],
                data[:start] + bytes(chance.randrange(256) for _ in range(5)) + data[start:],
                data[:start] + chance.choice(JUNK) + data[start:],
                data[: max(start, 20)],
                data[:end] + data[start:],
                b"\n" + data,
                data.replace(b"</title>", b"", 1),
            )
        )
    return data


def many(kind: str) -> bytes:
    """A feed of that kind with a dozen entries."""
    document = KINDS[kind]
    if kind == "JSON Feed":
        whole = json.loads(document)
        return json.dumps(whole | {"items": [{"id": n, "title": "Late"} for n in range(12)]}).encode()
    (entry,) = re.findall(r"<(?:a:)?(?:item|entry)\b.*</(?:a:)?(?:item|entry)>", document)
    return document.replace(entry, "\n".join(entry.replace("/1", f"/{n}") for n in range(12))).encode()


@pytest.mark.parametrize("kind", KINDS)
def test_of_broken_feeds_none_crashes_and_each_says_why(kind: str) -> None:
    whole = many(kind)
    assert len(read(whole).entries) == 12
    for seed in range(500 // len(KINDS) + 1):
        said = problem_of(mutated(whole, random.Random(f"{kind} {seed}")))
        assert said == "" or (said.isprintable() and said.endswith("."))


def problem_of(data: bytes) -> str:
    """What is said of a feed, whether something of it was read or nothing."""
    try:
        return read(data).problem
    except SourceError as error:
        return str(error)


@pytest.mark.parametrize(
    "document",
    [
        rss("<item><title>A</title><link>https://anna:secret@news.example/1</link></item>"),
        rss("<item><title>A</title><guid>https://anna:secret@news.example/1</guid></item>"),
        rss("<item><title>A</title></item>", "<link>https://anna:secret@news.example/</link>"),
        f'<feed {ATOM}><entry><title>A</title><link href="//anna:secret@news.example/1"/></entry></feed>',
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "home_page_url": "https://anna:secret@news.example/",
                "items": [{"title": "A", "url": "https://anna:secret@news.example/1"}],
            }
        ),
    ],
)
def test_no_password_of_an_address_is_kept(document: str) -> None:
    feed = read(document)
    (entry,) = feed.entries
    assert "secret" not in f"{feed.site} {entry.address} {entry.base}"
    assert "news.example" in f"{feed.site} {entry.address}"

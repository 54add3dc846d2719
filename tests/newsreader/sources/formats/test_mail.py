"""Mails become articles: what the head says is known, the text is decoded, and what stands below it is furniture."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from newsreader.article import ParagraphKind
from newsreader.sources import SourceError, from_bytes
from newsreader.sources.opening import load_all

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    "From: =?utf-8?Q?Ana_Ru=C3=ADz?= <ana@a.example>\n"
    "Date: Wed, 19 Jun 2024 23:58:00 -0700\n"
    "Subject: =?utf-8?Q?Re:_=5Bferry=5D_Late_=E2=80=93_again?=\n"
    "To: ferry@a.example\nMIME-Version: 1.0\n"
)
QUOTED = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
BODY = "> It was late=\n on Tuesday.\n\nThe ferry=E2=80=99s captain was late, he said, and left at noon.\n"
BELOW = "\n--=20\nAna Ruiz\nGazette\n_______________\nferry list\n"
MAIL = f"{HEAD}{QUOTED}{BODY}{BELOW}"


def test_a_mail_is_read() -> None:
    article = from_bytes(MAIL.encode(), name="a.txt")
    known = article.metadata
    assert (known.title, known.byline, known.published) == ("Re: [ferry] Late – again", "Ana Ruíz", date(2024, 6, 19))
    assert known.published_from == "the head of the mail"
    assert article.text.startswith("Re: [ferry] Late – again\n\n> It was late on Tuesday.\n\nThe ferry’s captain")
    furniture = [article.text[each.start] for each in article.paragraphs if each.kind is ParagraphKind.FURNITURE]
    assert len(furniture) == 5


def test_an_envelope_and_a_name_without_a_suffix_make_no_difference() -> None:
    data = f"From ana@a.example Wed Jun 19 23:58:01 2024\n{MAIL}".encode()
    for name in ("a.txt", "a.eml", "Standard input"):
        assert from_bytes(data, name=name).metadata.byline == "Ana Ruíz"
    assert from_bytes(data.replace(b"\n", b"\r\n"), name="a").metadata.title == "Re: [ferry] Late – again"


def test_each_message_of_a_mailbox_is_an_article(tmp_path: Path) -> None:
    one = f"From a@a Wed Jun 19 23:58:01 2024\nMessage-ID: <1@a>\n{MAIL}\n"
    box = tmp_path / "box.mbox"
    box.write_text(one + one.replace("<1@a>", "<2@a>").replace("noon", "one"), "utf-8")
    articles = list(load_all(str(box)))
    assert [each.origin.part for each in articles] == ["1@a", "2@a"]
    assert "left at one" in articles[1].text


def test_a_mailbox_may_be_large() -> None:
    one = f"From a@a Wed Jun 19 23:58:01 2024\n{HEAD}{QUOTED}{'=E2=80=99' * 40_000}\n\n"
    articles = load_all("-", stdin=BytesIO((one * 20).encode()))
    assert sum(1 for _ in articles) == 20


def test_of_several_parts_the_plain_one_is_read_or_else_the_page() -> None:
    page = "Content-Type: text/html; charset=utf-8\n\n<p>The ferry is <b>late</b>, he said at noon on Tuesday.</p>\n"
    plain = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\nSXQgaXMgbGF0ZSDpLg==\n"
    mixed = f"{HEAD}Content-Type: multipart/alternative; boundary=XX\n\n--XX\n{page}--XX\n{plain}--XX--\n"
    assert from_bytes(mixed.encode(), name="a.eml").text.endswith("It is late é.")
    alone = from_bytes(f"{HEAD}{page}".encode(), name="a.eml")
    assert alone.text.endswith("The ferry is late, he said at noon on Tuesday.")
    assert alone.metadata.byline == "Ana Ruíz"


@pytest.mark.parametrize(
    ("written", "name"),
    [('"Ruiz, Ana"', "Ana Ruiz"), ('"Trams, Inc."', "Trams, Inc."), ('"Ruiz, MD"', "Ruiz, MD"), ("", "ana@a.example")],
)
def test_the_writer_is_named_as_people_are(written: str, name: str) -> None:
    mail = f"From: {written} <ana@a.example>\nSubject: A\nDate: Wed, 19 Jun 2024 10:00:00 +0000\n\nIt rained."
    assert from_bytes(mail.encode(), name="a.eml").metadata.byline == name


def test_flowing_lines_are_one() -> None:
    text = "Content-Type: text/plain; format=flowed\n\nThe ferry \nis late.\n\n-- \nAna\n"
    assert "The ferry is late.\n\n-- \nAna" in from_bytes(f"{HEAD}{text}".encode(), name="a.eml").text


def test_a_text_that_names_a_sender_is_no_mail() -> None:
    text = "From: the mayor\nTo: the islands\n\nThe ferry is late."
    assert from_bytes(text.encode(), name="a.txt").text == text


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n",
        "Content-Type: multipart/mixed; boundary=A\n\n",
        "Content-Type: text/plain; charset=martian\n\n\n",
    ],
)
def test_a_mail_without_a_text_says_so(head: str) -> None:
    with pytest.raises(SourceError, match=r"without a text|no text"):
        from_bytes(f"{HEAD}{head}".encode(), name="a.eml")


def test_hostile_heads_are_survived() -> None:
    head = "From: \x1b]0;a\x07 <a@b>\nDate: 99 Foo 99999\nSubject: =?x?Q?=FF?= =?utf-8?B?!!!?=\nMessage-ID: 1\n\nIt."
    known = from_bytes(head.encode(), name="a.eml").metadata
    assert known.published is None
    assert "\x1b" not in f"{known.title}{known.byline}"
    deep = "Content-Type: multipart/mixed; boundary=A\n\n--A\n" * 3000
    with pytest.raises(SourceError):
        from_bytes(f"{HEAD}{deep}".encode(), name="a.eml")

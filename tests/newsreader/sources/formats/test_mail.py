"""Mails become articles: what the head says is known, the text is decoded, and what stands below it is furniture."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from newsreader.article import ParagraphKind
from newsreader.sources import SourceError, from_bytes, load
from newsreader.sources.fetch import files
from newsreader.sources.opening import load_all

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.article import Article

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
    assert len(furniture) == 6


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


PARTS = "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=XX\n\n"
PLAIN = (
    "--XX\nContent-Type: text/plain\n\nThe plain words of the letter, which are many enough to be read by themselves.\n"
)
PAGE = (
    "--XX\nContent-Type: text/html\n\n<html><body><table><tr><td><p>The ferry is late, the harbour master said on "
    "Tuesday in Castellan.</p><p>It will be late on Wednesday, too, for the quay is being mended.</p></td></tr></table>"
    "</body></html>\n--XX--\n"
)


def letter(head: str, body: str = f"{PARTS}{PLAIN}{PAGE}") -> str:
    return f"From: The Courier <news@a.example>\nSubject: Late\nDate: Wed, 19 Jun 2024 10:00:00 +0000\n{head}{body}"


def read(mail: str) -> Article:
    return from_bytes(mail.encode("utf-8", "surrogateescape"), name="a.eml")


def furniture(article: Article) -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs if each.kind is ParagraphKind.FURNITURE]


def test_of_a_newsletter_the_page_is_read_and_the_sender_is_the_source() -> None:
    article = read(letter("List-Unsubscribe: <https://a.example/x>\n"))
    assert article.text.startswith("Late\n\nThe ferry is late, the harbour master said")
    assert (article.metadata.source, article.metadata.byline) == ("The Courier", None)
    assert article.paragraphs[0].kind is ParagraphKind.TITLE


def test_a_list_that_people_write_to_is_the_source_of_what_they_write() -> None:
    article = read(letter('List-Id: "Ferry talk" <ferry.a.example>\nList-Post: <mailto:ferry@a.example>\n'))
    assert "The plain words" in article.text
    assert (article.metadata.source, article.metadata.byline) == ("Ferry talk", "The Courier")


def test_a_newsletter_whose_page_says_nothing_is_read_from_its_plain_part() -> None:
    empty = f"{PARTS}{PLAIN}--XX\nContent-Type: text/html\n\n<html><body><img src=a></body></html>\n--XX--\n"
    assert "The plain words" in read(letter("List-Unsubscribe: <https://a.example/x>\n", empty)).text


def test_where_a_message_is_on_the_web_is_its_address() -> None:
    head = "Archived-At: <https://user:secret@lists.a.example/msg/1>\n"
    assert read(letter(head, "\nIt rained.")).metadata.url == "https://lists.a.example/msg/1"


def test_what_an_answer_quotes_is_furniture() -> None:
    body = "\nIt left at noon.\n\nOn Wed, 19 Jun 2024, Ana wrote:\n> Is it late?\n>> It was.\n\nSo it was on time.\n"
    article = read(letter("In-Reply-To: <1@a>\n", body))
    assert furniture(article) == ["On Wed, 19 Jun 2024, Ana wrote:", "> Is it late?", ">> It was."]


def test_what_offices_have_below_an_answer_is_furniture() -> None:
    below = "-----Ursprüngliche Nachricht-----\nVon: Ana\n\nIst sie spät?\n"
    article = read(letter("In-Reply-To: <1@a>\n", f"\nIt left at noon.\n\n{below}"))
    assert furniture(article)[0] == "-----Ursprüngliche Nachricht-----"
    assert furniture(article)[-1] == "Ist sie spät?"


def test_what_is_forwarded_or_cited_is_read() -> None:
    quoted = "\nThe paper wrote:\n\n> The ferry is late.\n"
    assert not furniture(read(letter("", quoted)))
    forwarded = letter("In-Reply-To: <1@a>\n", "\n---------- Forwarded message ---------\nFrom: Ana\n\nIt is late.\n")
    assert not furniture(read(forwarded.replace("Subject: Late", "Subject: Fwd: Late")))


def test_attachments_are_named_and_not_read() -> None:
    parts = (
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=XX\n\n--XX\nContent-Type: text/plain\n\nBelow.\n"
        '--XX\nContent-Type: text/plain\nContent-Disposition: attachment; filename="../../etc/minutes.txt"\n\nSECRET\n'
        "--XX\nContent-Type: application/pdf\nContent-Disposition: attachment;\n"
        " filename*=utf-8''caf%C3%A9.pdf\n\n%PDF\n--XX\nContent-Type: image/png\n"
        'Content-Disposition: attachment; filename="=?utf-8?Q?=E2=82=AC.png?="\n\nx\n--XX--\n'
    )
    article = read(letter("", parts))
    assert furniture(article) == ["Attached: minutes.txt, café.pdf, €.png"]
    assert "SECRET" not in article.text


@pytest.mark.parametrize(("raw", "title"), [("Café".encode(), "Café"), ("Café".encode("cp1252"), "Café")])
def test_heads_that_should_have_been_encoded_are_read(raw: bytes, title: str) -> None:
    mail = letter("", "\nIt rained.").encode().replace(b"Late", raw)
    assert from_bytes(mail, name="a.eml").metadata.title == title


def message(name: str, subject: str, body: str = "It rained.") -> str:
    return f"Message-ID: <{name}>\nFrom: a@a\nDate: Wed, 19 Jun 2024 10:00:00 +0000\nSubject: {subject}\n\n{body}\n"


def mailbox(*messages: str) -> str:
    return "".join(f"From a@a Wed Jun 19 23:58:01 2024\n{each}\n" for each in messages)


def test_the_same_message_twice_is_one() -> None:
    box = mailbox(message("1@a", "A"), message("2@a", "B"), message("1@a", "A", "With a foot."), message("1@a", "C"))
    found = load_all("-", stdin=BytesIO(box.encode()))
    assert [each.origin.part for each in found] == ["1@a", "2@a", "1@a/2"]


def test_lines_that_mailboxes_mark_are_as_they_were_written() -> None:
    box = mailbox(message("1@a", "A", "Hello.\n\n>From here it is far.\n>>From there, too."))
    (article,) = load_all("-", stdin=BytesIO(box.encode()))
    assert "\nFrom here it is far.\n>From there, too." in article.text


def test_a_mailbox_may_be_larger_than_memory_allows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = tmp_path / "box.mbox"
    box.write_text(mailbox(*(message(f"{n}@a", f"Ferry {n}") for n in range(500))), "utf-8")
    monkeypatch.setattr(files, "MAX_BYTES", 10_000)
    assert sum(1 for _ in load_all(str(box))) == 500
    assert load(str(box), part="499@a").metadata.title == "Ferry 499"
    (tmp_path / "a.txt").write_text("It rained. " * 2_000, "utf-8")
    with pytest.raises(SourceError, match="is larger than"):
        load(str(tmp_path / "a.txt"))


def test_a_letter_may_have_any_number_of_dashes() -> None:
    dashes = "\n-- a\n" * 30_000
    assert "-- a" in read(letter("", f"\nIt rained.{dashes}")).text
    with pytest.raises(SourceError, match="more parts in it than any letter"):
        read(letter("Content-Type: multipart/mixed; boundary=a\n", f"\nIt rained.{dashes}"))

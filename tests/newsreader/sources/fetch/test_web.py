"""Pages are fetched within limits, and every failure is one sentence. The server is a local one."""

from __future__ import annotations

import base64
import contextlib
import gzip
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import papers
import pytest

from newsreader.article import OriginKind
from newsreader.sources import SourceError, load, load_all
from newsreader.sources.fetch import exchange

if TYPE_CHECKING:
    from collections.abc import Iterator

TRAM = (Path(__file__).parents[1] / "pages" / "tram.html").read_bytes()
TEXT = b"Ferry late\n\nThe ferry to the islands was late again on Tuesday."


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    released = threading.Event()

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].strip("/").replace("-", "_").split(".")[0]
        answer = getattr(self, f"answer_{name}", None)
        if answer is None:
            self.send_error(int(name) if name.isdigit() else 404)
        else:
            answer()

    def send(self, data: bytes, kind: str | None = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        if kind:
            self.send_header("Content-Type", kind)
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_tram(self) -> None:
        self.send(TRAM)

    def answer_text(self) -> None:
        self.send(TEXT, "text/plain")

    def answer_untyped(self) -> None:
        self.send(TRAM, None)

    def answer_greek(self) -> None:
        self.send("<html><p>Ελληνικά νέα</p></html>".encode("iso-8859-7"), "text/html; charset=ISO-8859-7")

    def answer_packed(self) -> None:
        self.send(gzip.compress(TRAM), Content_Encoding="gzip")

    def answer_garbled(self) -> None:
        self.send(b"\x1f\x8b not gzip at all", Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        packer = zlib.compressobj(wbits=31)
        data = b"".join(packer.compress(bytes(1_000_000)) for _ in range(40)) + packer.flush()
        self.send(data, Content_Encoding="gzip")

    def answer_declared(self) -> None:
        self.send(b"", Content_Length=str(exchange.MAX_BYTES + 1))

    def answer_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"text " * 20_000)
        except OSError:
            self.close_connection = True

    def answer_papers(self) -> None:
        self.send(papers.papers(one="Ferry is late", two="Rain in Rome"), "application/x-papers")

    def answer_pdf(self) -> None:
        self.send(b"%PDF-1.7", "application/pdf")

    def answer_hidden_pdf(self) -> None:
        self.send(b"%PDF-1.7", "application/octet-stream")

    def answer_mislabelled_pdf(self) -> None:
        self.send(b"%PDF-1.7", "text/html")

    def answer_picture(self) -> None:
        self.send(b"\x89PNG", "image/png")

    def answer_refreshing(self) -> None:
        self.send(b"<html><head><meta content='0; URL=&quot;tram?a=1&amp;b=2&quot;' http-equiv=refresh></head></html>")

    def answer_refreshing_round(self) -> None:
        again = int(self.path.partition("?")[2] or 0) + 1
        self.send(f"<meta http-equiv='refresh' content='1;url=refreshing-round?{again}'>".encode())

    def answer_refreshing_file(self) -> None:
        self.send(b"<meta http-equiv='refresh' content='0;url=file:///etc/passwd'>")

    def answer_refreshing_itself(self) -> None:
        self.send(
            b"<meta http-equiv=refresh content='0;url=refreshing-itself#top'><meta http-equiv=refresh content=300>"
            + TRAM
        )

    def answer_refreshing_late(self) -> None:
        self.send(b"<meta http-equiv=refresh content='900; url=/404'>" + TRAM)

    def answer_empty(self) -> None:
        self.send(b"")

    def answer_moved(self) -> None:
        self.redirect("/tram")

    def answer_loop(self) -> None:
        self.redirect("/loop")

    def answer_ring(self) -> None:
        self.redirect(f"ring?{int(self.path.partition('?')[2] or 0) + 1}")

    def answer_to_file(self) -> None:
        self.redirect("file:///etc/passwd")

    def answer_to_script(self) -> None:
        self.redirect("javascript:alert(1)")

    def answer_to_long_scheme(self) -> None:
        self.redirect("a" * 5000 + ":b")

    def answer_long_type(self) -> None:
        self.send(b"", "application/" + "a" * 5000)

    def answer_to_nowhere(self) -> None:
        self.redirect("http://[")

    def answer_to_control(self) -> None:
        self.redirect("/404\x1b]0;owned\x07")

    def answer_wrong_charset(self) -> None:
        self.send("<html><p>Café naïve</p></html>".encode(), "text/html; charset=iso-8859-7")

    def answer_no_charset_at_all(self) -> None:
        self.send("<html><p>Café naïve</p></html>".encode(), "text/html; charset=\x1b[2J")

    def answer_torn_chunks(self) -> None:
        self.protocol_version = "HTTP/1.1"
        self.send(b"1000\r\n<html><p>The", Transfer_Encoding="chunked")
        self.close_connection = True

    def answer_no_chunks(self) -> None:
        self.protocol_version = "HTTP/1.1"
        self.send(b"this is no chunk\r\n", Transfer_Encoding="chunked")
        self.close_connection = True

    def answer_cut_off_gzip(self) -> None:
        self.send(gzip.compress(TRAM)[:-20], Content_Encoding="gzip")

    def answer_bomb_in_a_bomb(self) -> None:
        self.send(gzip.compress(gzip.compress(bytes(40_000_000))), Content_Encoding="gzip, gzip")

    def answer_unknown_packing(self) -> None:
        self.send(TRAM, Content_Encoding="rot13")

    def answer_asked_packing(self) -> None:
        self.send(f"Asked for: {self.headers['Accept-Encoding']}.".encode(), "text/plain")

    def answer_brotli(self) -> None:
        self.send(b"\x1b\x0e\x00\xf8\xa5\x5b\xca\xe6", Content_Encoding="br")

    def answer_short_length(self) -> None:
        self.send(TEXT + b" It came no more.", "text/plain", Content_Length=str(len(TEXT)))

    def answer_absurd_length(self) -> None:
        self.send(TEXT, "text/plain", Content_Length="9" * 5000)

    def answer_length_of_words(self) -> None:
        self.send(TEXT, "text/plain", Content_Length="a lot")

    def answer_huge_header(self) -> None:
        self.send(TEXT, "text/plain", X_Long="x" * 100_000)

    def answer_many_headers(self) -> None:
        self.send(TEXT, "text/plain", **{f"X_{number}": "x" for number in range(500)})

    def answer_other_protocol(self) -> None:
        self.wfile.write(b"220 ftp.example.org ready\r\n")
        self.close_connection = True

    def answer_hangs_up(self) -> None:
        self.close_connection = True

    def answer_drops_the_body(self) -> None:
        self.send(b"<html><p>", Content_Length="1000")
        self.released.wait(30)

    def answer_trickle(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\n")
        with contextlib.suppress(OSError):
            while not self.released.wait(0.005):
                self.wfile.write(b"X-More: x\r\n" if "header" in self.path else b"\r\n \n")
        self.close_connection = True

    def answer_silent(self) -> None:
        self.released.wait(30)

    def answer_dropped(self) -> None:
        self.send(b"<html>", Content_Length="1000")

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Keep the test output clean."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    Handler.released.set()
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def sentence(url: str) -> str:
    with pytest.raises(SourceError) as caught:
        load(url)
    text = str(caught.value)
    assert text.isprintable()
    assert text.endswith(".")
    assert len(text) < 300
    return text


@pytest.mark.parametrize(
    "path", ["tram", "untyped", "packed", "moved", "tram?x=1#part", "cut-off-gzip", "unknown-packing"]
)
def test_a_page_is_an_article(server: str, path: str) -> None:
    article = load(f"{server}/{path}")
    assert article.metadata.title == "Council backs new tram line"
    assert article.origin.kind is OriginKind.URL
    assert article.origin.location == f"{server}/{path}"


@pytest.mark.parametrize("path", ["refreshing", "refreshing-itself", "refreshing-late"])
def test_a_page_that_sends_elsewhere_at_once_is_followed(server: str, path: str) -> None:
    assert load(f"{server}/{path}").metadata.title == "Council backs new tram line"


def test_the_address_of_the_article_is_where_the_redirects_end(server: str) -> None:
    assert load(f"{server}/moved").metadata.url == f"{server}/tram"


def test_plain_text_stays_plain(server: str) -> None:
    article = load(f"{server}/text.html")
    assert article.text == TEXT.decode()
    assert article.metadata.url == f"{server}/text.html"


def test_an_address_with_several_articles(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="is application/x-papers, not a page of text"):
        load(f"{server}/papers")
    papers.register(monkeypatch)
    assert [each.origin.name for each in load_all(f"{server}/papers")] == [
        f"{server}/papers#{n}" for n in ("one", "two")
    ]
    (two,) = load_all(f"{server}/papers#two")
    assert two.text == load(f"{server}/papers", part="two").text == "Rain in Rome"
    assert (two.origin.location, two.metadata.url) == (f"{server}/papers", None)
    assert len(list(load_all(f"{server}/papers#no-such-part"))) == 2


def test_only_what_can_be_unpacked_is_asked_for(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from urllib3.util import request

    assert load(f"{server}/asked-packing").text == f"Asked for: {request.ACCEPT_ENCODING}."
    monkeypatch.setattr(request, "ACCEPT_ENCODING", "gzip,deflate")
    assert "could not be unpacked" in sentence(f"{server}/brotli")


def test_an_absurd_length_is_too_large(server: str) -> None:
    assert "is larger than 10 MB" in sentence(f"{server}/absurd-length")


def test_the_charset_of_the_header_counts(server: str) -> None:
    assert "Ελληνικά νέα" in load(f"{server}/greek").text


@pytest.mark.parametrize("path", ["wrong-charset", "no-charset-at-all"])
def test_a_charset_that_does_not_fit_is_passed_over(server: str, path: str) -> None:
    assert load(f"{server}/{path}").text == "Café naïve"


@pytest.mark.parametrize("path", ["short-length", "length-of-words"])
def test_a_length_that_is_wrong(server: str, path: str) -> None:
    assert load(f"{server}/{path}").text == TEXT.decode()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("404", "answered 404 Not Found: check the address"),
        ("403", "answered 403 Forbidden: the site refuses programs"),
        ("500", "answered 500 Internal Server Error: try again later"),
        ("299", "answered 299"),
        ("pdf", "is a PDF"),
        ("hidden-pdf", "is a PDF"),
        ("mislabelled-pdf", "is a PDF"),
        ("picture", "is a picture"),
        ("empty", "is empty"),
        ("loop", "redirects more than 5 times"),
        ("ring", "redirects more than 5 times"),
        ("to-file", "redirects to a file address"),
        ("refreshing-file", "redirects to a file address"),
        ("refreshing-round", "redirects more than 5 times"),
        ("to-script", "redirects to a javascript address"),
        ("to-long-scheme", "redirects to a aaa"),
        ("long-type", "is application/aaa"),
        ("to-nowhere", "is no address of a page"),
        ("to-control", "answered 404"),
        ("declared", "is larger than 10 MB"),
        ("endless", "is larger than 10 MB"),
        ("bomb", "is larger than 10 MB"),
        ("bomb-in-a-bomb", "is larger than 10 MB"),
        ("garbled", "could not be unpacked"),
        ("dropped", "The connection to 127.0.0.1 failed"),
        ("torn-chunks", "The connection to 127.0.0.1 failed"),
        ("no-chunks", "The connection to 127.0.0.1 failed"),
        ("huge-header", "The connection to 127.0.0.1 failed"),
        ("many-headers", "The connection to 127.0.0.1 failed"),
        ("other-protocol", "The connection to 127.0.0.1 failed"),
        ("hangs-up", "The connection to 127.0.0.1 failed"),
    ],
)
def test_failures_are_sentences(server: str, path: str, words: str) -> None:
    assert words in sentence(f"{server}/{path}")


def test_a_silent_server_times_out(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "READ_SECONDS", 0.05)
    assert "did not answer in time" in sentence(f"{server}/silent")
    assert "did not answer in time" in sentence(f"{server}/drops-the-body")


@pytest.mark.parametrize("part", ["body", "headers"])
def test_a_server_that_sends_a_little_again_and_again_is_given_up(
    part: str, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "TOTAL_SECONDS", 0.3)
    assert "took longer than" in sentence(f"{server}/trickle?{part}")


def test_nobody_there() -> None:
    assert "could not be reached" in sentence("http://127.0.0.1:9/page")


@pytest.mark.parametrize(
    "url", ["http://", "http:///page", "http://[::1/page", "https://exa mple.org/", "http://a:b:c/"]
)
def test_broken_addresses(url: str) -> None:
    assert sentence(url)


def test_passwords_and_control_characters_stay_out_of_sentences(server: str) -> None:
    host = server.removeprefix("http://")
    for path in ("404\x1b[31m", "empty", "hidden-pdf", "pdf", "dropped", "loop"):
        text = sentence(f"http://jane:secret@{host}/{path}")
        assert "jane" not in text
        assert "secret" not in text


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "socks5h://anna:SECRET@127.0.0.1:9", "http://[", "x://y"])
def test_a_proxy_that_cannot_be_used_is_named(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy")
    monkeypatch.setenv("https_proxy", proxy)
    said = sentence("https://example.org/")
    assert "The proxy of the environment" in said
    assert "SECRET" not in said


def test_the_account_of_a_proxy_comes_with_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy")
    monkeypatch.setenv("https_proxy", "http://anna:p%40ss@127.0.0.1:9")
    pool = exchange.pool("https://example.org/")
    assert pool.proxy_headers["proxy-authorization"] == f"Basic {base64.b64encode(b'anna:p@ss').decode()}"

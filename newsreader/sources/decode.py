"""From bytes to text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import re

from newsreader.sources.errors import SourceError
from newsreader.sources.repair import looks_like_mac_roman, repaired

_SAMPLE = 65_536
"""Bytes looked at when telling binary data from text and when guessing an encoding."""

BEFORE_TAG = r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+"
"""What may stand before the first tag; possessive, or a page of comments would be tried in every combination."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longest first where one begins with another (UTF-32 LE begins with UTF-16 LE)."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office or e-book file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
)

_TEXT_CODECS = re.compile(
    r"utf-?(8|16|16-?le|16-?be|32)|us-?ascii|ascii|latin-?1|iso-?8859-?\d{1,2}|(windows-?|cp)12\d\d|cp(437|8\d\d|9\d\d)"
    r"|koi8-?[rut]|(x-)?mac-?(roman|cyrillic)|(x-)?s(hift)?[-_]?jis|euc-?(jp|kr)|iso-?2022-?jp|gb(2312|k|18030)"
    r"|big5(-?hkscs)?|tis-?620|viscii"
)
"""Names of charsets a page may declare; Python knows codecs that are none (`rot13`, `zlib`, `unicode_escape`)."""

_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""What browsers read for a declared charset (WHATWG Encoding Standard, “names and labels”)."""

_WIDE_LABELS = dict.fromkeys(("utf-16", "utf-16le", "utf-16-le"), "utf-16-le") | dict.fromkeys(
    ("utf-16be", "utf-16-be"), "utf-16-be"
)
"""The charsets of two bytes; `utf-16` alone is little-endian (WHATWG Encoding Standard)."""

_XML_STARTS = {"<?x".encode("utf-16-le"): "utf-16-le", "<?x".encode("utf-16-be"): "utf-16-be"}

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")


_OVERSTRIKES = re.compile(rb"[^\x00-\x1f]\x08(?=[^\x00-\x1f])")
_NO_BLANK = re.compile(r"[^\ufeff\x00 \t\r\n\v\f]")


def decode(data: bytes, *, name: str, declared: str | None = None) -> str:
    """Return the text of `data`; bytes that are wrong in its encoding become U+FFFD.

    `declared` is the charset of an HTTP header. In order: byte order mark, UTF-16, valid UTF-8, `declared`, the charset
    that HTML or XML declares about itself, detection. `name` is for the sentence of the `SourceError` that binary data,
    an encoding that cannot be told, or a text of nothing but blanks raises.
    """
    text = repaired(decoded(data, name=name, declared=declared))
    if not _NO_BLANK.search(text):
        blank = "has no text but blanks in it" if data else "is empty"
        raise SourceError(f"{name} {blank}: open something else.")
    return text


def beginning(head: bytes) -> str:
    """Return the first bytes of something as text to look at, whatever its encoding; what is wrong becomes U+FFFD."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, "replace")
    return head.decode(_wide_without_bom(head) or "utf-8", "replace")


def decoded(data: bytes, *, name: str, declared: str | None = None) -> str:
    """Return the text of `data` just as it is written, where `decode` mends what was broken on the way; as there."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    if wide := _wide_without_bom(data[:_SAMPLE]) or _declared_wide(data, declared):
        return data.decode(wide, "replace")
    refuse_binary(data, name=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_legacy_encoding(data, declared, name), "replace")


def refuse_binary(data: bytes, *, name: str) -> None:
    """Raise a `SourceError` that names the kind of data if `data` is not text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise SourceError(f"{name} is {kind}, not text: save its text as a .txt, .md or .html file and open that.")
    if data and _is_binary(data[:_SAMPLE].rstrip(b"\0")):
        raise SourceError(f"{name} is binary data, not text: open a .txt, .md or .html file.")


def _is_binary(sample: bytes) -> bool:
    """Whether bytes are no text: nothing but zeros, more than a few of them, or control bytes that overstrike nothing.

    Programs leave zeros behind in texts, and fill up with them; beside these a text is UTF-8 and has no other controls.
    """
    if not sample:
        return True
    zeros, struck = sample.count(0), len(_OVERSTRIKES.findall(sample))
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES)) - zeros - struck
    if controls * 20 > len(sample):
        return True
    text = sample.replace(b"\0", b"").decode("utf-8", "replace")[:-1]
    return zeros > 0 and (zeros * 20 > len(sample) or controls > 0 or "\ufffd" in text)


def _wide_without_bom(sample: bytes) -> str | None:
    """Return the UTF-16 of text that has no byte order mark: in Western text every second byte is zero."""
    pairs = len(sample) // 2
    if pairs < 2 or b"\x00" not in sample:
        return None
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd > pairs * 0.7 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > pairs * 0.7 and not odd else None


def _declared_wide(data: bytes, declared: str | None) -> str | None:
    """Return the UTF-16 that a page without a byte order mark is said to be in, as browsers read it.

    It begins as XML does (WHATWG HTML, “encoding sniffing algorithm”), or the HTTP header says so; a header is not
    believed of valid UTF-8 without a zero.
    """
    for start, encoding in _XML_STARTS.items():
        if data.startswith(start):
            return encoding
    encoding = _WIDE_LABELS.get((declared or "").strip().strip("\"'").lower(), "")
    return (
        encoding if encoding and (b"\0" in data[:_SAMPLE] or not _is_utf8(data)) and _is_wide(data, encoding) else None
    )


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_wide(data: bytes, encoding: str) -> bool:
    """Whether the bytes have the blanks of a text in UTF-16, where the next one is of bytes in another encoding."""
    return any(character in data[:_SAMPLE].decode(encoding, "replace") for character in " \n<")


def _legacy_encoding(data: bytes, declared: str | None, name: str) -> str:
    if _is_damaged_utf8(data):
        return "utf-8"
    for charset in (declared, _declared_inside(data)):
        if charset and (encoding := _known(charset)) and _fits(data, encoding):
            return encoding
    if looks_like_mac_roman(data[:_SAMPLE]):
        return "mac_roman"
    return "cp1252" if _looks_western(data) else _detected(data, name)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8 with a few wrong bytes, as a cut-off download leaves it."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(data) - len(data.decode("utf-8", "ignore").encode("ascii", "ignore")) - wrong
    return right > 20 * wrong


def _declared_inside(data: bytes) -> str | None:
    match = _META_CHARSET.search(data, 0, 4096) or _XML_ENCODING.match(data, 0, 400)
    return match[1].decode("ascii") if match else None


def _known(charset: str) -> str | None:
    """Return the Python codec of a declared charset, or None if it is none or cannot be what bytes like these are."""
    label = charset.strip().strip("\"'").lower()
    if not _TEXT_CODECS.fullmatch(label) or label.startswith(("utf-16", "utf16", "utf-32", "utf32")):
        return None
    try:
        codecs.lookup(label)
    except LookupError:
        return None
    return _READ_AS.get(label, label)


def _fits(data: bytes, encoding: str) -> bool:
    """Whether `encoding` reads all but a few bytes of `data`."""
    return data[:_SAMPLE].decode(encoding, "replace").count("\ufffd") * 500 <= min(len(data), _SAMPLE)


_ENOUGH = 32
"""Bytes beyond ASCII that a detection library needs; of fewer it makes Chinese of a word with an accent."""

_WESTERN = re.compile(rb"(?<![\x80-\xff])[\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xff]{1,2}(?![\x80-\xff])")


def _looks_western(data: bytes) -> bool:
    """Whether the bytes beyond ASCII stand alone, as accents and quotes do in Windows-1252, and are few.

    Few is one in twelve, since Central European text has more; or so few that detection would be guessing.
    """
    high = len(data) - len(data.decode("ascii", "ignore"))
    alone = sum(len(match) for match in _WESTERN.findall(data))
    return high < max(_ENOUGH, len(data) / 12) and alone >= high * 0.95


def _is_nearly_ascii(data: bytes) -> bool:
    """Whether so few bytes are beyond ASCII that the text can be read with a mark in place of each."""
    return (len(data) - len(data.decode("ascii", "ignore"))) * 20 <= len(data)


def _detected(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    lines = b"\n".join(line for line in data.splitlines() if not line.isascii())
    best = from_bytes(lines[:_SAMPLE]).best()
    if best is None and _is_nearly_ascii(data):
        return "utf-8"
    if best is None:
        raise SourceError(f"The encoding of {name} cannot be told: save it as UTF-8 and open it again.")
    return best.encoding

"""PDF files made for tests: lines of text at places on pages, pictures, an outline, what the file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 595, 842


class Text(NamedTuple):
    """A line that begins at a place, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10


def column(x: float, top: float, lines: str, size: float = 10, leading: float = 12) -> list[Text]:
    """Lines below each other; an empty one leaves half the room of a line."""
    made = []
    for line in lines.split("\n"):
        top -= leading if line else leading / 2
        if line:
            made.append(Text(x + 12 * (len(line) - len(line.lstrip())), top, line.lstrip(), size))
    return made


def pdf(
    *pages: Sequence[Text],
    known: Mapping[str, str] | None = None,
    outline: Sequence[tuple[str, int]] = (),
    pictures: Sequence[int] = (),
    turned: int = 0,
    encrypted: bool = False,
) -> bytes:
    """A PDF of these pages; `pictures` are the numbers, from 0, of those that show a picture as well."""
    objects: list[bytes] = [b""] * 4
    kids = []
    for number, page in enumerate(pages):
        content = "".join(f"BT /F {each.size} Tf {each.x} {each.y} Td ({_escaped(each.text)}) Tj ET\n" for each in page)
        if number in pictures:
            content += f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"
        objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(content), content.encode("cp1252")))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Rotate %d/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
            % (WIDTH, HEIGHT, turned, len(objects))
        )
        kids.append(len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects[2] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    said = "".join(f"/{name}({_escaped(value)})" for name, value in (known or {}).items())
    objects[3] = f"<<{said}>>".encode("cp1252")
    first = len(objects) + 2
    for place, (title, page_number) in enumerate(outline):
        following = f"/Next {first + place + 1} 0 R" if place + 1 < len(outline) else ""
        where = f"/Parent {first - 1} 0 R{following}/Dest[{kids[page_number]} 0 R/Fit]"
        objects.append(f"<</Title({_escaped(title)}){where}>>".encode())
    if outline:
        objects.insert(first - 2, f"<</First {first} 0 R/Last {first + len(outline) - 1} 0 R>>".encode())
    more = f"/Outlines {first - 1} 0 R" if outline else ""
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{more}>>".encode()
    return _file(objects, encrypted=encrypted)


def _file(objects: Sequence[bytes], *, encrypted: bool) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    secret = (
        f"/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<{'00' * 32}>/U<{'00' * 32}>>>/ID[<00><00>]" if encrypted else ""
    )
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R/Info 4 0 R%b>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            secret.encode(),
            len(data),
        )
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")

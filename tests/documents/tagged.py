"""Reading a tagged PDF as assistive technology does: by its structure, through the marks on the pages."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

SHOWS = {b"Tj", b"TJ", b"'", b'"'}
PAINTS = SHOWS | {b"f", b"F", b"f*", b"S", b"s", b"B", b"b", b"Do", b"sh"}


@dataclass
class Element:
    tag: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list["Element"] = field(default_factory=list)

    def all(self, *tags: str) -> list["Element"]:
        found = [self] if self.tag in tags else []
        return found + [one for kid in self.kids for one in kid.all(*tags)]

    def words(self) -> str:
        """Its text with that of everything in it, in reading order."""
        return " ".join(filter(None, [self.text, *(kid.words() for kid in self.kids)]))


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def tree(reader: PdfReader) -> Element:
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    texts = [dict(marked(page)) for page in reader.pages]
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    return element(root["/K"].get_object(), texts, pages)


def element(content: DictionaryObject, texts: list[dict[int, str]], pages: dict[int, int]) -> Element:
    one = Element(content["/S"][1:])
    one.attributes = {name[1:]: str(value)[1:] for name, value in content.get("/A", {}).items()}
    pieces = []
    for kid in content["/K"]:
        kid = kid.get_object()
        if kid["/Type"] == "/MCR":
            pieces.append(texts[pages[kid.raw_get("/Pg").idnum]][kid["/MCID"]])
        else:
            one.kids.append(element(kid, texts, pages))
    one.text = content.get("/ActualText") or " ".join("".join(pieces).split())
    return one


def marked(page) -> Iterator[tuple[int, str]]:
    """Each mark on the page with its text, read through the font's own table of characters."""
    maps = {name: characters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    font, mark, text = "", None, ""
    for operands, operator in ContentStream(page["/Contents"], page.pdf).operations:
        if operator == b"BDC" and "/MCID" in operands[1]:
            mark, text = operands[1]["/MCID"], ""
        elif operator == b"EMC" and mark is not None:
            yield mark, text
            mark = None
        elif operator == b"Tf":
            font = operands[0]
        elif operator == b"Tj" and mark is not None:
            raw = getattr(operands[0], "original_bytes", operands[0])
            text += "".join(maps[font][code] for code in raw)


def characters(font: DictionaryObject) -> dict[int, str]:
    table = font["/ToUnicode"].get_data().decode("latin-1")
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", table)
    return {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}


def unmarked_painting(page) -> list[bytes]:
    """Operators that put ink on the page outside any mark: a screen reader cannot place what they draw."""
    depth, found = 0, []
    for _, operator in ContentStream(page["/Contents"], page.pdf).operations:
        if operator in (b"BDC", b"BMC"):
            depth += 1
        elif operator == b"EMC":
            depth -= 1
        elif operator in PAINTS and depth != 1:
            found.append(operator)
    return found

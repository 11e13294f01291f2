"""How each block of a letter is set."""

from collections.abc import Callable
from typing import Any

from core.documents.letter import Block, Bullets, Facts, Heading, Notice, Paragraph, Signature, Table
from core.documents.pdf import fonts
from core.documents.pdf.sheets import ACCENT, LEFT, QUIET, ROOM, Bar, Line, Sheets, Style, set_lines
from core.documents.pdf.structure import Node
from core.documents.pdf.tables import draw_facts, draw_table

BODY = Style()
STRONG = Style(font=fonts.BOLD)
SMALL = Style(size=10, leading=14, colour=QUIET)
TITLE = Style(font=fonts.BOLD, size=20, leading=26)
HEADINGS = {2: Style(font=fonts.BOLD, size=15, leading=20), 3: Style(font=fonts.BOLD, size=12.5, leading=17)}
AFTER = 9.0
INDENT = 20.0
BULLET = "•"


def draw(sheets: Sheets, parent: Node, blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        DRAWERS[type(block)](sheets, parent, block)


def draw_heading(sheets: Sheets, parent: Node, block: Heading) -> None:
    style = HEADINGS[block.level]
    sheets.skip(9)
    sheets.need(style.leading + 3 * BODY.leading)
    sheets.text(block.text, style, parent.add(f"H{block.level}"))
    sheets.skip(4)


def draw_paragraph(sheets: Sheets, parent: Node, block: Paragraph) -> None:
    sheets.text(block.text, BODY, parent.add("P"))
    sheets.skip(AFTER)


def draw_bullets(sheets: Sheets, parent: Node, block: Bullets) -> None:
    if not block.items:
        return
    listing = parent.add("L", O="List", ListNumbering="Decimal" if block.numbered else "Disc")
    for number, text in enumerate(block.items, start=1):
        item = listing.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        lines = set_lines(text, BODY, body, ROOM - INDENT)
        sheets.need(min(len(lines), 2) * BODY.leading)
        mark = f"{number}." if block.numbered else BULLET
        sheets.put(Line(LEFT + 4, sheets.y - BODY.drop, mark, BODY, label))
        sheets.lines(lines, BODY, body, x=LEFT + INDENT)
        sheets.skip(3)
    sheets.skip(AFTER - 3)


def draw_notice(sheets: Sheets, parent: Node, block: Notice) -> None:
    """A bar beside the text, on every page that the text is on."""
    box = parent.add("Div")
    inner = ROOM - INDENT
    sheets.skip(3)
    title = box.add("P") if block.title else None
    text = box.add("P")
    lines = set_lines(block.text, BODY, text, inner)
    sheets.need((len(lines) + bool(title)) * BODY.leading + 8)
    first, top = len(sheets.pages) - 1, sheets.y
    sheets.skip(4)
    if title:
        sheets.text(block.title, STRONG, title, x=LEFT + INDENT, width=inner)
    sheets.lines(lines, BODY, text, x=LEFT + INDENT)
    sheets.skip(4)
    for page in range(first, len(sheets.pages)):
        upper = top if page == first else sheets.top
        lower = sheets.y if page == len(sheets.pages) - 1 else sheets.bottom
        sheets.pages[page].append(Bar(LEFT, lower, 4, upper - lower, ACCENT))
    sheets.skip(AFTER + 3)


def draw_signature(sheets: Sheets, parent: Node, block: Signature) -> None:
    sheets.need(7 * BODY.leading)
    sheets.text("Yours sincerely", BODY, parent.add("P"))
    sheets.skip(30)
    signed = parent.add("P")
    sheets.text(block.name, STRONG, signed)
    for line in (block.role, *block.contact):
        sheets.text(line, BODY, signed)
    sheets.skip(AFTER)


DRAWERS: dict[type, Callable[[Sheets, Node, Any], None]] = {
    Heading: draw_heading,
    Paragraph: draw_paragraph,
    Bullets: draw_bullets,
    Facts: draw_facts,
    Table: draw_table,
    Notice: draw_notice,
    Signature: draw_signature,
}

"""The first page's head, and what stands above and below the text of every page."""

from core.dates import in_words
from core.documents.letter import Letter
from core.documents.pdf import fonts
from core.documents.pdf.blocks import BODY, SMALL, TITLE
from core.documents.pdf.sheets import (
    ACCENT,
    BOTTOM,
    HEIGHT,
    LEFT,
    LINE,
    RIGHT,
    ROOM,
    WIDTH,
    Bar,
    Line,
    Sheets,
    Style,
    set_lines,
)
from core.documents.pdf.structure import Node

COUNCIL = Style(font=fonts.BOLD, size=15, leading=20, colour=ACCENT)
HEAD = HEIGHT - 40
WINDOW = HEIGHT - 142
"""Where the address starts, so that it shows in a DL window envelope: 50 mm from the top."""
SIDE = LEFT + 262
"""Where the date and reference stand, beside the address."""


def draw_head(sheets: Sheets, document: Node, letter: Letter) -> None:
    """Who writes, to whom, when, under which reference, and the title."""
    council = letter.council
    sheets.y = HEAD
    sheets.text(council.name, COUNCIL, document.add("P"), width=ROOM)
    contact = [*council.lines, " · ".join(filter(None, (council.telephone, council.email)))]
    if any(contact):
        node = document.add("P")
        for line in filter(None, contact):
            sheets.text(line, SMALL, node)
    sheets.y -= 8
    sheets.rule(colour=ACCENT, height=2)
    sheets.y -= 10
    top = min(sheets.y, WINDOW) if letter.recipient else sheets.y
    sheets.y = top
    if letter.recipient:
        node = document.add("P")
        for line in letter.recipient:
            sheets.text(line, BODY, node, width=SIDE - LEFT - 20)
    below, sheets.y = sheets.y, top
    draw_date(sheets, document, letter)
    sheets.y = min(sheets.y, below) - 26
    draw_title(sheets, document.add("H1"), letter.title)
    sheets.skip(12)


def draw_title(sheets: Sheets, node: Node, title: str) -> None:
    shown = set_lines(title, TITLE, node, ROOM)
    sheets.lines(fonts.balance(" ".join(shown), TITLE.font, TITLE.size, ROOM), TITLE, node)


def draw_date(sheets: Sheets, document: Node, letter: Letter) -> None:
    x = SIDE if letter.recipient else LEFT
    for label, value in (("Date", in_words(letter.date)), ("Our reference", letter.reference)):
        node = document.add("P")
        sheets.text(f"{label}: {value}", BODY, node, x=x, width=WIDTH - RIGHT - x)


def draw_edges(sheets: Sheets, letter: Letter) -> None:
    """On each page: its number, the reference, and from the second on who writes about what."""
    total = len(sheets.pages)
    for number, page in enumerate(sheets.pages, start=1):
        page.append(Bar(LEFT, BOTTOM - 18, ROOM, 0.75, LINE))
        add_pair(page, BOTTOM - 34, letter.reference, f"Page {number} of {total}")
        if number > 1:
            add_pair(page, HEIGHT - 46, letter.council.name, letter.title)


def add_pair(page: list, y: float, left: str, right: str) -> None:
    room = ROOM / 2 - 10
    left, right = one_line(left, room), one_line(right, room)
    page.append(Line(LEFT, y, left, SMALL, None))
    page.append(Line(WIDTH - RIGHT - fonts.width(right, SMALL.font, SMALL.size), y, right, SMALL, None))


def one_line(text: str, room: float) -> str:
    lines = set_lines(text, SMALL, Node("Artifact"), room)
    return lines[0] if len(lines) == 1 else f"{lines[0].rstrip()}…"

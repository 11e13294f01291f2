"""Tables over as many pages as they take, the column headings at the top of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.documents.letter import Facts, Table
from core.documents.pdf import fonts
from core.documents.pdf.sheets import INK, LEFT, LINE, ROOM, Line, Sheets, Style, set_lines
from core.documents.pdf.structure import Node

CELL = Style(size=11, leading=15.5)
HEAD = Style(font=fonts.BOLD, size=11, leading=15.5)
CAPTION = Style(font=fonts.BOLD)
PAD = 5.0
GAP = 16.0
NARROWEST = 24.0
MEASURED = 2000
"""How many letters of a cell decide on the width of its column."""
LABELS = 0.36
"""The part of the width that the labels of a list of facts take."""


@dataclass(frozen=True)
class Cell:
    lines: list[str]
    style: Style
    node: Node | None
    numeric: bool = False


def draw_facts(sheets: Sheets, parent: Node, block: Facts) -> None:
    """A label and a value a row, the label being the row's heading."""
    if not block.rows:
        return
    table = parent.add("Table")
    widths = [ROOM * LABELS, ROOM * (1 - LABELS)]
    sheets.rule()
    for label, value in block.rows:
        row = table.add("TR")
        cells = [
            cell(label, HEAD, row.add("TH", O="Table", Scope="Row"), widths[0]),
            cell(value, CELL, row.add("TD"), widths[1]),
        ]
        draw_row(sheets, cells, widths, [])
    sheets.skip(10)


def draw_table(sheets: Sheets, parent: Node, block: Table) -> None:
    table = parent.add("Table")
    if block.caption:
        sheets.need(CAPTION.leading + 4 * CELL.leading)
        sheets.text(block.caption, CAPTION, table.add("Caption"))
        sheets.skip(2)
    widths = column_widths(block)
    row = table.add("TR")
    heads = [
        cell(text, HEAD, row.add("TH", O="Table", Scope="Column"), width, numeric=column in block.numeric)
        for column, (text, width) in enumerate(zip(block.headers, widths, strict=True))
    ]
    sheets.need(row_height(heads) + 2 * CELL.leading + 2 * PAD)
    draw_row(sheets, heads, widths, [], strong=True)
    for texts in block.rows:
        row = table.add("TR")
        nodes = [row.add("TH", O="Table", Scope="Row"), *(row.add("TD") for _ in texts[1:])]
        cells = [
            cell(text, CELL, node, width, numeric=column in block.numeric)
            for column, (text, node, width) in enumerate(zip(texts, nodes, widths, strict=True))
        ]
        draw_row(sheets, cells, widths, heads)
    sheets.skip(10)


def cell(text: str, style: Style, node: Node, width: float, *, numeric: bool = False) -> Cell:
    return Cell(set_lines(text, style, node, width - GAP), style, node, numeric)


def row_height(cells: Sequence[Cell]) -> float:
    return max(len(one.lines) * one.style.leading for one in cells) + 2 * PAD


def draw_row(
    sheets: Sheets, cells: Sequence[Cell], widths: Sequence[float], heads: Sequence[Cell], *, strong: bool = False
) -> None:
    """One row with a rule under it. A row that is higher than a page goes on over the next."""
    height = row_height(cells)
    if height > sheets.room and (height <= sheets.height_of_page / 2 or sheets.room < 4 * CELL.leading):
        turn(sheets, widths, heads)
    done = 0
    longest = max(len(one.lines) for one in cells)
    while done < longest:
        fits = max(int((sheets.room - 2 * PAD) // CELL.leading), 1)
        draw_cells(sheets, cells, widths, done, fits)
        done += fits
        sheets.y -= 2 * PAD + min(fits, longest - done + fits) * CELL.leading
        sheets.rule(colour=INK if strong else LINE, height=1.2 if strong else 0.75)
        if done < longest:
            turn(sheets, widths, heads)


def draw_cells(sheets: Sheets, cells: Sequence[Cell], widths: Sequence[float], start: int, count: int) -> None:
    x = LEFT
    for one, width in zip(cells, widths, strict=True):
        y = sheets.y - PAD
        edge = x + width - (0 if one is cells[-1] else GAP)
        for text in one.lines[start : start + count]:
            indent = edge - x - fonts.width(text, one.style.font, one.style.size) if one.numeric else 0
            sheets.put(Line(x + indent, y - one.style.drop, text, one.style, one.node))
            y -= one.style.leading
        x += width


def turn(sheets: Sheets, widths: Sequence[float], heads: Sequence[Cell]) -> None:
    """Go to a new page and repeat the headings there, as decoration."""
    sheets.turn()
    if heads:
        repeated = [Cell(one.lines, one.style, None, one.numeric) for one in heads]
        draw_row(sheets, repeated, widths, [], strong=True)


def column_widths(block: Table) -> list[float]:
    """Columns that ask for little get it; the others share the rest, none narrower than its longest word."""
    columns = list(zip(block.headers, *block.rows, strict=True))
    wanted = [max(measure(text) for text in column) + GAP for column in columns]
    least = [min(longest_word(column), ROOM / len(columns)) for column in columns]
    widths = [0.0] * len(columns)
    left = ROOM
    for done, column in enumerate(sorted(range(len(columns)), key=wanted.__getitem__)):
        share = left / (len(columns) - done)
        widths[column] = max(min(wanted[column], share), least[column])
        left -= widths[column]
    widest = widths.index(max(widths))
    widths[widest] += left
    return widths


def longest_word(column: Sequence[str]) -> float:
    words = (word for text in column for word in text[:MEASURED].split())
    return max((fonts.width(word, HEAD.font, HEAD.size) for word in words), default=NARROWEST) + GAP


def measure(text: str) -> float:
    return max(fonts.width(line, HEAD.font, HEAD.size) for line in text[:MEASURED].split("\n"))

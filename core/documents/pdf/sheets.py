"""Pages being filled from the top down: where each line of text goes, before anything is drawn."""

from dataclasses import dataclass, field
from typing import ClassVar

from reportlab.lib.colors import Color, HexColor

from core.documents.pdf import fonts
from core.documents.pdf.structure import Node
from core.documents.rules.text import plain

WIDTH, HEIGHT = 595.28, 841.89
LEFT = RIGHT = 62.0
TOP = 76.0
BOTTOM = 76.0
ROOM = WIDTH - LEFT - RIGHT

INK = HexColor("#0b0c0c")
QUIET = HexColor("#505a5f")
LINE = HexColor("#b1b4b6")
ACCENT = HexColor("#1d4f76")


@dataclass(frozen=True)
class Style:
    """How text is set: font, size and distance from line to line in points, colour."""

    font: str = fonts.REGULAR
    size: float = 12
    leading: float = 17
    colour: Color = INK

    @property
    def drop(self) -> float:
        """From the top of a line to its baseline."""
        return self.leading - (self.leading - self.size) / 2 - self.size * 0.2


@dataclass(frozen=True)
class Line:
    """One line of text at its baseline, and the element that it belongs to; none for decoration."""

    x: float
    y: float
    text: str
    style: Style
    node: Node | None


@dataclass(frozen=True)
class Bar:
    """A filled rectangle: rules and the bar beside a notice."""

    x: float
    y: float
    width: float
    height: float
    colour: Color


Item = Line | Bar


@dataclass
class Sheets:
    """The pages so far. `y` is how far down the present page is filled, from the bottom edge."""

    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    y: float = HEIGHT - TOP
    top: ClassVar[float] = HEIGHT - TOP
    bottom: ClassVar[float] = BOTTOM
    height_of_page: ClassVar[float] = HEIGHT - TOP - BOTTOM

    @property
    def room(self) -> float:
        return self.y - BOTTOM

    def turn(self) -> None:
        self.pages.append([])
        self.y = self.top

    def need(self, height: float) -> None:
        """Go to a new page unless `height` is left on this one. A height of over a page is never met."""
        if self.y < self.top and self.room < height <= self.height_of_page:
            self.turn()

    def skip(self, height: float) -> None:
        """Leave room, but not at the top of a page."""
        if self.y < self.top:
            self.y -= height

    def put(self, item: Item) -> None:
        self.pages[-1].append(item)

    def rule(self, *, colour: Color = LINE, height: float = 0.75, x: float = LEFT, width: float = ROOM) -> None:
        self.put(Bar(x, self.y, width, height, colour))

    def lines(self, lines: list[str], style: Style, node: Node | None, *, x: float = LEFT) -> None:
        """Set lines one under the other, over as many pages as it takes, two at least together."""
        for position, text in enumerate(lines):
            left = len(lines) - position
            if self.room < style.leading or (position == 0 and left > 1 and self.room < 2 * style.leading):
                self.turn()
            self.put(Line(x, self.y - style.drop, text, style, node))
            self.y -= style.leading

    def text(self, text: str, style: Style, node: Node, *, x: float = LEFT, width: float = ROOM) -> None:
        self.lines(set_lines(text, style, node, width), style, node, x=x)


def set_lines(text: str, style: Style, node: Node, width: float) -> list[str]:
    """The lines of a text. Where the font lacks a letter, the element keeps the true text."""
    true = plain(text)
    shown = fonts.drawable(true)
    if shown != true:
        node.actual = true
    return fonts.wrap(shown, style.font, style.size, width)

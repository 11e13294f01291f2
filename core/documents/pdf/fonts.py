"""The fonts of our PDFs: Lato, embedded, with the letters of every European language."""

import re
from functools import cache
from threading import Lock

import fontpkg_lato
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

rl_config.trustedHosts = []
rl_config.trustedSchemes = ["data"]
rl_config.useA85 = 0

REGULAR = "Lato"
BOLD = "Lato-Bold"
FILES = {REGULAR: "Lato-Regular.ttf", BOLD: "Lato-Bold.ttf"}
SUBSTITUTE = "?"
SPACE = re.compile(r"(?<!\d) | (?!\d)")
"""Where a line may end: at a space, but not between two figures, so that telephone numbers stay whole."""

_registering = Lock()


@cache
def _registered() -> dict[str, TTFont]:
    fonts = {name: TTFont(name, str(fontpkg_lato.ROOT / "files" / file)) for name, file in FILES.items()}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return fonts


def register() -> None:
    """Read the fonts, once a process."""
    with _registering:
        _registered()


def drawable(text: str) -> str:
    """The text with a question mark for each letter that the font does not have."""
    known = _registered()[REGULAR].face.charToGlyph
    return "".join(c if c == "\n" or ord(c) in known else SUBSTITUTE for c in text)


def width(text: str, font: str, size: float) -> float:
    """The width of one line in points."""
    return pdfmetrics.stringWidth(text, font, size)


def wrap(text: str, font: str, size: float, room: float) -> list[str]:
    """The lines of a text in `room` points. A number stays on one line; a word that is too wide is broken."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += wrap_paragraph(SPACE.split(paragraph), font, size, room)
    return lines


def wrap_paragraph(words: list[str], font: str, size: float, room: float) -> list[str]:
    lines: list[str] = []
    space = width(" ", font, size)
    line, used = "", 0.0
    for word in words:
        measure = width(word, font, size)
        if line and used + space + measure <= room:
            line, used = f"{line} {word}", used + space + measure
            continue
        if line:
            lines.append(line)
        if measure > room:
            *full, word = pieces(word, font, size, room)
            lines += full
            measure = width(word, font, size)
        line, used = word, measure
    return [*lines, line]


def pieces(word: str, font: str, size: float, room: float) -> list[str]:
    """A word in parts that each fit, of one letter at least."""
    parts: list[str] = []
    start, used = 0, 0.0
    for place, letter in enumerate(word):
        measure = width(letter, font, size)
        if used + measure > room and place > start:
            parts.append(word[start:place])
            start, used = place, 0.0
        used += measure
    return [*parts, word[start:]]


def balance(text: str, font: str, size: float, room: float) -> list[str]:
    """The lines of a title, as even as they can be without another line."""
    lines = wrap(text, font, size, room)
    for tenths in range(5, 10):
        if len(even := wrap(text, font, size, room * tenths / 10)) == len(lines):
            return even
    return lines

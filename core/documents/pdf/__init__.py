"""Letters as tagged PDF. No markup of ReportLab's is ever used: text goes onto the page letter by letter."""

from core.documents.letter import Letter
from core.documents.pdf import blocks, fonts, letterhead, painting
from core.documents.pdf.sheets import Sheets
from core.documents.pdf.structure import Node
from core.documents.rules.text import plain


def render(letter: Letter) -> bytes:
    """The letter as a tagged PDF. The same letter gives the same bytes."""
    fonts.register()
    sheets, tree = Sheets(), Node("Document")
    letterhead.draw_head(sheets, tree, letter)
    blocks.draw(sheets, tree, letter.blocks)
    letterhead.draw_edges(sheets, letter)
    return painting.paint(
        sheets.pages,
        tree,
        title=plain(letter.title),
        author=plain(letter.council.name),
        language=letter.language,
        on=letter.date,
    )

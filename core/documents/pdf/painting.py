"""Drawing the finished pages, with every line marked as what it is."""

import io
from datetime import date
from xml.sax.saxutils import escape

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from core.documents.pdf import fonts, structure
from core.documents.pdf.sheets import HEIGHT, WIDTH, Bar, Item, Line
from core.documents.pdf.structure import Node

CREATOR = "Lintel"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""


def paint(pages: list[list[Item]], tree: Node, *, title: str, author: str, language: str, on: date) -> bytes:
    """The PDF. The same pages give the same bytes: its dates are the letter's day."""
    held = io.BytesIO()
    canvas = Canvas(
        held,
        pagesize=(WIDTH, HEIGHT),
        pageCompression=1,
        invariant=1,
        initialFontName=fonts.REGULAR,
        lang=language,
        pdfVersion=(1, 7),
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(title)
    canvas.setCreator(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(pages):
        paint_page(canvas, number, page)
        canvas.showPage()
    document = canvas._doc
    structure.write(document, tree)
    document._timeStamp = midnight(on)
    document.Catalog.Metadata = metadata(title=title, author=author, language=language, on=on)
    canvas.save()
    return held.getvalue()


def paint_page(canvas: Canvas, number: int, items: list[Item]) -> None:
    """Each run of lines of one element is one piece of marked text; the rest is decoration."""
    open_node: Node | None = None
    marks = 0
    for item in items:
        node = item.node if isinstance(item, Line) else None
        if node is None or node is not open_node:
            if open_node is not None:
                canvas.addLiteral("EMC")
            if node is not None:
                canvas.addLiteral(f"/{node.tag} <</MCID {marks}>> BDC")
                node.marks.append((number, marks))
                marks += 1
            open_node = node
        if node is None:
            canvas.addLiteral("/Artifact BMC")
        paint_item(canvas, item)
        if node is None:
            canvas.addLiteral("EMC")
    if open_node is not None:
        canvas.addLiteral("EMC")


def paint_item(canvas: Canvas, item: Item) -> None:
    if isinstance(item, Bar):
        canvas.setFillColor(item.colour)
        canvas.rect(item.x, item.y, item.width, item.height, stroke=0, fill=1)
        return
    canvas.setFillColor(item.style.colour)
    canvas.setFont(item.style.font, item.style.size)
    canvas.drawString(item.x, item.y, f"{item.text} " if item.node else item.text)


def midnight(on: date) -> TimeStamp:
    stamp = TimeStamp(invariant=1)
    stamp.YMDhms = (on.year, on.month, on.day, 0, 0, 0)
    return stamp


def metadata(*, title: str, author: str, language: str, on: date) -> PDFStream:
    packet = XMP.format(
        title=escape(title), author=escape(author), language=escape(language), day=on.isoformat(), creator=CREATOR
    )
    names = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(dictionary=names, content=packet.encode())

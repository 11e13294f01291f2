"""The structure tree of a tagged PDF: what each piece of text is (PDF 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)


@dataclass(eq=False)
class Node:
    """One element of the tree. `marks` are its pieces of text: page (from 0) and number on that page.

    `attributes` go out as they are: an owner under "O" and its values, names as strings.
    `actual` is the text to read aloud when the page shows something else.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    actual: str = ""
    kids: list["Node"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, tag: str, **attributes: str) -> "Node":
        kid = Node(tag, attributes)
        self.kids.append(kid)
        return kid

    def walk(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


def page_reference(page: int) -> PDFObjectReference:
    return PDFObjectReference(f"Page{page + 1}")


def write(document: PDFDocument, tree: Node) -> None:
    """Put the tree, and the table that leads from a piece of text back to it, into the document."""
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    root_reference = document.Reference(root)
    owners: dict[int, dict[int, PDFObjectReference]] = {}
    root.dict["K"] = element(document, tree, root_reference, owners)
    numbers: list[object] = []
    for page in sorted(owners):
        parents = [owners[page][mark] for mark in sorted(owners[page])]
        numbers += [page, document.Reference(PDFArray(parents))]
    root.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    root.dict["ParentTreeNextKey"] = len(owners)
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    for page, pdf_page in enumerate(document.Pages.pages):
        pdf_page.__NoDefault__ = [*pdf_page.__NoDefault__, "StructParents", "Tabs"]
        pdf_page.StructParents = page
        pdf_page.Tabs = PDFName("S")


def element(
    document: PDFDocument,
    node: Node,
    parent: PDFObjectReference,
    owners: dict[int, dict[int, PDFObjectReference]],
) -> PDFObjectReference:
    """Write a node and what is in it. Notes in `owners` whose each piece of text is."""
    content = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.tag), "P": parent})
    reference = document.Reference(content)
    for page, mark in node.marks:
        owners.setdefault(page, {})[mark] = reference
    content.dict["K"] = PDFArray(
        [marked_content(page, mark) for page, mark in node.marks]
        + [element(document, kid, reference, owners) for kid in node.kids]
    )
    if node.marks:
        content.dict["Pg"] = page_reference(node.marks[0][0])
    if node.attributes:
        content.dict["A"] = PDFDictionary({name: PDFName(value) for name, value in node.attributes.items()})
    if node.actual:
        content.dict["ActualText"] = PDFString(node.actual)
    return reference


def marked_content(page: int, mark: int) -> PDFDictionary:
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": page_reference(page), "MCID": mark})

"""Reading the HTML of a page in tests."""

from bs4 import BeautifulSoup, Tag


def soup(html: str | bytes) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def one(page: Tag, selector: str) -> Tag:
    """The only element that the selector finds."""
    found = page.select(selector)
    assert len(found) == 1, f"{len(found)} elements for {selector}"
    return found[0]


def plain(page: Tag) -> object:
    """The element as nested lists: name, sorted attributes, children; white space folded."""
    children = []
    for child in page.children:
        if isinstance(child, Tag):
            children.append(plain(child))
        elif type(child).__name__ == "NavigableString" and str(child).strip():
            children.append(" ".join(str(child).split()))
    attributes = {
        key: " ".join(sorted(value)) if key == "class" else " ".join(value) if isinstance(value, list) else value
        for key, value in page.attrs.items()
    }
    return [page.name, sorted(attributes.items()), children]

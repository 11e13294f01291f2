"""Reading a page as its reader does: the lines of its main part, and its sentences."""

import re

from bs4 import BeautifulSoup, Tag
from django.test import Client

from tests.web.markup import one, soup

LINES = "h1, h2, h3, p, li, summary, th, td, caption"


def main_of(client: Client, url: str) -> Tag:
    response = client.get(url)
    assert response.status_code == 200, url
    return one(soup(response.content), "#main-content")


def lines(part: Tag | BeautifulSoup) -> list[str]:
    """Each line of words in reading order, white space folded, none inside another."""
    found = [line for line in part.select(LINES) if not line.select(LINES)]
    return [" ".join(line.get_text(" ").split()).replace(" .", ".").replace(" ,", ",") for line in found]


def prose(part: Tag) -> list[str]:
    """The lines without menus and tables, each closed like a sentence."""
    copy = soup(str(part))
    for menu in copy.select("nav, table"):
        menu.decompose()
    return [line if line[-1] in ".?!:" else f"{line}." for line in lines(copy) if line]


def sentences(part: Tag) -> list[str]:
    return [sentence for line in prose(part) for sentence in re.split(r"(?<=[.?!:])\s+", line)]

"""News: the newest first, in pages, and as a feed."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client

from cms.models import NewsIndexPage, NewsPage
from cms.models.news import PAGE_SIZE
from tests.cms.reading import main_of

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def add(at, number: int, *, live: bool = True) -> NewsPage:
    page = NewsPage(title=f"News {number}", slug=f"news-{number}", summary="Words.", live=live)
    NewsIndexPage.objects.get().add_child(instance=page)
    NewsPage.objects.filter(pk=page.pk).update(first_published_at=at + timedelta(hours=number))
    return page


def titles(url: str) -> list[str]:
    return [heading.get_text() for heading in main_of(Client(), url).select("h2")]


def test_the_newest_stands_first_and_a_draft_nowhere(at) -> None:
    add(at, 1)
    add(at, 2)
    add(at, 3, live=False)
    assert titles("/news/") == ["News 2", "News 1", "Renting has changed: what it means for you"]


@pytest.mark.parametrize("asked", ["2", "99", "abc", "-1"])
def test_older_news_stands_on_further_pages(at, asked: str) -> None:
    for number in range(PAGE_SIZE + 1):
        add(at, number)
    expected = PAGE_SIZE if asked == "abc" else 2
    assert len(titles(f"/news/?page={asked}")) == expected


def test_a_feed_reader_gets_the_news(client: Client, at) -> None:
    add(at, 1)
    response = client.get("/news.xml")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == [
        "News 1",
        "Renting has changed: what it means for you",
    ]
    links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
    assert all(link.startswith(settings.SITE_URL) for link in links)


def test_without_its_page_there_is_no_feed(client: Client) -> None:
    NewsIndexPage.objects.get().unpublish()
    assert client.get("/news.xml").status_code == 404

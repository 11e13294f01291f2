"""Walking through the journey about caravan sites in a browser."""

from datetime import datetime

from bs4 import BeautifulSoup
from django.test import Client

from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.journeys.models import Draft
from core.journeys.services import drafts
from tests.journeys.caravan import CARAVANS
from tests.web.markup import soup


def begin(landlord: User, at: datetime, answers: dict | None = None) -> Draft:
    return drafts.open(kind=CARAVANS.name, actor=actor_of(landlord), at=at, answers=answers)


def page(draft: Draft, slug: str) -> str:
    return f"/landlord/sites/{draft.reference}/{slug}/"


def shown(browser: Client, url: str) -> BeautifulSoup:
    response = browser.get(url)
    assert response.status_code == 200, response
    return soup(response.content)


def fill(browser: Client, url: str, **answers) -> object:
    """Send the form as it stands on the page, with these answers."""
    form = shown(browser, url).select("main form")[0]
    hidden = {box["name"]: box["value"] for box in form.select("input[type=hidden]")}
    return browser.post(url, {**hidden, **answers})


def stored(draft: Draft) -> dict:
    return Draft.objects.get(pk=draft.pk).answers

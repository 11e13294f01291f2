"""Our own pages over many rows: what each costs, and how many queries it asks at 25 and at 2,500 rows."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.server import Server
from bench.volume import Council
from core.accounts.models import User
from tests import database
from tests.web.client import officer, sign_in
from tests.world import World

FEW, MANY, FULL = 25, 2500, 5000
AT = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/London"))


@dataclass(frozen=True)
class Page:
    """A page to measure: who opens it, the bare page beside it, and the most it may cost as a multiple of that."""

    name: str
    address: str
    persona: str
    beside: str
    most: float


@dataclass(frozen=True)
class Figure:
    page: Page
    cost: float
    few: int
    many: int


def pages(council: Council) -> list[Page]:
    landlord, home = council.landlord.reference, council.home.reference
    household, let = council.household.reference, council.let.reference
    return [
        Page("public home page, cold", "/?n={n}", "", "bare page", 1.5),
        Page("public home page", "/", "", "bare page", 1.5),
        Page("advice page, cold", "/advice/notice-from-your-landlord/?n={n}", "", "bare page", 1.5),
        Page("advice page", "/advice/notice-from-your-landlord/", "", "bare page", 1.5),
        Page("landlords, 25 of 5,000", "/office/landlords/", "manager", "bare list", 2),
        Page("homes, 25 of 5,000", "/office/homes/", "manager", "bare list", 2),
        Page("homes to rent, 25 of 5,000", "/office/homes-to-rent/", "manager", "bare list", 2),
        Page("households, 25 of 5,000", "/office/households/", "manager", "bare list", 2),
        Page("guarantees, 25 of 5,000", "/office/guarantees/", "manager", "bare list", 2),
        Page("landlord, the record", f"/office/landlords/{landlord}/", "manager", "bare list", 4),
        Page("home, the record", f"/office/homes/{home}/", "manager", "bare list", 4),
        Page("household, the record", f"/office/households/{household}/", "manager", "bare list", 4),
        Page("who fits a home, of 5,000", f"/office/homes-to-rent/{let}/shortlist/", "manager", "bare list", 4),
        Page("officer's queue", "/office/", "manager", "bare dashboard", 2.5),
        Page("landlord's home page", "/landlord/", "landlord", "bare dashboard", 2.5),
    ]


def measure() -> list[Figure]:
    logging.disable()
    with database.copied():
        council = Council(World(AT))
        clients = {"": Client(), "manager": sign_in(Client(), officer("manager", AT))}
        clients["landlord"] = sign_in(Client(), User.objects.get(pk=council.landlord.user_id))
        council.grow(FEW)
        few = {page.name: queries(clients[page.persona], page) for page in pages(council)}
        council.grow(MANY)
        many = {page.name: queries(clients[page.persona], page) for page in pages(council)}
        council.grow(FULL)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        with serving() as server:
            return [
                Figure(
                    page,
                    server.cost(page.address, headers=cookie(clients[page.persona])),
                    few[page.name],
                    many[page.name],
                )
                for page in pages(council)
            ]


def queries(client: Client, page: Page) -> int:
    """How many queries the page asks once it is warm."""
    for n in (1, 2):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(page.address.format(n=-n))
        if response.status_code != 200:
            raise SystemExit(f"bench: {page.address} answered {response.status_code}")
    return len(asked)


def cookie(client: Client) -> dict[str, str]:
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session.value}"} if session else {}


@contextmanager
def serving() -> Iterator[Server]:
    """The site as `make run` serves it, over the database that was filled."""
    path = Path(settings.DATABASES["default"]["NAME"])
    connection.close()
    environment = {
        "LINTEL_MODE": "demonstration",
        "VAR_DIR": os.environ["VAR_DIR"],
        "DATABASE_URL": f"sqlite:///{path}",
    }
    subprocess.run(
        [sys.executable, "manage.py", "createcachetable"],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    with Server("portal.wsgi:application", **environment) as server:
        yield server

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
from django.urls import reverse

from bench.baselines import Bare
from bench.server import SECONDS, Server
from bench.volume import Council
from core.accounts.models import User
from core.ui.addresses import record_url
from tests import database
from tests.web.client import officer, sign_in
from tests.world import World

FEW, MANY, FULL = 25, 2500, 5000
AT = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/London"))
LIST_MOST, RECORD_MOST, DASHBOARD_MOST, COLD_MOST, KEPT_MOST = 2, 4, 2.5, 1.5, 0.1
LISTS = {
    "landlords": "/office/landlords/",
    "homes": "/office/homes/",
    "homes to rent": "/office/homes-to-rent/",
    "households": "/office/households/",
    "guarantees": "/office/guarantees/",
    "tenancies": "/office/tenancies/",
    "tenancy concerns": "/office/tenancy-concerns/",
}
PUBLIC = {
    "public home page": "/",
    "advice page": "/advice/notice-from-your-landlord/",
}


@dataclass(frozen=True)
class Page:
    """A page to measure: who opens it, what stands beside it, and the most it may cost as a multiple of that.

    Beside it stands a bare page, or one of our own that was measured before it.
    """

    name: str
    address: str
    persona: str
    beside: str
    most: float


@dataclass(frozen=True)
class Figure:
    """What a page cost, as a multiple of what stands beside it too, and its queries at few and at many rows."""

    page: Page
    cost: float
    times: float
    few: int
    many: int


def pages(council: Council) -> list[Page]:
    return [*public_pages(), *office_pages(council)]


def public_pages() -> list[Page]:
    """Each page of the public site as nobody saw it before, and as it was kept; and those made anew each time."""
    found = []
    for name, address in PUBLIC.items():
        cold = f"{name}, cold"
        found.append(Page(cold, f"{address}?n={{n}}", "", "bare page", COLD_MOST))
        found.append(Page(f"{name}, kept", address, "", cold, KEPT_MOST))
    return [
        *found,
        Page("homes to let, 25 of 250", "/homes/", "", "bare list", LIST_MOST),
        Page("search", "/search/?q=notice&n={n}", "", "bare page", COLD_MOST),
    ]


def office_pages(council: Council) -> list[Page]:
    shortlist = reverse("lettings_office_shortlist", args=[council.let.reference])
    records = {name: record_url(row.subject, council.world.housing) for name, row in council.records().items()}
    return [
        *(Page(f"{name}, 25 of 5,000", path, "manager", "bare list", LIST_MOST) for name, path in LISTS.items()),
        *(Page(f"{name}, the record", path, "manager", "bare list", RECORD_MOST) for name, path in records.items()),
        Page("who fits a home, of 5,000", shortlist, "manager", "bare list", RECORD_MOST),
        Page("officer's queue", "/office/", "manager", "bare dashboard", DASHBOARD_MOST),
        Page("landlord's home page", "/landlord/", "landlord", "bare dashboard", DASHBOARD_MOST),
        Page("resident's home page", "/resident/", "resident", "bare dashboard", DASHBOARD_MOST),
    ]


def measure(bare: Bare) -> Iterator[Figure]:
    """What stands beside a page is measured right before it and right after: the machine may change its speed."""
    logging.disable()
    with database.copied():
        council = Council(World(AT))
        clients = {"": Client(), "manager": sign_in(Client(), officer("manager", AT))}
        for persona, key in {"landlord": council.landlord.user_id, "resident": council.household.resident_id}.items():
            clients[persona] = sign_in(Client(), User.objects.get(pk=key))
        council.grow(FEW)
        few = {page.name: queries(clients[page.persona], page) for page in pages(council)}
        council.grow(MANY)
        many = {page.name: queries(clients[page.persona], page) for page in pages(council)}
        council.grow(FULL)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        with serving() as server:
            ours = {page.name: page for page in pages(council)}

            def cost(name: str, seconds: float = SECONDS) -> float:
                page = ours.get(name)
                if page is None:
                    return bare.cost(name, seconds)
                return server.cost(page.address, headers=cookie(clients[page.persona]), seconds=seconds)

            for name, page in ours.items():
                before, own, after = cost(page.beside, SECONDS / 2), cost(name), cost(page.beside, SECONDS / 2)
                yield Figure(page, own, own / ((before + after) / 2), few[name], many[name])


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

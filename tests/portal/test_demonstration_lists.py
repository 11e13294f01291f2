"""The lists of the demonstration council: records of every kind and state, and as many queries as for one record."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from core.accounts.middleware import actor_of
from core.accounts.models import User
from lettings.selectors import shortlist
from properties.models import Let
from tests.council import DAY, EVENING
from tests.web.client import sign_in

pytestmark = pytest.mark.usefixtures("told_council", "undone")

LISTS = {
    "/office/landlords/": 5,
    "/office/homes/": 6,
    "/office/homes-to-rent/": 5,
    "/office/households/": 10,
    "/office/guarantees/": 6,
    "/office/tenancies/": 7,
    "/office/tenancy-concerns/?state=all": 8,
}


@pytest.fixture(autouse=True)
def evening() -> Iterator[None]:
    with time_machine.travel(EVENING, tick=False):
        yield


def somebody(**which: object) -> Client:
    browser = sign_in(Client(), User.objects.filter(**which).order_by("pk")[0])
    browser.get("/front-door/")
    return browser


@pytest.mark.parametrize(("address", "queries"), LISTS.items())
def test_no_row_of_a_list_asks_for_more_than_was_read(address, queries, django_assert_max_num_queries):
    manager = somebody(role_grants__role="manager")
    separator = "&" if "?" in address else "?"
    page = manager.get(address)
    assert page.text.count("<tr") > 2
    for number in range(1, page.context["pagination"].pages + 1):
        with django_assert_max_num_queries(queries):
            manager.get(f"{address}{separator}page={number}")


@pytest.mark.parametrize(("address", "queries"), [("/landlord/guarantees/", 5), ("/landlord/tenancies/", 7)])
def test_nor_does_one_of_a_landlords(address, queries, django_assert_max_num_queries):
    for email in User.objects.filter(kind="landlord").values_list("email", flat=True)[:12]:
        landlord = somebody(email=email)
        with django_assert_max_num_queries(queries):
            landlord.get(address)


def test_whoever_is_on_a_shortlist_stands_there_by_what_their_own_page_says(django_assert_max_num_queries):
    let = Let.objects.available().select_related("home__landlord")[0]
    actor = actor_of(User.objects.filter(role_grants__role="manager")[0])
    with django_assert_max_num_queries(8):
        entries = list(shortlist.for_let(let, actor, DAY).entries)
    assert entries
    for entry in entries:
        needs = entry.needs
        ceiling = needs.rent_ceiling.pence if needs.rent_ceiling is not None else 0
        counted = (entry.facts.people, entry.facts.bedrooms, entry.facts.rent_ceiling)
        assert counted == (needs.people, needs.bedrooms, ceiling)

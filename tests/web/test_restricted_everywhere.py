"""A3: whoever may not see a restricted household reads every list, search, count and export as if it were not there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import time_machine
from django.urls import NoReverseMatch, reverse

from core.accounts.models import User
from households.models import Household
from households.rules.case import Restriction
from households.rules.letter import LetterKind
from households.services import contact
from lettings.services import keeping_away
from tenancies.rules.problem import Problem
from tenancies.services import noticing
from tenancies.services.reporting import Given
from tests.households.steps import make_plan, send
from tests.web.conftest import AT
from tests.web.matrix import rows
from tests.web.personas import SIGNED_OUT, Cast
from tests.world import World
from tests.world_reports import Reports

ROWS = rows()
READERS = ("auditor", "housing", "other_landlord", SIGNED_OUT)
OF_ONE_VISIT = re.compile(rb'(?<=name=")(?:csrfmiddlewaretoken|form_key)" value="[^"]+|nonce="[^"]+')
# How the service is, and one person’s own sign-in.
LEFT_OUT = ("/health/", "/account/")
CANARY = "Ida Canary"
KIN = "The landlord is her uncle"
NEXT = "HH-2026-0002"
SEARCHES = ("/office/search/", "/office/households/", "/office/outbox/", "/office/audit/")


class Page(NamedTuple):
    reader: str
    address: str


def addresses() -> Iterator[str]:
    """Every page that is about nobody in particular, and the searches for the household."""
    for name, row in ROWS.items():
        try:
            yield row.path or reverse(name)
        except NoReverseMatch:
            continue
    for words in (CANARY, NEXT, "household2@example.com", "01632 960010"):
        yield from (f"{search}?q={words}" for search in SEARCHES)


def read(cast: Cast, pages: list[str]) -> dict[Page, bytes]:
    """What each reader gets of each page, without what is made for one visit."""
    found = {}
    for reader in READERS:
        for address in pages:
            with cast.turn(reader), time_machine.travel(AT, tick=False):
                response = cast.client(reader).get(address)
            body = response.getvalue() if response.streaming else response.content
            found[Page(reader, address)] = OF_ONE_VISIT.sub(b"", body)
    return found


def restricted_case(world: World) -> Household:
    """A household with a duty, a plan, a letter, a resident and a landlord who thinks of giving notice.

    Managers see it, and one officer alone.
    """
    row = world.household(name=CANARY, restriction=Restriction.STAFF, actor=world.manager)
    reference = User.objects.get(pk=world.housing.user_id).reference
    contact.allow(ref=row.reference, officer_ref=reference, reason="Works on it", actor=world.manager, at=world.at)
    make_plan(world, row)
    send(world, row, LetterKind.DUTY_DECISION)
    reports = Reports(world)
    told = reports.by_tenant(Household.objects.get(pk=row.pk), Given(Problem.OTHER))
    reports.do(noticing.note_intention, told, world.manager)
    return Household.objects.get(pk=row.pk)


def test_a_restricted_household_changes_no_page_of_anyone_who_may_not_see_it(cast: Cast) -> None:
    world = cast.world
    world.nomination(world.let(), world.household())
    let = world.let()
    assert world.manager
    pages = [address for address in addresses() if not address.startswith(LEFT_OUT)]
    before = read(cast, pages)
    row = restricted_case(world)
    assert row.reference == NEXT
    after = read(cast, pages)
    assert [page for page in before if before[page] != after[page]] == []
    assert CANARY in cast.client("manager").get("/office/households/").content.decode()
    world.nomination(let, row)
    secrets = [secret.encode() for secret in (CANARY, row.reference, row.email, row.resident.reference)]
    asked = [page for page in pages if "?" not in page]
    shown = read(cast, asked)
    assert [page for page, body in shown.items() if any(secret in body for secret in secrets)] == []
    keeping_away.exclude(
        ref=row.reference, landlord_ref=let.home.landlord.reference, reason=KIN, actor=world.manager, at=world.at
    )
    shown = read(cast, asked)
    secrets.append(KIN.encode())
    assert [page for page, body in shown.items() if any(secret in body for secret in secrets)] == []
    page = cast.client("manager").get(f"/office/households/{row.reference}/").content
    assert KIN.encode() in page

"""An abusive co-tenant, a landlord who is kin, and an officer who is not on it learn nothing, wherever they look."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, reverse

from core.access.actor import Actor, Kind
from core.accounts.middleware import actor_of
from core.accounts.models import User
from core.documents.models import Document
from core.notifications.models import OutboxMessage
from core.notifications.rules.safe_contact import SafeContact
from households.models import Household
from households.rules.case import Restriction
from households.services import contact
from landlords.models import Landlord
from lettings.models import Nomination, Viewing
from lettings.services import keeping_away
from tenancies.models import ProblemReport, Tenancy
from tenancies.rules.joint import Barrier
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Side
from tenancies.rules.triage import Priority
from tenancies.services import contacting, reporting, triaging
from tenancies.services.reporting import Given
from tests.documents import tagged
from tests.web.client import sign_in
from tests.web.matrix import addresses
from tests.web.personas import undone
from tests.world import World
from tests.world_reports import ARREARS, Reports, landlord_of, tenancy

pytestmark = pytest.mark.django_db

NAME, NOTE = "Ida Canary", "She sleeps at a friend’s"
KIN = "Her landlord is the brother of the man she fears"
NAMED = re.compile(r"<(?:\w+:)?(\w+)>")
OF_ONE_VISIT = re.compile(r'(?<=name=")(?:csrfmiddlewaretoken|form_key)" value="[^"]+|nonce="[^"]+')
DOORS = {Kind.LANDLORD: "landlord/", Kind.RESIDENT: "resident/", Kind.OFFICER: "office/"}


class Secret:
    """A restricted household in a tenancy: his account is the one that signs in, and the landlord is his brother."""

    def __init__(self, world: World, *, told: bool = True) -> None:
        self.world, self.reports = world, Reports(world)
        household = world.household(name=NAME)
        self.tenancy = tenancy(world, household=household)
        self.household = Household.objects.get(pk=household.pk)
        self.arrears = self.reports.by_landlord(self.tenancy, ARREARS)
        self.reports.do(triaging.triage, self.arrears, priority=Priority.AMBER)
        self.reports.tried(self.arrears, ContactBy.TELEPHONE)
        if told:
            self.tell()

    def tell(self) -> None:
        """She tells an officer; her record is restricted, and what reaches her made safe."""
        do, world = self.reports.do, self.world
        self._make_safe(self.household)
        self.household = Household.objects.get(pk=self.household.pk)
        self.abuse = reporting.report(
            tenancy_ref=self.tenancy.reference,
            given=Given(Problem.DOMESTIC_ABUSE, words=NOTE),
            source=Source.OFFICER,
            actor=world.housing,
            at=world.at,
        )
        do(triaging.triage, self.abuse, priority=Priority.RED)
        do(
            contacting.try_contact,
            self.abuse,
            side=Side.TENANT,
            by=ContactBy.TELEPHONE,
            reached=True,
            tried_on=world.on,
            note=NOTE,
        )
        do(triaging.keep_apart, self.arrears, barrier=Barrier.LANDLORD_RELATED)
        self.keep_away(self.household, self.tenancy.nomination.let.home.landlord)

    def keep_away(self, household: Household, landlord: Landlord) -> None:
        """None of his homes comes near her again."""
        keeping_away.exclude(
            ref=household.reference,
            landlord_ref=landlord.reference,
            reason=KIN,
            actor=self.world.housing,
            at=self.world.at,
        )

    def _make_safe(self, household: Household) -> None:
        given = {"ref": household.reference, "actor": self.world.housing, "at": self.world.at}
        seen = Household.objects.get(pk=household.pk).version
        row = contact.restrict(seen=seen, restriction=Restriction.DOMESTIC_ABUSE, **given)
        contact.set_safe_contact(seen=row.version, rule=SafeContact(no_email=True, no_letter=True), **given)

    @property
    def references(self) -> dict[str, str]:
        nomination = Nomination.objects.get(household=self.household)
        found = {
            Household.KIND: self.household.reference,
            Tenancy.KIND: self.tenancy.reference,
            Nomination.KIND: nomination.reference,
            Viewing.KIND: Viewing.objects.get(nomination=nomination).reference,
            "arrears": self.arrears.reference,
        }
        return found | ({ProblemReport.KIND: self.abuse.reference} if hasattr(self, "abuse") else {})


@pytest.fixture
def secret(at) -> Secret:
    return Secret(World(at))


def urls(kind: Kind, references: list[str]) -> Iterator[str]:
    """Every page of a door that takes nothing, or these references, any paper or message, the first of a list."""
    pools = {
        "reference": references,
        "home": references,
        "household": references,
        "document": list(Document.objects.values_list("reference", flat=True)),
        "ref": list(OutboxMessage.objects.values_list("reference", flat=True)),
        "number": [1],
        "problem": ["arrears", "repairs"],
    }
    for address in addresses():
        names = NAMED.findall(address.route)
        if address.ours and address.route.startswith(DOORS[kind]) and pools.keys() >= set(names):
            for values in product(*(pools[name] for name in names)):
                try:
                    yield reverse(address.name, kwargs=dict(zip(names, values, strict=True)))
                except NoReverseMatch:
                    continue


def words_of(response: Any) -> str:
    """What a page, a calendar file or a paper says."""
    body = b"".join(response) if response.streaming else response.content
    if response["Content-Type"] == "application/pdf":
        return tagged.tree(tagged.read(body)).words()
    return OF_ONE_VISIT.sub("", body.decode("utf-8", "replace"))


def pages_for(actor: Actor, references: list[str]) -> dict[str, str]:
    """What this person reads wherever they look, by address. Only what opened."""
    client = sign_in(Client(), User.objects.get(pk=actor.user_id))
    found = {}
    for url in dict.fromkeys(urls(actor.kind, references)):
        response = client.get(url)
        if response.status_code == 200:
            found[url] = words_of(response)
    assert len(found) > 3
    return found


def saying(pages: dict[str, str], *words: str) -> list[str]:
    return [f"{url}: {word}" for url, text in pages.items() for word in words if word in text]


def test_the_landlord_who_is_kin_reads_his_own_report_and_nothing_of_hers(secret: Secret):
    owner = landlord_of(secret.tenancy)
    assert list(ProblemReport.objects.visible_to(owner)) == [secret.arrears]
    pages = pages_for(owner, list(secret.references.values()))
    words = (
        secret.abuse.reference,
        NOTE,
        KIN,
        "abuse",
        "restricted",
        "Restricted",
        "kept apart",
        secret.household.email,
    )
    assert saying(pages, *words) == []
    assert f"/landlord/reports/{secret.arrears.reference}/" in pages
    sent = OutboxMessage.objects.filter(to_user_id=owner.user_id, about_kind=ProblemReport.KIND)
    assert {message.template for message in sent} == {"report_received_landlord", "report_acted_landlord"}
    assert {message.about_reference for message in sent} == {secret.arrears.reference}


def test_who_signs_in_with_her_account_reads_of_neither_report(secret: Secret):
    """He may hold the account and the inbox: nothing of either report is there."""
    his = actor_of(User.objects.get(pk=secret.household.resident_id))
    assert not ProblemReport.objects.visible_to(his).exists()
    pages = pages_for(his, [secret.abuse.reference, secret.arrears.reference])
    assert saying(pages, secret.abuse.reference, secret.arrears.reference, NOTE, KIN, "abuse") == []
    about = [secret.abuse.reference, secret.arrears.reference]
    assert not OutboxMessage.objects.filter(about_reference__in=about, to_user_id=his.user_id).exists()
    assert not OutboxMessage.objects.filter(about_reference__in=about, to_address=secret.household.email).exists()


def test_no_page_message_count_calendar_or_paper_of_either_changes_when_she_tells(at: datetime):
    """Whoever looks every day, at everything they can open, sees the day after what they saw the day before."""
    secret = Secret(World(at), told=False)
    owner, his = landlord_of(secret.tenancy), actor_of(User.objects.get(pk=secret.household.resident_id))
    known = list(secret.references.values())

    def read(reader: Actor) -> dict[str, str]:
        with undone(), time_machine.travel(at, tick=False):
            return pages_for(reader, known)

    def sent(reader: Actor) -> list[tuple[str, str]]:
        return sorted(OutboxMessage.objects.filter(to_user_id=reader.user_id).values_list("template", "body"))

    before = {reader: (read(reader), sent(reader)) for reader in (owner, his)}
    for reader, calendar in ((owner, "/landlord/viewings/"), (his, "/resident/viewings/")):
        assert any(url.startswith(calendar) and url.endswith(".ics") for url in before[reader][0])
    secret.tell()
    for reader, (pages, messages) in before.items():
        after = read(reader)
        assert {url for url in after if after[url] != pages.get(url)} | (pages.keys() - after.keys()) == set()
        assert sent(reader) == messages


def test_another_resident_finds_no_trace_of_her(secret: Secret):
    """The co-tenant with an account of his own, who knows every reference."""
    other = actor_of(User.objects.get(pk=secret.world.household(name="Cal Moss").resident_id))
    pages = pages_for(other, list(secret.references.values()))
    assert saying(pages, NAME, NOTE, *secret.references.values(), secret.arrears.reference) == []


@pytest.mark.parametrize("role", ["auditor", "landlord_liaison"])
def test_an_officer_who_is_not_on_it_finds_no_trace_and_no_count(secret: Secret, role: str):
    reader = secret.world.officer(role)
    hidden = [secret.abuse.reference, secret.arrears.reference, secret.household.reference, secret.tenancy.reference]
    references = list(secret.references.values())
    pages = pages_for(reader, references)
    assert saying(pages, NAME, NOTE, KIN, *hidden) == []
    assert (
        "0 tenancy concerns" in pages["/office/tenancy-concerns/"]
        or "No tenancy concern" in pages["/office/tenancy-concerns/"]
    )
    found = sign_in(Client(), User.objects.get(pk=reader.user_id)).get("/office/search/", {"q": NAME})
    assert secret.household.reference not in found.text


def test_a_landlord_who_is_kin_hears_that_it_ended_and_never_why(at: datetime):
    """She was put forward for his home and he had seen her name when the officer learned who he is."""
    world = World(at)
    secret = Secret(world)
    hers = world.household(name="Nor Canary")
    row = world.nomination(world.let(), hers, upto="landlord_accepted")
    owner = actor_of(row.let.home.landlord.user)
    secret.keep_away(hers, row.let.home.landlord)
    row.refresh_from_db()
    assert row.state == "withdrawn"
    told = OutboxMessage.objects.filter(about_reference=row.reference, to_user_id=owner.user_id)
    assert told.exists()
    pages = pages_for(owner, [row.reference, hers.reference, row.let.reference])
    assert saying(pages, KIN, "brother", "kept away", "excluded") == []
    assert not [message for message in OutboxMessage.objects.all() if KIN in message.body + message.subject]


def test_those_on_it_find_all_of_it(secret: Secret):
    """The same walk sees what is there: the tests above look in the right places."""
    pages = pages_for(secret.world.housing, list(secret.references.values()))
    assert saying(pages, NOTE)
    assert saying(pages, KIN)
    assert saying(pages, secret.abuse.reference)
    assert settings.RECORD_PAGES["officer"][ProblemReport.KIND] == "tenancies_office_report"

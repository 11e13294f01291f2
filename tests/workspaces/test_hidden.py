"""Restricted households are absent from pages where records of every kind stand together."""

from datetime import datetime

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import Client

from core.access.actor import Actor, Can
from core.accounts.models import User
from core.audit.models import Event
from core.deadlines.services import set_deadline
from core.notifications.models import OutboxMessage
from core.references.models import Record
from core.states import Holder
from households.models import Household
from households.rules.case import Restriction
from households.services import contact
from tests.web.client import officer, sign_in
from tests.world import World
from workspaces.rules.queue import Whose
from workspaces.selectors import hidden, queue

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at: datetime) -> World:
    return World(at)


def allow(world: World, household: Household, someone: Actor) -> None:
    officer_ref = User.objects.get(pk=someone.user_id).reference
    contact.allow(
        ref=household.reference, officer_ref=officer_ref, reason="Works on it", actor=world.manager, at=world.at
    )


@pytest.fixture
def cases(world: World) -> tuple[Household, Household]:
    """An open and a restricted household, each put forward for a home."""
    open_case = world.household(name="Ama Field")
    secret = world.household(name="Ida Canary", restriction=Restriction.STAFF, actor=world.manager)
    allow(world, secret, world.housing)
    world.nomination(world.let(), open_case)
    world.nomination(world.let(), secret)
    return open_case, Household.objects.get(pk=secret.pk)


def named(actor: Actor, which=hidden.casework) -> set[str]:
    return {reference["reference"] for _, references in which(actor) for reference in references}


def own(household: Household) -> set[str]:
    """The references of the household and of all that was made for it."""
    found = {household.reference, User.objects.get(pk=household.resident_id).reference}
    for model, path in hidden.TO_HOUSEHOLD.items():
        found |= set(model.objects.filter(**{path: household}).values_list("reference", flat=True))
    assert len(found) >= 4
    return found


def test_who_sees_restricted_cases_misses_nothing(world: World, cases) -> None:
    assert list(hidden.casework(world.manager)) == []
    assert list(hidden.restricted(world.manager)) == []


def test_an_auditor_misses_all_of_a_restricted_case_and_nothing_else(world: World, cases) -> None:
    open_case, secret = cases
    auditor = world.officer("auditor")
    for which in (hidden.casework, hidden.restricted):
        assert named(auditor, which) >= own(secret)
        assert not named(auditor, which) & own(open_case)


def test_an_officer_on_the_list_misses_nothing_of_it(world: World, cases) -> None:
    _, secret = cases
    auditor = world.officer("auditor")
    allow(world, secret, auditor)
    assert named(auditor) == set()
    assert named(auditor, hidden.restricted) == set()


def test_who_sees_no_casework_sees_none_of_it(world: World, cases) -> None:
    open_case, secret = cases
    administrator = world.officer("administrator")
    assert named(administrator) >= own(open_case) | own(secret)
    assert not named(administrator, hidden.restricted) & own(open_case)


def kinds_of_households() -> set[type[Model]]:
    """Every kind of record from which foreign keys lead to a household."""
    leads: dict[type[Model], bool] = {Household: True}

    def leads_there(model: type[Model]) -> bool:
        if model not in leads:
            leads[model] = False
            targets = [field.related_model for field in model._meta.concrete_fields if field.is_relation]
            leads[model] = any(leads_there(target) for target in targets)
        return leads[model]

    return {model for model in apps.get_models() if issubclass(model, Record) and leads_there(model)} - {Household}


def test_every_kind_of_record_of_a_household_is_named() -> None:
    assert kinds_of_households() == set(hidden.TO_HOUSEHOLD)


@pytest.mark.parametrize(("role", "knows"), [("manager", True), ("auditor", False)])
@pytest.mark.parametrize("page", ["/office/audit/", "/office/outbox/"])
def test_the_pages_leave_it_out(page: str, role: str, knows: bool, cases, client: Client, at: datetime) -> None:
    open_case, secret = cases
    sign_in(client, officer(role, at, email="reader@example.com"))
    everything = "".join(client.get(f"{page}?page={number}").text for number in range(1, 9))
    lines = Event.objects.all() if page.endswith("audit/") else OutboxMessage.objects.all()
    about = "subject_reference" if page.endswith("audit/") else "about_reference"
    assert lines.filter(**{f"{about}__in": own(secret)}).exists()
    assert any(reference in everything for reference in own(open_case))
    assert any(reference in everything for reference in own(secret)) is knows
    assert ("Ida Canary" in everything) <= knows
    assert (secret.email in everything) <= knows


def test_a_message_about_it_has_no_page_either(cases, client: Client, at: datetime) -> None:
    _, secret = cases
    message = OutboxMessage.objects.filter(about_reference__in=own(secret)).first()
    sign_in(client, officer("auditor", at, email="reader@example.com"))
    assert client.get(f"/office/outbox/{message.reference}/").status_code == 404


def test_the_pages_cost_the_same_whoever_reads(
    cases, client: Client, at: datetime, django_assert_max_num_queries
) -> None:
    sign_in(client, officer("auditor", at, email="reader@example.com"))
    for page in ("/office/audit/", "/office/outbox/"):
        with django_assert_max_num_queries(10):
            client.get(page)


def test_the_work_queue_leaves_it_out(world: World, cases) -> None:
    open_case, secret = cases
    for case in (open_case, secret):
        set_deadline(
            kind="call",
            subject=case.subject,
            what="ring them",
            holder=Holder.COUNCIL,
            due_on=world.on,
            at=world.at,
            capability=Can.WORK_HOUSEHOLDS,
        )
    triage = world.officer("triage")

    def calls() -> set[tuple[str, str]]:
        return {deadline.subject for deadline in queue.everything(triage, Whose.MINE) if deadline.kind == "call"}

    assert calls() == {open_case.subject}
    allow(world, secret, triage)
    assert calls() == {open_case.subject, secret.subject}

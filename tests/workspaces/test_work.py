"""Giving a piece of the council's work to an officer by name."""

from datetime import timedelta

import pytest
import time_machine

from core.access.actor import Actor, Can
from core.accounts.models import User
from core.audit.models import Event
from core.audit.selectors import history
from core.deadlines import services as deadlines
from core.deadlines.models import Deadline
from core.errors import DomainError, NotFound, Refused, Stale
from core.states import Holder
from deposits.models import Guarantee
from deposits.services import guarantees
from households.rules.case import Restriction
from properties.models import Home
from properties.services import checks
from tests.web.client import send, sign_in
from tests.web.markup import one, soup
from tests.world import World
from workspaces.rules.queue import QueueFilters, Whose
from workspaces.selectors import queue
from workspaces.selectors import work as selectors
from workspaces.services import work

pytestmark = pytest.mark.django_db
SECRET = "Zora Hidden"


@pytest.fixture
def world(at):
    world = World(at)
    assert world.manager
    return world


@pytest.fixture
def home(world) -> Home:
    return world.to_visit(world.home(accepted=False))


def visit_of(home: Home) -> Deadline:
    return Deadline.objects.open().about(home.subject).get(kind=checks.VISIT)


def give(row: Deadline, to: Actor | None, actor: Actor, at, seen: int | None = None) -> Deadline:
    seen = (row.person_id or 0) if seen is None else seen
    to_id = to.user_id if to else None
    return work.give(about=row.subject, kind=row.kind, seen=seen, to_id=to_id, actor=actor, at=at)


def day_list(actor: Actor, on, whose: Whose = Whose.MINE) -> list[tuple[str, str]]:
    rows = queue.day_list(actor, QueueFilters(whose=whose), on).rows
    return [(row.kind, row.subject_reference) for row in rows]


def test_who_is_given_it_finds_it_and_the_rest_no_longer_do(world, home, at, today):
    inspector, other, visit = world.officer("inspector"), world.officer("inspector"), visit_of(home)
    line = (visit.kind, home.reference)
    assert line in day_list(inspector, today)
    assert line in day_list(other, today)
    give(visit, inspector, world.manager, at)
    assert line in day_list(inspector, today)
    assert line not in day_list(other, today)
    assert line in day_list(other, today, Whose.TEAM)
    give(visit_of(home), None, inspector, at)
    assert line in day_list(other, today)


def test_it_is_written_down_who_gave_what_to_whom(world, home, at):
    inspector = world.officer("inspector")
    give(visit_of(home), inspector, world.manager, at)
    event = Event.objects.get(action="work.give")
    assert (event.subject_reference, event.reason, event.actor_id) == (
        home.reference,
        checks.VISIT,
        world.manager.user_id,
    )
    assert event.values.after == {"who": inspector.name}
    assert history(world.manager, home.subject)[0].what == "Work given to an officer"
    give(visit_of(home), None, world.manager, at)
    assert history(world.manager, home.subject)[0].what == "Work given back to everybody who may do it"


def test_two_who_give_it_at_once_do_not_overwrite_each_other(world, home, at):
    visit = visit_of(home)
    give(visit, world.officer("inspector"), world.manager, at)
    with pytest.raises(Stale):
        give(visit, world.liaison, world.manager, at, seen=0)


def test_only_who_may_do_it_is_offered_and_taken(world, home, at):
    visit = visit_of(home)
    offered = {each.user_id for each in selectors.takers(visit)}
    assert world.liaison.user_id in offered
    assert world.finance.user_id not in offered
    closed = world.officer("inspector")
    User.objects.filter(pk=closed.user_id).update(is_active=False)
    for somebody in (world.finance, closed):
        with pytest.raises(DomainError, match="Choose somebody who may do this"):
            give(visit, somebody, world.manager, at)


def test_who_neither_does_this_work_nor_gives_it_out_is_refused(world, home, at):
    visit = visit_of(home)
    for role in ("housing", "finance", "auditor"):
        with pytest.raises(Refused):
            give(visit, world.liaison, world.officer(role), at)


def test_a_manager_gives_out_what_they_do_not_do_themselves(world, at, today):
    application = world.application(world.home())
    row = Deadline.objects.open().about(application.subject).get()
    assert not world.manager.can(Can.RECOMMEND_GUARANTEES)
    assert ("application_decision", application.reference) in day_list(world.manager, today, Whose.TEAM)
    give(row, world.liaison, world.manager, at)
    assert ("application_decision", application.reference) in day_list(world.liaison, today)


def test_what_is_done_or_waits_for_a_landlord_cannot_be_given(world, home, at):
    visit = visit_of(home)
    deadlines.done(kind=checks.VISIT, subject=home.subject, at=at)
    with pytest.raises(NotFound):
        give(visit, world.liaison, world.manager, at)
    theirs = deadlines.set_deadline(
        kind="home_changes",
        subject=home.subject,
        what="put it right",
        holder=Holder.LANDLORD,
        due_on=at.date(),
        at=at,
    )
    with pytest.raises(NotFound):
        give(theirs, world.liaison, world.manager, at)


def test_nobody_is_given_a_restricted_case_that_is_not_there_for_them(world, at):
    row = world.household(actor=world.manager, name=SECRET, restriction=Restriction.DOMESTIC_ABUSE, resident=False)
    other = world.officer("housing")
    first = Deadline.objects.open().about(row.subject).get(kind="plan")
    assert {each.user_id for each in selectors.takers(first)} == {world.manager.user_id}
    with pytest.raises(DomainError):
        give(first, other, world.manager, at)
    with pytest.raises(NotFound):
        give(first, other, other, at)


def test_who_recommended_is_not_given_the_approval(world, at):
    both = world.officer("manager", limit=1_000_000)
    application = world.application(world.home(), upto="recommended")
    type(application).objects.update(recommended_by=both.user_id)
    row = Deadline.objects.open().about(application.subject).get()
    offered = {each.user_id for each in selectors.takers(row)}
    assert world.manager.user_id in offered
    assert both.user_id not in offered
    assert world.officer("finance").user_id not in offered, "the amount is above their limit"


def test_who_recommended_a_landlord_is_not_given_the_check(world, at):
    row = world.landlord(active=False)
    type(row).objects.update(recommended_by=world.liaison.user_id)
    check = Deadline.objects.open().about(row.subject).get()
    offered = {each.user_id for each in selectors.takers(check)}
    assert world.liaison.user_id not in offered
    assert world.manager.user_id in offered


def test_a_booked_visit_is_the_officers_who_goes(world, home, at, today):
    inspector, other = world.officer("inspector"), world.officer("inspector")
    check = home.checks.get()
    when = at + timedelta(days=2)
    checks.book(
        ref=check.reference,
        seen=check.version,
        visit_at=when,
        officer_id=inspector.user_id,
        actor=world.liaison,
        at=at,
    )
    assert visit_of(home).person_id == inspector.user_id
    give(visit_of(home), other, inspector, at)
    check.refresh_from_db()
    assert check.officer_id == other.user_id
    assert (checks.VISIT, home.reference) in day_list(other, today)
    assert (checks.VISIT, home.reference) not in day_list(inspector, today)


def test_an_inventory_stays_with_whom_it_was_given_when_it_is_late(world, at):
    guarantee = Guarantee.objects.get(tenancy=world.tenancy(guarantee=True))
    row = Deadline.objects.open().about(guarantee.subject).get(kind="inventory")
    give(row, world.housing, world.manager, at)
    late = at + timedelta(days=3)
    with time_machine.travel(late, tick=True):
        assert guarantees.remind(ref=guarantee.reference, actor=world.manager, at=late)
    row.refresh_from_db()
    assert row.person_id == world.housing.user_id


def test_the_page_gives_it_and_the_lists_lead_there(client, world, home, at):
    inspector = world.officer("inspector")
    sign_in(client, User.objects.get(pk=world.manager.user_id))
    url = f"/office/work/home/{home.reference}/property_check/"
    record, listed = f"/office/homes/{home.reference}/", "/office/?whose=team"
    for address, way, back in ((listed, f"{url}?list=team", listed), (record, url, record)):
        assert way in {link["href"] for link in soup(client.get(address).content).select("main a")}
        assert one(soup(client.get(way).content), ".govuk-back-link")["href"] == back
    page = soup(client.get(url).content)
    assert one(page, "h1").get_text() == "Visit this home"
    assert one(page, "input[name=to_id][checked]")["value"] == "0"
    assert send(client, f"{url}?list=team", {"seen": 0, "to_id": inspector.user_id}).url == listed
    assert visit_of(home).person_id == inspector.user_id
    record = soup(client.get(f"/office/homes/{home.reference}/").content)
    assert inspector.name in one(record, ".lintel-strip").get_text()


def test_a_landlord_does_not_read_who_has_it(client, world, home, at):
    inspector = world.officer("inspector")
    give(visit_of(home), inspector, world.manager, at)
    sign_in(client, User.objects.get(pk=world.owner.user_id))
    page = client.get(f"/landlord/homes/{home.reference}/").content.decode()
    assert inspector.name not in page
    assert "/office/work/" not in page

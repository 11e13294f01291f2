from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from core.access.actor import Kind
from core.audit.models import Event
from core.deadlines.models import Deadline
from core.documents.models import Document
from core.documents.services import letters as documents
from core.errors import DomainError, Refused
from core.money import Money
from tenancies.models import RentEntry, Tenancy
from tenancies.selectors import rents
from tenancies.services import life, sheets
from tenancies.services import rents as services
from tenancies.services.rents import Period
from tests.world import World

pytestmark = pytest.mark.django_db

RENT = Money(99_500)
NOTHING = Money.zero()


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def tenancy(world) -> Tenancy:
    return world.tenancy()


def fresh(row: Tenancy) -> dict:
    return {"ref": row.reference, "seen": Tenancy.objects.get(pk=row.pk).version}


def enter(world: World, row: Tenancy, *paid: Money) -> None:
    days = rents.not_entered(row, world.on)[: len(paid)]
    periods = [Period(day, RENT, each) for day, each in zip(days, paid, strict=True)]
    services.enter(**fresh(row), periods=periods, actor=world.owner, at=world.at)


def met(row: Tenancy, on: date) -> list[str]:
    return [each.level.key for each in rents.standings(row, on) if each.met]


def test_a_landlord_enters_several_rent_days_at_once(world, tenancy):
    world.later(days=70)
    assert rents.not_entered(tenancy, world.on) == [date(2026, 11, 21), date(2026, 12, 21), date(2027, 1, 21)]
    enter(world, tenancy, RENT, Money(50_000), NOTHING)
    assert rents.not_entered(tenancy, world.on) == []
    found = rents.balance(tenancy, world.on)
    assert (found.due, found.paid, found.owed) == (RENT * 3, Money(149_500), Money(149_000))
    assert met(tenancy, world.on) == ["two_weeks", "one_month"]


def test_a_rent_day_is_entered_once_and_not_before_it_comes(world, tenancy):
    enter(world, tenancy, RENT)
    for day in (world.on, world.on + timedelta(days=30), world.on - timedelta(days=1)):
        with pytest.raises(DomainError):
            services.enter(**fresh(tenancy), periods=[Period(day, RENT, RENT)], actor=world.owner, at=world.at)


def test_nobody_else_enters_rent(world, tenancy):
    resident = world.someone(Kind.RESIDENT)
    stranger = world.someone(Kind.LANDLORD)
    for actor in (resident, stranger, world.finance):
        with pytest.raises(Refused):
            services.pay(**fresh(tenancy), paid_on=world.on, amount=RENT, actor=actor, at=world.at)


def test_a_correction_keeps_the_history_and_the_record_only_grows(world, tenancy):
    enter(world, tenancy, RENT)
    paid = tenancy.entries.get(kind="paid")
    services.correct(
        **fresh(tenancy),
        number=paid.number,
        day=paid.day,
        amount=Money(9_950),
        reason="A nought too many",
        actor=world.owner,
        at=world.at,
    )
    world.later(days=1)
    assert rents.balance(tenancy, world.on).owed == RENT - Money(9_950)
    assert [each.amount for each in rents.every_entry(tenancy, world.owner)] == [Money(9_950), RENT, RENT]
    with pytest.raises(DomainError):
        services.correct(
            **fresh(tenancy),
            number=paid.number,
            day=paid.day,
            amount=NOTHING,
            reason="Again",
            actor=world.owner,
            at=world.at,
        )
    for forbidden in (
        lambda: RentEntry.objects.exclude(corrects=None).delete(),
        lambda: RentEntry.objects.update(amount=RENT),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            forbidden()


def test_from_a_month_unpaid_an_officer_rings_and_a_payment_ends_it(world, tenancy):
    world.later(days=1)
    enter(world, tenancy, NOTHING)
    call = Deadline.objects.open().get(kind="arrears")
    assert call.due_on == date(2026, 11, 24)
    services.pay(**fresh(tenancy), paid_on=world.on, amount=Money(100), actor=world.owner, at=world.at)
    assert not Deadline.objects.open().filter(kind="arrears").exists()


def test_no_line_moves_a_call_that_waits_or_asks_for_one_that_was_just_made(world, tenancy):
    world.later(days=1)
    enter(world, tenancy, NOTHING)
    due_on = Deadline.objects.open().get(kind="arrears").due_on
    pay = {"paid_on": world.on, "amount": Money(100), "actor": world.owner}
    world.later(days=40)
    enter(world, tenancy, NOTHING)
    services.pay(**fresh(tenancy), **pay, at=world.at)
    assert Deadline.objects.open().get(kind="arrears").due_on == due_on
    life.attended(**fresh(tenancy), kind="arrears", note="A plan is agreed", actor=world.housing, at=world.at)
    services.pay(**fresh(tenancy), **pay, at=world.at)
    assert not Deadline.objects.open().filter(kind="arrears").exists()
    services.pay(**fresh(tenancy), **pay, at=world.later(days=14).at)
    assert Deadline.objects.open().filter(kind="arrears").exists()
    ending = life.Ending(world.on, life.EndCause.SURRENDER)
    life.end(**fresh(tenancy), ending=ending, actor=world.housing, at=world.at)
    services.pay(**fresh(tenancy), **pay, at=world.at)
    assert not Deadline.objects.open().filter(kind="arrears").exists()


def test_what_a_tenant_told_us_of_an_award_is_kept_from_the_landlord(world, tenancy):
    world.later(days=70)
    enter(world, tenancy, NOTHING, NOTHING, NOTHING)
    assert "ground_8" in met(tenancy, world.on)
    services.await_award(**fresh(tenancy), amount=Money(45_000), shared=False, actor=world.housing, at=world.at)
    assert "ground_8" not in met(tenancy, world.on)
    owner = rents.standings(tenancy, world.on, world.owner)
    assert [each.left_out for each in owner] == [NOTHING] * 4
    assert [each.kind for each in rents.every_entry(tenancy, world.owner)] == ["due"] * 3
    services.await_award(**fresh(tenancy), amount=Money(10_000), actor=world.owner, at=world.at)
    assert rents.standings(tenancy, world.on, world.owner)[3].left_out == Money(10_000)
    with pytest.raises(DomainError):
        services.await_award(**fresh(tenancy), amount=RENT * 4, actor=world.owner, at=world.at)


@pytest.mark.parametrize(("agreed", "told"), [({}, False), ({"shared": False}, False), ({"shared": True}, True)])
def test_without_the_tenants_word_an_award_that_an_officer_enters_stays_with_officers(world, tenancy, agreed, told):
    world.later(days=1)
    enter(world, tenancy, NOTHING)
    services.await_award(**fresh(tenancy), amount=Money(45_000), **agreed, actor=world.housing, at=world.at)
    seen = [each.kind for each in rents.every_entry(tenancy, world.owner)]
    assert ("award" in seen) is told
    event = Event.objects.get(action="tenancy.await_award")
    assert event.values.after["shared"] is told


def test_the_first_rent_day_moves_until_rent_is_in(world, tenancy):
    services.set_rent_day(**fresh(tenancy), first_due_on=date(2026, 12, 1), actor=world.owner, at=world.at)
    tenancy.refresh_from_db()
    world.later(days=15)
    assert rents.not_entered(tenancy, world.on) == [date(2026, 12, 1)]
    enter(world, tenancy, RENT)
    with pytest.raises(DomainError):
        services.set_rent_day(**fresh(tenancy), first_due_on=date(2026, 12, 5), actor=world.owner, at=world.at)


def words_of(document: Document) -> str:
    return str(documents.read(document).to_json()).lower()


def test_the_tenants_sheet_names_only_what_they_want_named(world, tenancy):
    asked = {"reasons": ["domestic_abuse", "homelessness"], "actor": world.housing, "at": world.at}
    hushed = words_of(sheets.for_tenant(**fresh(tenancy), named=False, **asked))
    assert "abuse" not in hushed
    assert "homeless" not in hushed
    assert "abuse" in words_of(sheets.for_tenant(**fresh(tenancy), named=True, **asked))
    tenancy.refresh_from_db()
    assert tenancy.checks["direct_payment"] is True
    assert "abuse" not in str(list(Event.objects.values_list("values__after", "values__note", "summary")))


def test_the_landlords_sheet_comes_from_the_record_alone_at_two_months(world, tenancy):
    sheets.for_tenant(
        **fresh(tenancy), reasons=["domestic_abuse", "debt"], named=True, actor=world.housing, at=world.at
    )
    world.later(days=40)
    enter(world, tenancy, NOTHING, Money(1))
    with pytest.raises(DomainError, match="Friday 22 January 2027"):
        sheets.for_landlord(**fresh(tenancy), actor=world.owner, at=world.at)
    services.correct(
        **fresh(tenancy), number=3, day=world.on, amount=NOTHING, reason="Typed twice", actor=world.owner, at=world.at
    )
    services.await_award(**fresh(tenancy), amount=RENT, shared=False, actor=world.housing, at=world.at)
    words = words_of(sheets.for_landlord(**fresh(tenancy), actor=world.owner, at=world.at))
    assert "£1,990.00" in words
    assert not [word for word in ("abuse", "debt", "homeless", "award", "health", "support") if word in words]


def calls(row: Tenancy) -> int:
    return Deadline.objects.about(row.subject).open().filter(kind="arrears").count()


def test_rent_that_becomes_late_by_itself_puts_a_call_into_the_queue(world, django_assert_max_num_queries):
    """Entered on the rent day it counts from the next day, when nobody writes anything."""
    quiet = world.tenancy()
    tenancy = world.tenancy()
    today = [Period(tenancy.first_due_on, tenancy.rent, NOTHING)]
    services.enter(ref=tenancy.reference, seen=tenancy.version, periods=today, actor=world.owner, at=world.at)
    assert services.watch_all(at=world.at) == 0
    assert calls(tenancy) == 0
    world.later(days=1)
    assert services.watch_all(at=world.at) == 1
    assert (calls(tenancy), calls(quiet)) == (1, 0)
    with django_assert_max_num_queries(6):
        assert services.watch_all(at=world.at) == 0


def test_looking_at_all_rent_costs_the_same_for_many(world, django_assert_max_num_queries):
    for _ in range(4):
        tenancy = world.tenancy()
        today = [Period(tenancy.first_due_on, tenancy.rent, tenancy.rent)]
        services.enter(ref=tenancy.reference, seen=tenancy.version, periods=today, actor=world.owner, at=world.at)
    world.later(days=1)
    with django_assert_max_num_queries(6):
        assert services.watch_all(at=world.at) == 0

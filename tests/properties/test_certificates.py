"""A certificate from promise to check to renewal, by the calendar."""

from datetime import date, timedelta

import pytest
import time_machine

from core.deadlines.models import Deadline
from core.errors import DomainError, Stale
from core.money import Money
from core.notifications.models import OutboxMessage
from properties import tasks
from properties.models import Certificate, Home
from properties.rules.certificate import CertificateKind
from properties.rules.inputs import CertificateGiven, Description
from properties.selectors.lettable import lettable
from properties.services import certificates, homes
from tests.world import World

pytestmark = pytest.mark.django_db


def watch(world: World) -> None:
    with time_machine.travel(world.at, tick=False):
        tasks.watch_certificates.call()


def owed(home: Home, kind: str) -> Deadline | None:
    return Deadline.objects.about(home.subject).open().filter(kind=f"certificate_{kind}").first()


def reminders() -> list[str]:
    return list(OutboxMessage.objects.filter(template="certificate_due").order_by("pk").values_list("body", flat=True))


def runs_out(world: World, home: Home, kind: CertificateKind, on: date) -> None:
    """The landlord sends one that ends on a day, and an officer accepts it."""
    issued = on.replace(year=on.year - 1) + timedelta(days=1)
    given = world.certificate(world.owner, kind, world.on - timedelta(days=1), 1)
    given = CertificateGiven(kind, given.document_reference, "N1", issued, on, given.epc_band)
    home = certificates.replace(ref=home.reference, given=given, actor=world.owner, at=world.at)
    world.verify(home, kind)


def test_an_early_renewal_costs_no_lettable_day(world):
    home = world.home()
    new = world.certificate(world.owner, CertificateKind.GAS, world.on - timedelta(days=1), 1)
    home = certificates.replace(ref=home.reference, given=new, actor=world.owner, at=world.at)
    assert lettable(Home.objects.get(pk=home.pk), world.on).ok
    waiting = Deadline.objects.about(home.subject).open().get(kind="home_certificates")
    assert waiting.holder == "council"
    home = certificates.reject(
        ref=home.reference, seen=home.version, kind="gas", reason="No engineer", actor=world.liaison, at=world.at
    )
    assert [m.code for m in lettable(Home.objects.get(pk=home.pk), world.on).missing] == ["certificate_gas"]
    assert not Deadline.objects.about(home.subject).open().filter(kind="home_certificates").exists()
    assert owed(home, "gas").due_on == date(2026, 12, 4)


def test_the_longest_period_is_the_rulebooks(world):
    given = world.certificate(world.owner, CertificateKind.EICR, date(2026, 1, 1), 5)
    beyond = CertificateGiven(given.kind, given.document_reference, given.number, given.issued_on, date(2031, 1, 2), "")
    with pytest.raises(DomainError, match="cannot last beyond Wednesday 1 January 2031"):
        certificates.check(beyond, has_gas=True, on=world.on)


def test_a_home_with_gas_cannot_do_without_its_record(world):
    home = world.home(accepted=False)
    none = CertificateGiven(CertificateKind.GAS, not_required_because="no_gas")
    with pytest.raises(DomainError, match="needs a gas safety record"):
        certificates.replace(ref=home.reference, given=none, actor=world.owner, at=world.at)


def test_a_home_that_gets_gas_owes_a_record(world):
    home = world.home(
        accepted=False,
        certificates=(),
        description=Description(property_type="flat", bedrooms=2, max_occupants=4, has_gas=False),
    )
    gas = Certificate.objects.get(home=home, kind="gas")
    assert gas.state == "not_required"
    home.write(has_gas=True)
    certificates.follow_gas(home, actor=world.owner, at=world.at)
    assert Certificate.objects.get(home=home, kind="gas", replaced_at=None).state == "provide_later"
    assert owed(home, "gas")


def test_nobody_verifies_what_another_officer_changed(world):
    home = world.home(accepted=False)
    world.verify(home, "gas")
    with pytest.raises(Stale):
        certificates.verify(ref=home.reference, seen=home.version, kind="eicr", actor=world.liaison, at=world.at)


def test_the_landlord_is_reminded_60_30_14_7_and_0_days_before_the_end(world):
    home = world.home()
    runs_out(world, home, CertificateKind.GAS, date(2027, 3, 1))
    for days_before, sent in [(61, 0), (60, 1), (59, 1), (30, 2), (14, 3), (7, 4), (6, 4), (0, 5)]:
        world.at = world.at.replace(year=2027, month=3, day=1) - timedelta(days=days_before)
        watch(world)
        watch(world)
        assert len(reminders()) == sent, days_before
    assert "by Monday 1 March 2027" in reminders()[0]
    assert "gas safety record of your home in Dartford, DA1 today" in reminders()[-1]


def test_when_it_ran_out_an_officer_rings(world):
    home = world.home()
    runs_out(world, home, CertificateKind.GAS, date(2027, 3, 1))
    world.at = world.at.replace(year=2027, month=3, day=2)
    watch(world)
    watch(world)
    ring = Deadline.objects.about(home.subject).open().get(kind="chase_certificate_gas")
    assert (ring.holder, ring.due_on) == ("council", date(2027, 3, 4))
    new = world.certificate(world.owner, CertificateKind.GAS, world.on, 1)
    certificates.replace(ref=home.reference, given=new, actor=world.owner, at=world.at)
    assert not Deadline.objects.about(home.subject).open().filter(kind__contains="certificate_gas").exists()


def test_a_promise_is_reminded_of_and_then_chased(world):
    later = tuple(CertificateGiven(kind) for kind in CertificateKind)
    home = world.home(accepted=False, certificates=later)
    assert owed(home, "epc").due_on == date(2026, 12, 19)
    world.later(days=21)
    watch(world)
    assert len(reminders()) == 3
    world.later(days=8)
    watch(world)
    rings = Deadline.objects.about(home.subject).open().filter(kind__startswith="chase_certificate_")
    assert rings.count() == 3


def test_a_home_that_was_put_away_is_left_in_peace(world):
    home = world.home()
    runs_out(world, home, CertificateKind.GAS, date(2027, 3, 1))
    fresh = Home.objects.get(pk=home.pk)
    homes.archive(ref=home.reference, seen=fresh.version, actor=world.owner, at=world.at)
    world.at = world.at.replace(year=2027, month=3, day=2)
    watch(world)
    assert not Deadline.objects.about(home.subject).open().filter(kind__contains="certificate").exists()
    assert home.rent == Money(99_500)

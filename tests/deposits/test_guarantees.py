from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from core.documents.models import Document
from core.documents.rules import kinds
from core.errors import DomainError, Refused
from core.money import Money
from deposits.models import Guarantee, SchemeApplication, SchemeVersion
from deposits.rules.guarantee import cover, ends_on
from deposits.rules.terms import Terms, amount
from deposits.services import applications, guarantees, keys
from deposits.services.guarantees import InventoryGiven
from lettings.services import offers
from tests.web.client import send, sign_in
from tests.world import World, picture

TERMS = Terms(
    weeks=5,
    cap=Money(300_000),
    months=12,
    covers_arrears=True,
    covers_damage=True,
    claim_days=28,
    late_claim_days=14,
    offer_days=14,
    decision_working_days=5,
    approval_limit=Money(200_000),
)
CHECKED = {"written_statement": True, "alarms_tested": True}


@pytest.mark.parametrize(
    ("rent", "frequency", "promised"),
    [
        (50_000, "monthly", 57_692),
        (95_000, "monthly", 109_615),
        (115_000, "monthly", 132_692),
        (20_000, "weekly", 100_000),
        (500_000, "monthly", 300_000),
    ],
)
def test_five_weeks_of_rent_down_to_the_penny_never_above_the_cap(rent, frequency, promised):
    assert amount(Money(rent), frequency, TERMS) == Money(promised)


def test_terms_survive_storage_and_refuse_nonsense():
    assert Terms.from_data(TERMS.as_data()) == TERMS
    with pytest.raises(DomainError):
        Terms.from_data(TERMS.as_data() | {"weeks": 99})
    with pytest.raises(DomainError):
        Terms.from_data({"weeks": 5})


def test_damage_waits_for_the_inventory_and_arrears_do_not():
    start = date(2026, 12, 1)
    end = ends_on(start, TERMS)
    assert end == date(2027, 12, 1)

    def covered(on: date, inventory: date | None) -> list[bool]:
        return [each.covered for each in cover(TERMS, start, end, inventory, on)]

    assert covered(date(2026, 11, 30), None) == [False, False]
    assert covered(start, None) == [True, False]
    assert covered(start, start) == [True, True]
    assert covered(date(2026, 12, 9), date(2026, 12, 10)) == [True, False]
    assert covered(date(2027, 11, 30), start) == [True, True]
    assert covered(end, start) == [False, False]


@pytest.mark.django_db
def test_who_recommends_does_not_approve_and_limits_hold(at):
    world = World(at)
    home = world.home()
    row = world.application(home, upto="recommended")
    with pytest.raises(Refused):
        applications.approve(ref=row.reference, seen=row.version, actor=world.liaison, at=at)
    small = world.officer("finance", limit=1_000)
    with pytest.raises(Refused, match="limit"):
        applications.approve(ref=row.reference, seen=row.version, actor=small, at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        SchemeApplication.objects.filter(pk=row.pk).update(approved_by_id=row.recommended_by_id)
    applications.approve(ref=row.reference, seen=row.version, actor=world.finance, at=at)


@pytest.mark.django_db
def test_an_offer_not_signed_in_14_days_runs_out(at):
    world = World(at)
    row = world.application(world.home(), upto="approved")
    assert applications.lapse(ref=row.reference, actor=world.manager, at=at) is None
    late = at + timedelta(days=15)
    with pytest.raises(DomainError, match="ran out"):
        applications.sign(ref=row.reference, seen=row.version, signed_name="Rosa", actor=world.owner, at=late)
    assert applications.lapse(ref=row.reference, actor=world.manager, at=late).state == "lapsed"


@pytest.mark.django_db
def test_new_terms_do_not_change_what_was_applied_for(at):
    world = World(at)
    row = world.application(world.home())
    scheme = row.scheme_version.scheme
    SchemeVersion.objects.create(
        scheme=scheme,
        number=2,
        valid_from=world.on,
        terms_data=replace(TERMS, weeks=4).as_data(),
        source="Cabinet, November 2026",
    )
    row.refresh_from_db()
    assert row.scheme_version.terms.weeks == 5
    assert scheme.version_on(world.on).terms.weeks == 4


def in_force(world: World) -> Guarantee:
    let = world.let()
    world.application(let.home, upto="offer_signed")
    nomination = world.nomination(let, world.household(), upto="offer")
    offer = world.offer(nomination)
    offer = offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offer = offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    offers.accept(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    nomination.refresh_from_db()
    _, guarantee = keys.hand_over(
        nomination_ref=nomination.reference,
        seen=nomination.version,
        started_on=world.on,
        checks=CHECKED,
        actor=world.housing,
        at=world.at,
    )
    assert guarantee is not None
    return guarantee


@pytest.mark.django_db
def test_a_guarantee_is_never_drawn_above_its_amount(at):
    guarantee = in_force(World(at))
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE deposits_guarantee SET drawn = amount + 1 WHERE id = %s", [guarantee.pk])


@pytest.mark.django_db
def test_a_late_inventory_reminds_and_voids_nothing(at):
    world = World(at)
    guarantee = in_force(world)
    world.later(days=3)
    assert guarantees.remind(ref=guarantee.reference, actor=world.manager, at=world.at)
    assert not guarantees.remind(ref=guarantee.reference, actor=world.manager, at=world.at)
    world.later(days=60)
    guarantee.refresh_from_db()
    assert guarantee.state == "active"
    assert [each.covered for each in guarantee.cover_on(world.on)] == [True, False]


@pytest.mark.django_db
def test_an_inventory_needs_a_photograph_and_comes_once(at):
    world = World(at)
    guarantee = in_force(world)
    bare = InventoryGiven(world.on, "Rosa Quill", "Ama Field", ())

    def give(given: InventoryGiven) -> None:
        guarantee.refresh_from_db()
        guarantees.record_inventory(
            ref=guarantee.reference, seen=guarantee.version, given=given, actor=world.housing, at=world.at
        )

    with pytest.raises(DomainError, match="photograph"):
        give(bare)
    photo = world.document(world.housing, kinds.INVENTORY, picture(), "hall.jpg")
    give(replace(bare, photos=((photo.reference, "The hall"),)))
    with pytest.raises(DomainError, match="already"):
        give(replace(bare, photos=((photo.reference, "The hall"),)))


@pytest.mark.django_db
def test_the_certificate_says_what_is_promised_and_anyone_can_check_it(client, at):
    world = World(at)
    guarantee = in_force(world)
    sign_in(client, guarantee.application.home.landlord.user)
    page = client.get(f"/landlord/guarantees/{guarantee.reference}/certificate/").content.decode()
    for said in (guarantee.verification_code, "£1,148.07", "12 Orchard Street", "28 days"):
        assert said in page
    for never in ("Ama Field", "homeless", "benefit"):
        assert never not in page
    pdf = client.get(f"/landlord/guarantees/{guarantee.reference}/certificate.pdf")
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")
    assert Document.objects.get(reference=guarantee.certificate_reference).sha256

    public = Client()
    typed = guarantee.verification_code.lower().replace("-", " ")
    found = send(public, "/check-a-guarantee/", {"code": typed}).content.decode()
    assert "This certificate is real" in found
    assert "Orchard" not in found
    assert "no certificate with this code" in send(public, "/check-a-guarantee/", {"code": "CDFG"}).content.decode()

"""Bound by the old tenancy: no final offer before the landlord has released every joint tenant in writing."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.deadlines.models import Deadline
from core.documents.models import Document
from core.documents.services import letters
from core.errors import DomainError, Refused
from households.models import Household
from households.rules.case import MemberRole, Question
from households.services.cases import Person
from lettings.models import EarlyRelease, Nomination, Offer
from lettings.rules.offer import Basis
from lettings.services import offers, releases
from lettings.services.offers import Terms
from tests.lettings.test_pages import as_person
from tests.web.client import send
from tests.world import World, picture

pytestmark = pytest.mark.django_db
BOTH = ("Joyce Whitaker", "Raymond Whitaker")


@pytest.fixture
def world(at) -> World:
    return World(at)


@pytest.fixture
def couple(world) -> Household:
    """Joint tenants of a flat, bound for two months more."""
    row = world.household(
        Person(BOTH[0], MemberRole.APPLICANT, born_on=date(1968, 3, 2), sex="F"),
        Person(BOTH[1], MemberRole.PARTNER, born_on=date(1965, 3, 2), sex="M"),
        name=BOTH[0],
    )
    world.decide(row, Question.PRIORITY_NEED, "yes", "physical_disability")
    Household.objects.filter(pk=row.pk).update(existing_liability_ends_on=world.on + timedelta(days=63))
    return Household.objects.get(pk=row.pk)


def final(world: World, nomination: Nomination) -> Offer:
    seen = Nomination.objects.get(pk=nomination.pk).version
    terms = Terms(Basis.FINAL_RELIEF, world.on + timedelta(days=10))
    return offers.draft(nomination_ref=nomination.reference, seen=seen, terms=terms, actor=world.housing, at=world.at)


def asks(client, world: World, couple: Household) -> str:
    """Ask through the page; the address of the request."""
    url = f"/office/households/{couple.reference}/early-release/"
    form = client.get(url).context["form"]
    assert form["tenants"].value() == "\n".join(BOTH)
    given = {
        "seen": form["seen"].value(),
        "tenants": form["tenants"].value(),
        "landlord_name": "Nell Ashby",
        "landlord_address": "1 High Street",
        "asked_for": (world.on + timedelta(days=10)).isoformat(),
    }
    assert b"There is a problem" in send(client, url, given).content
    return send(client, url, given | {"told": "on"}).url


def test_the_letter_names_both_tenants_and_nothing_of_why_they_move(client, world, couple):
    as_person(client, world.housing.user_id)
    letter = client.get(f"{asks(client, world, couple)}letter/").content.decode()
    for words in (
        "Nell Ashby",
        "Tuesday 1 December 2026",
        "Joyce Whitaker and Raymond Whitaker: each of them has to be",
    ):
        assert words in letter
    for words in ("homeless", "duty", "benefit", "wheelchair", "priority"):
        assert words not in letter.lower()
    assert Deadline.objects.open().filter(kind="early_release_reply").count() == 1


def test_a_final_offer_is_blocked_and_stands_after_the_release_in_writing(client, world, couple):
    nomination = world.nomination(world.let(), couple, upto="offer")
    with pytest.raises(DomainError, match="bound to their present home"):
        final(world, nomination)
    as_person(client, world.housing.user_id)
    drafting = client.get(f"/office/put-forward/{nomination.reference}/offer/").content.decode()
    for words in ("never final", "/early-release/", "starts the main duty for this household", "no main duty follows"):
        assert words in drafting
    household = f"/office/households/{couple.reference}/"
    assert f"{household}early-release/" in client.get(household).content.decode()
    page = asks(client, world, couple)
    agreed = {"seen": 2, "released_on": (world.on + timedelta(days=10)).isoformat()}
    first, again = (SimpleUploadedFile("reply.jpg", picture()) for _ in range(2))
    assert b"have all signed it" in send(client, f"{page}agreed/", agreed | {"reply": first}).content
    assert send(client, f"{page}agreed/", agreed | {"reply": again, "all_party": "on"}).url == page
    row = EarlyRelease.objects.get()
    assert (row.state, bool(row.reply_reference)) == ("agreed", True)
    assert Household.objects.get(pk=couple.pk).landlord_release_on == world.on + timedelta(days=10)
    assert not Deadline.objects.about(row.subject).open().exists()
    assert "released them in writing" in client.get(household).content.decode()
    assert final(world, nomination).basis == "final_relief"


def test_a_no_leaves_them_bound_and_an_ordinary_offer_stands(world, couple):
    row = world.release(couple, *BOTH)
    with pytest.raises(DomainError, match="asked already"):
        world.release(couple, *BOTH)
    row = releases.decline(
        ref=row.reference, seen=row.version, note="She wants the rent", actor=world.housing, at=world.at
    )
    assert (row.state, row.said) == ("declined", "She wants the rent")
    nomination = world.nomination(world.let(), couple, upto="offer")
    with pytest.raises(DomainError, match="bound to their present home"):
        final(world, nomination)
    assert world.offer(nomination).basis == "ordinary"


def test_nobody_is_asked_who_is_not_bound_and_nobody_asks_without_the_role(world, couple):
    world.housing, housing = world.liaison, world.housing
    with pytest.raises(Refused):
        world.release(couple, *BOTH)
    world.housing = housing
    Household.objects.filter(pk=couple.pk).update(existing_liability_ends_on=world.on + timedelta(days=10))
    with pytest.raises(DomainError, match="owe nothing"):
        world.release(couple, *BOTH)


def test_the_letter_is_signed_in_the_officers_own_role(world, couple):
    row = world.release(couple, *BOTH)
    signature = letters.read(Document.objects.get(reference=row.letter_reference)).blocks[-1]
    assert (signature.name, signature.role) == (world.housing.name, "Housing officer")

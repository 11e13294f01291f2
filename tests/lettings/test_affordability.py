"""Whether a household can afford a rent: the sums to the penny, an officer's answer, and what rests on it."""

from datetime import date

import pytest

from core.errors import DomainError, Refused, Stale
from core.money import Money
from households.models import Household
from households.rules.case import MemberRole, Restriction
from households.services.cases import Needs, Person
from lettings.models import AffordabilityCheck, Offer
from lettings.rules.affordability import CapExempt, Given
from lettings.selectors import affordability as facts
from lettings.selectors.nominations import card_rows
from lettings.services import affordability, offers
from tests.lettings.test_pages import as_person
from tests.web.client import send
from tests.world import World

pytestmark = pytest.mark.django_db
PENCE = {"earnings": "", "what_if": "881.23", "contributors": "0", "cap_exempt": "none"}
ASKED = PENCE | {"grace": "no", "limited_capability": "no"}


@pytest.fixture
def world(at) -> World:
    return World(at)


def lone_parent(world: World) -> Household:
    """A mother of 30 with a boy of 5 and a girl of 3, who does not work."""
    return world.household(
        Person("Ama Field", MemberRole.APPLICANT, born_on=date(1996, 3, 2), sex="F"),
        Person("Kit", MemberRole.CHILD, born_on=date(2021, 5, 6), sex="M"),
        Person("Una", MemberRole.CHILD, born_on=date(2023, 5, 6), sex="F"),
    )


def drafted(world: World) -> Offer:
    """An offer that only the rent stands against."""
    offer = world.offer(world.nomination(world.let(), world.household(), upto="offer"))
    AffordabilityCheck.objects.all().delete()
    return offer


def sign(world: World, offer: Offer, **given: str) -> Offer:
    return offers.sign_suitability(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at, **given)


def test_affordable_at_the_allowance_but_not_under_the_cap(world):
    row = world.rent_check(world.let(), lone_parent(world), affordable=None, what_if=Money(88_123))
    standing, free, working = row.worked["sums"]
    assert [pence for _, pence, _ in standing["lines"]] == [42_490, 60_788, 99_500, 19_478, -38_756, -99_500]
    assert all(source for _, _, source in standing["lines"])
    assert (standing["income"], standing["after_rent"]) == (183_500, 84_000)
    assert (free["income"], free["after_rent"]) == (222_256, 122_756)
    assert working["income"] == 285_396
    assert [pence for _, pence, _ in working["lines"]][3] == -24_983
    assert "takes £387.56 a month" in row.worked["words"][0]
    assert "Nobody is refused" in row.worked["words"][-1]
    assert "£881.23" in row.worked["exits"][0]
    assert "£2,853.96" in row.worked["exits"][0]
    assert row.state == "worked_out"


def test_what_they_have_to_pay_for_comes_off(world):
    given = {"other_income": Money(10_000), "maintenance_paid": Money(5_000), "expenses": Money(95_000)}
    row = world.rent_check(world.let(), lone_parent(world), affordable=None, **given)
    assert row.worked["sums"][0]["left"] == 84_000 + 10_000 - 5_000 - 95_000
    assert "£2,953.96 a month" in row.worked["exits"][0]
    assert row.worked["words"][2] == "They would be £60.00 a month short after what they have to pay for."


def test_a_disability_benefit_of_a_child_lifts_the_cap_and_of_a_lodger_does_not(world):
    row = lone_parent(world)
    assert facts.cap_exempt(row) == CapExempt.NOTHING
    row.members.filter(name="Una").update(circumstances={"disability_benefit": "dla_care_middle"})
    assert facts.cap_exempt(Household.objects.get(pk=row.pk)) == CapExempt.DISABILITY
    lodging = world.household(
        Person("Bo Marsh", MemberRole.APPLICANT, born_on=date(1990, 1, 1), sex="M"),
        Person("Al", MemberRole.NON_DEPENDANT, born_on=date(1990, 1, 1), sex="M"),
    )
    assert facts.contributors(lodging, world.on) == 1
    lodging.members.filter(name="Al").update(circumstances={"disability_benefit": "pip_daily_living"})
    lodging = Household.objects.get(pk=lodging.pk)
    assert (facts.cap_exempt(lodging), facts.contributors(lodging, world.on)) == (CapExempt.NOTHING, 0)


def test_without_an_allowance_it_cannot_be_worked_out(world):
    row = world.household(needs=Needs(brma_key=""))
    with pytest.raises(DomainError, match="rental market area is not chosen"):
        world.rent_check(world.let(), row)


def test_no_offer_before_an_officer_has_found_the_rent_affordable(world):
    offer = drafted(world)
    pair = (offer.nomination.let, offer.nomination.household)
    with pytest.raises(DomainError, match="Nobody has checked yet"):
        sign(world, offer)
    world.rent_check(*pair, affordable=None)
    with pytest.raises(DomainError, match="worked out already"):
        world.rent_check(*pair)
    with pytest.raises(DomainError, match="no officer has said"):
        sign(world, offer)
    world.rent_check(*pair, affordable=False, expenses=Money(120_000))
    with pytest.raises(DomainError, match="cannot afford the rent"):
        sign(world, offer)
    check = world.later(hours=1).rent_check(*pair)
    signed = sign(world, offer)
    assert signed.affordability["check"] == check.reference
    assert signed.affordability["sums"] == check.worked["sums"]
    assert signed.affordability["inputs"]["rent"] == 99_500


def test_going_on_without_needs_a_reason_that_stays_with_the_offer(world):
    offer = sign(world, drafted(world), affordability_because="Her sister pays part of the rent for a year")
    made = offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)
    assert made.affordability["override_because"] == "Her sister pays part of the rent for a year"
    assert "Nobody has checked yet" in made.affordability["against"]


def test_a_later_no_stops_the_letter(world):
    offer = world.offer(world.nomination(world.let(), world.household(), upto="offer"))
    offer = sign(world, offer)
    world.later(hours=1).rent_check(offer.nomination.let, offer.nomination.household, affordable=False)
    with pytest.raises(DomainError, match="cannot afford the rent"):
        offers.make(ref=offer.reference, seen=offer.version, actor=world.housing, at=world.at)


def test_the_landlord_reads_that_it_was_checked_only_when_it_was(world):
    let, household = world.let(), world.household()
    nomination = world.nomination(let, household, upto="sent_to_landlord")

    def told() -> list[str]:
        return [row.value for row in card_rows(nomination) if row.key == "Rent"]

    assert told() == []
    world.rent_check(let, household, affordable=None)
    assert told() == []
    world.later(hours=1).rent_check(let, household, expenses=Money(20_000))
    assert told() == ["Rent checked as affordable by the council"]


def test_only_those_who_match_work_it_out_and_never_for_a_household_hidden_from_them(world):
    let, household = world.let(), world.household()
    world.housing = world.officer("triage")
    with pytest.raises(Refused):
        world.rent_check(let, household)
    row = world.household(restriction=Restriction.DOMESTIC_ABUSE, actor=world.officer("housing"))
    world.housing = world.officer("housing")
    with pytest.raises(DomainError, match="cannot find"):
        world.rent_check(let, row)


def test_an_officer_works_it_out_reads_the_sums_and_answers(client, world):
    let, household = world.let(), lone_parent(world)
    as_person(client, world.housing.user_id)
    url = f"/office/homes-to-rent/{let.reference}/rent-check/{household.reference}/"
    for page in (f"/office/homes-to-rent/{let.reference}/shortlist/", f"/office/households/{household.reference}/"):
        assert url in client.get(page).content.decode()
    version = client.get(url).context["form"].initial["seen"]
    wrong = send(client, url, ASKED | {"seen": version, "earnings": "lots"}).content.decode()
    assert "Enter an amount in pounds" in wrong
    assert "881.23" in wrong
    check = send(client, url, ASKED | {"seen": version}).url
    page = client.get(check).content.decode()
    for words in (
        "As things stand: £840.00 a month left",
        "-£387.56",
        "UC Regs 2013 reg 24",
        "Without the benefit cap",
    ):
        assert words in page
    empty = send(client, f"{check}answer/", {"seen": 1, "affordable": "yes", "reasons": ""})
    assert b"Answer the question: Why?" in empty.content
    assert send(client, f"{check}answer/", {"seen": 1, "affordable": "yes", "reasons": "Help for a year"}).url == check
    assert AffordabilityCheck.objects.get().state == "affordable"
    assert b"Rent check: affordable" in client.get(f"/office/homes-to-rent/{let.reference}/shortlist/").content
    assert client.get(url).context["form"].initial["what_if"] == Money(88_123)


def test_facts_that_changed_meanwhile_are_read_again(world):
    let, household = world.let(), world.household()
    Household.objects.get(pk=household.pk).write(pets="dog")
    with pytest.raises(Stale):
        affordability.work_out(
            household_ref=household.reference,
            let_ref=let.reference,
            seen=household.version,
            given=Given(),
            actor=world.housing,
            at=world.at,
        )

"""Every way in which putting a household forward can come to nothing, and what comes after."""

from core.money import Money
from households.models import Household
from households.rules.case import MemberRole
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from lettings.rules.nomination import LandlordReason, ResidentReason
from lettings.services import nominations, offers, running_out, withdrawing
from portal.demonstration.acts import guarantees, homes, households, lettings
from portal.demonstration.acts.case import Case, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from portal.demonstration.stories.households import owed

A = MemberRole.APPLICANT
TOO_DEAR = "After the rent they have less than they spend on food, heating and the loan for the car."
FLAT_5 = "Flat 5, Harbour House"


def household(name: str) -> Household:
    return Household.objects.get(name=name)


def refused_then_asked(council: Council) -> Story:
    """An offer refused after a warning: relief ended. The home went on, and a woman is asked about it now."""
    people = (person(council.calendar.day, "Marcus Lynch", 43, "M", A),)
    case = Case("marcus", people, "He was asked to leave when the tenancy ended.", "daniel")
    row = yield from owed(council, case, DutyKind.RELIEF, 66)
    let = yield from homes.available(council, Dwelling("harbour", "Flat 4, Harbour House", 1, 740, outcode="DA2"), 46)
    yield council.ago(45, 10)
    application = guarantees.apply(council, let.home)
    yield council.ago(44, 10)
    guarantees.withdraw(council, application)
    nomination = yield from lettings.on_the_road(council, let, row, 36, "made")
    yield council.ago(31, 10)
    offer = lettings.offer_of(nomination)
    actor = council.actor("daniel")
    offers.refuse(
        ref=offer.reference, seen=offer.version, reasons="He wants to be nearer to work.", actor=actor, at=council.at
    )
    yield council.ago(29, 10)
    households.send(council, row, LetterKind.REFUSAL_WARNING, of=offer.reference)
    yield council.ago(15, 10)
    why = "The flat is suitable and likely to last. He was warned, had a week, and still refused."
    households.end(council, row, Ground.REFUSED_SUITABLE, "refused_final", why)
    households.send(council, row, LetterKind.END_OF_RELIEF)
    yield council.ago(1, 10)
    lettings.put_forward(council, let, household("Maureen Tolley"))


def three_bedrooms(council: Council) -> Story:
    """One family did not answer, another landlord's no, and one that the landlord is thinking about."""
    dwelling = Dwelling("willow", "2 Willow Lane", 3, 1195, kind="semi_detached_house", people=6)
    let = yield from homes.available(council, dwelling, 34, viewing_mode="group")
    yield council.ago(33, 12)
    application = guarantees.apply(council, let.home)
    yield council.ago(31, 12)
    guarantees.refuse(council, application, "The trust's own scheme covers this home already.")
    family = household("Abdi Warsame")
    yield council.ago(30, 10)
    asked = lettings.put_forward(council, let, family)
    yield council.ago(22, 10)
    row = lettings.fresh(asked)
    running_out.expire(
        ref=row.reference,
        seen=row.version,
        tried="Rang on three days, and asked his sister to pass on word. He was in hospital.",
        actor=council.actor("meera"),
        at=council.at,
    )
    yield council.ago(14, 10)
    again = lettings.put_forward(council, let, family)
    lettings.agree(council, again)
    yield council.ago(12, 15)
    row = lettings.fresh(again)
    nominations.landlord_declines(
        ref=row.reference,
        seen=row.version,
        reason=LandlordReason.MOVE_DATE,
        note="The roof is being mended that week.",
        actor=council.actor("willow"),
        at=council.at,
    )
    yield council.ago(4, 10)
    now = lettings.put_forward(council, let, household("Bogdan Ionescu"))
    lettings.agree(council, now)
    yield council.ago(2, 15)
    row = lettings.fresh(now)
    nominations.extend(ref=row.reference, seen=row.version, actor=council.actor("tom"), at=council.at)


def taken_back(council: Council) -> Story:
    """Offers that were taken back or ran out, and the ways in which applicants say no."""
    let = yield from homes.available(council, Dwelling("harbour", FLAT_5, 2, 995, outcode="DA2"), 30)
    nomination = yield from lettings.on_the_road(council, let, household("Nicola Grant"), 27, "made")
    yield council.ago(23, 10)
    offer = lettings.offer_of(nomination)
    actor = council.actor("daniel")
    withdrawing.withdraw_offer(
        ref=offer.reference, seen=offer.version, note="A pipe burst in the flat above.", actor=actor, at=council.at
    )
    yield council.ago(13, 10)
    row = lettings.put_forward(council, let, household("Sophie Hale"))
    yield council.ago(12, 10)
    lettings.check_rent(council, let, row.household, TOO_DEAR, affordable=False, expenses=Money(96_000))
    nominations.resident_declines(
        ref=row.reference,
        seen=lettings.fresh(row).version,
        reason=ResidentReason.COST,
        actor=council.actor("meera"),
        at=council.at,
    )
    yield council.ago(11, 10)
    row = lettings.put_forward(council, let, household("Jade Connolly"))
    yield council.ago(11, 16)
    withdrawing.withdraw(
        ref=row.reference,
        seen=lettings.fresh(row).version,
        note="She has accepted another home.",
        actor=council.actor("tom"),
        at=council.at,
    )
    yield council.ago(5, 12)
    application = guarantees.apply(council, let.home)
    yield council.ago(4, 9)
    row = lettings.put_forward(council, let, household("Chloe Bennett"))
    lettings.agree(council, row)
    yield council.ago(1, 9)
    guarantees.recommend(council, application)
    yield council.ago(1, 11)
    lettings.landlord_accepts(council, row)


def ran_out(council: Council) -> Story:
    """An offer that was never answered, though the officer rang and called round."""
    people = (person(council.calendar.day, "Gareth Pugh", 50, "M", A),)
    case = Case("gareth", people, "He left a hostel.", "daniel", "evicted_supported")
    row = yield from owed(council, case, DutyKind.RELIEF, 53)
    let = yield from homes.available(council, Dwelling("willow", "Flat 3, Willow Court", 1, 735, gas=False), 40)
    nomination = yield from lettings.on_the_road(council, let, row, 37, "made")
    yield council.ago(26, 10)
    offer = lettings.offer_of(nomination)
    running_out.lapse(
        ref=offer.reference,
        seen=offer.version,
        tried="Rang five times, left word at the day centre, called round on two days.",
        actor=council.actor("daniel"),
        at=council.at,
    )
    yield council.ago(12, 11)
    application = guarantees.apply(council, let.home)
    yield council.ago(9, 11)
    guarantees.recommend(council, application)
    yield council.ago(7, 11)
    guarantees.approve(council, application)


def stories(council: Council) -> list[Story]:
    return [story(council) for story in (refused_then_asked, three_bedrooms, taken_back, ran_out)]

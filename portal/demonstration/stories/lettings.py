"""From being put forward to the keys: a household at every step of the way, and every way in which it can end."""

from core.notifications.rules.safe_contact import SafeContact
from deposits.models import Guarantee
from households.models import Household
from households.rules.case import MemberRole
from households.rules.duty import DutyKind, Ground
from households.rules.letter import LetterKind
from households.services import contact
from households.services.plans import Step
from portal.demonstration.acts import guarantees, homes, households, lettings
from portal.demonstration.acts.case import Case, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story
from portal.demonstration.stories.households import owed
from properties.models import Home
from tenancies.rules.problem import Problem, Source
from tenancies.services import reporting
from tenancies.services.reporting import Given

A = MemberRole.APPLICANT
SETTLING = (
    Step("council", "Ask how it goes after one week, a month, three months, half a year and a year."),
    Step("council", "Help at once when the rent or the benefit does not come as it should."),
    Step("applicant", "Pay the rent by standing order, the day after the wages or the benefit come."),
    Step("applicant", "Tell us as soon as anything worries you about the home."),
)
FLAT_3 = "Flat 3, Harbour House"


def household(name: str) -> Household:
    return Household.objects.get(name=name)


def guaranteed(council: Council, home: Home, ago: int) -> Story:
    """The landlord applies for a guarantee, two officers say yes, the landlord signs."""
    yield council.ago(ago, 10)
    row = guarantees.apply(council, home)
    yield council.ago(ago - 1, 14)
    guarantees.recommend(council, row)
    yield council.ago(ago - 3, 11)
    guarantees.approve(council, row)
    yield council.ago(ago - 4, 17)
    guarantees.sign(council, row)


def housed(council: Council) -> Story:
    """Home since two months, with cover for arrears and damage. Another family was forward too."""
    day = council.calendar.day
    case = Case(
        "ama",
        (person(day, "Ama Owusu", 32, "F", A), person(day, "Kit", 7, "M")),
        "Her landlord died, and his family sold the house.",
        resident=True,
    )
    row = yield from owed(council, case, DutyKind.RELIEF, 95, "dependent_children")
    dwelling = Dwelling("rosa", "1 Orchard Mews", 2, 995, kind="terraced_house")
    let = yield from homes.available(council, dwelling, 78, viewing_mode="group")
    yield from guaranteed(council, let.home, 76)
    yield council.ago(70, 9)
    lettings.put_forward(council, let, household("Priti Shah"))
    yield from lettings.on_the_road(council, let, row, 69, "keys")
    yield council.ago(60, 15)
    guarantees.inventory(council, Guarantee.objects.get(tenancy__nomination__household=row), row.name, "daniel")
    yield from home_found(council, row, 57)
    yield council.ago(0, 9, 5)
    leak = Given(Problem.REPAIRS, {"how_bad": "other", "told": "yes"}, "The tap in the bathroom drips all night.")
    reporting.report(
        given=leak,
        source=Source.TENANT,
        household_ref=row.reference,
        actor=council.actor("ama"),
        at=council.at,
    )


def home_found(council: Council, row: Household, ago: int) -> Story:
    """Relief ends, as a home is secured."""
    yield council.ago(ago, 11)
    why = "They have a home of their own, let without an end, that they can afford."
    households.end(council, row, Ground.SECURED, "secured_6m", why)
    households.send(council, row, LetterKind.END_OF_RELIEF)
    households.make_plan(
        council, row, *SETTLING, changed="You have a home, so the plan is to keep it.", review_days=180
    )


def inventory_late(council: Council) -> Story:
    """The keys were handed over last week; damage cover waits for the inventory.

    She must not be written to by e-mail, so an officer rings to ask how it goes.
    """
    day = council.calendar.day
    people = (person(day, "Jade Connolly", 30, "F", A), person(day, "Lola", 5, "F"))
    case = Case("jade", people, "Her partner and she parted.", "tom", "relationship_breakdown", resident=True)
    row = yield from owed(council, case, DutyKind.RELIEF, 48, "dependent_children")
    let = yield from homes.available(council, Dwelling("rosa", "2 Orchard Mews", 2, 995, kind="terraced_house"), 24)
    yield from guaranteed(council, let.home, 22)
    yield from lettings.on_the_road(council, let, row, 17, "keys")
    yield from home_found(council, row, 7)
    yield council.ago(6, 16)
    rule = SafeContact(no_email=True, safe_times="After 18:00: her former partner reads her e-mail")
    contact.set_safe_contact(ref=row.reference, seen=seen(row), rule=rule, actor=council.actor("tom"), at=council.at)


def half_a_year(council: Council) -> Story:
    """Among the first whom we found a home: it has lasted six months."""
    people = (person(council.calendar.day, "Nadine Kershaw", 38, "F", A),)
    why = "Her sister could not keep her any longer."
    case = Case("nadine", people, why, "tom", "family_friends", resident=True)
    row = yield from owed(council, case, DutyKind.RELIEF, 206)
    let = yield from homes.available(council, Dwelling("rosa", "4 Orchard Mews", 1, 745, gas=False), 193)
    yield from lettings.on_the_road(council, let, row, 192, "keys")
    yield from home_found(council, row, 182)
    households.close(council, row, "She has moved in.")


def keys_next_week(council: Council) -> Story:
    day = council.calendar.day
    case = Case(
        "wendy",
        (
            person(day, "Wendy Ashdown", 48, "F", A),
            person(day, "Peter Ashdown", 50, "M", MemberRole.PARTNER),
            person(day, "Rory", 16, "M"),
        ),
        "Their landlord is moving back in.",
        "tom",
        resident=True,
    )
    row = yield from owed(council, case, DutyKind.PREVENTION, 40)
    let = yield from homes.available(council, Dwelling("rosa", "3 Orchard Mews", 2, 990, kind="terraced_house"), 15)
    yield from guaranteed(council, let.home, 14)
    yield from lettings.on_the_road(council, let, row, 6, "accepted")


def offer_made(council: Council) -> Story:
    """She is thinking about the offer."""
    people = (person(council.calendar.day, "Fatima El-Sayed", 41, "F", A),)
    case = Case("fatima", people, "Her room went with her live-in job.", "meera", "other_unknown", resident=True)
    row = yield from owed(council, case, DutyKind.RELIEF, 26)
    let = yield from homes.available(council, Dwelling("harbour", "Flat 1, Harbour House", 1, 750, outcode="DA2"), 12)
    yield council.ago(9, 10)
    guarantees.apply(council, let.home)
    yield from lettings.on_the_road(council, let, row, 4, "made")


def offer_signed(council: Council) -> Story:
    """The checks are signed; the letter is next."""
    people = (person(council.calendar.day, "Louise Hanley", 57, "F", A),)
    case = Case("louise", people, "The house she rented was damaged by a fire.", "tom", "other_unknown")
    row = yield from owed(council, case, DutyKind.RELIEF, 24)
    let = yield from homes.available(council, Dwelling("harbour", "Flat 2, Harbour House", 1, 745, outcode="DA2"), 11)
    yield council.ago(6, 10)
    application = guarantees.apply(council, let.home)
    yield council.ago(4, 15)
    guarantees.ask(council, application, "Is the sofa in the photos yours, and does it stay?")
    yield from lettings.on_the_road(council, let, row, 4, "signed")


def viewings_of_a_group(council: Council) -> Story:
    """A home shown to several: one viewing tomorrow, one that was missed, one that the landlord missed."""
    let = yield from homes.available(
        council, Dwelling("harbour", FLAT_3, 2, 980, people=5, extra={"floor": 1}), 16, viewing_mode="group"
    )
    yield council.ago(7, 10)
    first, second = (lettings.put_forward(council, let, household(name)) for name in ("Sophie Hale", "Chloe Bennett"))
    for row in (first, second):
        yield council.ago(6, 10)
        lettings.agree(council, row)
        lettings.landlord_accepts(council, row)
        yield council.ago(5, 9)
        lettings.arrange(council, row, council.ago(4, 15))
    yield council.ago(4, 16)
    lettings.record(council, first, "resident_missed", note="She was at the hospital for a check.")
    lettings.record(council, second, "landlord_missed", note="Simone’s car broke down.")
    yield council.ago(3, 10)
    lettings.arrange(council, second, council.ahead(1, 12))
    yield council.ago(2, 10)
    lettings.arrange(council, second, council.ahead(1, 16))
    lettings.work_out(council, let, household("Chloe Bennett"))


def stories(council: Council) -> list[Story]:
    each = (
        housed,
        half_a_year,
        inventory_late,
        keys_next_week,
        offer_made,
        offer_signed,
        viewings_of_a_group,
    )
    return [story(council) for story in each]

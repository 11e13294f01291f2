"""Three concerns: rent that fell behind, an eviction without a court that was averted, and one that stays private."""

from datetime import date, datetime, timedelta

from core import dates
from core.access.actor import Actor
from core.money import Money
from households.rules.case import MemberRole
from households.rules.duty import DutyKind
from portal.demonstration.acts import homes, lettings, reports
from portal.demonstration.acts.case import Case, person
from portal.demonstration.acts.homes import Dwelling
from portal.demonstration.council import Council
from portal.demonstration.stage import Story
from portal.demonstration.stories.households import owed
from portal.demonstration.stories.lettings import home_found
from tenancies.models import ProblemReport, Tenancy
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Outcome, Owner, Side
from tenancies.selectors import rents as rent_record
from tenancies.services import agreeing, contacting, ending, rents, reporting
from tenancies.services.agreeing import ActionGiven
from tenancies.services.rents import Period
from tenancies.services.reporting import Given

BEHIND = Given(
    Problem.ARREARS,
    {"owed": "under_2_months", "notice": "no"},
    "She always paid. Half of one rent is missing, and the last one did not come at all.",
)
PUT_OUT = Given(
    Problem.ILLEGAL_EVICTION,
    {"happening": "told_today", "tonight": "no"},
    "He came with two men and says that the locks are changed tomorrow at noon and my things go outside.",
)
FORMER_PARTNER = Given(
    Problem.DOMESTIC_ABUSE,
    {},
    "She rang at the safe time: her former partner waits across the road in the evenings. He has found the address.",
)
SHE_KNOWS = "She told us herself, on the telephone. What is written to her may be read by him."
NO_EVICTION = (
    "Stay where you are: nobody may put you out without a court and bailiffs. Lock the door. If anybody tries, ring "
    "999 first and then us, at any hour. I have rung your landlord."
)


def eve(council: Council, ago: int) -> date:
    """A working day with another after it, so many days ago or before."""
    day = council.ago(ago).date()
    while not (dates.is_working_day(day) and dates.is_working_day(day + timedelta(days=1))):
        day -= timedelta(days=1)
    return day


def later(council: Council, start: date, days: int, hour: int, minute: int = 0) -> datetime:
    """The moment so many working days after one: each step of a story has a day of its own."""
    day = dates.add_working_days(start, days) if days else start
    return council.calendar.moment(day, hour, minute)


def tenancy_of(name: str) -> Tenancy:
    return Tenancy.objects.select_related("nomination__household", "nomination__let__home__landlord").get(
        nomination__household__name=name
    )


def enter_rents(council: Council, tenancy: Tenancy) -> None:
    """The landlord enters every rent day so far: half of the one before the last is missing, and the last wholly."""
    row = tenancy_of(tenancy.nomination.household.name)
    days = rent_record.not_entered(row, council.today)
    paid = [row.rent] * (len(days) - 2) + [row.rent.split(2)[0], Money.zero()]
    periods = [Period(day, row.rent, amount) for day, amount in zip(days, paid, strict=True)]
    rents.enter(ref=row.reference, seen=row.version, periods=periods, actor=council.actor("rosa"), at=council.at)


def rent_behind(council: Council) -> Story:
    """Both threads, and two actions that the tenant agrees to share; she ticks hers."""
    start = eve(council, 19)
    yield later(council, start, 0, 12, 10)
    tenancy, tom = tenancy_of("Nadine Kershaw"), council.actor("tom")
    enter_rents(council, tenancy)
    row = reports.take(council, tenancy, Source.LANDLORD, BEHIND)
    yield later(council, start, 0, 15)
    reports.triage(council, row, tom)
    words = "Thank you for telling us early. I speak with your tenant this week. Please send me the rent account."
    reports.answer(council, row, tom, Side.LANDLORD, words)
    yield later(council, start, 1, 11)
    reports.ring(council, row, tom)
    yield later(council, start, 2, 18, 20)
    words = "Thank you for ringing. The shop cut my hours in half. I can pay £40 a week on top of the rent from Friday."
    reports.say(council, row, "nadine", Side.TENANT, words)
    yield later(council, start, 3, 10)
    words = "Thank you, Nadine. £40 a week does it. I help you to tell Universal Credit about the hours tomorrow at 11."
    reports.answer(council, row, tom, Side.TENANT, words)
    yield later(council, start, 3, 12, 30)
    words = "The account is attached to my e-mail of this morning. I can wait, if I know what comes and when."
    reports.say(council, row, "rosa", Side.LANDLORD, words)
    yield later(council, start, 4, 10)
    words = "I have it, thank you. You will see here what your tenant agrees to share with you."
    reports.answer(council, row, tom, Side.LANDLORD, words)
    yield later(council, start, 5, 11)
    share(council, row, tom)
    yield later(council, start, 6, 12)
    reports.tick_ours(council, row, tom)
    yield later(council, start, 6, 19)
    agreeing.tick(ref=row.reference, number=1, actor=council.actor("nadine"), at=council.at)


def share(council: Council, row: ProblemReport, tom: Actor) -> None:
    """Three things are agreed on the telephone; the two that concern both are shared, the third stays ours."""
    actions = (
        ActionGiven(Owner.TENANT, "Pay the first £40 on top of the rent", council.today + timedelta(days=7)),
        ActionGiven(
            Owner.LANDLORD, "Send the rent account on the first of each month", council.today + timedelta(days=18)
        ),
        ActionGiven(
            Owner.COUNCIL, "Go through the Universal Credit journal with Nadine", council.today + timedelta(days=3)
        ),
    )
    reports.do(council, agreeing.agree, row, tom, actions=actions)
    how = "On the telephone: I read both out to her, and she said yes to each."
    reports.do(council, agreeing.share, row, tom, numbers=(1, 2), agreed_on=council.today, agreed_how=how)


def eviction_averted(council: Council) -> Story:
    """Told at nightfall that the locks go at noon. Both were rung within the hour, and she stayed."""
    people = (person(council.calendar.day, "Denise Farrow", 44, "F", MemberRole.APPLICANT),)
    case = Case("denise", people, "Her room went with the job in a pub.", "kwame", "other_unknown", resident=True)
    family = yield from owed(council, case, DutyKind.RELIEF, 131)
    let = yield from homes.available(council, Dwelling("leon", "19 Foundry Lane", 1, 745, gas=False), 119)
    yield from lettings.on_the_road(council, let, family, 112, "keys")
    yield from home_found(council, family, 101)
    start = eve(council, 9)
    yield later(council, start, 0, 17, 20)
    row = reporting.report(
        given=PUT_OUT,
        source=Source.TENANT,
        household_ref=family.reference,
        actor=council.actor("denise"),
        at=council.at,
    )
    yield later(council, start, 0, 17, 35)
    kwame = council.actor("kwame")
    reports.triage(council, row, kwame)
    reports.ring(council, row, kwame)
    told = "Told him that it is a crime (Protection from Eviction Act 1977 s1), and that the police know. He gives way."
    tried = {"side": Side.LANDLORD, "by": ContactBy.TELEPHONE, "reached": True, "tried_on": council.today}
    reports.do(council, contacting.try_contact, row, kwame, note=told, **tried)
    reports.answer(council, row, kwame, Side.TENANT, NO_EVICTION)
    yield later(council, start, 1, 12, 30)
    reports.ring(council, row, kwame, ContactBy.VISIT)
    yield later(council, start, 1, 19)
    reports.say(council, row, "denise", Side.TENANT, "Nobody came. Thank you for standing there with me at noon.")
    yield later(council, start, 2, 9, 30)
    words = "I am glad. He has written that he takes no step without a court. Ring me if you as much as hear of one."
    reports.answer(council, row, kwame, Side.TENANT, words)
    yield later(council, start, 4, 11)
    note = "He wrote that he takes no step without a court. Rang her again: quiet since."
    reports.do(council, ending.resolve, row, kwame, outcome=Outcome.SETTLED, note=note)


def private(council: Council) -> Story:
    """What she told on the telephone exists for her officer and the managers alone."""
    start = council.ago(4).date()
    yield later(council, start, 0, 18, 10)
    tenancy, tom = tenancy_of("Jade Connolly"), council.actor("tom")
    row = reports.take(council, tenancy, Source.OFFICER, FORMER_PARTNER)
    reports.triage(council, row, tom, not_written=SHE_KNOWS)
    reports.ring(council, row, tom)
    yield later(council, start, 1, 18, 20)
    soon = council.ahead(4).date()
    actions = (
        ActionGiven(Owner.COUNCIL, "Have a stronger door and lock fitted through the sanctuary scheme", soon),
        ActionGiven(Owner.COUNCIL, "Ring on Mondays and Thursdays after 18:00, and say who it is", soon),
        ActionGiven(Owner.TENANT, "Ring 999 at once if he comes to the door", soon),
    )
    reports.do(council, agreeing.agree, row, tom, actions=actions)


def stories(council: Council) -> list[Story]:
    return [rent_behind(council), eviction_averted(council), private(council)]

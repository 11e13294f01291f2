"""Tenancy concerns of the crowd: two tenancies in three have one, and most are settled within weeks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from core.access.actor import Actor
from core.notifications.rules.safe_contact import barred
from households.models import Household
from households.rules.duty import DutyKind
from households.rules.letter import LetterKind
from households.services import contact
from households.services.plans import Step
from portal.demonstration.acts import households, reports
from portal.demonstration.council import Council
from portal.demonstration.crowd.people import chance_of
from portal.demonstration.stage import Story
from tenancies.models import ProblemReport, Tenancy
from tenancies.rules.problem import Problem, Source
from tenancies.rules.report import ContactBy, Outcome, Side, Stage
from tenancies.services import agreeing, contacting, ending, noticing
from tenancies.services.reporting import Given

NO_NOTICE = {"notice": "no"}
LANDLORDS = {
    "arrears": Given(Problem.ARREARS, {"owed": "under_2_months", **NO_NOTICE}, "The last two rents did not come."),
    "benefit": Given(Problem.BENEFIT_PAYMENT, {"payment": "stopped", **NO_NOTICE}, "It stopped without a word."),
    "access": Given(Problem.ACCESS, {"access_for": "gas", "tried": "twice"}, "The engineer stood before the door."),
    "nuisance": Given(Problem.NUISANCE, {"complains": "neighbour", "danger": "no", **NO_NOTICE}, "Music at night."),
    "selling": Given(Problem.SELLING, {"when": "undecided", **NO_NOTICE}, "I may have to sell next year."),
    "damage": Given(Problem.DAMAGE, {"secure": "yes", **NO_NOTICE}, "The kitchen window is broken, and a door."),
    "empty": Given(Problem.EMPTY_HOME, {"last_seen": "month", **NO_NOTICE}, "The post lies behind the door."),
    "raise": Given(Problem.RENT_INCREASE, {"form": "what"}, "My mortgage went up. How do I raise the rent?"),
}
TENANTS = {
    "repairs": Given(Problem.REPAIRS, {"how_bad": "other", "told": "yes"}, "The window in the bedroom does not shut."),
    "boiler": Given(Problem.REPAIRS, {"how_bad": "essential", "told": "yes"}, "There is no hot water since Sunday."),
    "money": Given(Problem.MONEY_WORRIES, {"owed": "none", "next_rent": "no"}, "My hours at work were cut."),
    "increase": Given(Problem.RENT_INCREASE, {"form": "no", "afford": "no"}, "He wants £90 more from next month."),
    "threats": Given(Problem.THREATS, {"safe": "yes"}, "His brother bangs on the door and shouts that I must pay."),
}
THINKING = Given(Problem.THINKING_OF_NOTICE, {"why": "arrears", "when": "month"}, "I cannot wait much longer.")
PROBLEMS = (
    *("arrears", "repairs", "benefit", "money", "damage", "arrears", "increase", "access", "boiler"),
    *("empty", "arrears", "threats", "repairs", "nuisance", "raise", "benefit", "selling"),
)
"""What is told of, in turn: the more often, the more common."""
COURSES = ("plan", "quick", "plan", "no_contact", "plan", "case", "plan", "quick", "declined", "plan")
ANSWERED = {
    Problem.ARREARS: "Thank you for telling us early. We speak with your tenant now. Please send the rent account.",
    Problem.BENEFIT_PAYMENT: "Thank you. We look at what stopped the payment. Please wait with other steps until then.",
    Problem.ACCESS: "Thank you. Please offer three times next week, one of them in the evening. We help to agree one.",
    Problem.NUISANCE: "Thank you. Please write down each evening on which it happens. We speak with all sides.",
    Problem.SELLING: "Thank you for asking first. A home can be sold with the tenant in it: we ring you about that.",
    Problem.DAMAGE: "Thank you. Please make the window safe and keep the bill. We ask how it happened.",
    Problem.EMPTY_HOME: "Thank you. Please do not change the lock: only a court can end the tenancy. We look into it.",
    Problem.RENT_INCREASE: "The rent can rise once a year, with form 4A and two months’ notice. We send you the form.",
}
"""What the landlord reads in answer. It is about the home and the law, and never about the tenant."""
RESOLVED = {
    Problem.ARREARS: "Four payments came on time, and the landlord knows of the next.",
    Problem.BENEFIT_PAYMENT: "The award is right again. The rent goes to the landlord from the next one.",
    Problem.REPAIRS: "Mended. The tenant sent us a photo.",
    Problem.ACCESS: "The engineer was let in on the second day offered.",
    Problem.NUISANCE: "Quiet since the tenant and the neighbour met.",
    Problem.DAMAGE: "The landlord mended the window, the tenant the door.",
    Problem.EMPTY_HOME: "The tenant was at the bedside of an aunt, and is back.",
    Problem.RENT_INCREASE: "Half of it from January, put in writing on form 4A.",
    Problem.THREATS: "The landlord wrote that his brother stays away. Nothing happened since.",
    Problem.MONEY_WORRIES: "A discretionary payment bridged the month, and the hours are back.",
    Problem.SELLING: "He keeps it for now and tells us before he puts it on the market.",
}
OUTCOMES = {
    Problem.ARREARS: Outcome.ARREARS_PLAN,
    Problem.BENEFIT_PAYMENT: Outcome.DIRECT_PAYMENT,
    Problem.REPAIRS: Outcome.REPAIRED,
}
TRIES = ((1, ContactBy.TELEPHONE), (3, ContactBy.LETTER), (6, ContactBy.VISIT))
NOTICE = timedelta(days=35)
LOOKED_AGAIN = (
    "Both do what they said, and the next payment is due on Friday week.",
    "They keep to it so far. One thing is open and comes next week.",
    "Rang both. Nothing new, and nothing missed.",
)


@dataclass(frozen=True)
class Concern:
    """One report as it is worked on. `ago` is the day of the report, in days before the demonstration day."""

    council: Council
    row: ProblemReport
    officer: Actor
    ago: int

    def day(self, after: int, hour: int = 12) -> datetime:
        days = self.ago - after
        return self.council.ago(days, hour) if days >= 0 else self.council.ahead(-days, hour)

    def do(self, service: Callable[..., Any], **given: Any) -> None:
        reports.do(self.council, service, self.row, self.officer, **given)


Way = Callable[[Concern, Random], Story]
JUST_NOW = ("", "told", "", "notice", "", "unreached", *[""] * 60)
"""Of the tenancies that go well, in the order of their keys: what was told of some this week."""


def stories(council: Council, tenancy: Tenancy, number: int, keys: int, fate: str) -> list[Story]:
    """What is reported of a tenancy in the days since its keys."""
    chance = chance_of(f"concern {number}")
    found = []
    just_now = council.turn("just now", JUST_NOW) if fate == "well" and keys > 20 else ""
    if just_now == "told":
        found.append(story(council, tenancy, chance, 3, quick))
    elif just_now == "unreached":
        found.append(story(council, tenancy, chance, 5, no_contact))
    elif just_now == "notice":
        found.append(thought_of_notice(council, tenancy, 8, waits=False))
    elif fate == "landlord_notice" and keys >= 45:
        found.append(thought_of_notice(council, tenancy, max(keys // 4, 2) + 5, waits=waits(tenancy)))
    elif fate != "ended" and keys > 12 and chance.random() < 2 / 3:
        soonest = 0 if number % 2 else min(keys - 8, 40)
        found.append(story(council, tenancy, chance, chance.randint(soonest, keys - 8)))
    return found


def waits(tenancy: Tenancy) -> bool:
    """Whether a landlord who rings before a notice does not give it after all: one in three."""
    return tenancy.pk % 3 == 0


def story(council: Council, tenancy: Tenancy, chance: Random, ago: int, way: Way | None = None) -> Story:
    """Told, triaged the same or the next day, and taken where it goes."""
    yield council.ago(ago, 9 + ago % 8, 40)
    what = council.turn("concern", PROBLEMS)
    by_landlord = what in LANDLORDS
    given = LANDLORDS[what] if by_landlord else TENANTS[what]
    row = reports.take(council, tenancy, Source.LANDLORD if by_landlord else Source.TENANT, given)
    concern = Concern(council, row, reports.officer_of(council, tenancy), ago)
    yield concern.day(chance.randint(0, 1), 17)
    reports.triage(council, row, concern.officer)
    if by_landlord:
        reports.answer(council, row, concern.officer, Side.LANDLORD, ANSWERED[given.problem])
    yield from (way or WAYS[council.turn("course", COURSES)])(concern, chance)


def quick(concern: Concern, chance: Random) -> Story:
    yield concern.day(2)
    reports.ring(concern.council, concern.row, concern.officer)
    yield concern.day(4 + chance.randint(0, 6))
    resolve(concern)


def resolve(concern: Concern) -> None:
    problem = Problem(concern.row.problem)
    concern.do(ending.resolve, outcome=OUTCOMES.get(problem, Outcome.SETTLED), note=RESOLVED[problem])


def plan(concern: Concern, chance: Random) -> Story:
    """Actions with each, looked at every fortnight until it is settled."""
    yield concern.day(2 + chance.randint(0, 2))
    reports.ring(concern.council, concern.row, concern.officer)
    yield concern.day(5 + chance.randint(0, 3))
    reports.agree(concern.council, concern.row, concern.officer)
    for week in range(1, 2 + chance.randint(0, 2)):
        yield concern.day(5 + 14 * week)
        if week == 1:
            reports.tick_ours(concern.council, concern.row, concern.officer)
        concern.do(agreeing.review, note=concern.council.turn("looked again", LOOKED_AGAIN))
    yield concern.day(8 + 14 * (week + 1))
    resolve(concern)


def no_contact(concern: Concern, _chance: Random) -> Story:
    tenant = Household.objects.get(pk=concern.row.household_id or 0)
    for after, by in TRIES:
        yield concern.day(after, 16)
        if barred(contacting.CHANNELS.get(by, ""), contact.recipient(tenant).safe_contact):
            by = ContactBy.EMAIL
        reports.ring(concern.council, concern.row, concern.officer, by, reached=False)
    yield concern.day(15)
    concern.do(contacting.close_no_contact, note="Rang, wrote and called round. The letter says how to reach us.")


def declined(concern: Concern, _chance: Random) -> Story:
    yield concern.day(2)
    reports.ring(concern.council, concern.row, concern.officer)
    concern.do(ending.decline, note="They thank us and see to it themselves.")


def case(concern: Concern, _chance: Random) -> Story:
    """More than the tenancy is at stake, so the household's case goes on with it."""
    yield concern.day(2)
    reports.ring(concern.council, concern.row, concern.officer)
    yield concern.day(7)
    reason = "They may lose the home in the spring. We look with them at what they can do now."
    concern.do(ending.escalate, stage=Stage.PRE_PREVENTION, reason=reason)


KEEP_THE_HOME = (
    Step("council", "Ask the landlord to take the rent straight from the award, and the notice back."),
    Step("council", "Look for another home that you can afford, in case the court makes an order."),
    Step("applicant", "Do not leave on the date in the notice. Only a court can end your tenancy."),
    Step("applicant", "Pay the rent from now on, and send us every letter from the landlord or the court."),
)
WAYS = {"quick": quick, "plan": plan, "no_contact": no_contact, "declined": declined, "case": case}


def thought_of_notice(council: Council, tenancy: Tenancy, ago: int, *, waits: bool) -> Story:
    """The landlord rings before a notice and is advised. One who does not wait gives it all the same."""
    yield council.ago(ago, 10)
    row = reports.take(council, tenancy, Source.LANDLORD, THINKING)
    concern = Concern(council, row, reports.officer_of(council, tenancy), ago)
    yield concern.day(0, 11)
    reports.triage(council, row, concern.officer)
    concern.do(noticing.rang_landlord, advice="Let us ask for the rent to be paid straight to you first.")
    yield concern.day(0, 15)
    reports.ring(council, row, concern.officer)
    reports.ring(council, row, concern.officer, side=Side.LANDLORD)
    concern.do(noticing.tell_rights, advice="A notice does not end the tenancy. Only a court can make you leave.")
    yield concern.day(6, 12)
    day = council.today
    if waits:
        concern.do(noticing.avert, note="The landlord takes the rent from the award and waits.")
        note = "The rent goes to the landlord from the next award, and no notice is given."
        concern.do(ending.resolve, outcome=Outcome.NOTICE_AVERTED, note=note)
        return
    notice = tenancy.notices.filter(given_by=Side.LANDLORD).first()
    served, ends = (notice.served_on, notice.specified_on) if notice else (day, day + NOTICE)
    grounds = tuple(notice.grounds) if notice else ("8", "10")
    concern.do(noticing.serve, served_on=served, ends_on=ends, grounds=grounds)
    yield concern.day(12, 11)
    why = "The date in the notice is within 56 days: they are threatened with homelessness (s175(5))."
    concern.do(ending.escalate, stage=Stage.ASSESSMENT, reason=why)
    household = tenancy.nomination.household
    households.open_duty(council, household, DutyKind.PREVENTION)
    households.make_plan(
        council, household, *KEEP_THE_HOME, changed="They have notice, so the plan is to keep the home."
    )
    yield concern.day(14, 11)
    households.send(council, household, LetterKind.DUTY_DECISION)
    households.send(council, household, LetterKind.ASSESSMENT_AND_PLAN)

"""Tenancy concerns of the crowd: two tenancies in three have one, and most are settled within weeks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from core.access.actor import Actor
from portal.demonstration.acts import reports
from portal.demonstration.council import Council
from portal.demonstration.crowd.people import chance_of, drawn
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
}
TENANTS = {
    "repairs": Given(Problem.REPAIRS, {"how_bad": "other", "told": "yes"}, "The window in the bedroom does not shut."),
    "boiler": Given(Problem.REPAIRS, {"how_bad": "essential", "told": "yes"}, "There is no hot water since Sunday."),
    "money": Given(Problem.MONEY_WORRIES, {"owed": "none", "next_rent": "no"}, "My hours at work were cut."),
}
THINKING = Given(Problem.THINKING_OF_NOTICE, {"why": "arrears", "when": "month"}, "I cannot wait much longer.")
PROBLEMS = {
    "arrears": 26,
    "benefit": 14,
    "access": 8,
    "nuisance": 7,
    "selling": 5,
    "repairs": 22,
    "boiler": 8,
    "money": 10,
}
COURSES = {"plan": 48, "quick": 24, "no_contact": 12, "declined": 8, "case": 8}
OUTCOMES = {
    Problem.ARREARS: Outcome.ARREARS_PLAN,
    Problem.BENEFIT_PAYMENT: Outcome.DIRECT_PAYMENT,
    Problem.REPAIRS: Outcome.REPAIRED,
}
TRIES = ((1, ContactBy.TELEPHONE), (3, ContactBy.LETTER), (6, ContactBy.VISIT))


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


def stories(council: Council, tenancy: Tenancy, number: int, keys: int, fate: str) -> list[Story]:
    """What is reported of a tenancy in the days since its keys."""
    chance = chance_of(f"concern {number}")
    found = []
    if fate == "landlord_notice" and keys >= 45:
        found.append(thought_of_notice(council, tenancy, max(keys // 4, 2) + 5))
    elif fate != "ended" and keys > 12 and chance.random() < 2 / 3:
        soonest = 0 if number % 2 else min(keys - 8, 40)
        found.append(story(council, tenancy, chance, chance.randint(soonest, keys - 8)))
    return found


def story(council: Council, tenancy: Tenancy, chance: Random, ago: int) -> Story:
    """Told, triaged the same or the next day, and taken where it goes."""
    yield council.ago(ago, 9 + ago % 8, 40)
    what = drawn(chance, PROBLEMS)
    by_landlord = what in LANDLORDS
    given = LANDLORDS[what] if by_landlord else TENANTS[what]
    row = reports.take(council, tenancy, Source.LANDLORD if by_landlord else Source.TENANT, given)
    concern = Concern(council, row, reports.officer_of(council, tenancy), ago)
    yield concern.day(chance.randint(0, 1), 17)
    reports.triage(council, row, concern.officer)
    yield from WAYS[drawn(chance, COURSES)](concern, chance)


def quick(concern: Concern, chance: Random) -> Story:
    yield concern.day(2)
    reports.reach(concern.council, concern.row, concern.officer)
    yield concern.day(4 + chance.randint(0, 6))
    concern.do(ending.resolve, outcome=OUTCOMES.get(Problem(concern.row.problem), Outcome.SETTLED))


def plan(concern: Concern, chance: Random) -> Story:
    """Actions with each, looked at every fortnight until it is settled."""
    yield concern.day(2 + chance.randint(0, 2))
    reports.reach(concern.council, concern.row, concern.officer)
    yield concern.day(5 + chance.randint(0, 3))
    reports.agree(concern.council, concern.row, concern.officer)
    for week in range(1, 2 + chance.randint(0, 2)):
        yield concern.day(5 + 14 * week)
        concern.do(agreeing.review, note="They keep to it so far.")
    yield concern.day(8 + 14 * (week + 1))
    concern.do(ending.resolve, outcome=OUTCOMES.get(Problem(concern.row.problem), Outcome.SETTLED))


def no_contact(concern: Concern, _chance: Random) -> Story:
    for after, by in TRIES:
        yield concern.day(after, 16)
        reports.ring(concern.council, concern.row, concern.officer, by, reached=False)
    reports.answer(concern.council, concern.row, concern.officer)
    yield concern.day(15)
    concern.do(contacting.close_no_contact, note="Rang, wrote and called round. The letter says how to reach us.")


def declined(concern: Concern, _chance: Random) -> Story:
    yield concern.day(2)
    reports.reach(concern.council, concern.row, concern.officer)
    concern.do(ending.decline, note="They thank us and see to it themselves.")


def case(concern: Concern, _chance: Random) -> Story:
    """More than the tenancy is at stake, so the household's case goes on with it."""
    yield concern.day(2)
    reports.reach(concern.council, concern.row, concern.officer)
    yield concern.day(7)
    reason = "They may lose the home in the spring. We look with them at what they can do now."
    concern.do(ending.escalate, stage=Stage.PRE_PREVENTION, reason=reason)


WAYS = {"quick": quick, "plan": plan, "no_contact": no_contact, "declined": declined, "case": case}


def thought_of_notice(council: Council, tenancy: Tenancy, ago: int) -> Story:
    """The landlord rings before a notice, is advised, and gives it all the same; every third one waits."""
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
    if tenancy.pk % 3 == 0:
        concern.do(noticing.avert, note="The landlord takes the rent from the award and waits.")
        concern.do(ending.resolve, outcome=Outcome.NOTICE_AVERTED)
        return
    notice = tenancy.notices.filter(given_by=Side.LANDLORD).first()
    served, ends = (notice.served_on, notice.specified_on) if notice else (day, day)
    concern.do(noticing.serve, served_on=served, ends_on=ends, grounds=tuple(notice.grounds) if notice else ())

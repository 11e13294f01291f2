"""How it goes: both sides of every tenancy are asked at set times, and most answer within days."""

import heapq
from datetime import date, timedelta

from core.access.actor import system
from core.notifications.models import OutboxMessage
from portal.demonstration.acts import reports
from portal.demonstration.council import Council
from portal.demonstration.crowd.people import chance_of, drawn
from portal.demonstration.stage import Story
from tenancies.models import CheckIn, ProblemReport, Tenancy
from tenancies.rules.check_in import Answer
from tenancies.rules.problem import Source
from tenancies.rules.report import Outcome, ReportState, Side
from tenancies.services import check_ins, ending

ANSWERS = {Answer.FINE: 96, Answer.WORRIED: 2, "": 2}
DAYS = {0: 3, 1: 3, 2: 2, 3: 2, 4: 2}
WORRIES = {
    Side.TENANT: (
        "The heating bill frightened them. We went through the meter and the tariff together.",
        "A neighbour had spoken of a sale. The landlord says there is none.",
        "They were a week behind after a change of job. The wages have come.",
    ),
    Side.LANDLORD: (
        "One rent came late, with the wages. The next was on time.",
        "He had heard of a dog. There is none: the sister’s was there for a weekend.",
    ),
}
"""What it was when somebody said that they were worried."""
SILENCES = {
    Side.TENANT: ("All is well. The message went unread.", "All is well; they had a new telephone.", "All is well."),
    Side.LANDLORD: ("No worries. They read e-mail on Sundays.", "No worries, and thanks for ringing."),
}
"""What it was when nobody answered."""
Waiting = list[tuple[date, str, str]]


def daily(council: Council) -> Story:
    """Each day: ask, take up who was silent, answer in the evening."""
    clerk, links = system("check_ins"), Waiting()
    day = council.today
    while True:
        day += timedelta(days=1)
        yield council.calendar.moment(day, 6, 30)
        if check_ins.ask_due(actor=clerk, at=council.at):
            open_links(council, links)
        check_ins.find_silent(actor=clerk, at=council.at)
        if links and links[0][0] <= day < council.calendar.day:
            yield council.calendar.moment(day, 19)
            while links and links[0][0] <= day:
                _, token, given = heapq.heappop(links)
                answer(council, token, given)


def open_links(council: Council, links: Waiting) -> None:
    """Whoever was asked this morning will or will not open the link; it stands in the message and nowhere else."""
    sent = OutboxMessage.objects.filter(template="check_in", created_at=council.at).order_by("about_reference")
    for reference, body in sent.values_list("about_reference", "body"):
        chance = chance_of(reference)
        given = drawn(chance, {str(answer): many for answer, many in ANSWERS.items()})
        after = chance.choices(list(DAYS), weights=list(DAYS.values()))[0]
        token = body.split("/check-in/")[1].split("/")[0]
        if given:
            heapq.heappush(links, (council.today + timedelta(days=after), token, given))


def answer(council: Council, token: str, given: str) -> None:
    if CheckIn.objects.behind(token, council.today).filter(state="asked").exists():
        check_ins.answer(token=token, given=Answer(given), at=council.at)


def calls(council: Council) -> Story:
    """On the next working afternoon the household's officer rings whoever was silent or worried; most are well."""
    day = council.today
    while True:
        day += timedelta(days=1)
        yield council.calendar.moment(day, 15)
        if day >= council.calendar.day - timedelta(days=1) or day.weekday() > 4:
            continue
        told = ProblemReport.objects.filter(
            source=Source.CHECK_IN, state__in=[ReportState.RECEIVED, ReportState.TRIAGED]
        )
        for row in told.order_by("pk"):
            take_up(council, row)


def take_up(council: Council, row: ProblemReport) -> None:
    tenancy = Tenancy.objects.select_related("nomination__household").get(pk=row.tenancy_id or 0)
    officer, side = reports.officer_of(council, tenancy), Side(row.answers["asked"])
    if row.state == ReportState.RECEIVED:
        reports.triage(council, row, officer)
        return
    reports.ring(council, row, officer, side=side)
    if row.told_by_others:
        reports.ring(council, row, officer, reports.way_to_tenant(row))
    worried = row.answers["check_in"] == Answer.WORRIED
    came_of_it = council.turn(f"rang {side} {worried}", (WORRIES if worried else SILENCES)[side])
    outcome = Outcome.SETTLED if worried else Outcome.NO_HELP_NEEDED
    reports.do(council, ending.resolve, row, officer, outcome=outcome, note=came_of_it)


def stories(council: Council) -> list[Story]:
    return [daily(council), calls(council)]

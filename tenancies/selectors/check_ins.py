"""When each side of a tenancy is asked, and what they said."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.urls import reverse

from core import dates
from core.access.actor import Actor, Can
from core.rulebook.selectors import policy
from core.ui.components import Action, Row, Tag
from tenancies.models import CheckIn, ProblemReport, Tenancy
from tenancies.rules import check_in
from tenancies.rules.check_in import CHECK_IN, OPEN, CheckInState, Moment, Side
from tenancies.rules.tenancy import LIVE

SIDES = {Side.TENANT: "the tenant", Side.LANDLORD: "the landlord"}


def moments(started_on: date, on: date) -> list[Moment]:
    """When both sides of a tenancy are asked, by the council's settings of a day."""
    return check_in.moments(started_on, *_times(on))


def due(on: date) -> list[tuple[str, Moment, Side]]:
    """Everyone to ask today: the tenancy, the moment and the side. Three queries, however many there are."""
    weeks, months = _times(on)
    oldest = dates.add_months(on, -max(months, default=0)) - timedelta(days=check_in.LATE_DAYS + 31)
    rows = list(Tenancy.objects.live().filter(started_on__gte=oldest).order_by("pk"))
    asked = set(CheckIn.objects.filter(tenancy__in=rows).values_list("tenancy_id", "moment", "side"))
    return [
        (row.reference, moment, side)
        for row in rows
        for moment in check_in.due(check_in.moments(row.started_on, weeks, months), on)
        for side in Side
        if (row.pk, moment.key, side) not in asked
    ]


def call_by(row: CheckIn) -> date | None:
    """The day promised to somebody who said that they are worried."""
    return row.report.reply_by if row.report and row.state == CheckInState.WORRIED else None


def _times(on: date) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return policy.numbers("check_in_weeks", on), policy.numbers("check_in_months", on)


def rows(tenancy: Tenancy, actor: Actor, on: date) -> list[Row]:
    """Each check-in that this actor may see and how it went, and the day of the next."""
    seen = tenancy.check_ins.visible_to(actor).select_related("report")
    found = officer_rows(tenancy, seen, actor) if actor.is_officer else own_rows(seen)
    following = check_in.coming(moments(tenancy.started_on, on), on)
    if following and tenancy.state in LIVE:
        found.append(Row(following.label, f"We ask on {dates.in_words(following.on)}"))
    return found


def own_rows(seen: Iterable[CheckIn]) -> list[Row]:
    return [Row(each.label, own_tag(each), note=answered(each)) for each in seen]


def officer_rows(tenancy: Tenancy, seen: Iterable[CheckIn], actor: Actor) -> list[Row]:
    """For an officer. What was taken up in a concern that is hidden from them says no more than that it was asked."""
    reports = ProblemReport.objects.visible_to(actor).filter(tenancy=tenancy)
    known = set(reports.values_list("pk", flat=True))
    found = []
    for each in seen:
        key = f"{each.label}, {SIDES[Side(each.side)]}"
        if each.report_id and each.report_id not in known:
            found.append(Row(key, Tag("Asked", "blue")))
        else:
            found.append(Row(key, state_tag(each), answer_action(each, actor), note=note(each)))
    return found


def state_tag(row: CheckIn) -> Tag:
    state = CHECK_IN.state(row.state)
    return Tag(state.label, state.colour)


def own_tag(row: CheckIn) -> Tag:
    """How it went, for whoever was asked."""
    words = {
        CheckInState.TO_RING: "We get in touch",
        CheckInState.SILENT: "No answer yet",
        CheckInState.WORRIED: "You are worried: we get in touch",
    }
    return Tag(words.get(CheckInState(row.state), CHECK_IN.state(row.state).label), "blue")


def note(row: CheckIn) -> str:
    """What officers read beside how it went."""
    if row.report:
        return f"Taken up in {row.report.reference}"
    return "Shows the grant return that the tenancy stands" if row.is_proof else answered(row)


def answered(row: CheckIn) -> str:
    return f"Answered on {dates.short(dates.today(row.answered_at))}" if row.answered_at else ""


def answer_action(row: CheckIn, actor: Actor) -> Action | None:
    """For officers who look after tenancies, while an answer is still wanted."""
    if row.state not in OPEN or not actor.can(Can.START_TENANCIES):
        return None
    hidden = f"from the {row.side} at the {row.label} check-in"
    return Action("Record an answer", reverse("tenancies_office_check_in", args=[row.reference]), hidden=hidden)

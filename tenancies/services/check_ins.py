"""Asking both sides of a tenancy how it goes, by a link that opens one question."""

import secrets
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from core import dates
from core.access.actor import Actor, Can, Kind, system
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import NotFound
from core.notifications.rules import safe_contact
from core.notifications.rules.message import Channel, Recipient
from core.notifications.services import outbox
from core.references import services as references
from core.rulebook.selectors import policy
from core.states import Holder
from households.services import contact
from landlords import services as landlords
from tenancies import policies
from tenancies.messages import check_ins as messages
from tenancies.models import CheckIn, ProblemReport, Tenancy
from tenancies.rules.check_in import CHECK_IN, EVENTS, OPEN, Answer, CheckInState, Moment, Side, digest
from tenancies.rules.problem import Problem, Source
from tenancies.rules.tenancy import LIVE
from tenancies.selectors import check_ins as selectors
from tenancies.services import reporting
from tenancies.services.reporting import Given

ASKED = {Side.TENANT: "nomination__household", Side.LANDLORD: "nomination__let__home__landlord"}
RING = "check_in_ring"
ACTED_AS = {Side.TENANT: Kind.RESIDENT, Side.LANDLORD: Kind.LANDLORD}


def ask_due(*, actor: Actor, at: datetime) -> int:
    """Ask everyone whose day has come. How many were asked, or left for an officer to ring. Safe to run twice."""
    asked = 0
    for tenancy_ref, moment, side in selectors.due(dates.today(at)):
        asked += ask(tenancy_ref=tenancy_ref, moment=moment, side=side, actor=actor, at=at) is not None
    return asked


@transaction.atomic
def ask(*, tenancy_ref: str, moment: Moment, side: Side, actor: Actor, at: datetime) -> CheckIn | None:
    """Send one side the link, or have an officer ask them where we must not write or cannot.

    None when the tenancy has ended or that side was asked already.
    """
    tenancy = Tenancy.objects.select_related(ASKED[side]).lock(tenancy_ref)
    if tenancy.state not in LIVE or tenancy.check_ins.filter(moment=moment.key, side=side).exists():
        return None
    on = dates.today(at)
    to = recipient(tenancy, side)
    token = secrets.token_urlsafe(32) if may_write(to) else ""
    row = CheckIn.objects.create(
        reference=references.take(CheckIn.PREFIX, at=at),
        created_at=at,
        tenancy=tenancy,
        moment=moment.key,
        side=side,
        state=CHECK_IN.start,
        asked_on=on,
        token_digest=digest(token) if token else "",
        open_to=dates.last_day(on, policy.number("check_in_open_days", on)) if token else None,
    )
    audit.record(actor=actor, action="check_in.ask", subject=row.subject, at=at, to_state=row.state)
    if not token:
        move(row, CHECK_IN, "leave_to_ring", actor=actor, at=at)
        ring(row, asking(side, to), RING, at)
        return row
    link = settings.SITE_URL + reverse("tenancies_public_check_in", args=[token])
    outbox.send(messages.question(row, link), to=to, about=row.subject, at=at)
    return row


def recipient(tenancy: Tenancy, side: Side) -> Recipient:
    if side is Side.TENANT:
        return contact.recipient(tenancy.nomination.household)
    return landlords.recipient(tenancy.nomination.let.home.landlord)


def may_write(to: Recipient) -> bool:
    return bool(to.address(Channel.EMAIL)) and not safe_contact.barred(Channel.EMAIL, to.safe_contact)


def asking(side: Side, to: Recipient) -> str:
    """What an officer has to do instead of the link."""
    if (to.safe_contact or safe_contact.ANYTHING_IS_SAFE) != safe_contact.ANYTHING_IS_SAFE:
        return f"ask the {side} how it goes, in the way their safe contact rule allows"
    return f"ask the {side} how it goes: we have no e-mail address for them"


def find_silent(*, actor: Actor, at: datetime) -> int:
    """Take up as a concern whoever has not answered for so many days. How many."""
    on = dates.today(at)
    before = on - timedelta(days=policy.number("check_in_silence_days", on))
    waiting = CheckIn.objects.filter(state=CheckInState.ASKED, asked_on__lt=before).values_list("reference", flat=True)
    return sum(fall_silent(ref=ref, actor=actor, at=at) for ref in list(waiting))


@transaction.atomic
def fall_silent(*, ref: str, actor: Actor, at: datetime) -> bool:
    row = CheckIn.objects.select_related("tenancy__nomination__household").lock(ref)
    if not CHECK_IN.can(row.state, "fall_silent"):
        return False
    move(row, CHECK_IN, "fall_silent", actor=actor, at=at)
    take_up(row, "silent", at)
    return True


@transaction.atomic
def answer(*, token: str, given: Answer, at: datetime) -> CheckIn:
    """Take the answer of whoever holds the link. It answers once.

    Raises NotFound for a link that is unknown or has run out, IllegalMove for one that was used.
    """
    found = CheckIn.objects.behind(token, dates.today(at)).first()
    if found is None:
        raise NotFound("This link does not work any more.", code="no_check_in")
    row = CheckIn.objects.lock(found.reference)
    actor = Actor(kind=ACTED_AS[Side(row.side)], name=f"the link of {row.reference}")
    return take(row, given, actor, at)


@transaction.atomic
def record(*, ref: str, seen: int, given: Answer, actor: Actor, at: datetime) -> CheckIn:
    """Record what somebody said when an officer rang."""
    row = CheckIn.objects.select_related("tenancy__nomination__household").lock(ref, seen=seen)
    policies.may_work(actor).require()
    return take(row, given, actor, at)


def take(row: CheckIn, given: Answer, actor: Actor, at: datetime) -> CheckIn:
    move(row, CHECK_IN, EVENTS[given], actor=actor, at=at, answered_at=at)
    deadlines.done(kind=RING, subject=row.subject, at=at, outcome="answered")
    if given is Answer.WORRIED:
        take_up(row, "worried", at)
    return row


def take_up(row: CheckIn, said: str, at: datetime) -> None:
    """Open a tenancy concern, unless the same side's last one is still open and says as much.

    Whoever is worried again is promised an answer again.
    """
    answers = {"asked": row.side, "check_in": said}
    waiting = ProblemReport.objects.open().filter(tenancy=row.tenancy, source=Source.CHECK_IN)
    found = next((each for each in waiting if each.answers in (answers, answers | {"check_in": "worried"})), None)
    if found and said == "worried":
        reporting.promise_again(ref=found.reference, actor=system("check_in"), at=at)
    report = found or reporting.report(
        given=Given(Problem.OTHER, answers),
        source=Source.CHECK_IN,
        tenancy_ref=row.tenancy.reference,
        actor=system("check_in"),
        at=at,
    )
    row.write(report=report)


def ring(row: CheckIn, what: str, kind: str, at: datetime) -> None:
    """Put a call into the queue of the household's own officer, or of the team."""
    on: date = dates.today(at)
    deadlines.set_deadline(
        kind=kind,
        subject=row.subject,
        what=what,
        holder=Holder.COUNCIL,
        capability=Can.START_TENANCIES,
        person_id=row.tenancy.nomination.household.lead_officer_id,
        due_on=dates.add_working_days(on, policy.number("check_in_ring_working_days", on)),
        at=at,
        otherwise="A worry that nobody hears grows into a notice.",
    )


def drop(tenancy: Tenancy, *, actor: Actor, at: datetime) -> None:
    """Ask no more about a tenancy that has ended. Runs in the caller's transaction."""
    for row in tenancy.check_ins.select_for_update(of=("self",)).filter(state__in=OPEN):
        move(row, CHECK_IN, "drop", actor=actor, at=at)
        deadlines.close_all(subject=row.subject, at=at, outcome="tenancy_ended")

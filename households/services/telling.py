"""What people tell us without an account, and how an officer takes it up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from core import dates
from core.access.actor import NOBODY, Actor, Can, Kind
from core.accounts.models import User
from core.accounts.selectors import staff
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.notifications.rules.message import Channel, Message, Recipient
from core.notifications.rules.safe_contact import SafeContact as Rule
from core.notifications.rules.safe_contact import barred
from core.notifications.services import outbox
from core.references import services as references
from core.rulebook.selectors import policy
from core.states import Holder
from households import messages, policies
from households.models import Household, RestrictedAccess, SafeContact, Told
from households.rules.case import CASE, RESTRICTED_LABELS, Restriction
from households.rules.telling import ReplyTimes, When, is_urgent, reply_by
from households.services.cases import Contact, Person, check_people, write_people
from households.services.contact import recipient

TRIAGE, MANAGER = "triage", "manager"
FIRST_CONTACT = "first_contact"


@dataclass(frozen=True)
class Telling:
    """What one person told us. `safe_now` is "yes", "no", "unsure" or empty; money, papers and proof are never asked.

    `fears_our_staff`: the person they fear may know someone who works here, so that triage does not see it either.
    """

    contact: Contact
    rule: Rule
    when: When
    answers: Sequence[dict[str, Any]]
    people: tuple[Person, ...] = ()
    what_happened: str = ""
    safe_now: str = ""
    abuse: bool = False
    fears_our_staff: bool = False
    brought: Sequence[dict[str, Any]] = ()


def reply_day(*, when: When, safe_now: str, on: date) -> date:
    """The day by which we try to reach them, from the settings of the day."""
    times = ReplyTimes(
        within_a_week=policy.number("triage_working_days_within_a_week", on),
        otherwise=policy.number("triage_working_days", on),
    )
    return reply_by(when=when, safe_now=safe_now, times=times, on=on)


@transaction.atomic
def receive(*, telling: Telling, draft_ref: str, at: datetime) -> Told:
    """Keep what somebody without an account told us, as a household that waits for an officer.

    Anyone may tell us. The same answers sent twice are one household. Told of domestic abuse, the record is
    restricted to triage and managers until an officer decides (workflows 2.20).
    """
    already = Told.objects.filter(draft_reference=draft_ref).select_related("household").first()
    if already is not None:
        return already
    on = dates.today(at)
    check_people(telling.people, on)
    household = _household(telling, on, at)
    SafeContact.objects.create(household=household, **vars(telling.rule))
    write_people(household, telling.people)
    told = Told.objects.create(
        household=household,
        draft_reference=draft_ref,
        told_at=at,
        reply_by=reply_day(when=telling.when, safe_now=telling.safe_now, on=on),
        answers=list(telling.answers),
        brought=list(telling.brought),
    )
    if telling.abuse and not telling.fears_our_staff:
        _let_triage_see(household, at)
    after = {"people": len(telling.people), "restricted": household.restricted}
    audit.record(
        actor=NOBODY, action="household.tell", subject=household.subject, at=at, after=after, to_state=household.state
    )
    _promise(told, person_id=None, at=at)
    _say_so(household, told, at)
    if is_urgent(telling.when, telling.safe_now):
        to = staff.in_role(*((MANAGER,) if telling.fears_our_staff else (TRIAGE, MANAGER)))
        ring_officers(messages.ring_now(household), to, about=household.subject, at=at)
    return told


@transaction.atomic
def take_up(
    *, ref: str, seen: int, stays_restricted: bool = True, reason: str = "", actor: Actor, at: datetime
) -> Household:
    """An officer looks at what was told, becomes its lead officer, and keeps the promise of a first contact.

    A restricted record stays so, from now on for this officer and managers, unless the officer opens it.
    """
    household: Household = Household.objects.lock(ref, seen=seen)
    policies.may_work(actor).require()
    move(household, CASE, "triage", actor=actor, at=at, lead_officer_id=actor.user_id)
    if household.restricted and stays_restricted:
        household.restricted_access.exclude(officer_id=actor.user_id).delete()
        RestrictedAccess.objects.get_or_create(
            household=household, officer_id=actor.user_id, defaults={"reason": "Lead officer", "granted_at": at}
        )
    elif household.restricted:
        household.restricted_access.all().delete()
        household.write(restricted=False, restriction="", restricted_because="")
        audit.record(actor=actor, action="household.unrestrict", subject=household.subject, at=at, note=reason)
    told = Told.objects.filter(household=household).first()
    if told is not None:
        _promise(told, person_id=actor.user_id, at=at)
    return household


def _household(telling: Telling, on: date, at: datetime) -> Household:
    contact = telling.contact
    return Household.objects.create(
        reference=references.take(Household.PREFIX, at=at),
        created_at=at,
        state=CASE.start,
        **vars(contact),
        approach_on=on,
        what_happened=telling.what_happened,
        restricted=telling.abuse,
        restriction=Restriction.DOMESTIC_ABUSE if telling.abuse else "",
        restricted_because=RESTRICTED_LABELS[Restriction.DOMESTIC_ABUSE] if telling.abuse else "",
    )


def _let_triage_see(household: Household, at: datetime) -> None:
    """Those who answer the front door, and nobody else but managers, until one of them takes it up."""
    officers = User.objects.filter(kind=Kind.OFFICER, is_active=True, role_grants__role=TRIAGE)
    RestrictedAccess.objects.bulk_create(
        RestrictedAccess(household=household, officer=each, reason="Answers the front door", granted_at=at)
        for each in officers
    )


def _promise(told: Told, *, person_id: int | None, at: datetime) -> None:
    """The first try to reach them. On the same day it is what the Act asks of us, whatever the hour."""
    today = told.reply_by == dates.today(told.told_at)
    deadlines.set_deadline(
        kind=FIRST_CONTACT,
        subject=told.household.subject,
        what="reach them now, in the way they said is safe: nowhere tonight, or not safe"
        if today
        else "answer what they told us, in the way they said is safe",
        holder=Holder.COUNCIL,
        capability=Can.WORK_HOUSEHOLDS,
        person_id=person_id,
        due_on=told.reply_by,
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
        statutory=today,
        source="HA 1996 ss184, 188" if today else "",
    )


def ring_officers(message: Message, officers: Iterable[Recipient], *, about: tuple[str, str], at: datetime) -> None:
    """Those who can act hear at once: by e-mail, and by text where we can."""
    for to in officers:
        for channel in (Channel.EMAIL, Channel.SMS):
            if to.address(channel):
                outbox.send(message, to=to, about=about, at=at, channel=channel)


def _say_so(household: Household, told: Told, at: datetime) -> None:
    """A receipt by e-mail, else by text, where they said that it is safe; what safe contact bars is kept as refused."""
    message = messages.told_us(household, reply_by=told.reply_by, telephone=settings.COUNCIL_TELEPHONE)
    to = recipient(household)
    safe = (each for each in (Channel.EMAIL, Channel.SMS) if to.address(each) and not barred(each, to.safe_contact))
    channel = next(safe, Channel.EMAIL)
    outbox.send(message, to=to, about=household.subject, at=at, channel=channel)
